"""A scan of a file's characters, before any parsing: what no reader could see or no parser keep."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.content.problems import Place, Problem, SourceFile

# A parser stops at these or reads the rest wrongly: nothing after them can be trusted.
UNPARSABLE = frozenset({"tab", "control-character"})

_ZERO_WIDTH = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\u00ad": "soft hyphen",
    "\u180e": "Mongolian vowel separator",
}
# Embeddings, overrides and isolates change the order in which the text around them is shown.
_BIDIRECTIONAL = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_JOINER = "\u200d"


def scan(file: SourceFile) -> Iterator[Problem]:
    """Every character of a file that may not stand in content, one problem for each."""
    for number, line in enumerate(file.lines, start=1):
        if line.isascii() and line.isprintable():
            continue
        yield from _line(file, number, line)


def _line(file: SourceFile, number: int, line: str) -> Iterator[Problem]:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        place = Place(file, number, line.index("\t") + 1)
        yield Problem(
            place, "tab", "This line is indented with a tab.", "Use spaces: two for each level."
        )
    for column, char in enumerate(line, start=1):
        place = Place(file, number, column)
        if char in _BIDIRECTIONAL:
            yield _hidden(place, "an invisible mark that changes the direction of the text")
        elif char in _ZERO_WIDTH or (char == _JOINER and not _joins_emoji(line, column)):
            name = _ZERO_WIDTH.get(char, "zero-width joiner")
            yield _hidden(place, f"an invisible character ({name})")
        elif char != "\t" and unicodedata.category(char) == "Cc":
            yield Problem(
                place,
                "control-character",
                "There is a control character here, which no page can show.",
                "Delete it, or type the words around it again.",
            )


def _hidden(place: Place, what: str) -> Problem:
    fix = "Delete it: put the cursor just before it, press Delete, and retype the word."
    return Problem(place, "invisible-character", f"There is {what} here.", fix)


def _joins_emoji(line: str, column: int) -> bool:
    """Whether the joiner at this column holds two parts of one emoji together."""
    after = line[column] if column < len(line) else ""
    before = line[: column - 1].rstrip("\ufe0f")[-1:]
    return all(part and unicodedata.category(part) in {"So", "Sk"} for part in (before, after))
