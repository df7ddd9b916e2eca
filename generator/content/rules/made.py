"""The addresses below the sectors at which the site makes pages itself, new ones and old."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.files import Role
from generator.content.rules.documents import Document, entries, items
from generator.content.tree import Node, Text


def made_below_sectors(documents: list[Document]) -> frozenset[str]:
    """The addresses of the pages that readers are meant to find."""
    return frozenset(_addresses(documents, old=False))


def moved(documents: list[Document]) -> frozenset[str]:
    """The same with every name from before a renaming: readers are sent on from there."""
    return frozenset(_addresses(documents, old=True))


def _addresses(documents: list[Document], *, old: bool) -> Iterator[str]:
    about = {(own.about.role, own.about.sector, own.about.theme): own for own in documents}
    for document in documents:
        sector, theme = document.about.sector, document.about.theme
        if document.about.role is Role.SECTOR:
            below = {"", "/checklist"}
            for _kind, id_, node in entries(document):
                below |= {f"/for/{name}" for name in _names(id_.value, node, old=old)}
        elif document.about.role is Role.ACTIONS:
            root = _root(about.get((Role.THEME, "", theme)))
            below = {f"/{name}" for name in _names(theme, root, old=old)}
        else:
            continue
        root = _root(about.get((Role.SECTOR, sector, "")))
        yield from (f"{name}{path}" for name in _names(sector, root, old=old) for path in below)


def _root(document: Document | None) -> Node | None:
    return document.root if document else None


def _names(name: str, node: Node | None, *, old: bool) -> set[str]:
    """The name of a thing; where the old ones are asked for, those it had before as well."""
    was = items(node, "was") if old else ()
    return {name, *(own.value for own in was if isinstance(own, Text))}
