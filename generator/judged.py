"""Content is made into something while the rules are asked about it in a process beside.

A sound toolkit is the common case, and most of a build needs only that each file is sound. Where
the rules find an error, what was made meanwhile is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from generator.content.fitted import Memory
from generator.content.load import Begun, Loaded, begin
from generator.content.problems import Problem
from generator.content.toolkit import Toolkit
from generator.parallel import beside

Made = TypeVar("Made")
Verdict = Callable[[], Loaded]


def make(
    folder: Path, memory: Memory, work: Callable[[Toolkit], Made], *, at_once: bool
) -> tuple[Made | None, Verdict]:
    """What `work` makes of the content, and a verdict to wait for before anyone sees it.

    `at_once`: the work may begin before the rules have spoken, and be in vain. Where nothing could
    be made, the verdict says why; an error in the content comes before what it leads to.
    """
    hasty = begin(folder, hasty=True) if at_once else None
    if hasty and hasty.toolkit:
        made, verdict = _meanwhile(hasty, hasty.toolkit, work)
        if made is not None:
            return made, verdict
    begun = begin(folder, memory)
    loaded = begun.loaded(begun.judged())
    return work(loaded.toolkit) if loaded.toolkit else None, lambda: loaded


def _meanwhile(
    begun: Begun, toolkit: Toolkit, work: Callable[[Toolkit], Made]
) -> tuple[Made | None, Verdict]:
    """Nothing is made where it is not sure, fails, or cannot be done beside something else."""
    told = beside(begun.told)
    made = None
    if told:
        with suppress(Exception):  # the rules may say why; if not, it fails again afterwards
            made = work(toolkit)
    if told is None or made is None or not next(told):
        return None, lambda: begun.loaded(begun.judged())
    rest = told
    return made, lambda: begun.loaded(cast("tuple[Problem, ...]", next(rest)))
