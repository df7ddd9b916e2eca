"""Links to what a reader can take away: each says what, in which format, how long and how large."""

from __future__ import annotations

from generator.content import addresses, published
from generator.content.model import Audience
from generator.content.titles import lower_first
from generator.content.toolkit import SectorToolkit
from generator.pages.encode import Safe, link
from generator.pages.here import Here
from generator.pages.phrases import count

_KILO = 1000


def of_audience(here: Here, sector: SectorToolkit, audience: Audience) -> tuple[Safe, ...]:
    """What was made for one kind of organisation; nothing where nothing was made."""
    return tuple(
        download(here, label, form, path)
        for label, form, path in _offers(lower_first(audience.title), _name(sector, audience))
        if path in here.made
    )


def of_sector(here: Here, sector: SectorToolkit, before: str = "") -> tuple[Safe, ...]:
    """Everything that was made for a sector: the whole first, then each audience.

    `before` opens each link, where links of several sectors stand on one page.
    """
    offers = _of_whole(sector)
    for audience in sector.sector.audiences:
        offers += _offers(lower_first(audience.title), _name(sector, audience))
    return tuple(
        download(here, f"{before}{lower_first(label) if before else label}", form, path)
        for label, form, path in offers
        if path in here.made
    )


def of_whole(here: Here, sector: SectorToolkit) -> tuple[Safe, ...]:
    """What was made for every kind of organisation of a sector together."""
    return tuple(
        download(here, label, form, path)
        for label, form, path in _of_whole(sector)
        if path in here.made
    )


def listed(sector: SectorToolkit, audience: Audience | None, number: int) -> dict[str, int]:
    """The files that list what a page lists, each with the page's number of actions.

    Workbook and tables list what the pages of all audiences do, the whole data each action once.
    """
    paths = [path for _label, _form, path in _offers("", _name(sector, audience))]
    tables = [workbook(sector), published.table_of(sector.id), published.EVERY_ACTION]
    return dict.fromkeys([*paths, *(tables if audience else [published.WHOLE])], number)


def workbook(sector: SectorToolkit) -> str:
    """Where the workbook of a sector lies."""
    return f"{_name(sector, None)}.xlsx"


def _of_whole(sector: SectorToolkit) -> list[tuple[str, str, str]]:
    return [
        *_offers("every kind of organisation", _name(sector, None)),
        ("Action plan, a sheet for each kind of organisation", "Excel", workbook(sector)),
        ("Every action as a table", "CSV", published.table_of(sector.id)),
    ]


def _name(sector: SectorToolkit, audience: Audience | None) -> str:
    ending = f"-{audience.id}" if audience else ""
    return f"{sector.id}/checklist/{sector.id}{ending}"


def _offers(whom: str, name: str) -> list[tuple[str, str, str]]:
    return [
        (f"Checklist for {whom}", "PDF", f"{name}.pdf"),
        (f"Checklist in large print for {whom}", "PDF", f"{name}-large-print.pdf"),
        (f"Action plan for {whom}", "Word", f"{name}.docx"),
    ]


def download(here: Here, label: str, form: str, path: str) -> Safe:
    """A link that says what a reader gets: what, which format, how many pages, how large."""
    said = [label, form]
    if path in here.made:
        own = here.made[path]
        said += [count(own.pages, "page")] if own.pages else []
        said.append(in_bytes(own.size))
    return link(here.words(", ".join(said)), addresses.relative(here.path, path))


def in_bytes(size: int) -> str:
    """A size as readers know it: 96 kB, 1.7 MB."""
    if round(size / _KILO) < _KILO:
        return f"{max(1, round(size / _KILO))} kB"
    return f"{size / _KILO / _KILO:.1f} MB"
