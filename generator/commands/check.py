"""toolkits check: every problem in the content at once."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.folder import FOLDER, read, tell


@click.command()
@FOLDER
@click.pass_context
def check(ctx: click.Context, folder: Path) -> None:
    """Tell every problem in the content at once.

    FOLDER holds toolkits/ and themes/; without it, the current folder is checked.
    """
    loaded = read(folder)
    tell(loaded)
    if loaded.errors:
        ctx.exit(1)
    toolkit = loaded.toolkit
    if toolkit is not None:
        actions = sum(len(tuple(s.every_action())) for s in toolkit.sectors.values())
        click.echo(
            f"No errors: {actions} actions in {len(toolkit.sectors)} sectors, "
            f"{len(toolkit.sources)} sources."
        )
