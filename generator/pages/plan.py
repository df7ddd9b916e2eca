"""The page of a reader's own plan: what it says before, and without, the scripts that fill it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content import addresses, dates
from generator.content.titles import lower_first
from generator.content.toolkit import SectorToolkit
from generator.pages.encode import Safe, attribute
from generator.pages.here import Here

ABOUT = "Choose actions, say who does them and by when, and see how far you have come."


@dataclass(frozen=True, slots=True)
class PlanView:
    """What the page holds by itself; each sector leads to what needs no script.

    The scripts fill what the template sets out, so that the words stand there and not in them.
    """

    edition: Safe
    about: Safe
    sectors: tuple[tuple[Safe, tuple[Safe, ...]], ...]
    choices: tuple[tuple[Safe, tuple[tuple[Safe, Safe], ...]], ...]
    frameworks: tuple[tuple[Safe, Safe], ...]


def view(here: Here) -> PlanView:
    """The page of the plan."""
    return PlanView(
        edition=Safe(dates.in_words(here.toolkit.edition)),
        about=here.words(ABOUT),
        sectors=tuple(_sector(here, sector) for sector in here.toolkit.sectors.values()),
        choices=tuple(_choices(sector) for sector in here.toolkit.sectors.values()),
        frameworks=tuple(
            (attribute(id_), attribute(own.title)) for id_, own in here.toolkit.frameworks.items()
        ),
    )


def _sector(here: Here, sector: SectorToolkit) -> tuple[Safe, tuple[Safe, ...]]:
    """A sector's name with its checklist, downloads and tables."""
    return here.words(sector.sector.title), (
        here.link("checklist to print", addresses.checklist(sector.id)),
        here.link("downloads", addresses.sector(sector.id), "checklist"),
        *(
            here.link(audience.title, addresses.audience(sector.id, audience.id))
            for audience in sector.sector.audiences
        ),
    )


def _choices(sector: SectorToolkit) -> tuple[Safe, tuple[tuple[Safe, Safe], ...]]:
    """A sector's kinds of organisation: the value that scripts read, and the words."""
    own = sector.sector
    return attribute(own.title), tuple(
        (
            attribute(f"{sector.id}/{audience.id}"),
            attribute(f"{own.title}: {lower_first(audience.title)}"),
        )
        for audience in own.audiences
    )
