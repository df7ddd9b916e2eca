"""toolkits new: a sector or an action to fill in."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.commands import history
from generator.commands.folder import FOLDER_OPTION, has_content
from generator.commands.saving import save_all
from generator.editing import new as made
from generator.editing.blanks import TODO
from generator.editing.edits import LayoutError
from generator.editing.things import Snapshot, snapshot


@click.group()
def new() -> None:
    """Start a new sector or action, with every field explained.

    What you still have to write is marked TODO, and toolkits check refuses it until it is written.
    """


@new.command()
@click.argument("name", metavar="NAME")
@FOLDER_OPTION
def sector(name: str, folder: Path) -> None:
    """Make the folder of a new sector.

    NAME is its part of the address, such as social-care. The folder gets sector.yml and a file for
    each theme.
    """
    now = _read(folder)
    try:
        files = made.sector(now, name, datetime.datetime.now().astimezone().date(), folder)
    except made.NotPossibleError as error:
        raise click.UsageError(str(error)) from None
    save_all(folder, files)
    _tell(files, f"toolkits/{name}")


@new.command()
@click.argument("sector", metavar="SECTOR")
@click.argument("theme", metavar="THEME")
@click.option("--replaces", metavar="ID", default="", help="The action to retire for it.")
@FOLDER_OPTION
def action(sector: str, theme: str, replaces: str, folder: Path) -> None:
    """Add an action with the next free id.

    It goes to the end of SECTOR's file for THEME.

    With --replaces, the old action is retired and points to the new one. If it stood in another
    theme of the sector, it moves: the new action starts with its words.
    """
    now = _read(folder)

    def ever_used(id_: str) -> bool:
        return history.ever_held(folder, f"id: {id_}")

    today = datetime.datetime.now().astimezone().date()
    wanted = made.Wanted(sector, theme, today, replaces, ever_used)
    try:
        id_, files = made.action(folder, now, wanted)
    except made.NotPossibleError as error:
        raise click.UsageError(str(error)) from None
    except LayoutError as error:
        raise click.ClickException(str(error)) from None
    save_all(folder, files)
    click.echo(f"Added {id_}.")
    if replaces:
        click.echo(
            f"Retired {replaces}, which points to it. Check tells what still needs {replaces}."
        )
    _tell(files, id_)


def _read(folder: Path) -> Snapshot:
    has_content(folder)
    now = snapshot(folder)
    if now.unread:
        files = ", ".join(sorted(now.unread))
        raise click.ClickException(f"{files} cannot be read. Run toolkits check, and mend it.")
    return now


def _tell(files: made.Files, what: str) -> None:
    """Which files were written, and what is left to do."""
    left = sum(content.decode().count(f"{TODO}") for content in files.values())
    for path in sorted(files):
        click.echo(f"  {path}")
    if left:
        click.echo(f"Replace each {TODO} in it. toolkits check refuses {what} until then.")
    else:
        click.echo("Read it once more, then run toolkits check.")
