"""Two folders change places: whatever stops that, one whole site is there or is put back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import swap

# Ends the process, as a kill would, at the n-th thing it is about to ask of the disk.
KILLED = """
import os, sys
from pathlib import Path
from generator import swap

left, exchange = int(sys.argv[2]), sys.argv[3] == "one step"
if not exchange:
    swap._exchanged = lambda one, other: False
building = swap.begin(Path(sys.argv[1]))
(building.folder / "index.html").write_text("new")
(building.folder / "sub").mkdir()
(building.folder / "sub" / "index.html").write_text("new")

def counted(event, args):
    global left
    if event in {"os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}:
        left -= 1
        if left < 0:
            os._exit(9)

sys.addaudithook(counted)
swap.finish(building)
"""
# What an exchange and its cleaning ask: at most so many things, or the table below is too short.
MOMENTS = range(12)


def _site(folder: Path, words: str) -> Path:
    site = folder / "site"
    (site / "sub").mkdir(parents=True)
    (site / "index.html").write_text(words, encoding="utf-8")
    (site / "sub" / "index.html").write_text(words, encoding="utf-8")
    (site / ".well-known").mkdir()
    (site / ".well-known" / "security.txt").write_text("kept", encoding="utf-8")
    return site


def _shown(site: Path) -> set[str]:
    return {
        path.relative_to(site).as_posix() + ": " + path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.is_file()
    }


def _whole(words: str) -> set[str]:
    pages = {f"index.html: {words}", f"sub/index.html: {words}"}
    return {*pages, ".well-known/security.txt: kept"}


def _killed(site: Path, moment: int, way: str) -> int:
    command = [sys.executable, "-c", KILLED, str(site), str(moment), way]
    return subprocess.run(command, check=False, cwd=Path(__file__).parents[1]).returncode


@pytest.mark.parametrize("way", ["one step", "two renames"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_at_any_moment_leaves_one_whole_site(tmp_path: Path, moment: int, way: str) -> None:
    """Old or new, hidden names included, once the next build has begun; nothing lies beside."""
    site = _site(tmp_path, "old")
    _killed(site, moment, way)
    if way == "one step" and sys.platform == "linux":
        shown = {line for line in _shown(site) if not line.startswith(".")}
        assert shown in ({*_whole(words)} - {".well-known/security.txt: kept"} for words in WORDS)
    swap.give_up(swap.begin(site))
    assert _shown(site) in (_whole("old"), _whole("new"))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


WORDS = ("old", "new")


@pytest.mark.parametrize("way", ["one step", "two renames"])
def test_the_table_of_moments_is_long_enough(tmp_path: Path, way: str) -> None:
    """At the first moment nothing has happened; after the last one everything has."""
    site = _site(tmp_path, "old")
    assert _killed(site, 0, way) == 9
    assert _killed(site, len(MOMENTS), way) == 0
    assert _shown(site) == _whole("new")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """The folder above is made too."""
    building = swap.begin(tmp_path / "deep" / "site")
    (building.folder / "index.html").write_text("new", encoding="utf-8")
    swap.finish(building)
    assert _shown(tmp_path / "deep" / "site") == {"index.html: new"}
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["site"]


def test_giving_up_leaves_the_old_site(tmp_path: Path) -> None:
    """And nothing beside it."""
    site = _site(tmp_path, "old")
    building = swap.begin(site)
    (building.folder / "index.html").write_text("new", encoding="utf-8")
    swap.give_up(building)
    assert _shown(site) == _whole("old")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_old_site_comes_back_where_the_new_one_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses the second rename costs the new site, not the old one."""
    site = _site(tmp_path, "old")
    building = swap.begin(site)
    rename = Path.rename

    def refuses(path: Path, target: Path) -> Path:
        if path == building.folder:
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(swap, "_exchanged", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", refuses)
    with pytest.raises(PermissionError):
        swap.finish(building)
    swap.give_up(building)
    assert _shown(site) == _whole("old")


def test_a_second_build_of_the_same_site_is_refused(tmp_path: Path) -> None:
    """The first goes on undisturbed; once it has ended, another may begin."""
    first = swap.begin(tmp_path / "site")
    with pytest.raises(BlockingIOError, match="Another build of this site is running"):
        swap.begin(tmp_path / "site")
    assert first.folder.is_dir()
    other = swap.begin(tmp_path / "another-site")
    swap.finish(other)
    swap.finish(first)
    swap.finish(swap.begin(tmp_path / "site"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["another-site", "site"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it points to is replaced, beside where that lies."""
    (tmp_path / "disk").mkdir()
    site = _site(tmp_path / "disk", "old")
    (tmp_path / "link").symlink_to(site)
    building = swap.begin(tmp_path / "link")
    (building.folder / "index.html").write_text("new", encoding="utf-8")
    swap.finish(building)
    assert (tmp_path / "link").is_symlink()
    assert "index.html: new" in _shown(site)


def test_a_file_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    """Somebody named the wrong thing: it is left alone."""
    (tmp_path / "site").write_text("precious", encoding="utf-8")
    with pytest.raises(NotADirectoryError, match="this is a file"):
        swap.begin(tmp_path / "site")
    assert (tmp_path / "site").read_text(encoding="utf-8") == "precious"


def test_what_is_in_the_way_is_cleared(tmp_path: Path) -> None:
    """A file or a link that bears the name of the folder beside is no site of anyone's."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.txt").write_text("kept", encoding="utf-8")
    (tmp_path / ".site.building").symlink_to(tmp_path / "elsewhere")
    (tmp_path / ".site.before").write_text("junk", encoding="utf-8")
    (tmp_path / "site").mkdir()
    building = swap.begin(tmp_path / "site")
    assert list(building.folder.iterdir()) == []
    swap.give_up(building)
    assert (tmp_path / "elsewhere" / "kept.txt").read_text(encoding="utf-8") == "kept"
