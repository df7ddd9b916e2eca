"""Every take-away of a toolkit, at its path below the site; made again only when it changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from generator.content import published
from generator.content.toolkit import Toolkit
from generator.kept import Kept, makers
from generator.parallel import each
from generator.takeaways import TakeAwayError, counting, data, schema, table
from generator.takeaways.sheet import Sheet, sheets

_LIBRARIES = ("typst", "fontpkg-atkinson-hyperlegible", "segno", "python-docx", "xlsxwriter")
_WORTH_IT = 8  # files: for fewer, starting a second process costs more than it gains


UNCOUNTED = -1
"""How many actions a file holds that stands for another."""
_ENDINGS = (".pdf", "-large-print.pdf", ".docx")


@dataclass(frozen=True, slots=True)
class TakeAway:
    """One file: its path below the site, its bytes, its pages and its actions where it has any.

    `key` is where it is kept; empty where it is not.
    """

    path: str
    content: bytes
    pages: int = 0
    actions: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A file to be made; `key` is a hash of what it shows, empty where it is not worth keeping."""

    path: str
    make: Callable[[], bytes]
    actions: int = 0
    key: str = ""

    def run(self) -> bytes:
        """Makes the file. TakeAwayError says in words why not; all else is our fault."""
        try:
            return self.make()
        except TakeAwayError:
            raise
        except Exception as error:
            error.add_note(f"This happened while {self.path} was made.")
            raise


def orders(toolkit: Toolkit, site_url: str = "") -> tuple[Order, ...]:
    """Every file that a toolkit gives, in the order of their paths.

    TakeAwayError where one would hold no action.
    """
    made = sheets(toolkit, site_url)
    for sheet in made:
        if not sheet.count:
            raise TakeAwayError(
                f"{path(sheet, '.pdf')} would be empty: there is no action for {sheet.title}. "
                "Write one, or take that kind of organisation out of the sector."
            )
    found = (*_open_data(toolkit), *_of_sheets(made), *_workbooks(made))
    return tuple(sorted(found, key=lambda order: order.path))


def paths(toolkit: Toolkit) -> frozenset[str]:
    """Where the files of a toolkit lie, which takes no time to say."""
    found = {published.EVERY_ACTION, published.WHOLE, *(name for name, _ in schema.files())}
    for sector in toolkit.sectors.values():
        found |= {published.table_of(sector.id), f"{sector.id}/checklist/{sector.id}.xlsx"}
        for name in (sector.id, *(f"{sector.id}-{a.id}" for a in sector.sector.audiences)):
            found |= {f"{sector.id}/checklist/{name}{ending}" for ending in _ENDINGS}
    return frozenset(found)


Watch = Callable[[Iterator[bytes], int], Iterator[bytes]]


def made(
    wanted: Sequence[Order], kept: Kept, watch: Watch = lambda work, _number: work
) -> Iterator[TakeAway]:
    """The files, one by one and in order: those kept from before, and the others made now.

    They are begun at once, before anybody asks. `watch` may show how they come along.
    """
    known = {order.path: kept.get(order.key) if order.key else None for order in wanted}
    missing = [order for order in wanted if order.key and known[order.path] is None]
    fresh = watch(each(Order.run, missing, _WORTH_IT), len(missing))
    return _sorted(wanted, known, fresh, kept)


def _sorted(
    wanted: Sequence[Order], known: dict[str, bytes | None], fresh: Iterator[bytes], kept: Kept
) -> Iterator[TakeAway]:
    for order in wanted:
        content = known[order.path]
        if content is None and not order.key:
            content = order.run()  # sooner made than sent to another process with all it shows
        elif content is None:
            content = next(fresh)
            kept.put(order.key, content)
        yield _counted(order, content)
    kept.prune()


def one(order: Order, kept: Kept) -> TakeAway:
    """A single file: kept from before, or made now and kept."""
    content = kept.get(order.key) if order.key else None
    if content is None:
        content = order.run()
        if order.key:
            kept.put(order.key, content)
    return _counted(order, content)


def _counted(order: Order, content: bytes) -> TakeAway:
    pages = counting.pages(content) if order.path.endswith(".pdf") else 0
    return TakeAway(order.path, content, pages, _actions(order, content), order.key)


def _actions(order: Order, content: bytes) -> int:
    """How many actions a file lists: counted in it where that is soon done."""
    if order.path.endswith(".csv"):
        return counting.rows(content)
    if order.path == published.WHOLE:
        return counting.actions(content)
    return order.actions


def path(sheet: Sheet, ending: str) -> str:
    """Where a sheet's file lies: hospitality/checklist/hospitality-micro.pdf."""
    return f"{sheet.sector_id}/checklist/{sheet.name}{ending}"


def _written(writer: str, *shown: object, **how: object) -> bytes:
    """A file by a writer, which is loaded now: where no file is made, its library costs no time."""
    write: Callable[..., bytes] = import_module(f"generator.takeaways.{writer}").write
    return write(*shown, **how)


def _open_data(toolkit: Toolkit) -> Iterator[Order]:
    yield Order(published.EVERY_ACTION, partial(table.write, toolkit))
    yield Order(published.WHOLE, partial(data.write, toolkit))
    for sector in toolkit.sectors:
        yield Order(published.table_of(sector), partial(table.write, toolkit, sector))
    for name, content in schema.files():
        yield Order(name, partial(bytes, content))


def _of_sheets(made_of: Sequence[Sheet]) -> Iterator[Order]:
    for sheet in made_of:
        makers = (
            partial(_written, "pdf", sheet),
            partial(_written, "pdf", sheet, large_print=True),
            partial(_written, "word", sheet),
        )
        for ending, make in zip(_ENDINGS, makers, strict=True):
            yield Order(path(sheet, ending), make, sheet.count, _key(ending, sheet))


def _workbooks(made_of: Sequence[Sheet]) -> Iterator[Order]:
    for sector in dict.fromkeys(sheet.sector_id for sheet in made_of):
        own = tuple(s for s in made_of if s.sector_id == sector and s.audience_id)
        number = sum(sheet.count for sheet in own)
        name = f"{sector}/checklist/{sector}.xlsx"
        yield Order(name, partial(_written, "excel", own), number, _key(".xlsx", own))


@cache
def _makers() -> str:
    """What makes the files: code and templates here, and the words that content lends them."""
    own = Path(__file__).parent
    return makers((own, own.parent / "content"), _LIBRARIES)


def _key(kind: str, shown: object) -> str:
    """A hash of all that a file shows and of all that makes it."""
    return hashlib.sha256(repr((kind, _makers(), shown)).encode()).hexdigest()
