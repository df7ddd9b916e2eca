"""Safe fixes to a content file: what is meant stays, and only how it is typed changes.

Line by line, so that it helps with files no parser can read. A step that would change what can be
read already is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.content import characters
from generator.content.files import Role
from generator.content.source import read
from generator.content.tree import Listing, Mapping, Node
from generator.editing import brackets, columns, days, quoting, tabs
from generator.editing.rows import Row, Sort, rows

_BOM = "\ufeff"

Step = Callable[[list[Row]], list[Row]]


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file as it should be typed, and what was mended, in words."""

    data: bytes
    mended: tuple[str, ...]


def format_file(data: bytes, role: Role) -> Formatted:
    """The file with every safe fix made; itself where it is no text, or nothing needs mending."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Formatted(data, ())
    mended: list[str] = []
    plain = _step(text, _line_ends, "line ends", mended)
    plain = _step(plain, _characters, "invisible characters", mended)
    if role is not Role.PAGE:
        plain = _yaml(plain, role, mended)
    plain = _step(plain, _last_line, "the end of the file", mended)
    return Formatted(plain.encode(), tuple(mended))


def _step(text: str, change: Callable[[str], str], what: str, mended: list[str]) -> str:
    changed = change(text)
    if changed != text:
        mended.append(what)
    return changed


def _line_ends(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _last_line(text: str) -> str:
    return text.rstrip("\n") + "\n" if text.strip("\n") else text


def _characters(text: str) -> str:
    """Ordinary spaces for those that only look like one; what nobody can see is left out."""
    if text.isascii():
        return text
    return "\n".join(_seen(line) for line in text.split("\n"))


def _seen(line: str) -> str:
    if line.isascii():
        return line
    kept = []
    for column, char in enumerate(line, start=1):
        if unicodedata.category(char) == "Zs":
            kept.append(" ")
        elif not characters.unseen(line, column):
            kept.append(char)
    return "".join(kept)


def _yaml(text: str, role: Role, mended: list[str]) -> str:
    """Every other fix, for what the tabs at the start of lines most likely stand for."""
    best: tuple[int, str, list[str]] | None = None
    for without, fits in tabs.readings(text):
        tried = [*mended, "tabs"]
        result = _steps(without, role, tried)
        sound = tree(result) is not None and not tabs.swallows(rows(result.split("\n")))
        if sound and (best is None or fits > best[0]):
            best = fits, result, tried
    if best is None:
        return _steps(text, role, mended)
    mended[:] = best[2]
    return best[1]


def _steps(text: str, role: Role, mended: list[str]) -> str:
    text = _rewrite(text, tabs.mend, "tabs", mended)
    text = _rewrite(text, quoting.mend, "quotes", mended)
    text = _rewrite(text, brackets.mend, "quotes", mended)
    text = _rewrite(text, days.mend, "dates", mended)
    text = _rewrite(text, _spaces, "spaces", mended, same=True)
    if tree(text) is not None:  # or two columns that differ by a slip would become one
        text = _rewrite(text, columns.mend, "spaces at the start of lines", mended, same=True)
    return _rewrite(text, lambda own: _empty_lines(own, role), "empty lines", mended, same=True)


def _rewrite(text: str, step: Step, what: str, mended: list[str], *, same: bool = False) -> str:
    """The text after a step; `same`: only if what can be read is read the same after it."""
    changed = "\n".join(row.text for row in step(rows(text.split("\n"))))
    if changed == text or (same and not _same(text, changed)):
        return text
    if what not in mended:
        mended.append(what)
    return changed


def _spaces(own: list[Row]) -> list[Row]:
    """No spaces at the end of a line, and one behind a field's colon."""
    result = []
    for row in own:
        text = row.text.rstrip(" ")
        if row.sort is Sort.START and row.name:
            text = row.with_value(row.value).text if row.value else text
            text = text if row.value else " " * row.indent + row.dashes + f"{row.name}:"
        result.append(row if text.endswith("\\") else Row(row.sort, text))
    return result


def _empty_lines(own: list[Row], role: Role) -> list[Row]:
    """At most one in a row, none at the start, and one before every action but the first."""
    result: list[Row] = []
    first = True
    for number, row in enumerate(own):
        if row.sort is Sort.BLANK and (not result or result[-1].sort is Sort.BLANK):
            continue
        if role is Role.ACTIONS and _opens_action(own, number):
            if not first and result[-1].sort is not Sort.BLANK:
                result.append(Row(Sort.BLANK, ""))
            first = False
        result.append(row)
    return result


def _opens_action(own: list[Row], number: int) -> bool:
    """Whether an action, or the remarks above it, start on this line."""
    if number and own[number - 1].sort is Sort.REMARK:
        return False
    while number < len(own) - 1 and own[number].sort is Sort.REMARK:
        number += 1
    row = own[number]
    return row.sort is Sort.START and row.dashes == "- " and row.name == "id"


def _same(before: str, after: str) -> bool:
    """Whether what could be read before is read the same after."""
    read_before = tree(before)
    return read_before is None or read_before == tree(after)


def tree(text: str) -> Any:
    """What a reader makes of a file, without places; none where it cannot be read."""
    reading = read("file", text.encode("utf-8", "surrogatepass"))
    if reading.root is None or reading.problems:
        return None
    return _plain(reading.root)


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {name: _plain(value) for name, value in node.values.items()}
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return "\n".join(line.rstrip() for line in node.value.split("\n"))
