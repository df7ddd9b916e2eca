"""Content is made into something while the rules are asked about it in a process beside.

A sound toolkit is the common case, and most of a build needs only that each file is sound. Where
the rules find an error, what was made meanwhile is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from generator.content.load import Begun, Loaded
from generator.content.toolkit import Toolkit
from generator.parallel import beside

Made = TypeVar("Made")


def make(
    begun: Begun, work: Callable[[Toolkit], Made], *, at_once: bool
) -> tuple[Loaded, Made | None]:
    """The content with every problem, and what `work` makes of it where there is no error.

    `at_once`: the work may begin before the rules have spoken, and be in vain. An error in the
    content is told rather than what it leads to in the work.
    """
    rules = beside(begun.judged) if at_once else None
    made = None
    if rules and begun.toolkit:
        with suppress(Exception):  # the rules may say why; if not, it fails again below
            made = work(begun.toolkit)
    loaded = begun.loaded((rules or begun.judged)())
    if loaded.toolkit is None:
        return loaded, None
    return loaded, work(loaded.toolkit) if made is None else made
