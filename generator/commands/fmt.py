"""toolkits fmt: safe fixes to how the content is typed."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.folder import FOLDER
from generator.commands.saving import save
from generator.content.disk import look
from generator.content.files import ContentFile, inventory
from generator.editing.format import format_file


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; tell which files would change.")
@FOLDER
@click.pass_context
def fmt(ctx: click.Context, folder: Path, check: bool) -> None:
    """Mend how the content is typed: quotes, tabs, invisible characters, dates, spaces.

    Comments and the order of things stay. FOLDER holds toolkits/ and themes/; without it, the
    current folder is mended.
    """
    if not (folder / "toolkits").is_dir():
        raise click.UsageError(
            f'There is no folder "toolkits" in {folder}. Go to the project folder first, '
            "or name it: toolkits fmt PATH."
        )
    files = _files(folder)
    changed = 0
    for file in files:
        path = folder / file.path
        try:
            data = path.read_bytes()
        except OSError:
            continue  # check tells it
        result = format_file(data, file.role)
        if result.data != data:
            changed += 1
            if not check:
                save(path, result.data)
            click.echo(f"{file.path}: {', '.join(result.mended)}")
    click.echo(_sum(changed, len(files), check=check))
    if check and changed:
        ctx.exit(1)


def _files(folder: Path) -> list[ContentFile]:
    """The files that check would read: no links, and nothing behind one."""
    disk = look(folder)
    if not disk.whole:
        return []
    return [file for file in inventory(folder).files if disk.may_read(file.path)]


def _sum(changed: int, every: int, *, check: bool) -> str:
    if not changed:
        return f"Nothing to mend in {every} files."
    number = "1 file" if changed == 1 else f"{changed} files"
    return f"{number} would change. To mend: toolkits fmt" if check else f"Mended {number}."
