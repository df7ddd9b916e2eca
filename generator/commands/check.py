"""toolkits check: every problem in the content at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from generator.commands import history
from generator.commands.folder import FOLDER, read, tell
from generator.content.load import Loaded
from generator.editing import since
from generator.editing.things import snapshot


@click.command()
@FOLDER
@click.option("--base", metavar="REV", help="Also compare with a branch, tag or commit of Git.")
@click.pass_context
def check(ctx: click.Context, folder: Path, base: str | None) -> None:
    """Tell every problem in the content at once.

    FOLDER holds toolkits/ and themes/; without it, the current folder is checked. With --base, ids
    that vanished and changes that readers are not told of are problems too.
    """
    loaded = read(folder)
    if base is not None:
        loaded = _compared(loaded, folder, base)
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


def _compared(loaded: Loaded, folder: Path, base: str) -> Loaded:
    """The same with the problems that show only beside the content at `base`."""
    with history.at(folder, base) as before:
        old = snapshot(before)
    problems = {*loaded.problems, *since.check(folder, old, snapshot(folder))}
    return replace(loaded, problems=tuple(sorted(problems, key=lambda problem: problem.order)))
