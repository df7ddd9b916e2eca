"""Old addresses of what was renamed: a page at each, which sends readers on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.toolkit import SectorToolkit, Toolkit
from generator.pages import addresses
from generator.pages.encode import Safe
from generator.pages.here import Here


@dataclass(frozen=True, slots=True)
class MovedView:
    """The page at an old address."""

    link: Safe


def moved(toolkit: Toolkit) -> Iterator[tuple[str, str, str]]:
    """The old path, the new path and the title of every page that has moved."""
    for sector in toolkit.sectors.values():
        yield from _moved_sector(toolkit, sector)
    for theme, own in toolkit.themes.items():
        for old in own.was:
            yield addresses.theme(old), addresses.theme(theme), own.title
            for sector in toolkit.sectors.values():
                yield (
                    addresses.sector_theme(sector.id, old),
                    addresses.sector_theme(sector.id, theme),
                    own.title,
                )


def _moved_sector(toolkit: Toolkit, sector: SectorToolkit) -> Iterator[tuple[str, str, str]]:
    title = sector.sector.title
    for old in sector.sector.was:
        yield addresses.sector(old), addresses.sector(sector.id), title
        yield addresses.checklist(old), addresses.checklist(sector.id), title
        for theme in toolkit.themes:
            there = addresses.sector_theme(sector.id, theme)
            yield addresses.sector_theme(old, theme), there, title
        for audience in sector.sector.audiences:
            there = addresses.audience(sector.id, audience.id)
            yield addresses.audience(old, audience.id), there, title
    for audience in sector.sector.audiences:
        for old in audience.was:
            there = addresses.audience(sector.id, audience.id)
            yield addresses.audience(sector.id, old), there, audience.title


def view(here: Here, path: str, title: str) -> MovedView:
    """What the page at an old address shows."""
    return MovedView(here.link(title, path))
