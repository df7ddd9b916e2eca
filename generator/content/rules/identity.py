"""Ids, codes and orders: each its own, each in its right place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.files import Role
from generator.content.problems import Problem
from generator.content.rules.documents import Document, entries, text
from generator.content.source import Text


def check(documents: list[Document]) -> Iterator[Problem]:
    """Two things with one id, code, order or title; ids that name another sector or theme."""
    yield from _unique_ids(documents)
    for role, word in ((Role.THEME, "theme"), (Role.SECTOR, "sector")):
        for field in ("code", "order", "title"):
            yield from _unique_field(documents, role, word, field)
    yield from _own_codes(documents)


def _unique_ids(documents: list[Document]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Text] = {}
    for document in documents:
        for kind, id_, _node in entries(document):
            first = seen.setdefault((kind, id_.value), id_)
            if first is not id_:
                yield Problem(
                    id_.place,
                    "duplicate-id",
                    f'The id "{id_.value}" is already used at '
                    f"{first.place.file.path}, line {first.place.line}.",
                    "Give this one the next free id. An id is never used twice, "
                    "not even after its action retires.",
                )


def _unique_field(
    documents: list[Document], role: Role, word: str, field: str
) -> Iterator[Problem]:
    seen: dict[str, Text] = {}
    for document in documents:
        value = text(document.root, field) if document.about.role is role else None
        if value is None:
            continue
        first = seen.setdefault(value.value, value)
        if first is not value:
            yield Problem(
                value.place,
                f"duplicate-{field}",
                f'The {word} in {first.place.file.path} has the {field} "{value.value}" too.',
                f"Give each {word} a {field} of its own.",
            )


def _own_codes(documents: list[Document]) -> Iterator[Problem]:
    codes: dict[tuple[Role, str], str] = {}
    for document in documents:
        code = text(document.root, "code")
        if code is not None:
            name = document.about.theme or document.about.sector
            codes[document.about.role, name] = code.value
    for document in documents:
        if document.about.role is not Role.ACTIONS:
            continue
        sector = codes.get((Role.SECTOR, document.about.sector))
        theme = codes.get((Role.THEME, document.about.theme))
        for _kind, id_, _node in entries(document):
            yield from _own_code(document, id_, sector, theme)


def _own_code(
    document: Document, id_: Text, sector: str | None, theme: str | None
) -> Iterator[Problem]:
    parts = id_.value.split("-")
    if sector is None or theme is None or len(parts) != 3:  # sector, theme, number
        return
    fix = f"Ids in this file look like {sector}-{theme}-01."
    if parts[0] != sector:
        message = f'"{id_.value}" is not an id of {document.about.sector}, whose code is {sector}.'
        yield Problem(id_.place, "wrong-id", message, fix)
    elif parts[1] != theme:
        message = f'"{id_.value}" is not an id of {document.about.theme}, whose code is {theme}.'
        yield Problem(id_.place, "wrong-id", message, fix)
