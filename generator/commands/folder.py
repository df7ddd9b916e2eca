"""The project folder that a command works on: the argument for it, and its content, loaded."""

from __future__ import annotations

from pathlib import Path

import click

from generator.content.load import Loaded, load
from generator.content.problems import Problem, Severity
from generator.editing import telling
from generator.settings import read_config, settings

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_A_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

FOLDER = click.argument("folder", default=".", type=_A_FOLDER)
"""The folder as an argument, for commands that take nothing else."""

FOLDER_OPTION = click.option(
    "--folder",
    default=".",
    type=_A_FOLDER,
    help="The project folder, with toolkits/, themes/ and mkdocs.yml.",
)
"""The folder as an option, for commands that have other arguments."""


def has_content(folder: Path) -> None:
    """A usage error where the folder has no content."""
    if not (folder / "toolkits").is_dir():
        raise click.UsageError(
            f'There is no folder "toolkits" in {folder}. Go to the project folder first, '
            "or name it: toolkits check PATH."
        )


def read(folder: Path) -> Loaded:
    """The content of the folder, or its problems; a usage error where there is no content."""
    has_content(folder)
    try:
        return load(folder)
    except OSError as error:
        raise click.ClickException(
            f"{error.filename} cannot be read: {error.strerror}. Check who may read it."
        ) from None


def tell(loaded: Loaded, *, colour: bool | None = None) -> None:
    """Prints every problem, and how many there are; in colour on a terminal only."""
    for problem in loaded.problems:
        click.echo(_coloured(problem) + "\n", err=True, color=colour)
    if loaded.problems:
        click.echo(f"{telling.count(loaded.problems)}.", err=True)


def _coloured(problem: Problem) -> str:
    """A problem with its severity and its caret in colour."""
    head, *excerpt, fix = problem.describe().split("\n")
    colour = _COLOURS[problem.severity]
    mark = f"{problem.severity} [{problem.code}]:"
    lines = [head.replace(mark, click.style(mark, fg=colour, bold=True), 1), *excerpt[:1]]
    lines += [click.style(caret, fg=colour) for caret in excerpt[1:]]
    return "\n".join([*lines, fix])


def site_url(folder: Path) -> str:
    """The address of the site, as mkdocs.yml sets it; empty where it says none."""
    try:
        return settings(read_config(folder / "mkdocs.yml")).site_url
    except ValueError:
        return ""  # a command that only shows an address needs no settings
