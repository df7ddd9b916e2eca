"""A problem in the content: where it is, what is wrong and what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem matters: only errors stop a build and give exit code 1."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A content file as its editor knows it: the path below the project, and its lines.

    A file is known by its path: to compare all its lines for each problem would take too long.
    """

    path: str
    lines: tuple[str, ...] = field(default=(), compare=False)


class Place(NamedTuple):
    """A spot in a content file; line and column count from 1, columns in characters.

    There is one for each text: a tuple of names is made in half the time of other frozen data.
    """

    file: SourceFile
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file.path}:{self.line}:{self.column}"

    @classmethod
    def within(cls, file: SourceFile, line: int, column: int) -> Place:
        """The place, or the nearest one on its line where a mended line was longer."""
        length = len(cls(file, line).text)
        return cls(file, line, min(max(1, column), length + 1))

    @property
    def text(self) -> str:
        """The whole line at this place, or nothing where the file has no such line."""
        lines = self.file.lines
        return lines[self.line - 1] if 0 < self.line <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One cause, told once: `message` says what is wrong, `fix` what to write."""

    place: Place
    code: str
    message: str
    fix: str
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """A message is one line, also where it repeats a text that was broken into two."""
        for name in ("message", "fix"):
            lines = getattr(self, name).splitlines()
            if len(lines) > 1:
                object.__setattr__(self, name, " ".join(lines))

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by file, then by place, so that a run reads from top to bottom."""
        place = self.place
        return (place.file.path, place.line, place.column, self.code, self.message)

    def describe(self) -> str:
        """The problem as an editor reads it: place, words, the line with a caret, the fix."""
        head = f"{self.place}: {self.severity} [{self.code}]: {self.message}"
        return "\n".join((head, *self._excerpt(), f"  {self.fix}"))

    def _excerpt(self) -> Iterable[str]:
        line = self.place.text
        if not line.strip():
            return
        number = str(self.place.line)
        start = max(0, self.place.column - _WINDOW)
        shown = line[start : start + 2 * _WINDOW].rstrip()
        before = line[start : self.place.column - 1]
        yield f"  {number} | {_visible(shown)}"
        yield f"  {' ' * len(number)} | {_blank(before)}^"


_SHOWN = 12  # words of a list told at most
_WINDOW = 80  # characters kept each side of the caret: longer lines wrap in a terminal


def _visible(text: str) -> str:
    """Shows characters that a terminal would hide or obey as a mark of their own."""
    return "".join(char if char == "\t" or _prints(char) else "\N{OPEN BOX}" for char in text)


def _prints(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _blank(text: str) -> str:
    """White space exactly as wide as the text is on a terminal."""
    return "".join("\t" if char == "\t" else " " * _columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0  # an accent or a sign on the letter before it
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """The sentence that helps with a word outside a list: the nearest one, or all of them."""
    words = sorted(set(allowed))
    in_small = {known.lower(): known for known in words}
    near = get_close_matches(word.lower(), list(in_small), n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{in_small[near[0]]}"?'
    if not words:
        return "There is none to choose from yet."
    shown = ", ".join(words[:_SHOWN])
    return f"Choose from: {shown}{' …' if len(words) > _SHOWN else ''}."
