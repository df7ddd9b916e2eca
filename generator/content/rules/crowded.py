"""What a page written by hand has too much of: no reader needs it, and each sign costs more time.

A reader of Markdown looks on from every bracket for its partner, so its time grows with the square
of their number, and it goes one step deeper with each list inside a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.problems import Place, Problem, SourceFile

SIZE = 30_000
"""The most characters of a page: five times what the longest of ours has."""
_SIGNS = 1000
_LEVELS = 10
_OPENING = re.compile(r"[\[<]|^[ ]{0,3}(?::[ ]|#)", re.MULTILINE)
_NESTED = re.compile(
    rf"^[ \t]*(?:(?:>|[-*+][ \t]|\d{{1,9}}[.)][ \t])[ \t]*){{{_LEVELS + 1}}}", re.MULTILINE
)
_INDENTED = re.compile(rf"^(?:    |\t){{{_LEVELS + 1}}}[ \t]*(?:>|[-*+][ \t]|\d)", re.MULTILINE)


def crowded(file: SourceFile, text: str) -> Iterator[Problem]:
    """The first of these faults that a page has."""
    signs = [match.start() for match, _ in zip(_OPENING.finditer(text), range(_SIGNS + 1))]  # noqa: B905 # the first thousand are enough
    nested = _NESTED.search(text) or _INDENTED.search(text)
    if len(text) > SIZE:
        said = f"This page has {len(text):,} characters, and {SIZE:,} are the most it may have."
        yield Problem(Place(file), "crowded-page", said, "Make two pages of it.")
    elif len(signs) > _SIGNS:
        place = Place(file, text.count("\n", 0, signs[-1]) + 1)
        said = f'This page has more than {_SIGNS:,} of the signs "[", "<", "#" and ": ".'
        yield Problem(place, "crowded-page", said, "Take out those that stand for nothing.")
    elif nested:
        place = Place(file, text.count("\n", 0, nested.start()) + 1)
        said = f"Lists or quotations lie more than {_LEVELS} deep in each other here."
        yield Problem(place, "crowded-page", said, "Take out the signs in front of the words.")
