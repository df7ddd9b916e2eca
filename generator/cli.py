"""The command line: words, exit codes and progress.

Exit codes: 0 all is well, 1 there are problems, 2 the command was not used as it is meant.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from generator import project
from generator.content.load import Loaded, load
from generator.content.problems import Severity
from generator.editing import report as counts
from generator.settings import read_config, settings
from generator.takeaways import FORMATS


class _Suggesting(click.Group):
    """A group of commands that suggests the nearest one for a mistyped name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command; a name that is none is a usage error with a suggestion."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=0.4)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            ctx.fail(f'There is no command "{args[0]}".{hint}')
        return super().resolve_command(ctx, args)


_FOLDER = click.argument(
    "folder",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)


@click.group(cls=_Suggesting, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="inclusive-employer-toolkits", prog_name="toolkits")
def main() -> None:
    """Checks and publishes the inclusive employer toolkits."""


@main.command()
@_FOLDER
@click.pass_context
def check(ctx: click.Context, folder: Path) -> None:
    """Tell every problem in the content at once.

    FOLDER holds toolkits/ and themes/; without it, the current folder is checked.
    """
    loaded = _load(folder)
    _report(loaded)
    if loaded.errors:
        ctx.exit(1)
    toolkit = loaded.toolkit
    if toolkit is not None:
        actions = sum(len(tuple(s.every_action())) for s in toolkit.sectors.values())
        click.echo(
            f"No errors: {actions} actions in {len(toolkit.sectors)} sectors, "
            f"{len(toolkit.sources)} sources."
        )


@main.command()
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--folder",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project folder, with toolkits/, themes/ and mkdocs.yml.",
)
@click.pass_context
def render(ctx: click.Context, target: Path, folder: Path) -> None:
    """Write the site as a plain Markdown project into DIR, for any other builder.

    DIR must not exist, be empty, or hold an earlier render.
    """
    loaded = _load(folder)
    _report(loaded)
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


@main.command()
@_FOLDER
@click.pass_context
def report(ctx: click.Context, folder: Path) -> None:
    """Count what the toolkits hold: by theme, audience, evidence and group, and how it reads.

    FOLDER holds toolkits/ and themes/; without it, the current folder is counted.
    """
    loaded = _load(folder)
    if loaded.toolkit is None:
        _report(loaded)
        ctx.exit(1)
    for table in counts.report(loaded.toolkit):
        click.echo(_lines(table))


def _lines(table: counts.Table) -> str:
    """A table as aligned columns: the first to the left, numbers to the right."""
    rows = (table.heads, *table.rows)
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))).rstrip()
        for row in rows
    ]
    return "\n".join((table.title, "-" * len(table.title), *lines, ""))


@main.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--sector", default="", help="The sector, such as hospitality.")
@click.option("--audience", default="", help="One kind of organisation in it, such as micro.")
@click.option("--large-print", is_flag=True, help="The PDF in 18 point.")
@click.option(
    "--folder",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project folder, with toolkits/, themes/ and mkdocs.yml.",
)
@click.pass_context
def export(ctx: click.Context, /, format_: str, file: Path, folder: Path, **chosen: Any) -> None:
    """Write one file to take away: pdf, docx, xlsx, csv or json.

    PDF and Word are of one sector or one kind of organisation in it. Excel has a sheet for each
    kind. CSV is of one sector or of all. JSON is of everything.
    """
    from generator.takeaways import one  # noqa: PLC0415 # slow to load, and only needed here

    loaded = _load(folder)
    if loaded.toolkit is None:
        _report(loaded)
        ctx.exit(1)
    try:
        content = one.write(loaded.toolkit, one.Choice(format_, **chosen), _site_url(folder))
    except one.ChoiceError as error:
        raise click.UsageError(str(error)) from None
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    _save(file, content)
    click.echo(f"Wrote {file} ({len(content):,} bytes).")


def _site_url(folder: Path) -> str:
    try:
        return settings(read_config(folder / "mkdocs.yml")).site_url
    except ValueError:
        return ""  # an export needs no settings; without them it shows no address


def _save(file: Path, content: bytes) -> None:
    """Writes the whole file, or leaves what was there."""
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise click.ClickException(f"{file} was not written: {error.strerror}.") from None


def _refuse(folder: Path, target: Path) -> None:
    try:
        reason = project.refusal(folder, target)
    except OSError as error:
        reason = f"{target} cannot be used: {error.strerror or error}."
    if reason:
        raise click.UsageError(f"{reason} Choose a new or empty folder.")


def _load(folder: Path) -> Loaded:
    if not (folder / "toolkits").is_dir():
        raise click.UsageError(
            f'There is no folder "toolkits" in {folder}. Go to the project folder first, '
            "or name it: toolkits check PATH."
        )
    try:
        return load(folder)
    except OSError as error:
        raise click.ClickException(
            f"{error.filename} cannot be read: {error.strerror}. Check who may read it."
        ) from None


def _report(loaded: Loaded) -> None:
    for problem in loaded.problems:
        click.echo(problem.describe() + "\n", err=True)
    errors = len(loaded.errors)
    warnings = len(loaded.problems) - errors
    if loaded.problems:
        click.echo(
            f"{_count(errors, Severity.ERROR)}, {_count(warnings, Severity.WARNING)}.", err=True
        )


def _count(number: int, what: Severity) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
