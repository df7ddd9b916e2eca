"""Changes to the text of a content file that touch no other line.

What is asked for is put into the text as it was typed. The result is read again before anyone
writes it, so a file that is laid out in an unforeseen way is refused and never broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.source import read
from generator.content.tree import Listing, Mapping
from generator.editing.things import Plain, plain

Lines = list[str]


class LayoutError(Exception):
    """The file is laid out in a way that cannot be added to; says what to do instead."""


@dataclass(frozen=True, slots=True)
class ActionFile:
    """A file of actions: its lines with their ends, and its tree."""

    path: str
    lines: tuple[str, ...]
    root: Mapping

    @classmethod
    def of(cls, path: str, data: bytes) -> ActionFile:
        """Reads a file; LayoutError where it has no list of actions."""
        root = read(path, data).root
        listed = root.values.get("actions") if isinstance(root, Mapping) else None
        if not isinstance(root, Mapping) or not isinstance(listed, Listing):
            raise LayoutError(f"{path} cannot be read. Run toolkits check, and mend it first.")
        lines = tuple(line for line in re.split(r"(?<=\n)", data.decode("utf-8")) if line)
        if not listed.items or listed.place.line == root.keys["actions"].place.line:
            raise LayoutError(f'{path}: start each action on a line of its own with "- id:".')
        return cls(path, lines, root)

    @property
    def actions(self) -> tuple[Mapping, ...]:
        """The entries of the list of actions."""
        listed = self.root.values["actions"]
        entries = listed.items if isinstance(listed, Listing) else ()
        return tuple(entry for entry in entries if isinstance(entry, Mapping))

    @property
    def end(self) -> str:
        """How lines end in this file."""
        return "\r\n" if self.lines[0].endswith("\r\n") else "\n"

    @property
    def indent(self) -> int:
        """How far the dashes of the actions are indented."""
        return _dash(self.lines, self.actions[0].place.line)

    def find(self, id_: str) -> int:
        """Which action has an id; -1 for none."""
        ids = [plain(action).get("id") for action in self.actions]
        return ids.index(id_) if id_ in ids else -1

    def span(self, number: int) -> tuple[int, int]:
        """The lines of an action: the first, and the one after the last, counted from 0."""
        starts = [action.place.line - 1 for action in self.actions]
        listed = self.root.keys["actions"].place.line
        later = [key.place.line - 1 for key in self.root.keys.values() if key.place.line > listed]
        following = [*starts[number + 1 : number + 2], *later, len(self.lines)][0]
        end = following
        while end > starts[number] + 1 and self._between(self.lines[end - 1]):
            end -= 1
        return starts[number], end

    def _between(self, line: str) -> bool:
        """Whether a line belongs to what follows: a blank one, or a remark not inside an action."""
        text = line.lstrip()
        return not text or (text.startswith("#") and len(line) - len(text) <= self.indent)

    def fields(self, number: int) -> dict[str, Lines]:
        """The lines of each field of an action, as typed but without the indentation and dash."""
        start, end = self.span(number)
        keys = self.actions[number].keys
        places = [key.place.line - 1 for key in keys.values()]
        if len(set(places)) < len(places) or places[0] != start:
            raise LayoutError(
                f"{self.path}, line {start + 1}: write each field of this action on its own line."
            )
        width = self.indent + 2
        made = {}
        for name, first, last in zip(keys, places, [*places[1:], end], strict=True):
            own = [line.rstrip("\r\n") for line in self.lines[first:last]]
            own[0] = " " * width + own[0][keys[name].place.column - 1 :]
            made[name] = [line[width:] if not line[:width].strip() else line for line in own]
        return made

    def added(self, lines: Lines) -> ActionFile:
        """The file with one more action at the end of the list."""
        _start, end = self.span(len(self.actions) - 1)
        before = [*self.lines[:end]]
        if not before[-1].endswith("\n"):
            before[-1] += self.end
        new = [line + self.end for line in lines]
        return self._checked((*before, *new, *self.lines[end:]), len(self.actions) + 1)

    def replaced(self, number: int, lines: Lines) -> ActionFile:
        """The file with other lines for one action."""
        start, end = self.span(number)
        new = [line + self.end for line in lines]
        return self._checked((*self.lines[:start], *new, *self.lines[end:]), len(self.actions))

    @property
    def data(self) -> bytes:
        """The whole file."""
        return "".join(self.lines).encode()

    def _checked(self, lines: tuple[str, ...], number: int) -> ActionFile:
        """The new state, if it reads as the old one but for the one action."""
        made = ActionFile.of(self.path, "".join(lines).encode())
        same = sum(1 for entry in _entries(self) if entry in list(_entries(made)))
        others = {name: plain(node) for name, node in made.root.values.items()}
        before = {name: plain(node) for name, node in self.root.values.items()}
        others.pop("actions")
        before.pop("actions")
        kept = len(self.actions) - (number == len(self.actions))
        if len(made.actions) != number or same < kept or others != before:
            raise LayoutError(f"{self.path} is laid out in a way that cannot be added to.")
        return made


def _entries(file: ActionFile) -> Iterator[Plain]:
    return (plain(action) for action in file.actions)


def _dash(lines: tuple[str, ...], line: int) -> int:
    """The column of the dash that opens an entry, counted from 0."""
    text = lines[line - 1]
    return len(text) - len(text.lstrip())
