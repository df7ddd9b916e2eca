"""What the pages of one sector show: its picture, its themes, its audiences, its checklist."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content import addresses, dates
from generator.content.model import Audience, Figure
from generator.content.order import foundational_anywhere
from generator.content.toolkit import STATUSES, SectorToolkit
from generator.pages import actions
from generator.pages.downloads import of_whole
from generator.pages.encode import Safe
from generator.pages.here import Here
from generator.pages.phrases import count

KEY_FIGURES = 3
"""How many figures stand before the themes; the others follow at the end of the page."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """Numbers as a table: each row a label, its value in words and its length from 0 to 100."""

    title: Safe
    about: Safe
    source: Safe
    rows: tuple[tuple[Safe, Safe, int], ...]
    anchor: Safe


@dataclass(frozen=True, slots=True)
class AudienceLink:
    """An audience on its sector's page."""

    link: Safe
    staff: Safe
    description: Safe
    first_steps: Safe


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """A theme on its sector's page."""

    link: Safe
    summary: Safe
    count: Safe


@dataclass(frozen=True, slots=True)
class SectorView:
    """A sector's own page."""

    title: Safe
    edition: Safe
    status: Safe
    summary: Safe
    who_it_is_for: Safe
    audiences: tuple[AudienceLink, ...]
    figures: tuple[FigureView, ...]
    more_figures: tuple[FigureView, ...]
    themes: tuple[ThemeLink, ...]
    challenges: tuple[Safe, ...]
    checklist: Safe
    find: Safe
    downloads: tuple[Safe, ...]
    changes: tuple[Safe, ...]


def sector_view(here: Here, sector: SectorToolkit) -> SectorView:
    """The sector's landing page."""
    own = sector.sector
    figures = tuple(_figure(here, figure, n) for n, figure in enumerate(own.figures, 1))
    return SectorView(
        title=here.words(own.title),
        edition=Safe(dates.in_words(sector.edition)),
        status=here.words(STATUSES[own.status]),
        summary=here.prose(own.summary),
        who_it_is_for=here.prose(own.who_it_is_for),
        audiences=tuple(_audience_link(here, sector, audience) for audience in own.audiences),
        figures=figures[:KEY_FIGURES],
        more_figures=figures[KEY_FIGURES:],
        themes=tuple(_theme_link(here, sector, theme) for theme in here.toolkit.themes),
        challenges=tuple(here.prose(challenge.text) for challenge in own.challenges),
        checklist=here.link("Printable checklist", addresses.checklist(sector.id)),
        find=here.filtered("Filter them", addresses.ACTIONS, sector=sector.id),
        downloads=of_whole(here, sector),
        changes=actions.history(here, own.changes),
    )


def _audience_link(here: Here, sector: SectorToolkit, audience: Audience) -> AudienceLink:
    first = sum(
        1
        for _theme, action in sector.every_action()
        if audience.id in action.audiences
        and action.audiences[audience.id].priority == "foundational"
    )
    return AudienceLink(
        link=here.link(audience.title, addresses.audience(sector.id, audience.id)),
        staff=here.words(audience.staff),
        description=here.prose(audience.description),
        first_steps=Safe(count(first, "first step")),
    )


def _figure(here: Here, figure: Figure, number: int) -> FigureView:
    full = 100.0 if figure.unit == "%" else max(bar.value for bar in figure.bars) or 1.0
    return FigureView(
        anchor=Safe(f"figure-{number}"),
        title=here.words(figure.title),
        about=here.prose(figure.about),
        source=here.source(figure.source),
        rows=tuple(
            (
                here.words(bar.label),
                here.words(_amount(bar.value, figure.unit)),
                round(max(0.0, min(100.0, 100 * bar.value / full))),
            )
            for bar in figure.bars
        ),
    )


def _amount(value: float, unit: str) -> str:
    number = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    if unit in {"£", "€", "$"}:
        return unit + number
    return f"{number}{unit}" if unit == "%" else f"{number} {unit}"


def _theme_link(here: Here, sector: SectorToolkit, theme: str) -> ThemeLink:
    found = sector.actions(theme)
    first = sum(1 for action in found if foundational_anywhere(action))
    own = here.toolkit.themes[theme]
    return ThemeLink(
        link=here.link(own.title, addresses.sector_theme(sector.id, theme)),
        summary=here.prose(own.summary),
        count=Safe(f"{count(len(found), 'action')}, {first} to do first"),
    )
