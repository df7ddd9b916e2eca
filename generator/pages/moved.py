"""Old addresses of what was renamed: a page at each, which sends readers on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.pages.encode import Safe
from generator.pages.here import Here


@dataclass(frozen=True, slots=True)
class MovedView:
    """The page at an old address."""

    link: Safe


def moved(toolkit: Toolkit) -> Iterator[tuple[str, str, str]]:
    """The old path, the new path and the title of every page that has moved."""
    for theme, own in toolkit.themes.items():
        for old in own.was:
            yield addresses.theme(old), addresses.theme(theme), own.title
    for sector in toolkit.sectors.values():
        for name in (sector.id, *sector.sector.was):
            yield from _moved_sector(toolkit, sector, name)


def _moved_sector(
    toolkit: Toolkit, sector: SectorToolkit, name: str
) -> Iterator[tuple[str, str, str]]:
    """The pages of a sector that lay elsewhere while it had this name.

    Nobody knows which names were in use together, so a link with any two of them works.
    """
    here, title = sector.id, sector.sector.title
    if name != here:
        yield addresses.sector(name), addresses.sector(here), title
        yield addresses.checklist(name), addresses.checklist(here), title
    for theme, own in toolkit.themes.items():
        for old in (theme, *own.was):
            if (name, old) != (here, theme):
                there = addresses.sector_theme(here, theme)
                yield addresses.sector_theme(name, old), there, own.title
    for audience in sector.sector.audiences:
        for old in (audience.id, *audience.was):
            if (name, old) != (here, audience.id):
                there = addresses.audience(here, audience.id)
                yield addresses.audience(name, old), there, audience.title


def view(here: Here, path: str, title: str) -> MovedView:
    """What the page at an old address shows."""
    return MovedView(here.link(title, path))
