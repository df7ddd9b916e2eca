"""The lines of a YAML file, told apart without a parser: so it works on a file that has errors."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto


class Sort(Enum):
    """What a line is."""

    BLANK = auto()
    REMARK = auto()
    START = auto()
    """It starts a field, an item of a list, or both."""
    MORE = auto()
    """It goes on with the text above, which is folded when it is read."""
    BLOCK = auto()
    """It goes on with a text that started with | or >."""
    OTHER = auto()
    """Anything else; nobody touches it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: `dashes` as typed, the field's `name` if it has one, and what it starts with.

    `field` is the field that the value belongs to: the row's own, or that of the list.
    """

    sort: Sort
    text: str
    indent: int = 0
    dashes: str = ""
    name: str = ""
    value: str = ""
    field: str = ""

    @property
    def column(self) -> int:
        """Where the name or the value stands, behind the dashes."""
        return self.indent + len(self.dashes)

    @property
    def depth(self) -> int:
        """What goes on with the value is indented further than this."""
        return self.column if self.name else self.indent

    def with_value(self, value: str) -> Row:
        """The same line with another value."""
        head = " " * self.indent + self.dashes + (f"{self.name}: " if self.name else "")
        return replace(self, value=value, text=head + value)


# After a dash, a name is one word in small letters: "- Ask: what next?" is a text.
_START = re.compile(
    r"(?P<indent> *)"
    r"(?:(?P<dashes>(?:- +)+)(?:(?P<inner>[a-z0-9][a-z0-9_-]*)[ ]*:(?= |$) *)?"
    r"|(?P<name>[\w-]+|\"[^\"]*\"|'[^']*')[ ]*:(?= |$) *)"
    r"(?P<value>.*)"
)
_DASH = re.compile(r"(?P<indent> *)-$")
BLOCK = re.compile(r"[|>][-+]?(?P<own>\d?)[-+]?(?: +#.*)?$")
_WHOLE = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
_PARTS = re.compile(r"""[\[{]|[\]}]|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_AFTER = re.compile(r" *(?:$| #)")


def rows(lines: list[str]) -> list[Row]:
    """Every line of a file, told apart."""
    found: list[Row] = []
    holders: list[tuple[int, str]] = []
    while len(found) < len(lines):
        row = _first(lines[len(found)])
        if row.sort is Sort.START:
            row = _in_field(row, holders)
            found.append(row)
            found += _rest(row, lines, len(found))
        else:
            found.append(row)
    return found


def _first(line: str) -> Row:
    if not line.strip():
        return Row(Sort.BLANK, line)
    if line.lstrip().startswith("#"):
        return Row(Sort.REMARK, line, len(line) - len(line.lstrip()))
    match = _START.fullmatch(line)
    if match:
        name = match["inner"] or match["name"] or ""
        return Row(
            Sort.START,
            line,
            len(match["indent"]),
            match["dashes"] or "",
            name,
            match["value"].rstrip(),
        )
    dash = _DASH.fullmatch(line.rstrip())
    if dash:
        return Row(Sort.START, line, len(dash["indent"]), "- ")
    return Row(Sort.OTHER, line, len(line) - len(line.lstrip(" ")))


def _in_field(row: Row, holders: list[tuple[int, str]]) -> Row:
    """The row with its field: the nearest one above whose column is not further in."""
    reach = row.indent if row.dashes else row.indent - 1
    while holders and holders[-1][0] > reach:
        holders.pop()
    field = row.name.strip("\"'") or (holders[-1][1] if holders else "")
    if row.name and not row.value:
        holders.append((row.column, field))
    return replace(row, field=field)


def _rest(row: Row, lines: list[str], start: int) -> list[Row]:
    """The lines that go on with the row's value."""
    if not row.value or row.value.startswith("#"):
        return []
    if BLOCK.fullmatch(row.value):
        end = _deeper(row, lines, start)
        return [
            Row(Sort.BLOCK, line, len(line) - len(line.lstrip(" "))) for line in lines[start:end]
        ]
    follow = _closed if row.value[0] in "\"'[{" else _folded
    end = follow(row, lines, start)
    return [Row(Sort.MORE, line, len(line) - len(line.lstrip(" "))) for line in lines[start:end]]


def _deeper(row: Row, lines: list[str], start: int) -> int:
    """Where the lines end that are empty or indented further; empty ones at the end are not in."""
    end = start
    for number in range(start, len(lines)):
        line = lines[number]
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= row.depth:
                break
            end = number + 1
    return end


def _folded(row: Row, lines: list[str], start: int) -> int:
    end = _deeper(row, lines, start)
    for number in range(start, end):
        if lines[number].lstrip().startswith("#"):
            return number
    return end


def _closed(row: Row, lines: list[str], start: int) -> int:
    """Where the quotes or brackets are closed; right here where nothing closes them well."""
    below = lines[start : _deeper(row, lines, start)]
    text = "\n".join((row.value, *below))
    end = closing(text)
    if end is None or not _AFTER.match(text[end:].partition("\n")[0]):
        return start
    return start + text.count("\n", 0, end)


def whole(value: str) -> int | None:
    """Where the quotes or brackets that a value starts with are closed, if nothing follows."""
    end = closing(value)
    return end if end is not None and _AFTER.match(value, end) and "\n" not in value[end:] else None


def closing(value: str) -> int | None:
    """Where the quotes or brackets that a value starts with are closed."""
    if value[0] in _WHOLE:
        quoted = _WHOLE[value[0]].match(value)
        return quoted.end() if quoted else None
    depth = 0
    for part in _PARTS.finditer(value):
        depth += (part.group() in "[{") - (part.group() in "]}")
        if depth == 0:
            return part.end()
    return None
