"""Fields in curly brackets on one line: `{on: 2026-11-22, kind: added, note: First, second.}`.

A comma ends a text there, so a text that holds one needs quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.editing.holds import NAMES, TEXT
from generator.editing.quoting import curly, needs_quotes, quoted
from generator.editing.rows import Row, Sort, closing

_NAME = re.compile(r"\s*(?P<name>[a-z_]+):\s+")
_NEXT = re.compile(r",\s+(?P<name>[a-z_]+):(?:\s|$)")
_ENDS = re.compile(r"\s*(?:,|$)")
_REMARK = re.compile(r"\s#\s")
_SIGNS = re.compile(r"[,\[\]{}]")

Change = Callable[[str, str], str]


def mend(rows: list[Row]) -> list[Row]:
    """The lines with quotes where brackets need them."""
    return [each(row, _quoted) for row in rows]


def each(row: Row, change: Change) -> Row:
    """The line with the value of each field in its brackets changed, by its name."""
    value = row.value
    if row.sort is not Sort.START or not (value.startswith("{") and value.endswith("}")):
        return row
    if closing(value) not in {None, len(value)} or _REMARK.search(value):
        return row  # something follows the brackets
    parts = _parts(value[1:-1])
    if parts is None:
        return row
    changed = [(name, change(name, own)) for name, own in parts]
    if changed == parts:
        return row
    return row.with_value("{" + ", ".join(f"{name}: {own}" for name, own in changed) + "}")


def _quoted(name: str, value: str) -> str:
    if value.startswith(("“", "„", "‘")):
        meant = curly(value)
        return value if meant is None else quoted(meant)
    if name not in TEXT or not value or value[0] in "\"'":
        return value
    return quoted(value) if needs_quotes(value) or _SIGNS.search(value) else value


def _parts(inside: str) -> list[tuple[str, str]] | None:
    """Each field's name and value as typed; none where it is not certain what they are."""
    found: list[tuple[str, str]] = []
    start = 0
    while start < len(inside):
        name = _NAME.match(inside, start)
        if not name or name["name"] not in NAMES:
            return None
        end = _end(inside, name.end(), name["name"])
        if end is None:
            return None
        found.append((name["name"], inside[name.end() : end].strip()))
        start = end + 1
    return found


def _end(inside: str, start: int, name: str) -> int | None:
    """Where a value ends: at its closing quote or bracket, or before the next known field."""
    rest = inside[start:]
    if name not in TEXT or rest[:1] in {'"', "'"}:
        length = closing(rest) if rest[:1] in {'"', "'", "[", "{"} else None
        if length is None:
            comma = rest.find(",")
            length = comma if comma >= 0 else len(rest)
        return start + length if _ENDS.match(rest, length) else None
    for following in _NEXT.finditer(inside, start):
        if following["name"] in NAMES:
            return following.start()
    return len(inside)
