"""References: every id that content cites exists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

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


@dataclass(frozen=True, slots=True)
class _Cited:
    """One place that cites an id, and the ids that it could mean."""

    kind: str
    scope: str
    id: str
    place: Place
    known: Mapping[str, Text]


def check(documents: list[Document], declared: Declared) -> Iterator[Problem]:
    """Every reference that leads nowhere, with the nearest id that exists."""
    cited = [one for document in documents for one in _cited(document, declared)]
    lost: defaultdict[tuple[str, str], list[_Cited]] = defaultdict(list)
    for one in cited:
        if one.id not in one.known:
            lost[one.scope, one.id].append(one)
    used = {(one.scope, one.id) for one in cited}
    for places in lost.values():
        changed = _changed(places, used)
        if changed:
            yield changed
        else:
            yield from (_unknown(one) for one in places)
    sources = declared.of("source") or {}
    for document in documents:
        for found in document.found:
            if isinstance(found.mark, Prose):
                yield from _forgotten(found.text, sources)


def _cited(document: Document, declared: Declared) -> Iterator[_Cited]:
    for found in document.found:
        if isinstance(found.mark, Ref):
            kind = found.mark.kind
            scope = f"audience:{document.about.sector}" if kind == "audience" else kind
            known = declared.of(scope)
            if known is not None:
                yield _Cited(kind, scope, found.text.value, found.text.place, known)
        elif isinstance(found.mark, Prose) and (known := declared.of("source")) is not None:
            for span in parse(found.text.value):
                if isinstance(span, Citation):
                    place = found.text.find(f"[@{span.source}]")
                    yield _Cited("source", "source", span.source, place, known)
    if document.about.role is Role.ACTIONS:
        for action in items(document.root, "actions"):
            yield from _framework_items(child(action, "frameworks"), declared)


def _changed(places: list[_Cited], used: set[tuple[str, str]]) -> Problem | None:
    """Several references lead nowhere because the id itself was changed: told there, once."""
    first = places[0]
    if len(places) < _SEVERAL or first.kind in {"action", "item"}:
        return None
    free = [id_ for id_ in first.known if (first.scope, id_) not in used]
    near = get_close_matches(first.id, free, n=1, cutoff=_NEAR)
    if not near:
        return None
    return Problem(
        first.known[near[0]].place,
        "id-changed",
        f'Nothing cites "{near[0]}", but {len(places)} places cite "{first.id}", which is gone. '
        f"The first is {first.place.file.path}, line {first.place.line}.",
        f'Write "{first.id}" again: an id never changes, because links and other files name it.',
    )


def _forgotten(text: Text, known: dict[str, Text]) -> Iterator[Problem]:
    for match in _BRACKETED.finditer(text.value):
        if match[1] in known:
            yield Problem(
                text.find(match[0]),
                "broken-mark",
                f'"{match[0]}" names a source, but cites nothing.',
                f"Write it with an @: [@{match[1]}].",
            )


def _framework_items(frameworks: Node | None, declared: Declared) -> Iterator[_Cited]:
    if not isinstance(frameworks, Tree):
        return
    for name, cited in frameworks.values.items():
        known = declared.of(f"item of {name}")
        for item in items(cited):
            if isinstance(item, Text) and not item.empty and known is not None:
                yield _Cited("item", f"item of {name}", item.value, item.place, known)


def _padded(id_: str) -> str:
    """An action's id with its number in two digits and hyphens between: HOS-RET-01, not -1."""
    *codes, number = re.split(r"[\W_]+", id_.strip().upper())
    return "-".join((*codes, number.zfill(2)))


def _unknown(cited: _Cited) -> Problem:
    where = _WHERE[cited.kind]
    same = _padded(cited.id) if cited.kind == "action" else ""
    fix = did_you_mean(same if same in cited.known else cited.id, cited.known)
    if len(cited.known) > _FEW and not fix.startswith("Did you mean"):
        near = get_close_matches(cited.id, list(cited.known), n=_NEAREST, cutoff=_ALIKE)
        fix = f"The nearest are: {', '.join(near)}. " if near else ""
        fix += f"Look the id up in {where}, or add an entry there first."
    message = f'"{cited.id}" is not among {where}.'
    return Problem(cited.place, "unknown-reference", message, fix)
