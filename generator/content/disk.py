"""What lies in toolkits/ and themes/ on the disk, looked at before any of it is read.

Whatever is there and is neither content nor a page is copied into the site as it is. So only kinds
of file that no browser runs may be there, with names that every disk can hold, and no link may
lead out of the project.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from os import stat_result
from pathlib import Path, PurePosixPath

from generator.content import misplaced, words
from generator.content.characters import MAX_BYTES
from generator.content.names import FOLDERS, WINDOWS, is_file_name
from generator.content.problems import Place, Problem, SourceFile

ROOTS = ("themes", "toolkits")
MAX_FILES = 5_000
MAX_DEPTH = 6
MAX_BESIDE = 5_000_000
"""The most bytes of a picture or another file that readers may open."""

_YAML = frozenset({".yml", ".yaml"})
_YAML_DEPTH = 2  # a list, or a file in the folder of a sector; their names are looked at elsewhere
_READ = _YAML | {".md"}
_BEGIN: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".txt": (b"",),
    ".csv": (b"",),
}
KINDS = tuple(sorted(_BEGIN))
"""The kinds of file that may lie beside the content, all of which a browser only shows."""

_OWN = FOLDERS | {"data"}  # folders in which the site's own files lie
_ALL = frozenset({"assets", "search", "templates"})  # those where it would hide a page too
_HEAD = 16  # bytes in which a file says what it is


@dataclass(frozen=True, slots=True)
class Disk:
    """What is wrong with the files themselves, and the paths that must not be read at all."""

    problems: tuple[Problem, ...]
    refused: frozenset[str]

    @property
    def whole(self) -> bool:
        """Whether the two folders themselves can be looked into."""
        return self.refused.isdisjoint(ROOTS)

    def may_read(self, path: str) -> bool:
        """Whether neither a file nor a folder above it was refused."""
        parts = PurePosixPath(path)
        return self.refused.isdisjoint({path, *(str(parent) for parent in parts.parents)})


@dataclass(frozen=True, slots=True)
class _Found:
    """One thing on the disk: where it is, its path below the project, what the disk says of it."""

    at: Path
    path: str
    about: stat_result

    @property
    def below(self) -> tuple[str, ...]:
        """The parts of its path below toolkits/ or themes/."""
        return PurePosixPath(self.path).parts[1:]

    @property
    def hidden(self) -> bool:
        """Whether the name of it or of a folder above starts with a dot: it is never shown."""
        return any(part.startswith(".") for part in self.below)

    @property
    def kind(self) -> str:
        """The ending of its name; of what we read ourselves, only in small letters."""
        ending = PurePosixPath(self.path).suffix
        return ending if ending.lower() in _READ else ending.lower()


def look(folder: Path) -> Disk:
    """Looks at everything in toolkits/ and themes/, without reading it or following a link."""
    every = tuple(islice(_walk(folder), MAX_FILES + 1))
    if len(every) > MAX_FILES:
        return Disk((misplaced.too_many(_place("toolkits"), MAX_FILES),), frozenset({"toolkits"}))
    unreadable = {found.path: told for found in every if (told := _unreadable(found))}
    shown = [found for found in every if found.path not in unreadable and not found.hidden]
    unfit = {found.path: told for found in shown if (told := _unfit(found))}
    twins = _twins([found.path for found in shown if found.path not in unfit])
    return Disk((*unreadable.values(), *unfit.values(), *twins), frozenset(unreadable))


def _walk(folder: Path) -> Iterator[_Found]:
    waiting = [(folder / name, name) for name in ROOTS]
    while waiting:
        at, path = waiting.pop()
        try:
            about = at.lstat()
        except OSError:
            continue  # a folder that is missing is told by its name
        yield _Found(at, path, about)
        if stat.S_ISDIR(about.st_mode) and len(PurePosixPath(path).parts) <= MAX_DEPTH + 1:
            waiting += sorted(((own, f"{path}/{own.name}") for own in at.iterdir()), reverse=True)


def _place(path: str) -> Place:
    """The place of a file, whatever its name: what cannot be shown becomes a box."""
    return Place(SourceFile("".join(c if c.isprintable() else "\N{OPEN BOX}" for c in path)))


def _unreadable(found: _Found) -> Problem | None:
    """Why something is not even opened."""
    place, mode = _place(found.path), found.about.st_mode
    if stat.S_ISLNK(mode):
        return misplaced.link(place)
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        return misplaced.no_file(place)
    if not found.at.name.isprintable():
        return misplaced.wrong_name(place)
    if len(found.below) > MAX_DEPTH:
        return misplaced.too_deep(place, MAX_DEPTH)
    if found.kind in _READ and found.about.st_size > MAX_BYTES and stat.S_ISREG(mode):
        return words.too_large(place, found.about.st_size, MAX_BYTES)
    return None


def _unfit(found: _Found) -> Problem | None:
    """Why something may not lie there although it can be opened."""
    place = _place(found.path)
    if found.below and not is_file_name(found.below[-1]):
        stem = found.below[-1].partition(".")[0].lower()
        return (
            misplaced.windows_name(place, stem) if stem in WINDOWS else misplaced.wrong_name(place)
        )
    if stat.S_ISDIR(found.about.st_mode) or found.path.startswith("themes/"):
        return None
    if found.kind in _YAML:
        return misplaced.stray(place) if len(found.below) > _YAML_DEPTH else None
    taken = _ALL if found.kind == ".md" else _OWN
    own = [part for part in found.below[:-1] if part in taken]
    if own:
        return misplaced.own_folder(place, own[0])
    return None if found.kind == ".md" else _beside(found, place)


def _beside(found: _Found, place: Place) -> Problem | None:
    """Why a file that is neither content nor a page may not be published as it is."""
    if found.kind not in _BEGIN:
        return misplaced.wrong_kind(place, found.kind, KINDS)
    if found.about.st_size > MAX_BESIDE:
        return misplaced.too_large(place, found.about.st_size, MAX_BESIDE)
    return _pretended(found, place)


def _pretended(found: _Found, place: Place) -> Problem | None:
    try:
        with found.at.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return words.no_access(place)
    whole = found.kind != ".webp" or head[8:12] == b"WEBP"
    if whole and head.startswith(_BEGIN[found.kind]):
        return None
    return misplaced.pretended(place, found.kind)


def _twins(paths: list[str]) -> Iterator[Problem]:
    """Names in one folder that a disk of Windows or of a Mac takes for the same."""
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            yield misplaced.twin(_place(path), PurePosixPath(first).name)
