"""toolkits check: every problem in the content at once."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.commands.folder import FOLDER, read, tell
from generator.content.load import Loaded
from generator.editing import telling

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
@click.pass_context
def check(ctx: click.Context, folder: Path, form: str) -> None:
    """Tell every problem in the content at once.

    FOLDER holds toolkits/ and themes/; without it, the current folder is checked.
    """
    loaded = read(folder)
    if form == "json":
        click.echo(telling.as_json(loaded.problems))
    elif form == "github":
        _github(loaded, folder)
    else:
        _text(loaded)
    if loaded.errors:
        ctx.exit(1)


def _text(loaded: Loaded) -> None:
    colour = False if os.environ.get("NO_COLOR") else None  # else: only on a terminal
    tell(loaded, colour=colour)
    if loaded.problems:
        click.echo(f"{telling.GUIDE} explains each code in brackets.", err=True)
    _good(loaded)


def _github(loaded: Loaded, folder: Path) -> None:
    """The worst beside the lines they are about, all of them on the summary page of the run."""
    below = "" if folder == Path() or folder.is_absolute() else f"{folder.as_posix()}/"
    for line in telling.worst(loaded.problems, below):
        click.echo(line)
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page:
        try:
            with Path(page).open("a", encoding="utf-8") as file:
                file.write(telling.summary(loaded.problems))
        except OSError as error:
            raise click.ClickException(f"{page} was not written: {error.strerror}.") from None
    else:
        _text(loaded)


def _good(loaded: Loaded) -> None:
    toolkit = loaded.toolkit
    if toolkit is not None:
        actions = sum(len(tuple(s.every_action())) for s in toolkit.sectors.values())
        click.echo(
            f"No errors: {actions} actions in {len(toolkit.sectors)} sectors, "
            f"{len(toolkit.sources)} sources."
        )
