"""The column of each line: lines that belong together start in one, and what they hold further in.

A line in no such column is wrong, or the one is that opened the column. What most of the lines
around it agree with tells which.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.content import slips, spacing
from generator.content.lines import Line, Style
from generator.content.mending import Draft

_AHEAD = 40  # lines looked at to see which of two columns most of them agree with


@dataclass(slots=True)
class Level:
    """Lines that start in one column and belong together: the fields of a group, or a list."""

    indent: int
    items: bool
    first: int
    count: int = 1
    names: list[str] = field(default_factory=list)
    loose: bool = False  # some of its lines had a dash that they should not have


@dataclass(slots=True)
class Levels:
    """The levels that are open at a line, from the outermost in.

    `waiting` is the column of a field with nothing behind it, whose value may follow below.
    """

    draft: Draft
    open: list[Level] = field(default_factory=list)
    waiting: int | None = None
    columns: Counter[tuple[str, int]] = field(default_factory=Counter)  # of each field's name

    def place(self, line: Line) -> Line:
        """The line in its level, moved there first where its column is wrong."""
        wanted = self._outlier(line)
        if wanted is not None and not self._usual(line, wanted):
            known = [own for own in self.open if own.indent <= wanted]
            self.open = known or self.open
            line = self._move(line, wanted)
        gone: list[Level] = []
        while self.open and self.open[-1].indent > line.indent:
            gone.append(self.open.pop())
        if self.open and self.open[-1].indent == line.indent and self._other_kind(line):
            gone.append(self.open.pop())
        top = self.open[-1] if self.open else None
        if top and top.indent == line.indent and top.items == line.item:
            if gone and self._one_dash_too_many(line, gone[-1]):
                self.open.append(gone[-1])
                return self.draft.line(line.number) or line
            top.count += 1
            top.names.append(line.name)
            return self._dashless(line, top) or line
        waits = top is not None and self.waiting is not None and not gone
        if (top is None and not gone) or (waits and self._may_open(line)):
            self.open.append(Level(line.indent, line.item, line.number, names=[line.name]))
            return line
        return self._misplaced(line, gone)

    def _usual(self, line: Line, wanted: int) -> bool:
        """Whether the file has a field of this name where the line stands rather than there."""
        if not self.columns:
            every = (self.draft.line(n) for n in range(1, len(self.draft.lines) + 1))
            self.columns.update((own.name, own.inner) for own in every if own and own.name)
        there = self.columns[line.name, wanted + line.dashes]
        return self.columns[line.name, line.inner] - 1 > there

    def _outlier(self, line: Line) -> int | None:
        """The right column of a line that starts further left than all around it."""
        left = self.open[-1].indent if self.open else 0
        if self.draft.readable or line.indent >= (left if self.waiting is None else left + 1):
            return None
        opened = line.inner if line.item and line.name else None
        for number in range(line.number + 1, min(line.number + _AHEAD, len(self.draft.lines) + 1)):
            below = self.draft.line(number)
            if below is None or not below.structural:
                continue
            if below.indent <= line.indent:
                return None
            if opened is None and line.style in (Style.EMPTY, Style.REMARK):
                opened = below.indent
            elif below.indent == line.indent + 2 and line.style is Style.EMPTY:
                if self._alike(below, opened):
                    return self._column(line, below)
                return None  # it is the lines between that are wrong
            elif opened is None or below.indent < opened or _next_item(line, below):
                return self._column(line, below)
        return None

    def _alike(self, below: Line, opened: int | None) -> bool:
        """Whether a line holds others in the very column of those that the line before holds."""
        held = self.below(below.number + 1)
        known = any(own.indent == below.indent and not own.items for own in self.open)
        waits = self.waiting is not None and self.waiting == below.indent - 2
        nested = held is not None and bool(held.name) and held.indent == opened
        return below.style is Style.EMPTY and nested and (known or waits)

    def _column(self, line: Line, below: Line) -> int | None:
        """Where a line should start, by the line below, which it shuts out from its level."""
        if self.waiting is not None and below.indent > self.waiting:
            return below.indent if below.item == line.item else None
        if self.waiting is not None and line.item:
            return self.waiting + 2
        if not any(own.indent == below.indent and own.items == below.item for own in self.open):
            return None  # it is the line below that is wrong
        offset = line.dashes if line.name else 0
        kind = [own.indent for own in self.open if own.items == line.item]
        return min(kind, key=lambda own: abs(own + offset - below.indent), default=None)

    def _one_dash_too_many(self, line: Line, above: Level) -> bool:
        """`- on: …` and `- kind: …` below each other: fields of one entry, each with a dash."""
        if not line.name or above.items or above.indent != line.inner or line.name in above.names:
            return False
        if above.count > 1 and not above.loose:
            return False
        self.draft.tell(slips.extra_dash(self.draft.place(line.number, line.indent)))
        self.draft.replace(line.number, line.indent, line.dashes, " " * line.dashes)
        above.names.append(line.name)
        above.count, above.loose = above.count + 1, True
        return True

    def _dashless(self, line: Line, level: Level) -> Line | None:
        """A field that its item has already, and the next one too: a new item without a dash."""
        holder = self.open[-2] if len(self.open) > 1 else None
        if holder is None or not holder.items or not line.name:
            return None
        if line.name not in level.names[:1]:
            return None
        below = self.neighbour(line)
        if below is None or below.name not in level.names:
            return None
        self.draft.tell(slips.no_dash(self.draft.place(line.number, line.indent), ""))
        self.draft.indent(line.number, holder.indent)
        self.draft.replace(line.number, holder.indent, 0, "- ")
        self.open.pop()
        return self.draft.line(line.number)

    def _other_kind(self, line: Line) -> bool:
        """Whether the level in this column is a list that a field ends, not one it may hold."""
        top = self.open[-1]
        return top.items and not line.item

    def _may_open(self, line: Line) -> bool:
        waiting = self.waiting if self.waiting is not None else line.indent
        return line.indent > waiting or (line.item and line.indent == waiting)

    def _misplaced(self, line: Line, gone: list[Level]) -> Line:
        """A line in no level's column: it is wrong, or the first line of the level above is."""
        every = [*self.open, *reversed(gone)]
        last = gone[-1] if gone else self.open[-1]
        if self._first_is_wrong(line, last):
            return self._blame_first(line, last, gone)
        fitting = [own for own in every if own.items == line.item]
        if not fitting:
            self.open.append(Level(line.indent, line.item, line.number))
            return line
        wanted = min(fitting, key=lambda own: (abs(own.indent - line.indent), -own.indent))
        self.open = every[: every.index(wanted) + 1]
        wanted.count += 1
        if not line.item and (item := self._dashless(line, wanted)):
            return item
        return self._move(line, wanted.indent) if wanted.indent != line.indent else line

    def _move(self, line: Line, to: int) -> Line:
        if self.draft.readable and not line.item:
            return line  # only a dash can be taken for text where nothing else is wrong
        place = self.draft.place(line.number, line.indent)
        self.draft.tell(spacing.indentation(place, line.indent, to))
        self.draft.indent(line.number, to)
        moved = self.draft.line(line.number) or line
        by, number = to - line.indent, line.number + 1
        first = self.below(number)
        if line.item and line.name and first and first.name and first.indent == line.inner:
            while not first.item and (below := self.below(number)) and below.indent >= line.inner:
                self.draft.indent(number, below.indent + by)
                number += 1
        return moved

    def _first_is_wrong(self, line: Line, last: Level) -> bool:
        """Whether what follows agrees with this line and not with the first of its level."""
        if last.items != line.item and (self.open or line.indent):
            first = self.draft.line(last.first)
            bare = first is not None and not first.item and last.indent > line.indent
            return line.item and not last.items and bare
        if last.count > 1 or last.first == line.number:
            return False
        if not self.open and line.indent == 0 < last.indent:
            return True  # a file starts at the very left
        here, there = 0, 1
        end = min(line.number + _AHEAD, len(self.draft.lines) + 1)
        for number in range(line.number, end):
            below = self.draft.line(number)
            if below is None or not below.structural:
                continue
            if below.indent < min(line.indent, last.indent):
                break
            here += below.item == line.item and below.indent == line.indent
            there += below.item == line.item and below.indent == last.indent
        above = self.open[: self.open.index(last)] if last in self.open else self.open
        parent = above[-1].indent if above else -2
        regular = line.indent == parent + 2 != last.indent
        return there == 1 and (regular if here == there else here > there)

    def _blame_first(self, line: Line, last: Level, gone: list[Level]) -> Line:
        draft, first = self.draft, self.draft.line(last.first)
        if first is None:
            return line
        if last.items != line.item:  # a group of fields where the list starts only now
            draft.tell(slips.no_dash(draft.place(first.number, first.indent), ""))
            draft.indent(first.number, line.indent)
            draft.replace(first.number, line.indent, 0, "- ")
            self.open.append(Level(line.indent, True, first.number, 2))
            return line
        to = first.indent + line.indent - last.indent  # an item's first field moves with its dash
        place = draft.place(first.number, first.indent)
        draft.tell(spacing.indentation(place, first.indent, to))
        draft.indent(first.number, to)
        if last in gone:
            self.open.append(last)
        if first.item and not last.items and self.open[-2:-1]:
            self.open[-2].indent = to
        last.indent, last.count = line.indent, last.count + 1
        return line

    def neighbour(self, line: Line) -> Line | None:
        """The next line, if it starts something in the very column of this one."""
        below = self.below(line.number + 1)
        return below if below and below.structural and below.indent == line.indent else None

    def below(self, number: int) -> Line | None:
        return self.draft.line(number) if number <= len(self.draft.lines) else None


def _next_item(line: Line, below: Line) -> bool:
    """Whether the line below is an item where the fields of this one should be."""
    return bool(line.item and line.name and below.item and below.indent == line.inner)
