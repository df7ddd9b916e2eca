"""What the pages of one sector show: its picture, its themes, its audiences, its checklist."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.marks import plain
from generator.content.model import Audience, Figure
from generator.content.toolkit import SectorToolkit
from generator.pages import actions, addresses, dates
from generator.pages.actions import ActionView, RetiredView, ordered
from generator.pages.encode import Safe
from generator.pages.here import Here, foundational_anywhere

STATUSES = {
    "draft": "Draft: awaiting review by the toolkits' owners",
    "published": "Published: signed off by the toolkits' owners",
}


@dataclass(frozen=True, slots=True)
class FigureView:
    """Numbers as a table: each row a label, its value in words and its length from 0 to 100."""

    title: Safe
    about: Safe
    source: Safe
    rows: tuple[tuple[Safe, Safe, int], ...]


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
    themes: tuple[ThemeLink, ...]
    challenges: tuple[Safe, ...]
    checklist: Safe
    changes: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """Something to count."""

    count: Safe
    how: Safe
    often: Safe
    small_numbers: Safe


@dataclass(frozen=True, slots=True)
class ThemeView:
    """One theme of one sector: the working page."""

    title: Safe
    sector: Safe
    edition: Safe
    status: Safe
    why: Safe
    mistakes: tuple[Safe, ...]
    measures: tuple[MeasureView, ...]
    actions: tuple[ActionView, ...]
    retired: tuple[RetiredView, ...]
    checklist: Safe


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


@dataclass(frozen=True, slots=True)
class AudienceView:
    """The table of one kind of organisation."""

    title: Safe
    sector: Safe
    staff: Safe
    description: Safe
    edition: Safe
    status: Safe
    foundational: tuple[Row, ...]
    enhanced: tuple[Row, ...]
    checklist: Safe
    others: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """The printable list of one sector, theme by theme."""

    title: Safe
    edition: Safe
    status: Safe
    themes: tuple[tuple[Safe, Safe, tuple[Row, ...]], ...]
    audiences: tuple[Safe, ...]


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 action, 2 actions."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sector_view(here: Here, sector: SectorToolkit) -> SectorView:
    """The sector's landing page."""
    own = sector.sector
    return SectorView(
        title=here.words(own.title),
        edition=Safe(dates.in_words(sector.edition)),
        status=here.words(STATUSES[own.status]),
        summary=here.prose(own.summary),
        who_it_is_for=here.prose(own.who_it_is_for),
        audiences=tuple(_audience_link(here, sector, audience) for audience in own.audiences),
        figures=tuple(_figure(here, figure) for figure in own.figures),
        themes=tuple(_theme_link(here, sector, theme) for theme in here.toolkit.themes),
        challenges=tuple(here.prose(challenge.text) for challenge in own.challenges),
        checklist=here.link("Printable checklist", addresses.checklist(sector.id)),
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


def _figure(here: Here, figure: Figure) -> FigureView:
    full = 100.0 if figure.unit == "%" else max(bar.value for bar in figure.bars) or 1.0
    return FigureView(
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


def theme_view(here: Here, sector: SectorToolkit, theme: str, edit_base: str) -> ThemeView:
    """One theme of one sector."""
    own = here.toolkit.themes[theme]
    repeats = here.toolkit.vocabulary.repeats
    return ThemeView(
        title=here.words(f"{sector.sector.title}: {lower_first(own.title)}"),
        sector=here.link(sector.sector.title, addresses.sector(sector.id)),
        edition=Safe(dates.in_words(sector.edition)),
        status=here.words(STATUSES[sector.sector.status]),
        why=here.prose(own.why),
        mistakes=here.each(own.mistakes),
        measures=tuple(
            MeasureView(
                count=here.prose(measure.count),
                how=here.prose(measure.how),
                often=here.words(repeats[measure.often]),
                small_numbers=here.prose(measure.small_numbers or ""),
            )
            for measure in sector.themes[theme].measures
        ),
        actions=tuple(
            actions.view(here, sector, action, edit_base)
            for action in ordered(sector.actions(theme))
        ),
        retired=tuple(actions.retired(here, action) for action in sector.retired(theme)),
        checklist=here.link("Printable checklist", addresses.checklist(sector.id)),
    )


def lower_first(title: str) -> str:
    """A title inside a longer one: its first letter small, unless it starts an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def rows(here: Here, sector: SectorToolkit, theme: str, audience: str) -> tuple[Row, ...]:
    """The actions of a theme for an audience, or for all where none is chosen, in order."""
    vocabulary = here.toolkit.vocabulary
    made: list[Row] = []
    for action in ordered(sector.actions(theme), audience):
        shown = actions.view(here, sector, action)
        part = action.audiences.get(audience)
        steps = action.steps + (part.steps if part else ())
        priorities = "; ".join(f"{word}: {who}" for word, who in shown.priorities)
        made.append(
            Row(
                id=shown.id,
                anchor=shown.anchor,
                link=shown.link,
                label=shown.title,
                theme=here.link(
                    here.toolkit.themes[theme].title, addresses.sector_theme(sector.id, theme)
                ),
                steps=tuple(here.words(in_short(step)) for step in steps),
                lead=here.words(vocabulary.leads[part.lead]) if part else shown.lead,
                takes=shown.takes,
                repeats=shown.repeats,
                priority=here.words(actions.PRIORITIES[part.priority])
                if part
                else Safe(priorities),
                done_when=shown.done_when,
            )
        )
    return tuple(made)


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
    first = actions.PRIORITIES["foundational"]
    return AudienceView(
        title=here.words(f"{sector.sector.title}: {lower_first(audience.title)}"),
        sector=here.link(sector.sector.title, addresses.sector(sector.id)),
        staff=here.words(audience.staff),
        description=here.prose(audience.description),
        edition=Safe(dates.in_words(sector.edition)),
        status=here.words(STATUSES[sector.sector.status]),
        foundational=tuple(row for row in all_rows if row.priority == first),
        enhanced=tuple(row for row in all_rows if row.priority != first),
        checklist=here.link("Printable checklist", addresses.checklist(sector.id)),
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
        audiences=tuple(
            here.link(audience.title, addresses.audience(sector.id, audience.id))
            for audience in sector.sector.audiences
        ),
    )
