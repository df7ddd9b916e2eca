"""What was made before is used again where not a byte differs, and only there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.kept import Kept
from generator.takeaways.everything import TakeAway
from generator.unchanged import Known, Whole, fingerprint
from tests.frozen import change, write

CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda folder: change(folder, "themes/culture.yml", "speak up", "speak on"),
    "a page": lambda folder: write(folder, "toolkits/about.md", "# Else\n"),
    "a new file": lambda folder: write(folder, "toolkits/new.md", ""),
    "a file that is no content": lambda folder: write(folder, "toolkits/healthcare/x.png", "x"),
    "a file gone": lambda folder: (folder / "toolkits/about.md").unlink(),
    "another name": lambda folder: (folder / "toolkits/about.md").rename(
        folder / "toolkits/other.md"
    ),
    "an empty folder": lambda folder: (folder / "toolkits/new-sector").mkdir(),
    "a link": lambda folder: (folder / "toolkits/link.md").symlink_to("about.md"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_of_content_gives_another_fingerprint(toolkit_folder: Path, name: str) -> None:
    """And undone, it gives the old one again: names and bytes count, not times."""
    before = fingerprint(toolkit_folder, "settings")
    assert fingerprint(toolkit_folder, "settings") == before
    assert fingerprint(toolkit_folder, "other settings") != before
    CHANGES[name](toolkit_folder)
    assert fingerprint(toolkit_folder, "settings") != before


WHOLE = Whole(
    {"index.md": "# Home\n"},
    [{"Home": "index.md"}],
    (TakeAway("a.pdf", b"pdf", 2, 3, "key-of-a"), TakeAway("b.csv", b"csv")),
    "2026-03-06",
    ("A remark.",),
)


def _known(folder: Path) -> Known:
    files = Kept(folder / "files")
    files.put("key-of-a", b"pdf")
    return Known("key", Kept(folder / "whole"), files)


def test_what_was_made_comes_back_as_it_was(tmp_path: Path) -> None:
    """Pages, navigation, files with their counts, and what the build said."""
    known = _known(tmp_path)
    assert known.recall() is None
    known.remember(WHOLE)
    found = known.recall()
    assert found is not None
    assert replace(found, files=()) == replace(WHOLE, files=())
    plain = [(f.path, f.content, f.pages, f.actions) for f in found.files]
    assert plain == [(f.path, f.content, f.pages, f.actions) for f in WHOLE.files]


def test_where_one_file_is_missing_all_is_made_again(tmp_path: Path) -> None:
    """Half of what was made is nothing."""
    known = _known(tmp_path)
    known.remember(WHOLE)
    (tmp_path / "files/key-of-a").unlink()
    assert known.recall() is None


def test_what_was_not_used_for_longest_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder does not grow for ever, and never loses what this build uses."""
    monkeypatch.setattr("generator.kept.ROOM", 1000)
    for build in range(5):
        kept = Kept(tmp_path)
        for number in range(5):
            kept.put(f"{build}-{number}", b"x" * 100)
        assert kept.get("0-0")
        kept.prune()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 3500
    assert {path.name for path in tmp_path.iterdir()} > {"0-0", *(f"4-{n}" for n in range(5))}
