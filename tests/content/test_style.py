"""House style: what editors are told of wording, what is exempt, and what they may allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from generator.content.problems import Problem, Severity
from tests.content.faults import ABOUT, CUL, HOME, REC, SECTOR, SOURCES
from tests.frozen import change, write

STYLE = "toolkits/style.yml"
STEP = "State the hourly rate and the true shift times."
LONG = " ".join(["word"] * 24)  # with its first word, 25


def found(folder: Path) -> list[Problem]:
    """Every problem of a folder."""
    return list(load(folder).problems)


def codes(folder: Path) -> list[str]:
    """The code of every problem of a folder."""
    return [problem.code for problem in load(folder).problems]


SAME = "Let the words of the link name what it leads to: [holiday pay](https://…)."
BREACHES = {
    "words that are an error": (
        "Ask bame workers first.",
        "71:13: error [house-word]",
        'House style does not say "bame". It puts very different people into one group.',
        'Write "ethnic minorities".',
    ),
    "words that are a warning": (
        "Utilise the form.",
        "71:9: warning [house-word]",
        'House style does not say "Utilise". Plain words are read more easily.',
        "Write a plain word.",
    ),
    "words that are several": (
        "Keep a room for the disabled and others.",
        "71:25: warning [house-word]",
        'House style does not say "the disabled". Plain words are read more easily.',
        "Write a plain word.",
    ),
    "words within a bold part": (
        "Do not **utilise** it.",
        "71:18: warning [house-word]",
        'House style does not say "utilise". Plain words are read more easily.',
        "Write a plain word.",
    ),
    "a link that says nothing": (
        "For more, click [Here](https://example.org/).",
        "71:26: warning [link-text]",
        'The words of this link, "Here", do not say where it leads.',
        SAME,
    ),
    "a link whose words are an address": (
        "See [www.example.org/pay](https://www.example.org/pay).",
        "71:14: warning [link-text]",
        'The words of this link, "www.example.org/pay", do not say where it leads.',
        SAME,
    ),
    "an address by itself": (
        "See https://www.example.org/pay first.",
        "71:13: warning [link-text]",
        "An address stands here by itself: hard to read, and harder to hear.",
        SAME,
    ),
    "a sentence of 25 words": (
        f"Stop. Say {LONG}. Go on.",
        "71:15: warning [long-sentence]",
        "This sentence has 25 words; house style stops at 24.",
        "Make two sentences of it, each with one idea.",
    ),
    "an acronym nobody explains": (
        "Ask the TUCS about EDIs.",
        "71:17: warning [acronym]",
        'Nothing here says what "TUCS" stands for.',
        (
            "Write the name, and the letters in brackets after it: … (TUCS). An acronym that "
            "every reader knows goes into toolkits/style.yml."
        ),
    ),
}


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_of_house_style_is_told_word_for_word(toolkit_folder: Path, name: str) -> None:
    """At its own place in the text, with what to write."""
    text, head, message, fix = BREACHES[name]
    change(toolkit_folder, REC, STEP, text)
    problem = found(toolkit_folder)[0]
    assert f"{problem.place}: {problem.severity} [{problem.code}]" == f"{REC}:{head}"
    assert (problem.message, problem.fix) == (message, fix)


FINE = {
    "a quotation": 'The sign read "utilise BAME quotas".',
    "a quotation in curly quotes": "The sign read “utilise it” and ‘it’s for the disabled’.",
    "a quotation in single quotes": "The sign read 'utilise it' at the time.",
    "a part of a longer word": "Find bamenda and reutilised things.",
    "a phrase in which the words are fine": "Ask the disabled person.",
    "the address behind a link": "See [rights at work](https://example.org/BAME-utilise).",
    "a citation": "It was shown. [@test-trial]",
    "24 words": f"Say {' '.join(['word'] * 23)}.",
    "a long text of short sentences": "Go there now. " * 20,
    "a known acronym": "Ask HR and the NHS.",
    "an acronym that is explained": "Ask the test union of shops (TUCS). The TUCS knows.",
    "an acronym that is explained behind it": "Ask TUCS (the test union of shops).",
    "a number in Roman letters": "See part IV.",
    "the id of an action": "Do HOS-REC-01 first.",
    "letters in a name with a sign": "Ask AT&T.",
    "an apostrophe": "The workers' rota and the cooks' rota differ.",
}


@pytest.mark.parametrize("name", FINE)
def test_what_house_style_leaves_alone(toolkit_folder: Path, name: str) -> None:
    """Quotations, names, addresses and what only looks like a breach."""
    text = FINE[name].replace("'", "''")
    change(toolkit_folder, REC, STEP, f"'{text}'")
    assert codes(toolkit_folder) == []


@pytest.mark.parametrize(
    ("path", "old"),
    [
        (SOURCES, "title: A review of all tests"),
        ("toolkits/resources.yml", "title: Test guide"),
        ("toolkits/frameworks.yml", "title: Fair test standard"),
        (REC, "who: Test café"),
    ],
)
def test_names_that_others_gave_stay_as_they_are(toolkit_folder: Path, path: str, old: str) -> None:
    """The title of a source, a resource or a framework, and the name of an organisation."""
    name, _colon, _title = old.partition(": ")
    text = (toolkit_folder / path).read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.strip(" -").startswith(f"{name}: "))
    change(toolkit_folder, path, line, f"{line.partition(': ')[0]}: Utilise BAME TUCS")
    assert codes(toolkit_folder) == []


def test_a_breach_is_found_over_the_end_of_a_line(toolkit_folder: Path) -> None:
    """Where a text goes over several lines, the place is where the words begin."""
    change(toolkit_folder, REC, f"- {STEP}", "- >-\n        Keep room for the\n        disabled.")
    assert [str(problem.place) for problem in found(toolkit_folder)] == [f"{REC}:72:23"]


def test_every_place_of_a_breach_is_told(toolkit_folder: Path) -> None:
    """Twice in one text is two places to mend; an acronym is told once for an action."""
    change(toolkit_folder, REC, STEP, "Utilise what others utilise. TUCS and TUCS.")
    assert [(p.place.column, p.code) for p in found(toolkit_folder)] == [
        (9, "house-word"),
        (29, "house-word"),
        (38, "acronym"),
    ]


def test_an_acronym_is_explained_in_its_own_action(toolkit_folder: Path) -> None:
    """A reader may meet one action alone, so an explanation in another one is none."""
    change(toolkit_folder, REC, STEP, "Ask the test union (TUCS).")
    change(toolkit_folder, REC, "Write five questions before", "Ask TUCS for questions before")
    assert [(p.place.line, p.code) for p in found(toolkit_folder)] == [(17, "acronym")]


PAGES = {
    "a paragraph": ("We utilise\nit.", [(3, 4, "house-word")]),
    "a heading": ("## Utilise it", [(3, 4, "house-word")]),
    "an item": ("- Utilise it", [(3, 3, "house-word")]),
    "a cell of a table": ("| A | B |\n| --- | --- |\n| C | utilise |", [(5, 7, "house-word")]),
    "the end of one item and the start of another": ("- the\n- disabled", []),
    "two cells": ("| the | disabled |\n| --- | --- |", []),
    "two paragraphs": ("the\n\ndisabled", []),
    "a heading and its text": ("## About the\ndisabled", []),
    "code": ("Type `utilise BAME` here.", []),
    "a block of code": ("```\nutilise TUCS\n```", []),
    "a comment": ("<!-- utilise\nTUCS -->", []),
    "an attribute": ('<a id="utilise">word</a>', []),
    "a quoted paragraph": ("> We utilise it.", []),
    "a link to a page": ("See [here](index.md).", [(3, 6, "link-text")]),
    "an address in brackets": ("See <https://example.org/>.", [(3, 6, "link-text")]),
    "a long item": (f"- Say {LONG}", [(3, 3, "long-sentence")]),
    "an acronym": ("Ask TUCS.", [(3, 5, "acronym")]),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_written_by_hand_follow_house_style(toolkit_folder: Path, name: str) -> None:
    """Words are read where readers see them, and nothing else is."""
    text, expected = PAGES[name]
    write(toolkit_folder, ABOUT, f"# About\n\n{text}\n")
    assert [(p.place.line, p.place.column, p.code) for p in found(toolkit_folder)] == expected


def test_the_front_matter_of_a_page_is_read(toolkit_folder: Path) -> None:
    """Its description is what a search engine shows."""
    change(toolkit_folder, HOME, "The small toolkit that", "We utilise what")
    assert [str(problem.place) for problem in found(toolkit_folder)] == [f"{HOME}:3:17"]


def test_an_action_that_is_hard_to_read_is_told_once(toolkit_folder: Path) -> None:
    """At its beginning, with the words that make it hard."""
    hard = "Organisational responsibility necessitates institutional accountability mechanisms. "
    steps = "\n".join(f"      - {hard}{hard}" for _ in range(8))
    change(toolkit_folder, REC, f"      - {STEP}", steps)
    problem = found(toolkit_folder)[0]
    assert problem.describe() == (
        f"{REC}:69:10: warning [hard-to-read]: From here on the words take 37 years of school to "
        "read; house style allows 10.\n"
        "  69 |     why: People with no savings cannot guess what a job pays.\n"
        "     |          ^\n"
        "  Split long sentences, and find short words for long ones: Organisational, "
        "accountability, responsibility."
    )
    assert codes(toolkit_folder) == ["hard-to-read"]


EXCEPTION = """
  - rule: house-word
    file: toolkits/hospitality/recruitment.yml
    words: utilise the form
    because: The form has this name.
"""


def allow(folder: Path, entry: str) -> None:
    """Adds an exception to the frozen house style."""
    change(folder, STYLE, "allowed:\n", f"allowed:{entry}")


def test_one_case_can_be_allowed_with_a_reason(toolkit_folder: Path) -> None:
    """Only that case: the same word elsewhere in the file is told."""
    change(toolkit_folder, REC, STEP, "Utilise the\n        form, and utilise it.")
    assert [p.place.column for p in found(toolkit_folder)] == [9, 19]
    allow(toolkit_folder, EXCEPTION)
    assert [(p.place.line, p.place.column) for p in found(toolkit_folder)] == [(72, 19)]


def test_an_exception_holds_for_its_own_rule_and_file(toolkit_folder: Path) -> None:
    """Allowed words do not let a long sentence through, nor the same words in another file."""
    change(toolkit_folder, REC, STEP, f"Utilise the form {LONG}.")
    change(toolkit_folder, CUL, "Choose someone who writes no rotas.", "Utilise the form.")
    allow(toolkit_folder, EXCEPTION)
    assert [(p.place.file.path, p.code) for p in found(toolkit_folder)] == [
        (CUL, "house-word"),
        (REC, "long-sentence"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message", "fix"),
    [
        (
            "utilise the form",
            "utilise a form",
            "Nothing needs this exception: its words are not there, or break no rule.",
            "Delete the entry, or copy the words again from the text.",
        ),
        (
            "toolkits/hospitality/recruitment.yml",
            "toolkits/hospitality/recruitments.yml",
            'There is no file "toolkits/hospitality/recruitments.yml" among the content.',
            'Did you mean "toolkits/hospitality/recruitment.yml"?',
        ),
    ],
)
def test_an_exception_that_nothing_needs_is_told(
    toolkit_folder: Path, old: str, new: str, message: str, fix: str
) -> None:
    """So the list of exceptions stays as short as it can be."""
    allow(toolkit_folder, EXCEPTION.replace(old, new))
    (problem,) = found(toolkit_folder)
    assert (problem.code, problem.severity) == ("unused-exception", Severity.WARNING)
    assert (problem.message, problem.fix) == (message, fix)


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("Utilise it.", "Use it.", "16:11", "This bad example holds none of the words to avoid."),
        (
            "Ask the disabled person.",
            "Utilise a form.",
            "15:12",
            "This good example holds words to avoid.",
        ),
    ],
)
def test_the_examples_of_a_term_are_tried(
    toolkit_folder: Path, old: str, new: str, at: str, message: str
) -> None:
    """An example that shows nothing is an error in the list."""
    change(toolkit_folder, STYLE, old, new)
    (problem,) = found(toolkit_folder)
    assert f"{problem.place}: {problem.severity}" == f"{STYLE}:{at}: error"
    assert (problem.code, problem.message) == ("style-example", message)


def test_a_file_with_errors_is_not_yet_read_for_warnings(toolkit_folder: Path) -> None:
    """One cause, one message; words that are an error are told at once, other files as ever."""
    change(toolkit_folder, REC, STEP, "Utilise BAME names.")
    change(toolkit_folder, REC, "cost: low", "cots: low")
    change(toolkit_folder, SECTOR, "A café whose owner", "A café that utilises TUCS, whose owner")
    assert [(p.place.file.path, p.code) for p in found(toolkit_folder)] == [
        (REC, "house-word"),
        (REC, "unknown-field"),
        (SECTOR, "acronym"),
    ]


def test_a_toolkit_without_a_list_has_no_house_style(toolkit_folder: Path) -> None:
    """The list is the toolkits' own choice, so another toolkit may do without."""
    change(toolkit_folder, REC, STEP, f"Utilise BAME {LONG} [here](https://example.org/).")
    (toolkit_folder / STYLE).unlink()
    assert codes(toolkit_folder) == []


def test_house_style_stops_no_build_but_for_its_errors(toolkit_folder: Path) -> None:
    """A warning leaves a whole toolkit; a word marked as an error does not."""
    change(toolkit_folder, REC, STEP, "Utilise the form.")
    assert load(toolkit_folder).toolkit is not None
    change(toolkit_folder, REC, "Utilise the form.", "Ask BAME staff.")
    assert load(toolkit_folder).toolkit is None
