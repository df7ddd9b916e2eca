"""The frozen toolkit: a small invented project that never changes with the real content."""

from __future__ import annotations

import shutil
from pathlib import Path

FROZEN = Path(__file__).parent / "toolkit"


def copy(target: Path) -> Path:
    """A fresh copy of the frozen toolkit in a new folder, with nothing kept in it."""
    return shutil.copytree(FROZEN, target, ignore=shutil.ignore_patterns(".cache"))


def write(folder: Path, path: str, text: str | bytes) -> None:
    """Writes a file of a copy byte for byte, and the folders above it."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def change(folder: Path, path: str, old: str, new: str | bytes) -> None:
    """Replaces a part of a file of a copy; the part must stand there exactly once."""
    data, before = (folder / path).read_bytes(), old.encode()
    assert data.count(before) == 1, f"{old!r} stands {data.count(before)} times in {path}"
    write(folder, path, data.replace(before, new.encode() if isinstance(new, str) else new))
