"""Files to take away in a preview: those of the last build at once, the new ones a little later.

An editor waits for words on a page. Fifty PDFs would take longer than all the pages, and are the
same words again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.kept import Kept
from generator.takeaways import TakeAwayError
from generator.takeaways.everything import UNCOUNTED, Order, TakeAway, one

log = logging.getLogger("mkdocs.plugins.toolkits")

Ask = Callable[[], Sequence[Order]]
"""Says which files there are to be; even that takes a while."""


@dataclass
class Later:
    """What a preview has put off, and who makes it."""

    last: dict[str, TakeAway] = field(default_factory=dict)
    ask: Ask | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    maker: threading.Thread | None = None

    def keep(self, files: Sequence[TakeAway]) -> None:
        """The files of a build, which may stand for those of the next."""
        self.last = {file.path: file for file in files}

    def put_off(self, ask: Ask) -> tuple[TakeAway, ...]:
        """The files of the last build, which stand for those that are asked for until later."""
        self.ask = ask
        return tuple(replace(file, actions=UNCOUNTED) for file in self.last.values())

    def catch_up(self, site: Path, kept: Kept) -> None:
        """Makes them beside whatever else goes on, and puts each into the preview's site."""
        ask = self.ask
        if ask:
            self.end()  # one at a time; whoever made files before has long stopped
            self.stop = threading.Event()
            made = (ask, self.last, site, kept, self.stop)
            self.maker = threading.Thread(target=_make, args=made, daemon=True)
            self.maker.start()

    def pause(self) -> None:
        """Stops after the file that is being made: the next build asks again for what is left.

        It is not waited for, and changes nothing that a build looks at.
        """
        self.stop.set()
        self.ask = None

    def end(self) -> None:
        """Stops, and waits until nobody makes files."""
        self.pause()
        if self.maker:
            self.maker.join()
        self.maker = None


def _make(
    ask: Ask, last: dict[str, TakeAway], site: Path, kept: Kept, stop: threading.Event
) -> None:
    try:
        orders = ask()
    except TakeAwayError as error:
        log.error("%s", error)  # noqa: TRY400 # the words are for an editor
        return
    for order in orders:
        if stop.is_set():
            break
        try:
            file = one(order, kept)
        except TakeAwayError as error:
            log.error("%s", error)  # noqa: TRY400 # the words are for an editor
            continue
        if stop.is_set():
            break
        if file.content != last[file.path].content:
            with suppress(OSError):  # the preview has ended
                beside = site / f"{file.path}.new"  # nobody gets half a file
                beside.write_bytes(file.content)
                beside.replace(site / file.path)
        last[file.path] = file
    kept.prune()
