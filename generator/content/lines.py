"""The lines of a YAML file as their editor sees them: what is a field, an item or plain text."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple


class Style(Enum):
    """How a value is written, told by its first sign."""

    EMPTY = auto()
    REMARK = auto()
    BLOCK = auto()
    QUOTED = auto()
    BRACKET = auto()
    PLAIN = auto()


class Line(NamedTuple):
    """One line; columns count from 0, and `start` is that of the value."""

    number: int
    indent: int
    dashes: int
    name: str
    value: str
    start: int

    @property
    def item(self) -> bool:
        """Whether it starts with a dash."""
        return self.dashes > 0

    @property
    def structural(self) -> bool:
        """Whether it starts something: an item, a field, or an item that starts with a field."""
        return self.item or bool(self.name)

    @property
    def inner(self) -> int:
        """The column of what follows the dashes: a field here has its neighbours there."""
        return self.indent + self.dashes

    @property
    def depth(self) -> int:
        """What goes on below belongs to this line if it is indented further than this."""
        return self.inner if self.name else self.indent

    @property
    def style(self) -> Style:
        """How the value is written."""
        if not self.value:
            return Style.EMPTY
        if self.value[0] in "|>" and _BLOCK.fullmatch(self.value):
            return Style.BLOCK
        return _STYLES.get(self.value[0], Style.PLAIN)


_STYLES = {
    "#": Style.REMARK,
    '"': Style.QUOTED,
    "'": Style.QUOTED,
    "[": Style.BRACKET,
    "{": Style.BRACKET,
}
_BLOCK = re.compile(r"[|>][-+\d]*(?:\s+#.*)?")
_DASHES = re.compile(r"(?:-[ ]+)*(?:-$)?")
# A name is one word, or words in quotes; "done when" is taken for a name too, a sentence is not.
_NAME = re.compile(
    r"""(?P<name>"[^"]*"|'[^']*'|(?![-&*!|>%@`])[^\s:#"'\[\]{},][^\s:]*(?:[ ][\w.-]+){0,2})[ ]*:"""
    r"(?=\s|$)\s*"
)
_TITLE = re.compile(r"[A-Z].*\s")  # "Pay and hours": the beginning of a sentence


def split(text: str, number: int) -> Line | None:
    """The parts of a line; none for one that is empty or holds only a remark."""
    rest = text.lstrip(" ")
    if not rest.strip() or rest.startswith("#"):
        return None
    indent = len(text) - len(rest)
    dashes = _DASHES.match(rest)
    width = dashes.end() if dashes else 0
    name = _NAME.match(rest, width)
    if name and not _TITLE.match(name["name"]):
        start = name.end()
        return Line(number, indent, width, name["name"], rest[start:].rstrip(), indent + start)
    return Line(number, indent, width, "", rest[width:].rstrip(), indent + width)
