"""toolkits review: what is due for checking."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from generator.commands.folder import FOLDER_OPTION, read, tell
from generator.editing import review as made


class _Day(click.ParamType[datetime.date]):
    """A day as content files write it."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """The day; a usage error with the form to write."""
        try:
            return datetime.datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 # a day
        except ValueError:
            self.fail(f'"{value}" is not a day. Write it like 2027-05-01.', param, ctx)


@click.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    help="Text for a person, or JSON for a program.",
)
@click.option(
    "--on",
    "day",
    metavar="DATE",
    type=_Day(),
    help="The day to look from, such as 2027-05-01; today if left out.",
)
@FOLDER_OPTION
@click.pass_context
def review(ctx: click.Context, format_: str, day: datetime.date | None, folder: Path) -> None:
    """List what is due for checking: actions, law, sources, resources and sectors.

    An action is due when its own "checked" says so, and a law after six months. Sources, resources
    and the figures of a sector are due after a year.
    """
    loaded = read(folder)
    if loaded.toolkit is None:
        tell(loaded)
        ctx.exit(1)
    on = day or datetime.datetime.now().astimezone().date()
    found = made.review(loaded.toolkit, on)
    text = made.as_json(found) if format_ == "json" else made.as_text(found, loaded.toolkit)
    click.echo(text, nl=False)
