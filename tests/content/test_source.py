"""YAML becomes plain data that knows its file, line and column."""

from __future__ import annotations

import pytest

from generator.content.problems import Place
from generator.content.source import MAX_DEPTH, read
from generator.content.tree import Listing, Mapping, Node, Text, find

SAMPLE = """\
# a comment
title: "🍳🍴 🙂 & more"
steps:
  - first
  - {note: 🙂🙂, on: 2026-01-02}
why: >-
  Two lines of
  folded text.
"""


def tree(text: str) -> Mapping:
    """The tree of a text that has no problem."""
    reading = read("a.yml", text.encode())
    assert reading.problems == ()
    assert isinstance(reading.root, Mapping)
    return reading.root


def spot(place: Place) -> tuple[int, int]:
    """Line and column."""
    return place.line, place.column


def test_places_count_characters_not_bytes() -> None:
    """Wide characters and emoji are one column each, as editing programs count them."""
    root = tree(SAMPLE)
    assert spot(root.place) == (2, 1)
    assert spot(root.at("title")) == (2, 8)
    assert spot(root.at("steps", 0)) == (4, 5)
    assert spot(root.at("steps", 1, "note")) == (5, 12)
    assert spot(root.at("steps", 1, "on")) == (5, 20)
    assert spot(root.at("why")) == (6, 6)


def test_a_place_that_is_not_there_is_its_nearest_parent() -> None:
    """A missing field is told at what it should stand in, an empty one at its name."""
    root = tree(SAMPLE + "empty:\n")
    assert spot(root.at("steps", 7, "note")) == (4, 3)
    assert spot(root.at("steps", 1, "kind")) == (5, 5)
    assert spot(root.at("summary")) == (2, 1)
    assert spot(root.at("empty")) == (9, 1)
    assert spot(find(root.values["title"], ("below",))) == (2, 8)


@pytest.mark.parametrize(
    ("part", "expected"),
    [("Two", (7, 3)), ("folded", (8, 3)), ("of folded", (6, 6)), ("nowhere", (6, 6))],
)
def test_a_part_of_a_text_has_a_place_of_its_own(part: str, expected: tuple[int, int]) -> None:
    """The part's own line and column; the text's where a line break divides the part."""
    value = tree(SAMPLE).values["why"]
    assert isinstance(value, Text)
    assert spot(value.find(part)) == expected


def test_a_part_is_not_looked_for_outside_its_text() -> None:
    """What stands before or after the text on its lines is none of it."""
    root = tree("a: {first: note, second: x}\nb: note\nc: |\n  x\nd: note\n")
    first, second = root.values["b"], root.values["c"]
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert spot(first.find("note")) == (2, 4)
    assert spot(second.find("note")) == (3, 4)


def shape(node: Node) -> object:
    """A tree as plain lists, dicts and texts."""
    if isinstance(node, Mapping):
        return {name: shape(value) for name, value in node.values.items()}
    return [shape(item) for item in node.items] if isinstance(node, Listing) else node.value


def test_values_stay_as_typed() -> None:
    """Nothing turns into a number, a date, a truth value or nothing."""
    typed = "{a: 010, b: 1_000, c: yes, d: ~, e: 2026-01-02, f: 1.10, g: .inf, h: 0x1F, i: ''}"
    assert shape(tree(typed)) == {
        "a": "010",
        "b": "1_000",
        "c": "yes",
        "d": "~",
        "e": "2026-01-02",
        "f": "1.10",
        "g": ".inf",
        "h": "0x1F",
        "i": "",
    }


@pytest.mark.parametrize("value", ["", "''", '""', "'  '", "|\n", ">-\n\n"])
def test_nothing_typed_is_empty(value: str) -> None:
    """No text, only spaces, or empty quotes: all are nothing."""
    root = tree(f"a: {value}\n")
    text = root.values["a"]
    assert isinstance(text, Text)
    assert text.empty


def test_depth_is_counted_from_the_top() -> None:
    """The deepest that is allowed is read; one more is told, and the reading stops."""
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert read("a.yml", deepest.encode()).problems == ()
    deeper = read("a.yml", f"[{deepest}]".encode())
    assert deeper.root is None
    assert [(p.code, spot(p.place)) for p in deeper.problems] == [("too-deep", (1, MAX_DEPTH + 1))]


def test_brackets_without_end_do_not_exhaust_the_reader() -> None:
    """A file full of opening brackets stops at the depth that is allowed."""
    reading = read("a.yml", b"[" * 199_000)
    assert [problem.code for problem in reading.problems] == ["too-deep"]


def test_what_is_refused_hides_nothing_beside_it() -> None:
    """Aliases, anchors and tags are told one by one, and the rest is read."""
    reading = read("a.yml", b"a: *x\nb: &y text\nc: !z text\nd: text\n")
    assert [(p.code, spot(p.place)) for p in reading.problems] == [
        ("alias", (1, 4)),
        ("anchor", (2, 4)),
        ("tag", (3, 4)),
    ]
    assert isinstance(reading.root, Mapping)
    assert shape(reading.root) == {"d": "text"}
    assert reading.root.withheld == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\nb: x\na: y\n", ("duplicate-field", 3, 1)),
        ("a: x\n'a': y\n", ("duplicate-field", 2, 1)),
        ("[a]: x\n", ("unreadable", 1, 1)),
        ("? {a: b}\n: x\n", ("unreadable", 1, 3)),
        ("a: x\n---\nb: y\n", ("second-document", 2, 1)),
        ("%YAML 9.9\n---\na: x\n", ("unreadable", 1, 1)),
        ("a: x\n\x00b: y\n", ("control-character", 2, 1)),
        ("\ta: x\n", ("tab", 1, 1)),
        ("a: |\n  x\n \t y\n", ("tab", 3, 2)),
        ("a: x\ufeff\n", ("invisible-character", 1, 5)),
    ],
)
def test_what_no_file_may_hold(text: str, expected: tuple[str, int, int]) -> None:
    """Each with its place, and nothing else told."""
    problems = read("a.yml", text.encode()).problems
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: caf\xe9\n", (1, 7)),
        (b"a: x\r\nb: \xff\r\n", (2, 4)),
        (b"\xef\xbb\xbfa: \xff\n", (1, 4)),
        ("é: 雇🙂".encode() + b"\xff", (1, 6)),
        ("a: x".encode("utf-16"), (1, 1)),
    ],
)
def test_bytes_that_are_no_text(data: bytes, expected: tuple[int, int]) -> None:
    """The place of the first byte that is not UTF-8, counted in characters."""
    reading = read("a.yml", data)
    assert [(p.code, spot(p.place)) for p in reading.problems] == [("not-utf8", expected)]
