"""References: every id that content cites exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.fields import Prose, Ref
from generator.content.files import Role
from generator.content.marks import Citation, parse
from generator.content.problems import Place, Problem, did_you_mean
from generator.content.rules.documents import Declared, Document, blank, child, items, text
from generator.content.source import Mapping, Text

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


def check(documents: list[Document], declared: Declared) -> Iterator[Problem]:
    """Every reference that leads nowhere, with the nearest id that exists."""
    frameworks = _items_by_framework(documents)
    for document in documents:
        for found in document.found:
            if isinstance(found.mark, Ref):
                yield from _reference(found.mark.kind, found.text, document, declared)
            elif isinstance(found.mark, Prose):
                yield from _citations(found.text, declared)
        if document.about.role is Role.ACTIONS:
            for action in items(document.root, "actions"):
                yield from _framework_items(child(action, "frameworks"), frameworks)


def _reference(kind: str, text: Text, document: Document, declared: Declared) -> Iterator[Problem]:
    scope = f"audience:{document.about.sector}" if kind == "audience" else kind
    known = declared.of(scope)
    if known is not None and text.value not in known:
        yield _unknown(kind, text.place, text.value, known)


def _citations(text: Text, declared: Declared) -> Iterator[Problem]:
    known = declared.of("source")
    yield from _forgotten(text, known or {})
    for span in parse(text.value):
        if isinstance(span, Citation) and known is not None and span.source not in known:
            yield _unknown("source", text.find(f"[@{span.source}]"), span.source, known)


def _forgotten(text: Text, known: dict[str, Text]) -> Iterator[Problem]:
    for match in _BRACKETED.finditer(text.value):
        if match[1] in known:
            yield Problem(
                text.find(match[0]),
                "broken-mark",
                f'"{match[0]}" names a source, but cites nothing.',
                f"Write it with an @: [@{match[1]}].",
            )


def _framework_items(served: object, known: dict[str, dict[str, Text]]) -> Iterator[Problem]:
    if not isinstance(served, Mapping):
        return
    for name, cited in served.values.items():
        for item in items(cited):
            if not isinstance(item, Text) or item.empty or name not in known:
                continue
            if item.value not in known[name]:
                yield _unknown("item", item.place, item.value, known[name])


def _items_by_framework(documents: list[Document]) -> dict[str, dict[str, Text]]:
    known: dict[str, dict[str, Text]] = {}
    for document in documents:
        if document.about.role is Role.FRAMEWORKS:
            for framework in items(document.root):
                name = text(framework, "id")
                ids = [text(item, "id") for item in items(framework, "items")]
                if name is not None and all(ids) and not blank(framework, "items"):
                    known[name.value] = {id_.value: id_ for id_ in ids if id_ is not None}
    return known


def _unknown(kind: str, place: Place, value: str, known: dict[str, Text]) -> Problem:
    return Problem(
        place,
        "unknown-reference",
        f'"{value}" is not among {_WHERE[kind]}.',
        did_you_mean(value, known),
    )
