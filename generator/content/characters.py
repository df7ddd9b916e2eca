"""A file's bytes become text, and its characters are scanned before any parsing.

What no reader could see and what no parser keeps is told here.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator

from generator.content import words
from generator.content.problems import Place, Problem, SourceFile

MAX_BYTES = 200_000

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
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters without a shape


def decode(path: str, data: bytes) -> tuple[SourceFile, str | None, list[Problem]]:
    """The file, its text with plain line ends (none where it is no text), and its problems."""
    if len(data) > MAX_BYTES:
        file = SourceFile(path)
        return file, None, [words.too_large(Place(file), len(data), MAX_BYTES)]
    try:
        text = _plain_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error)
    file = SourceFile(path, tuple(text.split("\n")))
    return file, text, list(scan(file))


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _undecodable(
    path: str, data: bytes, error: UnicodeDecodeError
) -> tuple[SourceFile, None, list[Problem]]:
    bom = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    before = _plain_ends(data[bom : bom + error.start].decode("utf-8", "replace"))
    lines = tuple(_plain_ends(data[bom:].decode("utf-8", "replace")).split("\n"))
    file = SourceFile(path, lines)
    place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return file, None, [words.not_utf8(place)]


def scan(file: SourceFile) -> Iterator[Problem]:
    """Every character of a file that may not stand in content, one problem for each."""
    for number, line in enumerate(file.lines, start=1):
        if line.isascii() and line.isprintable():
            continue
        yield from _line(file, number, line)


def smuggled(place: Place, value: str) -> Iterator[Problem]:
    """The same characters in a value whose line spells them out, such as "\\u200b" in quotes."""
    if value.isascii() and value.isprintable():
        return
    for index, char in enumerate(value, start=1):
        unseen = _unseen(char) and not (char == _JOINER and _joins_emoji(value, index))
        if unseen and char not in place.text and char not in "\n\t" + value[: index - 1]:
            fix = "Delete the backslash and the letters and digits after it."
            message = "A backslash in quotes stands here for a character nobody could see."
            yield Problem(place, "invisible-character", message, fix)


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
        elif char != "\t" and _controls(char):
            yield Problem(
                place,
                "control-character",
                "There is a control character here, which no page can show.",
                "Delete it, or type the words around it again.",
            )
        elif char not in "\t\u200d" and _unseen(char):
            name = unicodedata.name(char, "private use").lower()
            yield _hidden(place, f"an invisible character ({name})")


def _unseen(char: str) -> bool:
    """Whether nobody could see this character: formats, fillers, tags, selectors, private ones."""
    return (
        _controls(char)
        or unicodedata.category(char) in {"Cf", "Co"}
        or char in _FILLERS
        or "\ufe00" <= char <= "\ufe0d"
        or "\U000e0000" <= char <= "\U000e0fff"
    )


def _controls(char: str) -> bool:
    """Whether this is no letter but an order to a machine, or no character at all."""
    return unicodedata.category(char) in {"Cc", "Zl", "Zp"} or char in "\ufffe\uffff"


def _hidden(place: Place, what: str) -> Problem:
    fix = "Delete it: put the cursor just before it, press Delete, and retype the word."
    return Problem(place, "invisible-character", f"There is {what} here.", fix)


def unseen(line: str, column: int) -> bool:
    """Whether nobody can see the character at this column, so that nobody meant it."""
    char = line[column - 1]
    if char == _JOINER:
        return not _joins_emoji(line, column)
    return char in _BIDIRECTIONAL or char in _ZERO_WIDTH


def _joins_emoji(line: str, column: int) -> bool:
    """Whether the joiner at this column holds two parts of one emoji together."""
    after = line[column] if column < len(line) else ""
    before = line[: column - 1].rstrip("\ufe0f")[-1:]
    return all(part and unicodedata.category(part) in {"So", "Sk"} for part in (before, after))
