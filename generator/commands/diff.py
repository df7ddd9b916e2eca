"""toolkits diff: what changed, in words, by action."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import history
from generator.commands.folder import FOLDER_OPTION, has_content
from generator.editing.diff import compare
from generator.editing.difference import as_json
from generator.editing.markdown import markdown
from generator.editing.things import snapshot


@click.command()
@click.argument("base", metavar="BASE")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("markdown", "json")),
    default="markdown",
    help="Markdown, for a pull request, or JSON, for a program.",
)
@FOLDER_OPTION
def diff(base: str, format_: str, folder: Path) -> None:
    """Tell in words what has changed since BASE: a branch, a tag or a commit.

    What stands in the folder now is compared with the content where this branch left BASE.
    Layout, comments and the order of entries do not count.
    """
    has_content(folder)
    with history.at(folder, base) as before:
        old = snapshot(before)
    new = snapshot(folder)
    found = compare(old, new)
    if format_ == "json":
        click.echo(as_json(found, base), nl=False)
    else:
        titles = {sector.id: sector.title for state in (old, new) for sector in state.of("sector")}
        click.echo(markdown(found, titles), nl=False)
