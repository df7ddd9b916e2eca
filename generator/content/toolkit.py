"""The whole content in one frozen object, in the order readers meet it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.model import (
    Action,
    Audience,
    Change,
    Framework,
    Law,
    Resource,
    RetiredAction,
    Sector,
    Source,
    Theme,
    ThemeFile,
    Vocabulary,
)

STATUSES = {
    "draft": "Draft: awaiting review by the toolkits' owners",
    "published": "Published: signed off by the toolkits' owners",
}
"""What the status of a sector means, as pages and files say it."""


def edition(changes: Iterable[Change]) -> datetime.date:
    """The day of the newest change: the edition of what the history belongs to."""
    return max(change.on for change in changes)


@dataclass(frozen=True, slots=True)
class HandWrittenPage:
    """A Markdown page written by hand: its path below toolkits/ and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class SectorToolkit:
    """One sector with its actions by theme."""

    id: str
    sector: Sector
    themes: Mapping[str, ThemeFile]

    def actions(self, theme: str) -> tuple[Action, ...]:
        """The live actions of a theme, as the file orders them."""
        return tuple(a for a in self._all(theme) if isinstance(a, Action))

    def retired(self, theme: str) -> tuple[RetiredAction, ...]:
        """The retired actions of a theme, which stay as stubs."""
        return tuple(a for a in self._all(theme) if isinstance(a, RetiredAction))

    def _all(self, theme: str) -> tuple[Action | RetiredAction, ...]:
        return self.themes[theme].actions if theme in self.themes else ()

    def every_action(self) -> Iterator[tuple[str, Action]]:
        """Each live action with its theme."""
        for theme in self.themes:
            for action in self.actions(theme):
                yield theme, action

    def audience(self, id_: str) -> Audience:
        """The audience with this id; KeyError where the sector has none such."""
        for audience in self.sector.audiences:
            if audience.id == id_:
                return audience
        raise KeyError(id_)

    @property
    def edition(self) -> datetime.date:
        """The newest change anywhere in the sector's folder."""
        dates = [change.on for change in self.sector.changes]
        for file in self.themes.values():
            dates += [change.on for action in file.actions for change in action.changes]
        return max(dates)


@dataclass(frozen=True, slots=True)
class Toolkit:
    """Everything, by id; themes and sectors in their order."""

    themes: Mapping[str, Theme]
    sectors: Mapping[str, SectorToolkit]
    sources: Mapping[str, Source]
    law: Mapping[str, Law]
    resources: Mapping[str, Resource]
    frameworks: Mapping[str, Framework]
    vocabulary: Vocabulary
    pages: tuple[HandWrittenPage, ...] = ()

    @property
    def edition(self) -> datetime.date:
        """The newest change anywhere in the toolkits."""
        dates = [sector.edition for sector in self.sectors.values()]
        dates += [change.on for theme in self.themes.values() for change in theme.changes]
        return max(dates)
