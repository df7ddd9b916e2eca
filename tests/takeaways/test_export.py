"""`toolkits export` writes one whole file, or says what to choose."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.frozen import FROZEN


def export(*words: str) -> Result:
    """Runs the command over the frozen toolkit."""
    return CliRunner().invoke(main, ["export", *words, "--folder", str(FROZEN)])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["pdf", "--sector", "hospitality", "--audience", "micro"], "a.pdf"),
        (["pdf", "--sector", "hospitality", "--large-print"], "a.pdf"),
        (["docx", "--sector", "hospitality", "--audience", "large"], "a.docx"),
        (["xlsx", "--sector", "healthcare"], "a.xlsx"),
        (["csv"], "a.csv"),
        (["csv", "--sector", "healthcare"], "a.csv"),
        (["json"], "a.json"),
    ],
    ids=lambda value: "-".join(value).replace("--", "") if isinstance(value, list) else value,
)
def test_every_format_is_written(tmp_path: Path, words: list[str], name: str) -> None:
    """The file is of its format, and nothing else lies beside it."""
    file = tmp_path / name
    result = export(*words, str(file))
    assert result.exit_code == 0, result.output
    content = file.read_bytes()
    if name.endswith(".pdf"):
        assert content.startswith(b"%PDF-")
    elif name.endswith(".csv"):
        assert list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    elif name.endswith(".json"):
        assert json.loads(content)["schema"] == 1
    else:
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["pdf"], "A pdf is of one sector: add --sector"),
        (["pdf", "--sector", "hospitalty"], 'Did you mean "hospitality"?'),
        (["docx", "--sector", "hospitality", "--audience", "mico"], 'Did you mean "micro"?'),
        (["docx", "--sector", "hospitality", "--large-print"], "Large print is for pdf."),
        (["json", "--sector", "hospitality"], "json holds everything"),
        (["csv", "--sector", "hospitality", "--audience", "micro"], "leave out --audience"),
        (["odt"], "'odt' is not one of"),
        (["all", "--sector", "hospitality"], "all is everything"),
    ],
)
def test_a_choice_that_does_not_fit_is_told(tmp_path: Path, words: list[str], told: str) -> None:
    """Exit 2, what to choose instead, and no file."""
    result = export(*words, str(tmp_path / "file"))
    assert result.exit_code == 2
    assert told in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """Exit 1 and a sentence, no traceback."""
    result = export("json", str(tmp_path / "nowhere" / "a.json"))
    assert result.exit_code == 1
    assert "was not written" in result.output


def test_all_of_them_are_written_into_a_folder(tmp_path: Path) -> None:
    """Each at the path that it has on the site, and the number is told."""
    result = export("all", str(tmp_path / "files"))
    assert result.exit_code == 0, result.output
    made = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert f"Wrote {len(made)} files to" in result.output
    assert (tmp_path / "files/hospitality/checklist/hospitality-micro-large-print.pdf").is_file()
    assert (tmp_path / "files/data/toolkits.json").is_file()


@pytest.mark.parametrize(("kind", "told"), [("all", "is not a folder"), ("csv", "is not a file")])
def test_a_folder_is_no_file_and_a_file_no_folder(tmp_path: Path, kind: str, told: str) -> None:
    """Exit 2, and what lies there stays."""
    place = tmp_path / "place"
    if kind == "all":
        place.write_text("mine", encoding="utf-8")
    else:
        place.mkdir()
    result = export(kind, str(place))
    assert result.exit_code == 2
    assert told in result.output
    assert place.is_dir() or place.read_text(encoding="utf-8") == "mine"
