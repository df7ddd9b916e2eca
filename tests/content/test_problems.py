"""A problem as its reader sees it: place, words, the line with a caret, what to write."""

from __future__ import annotations

import pytest

from generator.content.problems import Place, Problem, Severity, SourceFile, did_you_mean


def problem(line: str, column: int, severity: Severity = Severity.ERROR) -> Problem:
    """A problem at a column of a file's only line."""
    place = Place(SourceFile("a.yml", (line,)), 1, column)
    return Problem(place, "a-code", "This is wrong.", "Write that.", severity)


def test_describe() -> None:
    """Four lines, the first of which programs can read."""
    assert problem("title: x", 8).describe() == (
        "a.yml:1:8: error [a-code]: This is wrong.\n  1 | title: x\n    |        ^\n  Write that."
    )


def test_a_warning_says_so() -> None:
    """Severity stands before the code."""
    first = problem("title: x", 8, Severity.WARNING).describe().split("\n")[0]
    assert first == "a.yml:1:8: warning [a-code]: This is wrong."


@pytest.mark.parametrize("lines", [(), ("",), ("   ",)])
def test_without_a_line_there_is_no_caret(lines: tuple[str, ...]) -> None:
    """A file that is missing, or an empty line, shows nothing to point at."""
    place = Place(SourceFile("a.yml", lines))
    told = Problem(place, "a-code", "This is wrong.", "Write that.").describe()
    assert told == "a.yml:1:1: error [a-code]: This is wrong.\n  Write that."


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("ab: c", 5, "ab: c", "    ^"),
        ("雇用: x", 5, "雇用: x", "      ^"),
        ("🙂🙂x", 3, "🙂🙂x", "    ^"),
        ("e\u0301e\u0301x", 5, "e\u0301e\u0301x", "  ^"),
        ("a\ufe0fx", 3, "a\ufe0fx", " ^"),
        ("\tx", 2, "\tx", "\t^"),
        ("a\u200bx", 2, "a␣x", " ^"),
        ("a\u202ex", 3, "a␣x", "  ^"),
        ("a\x1bx", 3, "a␣x", "  ^"),
        ("x  ", 1, "x", "^"),
    ],
    ids=[
        "letters",
        "wide letters",
        "emoji",
        "accents",
        "variation selector",
        "tab",
        "zero width",
        "direction",
        "escape",
        "spaces at the end",
    ],
)
def test_the_caret_stands_under_its_character(
    line: str, column: int, shown: str, caret: str
) -> None:
    """As a terminal shows them: wide ones take two cells, accents none, hidden ones are shown."""
    lines = problem(line, column).describe().split("\n")
    assert lines[1:3] == [f"  1 | {shown}", f"    | {caret}"]


def test_a_long_line_is_cut_around_the_caret() -> None:
    """Eighty characters on each side are enough to find the place."""
    lines = problem("a" * 300 + "b" + "c" * 300, 301).describe().split("\n")
    shown, caret = lines[1].removeprefix("  1 | "), lines[2].removeprefix("    | ")
    assert shown[len(caret) - 1] == "b"
    assert len(shown) == 160


def test_numbers_of_lines_keep_the_caret_in_its_place() -> None:
    """A line number of three digits moves both lines alike."""
    file = SourceFile("a.yml", ("x",) * 120)
    told = Problem(Place(file, 100, 1), "a-code", "Wrong.", "Write that.").describe()
    assert told.split("\n")[1:3] == ["  100 | x", "      | ^"]


@pytest.mark.parametrize(
    ("word", "allowed", "expected"),
    [
        ("titel", ["title", "text"], 'Did you mean "title"?'),
        ("Title", ["title"], 'Did you mean "title"?'),
        ("hos-rec-01", ["HOS-REC-01", "HOS-CUL-01"], 'Did you mean "HOS-REC-01"?'),
        ("colour", ["title", "code"], "Choose from: code, title."),
        ("x", [], "There is none to choose from yet."),
        ("x", list("abcdefghijklm"), "Choose from: a, b, c, d, e, f, g, h, i, j, k, l …."),
    ],
)
def test_did_you_mean(word: str, allowed: list[str], expected: str) -> None:
    """The nearest word, else the first of all words."""
    assert did_you_mean(word, allowed) == expected
