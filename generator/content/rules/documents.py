"""What the rules read: each document's tree, and every id that the documents declare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.content.files import ContentFile, Role
from generator.content.model import (
    Content,
    Framework,
    Law,
    Resource,
    Sector,
    Source,
    Style,
    Theme,
    ThemeFile,
    Vocabulary,
)
from generator.content.names import is_action_id, is_slug
from generator.content.problems import SourceFile
from generator.content.tree import Listing, Mapping, Node, Text
from generator.content.walk import Found, walk

Made = TypeVar("Made")

LISTS = frozenset({Role.SOURCES, Role.LAW, Role.RESOURCES, Role.FRAMEWORKS})
_SINGULAR = {
    Role.SOURCES: "source",
    Role.LAW: "law",
    Role.RESOURCES: "resource",
    Role.FRAMEWORKS: "framework",
}
_VOCABULARY = {
    "leads": "lead",
    "takes": "takes",
    "repeats": "repeats",
    "evidence": "evidence",
    "groups": "group",
    "cost": "cost",
}
KINDS: dict[Role, Any] = {
    Role.THEME: Theme,
    Role.SECTOR: Sector,
    Role.ACTIONS: ThemeFile,
    Role.VOCABULARY: Vocabulary,
    Role.STYLE: Style,
    Role.SOURCES: tuple[Source, ...],
    Role.LAW: tuple[Law, ...],
    Role.RESOURCES: tuple[Resource, ...],
    Role.FRAMEWORKS: tuple[Framework, ...],
}


@dataclass(frozen=True, eq=False)
class Document:
    """A content file as read: what it is, its lines, its tree where it has one, its bytes.

    A preview keeps it while the file stays as it is, and with it what rules found in it alone.
    """

    about: ContentFile
    file: SourceFile
    root: Node | None
    data: bytes
    known: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def once(self, name: str, given: Any, find: Callable[[], Made]) -> Made:
        """What a rule finds in this document; it looks again where it is `given` something else."""
        before, found = self.known.get(name, (None, None))
        if name not in self.known or before != given:
            found = find()
            self.known[name] = given, found
        return cast("Made", found)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every marked text of the document; several rules look at each."""
        if self.root is None or self.about.role not in KINDS:
            return ()
        return walk(KINDS[self.about.role], self.root)


@dataclass(frozen=True, slots=True)
class Declared:
    """Every id by kind; a kind whose file could not be read is absent, so nothing cascades."""

    ids: dict[str, dict[str, Text]]

    def of(self, kind: str) -> dict[str, Text] | None:
        """The ids of a kind with their places, or none where they are not known."""
        return self.ids.get(kind)


def child(node: Node | None, name: str) -> Node | None:
    """The value of a field, where the node has fields and this one among them."""
    return node.values.get(name) if isinstance(node, Mapping) else None


def text(node: Node | None, name: str) -> Text | None:
    """The text of a field, where it is text."""
    value = child(node, name)
    return value if isinstance(value, Text) and not value.empty else None


def status(node: Node | None) -> str:
    """The status of an action, where it has one."""
    found = text(node, "status")
    return found.value if found is not None else ""


def items(node: Node | None, name: str = "") -> tuple[Node, ...]:
    """The items of a list, or of the list in a field."""
    value = child(node, name) if name else node
    return value.items if isinstance(value, Listing) else ()


def entries(document: Document) -> tuple[tuple[str, Text, Node], ...]:
    """Every entry with an id that a document declares: its kind, its id, its node."""
    return document.once("entries", None, lambda: tuple(_entries(document)))


def _entries(document: Document) -> Iterator[tuple[str, Text, Node]]:
    role = document.about.role
    if role in LISTS:
        for entry in items(document.root):
            yield from _entry(_SINGULAR[role], entry)
            name = text(entry, "id")
            for item in items(entry, "items"):
                yield from _entry(f"item of {name.value if name else ''}", item)
    elif role is Role.ACTIONS:
        for entry in items(document.root, "actions"):
            yield from _entry("action", entry)
    elif role is Role.SECTOR:
        for entry in items(document.root, "audiences"):
            yield from _entry(f"audience:{document.about.sector}", entry)


def _entry(kind: str, node: Node) -> Iterator[tuple[str, Text, Node]]:
    id_ = text(node, "id")
    if id_ is not None:
        yield kind, id_, node


def stray(node: Node | None, *models: type[Content]) -> bool:
    """Whether a field here has a name no model knows, so that another may only seem absent."""
    known = {info.alias or name for own in models for name, info in own.model_fields.items()}
    return isinstance(node, Mapping) and not set(node.values) <= known


def blank(node: Node | None, name: str) -> bool:
    """Whether nothing was typed for a field: it is absent, or empty, or an empty list."""
    value = child(node, name)
    if isinstance(value, Listing):
        return not value.items and not value.withheld
    if isinstance(node, Mapping) and name in node.withheld:
        return False
    return value is None or (isinstance(value, Text) and value.empty)


def declared(documents: list[Document], whole: bool) -> Declared:
    """Gathers every id; the first of two equal ones counts."""
    ids: dict[str, dict[str, Text]] = {"action": {}, "any-audience": {}}
    doubtful = set() if whole else {"action", "any-audience"}
    for document in documents:
        role = document.about.role
        listed = _listed(document)
        kinds = _kinds(document)
        for kind in kinds:
            ids.setdefault(kind, {})
        if listed is None or not all(_sound(text(entry, "id"), role) for entry in listed):
            doubtful |= kinds
        for own, id_, _node in entries(document):
            for kind in kinds if own in kinds else ():
                if ids[kind].setdefault(id_.value, id_) is not id_ and kind != "any-audience":
                    doubtful.add(kind)  # an id used twice: the second may be one that others cite
        if role is Role.ACTIONS and len({_prefix(id_) for _kind, id_, _n in entries(document)}) > 1:
            doubtful |= kinds  # one of its ids belongs elsewhere, and may be the one that is cited
        if role is Role.VOCABULARY:
            _add_vocabulary(document.root, ids)
        elif role is Role.FRAMEWORKS:
            _add_items(document.root, ids)
    return Declared({kind: known for kind, known in ids.items() if kind not in doubtful})


def _sound(id_: Text | None, role: Role) -> bool:
    """Whether an id is there and has its form; a reference may mean one that is not."""
    form = is_action_id if role is Role.ACTIONS else is_slug
    return id_ is not None and form(id_.value)


def _kinds(document: Document) -> set[str]:
    """The kinds of thing that the entries of a document are."""
    role = document.about.role
    if role in LISTS:
        return {_SINGULAR[role]}
    if role is Role.SECTOR:
        return {f"audience:{document.about.sector}", "any-audience"}
    return {"action"} if role is Role.ACTIONS else set()


def _listed(document: Document) -> tuple[Node, ...] | None:
    """The entries of a document, or none where not all of them could be read."""
    name = {Role.ACTIONS: "actions", Role.SECTOR: "audiences"}.get(document.about.role, "")
    value = child(document.root, name) if name else document.root
    return value.items if isinstance(value, Listing) and not value.withheld else None


def _prefix(id_: Text) -> str:
    return id_.value.rpartition("-")[0]


def _add_items(root: Node | None, ids: dict[str, dict[str, Text]]) -> None:
    """The items of each framework, where each of them has an id."""
    for framework in items(root):
        name = text(framework, "id")
        found = [text(item, "id") for item in items(framework, "items")]
        if name is not None and all(found) and not blank(framework, "items"):
            ids[f"item of {name.value}"] = {id_.value: id_ for id_ in found if id_ is not None}


def _add_vocabulary(root: Node | None, ids: dict[str, dict[str, Text]]) -> None:
    for name, kind in _VOCABULARY.items():
        group = child(root, name)
        if isinstance(group, Mapping):
            unread = {key: Text(group.place, key) for key in group.withheld}
            if all(is_slug(key) for key in group.keys):
                ids[kind] = group.keys | unread
