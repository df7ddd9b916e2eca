"""Titles inside sentences: their first letters, and several of them together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def lower_first(title: str) -> str:
    """A title inside a longer one: its first letter small, unless it starts an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def listed(titles: Iterable[str]) -> str:
    """Titles one after another, none twice: Owner or manager, HR manager, recruitment lead."""
    first, *others = dict.fromkeys(titles)
    return ", ".join((first, *map(lower_first, others)))


def series(titles: Iterable[str]) -> str:
    """Titles in one sentence, a last word they share said once: small and large organisations."""
    parts: list[str] = []
    names = [lower_first(title) for title in titles]
    for shared, run in groupby(names, key=lambda name: name.rpartition(" ")[2]):
        *before, last = run
        parts += [name.removesuffix(shared).strip() or name for name in before] + [last]
    *first, end = parts or [""]
    comma = "," if any(" and " in part for part in parts) else ""
    return f"{', '.join(first)}{comma} and {end}" if first else end
