"""A file while its slips are found: each is told once, and mended in memory.

The parser then reads the rest as if the slip had not been made, so that it hides nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from generator.content.lines import Line, split
from generator.content.problems import Place, Problem, SourceFile

_LAYOUT = frozenset({"indentation", "missing-dash", "missing-colon"})


@dataclass(slots=True)
class Draft:
    """The lines of a file, mended as far as they are known; `shifts` keeps columns right."""

    file: SourceFile
    lines: list[str]
    readable: bool
    problems: list[Problem] = field(default_factory=list)
    shifts: dict[int, int] = field(default_factory=dict)
    seen: dict[int, tuple[str, Line | None]] = field(default_factory=dict)

    def line(self, number: int) -> Line | None:
        """The parts of a line, counted from 1; none for an empty one."""
        text = self.lines[number - 1]
        before, line = self.seen.get(number, (None, None))
        if before is not text:  # each is asked for several times
            line = split(text, number)
            self.seen[number] = text, line
        return line

    def place(self, number: int, column: int) -> Place:
        """Where the editor sees what stands in a column of a mended line, counted from 0."""
        return Place.within(self.file, number, column + 1 - self.shifts.get(number, 0))

    def tell(self, problem: Problem) -> None:
        """Keeps a problem, unless it only follows from one about the layout of the same line."""
        layout = problem.code in _LAYOUT
        told = (p for p in self.problems if p.place.line == problem.place.line)
        if not any(p.place == problem.place or (layout and p.code in _LAYOUT) for p in told):
            self.problems.append(problem)

    def replace(self, number: int, start: int, old: int, new: str) -> None:
        """Puts `new` where `old` characters stood."""
        text = self.lines[number - 1]
        self.lines[number - 1] = text[:start] + new + text[start + old :]

    def quote(self, line: Line, words: str) -> None:
        """Writes the value of a line as the text it is meant to be."""
        quoted = json.dumps(words, ensure_ascii=False)
        self.replace(line.number, line.start, len(self.lines[line.number - 1]), quoted)

    def insert(self, number: int, start: int, words: str) -> None:
        """Adds characters; what follows them moves."""
        self.replace(number, start, 0, words)
        self.shifts[number] = self.shifts.get(number, 0) + len(words)

    def indent(self, number: int, to: int) -> None:
        """Moves a line to the right or to the left."""
        text = self.lines[number - 1]
        bare = text.lstrip(" ")
        self.shifts[number] = self.shifts.get(number, 0) + to - (len(text) - len(bare))
        self.lines[number - 1] = " " * to + bare

    def drop(self, number: int) -> None:
        """Leaves a line out."""
        self.lines[number - 1] = ""
