"""Small phrases that several pages use: numbers with their nouns, titles inside titles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 action, 2 actions."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def lower_first(title: str) -> str:
    """A title inside a longer one: its first letter small, unless it starts an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def strength(id_: str) -> str:
    """How strong evidence is, in a word: Not assessed."""
    return id_.replace("-", " ").capitalize()


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
