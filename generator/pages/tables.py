"""What coaches print: the action table of one kind of organisation, and a sector's checklist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.content import addresses, dates
from generator.content.marks import plain
from generator.content.model import Action, Audience
from generator.content.order import PRIORITIES, ordered
from generator.content.titles import listed, lower_first
from generator.content.toolkit import STATUSES, SectorToolkit, edition
from generator.pages import actions
from generator.pages.downloads import of_audience, of_sector
from generator.pages.encode import Safe
from generator.pages.finder import Finder, finder, keys
from generator.pages.here import Here
from generator.pages.phrases import count


@dataclass(frozen=True, slots=True)
class Row:
    """An action in an audience's table or on a checklist."""

    id: Safe
    anchor: Safe
    link: Safe
    label: Safe
    theme: Safe
    steps: tuple[Safe, ...]
    lead: Safe
    takes: Safe
    repeats: Safe
    priority: Safe
    done_when: Safe
    edition: Safe
    keys: Safe


@dataclass(frozen=True, slots=True)
class AudienceView:
    """The table of one kind of organisation."""

    title: Safe
    sector: Safe
    staff: Safe
    description: Safe
    edition: Safe
    status: Safe
    counts: Safe
    foundational: tuple[Row, ...]
    enhanced: tuple[Row, ...]
    checklist: Safe
    find: Safe
    downloads: tuple[Safe, ...]
    others: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """The printable list of one sector, theme by theme."""

    title: Safe
    edition: Safe
    status: Safe
    themes: tuple[tuple[Safe, Safe, tuple[Row, ...]], ...]
    plan: Safe
    audiences: tuple[Safe, ...]
    finder: Finder
    downloads: tuple[Safe, ...]


def rows(here: Here, sector: SectorToolkit, theme: str, audience: str) -> tuple[Row, ...]:
    """The actions of a theme for an audience, or for all where none is chosen, in order."""
    vocabulary = here.toolkit.vocabulary
    made: list[Row] = []
    for action in ordered(sector.actions(theme), audience):
        part = action.audiences.get(audience)
        steps = action.steps + (part.steps if part else ())
        made.append(
            Row(
                id=here.words(action.id),
                anchor=here.words(addresses.anchor(action.id)),
                link=here.action(action.id),
                label=here.words(action.title),
                theme=here.link(
                    here.toolkit.themes[theme].title, addresses.sector_theme(sector.id, theme)
                ),
                steps=tuple(here.words(in_short(step)) for step in steps),
                lead=here.words(
                    vocabulary.leads[part.lead]
                    if part
                    else _roles(sector, action, vocabulary.leads)
                ),
                takes=here.words(vocabulary.takes[action.takes]),
                repeats=here.words(vocabulary.repeats[action.repeats]),
                priority=here.words(PRIORITIES[part.priority])
                if part
                else actions.marks(here, sector, action),
                done_when=here.prose(action.done_when),
                edition=Safe(edition(action.changes).isoformat()),
                keys=keys(sector, theme, action),
            )
        )
    return tuple(made)


def _roles(sector: SectorToolkit, action: Action, titles: Mapping[str, str]) -> str:
    """Every role that leads an action for some audience."""
    parts = (action.audiences.get(audience.id) for audience in sector.sector.audiences)
    return listed(titles[part.lead] for part in parts if part)


@lru_cache(maxsize=20_000)  # a step stands on the page of each audience
def in_short(step: str) -> str:
    """A step cut to its instruction: what follows a reason, an example or a list is left out."""
    text = plain(step).rstrip(".")
    for mark in (". ", "; ", ": ", ", so ", ", because ", ", for example", " so that ", " ("):
        text = text.split(mark)[0]
    return text.rstrip(" ,.")


def audience_view(here: Here, sector: SectorToolkit, audience: Audience) -> AudienceView:
    """The action table of one kind of organisation."""
    all_rows = [
        row for theme in here.toolkit.themes for row in rows(here, sector, theme, audience.id)
    ]
    first = PRIORITIES["foundational"]
    foundational = tuple(row for row in all_rows if row.priority == first)
    enhanced = tuple(row for row in all_rows if row.priority != first)
    return AudienceView(
        title=here.words(f"{sector.sector.title}: {lower_first(audience.title)}"),
        sector=here.link(sector.sector.title, addresses.sector(sector.id)),
        staff=here.words(audience.staff),
        description=here.prose(audience.description),
        edition=Safe(dates.in_words(sector.edition)),
        status=here.words(STATUSES[sector.sector.status]),
        counts=Safe(
            f"{count(len(foundational), 'action')} to start with, "
            f"{len(enhanced)} to go further with"
        ),
        foundational=foundational,
        enhanced=enhanced,
        checklist=here.filtered(
            "Printable checklist", addresses.checklist(sector.id), audience=audience.id
        ),
        find=here.filtered(
            "Filter these actions", addresses.ACTIONS, sector=sector.id, audience=audience.id
        ),
        downloads=of_audience(here, sector, audience),
        others=tuple(
            here.link(other.title, addresses.audience(sector.id, other.id))
            for other in sector.sector.audiences
            if other.id != audience.id
        ),
    )


def checklist_view(here: Here, sector: SectorToolkit) -> ChecklistView:
    """The checklist of a sector."""
    return ChecklistView(
        title=here.words(f"{sector.sector.title}: checklist"),
        edition=Safe(dates.in_words(sector.edition)),
        status=here.words(STATUSES[sector.sector.status]),
        themes=tuple(
            (here.words(own.title), here.words(theme), rows(here, sector, theme, ""))
            for theme, own in here.toolkit.themes.items()
        ),
        plan=here.link("your plan", addresses.PLAN),
        audiences=tuple(
            here.link(audience.title, addresses.audience(sector.id, audience.id))
            for audience in sector.sector.audiences
        ),
        finder=finder(here, (sector,)),
        downloads=of_sector(here, sector),
    )
