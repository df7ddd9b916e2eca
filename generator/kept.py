"""What was made before, kept by a hash of all it was made from; safe to delete or to share.

Nothing in it is trusted: a file that is not whole is made again. Bytes go in and come out; no
kept file is ever run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

_DIGEST = 64  # characters of a SHA-256 in hexadecimal
ROOM = 100_000_000
"""How many bytes a folder may always hold."""
_CODE = frozenset({".py", ".j2", ".typ", ".xml"})
_BUILDS = 3
"""Where one build alone needs more room than that, so many builds of its size."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of kept files; without a folder nothing is kept."""

    folder: Path | None
    used: dict[str, int] = field(default_factory=dict)
    """How many bytes each file has that was asked for or kept by this build."""

    def get(self, key: str) -> bytes | None:
        """The file kept under a key; nothing where there is none or it is not whole."""
        if self.folder is None:
            return None
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, content = data[:_DIGEST], data[_DIGEST:]
        if digest != _digest(key, content):
            return None
        self.used[key] = len(data)
        with contextlib.suppress(OSError):
            os.utime(self.folder / key)  # the newest are thrown away last
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keeps a file; a disk that refuses costs time at the next build, and nothing else."""
        self.put_parts(key, (content,))

    def put_parts(self, key: str, parts: Iterable[bytes]) -> None:
        """The same, part by part: a large file is never whole in memory."""
        if self.folder is None:
            return
        beside = self.folder / f"{key}.{os.getpid()}.new"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                whole = hashlib.sha256(key.encode())
                file.write(b" " * _DIGEST)
                for part in parts:
                    whole.update(part)
                    file.write(part)
                self.used[key] = file.tell()
                file.seek(0)
                file.write(whole.hexdigest().encode())
            beside.replace(self.folder / key)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()

    def prune(self) -> None:
        """Throws away what was not used for longest, until the rest fits its room."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            found = [(path.stat(), path) for path in self.folder.iterdir()]
            room = max(ROOM, _BUILDS * sum(self.used.values()))
            for stat, path in sorted(found, key=lambda file: file[0].st_mtime_ns, reverse=True):
                room -= stat.st_size
                if room < 0:
                    path.unlink()


def makers(code: Iterable[Path], libraries: Iterable[str]) -> str:
    """A hash of what makes something: files and folders of code, libraries, Python itself.

    What is kept under it is made again when any of them changes.
    """
    whole = hashlib.sha256(sys.version.encode())
    for library in libraries:
        whole.update(f"\n{library} {version(library)}".encode())
    for place in code:
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in _CODE:
                whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _digest(key: str, content: bytes) -> bytes:
    """Of the key too: a whole file under another's name is not that other."""
    whole = hashlib.sha256(key.encode())
    whole.update(content)
    return whole.hexdigest().encode()
