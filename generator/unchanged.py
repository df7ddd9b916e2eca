"""What an earlier build made of the very same content, code and settings.

Nothing is decided here: where a single byte differs, all is read and made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from generator.kept import Kept, makers
from generator.takeaways.everything import TakeAway

_LIBRARIES = ("pydantic", "pyyaml", "jinja2", "typst", "segno", "python-docx", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class Whole:
    """What a build hands to MkDocs, and what it says of the content: no errors, only remarks."""

    pages: dict[str, str]
    nav: list[Any]
    files: tuple[TakeAway, ...]
    edition: str
    remarks: tuple[str, ...] = ()


def fingerprint(folder: Path, settings: str) -> str:
    """A hash of all that decides a build: every file of the content, code and settings."""
    whole = hashlib.sha256(f"{settings}\n{_makers()}".encode())
    for below in ("themes", "toolkits"):
        for name, state in _states(folder / below):
            whole.update(f"\n{name}\n{state}".encode(errors="surrogateescape"))
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Known:
    """Where a build of this very content is kept, if there was one; its files lie elsewhere."""

    key: str
    kept: Kept
    files: Kept

    def recall(self) -> Whole | None:
        """What was made; nothing where any part of it is missing or not whole."""
        try:
            head, *lines = (self.kept.get(self.key) or b"").split(b"\n")
            record = json.loads(head)
            pages = dict(json.loads(line) for line in lines)
            found = [(path, self.files.get(of), *more) for path, of, *more in record["files"]]
            made = tuple(TakeAway(path, data, *n) for path, data, *n in found if data is not None)
            said = record["edition"], tuple(record["remarks"])
            whole = Whole(pages, record["nav"], made, *said)
        except (ValueError, TypeError, KeyError):  # nothing there, or none of ours
            return None
        return whole if len(made) == len(found) else None

    def remember(self, whole: Whole) -> None:
        """Keeps what was made, and its files where they are not kept yet."""
        listed = []
        for file in whole.files:
            of = file.key or hashlib.sha256(file.content).hexdigest()
            if not file.key:
                self.files.put(of, file.content)
            listed.append((file.path, of, file.pages, file.actions, of))
        record = {"nav": whole.nav, "edition": whole.edition}
        record |= {"files": listed, "remarks": whole.remarks}
        lines = (f"\n{json.dumps(page)}".encode() for page in whole.pages.items())
        self.kept.put_parts(self.key, chain((json.dumps(record).encode(),), lines))
        self.kept.prune()


def _states(folder: Path) -> Iterator[tuple[str, str]]:
    """Every name below a folder, in order, and what lies there: links and folders count too."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder.parent).as_posix()
        if path.is_symlink():
            yield name, f"link to {path.readlink()} {_digest(path)}"
        else:
            yield name, "folder" if path.is_dir() else _digest(path)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return str(error)


@cache
def _makers() -> str:
    """The code, the templates and the libraries that read content and make pages of it."""
    return makers((Path(__file__).parent,), _LIBRARIES)
