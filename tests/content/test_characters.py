"""Characters that no reader could see are found; those of other scripts and emoji are not."""

from __future__ import annotations

import pytest

from generator.content.characters import MAX_BYTES, decode, scan, scan_fields
from generator.content.problems import SourceFile


def found(line: str) -> list[tuple[int, str, str]]:
    """Column, code and message of every problem of a line."""
    problems = scan(SourceFile("a.yml", (line,)))
    return [(p.place.column, p.code, p.message) for p in problems]


HIDDEN = "There is an invisible character ({}) here."
DIRECTION = "There is an invisible mark that changes the direction of the text here."


@pytest.mark.parametrize(
    ("char", "message"),
    [
        *((chr(code), DIRECTION) for code in (0x61C, 0x200E, 0x200F)),
        *((chr(code), DIRECTION) for code in range(0x202A, 0x202F)),
        *((chr(code), DIRECTION) for code in range(0x2066, 0x206A)),
        ("\u200b", HIDDEN.format("zero-width space")),
        ("\u200c", HIDDEN.format("zero-width non-joiner")),
        ("\u200d", HIDDEN.format("zero-width joiner")),
        ("\u2060", HIDDEN.format("word joiner")),
        ("\ufeff", HIDDEN.format("byte order mark")),
        ("\u00ad", HIDDEN.format("soft hyphen")),
        ("\u180e", HIDDEN.format("Mongolian vowel separator")),
    ],
    ids=lambda value: f"U+{ord(value):04X}" if len(value) == 1 else "",
)
def test_hidden_characters(char: str, message: str) -> None:
    """Each is named, at its column, behind a wide character too."""
    assert found(f"a雇{char}b") == [(3, "invisible-character", message)]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])
def test_control_characters(char: str) -> None:
    """What a parser stops at, or takes for the end of a line, is told."""
    message = "There is a control character here, which no page can show."
    assert found(f"a{char}b") == [(2, "control-character", message)]


@pytest.mark.parametrize(
    "line",
    [
        "café, £5, “quotes” – dashes…",
        "👩🏽‍🍳 and 🏳️‍🌈 and 👨‍👩‍👧‍👦 and 🇬🇧 and ❤️",
        "1\ufe0f\u20e3 and ©\ufe0f and ↔\ufe0e and ‼\ufe0f and \u2139\ufe0f",
        "the flags of England 🏴󠁧󠁢󠁥󠁮󠁧󠁿, Scotland 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and Wales 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "Tiê\u0301\u0323ng Viê\u0323t and ש\u05c1\u05bc\u05b8\u0596ל",
        "雇用 한국어 اردو বাংলা ਪੰਜਾਬੀ עברית",
        "a\tb",
    ],
)
def test_visible_characters(line: str) -> None:
    """Other scripts, emoji that are joined, and typography are text like any other."""
    assert found(line) == []


def test_a_joiner_joins_emoji_only() -> None:
    """At the start, at the end or between letters it joins nothing that can be seen."""
    assert found("👩🏽\u200d🍳 🙂\u200d 🙂\u200da") == [
        (
            7,
            "invisible-character",
            "There is an invisible character (zero-width joiner) here, and 1 more on this line.",
        )
    ]


@pytest.mark.parametrize(
    "line",
    ["a\ufe0fb", "\ufe0f", "1\ufe0f2", "2\ufe0e", "a+\ufe0f", "e\u0301\ufe0f", "❤\ufe0f\ufe0f"],
)
def test_a_variant_stands_behind_a_picture_only(line: str) -> None:
    """Elsewhere it changes nothing that can be seen, and hides a word from every search."""
    assert [code for _column, code, _message in found(line)] == ["invisible-character"]


@pytest.mark.parametrize(
    "letters", ["gbeng", "hidden\U0001f3f4 words", "gbeng words\x7f", "usca\x7f"]
)
def test_only_flags_that_exist_are_spelled(letters: str) -> None:
    """Behind a black flag, letters without a shape could say anything to a program that reads."""
    spelled = "".join(
        chr(0xE0000 + ord(letter)) if letter < "\x80" else letter for letter in letters
    )
    assert {code for _column, code, _message in found(f"🏴{spelled}")} == {"invisible-character"}


def test_marks_do_not_pile_up() -> None:
    """More accents than any spelling needs would cover the lines around; told at the first."""
    message = "More than 4 accents stand on one letter here, and would cover the lines around it."
    assert found("a" + "\u0301" * 5 + "b" + "\u0489" * 60) == [(2, "stacked-marks", message)]
    assert found("a" + "\u0301" * 4 + "b" + "\u0301" * 4) == []


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\u00a0", "no-break space"),
        ("\u202f", "narrow no-break space"),
        ("\u2009", "thin space"),
        ("\u3000", "ideographic space"),
    ],
)
def test_spaces_that_are_none(char: str, name: str) -> None:
    """They look like spaces, and break what is searched, wrapped and indented."""
    article = "an" if name.startswith("i") else "a"
    message = f"There is {article} {name}, which looks like an ordinary space and is none"
    assert found(f"a{char}b{char}c") == [
        (2, "invisible-character", f"{message}, and 1 more on this line.")
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a\tb", [(2, "tab", "There is a tab inside this line.")]),
        (
            "title: 雇用 한",
            [
                (
                    8,
                    "unprintable-character",
                    'The printed checklists have no shape for "雇用한", so paper would show gaps.',
                )
            ],
        ),
        ("# 雇用 in a remark", []),
        ("café £5 – “quotes” … 👩🏽‍🍳 🏳️‍🌈 ❤️ اردو বাংলা ਪੰਜਾਬੀ עברית Ελληνικά Кириллица", []),
    ],
)
def test_what_may_not_stand_in_fields(line: str, expected: list[tuple[int, str, str]]) -> None:
    """Tabs, and letters that no font of the printed checklists has; remarks are not printed."""
    problems = scan_fields(SourceFile("a.yml", (line,)))
    assert [(p.place.column, p.code, p.message) for p in problems] == expected


def test_the_largest_file() -> None:
    """A file of the greatest size is read; one byte more is not."""
    assert decode("a.yml", b"x" * MAX_BYTES)[2] == []
    _file, text, problems = decode("a.yml", b"x" * (MAX_BYTES + 1))
    assert text is None
    assert [problem.message for problem in problems] == [
        "This file has 200,001 bytes; the limit is 200,000."
    ]
