"""Single actions: evidence that holds, leads that exist, retired actions that point on."""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.content.files import Role
from generator.content.model import Action, Evidence, RetiredAction, Source
from generator.content.problems import Place, Problem
from generator.content.rules.documents import (
    Declared,
    Document,
    blank,
    child,
    entries,
    items,
    status,
    stray,
    text,
)
from generator.content.tree import Mapping, Node, Text, find

_NEEDS_SOURCES = frozenset({"strong", "promising", "mixed"})


def check(documents: list[Document], declared: Declared) -> Iterator[Problem]:
    """Every rule about one action, and the loops between them."""
    known = declared.of("lead") or {}
    leads = _leads(documents, known)
    retired = _retired(documents)
    for document in documents:
        if document.about.role is Role.SOURCES:
            for source in items(document.root):
                yield from _source_place(source)
        if document.about.role is not Role.ACTIONS:
            continue
        for _kind, _id, action in entries(document):
            yield from _evidence(action)
            yield from _lead(action, leads.get(document.about.sector, {}), known)
            yield from _points_on(action, retired)
            yield from _points_to_itself(action)
            yield from _retirement(action)
    yield from _loops(documents)


def _leads(documents: list[Document], known: Container[str]) -> dict[str, dict[str, set[str]]]:
    """The leads of each audience, by sector; without audiences whose leads are in doubt."""
    found: dict[str, dict[str, set[str]]] = {}
    for document in documents:
        if document.about.role is Role.SECTOR:
            audiences = found.setdefault(document.about.sector, {})
            for _kind, id_, node in entries(document):
                leads = items(node, "leads")
                if leads and all(isinstance(i, Text) and i.value in known for i in leads):
                    named = audiences.setdefault(id_.value, set())
                    named |= {i.value for i in leads if isinstance(i, Text)}
    return found


def _retired(documents: list[Document]) -> dict[str, list[str]]:
    """The retired actions, and the ids that each points on to."""
    found: dict[str, list[str]] = {}
    live: set[str] = set()
    for document in documents:
        for kind, id_, node in entries(document):
            if kind == "action" and _is_retired(node):
                following = items(node, "replaced_by")
                found[id_.value] = [own.value for own in following if isinstance(own, Text)]
            elif kind == "action":
                live.add(id_.value)
    return {id_: on for id_, on in found.items() if id_ not in live}  # twice: told elsewhere


def _is_retired(node: Node) -> bool:
    return status(node) == "retired"


def _source_place(source: Node) -> Iterator[Problem]:
    if not isinstance(source, Mapping) or stray(source, Source):
        return
    if blank(source, "url") and blank(source, "no_url"):
        yield Problem(
            source.place,
            "missing-field",
            "This source has no address.",
            'Add "url: https://…", or "no_url: …" with the reason why there is none.',
        )


def _evidence(action: Node) -> Iterator[Problem]:
    evidence = child(action, "evidence")
    strength = text(evidence, "strength")
    if strength is None or stray(evidence, Evidence):
        return
    if strength.value in _NEEDS_SOURCES and blank(evidence, "sources"):
        yield Problem(
            strength.place,
            "evidence-without-source",
            f'Evidence called "{strength.value}" needs the studies that show it.',
            'Add "sources: [source-id]" under evidence, or write "strength: practice".',
        )


def _lead(action: Node, leads: dict[str, set[str]], known: Container[str]) -> Iterator[Problem]:
    audiences = child(action, "audiences")
    if not isinstance(audiences, Mapping):
        return
    for name, part in audiences.values.items():
        lead = text(part, "lead")
        if lead is None or lead.value not in known or name not in leads:
            continue
        if lead.value not in leads[name]:
            there = ", ".join(sorted(leads[name]))
            yield Problem(
                lead.place,
                "lead-not-here",
                f'"{lead.value}" is not among the leads of "{name}" in sector.yml.',
                f"Choose from: {there}. Or add it to that list, if such organisations have one.",
            )


def _points_on(action: Node, retired: dict[str, list[str]]) -> Iterator[Problem]:
    for field in ("needs", "related", "replaced_by"):
        for cited in items(action, field):
            if isinstance(cited, Text) and cited.value in retired:
                yield Problem(
                    cited.place,
                    "retired-reference",
                    f'"{cited.value}" is retired.',
                    f"Point to {' or '.join(on)}, which readers are sent on to."
                    if (on := retired[cited.value])
                    else "Nothing replaces it: delete it from this list.",
                )


def _points_to_itself(action: Node) -> Iterator[Problem]:
    own = text(action, "id")
    for cited in items(action, "related"):
        if own is not None and isinstance(cited, Text) and cited.value == own.value:
            yield Problem(
                cited.place,
                "related-to-itself",
                f'"{cited.value}" is this action itself.',
                "Delete it from this list.",
            )


def _retirement(action: Node) -> Iterator[Problem]:
    if not _is_retired(action) or not isinstance(action, Mapping):
        return
    if stray(action, RetiredAction, Action):
        return
    if blank(action, "replaced_by") and blank(action, "reason"):
        yield Problem(
            action.at("status"),
            "retired-without-reason",
            "A retired action must say where readers should go now.",
            'Add "replaced_by: [id]", or "reason: …" in one sentence.',
        )


def _loops(documents: list[Document]) -> Iterator[Problem]:
    needs: dict[str, list[str]] = {}
    places: dict[str, Place] = {}
    for document in documents:
        for kind, id_, node in entries(document):
            if kind == "action":
                cited = [n.value for n in items(node, "needs") if isinstance(n, Text)]
                needs[id_.value] = cited
                places[id_.value] = find(node, ("needs",))
    told: set[str] = set()
    for start in sorted(needs):
        loop = _loop(start, needs)
        if loop and not told & set(loop):
            told |= set(loop)
            yield Problem(
                places[start],
                "needs-loop",
                f"These actions need each other: {' → '.join(loop)}.",
                "An action needs only what must come before it. Remove one of the links.",
            )


def _loop(start: str, needs: dict[str, list[str]]) -> list[str]:
    """A way from an action back to itself along its needs, or nothing."""
    paths = [[start]]
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        for following in needs.get(path[-1], []):
            if following == start:
                return [*path, start]
            if following not in seen:
                seen.add(following)
                paths.append([*path, following])
    return []
