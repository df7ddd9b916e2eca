"""A hostile text in any field is refused by check, or comes out as typed and does nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from generator.content.load import load
from generator.content.model import Content
from generator.takeaways import data, excel, pdf, table, word
from generator.takeaways.sheet import Sheet, sheets
from tests.frozen import FROZEN, copy, write
from tests.trust.corpus import CORPUS, Hostile, Refused
from tests.trust.formats import SAFE, pages, words_of_excel, words_of_word
from tests.trust.harvest import STRIDE, Harvest, expected, harvest
from tests.trust.planting import Spot, plant, scalars, spots
from tests.trust.reading import Shown, folded, strings

QUICK = 8  # turns in the short run; each plants in every field
REC = "toolkits/hospitality/recruitment.yml"
UNPUBLISHED = {"Style", "Term", "Allowed"}  # house style: its words are for editors alone
CUT = {"steps", "evidence"}  # lists show their first words only


def turns() -> list[object]:
    """Every turn; in all of them together, every text stands in every field."""
    step = len(CORPUS) // QUICK
    return [
        turn if turn % step == 0 else pytest.param(turn, marks=pytest.mark.long)
        for turn in range(len(CORPUS))
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the frozen toolkit; each test writes all its files anew."""
    return copy(tmp_path_factory.mktemp("hostile") / "toolkit")


def test_the_corpus_is_large_and_names_are_its_own() -> None:
    """At least sixty texts that are let through somewhere, none twice."""
    assert len({hostile.name for hostile in CORPUS}) == len(CORPUS)
    assert len({hostile.text for hostile in CORPUS}) == len(CORPUS)
    assert sum(hostile.refused is Refused.NOWHERE for hostile in CORPUS) >= 60


def test_every_turn_plants_every_text(folder: Path) -> None:
    """None is left for the long run alone; each twice, as an action may go back to what it was.

    There are more texts than fields: each of these turns goes on where the one before ended.
    """
    planted = set()
    rounds = 2 * -(-len(CORPUS) // len(spots()))
    for made in (harvest(folder, 1 + turn * len(spots()) * STRIDE) for turn in range(rounds)):
        planted |= {own.hostile for own in made.let_through}
        planted |= {own.hostile for own, _code in made.refused}
    assert planted == set(CORPUS)


def test_the_frozen_toolkit_has_a_text_in_every_field_of_the_model() -> None:
    """A new text field needs one in the frozen toolkit: then every test here covers it."""
    toolkit = load(FROZEN).toolkit
    assert toolkit is not None
    parts = (
        *toolkit.themes.values(),
        *(sector.sector for sector in toolkit.sectors.values()),
        *(file for sector in toolkit.sectors.values() for file in sector.themes.values()),
        *toolkit.sources.values(),
        *toolkit.law.values(),
        *toolkit.resources.values(),
        *toolkit.frameworks.values(),
        toolkit.vocabulary,
    )
    typed = {(type(own), name) for part in parts for own, name in _filled(part)}
    known = {
        (own, name)
        for own in _models(Content)
        if own.__module__ == Content.__module__ and own.__name__ not in UNPUBLISHED
        for name, info in own.model_fields.items()
        if "Line()" in (kind := f"{info.annotation} {info.metadata}") or "Prose(" in kind
    }
    assert known - typed == set()
    assert len(known) > 40


def _models(kind: type[Content]) -> Iterator[type[Content]]:
    for own in kind.__subclasses__():
        yield own
        yield from _models(own)


def _filled(value: object) -> Iterator[tuple[Content, str]]:
    if isinstance(value, Content):
        for name, own in dict(value).items():
            if own:
                yield value, name
            yield from _filled(own)
    elif isinstance(value, tuple):
        for own in value:
            yield from _filled(own)
    elif isinstance(value, dict):
        yield from _filled(tuple(value.values()))


@pytest.mark.parametrize("turn", turns())
def test_a_hostile_text_is_refused_or_inert_and_as_typed(folder: Path, turn: int) -> None:
    """In every field, on the pages and in every file to take away."""
    plant(folder, {})
    clean = pages(folder)
    made = harvest(folder, turn)
    assert [f"{own.hostile} in {own.spot.at}: {code}" for own, code in made.refused
            if not expected(own)] == []  # fmt: skip
    assert [f"{own.hostile} in {own.spot.at}" for own in made.let_through if expected(own)] == []
    assert sorted(faults_of_pages(made, pages(folder), clean)) == []
    assert sorted(faults_of_json(made)) == []
    assert sorted(faults_of_csv(made)) == []
    every = sheets(made.toolkit, "https://toolkits.example/")
    assert sorted(faults_of_sheets(made, every)) == []


@pytest.mark.parametrize("hostile", CORPUS, ids=str)
def test_a_hostile_text_in_house_style_only_shows_in_messages(
    toolkit_folder: Path, hostile: Hostile
) -> None:
    """It is no pattern: whatever it is, check ends, and tells what it finds in plain lines."""
    text = hostile.text
    term = {"avoid": [text], "say": text, "because": f"Say pay. {text}", "level": "warning"}
    term |= {"good": ["Say pay."], "bad": [f"Say {text} now."], "fine_in": [f"{text} pay"]}
    style = {"terms": [term], "link_words": [text], "acronyms": {text: text}, "allowed": []}
    write(toolkit_folder, "toolkits/style.yml", json.dumps(style, ensure_ascii=False))
    for problem in load(toolkit_folder).problems:
        assert problem.describe().splitlines()[0].startswith(str(problem.place))


NOT_TEXT = {
    (spot.path.rpartition("/")[2], tuple(step for step in spot.at if isinstance(step, str))): spot
    for spot in scalars()
}


@pytest.mark.parametrize("spot", NOT_TEXT.values(), ids=lambda spot: f"{spot.path} {spot.at}")
def test_a_hostile_value_that_is_no_text_is_refused(folder: Path, spot: Spot) -> None:
    """Ids, dates, numbers, addresses and words of lists: nothing hostile is let through."""
    for name in ("handler", "attribute list of a heading", "path"):
        hostile = next(own for own in CORPUS if own.name == name)
        plant(folder, {spot: f"{spot.typed} {hostile.text}"})
        loaded = load(folder)
        assert loaded.toolkit is None, f"{hostile} in {spot.at} is let through"


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (REC, '"micro":'),
        (REC, '"steps":'),
        (REC, '"board-charter":'),
        ("toolkits/vocabulary.yml", '"owner-manager":'),
        ("toolkits/vocabulary.yml", '"leads":'),
        ("toolkits/hospitality/sector.yml", '"title":'),
    ],
)
def test_a_hostile_name_of_a_field_is_refused(folder: Path, path: str, key: str) -> None:
    """Also where an editor chooses the name, as in the vocabulary."""
    plant(folder, {})
    text = (folder / path).read_text(encoding="utf-8")
    for name in ("handler", "attribute list of a heading", "formula", "expression"):
        hostile = next(own for own in CORPUS if own.name == name)
        write(folder, path, text.replace(key, f"{json.dumps(hostile.text)}:", 1))
        assert load(folder).toolkit is None, f"{hostile} for {key} is let through"


def faults_of_pages(
    made: Harvest, found: dict[str, Shown], clean: dict[str, Shown]
) -> Iterator[str]:
    """Whatever a page of hostile texts has that a clean one has not."""
    for path, page in found.items():
        more = page.elements - clean[path].elements
        more += clean[path].elements - page.elements
        for element in set(more) - {"strong", "a", "br", "p"}:
            yield f"{path}: {more[element]} of <{element}> more or less"
        yield from (f"{path}: {name}" for name in page.attributes - clean[path].attributes)
        yield from (f"{path}: to {url}" for url in page.addresses if not SAFE.match(url))
        yield from (f"{path}: {stray}" for stray in page.strays if "toolkits:" not in stray)
    words = "\n".join(page.words for page in found.values())
    spaced = folded(words.replace("\u00a0", " "))
    for own in made.let_through:
        held = spaced if own.keeps_lines and "\u00a0" not in own.text else words
        if not own.stands_in(held):
            yield f"{own.hostile} in {own.spot.at} is not on any page"
        elif own.spot.field not in CUT and own.broken_in(held):
            yield f"{own.hostile} in {own.spot.at} stands otherwise on a page"


def faults_of_json(made: Harvest) -> Iterator[str]:
    """JSON holds every text to the letter."""
    every = set(strings(json.loads(data.write(made.toolkit))))
    for own in made.let_through:
        if own.text not in every:
            yield f"{own.hostile} in {own.spot.at} is not in the JSON"


def faults_of_csv(made: Harvest) -> Iterator[str]:
    """No cell would run; with the apostrophe taken away, each text is there to the letter."""
    text = table.write(made.toolkit).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    for cell in cells:
        if cell.lstrip()[:1] in {"=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff20"}:
            yield f"a cell that runs: {cell[:40]}"
    typed = [cell.removeprefix("'") for cell in cells]
    for own in made.let_through:
        for cell in typed:
            listed = cell.replace("\\|", "|")  # a list in one cell marks the bars of its items
            if own.mark in cell and all(
                own.broken_in(c, shown=own.spot.prose) for c in (cell, listed)
            ):
                yield f"{own.hostile} in {own.spot.at} stands otherwise in the CSV: {cell}"


def faults_of_sheets(made: Harvest, every: tuple[Sheet, ...]) -> Iterator[str]:
    """Word, Excel and PDF hold each text they show as typed, and nothing that runs."""
    found = {f"{sheet.name}.docx": words_of_word(word.write(sheet)) for sheet in every}
    for sector in made.toolkit.sectors:
        book = excel.write([s for s in every if s.sector_id == sector and s.audience_id])
        found[f"{sector}.xlsx"] = words_of_excel(book)
    for name, words in found.items():
        for own in made.let_through:
            held, shown = (folded(words), True) if own.keeps_lines else (words, own.spot.prose)
            if own.broken_in(held, shown=shown):
                yield f"{own.hostile} in {own.spot.at} stands otherwise in {name}"
    for sheet in every:
        yield from faults_of_pdf(made, sheet)


def faults_of_pdf(made: Harvest, sheet: Sheet) -> Iterator[str]:
    """A PDF is made with each text, or refused in plain words for a letter without a shape."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(pdf.write(sheet)))
    except pdf.PdfError as error:
        if "no font of ours has the character" not in str(error):
            yield str(error)
        return
    words = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for own in made.let_through:
        if own.hostile.text.isascii() and own.mark in words:
            shown = "".join(own.shown.split())
            start, _mark, end = shown.partition(own.mark)
            part = f"{start[1:]}{own.mark}" if own.first else f"{own.mark}{end}"
            if part not in words:
                yield f"{own.hostile} in {own.spot.at} stands otherwise in {sheet.name}.pdf"
    root = reader.root_object
    if "/OpenAction" in root or "/AA" in root or "/JavaScript" in str(root.get("/Names", "")):
        yield f"{sheet.name}.pdf would run something"
