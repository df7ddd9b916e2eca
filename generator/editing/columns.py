"""Every line starts in its own column: two spaces for each level, lists two further in."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editing.rows import Row, Sort


@dataclass(frozen=True, slots=True)
class _Level:
    """A list or a group of fields: the column it has, and the one it gets."""

    column: int
    wanted: int
    items: bool


def mend(rows: list[Row]) -> list[Row]:
    """The lines in their columns; what goes on with a value moves with it."""
    levels: list[_Level] = []
    moved: list[Row] = []
    by = 0
    for row in rows:
        if row.sort is Sort.START:
            made = _placed(row, levels)
            by = made.indent - row.indent + len(made.dashes) - len(row.dashes)
            by = by if row.name else made.indent - row.indent
            moved.append(made)
        elif row.sort in {Sort.MORE, Sort.BLOCK} and row.text.strip():
            moved.append(_shifted(row, by))
        else:
            moved.append(row)
    return _remarks(rows, moved)


def _placed(row: Row, levels: list[_Level]) -> Row:
    """The line in the column of its level; a level that starts here is noted."""
    items = bool(row.dashes)
    while levels and (levels[-1].column > row.indent or _ends(levels[-1], row.indent, items)):
        levels.pop()
    if not levels or levels[-1].column < row.indent or levels[-1].items != items:
        wanted = levels[-1].wanted + 2 if levels else 0
        levels.append(_Level(row.indent, wanted, items))
    indent = levels[-1].wanted
    dashes = "- " * row.dashes.count("-")
    if items and row.name:
        levels.append(_Level(row.column, indent + len(dashes), items=False))
    tail = row.text[row.column :]
    head = f"{row.name}:"
    if row.name:
        tail = f"{head} {row.value}" if row.value else head
    text = (" " * indent + dashes + tail).rstrip() if not tail else " " * indent + dashes + tail
    return Row(Sort.START, text, indent, dashes, row.name, row.value, row.field)


def _ends(level: _Level, indent: int, items: bool) -> bool:
    """Whether a list in this column ends here, because a field follows in the same column."""
    return level.column == indent and level.items and not items


def _shifted(row: Row, by: int) -> Row:
    indent = max(0, row.indent + by)
    return Row(row.sort, " " * indent + row.text.lstrip(" "), indent)


def _remarks(before: list[Row], moved: list[Row]) -> list[Row]:
    """A remark that stood in the column of the line below it still does."""
    result = list(moved)
    below = Row(Sort.BLANK, ""), Row(Sort.BLANK, "")
    for number in range(len(moved) - 1, -1, -1):
        if before[number].sort is Sort.REMARK and before[number].indent == below[0].indent:
            indent = below[1].indent
            text = " " * indent + before[number].text.lstrip(" ")
            result[number] = Row(Sort.REMARK, text, indent)
        if before[number].sort is not Sort.BLANK:
            below = before[number], result[number]
    return result
