"""Quotes and brackets that end too early or never: a parser notices only lines later, if at all.

Looked at only once a file turned out not to be readable.
"""

from __future__ import annotations

import re

from generator.content.problems import Place, Problem, SourceFile

# A value that starts with a quote or a bracket, after a field's name, a dash, or both.
_OPENING = re.compile(r"""\s*(?:(?:-\s+)+(?:[\w-]+:\s+)?|[\w-]+:\s+)(?P<sign>["'\[{])""")
_BLOCK = re.compile(r"(?P<before>\s*(?:-\s+)*)(?:[\w-]+:\s+)?[|>][-+\d]*\s*(?:#.*)?$")
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
_PARTS = re.compile(r"""[\[{]|[\]}]|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_NOTHING = re.compile(r"[\s,\]}]*(?:\s#.*)?$")


def broken(file: SourceFile, until: int) -> Problem | None:
    """The first such fault of a file, up to the line where the parser stopped."""
    number = 1
    while number <= min(until, len(file.lines)):
        opening = _OPENING.match(file.lines[number - 1])
        if opening is None:
            number = _after_block(file, number)
            continue
        result = _look(file, number, opening.end("sign"), opening["sign"])
        if isinstance(result, Problem):
            return result
        number = result
    return None


def _look(file: SourceFile, number: int, start: int, sign: str) -> Problem | int:
    """The fault of the value that opens here, or the line after it."""
    place = Place(file, number, start)
    if sign in "[{":
        return _bracket(place) if _more_follows(file.lines[number - 1], start) else number + 1
    end = _end(file, number, start, sign)
    if end is None:
        return _never_ends(place)
    last, column = end
    if not _goes_on(file.lines[last - 1], column):
        return last + 1
    return _ends_early(Place(file, last, column), sign) if last == number else _never_ends(place)


def _after_block(file: SourceFile, number: int) -> int:
    """The next line to look at: the lines of a text that starts with | or > are skipped."""
    block = _BLOCK.match(file.lines[number - 1])
    number += 1
    while block and number <= len(file.lines):
        line = file.lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= len(block["before"]):
            break
        number += 1
    return number


def _end(file: SourceFile, number: int, start: int, sign: str) -> tuple[int, int] | None:
    """The line and column of the quote that closes the text, where one does."""
    for last in range(number, len(file.lines) + 1):
        closing = _CLOSING[sign].match(file.lines[last - 1], start if last == number else 0)
        if closing:
            return last, closing.end()
    return None


def _goes_on(line: str, column: int) -> bool:
    """Whether something follows a closing quote that no YAML allows there."""
    rest = line[column:]
    return not (_NOTHING.match(rest) or rest.startswith((":", ",")))


def _more_follows(line: str, start: int) -> bool:
    """Whether something follows the bracket that closes the one before `start`."""
    depth = 1
    for part in _PARTS.finditer(line, start):
        depth += (part.group() in "[{") - (part.group() in "]}")
        if depth == 0:
            return _goes_on(line, part.end())
    return False


def _never_ends(place: Place) -> Problem:
    return Problem(
        place,
        "unreadable",
        "Text in quotes starts here, and no quote ends it.",
        "Add the closing quote at the end of the text.",
    )


def _ends_early(place: Place, sign: str) -> Problem:
    fix = (
        "Write an apostrophe inside single quotes twice, or put the whole text in double quotes."
        if sign == "'"
        else 'Write a double quote inside double quotes as \\", or use “ and ” there.'
    )
    return Problem(
        place, "unreadable", "The text in quotes ends here, but more follows on the line.", fix
    )


def _bracket(place: Place) -> Problem:
    return Problem(
        place,
        "unreadable",
        "A bracket opens here, and more follows after it is closed.",
        "If this is text, such as a link or a citation, put the whole text in double quotes.",
    )
