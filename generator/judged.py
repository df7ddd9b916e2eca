"""Content is made into something while the rules are asked about it in a process beside.

A sound toolkit is the common case, and most of a build needs only that each file is sound. Where
the rules find an error, what was made meanwhile is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from generator.content.fitted import Memory
from generator.content.load import begin
from generator.content.problems import Problem
from generator.content.toolkit import Toolkit
from generator.parallel import beside

Made = TypeVar("Made")
Verdict = Callable[[], tuple[Problem, ...]]
"""Waits for the rules, and gives every problem; there is nothing to show if one is an error."""


def make(
    folder: Path, memory: Memory, work: Callable[[Toolkit], Made], *, at_once: bool
) -> tuple[Made | None, Verdict]:
    """What `work` makes of the content, and a verdict to wait for before anyone sees it.

    `at_once`: the work may begin before the rules have spoken, and be in vain. Where nothing could
    be made, the verdict says why; an error in the content comes before what it leads to.
    """
    found = _meanwhile(folder, work) if at_once else None
    if found:
        return found
    begun = begin(folder, memory)
    problems = begun.judged()
    toolkit = begun.loaded(problems).toolkit
    return work(toolkit) if toolkit else None, lambda: problems


def _meanwhile(folder: Path, work: Callable[[Toolkit], Made]) -> tuple[Made, Verdict] | None:
    """Nothing where it is not sure, fails, or cannot be done beside something else.

    The content is let go of once the work is done: a large one takes much room.
    """
    read = [begin(folder, hasty=True)]
    toolkit = read[0].toolkit

    def tell() -> Iterator[bool | tuple[Problem, ...]]:
        return (read or [begin(folder, hasty=True)])[0].told()

    told = beside(tell) if toolkit else None
    if toolkit is None or told is None:
        return None
    made = None
    with suppress(Exception):  # the rules may say why; if not, it fails again afterwards
        made = work(toolkit)
    del toolkit
    read.clear()
    if made is None or not next(told):
        return None
    rest = told
    return made, lambda: cast("tuple[Problem, ...]", next(rest))
