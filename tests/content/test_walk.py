"""Rules find every text and reference of a tree by what the model says of its field."""

from __future__ import annotations

from typing import Any

import pytest

from generator.content.fields import Line, Link, Prose, Ref
from generator.content.model import Action, Change, Law, RetiredAction, Sector, Source, ThemeFile
from generator.content.source import read
from generator.content.tree import Location, Mapping, Node
from generator.content.walk import kind_at, walk


def tree(text: str) -> Node:
    """The tree of a text, which may be wrong in every other way."""
    root = read("a.yml", text.encode()).root
    assert root is not None
    return root


def found(kind: Any, text: str) -> list[tuple[Any, str, str]]:
    """Mark, value and field of everything found."""
    return [(item.mark, item.text.value, item.field) for item in walk(kind, tree(text))]


def test_texts_links_and_references_are_told_apart() -> None:
    """A source has plain lines, a web address and prose."""
    assert found(Source, "{id: a, title: b, url: c, no_url: d, kind: trial, read_on: e}") == [
        (Line(), "b", "title"),
        (Link(), "c", "url"),
        (Prose(), "d", "no_url"),
    ]


def test_lists_and_named_parts_are_walked() -> None:
    """Names of audiences and frameworks are references, and so is what stands below them."""
    text = (
        "actions:\n- audiences:\n    micro: {lead: a, steps: [b]}\n  law: [c]\n"
        "  frameworks: {d: [e]}\n  why: f\n  evidence: {sources: [g]}\n"
    )
    assert sorted(found(ThemeFile, text), key=lambda item: item[1]) == [
        (Ref("lead"), "a", "lead"),
        (Prose(), "b", "steps"),
        (Ref("law"), "c", "law"),
        (Ref("framework"), "d", "frameworks"),
        (Prose(cited=True), "f", "why"),
        (Ref("source"), "g", "sources"),
        (Ref("audience"), "micro", "audiences"),
    ]


def test_a_retired_action_is_walked_as_one() -> None:
    """Its reason is prose; what only a live action has is not looked at."""
    text = "actions:\n- {status: retired, reason: a, replaced_by: [b], law: [c]}\n"
    assert found(ThemeFile, text) == [
        (Ref("action"), "b", "replaced_by"),
        (Prose(), "a", "reason"),
    ]


@pytest.mark.parametrize(
    ("binds", "expected"),
    [("everyone", []), ("250", []), ("[a, b]", ["a", "b"]), ("{a: b}", [])],
)
def test_what_the_law_binds(binds: str, expected: list[str]) -> None:
    """Only a list names kinds of organisation."""
    told = found(Law, f"{{binds: {binds}}}")
    assert [(mark, value) for mark, value, _field in told] == [
        (Ref("any-audience"), value) for value in expected
    ]


@pytest.mark.parametrize(
    "text", ["[a, b]", "text", "{title: [a]}", "{title: {a: b}}", "{title: }", "{leads: a}"]
)
def test_a_tree_of_another_shape_is_passed_over(text: str) -> None:
    """What does not fit the model is told elsewhere, and nothing is found in it."""
    assert found(Sector, text) == []


KINDS: list[tuple[str, Location, Any]] = [
    ("{actions: [{id: a}]}", ("actions", 0), Action),
    ("{actions: [{status: retired}]}", ("actions", 0), RetiredAction),
    ("{actions: [{changes: [{on: a}]}]}", ("actions", 0, "changes", 0), Change),
    ("{actions: [{colour: a}]}", ("actions", 0, "colour"), None),
    ("{actions: []}", (), ThemeFile),
]


@pytest.mark.parametrize(("text", "location", "expected"), KINDS)
def test_the_kind_at_a_location(text: str, location: Location, expected: Any) -> None:
    """The model's own kind there, through lists and the two kinds of action."""
    node: Node | None = tree(text)
    for step in location:
        if isinstance(node, Mapping):
            node = node.values[str(step)]
        else:
            assert node is not None
            node = node.items[int(step)]  # type: ignore[union-attr] # a list by construction
    assert kind_at(ThemeFile, location, node) is expected
