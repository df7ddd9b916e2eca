"""`toolkits render` writes a whole project or nothing, and deletes nothing that is not its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.conftest import FROZEN, toolkits


def _render(target: Path) -> tuple[int, str]:
    result = toolkits("render", str(target), "--folder", str(FROZEN))
    assert "Traceback" not in result.stderr
    return result.returncode, result.stderr


def test_it_writes_the_same_twice_into_its_own_folder(tmp_path: Path) -> None:
    """An earlier render, and a site built in it, are replaced; the bytes are the same."""
    target = tmp_path / "made"
    assert _render(target)[0] == 0
    first = {p.relative_to(target): p.read_bytes() for p in target.rglob("*") if p.is_file()}
    (target / "site").mkdir()
    (target / "site" / "index.html").write_text("built", encoding="utf-8")
    assert _render(target)[0] == 0
    assert first == {
        p.relative_to(target): p.read_bytes() for p in target.rglob("*") if p.is_file()
    }


def _notes(folder: Path) -> Path:
    target = folder / "made"
    assert _render(target)[0] == 0
    (target / "NOTES.txt").write_text("mine", encoding="utf-8")
    return target


def _full(folder: Path) -> Path:
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    return folder


def _file(folder: Path) -> Path:
    (folder / "file").write_text("mine", encoding="utf-8")
    return folder / "file"


def _below_file(folder: Path) -> Path:
    return _file(folder) / "below"


def _symlink(folder: Path) -> Path:
    (folder / "real").mkdir()
    (folder / "link").symlink_to(folder / "real")
    return folder / "link"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_notes, "holds NOTES.txt, which is not ours and would be lost."),
        (_full, "holds mine.txt, which is not ours and would be lost."),
        (_file, "is a file."),
        (_below_file, "Nothing was written to"),
        (_symlink, "is not a folder."),
        (lambda _folder: FROZEN / "toolkits" / "out", "where only content belongs."),
        (lambda _folder: FROZEN / "themes" / "out", "where only content belongs."),
        (lambda _folder: FROZEN, "holds the project itself."),
        (lambda folder: folder / ("x" * 300), "x"),
    ],
    ids=[
        "a reader's file in it",
        "full",
        "a file",
        "below a file",
        "a symlink",
        "toolkits",
        "themes",
        "the project",
        "too long a name",
    ],
)
def test_it_refuses_what_it_must_not_touch(
    tmp_path: Path, make: Callable[[Path], Path], told: str
) -> None:
    """A sentence, exit 1 or 2, and everything that was there is still there."""
    target = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    code, said = _render(target)
    assert code in {1, 2}
    assert told in said
    assert sorted(tmp_path.rglob("*")) == before


def test_content_with_errors_is_not_rendered(tmp_path: Path, toolkit_folder: Path) -> None:
    """The problems are told with exit 1, and no folder is made."""
    (toolkit_folder / "toolkits/law.yml").write_text("- id: broken\n", encoding="utf-8")
    result = toolkits("render", str(tmp_path / "made"), "--folder", str(toolkit_folder))
    assert result.returncode == 1
    assert "toolkits/law.yml:1:" in result.stderr
    assert not (tmp_path / "made").exists()
