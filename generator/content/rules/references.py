"""References: every id that content cites exists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from typing import NamedTuple

from generator.content.fields import Prose, Ref
from generator.content.files import Role
from generator.content.marks import Citation, parse
from generator.content.problems import Place, Problem, did_you_mean
from generator.content.rules.documents import Declared, Document, child, items
from generator.content.tree import Mapping as Tree
from generator.content.tree import Node, Text

_FEW = 12  # ids that can all be told
_NEAREST = 4  # of more than those
_ALIKE = 0.35
_SEVERAL = 2  # references that lead nowhere together
_NEAR = 0.75  # how alike an id must be to be taken for a changed one
_BRACKETED = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)\](?!\()")
_WHERE = {
    "source": "toolkits/sources.yml",
    "law": "toolkits/law.yml",
    "resource": "toolkits/resources.yml",
    "framework": "toolkits/frameworks.yml",
    "action": "any sector's actions",
    "audience": "the audiences of this sector's sector.yml",
    "any-audience": "the audiences of any sector",
    "lead": "the leads in toolkits/vocabulary.yml",
    "takes": "takes in toolkits/vocabulary.yml",
    "repeats": "repeats in toolkits/vocabulary.yml",
    "evidence": "evidence in toolkits/vocabulary.yml",
    "group": "the groups in toolkits/vocabulary.yml",
    "cost": "cost in toolkits/vocabulary.yml",
    "item": "the items of this framework",
}


class Cited(NamedTuple):
    """One place that cites an id: of what kind, and among which ids it is to be found."""

    kind: str
    scope: str
    id: str
    place: Place


_Known = Mapping[str, Text]


def check(documents: list[Document], declared: Declared) -> Iterator[Problem]:
    """Every reference that leads nowhere, with the nearest id that exists."""
    places = [
        one
        for document in documents
        for one in cited(document)
        if declared.of(one.scope) is not None
    ]
    lost: defaultdict[tuple[str, str], list[Cited]] = defaultdict(list)
    for one in places:
        if one.id not in (declared.of(one.scope) or {}):
            lost[one.scope, one.id].append(one)
    used = {(one.scope, one.id) for one in places} if lost else set()
    for (scope, _id), same in lost.items():
        known = declared.of(scope) or {}
        changed = _changed(same, known, used)
        if changed:
            yield changed
        else:
            yield from (_unknown(one, known) for one in same)
    sources = declared.of("source") or {}
    for document in documents:
        for text, mark, id_ in document.once("bracketed", None, partial(_bracketed, document)):
            if id_ in sources:
                yield _forgotten(text, mark, id_)


def cited(document: Document) -> tuple[Cited, ...]:
    """Every place of a document that cites an id."""
    return document.once("cited", None, lambda: tuple(_cited(document)))


def _cited(document: Document) -> list[Cited]:
    found: list[Cited] = []
    for mark, text, _field in document.found:
        if isinstance(mark, Ref):
            scope = f"audience:{document.about.sector}" if mark.kind == "audience" else mark.kind
            found.append(Cited(mark.kind, scope, text.value, text.place))
        elif isinstance(mark, Prose):
            for span in parse(text.value):
                if isinstance(span, Citation):
                    place = text.find(f"[@{span.source}]")
                    found.append(Cited("source", "source", span.source, place))
    if document.about.role is Role.ACTIONS:
        for action in items(document.root, "actions"):
            found += _framework_items(child(action, "frameworks"))
    return found


def _changed(places: list[Cited], known: _Known, used: set[tuple[str, str]]) -> Problem | None:
    """Several references lead nowhere because the id itself was changed: told there, once."""
    first = places[0]
    if len(places) < _SEVERAL or first.kind in {"action", "item"}:
        return None
    free = [id_ for id_ in known if (first.scope, id_) not in used]
    near = get_close_matches(first.id, free, n=1, cutoff=_NEAR)
    if not near:
        return None
    return Problem(
        known[near[0]].place,
        "id-changed",
        f'Nothing cites "{near[0]}", but {len(places)} places cite "{first.id}", which is gone. '
        f"The first is {first.place.file.path}, line {first.place.line}.",
        f'Write "{first.id}" again: an id never changes, because links and other files name it.',
    )


def _bracketed(document: Document) -> list[tuple[Text, str, str]]:
    """Every single word in square brackets in a text, which may be the id of a source."""
    return [
        (text, match[0], match[1])
        for mark, text, _field in document.found
        if isinstance(mark, Prose)
        for match in _BRACKETED.finditer(text.value)
    ]


def _forgotten(text: Text, mark: str, id_: str) -> Problem:
    return Problem(
        text.find(mark),
        "broken-mark",
        f'"{mark}" names a source, but cites nothing.',
        f"Write it with an @: [@{id_}].",
    )


def _framework_items(frameworks: Node | None) -> Iterator[Cited]:
    if not isinstance(frameworks, Tree):
        return
    for name, cited in frameworks.values.items():
        for item in items(cited):
            if isinstance(item, Text) and not item.empty:
                yield Cited("item", f"item of {name}", item.value, item.place)


def _padded(id_: str) -> str:
    """An action's id with its number in two digits and hyphens between: HOS-RET-01, not -1."""
    *codes, number = re.split(r"[\W_]+", id_.strip().upper())
    return "-".join((*codes, number.zfill(2)))


def _unknown(cited: Cited, known: _Known) -> Problem:
    where = _WHERE[cited.kind]
    same = _padded(cited.id) if cited.kind == "action" else ""
    fix = did_you_mean(same if same in known else cited.id, known)
    if len(known) > _FEW and not fix.startswith("Did you mean"):
        near = get_close_matches(cited.id, list(known), n=_NEAREST, cutoff=_ALIKE)
        fix = f"The nearest are: {', '.join(near)}. " if near else ""
        fix += f"Look the id up in {where}, or add an entry there first."
    message = f'"{cited.id}" is not among {where}.'
    return Problem(cited.place, "unknown-reference", message, fix)
