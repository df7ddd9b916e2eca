"""The same work on many things, by two processes where that pays and is safe."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.pool import Pool
from pathlib import Path
from typing import TypeVar

_AT_ONCE = 2  # processes: a build server has two cores
_TASKS = Path("/proc/self/task")

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def each(work: Callable[[Thing], Made], things: Sequence[Thing], worth: int) -> Iterator[Made]:
    """The result of each, in order; fewer things than `worth` are not worth a process."""
    pool = _pool() if len(things) >= worth and _alone() else None
    if pool is None:
        yield from map(work, things)
        return
    with pool:
        yield from pool.imap(work, things, chunksize=4 if len(things) >= 8 * worth else 1)


def beside(work: Callable[[], Iterator[Made]]) -> Iterator[Made] | None:
    """Starts some work in a process beside this one; its results are waited for as they are asked.

    Nothing where that is not safe. What a process that ends too early has left is done here
    instead, which shows why.
    """
    if not _alone():
        return None
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, there), daemon=True)
    process.start()
    there.close()
    return _received(here, work)


_END = "end"


def _received(here: Connection, work: Callable[[], Iterator[Made]]) -> Iterator[Made]:
    number = 0
    with here:
        while True:
            try:
                kind, found = here.recv()
            except EOFError:
                break
            if kind == _END:
                return
            number += 1
            yield found
    yield from islice(work(), number, None)


def _send(work: Callable[[], Iterator[object]], there: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that waits
    with contextlib.suppress(Exception):  # the other process does it again, and shows it
        for found in work():
            there.send(("", found))
        there.send((_END, None))
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


def _pool() -> Pool | None:
    deaf = (signal.signal, (signal.SIGINT, signal.SIG_IGN))  # Ctrl-C is for the one that waits
    try:
        return multiprocessing.get_context("fork").Pool(_AT_ONCE, *deaf)
    except OSError:  # no shared memory, as in some containers, or no room in it
        return None
