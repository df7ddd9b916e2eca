"""Builds a site twice, in two worlds that differ in all that must not matter, and compares bytes.

    python scripts/reproducible.py [PROJECT]

The folder, the date, the time zone, the locale, the hash seed, the file permissions and the order
in which files were written differ. Exit code 0: every byte is the same. 1: it is not. The date can
be changed on Linux with an Intel or AMD processor alone; elsewhere it says that it was not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import libfaketime  # type: ignore[import-untyped] # it comes without types

CLOCK = Path(libfaketime.__file__).parent / "vendor/libfaketime/src/libfaketime.so.1"
CONTENT = ("mkdocs.yml", "themes", "toolkits")
AROUND = 40  # bytes shown on each side of the first difference
MOST_TOLD = 20


@dataclass(frozen=True)
class World:
    """Where and when a site is built."""

    folder: str
    date: str
    mask: int
    backwards: bool
    environment: dict[str, str] = field(hash=False)


WORLDS = (
    World(
        folder="one",
        date="2026-02-03 04:05:06",
        mask=0o022,
        backwards=False,
        environment={
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONUTF8": "0",
            "PYTHONHASHSEED": "1",
        },
    ),
    World(
        folder="the other, déjà vu/below",
        date="2031-11-30 23:59:58",
        mask=0o077,
        backwards=True,
        environment={"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
    ),
)


def main(words: list[str]) -> int:
    """Builds in both worlds and tells what differs."""
    project = Path(words[0] if words else ".")
    with tempfile.TemporaryDirectory() as place:
        sites = [build(project, Path(place), world) for world in WORLDS]
        found = list(differences(*sites))
        number = sum(path.is_file() for path in sites[0].rglob("*"))
    for line in found[:MOST_TOLD]:
        print(line)  # noqa: T201 # a script
    if found:
        print(f"{len(found)} of {number} files are not the same.")  # noqa: T201 # a script
        return 1
    print(f"All {number} files are the same, byte for byte.")  # noqa: T201 # a script
    if not can_set_the_clock():
        print("But the date was the same: it cannot be changed here.")  # noqa: T201 # a script
    return 0


def build(project: Path, place: Path, world: World) -> Path:
    """The site, built in one world."""
    folder = place / world.folder
    settle(project, folder, backwards=world.backwards)
    site = folder / "site"
    done = subprocess.run(  # noqa: S603 # our own command
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", folder / "mkdocs.yml"],
        env=clean_environment(folder) | world.environment | clock(world.date),
        capture_output=True,
        check=False,
        umask=world.mask,
        cwd=place,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        sys.exit(f"{said}The site could not be built as of {world.date}.")
    return site


def settle(project: Path, folder: Path, *, backwards: bool) -> None:
    """Copies the content, in an order: folders list their files as they were written."""
    files = [project / name for name in CONTENT]
    files += [path for path in files for path in path.rglob("*")]
    for path in sorted({path for path in files if path.is_file()}, reverse=backwards):
        target = folder / path.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def clean_environment(home: Path) -> dict[str, str]:
    """What a command needs to be found, and nothing that this machine sets besides."""
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
    return kept | {"HOME": str(home), "NO_MKDOCS_2_WARNING": "1"}


def clock(date: str) -> dict[str, str]:
    """Sets the date for a command and all that it starts; the clock goes on from there.

    A space in LD_PRELOAD ends a name, so the folder stands where it may have one.
    """
    return {
        "LD_PRELOAD": CLOCK.name,
        "LD_LIBRARY_PATH": str(CLOCK.parent),
        "FAKETIME": f"@{date}",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


def can_set_the_clock() -> bool:
    """Whether a command really sees another date: libfaketime is made for some machines only."""
    date = WORLDS[1].date
    done = subprocess.run(  # our own command
        [sys.executable, "-c", "import datetime; print(datetime.datetime.now())"],
        env=clean_environment(Path()) | clock(date),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.startswith(date[:10])


def differences(one: Path, other: Path) -> Iterator[str]:
    """A line for each file that is in one site alone, or not the same in both."""
    names = [{path.relative_to(site) for path in site.rglob("*")} for site in (one, other)]
    for name in sorted(names[0] | names[1]):
        if name not in names[0] or name not in names[1]:
            yield f"{name}: is in one site only"
        elif (one / name).is_file():
            yield from difference(name, (one / name).read_bytes(), (other / name).read_bytes())


def difference(name: Path, one: bytes, other: bytes) -> Iterator[str]:
    """The first place at which two files differ, with what stands around it."""
    if one == other:
        return
    shortest = min(len(one), len(other))
    at = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    around = slice(max(0, at - AROUND), at + AROUND)
    yield f"{name}: differs at byte {at}\n    {one[around]!r}\n    {other[around]!r}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
