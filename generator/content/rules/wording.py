"""The words of a file that readers read, each still at its place in the file.

What is no text becomes GAP, character for character, so a spot in the words is a spot in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.content import characters
from generator.content.fields import Line, Prose
from generator.content.files import Role
from generator.content.problems import Place, SourceFile
from generator.content.rules.documents import LISTS, Document, entries
from generator.content.tree import Text

GAP = "\x00"

Span = tuple[int, int]

# Names that others have given: they stay as they are.
_OWN_NAMES = frozenset(
    [
        (Role.SOURCES, "title"),
        (Role.SOURCES, "publisher"),
        (Role.RESOURCES, "title"),
        (Role.RESOURCES, "who"),
        (Role.FRAMEWORKS, "title"),
        (Role.FRAMEWORKS, "publisher"),
        (Role.FRAMEWORKS, "version"),
        (Role.ACTIONS, "who"),
    ]
)
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
_MARKS = re.compile(
    r"\*\*"
    r"|\[@[a-z0-9-]+\]"
    r"|\[(?=[^\[\]\x00]+\]\()"
    r"|\]\([^()\s\x00]*(?:\([^()\s\x00]*\)[^()\s\x00]*)*\)"
    r"|“[^”\x00]*”"
    r'|"[^"\x00]*"'
    r"|‘[^‘’\x00]*(?:’(?=\w)[^‘’\x00]*)*’"
    r"|(?<!\w)'[^'\x00]*(?:'(?=\w)[^'\x00]*){0,9}'(?!\w)"
)
# What readers of a Markdown page do not read as words, and where one text ends and another starts.
_UNREAD = re.compile(
    r"^(?:```|~~~).*?^(?:```|~~~)[^\n]*$"
    r"|<!--(?:(?!<!--|-->).)*-->"
    r"|^[ \t]*>[^\n]*$"
    r"|^[ \t]*(?:\#{1,6}|[-*+]|\d+[.)])[ \t]+"
    r"|\n[ \t]*(?=\n)"
    r"|\|"
    r"|(?<=\n)(?:title|description):"
    r"|(?<=\n)---[ \t]*\n|\A---[ \t]*\n",
    re.DOTALL | re.MULTILINE,
)
_HEADING_END = re.compile(r"^[ \t]*#{1,6}[ \t][^\n]*(\n)", re.MULTILINE)
_UNSAID = re.compile(r"`[^`\n]*`|</?(?!https?:|mailto:)[a-zA-Z][^<>]*>|\{:[^{}\n]*\}")
_TEXT = re.compile(rf"[^{GAP}\s][^{GAP}]*")


@dataclass(frozen=True)
class Wording:
    """The words of a file.

    `typed` holds its texts with their marks. `words` has spaces instead of marks, addresses,
    citations and quotations. `sentences` are the texts read as sentences, `units` what is read by
    itself: an action, an entry of a list, a page.
    """

    file: SourceFile
    typed: str
    words: str
    sentences: tuple[Span, ...]
    units: tuple[Span, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.file.lines)]

    def place(self, offset: int) -> Place:
        """The place of a character of the words."""
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)

    def unit(self, offset: int) -> Span:
        """The unit that a character belongs to."""
        return self.units[bisect_right(self.units, (offset, len(self.typed) + 1)) - 1]


def wording(document: Document) -> Wording | None:
    """The words of a document; none where it holds none, or could not be read."""
    if document.about.role is Role.PAGE:
        return _of_page(document)
    if document.root is None or document.about.role is Role.STYLE:
        return None
    return _of_file(document)


def _of_file(document: Document) -> Wording:
    text = "\n".join(document.file.lines)
    starts = [0, *accumulate(len(line) + 1 for line in document.file.lines)]
    found: list[tuple[int, int, bool]] = []
    for own in document.found:
        named = (document.about.role, own.field) in _OWN_NAMES
        if isinstance(own.mark, Prose | Line) and not named:
            found.append((*_extent(own.text, text, starts), isinstance(own.mark, Prose)))
    pieces: list[str] = []
    end = 0
    for start, stop, _prose in sorted(found):
        if start >= end:
            pieces += (GAP * (start - end), text[start:stop])
            end = stop
    typed = "".join(pieces) + GAP * (len(text) - end)
    sentences = tuple(sorted((start, stop) for start, stop, prose in found if prose))
    return Wording(document.file, typed, said(typed), sentences, _units(document, starts, text))


def _extent(own: Text, text: str, starts: list[int]) -> Span:
    """Where a value's own words start and end, without the quotes or the sign before them."""
    place = own.place
    start = starts[place.line - 1] + place.column - 1
    end = starts[own.last] - 1 if own.last < len(starts) else len(text)
    sign = text[start : start + 1]
    if sign in _CLOSED and sign:
        closed = _CLOSED[sign].match(text, start)
        return start + 1, closed.end() - 1 if closed else end
    if sign in {"|", ">"}:
        return min(text.find("\n", start) % (len(text) + 1), end), end
    return start, start + len(own.value) if own.last == place.line else end


def _units(document: Document, starts: list[int], text: str) -> tuple[Span, ...]:
    role = document.about.role
    heads = [0]
    if role is Role.ACTIONS or role in LISTS:
        places = [node.place for kind, _id, node in entries(document) if "item of" not in kind]
        heads += [starts[place.line - 1] + place.column - 1 for place in places]
    heads = sorted(set(heads))
    return tuple(zip(heads, [*heads[1:], len(text)], strict=True))


def _of_page(document: Document) -> Wording | None:
    file, text, _problems = characters.decode(document.about.path, document.data)
    if text is None:
        return None
    signs = list(_UNREAD.sub(lambda found: GAP * len(found.group()), text))
    for heading in _HEADING_END.finditer(text):
        signs[heading.start(1)] = GAP
    typed = _UNSAID.sub(lambda found: " " * len(found.group()), "".join(signs))
    words = said(typed)
    return Wording(file, typed, words, tuple(_texts(typed)), ((0, len(text)),))


def _texts(typed: str) -> Iterator[Span]:
    return (found.span() for found in _TEXT.finditer(typed))


def said(typed: str) -> str:
    """The same text with spaces for marks, addresses, citations and quotations."""
    return _MARKS.sub(lambda found: " " * len(found.group()), typed)
