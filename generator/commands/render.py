"""toolkits render: the site as a plain Markdown project."""

from __future__ import annotations

from pathlib import Path

import click

from generator import project
from generator.commands.folder import FOLDER_OPTION, read, tell
from generator.settings import read_config


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@FOLDER_OPTION
@click.pass_context
def render(ctx: click.Context, target: Path, folder: Path) -> None:
    """Write the site as a plain Markdown project into DIR, for any other builder.

    DIR must not exist, be empty, or hold an earlier render.
    """
    loaded = read(folder)
    tell(loaded)
    if loaded.toolkit is None:
        ctx.exit(1)
    _refuse(folder, target)
    try:
        config = read_config(folder / "mkdocs.yml")
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        number = project.write(folder, loaded.toolkit, config, target)
    except OSError as error:
        raise click.ClickException(
            f"Nothing was written to {target}: {error.strerror or error}."
        ) from None
    click.echo(
        f"Wrote {number} files to {target}. Build them with: mkdocs build -f {target}/mkdocs.yml"
    )


def _refuse(folder: Path, target: Path) -> None:
    try:
        reason = project.refusal(folder, target)
    except OSError as error:
        reason = f"{target} cannot be used: {error.strerror or error}."
    if reason:
        raise click.UsageError(f"{reason} Choose a new or empty folder.")
