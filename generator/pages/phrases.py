"""Small phrases that several pages use: numbers with their nouns, titles inside titles."""

from __future__ import annotations

STATUSES = {
    "draft": "Draft: awaiting review by the toolkits' owners",
    "published": "Published: signed off by the toolkits' owners",
}


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 action, 2 actions."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def lower_first(title: str) -> str:
    """A title inside a longer one: its first letter small, unless it starts an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
