"""A bar for long work, on a terminal only: a log of CI needs none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypeVar

import click

LONG = 40
"""So many files or pages take some two seconds."""

Made = TypeVar("Made")


def watched(work: Iterator[Made], number: int, label: str) -> Iterator[Made]:
    """The same work, with a bar where it is long and somebody can see it."""
    if number < LONG or not sys.stderr.isatty():
        return work
    return _with_bar(work, number, label)


def _with_bar(work: Iterator[Made], number: int, label: str) -> Iterator[Made]:
    with click.progressbar(work, number, label, file=sys.stderr) as bar:
        yield from bar
