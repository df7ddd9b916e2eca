"""What an editor typed, as data that remembers its place: texts, lists and named values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.content.problems import Place

Location = tuple[str | int, ...]


class Text(NamedTuple):
    """A value as typed, and the last line it takes up.

    `remark` is what follows " #" behind a value without quotes: YAML drops it silently.
    """

    place: Place
    value: str
    last: int = 0
    remark: str = ""

    @property
    def empty(self) -> bool:
        """Whether the editor wrote nothing here, or nothing but spaces or empty quotes."""
        return not self.value

    def find(self, part: str) -> Place:
        """The place of a part of the value; of the value, where a line break divides the part."""
        lines = self.place.file.lines
        for number in range(self.place.line, min(self.last, len(lines)) + 1):
            start = self.place.column - 1 if number == self.place.line else 0
            column = lines[number - 1].find(part, start)
            if column >= 0:
                return Place(self.place.file, number, column + 1)
        return self.place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values; `withheld` when an item of it was already reported as unreadable."""

    place: Place
    items: tuple[Node, ...]
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values, in the order typed; `withheld` names those already reported as unreadable."""

    place: Place
    keys: dict[str, Text] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()

    def at(self, *location: str | int) -> Place:
        """The place of a value somewhere below, or of the nearest thing above it that exists."""
        return find(self, location)


Node = Text | Listing | Mapping


def find(node: Node, location: Location) -> Place:
    """The place of the value at a location, or of its nearest existing parent."""
    for step in location:
        if isinstance(node, Mapping) and step in node.values:
            key, node = node.keys[str(step)], node.values[str(step)]
            if isinstance(node, Text) and node.empty:
                return key.place
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node.place
