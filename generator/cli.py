"""The command line: which commands there are.

Exit codes: 0 all is well, 1 there are problems, 2 the command was not used as it is meant.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

COMMANDS = ("check", "fmt", "diff", "new", "review", "schema", "report", "render", "export")
"""Every command has a module of its name in `commands`, loaded only when it is asked for."""


class _Commands(click.Group):
    """The commands; a mistyped name is answered with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click passes it
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 # click passes it
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"generator.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command; a name that is none is a usage error with a suggestion."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1, cutoff=0.4)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            ctx.fail(f'There is no command "{args[0]}".{hint}')
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the command; an output that takes no more is told in words."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if error.filename is not None:
                raise  # a file, which the command should have answered for
            sys.exit(_cut_short(error))


def _cut_short(error: OSError) -> int:
    """Says that the output could not be written, as far as that can still be said."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError):
        click.echo(f"Error: the output cannot be written: {error.strerror}.", err=True)
    for stream in (sys.stdout, sys.stderr):  # or what they still hold would fail at the very end
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    return 1


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="inclusive-employer-toolkits", prog_name="toolkits")
def main() -> None:
    """Checks and publishes the inclusive employer toolkits."""
