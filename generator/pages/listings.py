"""What the pages across sectors show: actions, themes, groups, frameworks, law, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content import dates
from generator.pages.encode import Safe
from generator.pages.here import Here


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a list: its title with an anchor, facts about it, and where it is used."""

    anchor: Safe
    title: Safe
    lines: tuple[Safe, ...]
    used: tuple[Safe, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A headed list; `parts` are smaller headed lists below it."""

    anchor: Safe
    title: Safe
    intro: Safe = Safe("")
    entries: tuple[Entry, ...] = ()
    links: tuple[Safe, ...] = ()
    parts: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingView:
    """A page of headed lists."""

    title: Safe
    intro: tuple[Safe, ...]
    groups: tuple[Group, ...]
    edition: Safe


def listing(here: Here, title: str, intro: Iterable[Safe], groups: Iterable[Group]) -> ListingView:
    return ListingView(
        title=here.words(title),
        intro=tuple(intro),
        groups=tuple(groups),
        edition=Safe(dates.in_words(here.toolkit.edition)),
    )
