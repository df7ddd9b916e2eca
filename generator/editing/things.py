"""What a folder's content holds, thing by thing, as typed: for comparing two states of it.

It reads trees and not the model, so content with errors can be compared too. Layout, comments and
the order of entries do not reach it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.content import places
from generator.content.files import ContentFile, Role, inventory
from generator.content.marks import Citation, parse
from generator.content.rules.documents import LISTS
from generator.content.source import read
from generator.content.tree import Listing, Node, Text
from generator.content.tree import Mapping as Fields

Key = tuple[str, ...]
Plain = Any
"""A text, a list or named values, each without what is empty."""

_KINDS = {
    Role.SOURCES: "source",
    Role.LAW: "law",
    Role.RESOURCES: "resource",
    Role.FRAMEWORKS: "framework",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with a name of its own, its fields, and where it is written and shown."""

    kind: str
    id: str
    fields: Mapping[str, Plain]
    path: str
    line: int = 1
    sector: str = ""
    theme: str = ""

    @property
    def key(self) -> Key:
        """What it is known by, in whichever file it stands."""
        own = {"audience": (self.sector, self.id), "measures": (self.sector, self.theme)}
        return (self.kind, *own.get(self.kind, (self.id,)))

    @property
    def title(self) -> str:
        """Its name for readers, where it has one."""
        return str(self.fields.get("title", ""))

    @property
    def retired(self) -> bool:
        """Whether it is an action that is no longer advised."""
        return self.fields.get("status") == "retired"

    @property
    def address(self) -> str:
        """Where readers find it, from the root of the site; nothing where it is everywhere."""
        made = {
            "action": lambda: places.action(self.sector, self.theme, self.id),
            "measures": lambda: places.sector_theme(self.sector, self.theme),
            "sector": lambda: places.sector(self.id),
            "audience": lambda: places.audience(self.sector, self.id),
            "theme": lambda: places.theme(self.id),
            "source": lambda: places.source(self.id),
            "law": lambda: places.law(self.id),
            "resource": lambda: places.resource(self.id),
            "framework": lambda: places.framework(self.id),
            "page": lambda: places.page(self.path.removeprefix("toolkits/")),
        }.get(self.kind)
        return f"/{made()}" if made else ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything in a folder by key, and the files that could not be read."""

    things: Mapping[Key, Thing]
    unread: frozenset[str] = field(default_factory=frozenset)

    def of(self, kind: str) -> Iterator[Thing]:
        """The things of one kind."""
        return (thing for thing in self.things.values() if thing.kind == kind)


def snapshot(folder: Path) -> Snapshot:
    """Reads a folder; what cannot be read is named and left out."""
    things: dict[Key, Thing] = {}
    unread: set[str] = set()
    for file in inventory(folder).files:
        try:
            data = (folder / file.path).read_bytes()
        except OSError:
            unread.add(file.path)
            continue
        if file.role is Role.PAGE:
            text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
            page = Thing("page", file.path.removeprefix("toolkits/"), {"text": text}, file.path)
            things[page.key] = page
            continue
        root = read(file.path, data).root
        if root is None:
            unread.add(file.path)
            continue
        for thing in _things(file, root):
            things.setdefault(thing.key, thing)
    return Snapshot(things, frozenset(unread))


def _things(file: ContentFile, root: Node) -> Iterator[Thing]:
    whole = Thing("", "", _fields(root), file.path, 1, file.sector, file.theme)
    if file.role in LISTS:
        yield from _entries(_KINDS[file.role], root, whole)
    elif file.role is Role.ACTIONS:
        measures = {"measures": whole.fields.get("measures", ())}
        yield replace(whole, kind="measures", id=f"{file.sector}/{file.theme}", fields=measures)
        yield from _entries("action", _child(root, "actions"), whole)
    elif file.role is Role.SECTOR:
        own = {name: value for name, value in whole.fields.items() if name != "audiences"}
        yield replace(whole, kind="sector", id=file.sector, fields=own)
        yield from _entries("audience", _child(root, "audiences"), whole)
    elif file.role is Role.THEME:
        yield replace(whole, kind="theme", id=file.theme)
    else:
        yield replace(whole, kind="vocabulary", id="vocabulary")


def _entries(kind: str, node: Node | None, whole: Thing) -> Iterator[Thing]:
    for entry in node.items if isinstance(node, Listing) else ():
        fields = _fields(entry)
        id_ = fields.get("id")
        if isinstance(id_, str):
            yield replace(whole, kind=kind, id=id_, fields=fields, line=entry.place.line)


def _child(node: Node, name: str) -> Node | None:
    return node.values.get(name) if isinstance(node, Fields) else None


def _fields(node: Node) -> Mapping[str, Plain]:
    made = plain(node)
    return made if isinstance(made, dict) else {}


def plain(node: Node) -> Plain:
    """What was typed, without places, and without fields that hold nothing."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Listing):
        return tuple(made for item in node.items if (made := plain(item)))
    typed = {name: plain(value) for name, value in node.values.items()}
    return {name: value for name, value in typed.items() if value}


def cited(value: Plain) -> frozenset[str]:
    """Every id that stands by itself or as a citation somewhere in some fields."""
    if isinstance(value, str):
        sources = (span.source for span in parse(value) if isinstance(span, Citation))
        return frozenset((value, *sources))
    inner = value.values() if isinstance(value, dict) else value
    return frozenset().union(*map(cited, inner))


_WORDS = {
    "leads": "lead",
    "takes": "takes",
    "repeats": "repeats",
    "evidence": "evidence",
    "groups": "group",
    "cost": "cost",
}


def vocabulary(now: Snapshot) -> dict[str, Mapping[str, str]]:
    """The words that actions choose from, by the kind of field, with what readers see for each."""
    known = now.things.get(("vocabulary", "vocabulary"))
    found = {kind: known.fields.get(name) for name, kind in _WORDS.items()} if known else {}
    return {kind: words for kind, words in found.items() if isinstance(words, dict)}
