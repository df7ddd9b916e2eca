"""toolkits export: one file to take away, or all of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.commands.folder import FOLDER_OPTION, read, site_url, tell
from generator.commands.saving import make_folder, save
from generator.content.toolkit import Toolkit
from generator.kept import Kept
from generator.takeaways import FORMATS, TakeAwayError

_ALL = "all"


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice((*FORMATS, _ALL)))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--sector", default="", help="The sector, such as hospitality.")
@click.option("--audience", default="", help="One kind of organisation in it, such as micro.")
@click.option("--large-print", is_flag=True, help="The PDF in 18 point.")
@FOLDER_OPTION
@click.pass_context
def export(ctx: click.Context, /, format_: str, file: Path, folder: Path, **chosen: Any) -> None:
    """Write one file to take away: pdf, docx, xlsx, csv or json. Or all of them, into a folder.

    PDF and Word are of one sector or one kind of organisation in it. Excel has a sheet for each
    kind. CSV is of one sector or of all. JSON is of everything.
    """
    if format_ == _ALL and any(chosen.values()):
        raise click.UsageError("all is everything: leave out --sector, --audience, --large-print.")
    if file.is_dir() != (format_ == _ALL) and file.exists():
        wanted = "folder" if format_ == _ALL else "file"
        raise click.UsageError(f"{file} is not a {wanted}.")
    loaded = read(folder)
    if loaded.toolkit is None:
        tell(loaded)
        ctx.exit(1)
    if format_ == _ALL:
        _everything(loaded.toolkit, file, site_url(folder))
    else:
        _one(loaded.toolkit, file, site_url(folder), format_, chosen)


def _one(toolkit: Toolkit, file: Path, address: str, kind: str, chosen: dict[str, Any]) -> None:
    from generator.takeaways import one  # noqa: PLC0415 # slow to load; a wrong format needs none

    try:
        content = one.write(toolkit, one.Choice(kind, **chosen), address)
    except one.ChoiceError as error:
        raise click.UsageError(str(error)) from None
    except TakeAwayError as error:
        raise click.ClickException(str(error)) from None
    save(file, content)
    click.echo(f"Wrote {file} ({len(content):,} bytes).")


def _everything(toolkit: Toolkit, target: Path, address: str) -> None:
    """Every file below a folder; the bar shows on a terminal only."""
    from generator.takeaways import everything  # noqa: PLC0415 # slow to load, as above

    try:
        wanted: Sequence[everything.Order] = everything.orders(toolkit, address)
        made = everything.made(wanted, Kept(None))
        with click.progressbar(made, len(wanted), "Making files") as bar:
            for one in bar:
                make_folder((target / one.path).parent)
                save(target / one.path, one.content)
    except TakeAwayError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Wrote {len(wanted)} files to {target}.")
