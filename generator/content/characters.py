"""A file's bytes become text, and its characters are scanned before any parsing.

What no reader could see, no sheet can show and no parser keeps is told here.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from generator.content import emoji, words
from generator.content.letters import printable
from generator.content.problems import Place, Problem, SourceFile

MAX_BYTES = 200_000
MOST_MARKS = 4
"""The most accents and vowel points on one letter: Hebrew with all of its points needs so many."""

_ZERO_WIDTH = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\u00ad": "soft hyphen",
    "\u180e": "Mongolian vowel separator",
}
# Embeddings, overrides and isolates change the order in which the text around them is shown.
_BIDIRECTIONAL = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_INDENT = re.compile(r"[ \t]*\t[ \t]*")
# A field's name with a colon behind it that only looks like one, as other keyboards type it.
_WIDE_COLON = re.compile(
    r"^(?P<name>[ \t]*(?:- +)?[a-z][a-z_-]*)[ \u00a0]*(?P<sign>[\ufe55\uff1a\u2236\ua789])\s*"
)
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
    """What may not stand in any file: each kind of character once a line, where it comes first."""
    for number, line in enumerate(file.lines, start=1):
        if line.isascii() and line.isprintable():
            continue
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield words.tab(Place(file, number, line.index("\t") + 1), indent=True)
        told: dict[str, list[int]] = {}
        for column, char in enumerate(line, start=1):
            kind = "" if char == "\t" else _kind(char)
            if kind and not emoji.holds(line, column):
                told.setdefault(kind, []).append(column)
        for kind, columns in told.items():
            yield words.character(Place(file, number, columns[0]), kind, len(columns) - 1)
        if stack := _stack(line):
            yield words.stacked(Place(file, number, line.index(stack) + 1), MOST_MARKS)


def _stack(text: str) -> str:
    """The first marks that stand on one letter in a number no script needs; none where none do."""
    run = ""
    for char in text:
        if unicodedata.category(char) in {"Mn", "Me"} and char not in emoji.VARIANTS:
            run += char
        elif len(run) > MOST_MARKS:
            break
        else:
            run = ""
    return run if len(run) > MOST_MARKS else ""


def scan_fields(file: SourceFile) -> Iterator[Problem]:
    """What may not stand in fields: tabs in texts, and characters that no sheet can show."""
    for number, line in enumerate(file.lines, start=1):
        bare = line.lstrip()
        if "\t" in bare:
            yield words.tab(Place(file, number, line.index("\t", len(line) - len(bare)) + 1))
        if line.isascii() or bare.startswith("#"):
            continue
        wide = _WIDE_COLON.match(line)
        if wide:
            place = Place(file, number, wide.start("sign") + 1)
            yield words.wide_colon(place, wide["name"].lstrip("\t -"), wide["sign"])
        after = wide.end("sign") if wide else 0
        rest = (c for c in line[after:] if not (_kind(c) or c == "\t" or printable(c)))
        if found := "".join(dict.fromkeys(rest)):
            place = Place(file, number, line.index(found[0], after) + 1)
            yield words.unprintable(place, found)


def mended(text: str) -> tuple[str, dict[int, int]]:
    """The text as if none of these characters were there; how far each line has moved."""
    lines, shifts = text.split("\n"), {}
    for number, line in enumerate(lines, start=1):
        if line.isascii() and line.isprintable():
            continue
        named = _WIDE_COLON.sub(r"\g<name>: ", line)
        head, name, rest = named.partition(": ")
        if not name:
            head, name, rest = "", "", named
        kept = "".join(c for c in head if c == "\t" or not _kind(c) or _is_space(c))
        plain = _spaced(kept) + name + _spaced(rest)
        indent = _INDENT.match(plain)
        if indent:
            plain = " " * _level(lines, number, indent.group()) + plain[indent.end() :]
        if len(plain) != len(line):
            shifts[number] = len(plain) - len(line)
        lines[number - 1] = plain.replace("\t", " ")
    return "\n".join(lines), shifts


def _level(lines: list[str], number: int, typed: str) -> int:
    """How many spaces the tabs at the start of a line stand for, by the lines around it."""
    before = lines[number - 2] if number > 1 else ""
    after = lines[number] if number < len(lines) else ""
    left, right = (len(line) - len(line.lstrip(" ")) for line in (before, after))
    if before.rstrip().endswith(":"):
        return right if right > left else left + 2
    return left if left == right and after.strip() else len(typed.replace("\t", "  "))


def _spaced(text: str) -> str:
    """A space for each character that a parser stops at or does not take for a space."""
    return "".join(
        " " if (_controls(char) and char != "\t") or _is_space(char) else char for char in text
    )


def _is_space(char: str) -> bool:
    return unicodedata.category(char) == "Zs"


def smuggled(place: Place, value: str) -> Iterator[Problem]:
    """The same characters in a value whose line spells them out, such as "\\u200b" in quotes."""
    if value.isascii() and value.isprintable():
        return
    typed = "\n\t".join(place.file.lines)
    spelled = [(n, char) for n, char in enumerate(value, start=1) if char not in typed]
    if any(_kind(char) and not emoji.holds(value, index) for index, char in spelled):
        fix = "Delete the backslash and the letters and digits after it."
        message = "A backslash in quotes stands here for a character nobody could see."
        yield Problem(place, "invisible-character", message, fix)
    if lost := dict.fromkeys(c for _n, c in spelled if not (_kind(c) or printable(c))):
        yield words.unprintable(place, "".join(lost))
    if (stack := _stack(value)) and stack not in typed:
        yield words.stacked(place, MOST_MARKS)


def seen(value: str) -> str:
    """A value without the characters that nobody can see: they are told where they stand."""
    if value.isascii():
        return value
    kept = (c for n, c in enumerate(value, 1) if not _hidden(c) or emoji.holds(value, n))
    return "".join(kept)


def _hidden(char: str) -> bool:
    kind = _kind(char)
    return kind == words.DIRECTION or kind.startswith("an invisible")


@cache
def _kind(char: str) -> str:
    """What a character that may not be typed is, in words; nothing for all others."""
    if char in _BIDIRECTIONAL:
        return words.DIRECTION
    if unicodedata.category(char) in {"Cc", "Zl", "Zp"} or char in "\ufffe\uffff":
        return words.CONTROL
    if unicodedata.category(char) == "Zs" and char != " ":
        name = unicodedata.name(char).lower()
        article = "an" if name[0] in "aeiou" else "a"
        return f"{article} {name}, which looks like an ordinary space and is none"
    if char in _ZERO_WIDTH or _unseen(char):
        name = _ZERO_WIDTH.get(char) or unicodedata.name(char, "private use").lower()
        return f"an invisible character ({name})"
    return ""


def _unseen(char: str) -> bool:
    """Whether nobody could see this character: formats, fillers, tags, selectors, private ones."""
    return (
        _controls(char)
        or unicodedata.category(char) in {"Cf", "Co"}
        or char in _FILLERS
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0000" <= char <= "\U000e0fff"
    )


def _controls(char: str) -> bool:
    """Whether this is no letter but an order to a machine, or no character at all."""
    return unicodedata.category(char) in {"Cc", "Zl", "Zp"} or char in "\ufffe\uffff"


def unseen(line: str, column: int) -> bool:
    """Whether nobody can see the character at this column, so that nobody meant it."""
    char = line[column - 1]
    if char == emoji.JOINER or char in emoji.VARIANTS:
        return not emoji.holds(line, column)
    return char in _BIDIRECTIONAL or char in _ZERO_WIDTH
