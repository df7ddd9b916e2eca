"""The same work on many things by two processes, or one work beside another, where that is safe.

These processes are copies of this one: what they work on is never packed up and sent, only what
they make is. Waiting for them takes no thread, so that there may be copies again later.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakSet

_AT_ONCE = 2  # processes: a build server has two cores
_TASKS = Path("/proc/self/task")
_NUMBER = 4  # bytes of a thing's number: the system hands so few over whole
_MOST = 16_000  # numbers that a pipe surely takes in at once

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def each(work: Callable[[Thing], Made], things: Sequence[Thing], worth: int) -> Iterator[Made]:
    """The result of each, in order; fewer things than `worth` are not worth a process.

    Where it is worth one, work begins at once, and goes on while nobody asks.
    """
    if not worth <= len(things) < _MOST or not _alone():
        return map(work, things)
    take, put = os.pipe()
    os.write(put, b"".join(number.to_bytes(_NUMBER, "big") for number in range(len(things))))

    def next_ones() -> Iterator[tuple[int, Made]]:
        os.close(put)  # or it would wait for more for ever
        while taken := os.read(take, _NUMBER):
            number = int.from_bytes(taken, "big")
            yield number, work(things[number])

    hands = [hand for _ in range(_AT_ONCE) if (hand := _started(next_ones))]
    os.close(put)
    os.close(take)
    return _in_order(hands, work, things)


def beside(work: Callable[[], Iterator[Made]]) -> Iterator[Made] | None:
    """Starts some work in a process beside this one; its results are waited for as they are asked.

    Nothing where that is not safe. What a process that ends too early has left is done here
    instead, which shows why.
    """
    here = _started(work) if _alone() else None
    return _received(here, work) if here else None


def _in_order(
    hands: list[Connection], work: Callable[[Thing], Made], things: Sequence[Thing]
) -> Iterator[Made]:
    """What the processes make, sorted; what one that ends too early has left is done here."""
    made: dict[int, Made] = {}
    busy = list(hands)
    try:
        for number, thing in enumerate(things):
            while number not in made and busy:
                ready = wait(busy)
                for hand in [own for own in busy if own in ready]:
                    try:
                        made.update(_one(hand))
                    except EOFError:
                        busy.remove(hand)
            yield made.pop(number) if number in made else work(thing)
    finally:
        for hand in hands:
            hand.close()  # a process that still works ends when it has something to give


def _received(here: Connection, work: Callable[[], Iterator[Made]]) -> Iterator[Made]:
    number = 0
    with here, contextlib.suppress(EOFError):
        while found := _one(here):
            number += 1
            yield from found
        return
    yield from islice(work(), number, None)


def _one(hand: Connection) -> tuple[()] | tuple[Any]:
    """The next thing that a process has made; nothing once it has made all.

    Raises EOFError where it has ended before that.
    """
    found: tuple[()] | tuple[Any] = hand.recv()
    return found


_ends: WeakSet[Connection] = WeakSet()
"""Where this process waits for others: a copy of it must not hold them open as well."""


def _started(work: Callable[[], Iterator[object]]) -> Connection | None:
    """A copy of this process that works, and where to wait for it; none where there is no room."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    _ends.add(here)
    try:
        context.Process(target=_send, args=(work, there), daemon=True).start()
    except OSError:
        here.close()
        return None
    finally:
        there.close()
    return here


def _send(work: Callable[[], Iterator[object]], there: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that waits
    for end in _ends:
        end.close()  # or nobody would learn that the one who waits is gone
    with contextlib.suppress(Exception):  # the other process does it again, and shows it
        for found in work():
            there.send((found,))
        there.send(())
    there.close()


def _alone() -> bool:
    """Whether this process has one thread, so that a copy of it is whole.

    A fork copies one thread only: where others run, as under `mkdocs serve` or once Typst has
    started its own, the copy could hang. Only Linux says how many there are.
    """
    try:
        return len(list(_TASKS.iterdir())) == 1
    except OSError:
        return False
