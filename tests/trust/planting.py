"""Plants a text in every field of the frozen toolkit that holds text, found along the model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.content.fields import Line, Prose
from generator.content.files import Role, inventory
from generator.content.rules.documents import KINDS
from generator.content.source import read
from generator.content.tree import Listing, Mapping, Node, Text, find
from generator.content.walk import walk
from tests.frozen import FROZEN, write

Plain = dict[str, "Plain"] | list["Plain"] | str
At = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """One text of the frozen toolkit: its file, where it lies in the file's tree, its field."""

    path: str
    at: At
    field: str
    prose: bool
    typed: str


@cache
def trees() -> tuple[tuple[str, Any, Node], ...]:
    """Every YAML file that is published: its path, the kind it is read as, its tree.

    House style is not: its words are for editors alone.
    """
    found = []
    for file in inventory(FROZEN).files:
        if file.role in KINDS and file.role is not Role.STYLE:
            root = read(file.path, (FROZEN / file.path).read_bytes()).root
            assert root is not None
            found.append((file.path, KINDS[file.role], root))
    return tuple(found)


@cache
def spots() -> tuple[Spot, ...]:
    """Every text of the frozen toolkit, in the order of its files; a new field is among them."""
    return tuple(spot for path, kind, root in trees() for spot in _spots(path, kind, root))


def _spots(path: str, kind: Any, root: Node) -> Iterator[Spot]:
    places = dict(_places(root))
    for found in walk(kind, root):
        if isinstance(found.mark, Line | Prose):
            at = places[id(found.text)]
            prose = isinstance(found.mark, Prose)
            yield Spot(path, at, found.field, prose, found.text.value)


def scalars() -> Iterator[Spot]:
    """Every value of the frozen toolkit that is no text: ids, dates, numbers, words of lists."""
    texts = {(spot.path, spot.at) for spot in spots()}
    for path, _kind, root in trees():
        for node, at in _texts(root):
            if (path, at) not in texts:
                yield Spot(path, at, str(at[-1]), False, node.value)


def by_line(folder: Path, among: Iterable[Spot]) -> dict[tuple[str, int], list[Spot]]:
    """Some of the texts by the place in a copy that `plant` wrote: the file and the line."""
    roots = {path: read(path, (folder / path).read_bytes()).root for path, _kind, _root in trees()}
    found: dict[tuple[str, int], list[Spot]] = {}
    for spot in among:
        root = roots[spot.path]
        assert root is not None, spot.path
        found.setdefault((spot.path, find(root, spot.at).line), []).append(spot)
    return found


def _places(root: Node) -> Iterator[tuple[int, At]]:
    return ((id(node), at) for node, at in _texts(root))


def _texts(node: Node, at: At = ()) -> Iterator[tuple[Text, At]]:
    if isinstance(node, Text):
        yield node, at
    elif isinstance(node, Listing):
        for index, item in enumerate(node.items):
            yield from _texts(item, (*at, index))
    else:
        for name, value in node.values.items():
            yield from _texts(value, (*at, name))


def plain(node: Node, other: AnyMapping[At, str], at: At = ()) -> Plain:
    """A tree as lists, mappings and texts, with other texts in some places."""
    if isinstance(node, Listing):
        return [plain(item, other, (*at, index)) for index, item in enumerate(node.items)]
    if isinstance(node, Mapping):
        return {name: plain(value, other, (*at, name)) for name, value in node.values.items()}
    return other.get(at, node.value)


def plant(folder: Path, planted: AnyMapping[Spot, str]) -> None:
    """Writes the frozen toolkit's files to a copy, with other texts in some places.

    The files are JSON, which is YAML too: every text stands in quotes, on a line of its own.
    """
    by_place = {(spot.path, spot.at): text for spot, text in planted.items()}
    for path, _kind, root in trees():
        own = {at: text for (file, at), text in by_place.items() if file == path}
        made = plain(root, own)
        text = json.dumps(made, indent=1, ensure_ascii=False)
        write(folder, path, "".join(map(_spelled_out, text)))


def _spelled_out(char: str) -> str:
    """A character nobody could see, as YAML writes it in quotes."""
    return char if char.isprintable() or char in " \n" else f"\\U{ord(char):08x}"
