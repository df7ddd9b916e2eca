"""The characters without a shape that emoji are made of: joiners, variants, letters of a flag."""

from __future__ import annotations

import re
import unicodedata

JOINER = "\u200d"
VARIANTS = frozenset("\ufe0e\ufe0f")
"""They ask for a sign's picture in colour, or in black and white."""

_KEY = "\u20e3"  # the frame of a key, behind a digit and a variant
_DIGITS = frozenset("0123456789#*")
_SIGNS = frozenset("\u203c\u2049\u2139\u3030")  # emoji, although punctuation or a letter
_FLAG = re.compile(
    "\N{WAVING BLACK FLAG}(?:{})\U000e007f".format(
        "|".join(
            "".join(chr(0xE0000 + ord(letter)) for letter in nation)
            for nation in ("gbeng", "gbsct", "gbwls")
        )
    )
)


def holds(line: str, column: int) -> bool:
    """Whether the character at this column is part of an emoji that can be seen."""
    char = line[column - 1]
    if char == JOINER:
        return _joins(line, column)
    if char in VARIANTS:
        return _changes(line, column)
    return any(flag.start() < column <= flag.end() for flag in _FLAG.finditer(line))


def _joins(line: str, column: int) -> bool:
    """Whether a joiner holds two parts of one emoji together."""
    after = line[column] if column < len(line) else ""
    before = line[: column - 1].rstrip("\ufe0f")[-1:]
    return all(part and unicodedata.category(part) in {"So", "Sk"} for part in (before, after))


def _changes(line: str, column: int) -> bool:
    """Whether a variant stands right behind a sign that has a picture, or makes a digit a key."""
    before, after = line[: column - 1][-1:], line[column : column + 1]
    if not before or before in _DIGITS:
        return after == _KEY and before in _DIGITS
    pictured = not before.isascii() and unicodedata.category(before) in {"So", "Sk", "Sm"}
    return pictured or before in _SIGNS
