"""What the working page shows: one theme of one sector, its actions in order."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content import addresses, dates
from generator.content.order import ordered
from generator.content.titles import lower_first
from generator.content.toolkit import STATUSES, SectorToolkit
from generator.pages import actions
from generator.pages.actions import ActionView, RetiredView
from generator.pages.encode import Safe
from generator.pages.here import Here
from generator.pages.phrases import count

HUES = 6
"""How many colours the style sheet has for themes; the seventh theme starts anew."""


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
    hue: int
    sector: Safe
    edition: Safe
    status: Safe
    why: Safe
    mistakes: tuple[Safe, ...]
    measures: tuple[MeasureView, ...]
    actions: tuple[ActionView, ...]
    count: Safe
    retired: tuple[RetiredView, ...]
    checklist: Safe


def theme_view(here: Here, sector: SectorToolkit, theme: str, edit_base: str) -> ThemeView:
    """One theme of one sector."""
    own = here.toolkit.themes[theme]
    found = ordered(sector.actions(theme))
    repeats = here.toolkit.vocabulary.repeats
    return ThemeView(
        title=here.words(f"{sector.sector.title}: {lower_first(own.title)}"),
        hue=tuple(here.toolkit.themes).index(theme) % HUES + 1,
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
        actions=tuple(actions.view(here, sector, action, edit_base) for action in found),
        count=Safe(count(len(found), "action")),
        retired=tuple(actions.retired(here, action) for action in sector.retired(theme)),
        checklist=here.link("Printable checklist", addresses.checklist(sector.id)),
    )
