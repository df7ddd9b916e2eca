"""Whatever valid content there may be: it loads, and every text reaches every format as typed."""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from generator.content.fields import Line, Prose
from generator.content.files import inventory
from generator.content.load import load
from generator.content.marks import Citation, parse
from generator.content.model import Vocabulary
from generator.content.rules.documents import KINDS
from generator.content.source import read
from generator.content.toolkit import Toolkit
from generator.content.walk import walk
from generator.takeaways import data, excel, pdf, table, word
from generator.takeaways.sheet import Sheet, sheets
from tests.frozen import FROZEN, write
from tests.site.conftest import mkdocs_build
from tests.trust.formats import pages, words_of_excel, words_of_word
from tests.trust.planting import Plain
from tests.trust.reading import folded, strings
from tests.trust.strategies import projects

NUMBERS = itertools.count()
SETTINGS: dict[str, Any] = {
    "derandomize": True,
    "database": None,
    "deadline": None,
    "phases": (Phase.explicit, Phase.generate),
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


def fill(folder: Path, files: dict[str, Plain]) -> Path:
    """Writes a project: its files, and a home page and settings as the frozen toolkit has them."""
    for path, content in files.items():
        write(folder, path, json.dumps(content, indent=1, ensure_ascii=False))
    write(folder, "toolkits/index.md", "# Home\n\n<!-- toolkits:changes -->\n")
    write(folder, "mkdocs.yml", (FROZEN / "mkdocs.yml").read_bytes())
    return folder


def loaded(folder: Path) -> Toolkit:
    """The toolkit; actions that happen to repeat each other are no fault of the strategies."""
    found = load(folder)
    assume({error.code for error in found.errors} != {"repeated-action"})
    assert found.toolkit is not None, "\n".join(p.describe() for p in found.errors)
    return found.toolkit


def texts(folder: Path) -> Iterator[tuple[str, bool]]:
    """Every text of a project, and whether it may hold marks."""
    for file in inventory(folder).files:
        if file.role in KINDS:
            root = read(file.path, (folder / file.path).read_bytes()).root
            assert root is not None
            for found in walk(KINDS[file.role], root):
                if isinstance(found.mark, Line | Prose):
                    yield found.text.value, isinstance(found.mark, Prose)


def parts(text: str, prose: bool) -> Iterator[str]:
    """What of a text stands together on a page: citations become the names of their sources."""
    kept = ""
    for span in parse(text) if prose else ():
        if isinstance(span, Citation):
            yield folded(kept)
            kept = ""
        else:
            kept += span.text
    yield folded(kept if prose else text)


def check(folder: Path) -> None:
    """Everything about one project that holds for all."""
    toolkit = loaded(folder)
    typed = tuple(texts(folder))
    chosen = tuple(own for own in typed if own[0] not in words_of(toolkit.vocabulary))
    shown = "\n".join(page.words for page in pages(folder).values())
    spaced = folded(shown.replace("\u00a0", " "))
    lost = [part for own in chosen for part in parts(*own) if part not in shown]
    assert [part for part in lost if part not in spaced] == []
    held = set(strings(json.loads(data.write(toolkit))))
    assert [text for text, _prose in typed if text not in held] == []
    assert table.write(toolkit).startswith(b"\xef\xbb\xbf")
    every = sheets(toolkit, "https://toolkits.example/")
    for sheet in (sheet for sheet in every if sheet.count):
        check_sheet(sheet)


def words_of(vocabulary: Vocabulary) -> set[str]:
    """What readers see for the words that actions choose from: not each is chosen."""
    return {text for _name, kind in vocabulary if isinstance(kind, dict) for text in kind.values()}


def check_sheet(sheet: Sheet) -> None:
    """Word, Excel and PDF hold every word of a sheet."""
    items = [item for section in sheet.sections for item in section.items]
    plain = words_of_word(word.write(sheet))
    cells = words_of_excel(excel.write([sheet]))
    reader = pypdf.PdfReader(io.BytesIO(pdf.write(sheet)))
    drawn = {"".join(str(e.title).split()) for e in flat(reader.outline)}
    for item in items:
        for text in (item.title, item.done_when, item.lead, item.takes):
            assert text in plain
            assert text in cells
        title = "".join(f"{item.id}{item.title}".split())
        assert any(title == own for own in drawn), item.title
    for own in sheet.words:
        assert folded(own.text) in folded(plain)


def flat(outline: list[Any]) -> Iterator[Any]:
    """Every bookmark of a PDF."""
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where projects are written, one beside the other."""
    return tmp_path_factory.mktemp("valid")


@settings(max_examples=25, **SETTINGS)
@given(files=projects())
def test_valid_content_is_shown_and_taken_away_as_typed(
    place: Path, files: dict[str, Plain]
) -> None:
    """Invented along the model: check finds nothing, and no text is lost or changed anywhere."""
    check(fill(place / str(next(NUMBERS)), files))


@pytest.mark.long
@settings(max_examples=500, **SETTINGS)
@given(files=projects())
def test_much_valid_content_is_shown_and_taken_away_as_typed(
    place: Path, files: dict[str, Plain]
) -> None:
    """The same with many more."""
    check(fill(place / str(next(NUMBERS)), files))


def build(folder: Path) -> None:
    """The strict build finds nothing to warn of."""
    loaded(folder)
    result = mkdocs_build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr, result.stderr


@settings(max_examples=2, **SETTINGS)
@given(files=projects())
def test_valid_content_builds(place: Path, files: dict[str, Plain]) -> None:
    """Every generated toolkit is a site."""
    build(fill(place / str(next(NUMBERS)), files))


@pytest.mark.long
@settings(max_examples=25, **SETTINGS)
@given(files=projects())
def test_much_valid_content_builds(place: Path, files: dict[str, Plain]) -> None:
    """The same with many more."""
    build(fill(place / str(next(NUMBERS)), files))
