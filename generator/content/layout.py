"""What stands below what: lines that start in the wrong column, or lack a dash, a colon, a space.

A parser stops at its first error, often lines after the cause. This looks at every line, tells
each slip once where it was made, and mends it in memory, so that the rest can still be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.content import conflicts, slips, values
from generator.content.levels import Level, Levels
from generator.content.lines import Line, Style
from generator.content.mending import Draft
from generator.content.problems import SourceFile

_NO_SPACE = re.compile(r"(?P<name>[a-z][\w-]*):(?=[^\s:/])")
_NO_COLON = re.compile(r"(?P<name>[a-z][a-z_-]*)(?P<sign>\s*[;=]\s*|\s+|$)")
_LOOK = 10  # lines of text without dashes that one list may start with
_MOST = 100  # slips told of one file: whoever made more has saved something else in its place
_BULLET = re.compile(r"(?P<sign>[•–—*·‣▪]\s+|-(?=[^\s-]))")


def scan(file: SourceFile, text: str, readable: bool, shifts: dict[int, int]) -> Draft:
    """The file with its slips told and mended; `readable`: a parser has no error in it.

    What a parser accepts is told only where it surely is not what the editor meant. `shifts` says
    which lines of the text stand further in than those of the file.
    """
    draft = Draft(file, text.split("\n"), readable, shifts=dict(shifts))
    conflicts.settle(draft, _MOST)
    _Layout(draft, Levels(draft)).run()
    return draft


@dataclass(slots=True)
class _Layout:
    draft: Draft
    levels: Levels

    def run(self) -> None:
        number = 1
        while number <= len(self.draft.lines) and len(self.draft.problems) < _MOST:
            text = self.draft.lines[number - 1]
            line = self.draft.line(number)
            if line is None or text.startswith(("---", "...", "%")):
                number += 1
            else:
                number = self._line(line)

    def _line(self, line: Line) -> int:
        """Deals with one line, and gives the number of the next."""
        if not line.structural or _BULLET.match(line.name):
            mended = self._structure(line)
            if mended is None:
                depth = self.levels.open[-1].indent if self.levels.open else -1
                depth = depth if self.levels.waiting is None else self.levels.waiting
                self.levels.waiting = None
                return values.look(self.draft, line, depth)
            line = mended
        line = self.levels.place(self._tight(line))
        if line.item and line.name:
            self.levels.open.append(Level(line.inner, False, line.number, names=[line.name]))
        elif line.item and not line.value:
            self.levels.waiting = line.indent
            return line.number + 1
        self.levels.waiting = line.depth if line.style in (Style.EMPTY, Style.REMARK) else None
        return values.look(self.draft, line, line.depth)

    def _tight(self, line: Line) -> Line:
        """`- id:HOS-REC-01` or `- id HOS-REC-01`, with more fields below it."""
        if not line.item or line.name:
            return line
        below = self.levels.below(line.number + 1)
        if below is None or below.item or not below.name:
            return line
        return (self._named(line) if below.indent == line.inner else None) or line

    def _structure(self, line: Line) -> Line | None:
        """A line of text in the place of a field or an item, mended; none where it is text."""
        number, draft = line.number, self.draft
        in_list = any(own.items and own.indent == line.indent for own in self.levels.open)
        bullet = _BULLET.match(draft.lines[number - 1], line.indent)
        if bullet and (in_list or self.levels.waiting is not None or not self.levels.open):
            if bullet["sign"] == "-":
                draft.tell(slips.no_space_after_dash(draft.place(number, line.indent)))
                draft.insert(number, line.indent + 1, " ")
            else:
                sign = bullet["sign"].strip()
                draft.tell(slips.no_dash(draft.place(number, line.indent), sign))
                draft.replace(number, line.indent, len(bullet["sign"]), "- ")
            return draft.line(number)
        if line.structural:
            return line
        below = self._follower(line)
        if self.levels.waiting is not None and line.indent > self.levels.waiting:
            if below is None or (draft.readable and not below.item):
                return None
            in_list = below.item
        if in_list:
            draft.tell(slips.no_dash(draft.place(number, line.indent), ""))
            draft.insert(number, line.indent, "- ")
            return draft.line(number)
        return None if draft.readable else self._named(line)

    def _follower(self, line: Line) -> Line | None:
        """What starts below a line of text, in its column, or further in below a single word."""
        number = line.number + 1
        while (below := self.levels.below(number)) and not below.structural:
            if below.indent != line.indent or number > line.number + _LOOK:
                return None
            number += 1
        held = below and below.indent > line.indent and re.fullmatch(r"[a-z][a-z-]*", line.value)
        return below if below and (below.indent == line.indent or held) else None

    def _named(self, line: Line) -> Line | None:
        """A field without its colon, or without the space after it."""
        draft, number = self.draft, line.number
        tight, bare = _NO_SPACE.match(line.value), _NO_COLON.match(line.value)
        if tight:
            at = line.start + tight.end()
            draft.tell(slips.no_space_after_colon(draft.place(number, at - 1)))
            draft.insert(number, at, " ")
        elif bare:
            draft.tell(slips.no_colon(draft.place(number, line.start), bare["name"]))
            draft.replace(number, line.start + bare.start("sign"), len(bare["sign"]), "")
            draft.insert(number, line.start + bare.end("name"), ": ")
        else:
            return None
        return draft.line(number)
