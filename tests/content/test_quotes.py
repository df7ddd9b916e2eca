"""Quotes and brackets that end too early or never are found where they begin."""

from __future__ import annotations

import pytest

from generator.content.source import read

CASES: dict[str, tuple[str, tuple[int, int]]] = {
    "a quote that the next quoted line ends": ('a: "x\nb: y\nc: "z"\n', (1, 4)),
    "a quote in a list that never ends": ('- "x\n- y\n', (1, 3)),
    "a quote under a dash and a name": ("- a: 'x\n  b: y\n- a: 'z'\n", (1, 6)),
    "an apostrophe": ("a: 'don't'\n", (1, 8)),
    "words after the quote": ('a: "x" y\n', (1, 6)),
    "a link": ("- [x](https://example.org/) y\n", (1, 3)),
    "a group of words": ("a: {{ x }} y\n", (1, 4)),
    "after text of many lines": ('a: |\n  "x" y\n\n  [z] z\nb: "x" y\n', (5, 6)),
    "after folded text under a dash": ('- a: >-\n    "x" y\n  b: "x" y\n', (3, 8)),
    "after quoted text of two lines": ('a: "x\n  y"\nb: "x" y\n', (3, 6)),
    "after doubled quotes": ("a: 'x''s'\nb: 'x's'\n", (2, 6)),
    "after quotes with a backslash": ('a: "x\\"s"\nb: "x"s"\n', (2, 6)),
    "after a quoted name": ('"a": x\nb: "x" y\n', (2, 6)),
    "after a comment": ('a: "x" # y\nb: "x" y\n', (2, 6)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_cause_is_told_not_where_the_parser_stopped(name: str) -> None:
    """The line and column of the quote or bracket itself."""
    text, expected = CASES[name]
    problems = read("a.yml", text.encode()).problems
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("unreadable", *expected)]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\n  y"\n',
        "a: 'x''s'\n",
        'a: [x, "y"]\nb: {c: "d"}\n',
        'a: |\n  "x" y\n  [z] z\n',
        'a: x "y" z\n',
        "a: x's\n",
        '- "x: y"\n- "z" # z\n',
    ],
)
def test_good_quotes_are_no_fault(text: str) -> None:
    """Quotes over two lines, doubled quotes, brackets and quotes inside text are read."""
    assert read("a.yml", text.encode()).problems == ()


def test_another_fault_is_not_blamed_on_good_quotes() -> None:
    """A wrong indentation below good quotes and brackets keeps its own words."""
    text = 'a: "x\n  y"\nb: [c]\nd: |\n  "x" y\ne: f\n  g: h\n'
    (problem,) = read("a.yml", text.encode()).problems
    assert (problem.place.line, problem.place.column) == (7, 4)
    assert problem.message == (
        "There is a colon followed by a space inside text that is not in quotes."
    )
