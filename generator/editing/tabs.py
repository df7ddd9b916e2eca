"""Tabs become spaces: at the start of lines as many as fit, elsewhere one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.rows import Row, Sort

_WIDTHS = (2, 4, 8)  # what a tab may stand for


def mend(own: list[Row]) -> list[Row]:
    """A space for each tab behind the start of a line, but in words that keep their lines."""
    return [
        row
        if row.sort in {Sort.BLOCK, Sort.REMARK} or "\t" in row.text[: row.indent + 1]
        else Row(row.sort, row.text.replace("\t", " "))
        for row in own
    ]


def readings(text: str) -> Iterator[tuple[str, int]]:
    """What tabs at the start of lines may stand for, and how well that fits; none without tabs.

    A tab may be so many spaces, or stand for the column of the lines around it.
    """
    lines = text.split("\n")
    indents = [line[: len(line) - len(line.lstrip(" \t"))] for line in lines]
    if not any("\t" in indent for indent in indents):
        return
    for width in _WIDTHS:
        wide = [indent.replace("\t", " " * width) for indent in indents]
        yield _with(lines, indents, wide), _fits(indents, wide)
    yield _with(lines, indents, [_column(lines, indents, n) for n in range(len(lines))]), -1


def swallows(own: list[Row]) -> bool:
    """Whether an item of a list has become the end of the text above it."""
    return any(row.sort is Sort.MORE and row.text.lstrip().startswith("- ") for row in own)


def _with(lines: list[str], indents: list[str], new: list[str]) -> str:
    """The text with other indents."""
    parts = zip(lines, indents, new, strict=True)
    return "\n".join(indent + line[len(old) :] for line, old, indent in parts)


def _fits(indents: list[str], wide: list[str]) -> int:
    """How many lines with tabs would start in the column of a neighbour without."""
    return sum(
        any(wide[near] == wide[n] and "\t" not in indents[near] for near in _near(indents, n))
        for n in range(len(indents))
        if "\t" in indents[n]
    )


def _near(indents: list[str], number: int) -> list[int]:
    return [n for n in (number - 1, number + 1) if 0 <= n < len(indents)]


def _column(lines: list[str], indents: list[str], number: int) -> str:
    """The indent of the nearest line that starts alike, the one below before the one above."""
    if "\t" not in indents[number]:
        return indents[number]
    item = lines[number].lstrip().startswith("-")
    others: list[int] = [*range(number + 1, len(lines)), *range(number - 1, -1, -1)]
    for other in others:
        line = lines[other].lstrip()
        if line and "\t" not in indents[other] and line.startswith("-") == item:
            return indents[other]
    return indents[number]
