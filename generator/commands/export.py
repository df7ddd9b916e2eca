"""toolkits export: one file to take away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.commands.folder import FOLDER_OPTION, read, site_url, tell
from generator.commands.saving import save
from generator.takeaways import FORMATS


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--sector", default="", help="The sector, such as hospitality.")
@click.option("--audience", default="", help="One kind of organisation in it, such as micro.")
@click.option("--large-print", is_flag=True, help="The PDF in 18 point.")
@FOLDER_OPTION
@click.pass_context
def export(ctx: click.Context, /, format_: str, file: Path, folder: Path, **chosen: Any) -> None:
    """Write one file to take away: pdf, docx, xlsx, csv or json.

    PDF and Word are of one sector or one kind of organisation in it. Excel has a sheet for each
    kind. CSV is of one sector or of all. JSON is of everything.
    """
    from generator.takeaways import one  # noqa: PLC0415 # slow to load; a wrong format needs none

    loaded = read(folder)
    if loaded.toolkit is None:
        tell(loaded)
        ctx.exit(1)
    try:
        content = one.write(loaded.toolkit, one.Choice(format_, **chosen), site_url(folder))
    except one.ChoiceError as error:
        raise click.UsageError(str(error)) from None
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    save(file, content)
    click.echo(f"Wrote {file} ({len(content):,} bytes).")
