"""A sheet: the actions of one sector for one audience, or for all, in plain words and in order.

Every take-away is written from a sheet, so none can hold another list than its neighbours.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.content.marks import plain
from generator.content.model import Action, Audience
from generator.content.order import PRIORITIES, ordered
from generator.content.titles import listed, lower_first, series
from generator.content.toolkit import STATUSES, SectorToolkit, Toolkit

NOT_ADVICE = "Not legal advice."


@dataclass(frozen=True, slots=True)
class Item:
    """One action on a sheet; every text is plain words."""

    id: str
    title: str
    theme: str
    priority: str
    lead: str
    takes: str
    repeats: str
    done_when: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The actions of one theme, foundational first."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words to copy, with the action they belong to."""

    action: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one take-away shows; `audience` is empty for the whole sector, `address` where unset."""

    sector_id: str
    sector: str
    audience_id: str
    audience: str
    staff: str
    status: str
    edition: datetime.date
    address: str
    sections: tuple[Section, ...]
    words: tuple[Words, ...]

    @property
    def title(self) -> str:
        """The title of the take-away, as that of its page."""
        return f"{self.sector}: {lower_first(self.audience)}" if self.audience else self.sector

    @property
    def name(self) -> str:
        """The file's name without its ending: hospitality-micro, or hospitality for all."""
        return f"{self.sector_id}-{self.audience_id}" if self.audience_id else self.sector_id

    @property
    def count(self) -> int:
        """How many actions the sheet holds."""
        return sum(len(section.items) for section in self.sections)


def sheet(
    toolkit: Toolkit, sector: SectorToolkit, audience: Audience | None, site_url: str = ""
) -> Sheet:
    """The sheet of an audience, or of the whole sector where none is given."""
    id_ = audience.id if audience else ""
    below = f"{sector.id}/for/{id_}/" if id_ else f"{sector.id}/checklist/"
    sections = tuple(
        Section(theme, own.title, tuple(_item(toolkit, sector, a, own.title, id_) for a in found))
        for theme, own in toolkit.themes.items()
        if (found := ordered(sector.actions(theme), id_))
    )
    shown = [item.id for section in sections for item in section.items]
    by_id = {action.id: action for _theme, action in sector.every_action()}
    return Sheet(
        sector_id=sector.id,
        sector=sector.sector.title,
        audience_id=id_,
        audience=audience.title if audience else "",
        staff=audience.staff if audience else "",
        status=STATUSES[sector.sector.status],
        edition=sector.edition,
        address=f"{site_url.rstrip('/')}/{below}" if site_url else "",
        sections=sections,
        words=tuple(Words(i, t.title, t.text) for i in shown for t in by_id[i].templates),
    )


def sheets(toolkit: Toolkit, site_url: str = "") -> tuple[Sheet, ...]:
    """Every sheet: for each sector the whole, then one for each audience."""
    return tuple(
        sheet(toolkit, sector, audience, site_url)
        for sector in toolkit.sectors.values()
        for audience in (None, *sector.sector.audiences)
    )


def _item(
    toolkit: Toolkit, sector: SectorToolkit, action: Action, theme: str, audience: str
) -> Item:
    vocabulary = toolkit.vocabulary
    part = action.audiences.get(audience)
    steps = action.steps + (part.steps if part else ())
    return Item(
        id=action.id,
        title=action.title,
        theme=theme,
        priority=PRIORITIES[part.priority] if part else _priorities(sector, action),
        lead=vocabulary.leads[part.lead] if part else _leads(toolkit, sector, action),
        takes=vocabulary.takes[action.takes],
        repeats=vocabulary.repeats[action.repeats],
        done_when=plain(action.done_when),
        steps=tuple(plain(step) for step in steps),
    )


def _priorities(sector: SectorToolkit, action: Action) -> str:
    """For the whole sector: each priority with the audiences that have it so."""
    shown: list[str] = []
    for priority, word in PRIORITIES.items():
        names = [
            audience.title
            for audience in sector.sector.audiences
            if audience.id in action.audiences
            and action.audiences[audience.id].priority == priority
        ]
        if len(names) == len(sector.sector.audiences):
            return f"{word} for all"
        if names:
            shown.append(f"{lower_first(word) if shown else word} for {series(names)}")
    return "; ".join(shown)


def _leads(toolkit: Toolkit, sector: SectorToolkit, action: Action) -> str:
    """For the whole sector: every role that leads somewhere."""
    parts = (action.audiences.get(audience.id) for audience in sector.sector.audiences)
    return listed(toolkit.vocabulary.leads[part.lead] for part in parts if part)
