"""Every take-away of a toolkit, at its path below the site; made again only when it changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
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


Watch = Callable[[Iterator[bytes], int], Iterator[bytes]]
PutOff = Callable[[Sequence[Order]], Mapping[str, TakeAway]]


def made(
    wanted: Sequence[Order],
    kept: Kept,
    watch: Watch = lambda work, _number: work,
    put_off: PutOff = lambda _missing: {},
) -> Iterator[TakeAway]:
    """The files, one by one and in order: those kept from before, and the others made now.

    `watch` may show how the others come along. `put_off` may give files that stand for some of
    those that are missing, for now.
    """
    known = {order.path: kept.get(order.key) if order.key else None for order in wanted}
    missing = [order for order in wanted if order.key and known[order.path] is None]
    instead = put_off(missing)
    missing = [order for order in missing if order.path not in instead]
    fresh = watch(each(Order.run, missing, _WORTH_IT), len(missing))
    for order in wanted:
        if order.path in instead:
            yield instead[order.path]
            continue
        content = known[order.path]
        if content is None and not order.key:
            content = order.run()  # sooner made than sent to another process with all it shows
        elif content is None:
            content = next(fresh)
            kept.put(order.key, content)
        pages = counting.pages(content) if order.path.endswith(".pdf") else 0
        yield TakeAway(order.path, content, pages, _actions(order, content), order.key)
    kept.prune()


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
        large = partial(_written, "pdf", sheet, large_print=True)
        for ending, make in (
            (".pdf", partial(_written, "pdf", sheet)),
            ("-large-print.pdf", large),
            (".docx", partial(_written, "word", sheet)),
        ):
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
