"""Writing the file that an editor or a coach asked for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click


def save(file: Path, content: bytes) -> None:
    """Writes the whole file, or leaves what was there."""
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise click.ClickException(f"{file} was not written: {error.strerror}.") from None


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, where they are not there yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(f"{folder} was not made: {error.strerror}.") from None


def save_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes every file below a folder, or none: what was put in place already is taken back."""
    before = {folder / path: _bytes(folder / path) for path in files}
    made = list(dict.fromkeys(file.parent for file in before if not file.parent.exists()))
    ready = {file.with_name(f".{file.name}.new"): file for file in before}
    try:
        for below in made:
            below.mkdir()
        for beside, content in zip(ready, files.values(), strict=True):
            beside.write_bytes(content)
        for beside, file in ready.items():
            beside.replace(file)
    except OSError as error:
        _take_back(before, made, ready)
        raise click.ClickException(f"Nothing was written: {error.strerror}.") from None


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _take_back(
    before: Mapping[Path, bytes | None], made: list[Path], ready: Mapping[Path, Path]
) -> None:
    """Puts back what was there; what cannot even be deleted stays, and the first error is told."""
    with suppress(OSError):
        for beside in ready:
            beside.unlink(missing_ok=True)
    with suppress(OSError):
        for file, content in before.items():
            if content is None:
                file.unlink(missing_ok=True)
            elif file.read_bytes() != content:
                file.write_bytes(content)
        for below in made:
            below.rmdir()
