"""Files to take away in a preview: those of the last build at once, the new ones a little later.

An editor waits for words on a page. Fifty PDFs would take longer than all the pages, and are the
same words again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.kept import Kept
from generator.takeaways import TakeAwayError
from generator.takeaways.everything import Order, TakeAway

log = logging.getLogger("mkdocs.plugins.toolkits")


@dataclass
class Later:
    """What a preview has put off, and who makes it."""

    last: dict[str, TakeAway] = field(default_factory=dict)
    orders: list[Order] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    maker: threading.Thread | None = None

    def put_off(self, missing: Sequence[Order]) -> dict[str, TakeAway]:
        """The files of the last build that stand for new ones; the others must be made now."""
        self.orders = [order for order in missing if order.path in self.last]
        return {
            order.path: replace(self.last[order.path], actions=order.actions)
            for order in self.orders
        }

    def catch_up(self, site: Path, kept: Kept) -> None:
        """Makes them beside whatever else goes on, and puts each into the preview's site."""
        if self.orders:
            self.stop = threading.Event()
            made = (self.orders, site, kept, self.stop)
            self.maker = threading.Thread(target=_make, args=made, daemon=True)
            self.maker.start()

    def pause(self) -> None:
        """Stops after the file that is being made: the next build asks again for what is left."""
        self.stop.set()
        if self.maker:
            self.maker.join()
        self.maker, self.orders = None, []


def _make(orders: list[Order], site: Path, kept: Kept, stop: threading.Event) -> None:
    for order in orders:
        if stop.is_set():
            return
        try:
            content = order.run()
        except TakeAwayError as error:
            log.error("%s", error)  # noqa: TRY400 # the words are for an editor
            continue
        kept.put(order.key, content)
        with suppress(OSError):  # the preview has ended
            beside = site / f"{order.path}.new"  # nobody gets half a file
            beside.write_bytes(content)
            beside.replace(site / order.path)
