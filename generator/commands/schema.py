"""toolkits schema: what an editor's program needs to help while you type."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.folder import FOLDER_OPTION, has_content
from generator.commands.saving import make_folder, save_all
from generator.content.files import Role
from generator.editing import vscode
from generator.editing.things import snapshot
from generator.takeaways import schema as schemas

_SETTINGS = "settings.json"


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@FOLDER_OPTION
def schema(target: Path, folder: Path) -> None:
    """Write a JSON Schema for each kind of content file into DIR, and settings for VS Code.

    Name it .vscode: then VS Code explains each field and marks mistakes while you type, with the
    extension "YAML" by Red Hat. Other settings that are there stay.
    """
    has_content(folder)
    themes = [path.stem for path in (folder / "themes").glob("*.yml")]
    try:
        settings = vscode.settings(_place(target, folder), themes, _before(target / _SETTINGS))
    except vscode.SettingsError:
        raise click.ClickException(
            f"{target / _SETTINGS} holds remarks or mistakes, so nothing can be added to it. Move "
            'it away, run this again, and copy your settings beside "yaml.schemas".'
        ) from None
    known = vscode.offers(snapshot(folder))
    roles = [role for role in Role if role is not Role.PAGE]
    files = {vscode.name_of(role): schemas.of_file(role, known) for role in roles}
    make_folder(target)
    save_all(target, {**files, _SETTINGS: settings.encode()})
    click.echo(f"Wrote {len(files)} schemas and {_SETTINGS} to {target}.")
    if target.resolve() != (folder / ".vscode").resolve():
        click.echo(f"VS Code reads only .vscode/{_SETTINGS}: copy the settings there.")


def _place(target: Path, folder: Path) -> str:
    """Where the schemas lie, as VS Code's settings say it."""
    own, around = target.resolve(), folder.resolve()
    if own.is_relative_to(around):
        return f"./{own.relative_to(around).as_posix()}"
    return own.as_uri()


def _before(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, ValueError):
        raise vscode.SettingsError from None
