"""toolkits report: what the toolkits hold, counted."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.folder import FOLDER, read, tell
from generator.editing import report as counts


@click.command()
@FOLDER
@click.pass_context
def report(ctx: click.Context, folder: Path) -> None:
    """Count what the toolkits hold: by theme, audience, evidence and group, and how it reads.

    FOLDER holds toolkits/ and themes/; without it, the current folder is counted.
    """
    loaded = read(folder)
    if loaded.toolkit is None:
        tell(loaded)
        ctx.exit(1)
    for table in counts.report(loaded.toolkit):
        click.echo(_lines(table))


def _lines(table: counts.Table) -> str:
    """A table as aligned columns: the first to the left, numbers to the right."""
    rows = (table.heads, *table.rows)
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))).rstrip()
        for row in rows
    ]
    return "\n".join((table.title, "-" * len(table.title), *lines, ""))
