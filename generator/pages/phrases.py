"""Small phrases that several pages use: numbers with their nouns, and how strong evidence is."""

from __future__ import annotations


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 action, 2 actions."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def strength(id_: str) -> str:
    """How strong evidence is, in a word: Not assessed."""
    return id_.replace("-", " ").capitalize()
