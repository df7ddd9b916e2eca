"""Writing the file that an editor or a coach asked for."""

from __future__ import annotations

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
