"""Slips of the keyboard: each is told once, where it was made, and hides nothing below it."""

from __future__ import annotations

import random

import pytest

from generator.content.source import read
from generator.content.tree import Listing, Mapping, Node
from tests.frozen import FROZEN

CONTENT = [path for path in sorted(FROZEN.rglob("*.yml")) if path.name != "mkdocs.yml"]

# A text, and what is told of it: line, column and code of each slip.
CASES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "a quote that the next quoted line ends": (
        'a: "x\nb: y\nc: "z"\n',
        [(1, 4, "unclosed-quote")],
    ),
    "a quote in a list that never ends": ('- "x\n- y\n', [(1, 3, "unclosed-quote")]),
    "a quote under a dash and a name": (
        "- a: 'x\n  b: y\n- a: 'z'\n",
        [(1, 6, "unclosed-quote")],
    ),
    "a quote over two lines that never ends": ('a: "x\n  y\nb: z\n', [(1, 4, "unclosed-quote")]),
    "two quotes that never end": (
        "a: \"x\nb: 'y\nc: z\n",
        [(1, 4, "unclosed-quote"), (2, 4, "unclosed-quote")],
    ),
    "a quote in brackets that never ends": (
        '- {a: x, b: "y}\n- {a: z}\n',
        [(1, 13, "unclosed-quote")],
    ),
    "an apostrophe": ("a: 'don't'\n", [(1, 8, "quote-ends-early")]),
    "words after the quote": ('a: "x" y\n', [(1, 6, "quote-ends-early")]),
    "words after a quote over two lines": (
        'a: "x\n  y" z\nb: x\n',
        [(2, 4, "quote-ends-early")],
    ),
    "a line after the quote": ("a: 'x'\n  y\nb: z\n", [(1, 6, "quote-ends-early")]),
    "a link": ("- [x](https://example.org/) y\n", [(1, 3, "quotes-needed")]),
    "a group of words": ("a: {{ x }} y\n", [(1, 4, "quotes-needed")]),
    "after text of many lines": (
        'a: |\n  "x" y\n\n  [z] z\nb: "x" y\n',
        [(5, 6, "quote-ends-early")],
    ),
    "after folded text under a dash": (
        '- a: >-\n    "x" y\n  b: "x" y\n',
        [(3, 8, "quote-ends-early")],
    ),
    "after doubled quotes": ("a: 'x''s'\nb: 'x's'\n", [(2, 6, "quote-ends-early")]),
    "after quotes with a backslash": ('a: "x\\"s"\nb: "x"s"\n', [(2, 6, "quote-ends-early")]),
    "after a quoted name": ('"a": x\nb: "x" y\n', [(2, 6, "quote-ends-early")]),
    "curly quotes": ("a: “x: y”\nb: ‘z’\n", [(1, 4, "curly-quotes"), (2, 4, "curly-quotes")]),
    "curly quotes in brackets": (
        "- {a: “x”, b: [“y”, z]}\n- [“x”]\n",
        [(1, 7, "curly-quotes"), (2, 4, "curly-quotes")],
    ),
    "colons in text": (
        "a: x: y\nb: z\nc: Note: this: that\n",
        [(1, 5, "colon-in-text"), (3, 8, "colon-in-text")],
    ),
    "a colon at the end": ("a: do the following:\nb: z\n", [(1, 20, "colon-in-text")]),
    "a colon in a later line of a text": (
        "a: one\n  Two and three: four\nb: x\n",
        [(2, 16, "colon-in-text")],
    ),
    "a colon in curly brackets": ("- {a: x, b: y: z}\n", [(1, 14, "colon-in-text")]),
    "a comma in curly brackets": ("- {a: x, b: First, second.}\n", [(1, 18, "comma-in-text")]),
    "no comma in curly brackets": ("- {a: x b: y}\n", [(1, 8, "missing-comma")]),
    "no space after a colon": ("a: x\nbc:y\n", [(2, 3, "missing-space")]),
    "no space after a colon in brackets": ("- {a: x, bc:y}\n", [(1, 12, "missing-space")]),
    "no space after a colon under a dash": ("- a:x\n  b: y\n", [(1, 4, "missing-space")]),
    "no space after a dash": ("a:\n  -x\n  - y\n", [(2, 3, "missing-space")]),
    "no colon": ("a: x\nbc y\nd: z\n", [(2, 1, "missing-colon")]),
    "a semicolon for a colon": ("a: x\nbc; y\n", [(2, 1, "missing-colon")]),
    "no colon under a dash": ("- a x\n  b: y\n", [(1, 3, "missing-colon")]),
    "no dash": ("a:\n  - x\n  Don't y\n  - z\n", [(3, 3, "missing-dash")]),
    "no first dash": ("a:\n  x\n  - y\n", [(2, 3, "missing-dash")]),
    "bullets": (
        "a:\n  • x\n  – y\n  - z\n",
        [(2, 3, "missing-dash"), (3, 3, "missing-dash")],
    ),
    "no dash before an entry": (
        "- id: a\n  b: x\n  id: c\n  b: y\n",
        [(3, 3, "missing-dash")],
    ),
    "no dash before the first entry": (
        "a:\n    id: b\n    c: x\n  - id: d\n",
        [(2, 5, "missing-dash")],
    ),
    "no dashes before two entries": (
        "a:\n  One x\n  Two y\n  - z\n",
        [(2, 3, "missing-dash"), (3, 3, "missing-dash")],
    ),
    "a dash before each field": (
        "a:\n  - b: x\n  - c: y\n  - d: z\n  - {b: x}\n",
        [(3, 3, "extra-dash"), (4, 3, "extra-dash")],
    ),
    "no colon after a name that holds fields": (
        "a:\n  bc\n    d: x\n  e:\n    d: y\n",
        [(2, 3, "missing-colon")],
    ),
    "several fields on one line": ("a: b: x, c: y\nd: z\n", [(1, 4, "missing-brackets")]),
    "several fields behind a dash": ("- a: x, b: y\n- {a: z}\n", [(1, 3, "missing-brackets")]),
    "a bracket that nothing closes": ("a: [b, c\nd: x\n", [(1, 4, "unclosed-bracket")]),
    "too far in": ("a: x\n  b: y\nc: z\n", [(2, 3, "indentation")]),
    "too far out": ("a:\n  b:\n    c: x\n   d: y\n    e: z\n", [(4, 4, "indentation")]),
    "a first line too far in": (
        "a:\n   - x\n  - y\n  - z\n",
        [(2, 4, "indentation")],
    ),
    "a first line too far out": ("a:\n - x\n  - y\n  - z\n", [(2, 2, "indentation")]),
    "at the very left": (
        "a:\n  - b: x\nc: y\n    d: z\n    e: z\n",
        [(3, 1, "indentation")],
    ),
    "text at the very left": (
        "a:\n  b: >-\n    one\ntwo and three\n    four\n  c: x\n",
        [(4, 1, "indentation")],
    ),
    "a list behind a name": ("a: - x\nb: y\n", [(1, 4, "list-on-line")]),
    "signs that need quotes": (
        "a: %x\nb: @x\nc: `x`\nd: **x** y\ne: > 90%\n",
        [(number, 4, "quotes-needed") for number in range(1, 6)],
    ),
    "words lost": ("a: x # y\n  and z\nb: c\n", [(1, 5, "lost-text")]),
    "all words lost": ("a: #1 of all\nb: c\n", [(1, 4, "lost-text")]),
    "two versions": (
        "a: x\n<<<<<<< HEAD\nb: y\n=======\nb: z\n>>>>>>> other\nc: x\n",
        [(2, 1, "conflict-marker")],
    ),
    "tabs": ("a:\n\tb: x\n\tc: y\nd: z\ty\n", [(2, 1, "tab"), (3, 1, "tab"), (4, 5, "tab")]),
    "many slips": (
        "a: x: y\nb: 'don't'\nc: \"z\nd: [e\nf: “g”\nh: %i\n",
        [
            (1, 5, "colon-in-text"),
            (2, 8, "quote-ends-early"),
            (3, 4, "unclosed-quote"),
            (4, 4, "unclosed-bracket"),
            (5, 4, "curly-quotes"),
            (6, 4, "quotes-needed"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_every_slip_is_told_where_it_was_made(name: str) -> None:
    """Line, column and code of each, not of where a parser would have stopped."""
    text, expected = CASES[name]
    reading = read("a.yml", text.encode())
    assert [(p.place.line, p.place.column, p.code) for p in reading.problems] == expected
    assert reading.root is not None, "the rest can be read"


def test_slips_that_leave_nothing_to_read_are_told_all_the_same() -> None:
    """An item too far in, whose column other lines then share, and a field at the very left."""
    reading = read("a.yml", b"  - a: x\n      - {b: c}\n    d: [e]\ng:\n")
    assert [(p.place.line, p.code) for p in reading.problems] == [
        (2, "indentation"),
        (4, "indentation"),
    ]
    assert reading.root is None


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\n  y"\n',
        "a: 'x''s'\n",
        'a: [x, "y"]\nb: {c: "d"}\n',
        'a: |\n  "x" y\n  [z] z\n  - w\n',
        'a: x "y" z\n',
        "a: x's\n",
        '- "x: y"\n- "z" # z\n',
        'a: "“x”"\nb: say “x” and “y”\nc: “x” and “y”\n',
        "a:\n  x\n  y\nb:\n- c\n- d\n",
        "a: # remark\n  - b\nc: # remark\n",
        "a: [b,\n  c,\n]\nd: {e: f,\n  g: h}\n",
        "a: >-\n\n  x: y\n    z\n\n  # w\nb: c\n",
        "-\n  a: b\n-\n  a: c\n",
        "a: https://example.org/x:y\nb: 12:30\n",
        "- a: b\n  c: {d: e, f: [g, h]}\n# remark\n- a: i\n",
        "a:\n  - b: x\n  - b: y\n",
    ],
)
def test_what_yaml_allows_is_no_slip(text: str) -> None:
    """Quotes over two lines, lists in the column of their name, brackets over several lines."""
    assert read("a.yml", text.encode()).problems == ()


def shape(node: Node | None) -> object:
    """A tree as plain lists, dicts and texts."""
    if isinstance(node, Mapping):
        return {name: shape(value) for name, value in node.values.items()}
    if isinstance(node, Listing):
        return [shape(item) for item in node.items]
    return node.value if node else None


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("a: x: y\nb: z\n", {"a": "x:\u00a0y", "b": "z"}),
        ("a: 'don't'\nb: z\n", {"a": "don't", "b": "z"}),
        ('a: "x\nb: z\n', {"a": "x", "b": "z"}),
        ("a:\n - x\n  - y\n  - z\n", {"a": ["x", "y", "z"]}),
        ("a:\n  • x\n  - y\n", {"a": ["x", "y"]}),
        ("a: b: x, c: y\n", {"a": {"b": "x", "c": "y"}}),
        ("- {a: x, b: First, second.}\n", [{"a": "x", "b": "First, second."}]),
        ("- a:x\n  b: y\n", [{"a": "x", "b": "y"}]),
        ("a: #1 of all\n", {"a": "#1 of all"}),
        ("a:\n\tb: x\n", {"a": {"b": "x"}}),
        ("ti\u200btle: x\n", {"title": "x"}),
    ],
)
def test_the_rest_is_read_as_if_the_slip_had_not_been_made(slip: str, meant: object) -> None:
    """So that it causes no second message, and hides none."""
    assert shape(read("a.yml", slip.encode()).root) == meant


def test_places_behind_a_slip_are_those_of_the_file() -> None:
    """A line that was moved or got longer in memory keeps its columns."""
    reading = read("a.yml", b"a:\n\tb: x\n  c:y\n")
    assert isinstance(reading.root, Mapping)
    assert str(reading.root.at("a", "b")) == "a.yml:2:5"
    assert str(reading.root.at("a", "c")) == "a.yml:3:5"


def one_slip(lines: list[str], chance: random.Random) -> int | None:
    """Makes one slip in a line of a file; its number, or none where it changes nothing."""
    number = chance.randrange(len(lines))
    line = lines[number]
    wrong = chance.choice(
        [
            " " + line,
            line.removeprefix(" "),
            "\t" + line.lstrip(),
            line.replace(": ", ":", 1) if '"' not in line else line,
            line.replace("- ", "-", 1) if line.lstrip().startswith("- ") else line,
        ]
    )
    if wrong == line or not line.strip() or line.lstrip().startswith("#"):
        return None
    lines[number] = wrong
    return number + 1


def test_nearly_every_slip_gives_one_problem_on_its_own_line() -> None:
    """A thousand slips in the frozen files: 95 in 100 of those told are told once and there."""
    chance = random.Random(20261122)  # noqa: S311 # nothing here is secret
    texts = [path.read_text(encoding="utf-8") for path in CONTENT]
    told = right = 0
    for _ in range(1000):
        lines = chance.choice(texts).split("\n")
        number = one_slip(lines, chance)
        problems = read("a.yml", "\n".join(lines).encode()).problems if number else ()
        told += bool(problems)
        right += len(problems) == 1 and problems[0].place.line == number
    assert told > 300
    assert right / told > 0.95


def test_files_that_are_well_formed_have_no_slips() -> None:
    """The frozen files, as they are."""
    for path in CONTENT:
        assert read(path.name, path.read_bytes()).problems == ()
