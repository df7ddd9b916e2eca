"""Ids, codes and orders: each its own, each in its right place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content import misplaced
from generator.content.files import ContentFile, Role
from generator.content.names import (
    RESERVED_AUDIENCES,
    RESERVED_SECTORS,
    RESERVED_THEMES,
    WINDOWS,
    is_action_id,
)
from generator.content.problems import Place, Problem
from generator.content.rules.documents import Document, entries, items, status, text
from generator.content.tree import Node, Text

_CODE = re.compile(r"[A-Z]{3}")
_FOLDERS = ("audience:", "framework")  # the kinds of entry with a page in a folder of its own
_SURE = 2  # ids that agree with each other and not with the code: then it is the code that is wrong


def check(documents: list[Document]) -> Iterator[Problem]:
    """Two things with one id, code, order or title; ids that name another sector or theme."""
    codes = _Codes.of(documents)
    yield from _unique_ids(documents, {id_.place for id_, *_rest in codes.misplaced()})
    for role, word in ((Role.THEME, "theme"), (Role.SECTOR, "sector")):
        for field in ("code", "order", "title"):
            yield from _unique_field(documents, role, word, field, codes.wrong)
    yield from codes.check()
    yield from _old_names(documents)
    yield from _reserved_audiences(documents)
    yield from _windows_names(documents)


def _windows_names(documents: list[Document]) -> Iterator[Problem]:
    """Ids and old names that become folders, and that Windows cannot have as one."""
    for document in documents:
        own = [id_ for kind, id_, _n in entries(document) if kind.startswith(_FOLDERS)]
        for name in (*own, *(old for _kind, old in _was(document))):
            if name.value in WINDOWS:
                yield misplaced.windows_name(name.place, name.value)


def _old_names(documents: list[Document]) -> Iterator[Problem]:
    """An old name in `was` that is a present one, or the old one of something else."""
    taken: dict[tuple[str, str], str] = {}
    for document in documents:
        about = document.about
        if about.role in {Role.THEME, Role.SECTOR}:
            taken[about.role, about.theme or about.sector] = about.path
        for kind, id_, _node in entries(document):
            taken[kind, id_.value] = about.path
    for document in documents:
        for kind, old in _was(document):
            name = old.value
            reserved = RESERVED_SECTORS if kind == Role.SECTOR else RESERVED_THEMES
            if (kind, name) in taken or name in reserved:
                yield Problem(
                    old.place,
                    "old-name-taken",
                    f'The old name "{name}" leads to a page of its own: '
                    f"{taken.get((kind, name), 'one that the site makes itself')}.",
                    "Remove it: readers who follow the old address reach that page.",
                )
            taken.setdefault((kind, name), document.about.path)


def _was(document: Document) -> Iterator[tuple[str, Text]]:
    """Every old name in a document, with the kind of thing that had it."""
    role = document.about.role
    if role in {Role.THEME, Role.SECTOR}:
        yield from ((role, old) for old in _texts(document.root))
    for kind, _id, node in entries(document):
        if kind.startswith("audience:"):
            yield from ((kind, old) for old in _texts(node))


def _texts(node: Node | None) -> Iterator[Text]:
    yield from (old for old in items(node, "was") if isinstance(old, Text) and not old.empty)


def _unique_ids(documents: list[Document], misplaced: set[Place]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], tuple[Text, Node]] = {}
    every = {id_.value for document in documents for _kind, id_, _node in entries(document)}
    for document in documents:
        for kind, id_, node in entries(document):
            # Anchors have small letters.
            first, holder = seen.setdefault((kind, id_.value.casefold()), (id_, node))
            if first is not id_ and id_.place not in misplaced:
                retired = "retired" in {status(node), status(holder)}
                yield Problem(
                    id_.place,
                    "duplicate-id",
                    f'The id "{id_.value}" is already used at '
                    f"{first.place.file.path}, line {first.place.line}"
                    f"{', by an action that is retired' if retired else ''}.",
                    f"Give the newer one {_free(id_.value, every)}. An id is never used twice, "
                    "not even after its action retires: links and printed sheets still name it.",
                )


def _free(taken: str, every: set[str]) -> str:
    """The next free id, where ids have numbers."""
    if not is_action_id(taken):
        return "an id of its own"
    start = taken.rpartition("-")[0]
    last = max(int(id_.rpartition("-")[2]) for id_ in every if id_.startswith(f"{start}-"))
    return f"the next free id, {start}-{last + 1:02}"


def _reserved_audiences(documents: list[Document]) -> Iterator[Problem]:
    for document in documents:
        for kind, id_, _node in entries(document):
            if kind.startswith("audience:") and id_.value in RESERVED_AUDIENCES:
                yield Problem(
                    id_.place,
                    "reserved-name",
                    f'"{id_.value}" is part of the names of the checklists in large print, '
                    "so an audience's own checklist would get in their way.",
                    "Choose another id.",
                )


def _unique_field(
    documents: list[Document], role: Role, word: str, field: str, told: Mapping[str, str]
) -> Iterator[Problem]:
    seen: dict[str, Text] = {}
    for document in documents:
        value = text(document.root, field) if document.about.role is role else None
        if value is None or (field == "code" and document.about.path in told):
            continue
        first = seen.setdefault(value.value, value)
        if first is not value:
            yield Problem(
                value.place,
                f"duplicate-{field}",
                f'The {word} in {first.place.file.path} has the {field} "{value.value}" too.',
                f"Every {word} needs its own {field}.",
            )


@dataclass(frozen=True, slots=True)
class _Codes:
    """The codes of sectors and themes by file, the ids that should hold them, and wrong codes."""

    codes: dict[tuple[Role, str], Text]
    ids: list[tuple[Document, Text]]
    wrong: dict[str, str]

    @classmethod
    def of(cls, documents: list[Document]) -> _Codes:
        codes: dict[tuple[Role, str], Text] = {}
        ids: list[tuple[Document, Text]] = []
        for document in documents:
            code = text(document.root, "code")
            if code is not None and _CODE.fullmatch(code.value):
                codes[document.about.role, document.about.theme or document.about.sector] = code
            if document.about.role is Role.ACTIONS:
                found = (id_ for _kind, id_, _node in entries(document))
                ids += [(document, id_) for id_ in found if is_action_id(id_.value)]
        return cls(codes, ids, _wrong_codes(codes, ids))

    def check(self) -> Iterator[Problem]:
        """Each wrong code; then each id that does not hold the codes of its sector and theme."""
        for code in self.codes.values():
            meant = self.wrong.get(code.place.file.path)
            if meant:
                yield Problem(
                    code.place,
                    "wrong-code",
                    f'No action has an id with the code "{code.value}": they all have {meant}.',
                    f'Write "code: {meant}". Ids never change, so their codes do not either.',
                )
        for id_, about, sector, theme in self.misplaced():
            other_sector = not id_.value.startswith(f"{sector}-")
            name, own = (about.sector, sector) if other_sector else (about.theme, theme)
            yield Problem(
                id_.place,
                "wrong-id",
                f'"{id_.value}" is not an id of {name}, whose code is {own}.',
                f"Ids in this file look like {sector}-{theme}-01.",
            )

    def misplaced(self) -> Iterator[tuple[Text, ContentFile, str, str]]:
        """Each id of another sector or theme, its file, and the codes it should hold."""
        for document, id_ in self.ids:
            sector = self._code(Role.SECTOR, document.about.sector)
            theme = self._code(Role.THEME, document.about.theme)
            if sector and theme and not id_.value.startswith(f"{sector}-{theme}-"):
                yield id_, document.about, sector, theme

    def _code(self, role: Role, name: str) -> str:
        code = self.codes.get((role, name))
        return self.wrong.get(code.place.file.path, code.value) if code else ""


def _wrong_codes(
    codes: dict[tuple[Role, str], Text], ids: list[tuple[Document, Text]]
) -> dict[str, str]:
    """What the ids say instead of a code that none of them holds, by the code's file."""
    wrong: dict[str, str] = {}
    for (role, name), code in codes.items():
        part, field = (0, "sector") if role is Role.SECTOR else (1, "theme")
        own = [id_ for document, id_ in ids if getattr(document.about, field) == name]
        held = {id_.value.split("-")[part] for id_ in own}
        known = {other.value for (kind, _name), other in codes.items() if kind is role}
        if len(own) >= _SURE and len(held) == 1 and not held & known:
            wrong[code.place.file.path] = held.pop()
    return wrong
