"""What the pages across sectors show: actions, themes, groups, frameworks, law, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content import dates
from generator.pages.encode import Safe
from generator.pages.here import Here


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a list: its title with an anchor, what it says, facts, where it is used.

    Where many actions use it, `used_by` says how many, and their list folds away. A headed entry
    is found by its heading; hundreds of sources are not headings, or a page would drown in them.
    """

    anchor: Safe
    title: Safe
    lines: tuple[Safe, ...]
    used: tuple[Safe, ...] = ()
    facts: tuple[Safe, ...] = ()
    used_by: Safe = Safe("")
    headed: bool = True


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
