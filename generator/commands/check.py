"""toolkits check: every problem in the content at once."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.commands import history
from generator.commands.folder import FOLDER, read, tell
from generator.content.load import Loaded
from generator.editing import since, telling
from generator.editing.things import snapshot

_FORMATS = ("text", "github", "json")


@click.command()
@FOLDER
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    help="For people, for the checks of a pull request on GitHub, or for programs.",
)
@click.option("--base", metavar="REV", help="Also compare with a branch, tag or commit of Git.")
@click.pass_context
def check(ctx: click.Context, folder: Path, form: str, base: str | None) -> None:
    """Tell every problem in the content at once.

    FOLDER holds toolkits/ and themes/; without it, the current folder is checked. With --base, ids
    that vanished and changes that readers are not told of are problems too.
    """
    loaded = read(folder)
    if base is not None:
        loaded = _compared(loaded, folder, base)
    if form == "json":
        click.echo(telling.as_json(loaded.problems))
    elif form == "github":
        _github(loaded, folder)
    else:
        _text(loaded)
    if loaded.errors:
        ctx.exit(1)


def _compared(loaded: Loaded, folder: Path, base: str) -> Loaded:
    """The same with the problems that show only beside the content at `base`."""
    with history.at(folder, base) as before:
        old = snapshot(before)
    now = snapshot(folder)
    problems = {*since.first_causes(loaded.problems, old, now), *since.check(folder, old, now)}
    return replace(loaded, problems=tuple(sorted(problems, key=lambda problem: problem.order)))


def _text(loaded: Loaded) -> None:
    colour = False if os.environ.get("NO_COLOR") else None  # else: only on a terminal
    tell(loaded, colour=colour)
    if loaded.problems and sys.stderr.isatty():
        click.echo(f"{telling.GUIDE} explains each code in brackets.", err=True)
    toolkit = loaded.toolkit
    if toolkit is not None and not loaded.errors:
        actions = sum(len(tuple(s.every_action())) for s in toolkit.sectors.values())
        click.echo(
            f"No errors: {actions} actions in {len(toolkit.sectors)} sectors, "
            f"{len(toolkit.sources)} sources."
        )


def _github(loaded: Loaded, folder: Path) -> None:
    """The worst beside the lines they are about, all of them on the summary page of the run."""
    below = "" if folder == Path() or folder.is_absolute() else f"{folder.as_posix()}/"
    for line in telling.worst(loaded.problems, below):
        click.echo(line)
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if not page:
        _text(loaded)
        return
    try:
        with Path(page).open("a", encoding="utf-8") as file:
            file.write(telling.summary(loaded.problems))
    except OSError as error:
        raise click.ClickException(f"{page} was not written: {error.strerror}.") from None
