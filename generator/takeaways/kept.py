"""Files made before, kept by a hash of what they show; safe to delete, never trusted blindly."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

_DIGEST = 64  # characters of a SHA-256 in hexadecimal


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of kept files; without a folder nothing is kept."""

    folder: Path | None

    def get(self, key: str) -> bytes | None:
        """The file kept under a key; nothing where there is none or it is not whole."""
        if self.folder is None:
            return None
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, content = data[:_DIGEST], data[_DIGEST:]
        return content if digest == _digest(content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keeps a file; a disk that refuses costs time at the next build, and nothing else."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = self.folder / f"{key}.new"
            beside.write_bytes(_digest(content) + content)
            beside.replace(self.folder / key)
        except OSError:
            return


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
