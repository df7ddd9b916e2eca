"""What people do to a file by hand: paste, indent, merge, and write dates as they always do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.faults import ABOUT, CUL, REC, SECTOR, SOURCES, Fault, told

FAULTS = [
    Fault(
        "opening quote curly, closing straight",
        REC,
        "title: Show pay and hours in each advert",
        'title: “Show: pay and hours"',
        "68:12",
        "curly-quotes",
        "Curly quotes stand around this, and only straight ones work as quotes.",
        (
            'Type straight quotes: "…". If readers are to see the curly ones, put straight '
            'ones around them: "“…”".'
        ),
    ),
    Fault(
        "low opening quote",
        REC,
        "title: Show pay and hours in each advert",
        "title: „Show pay and hours“",
        "68:12",
        "curly-quotes",
        "Curly quotes stand around this, and only straight ones work as quotes.",
        (
            'Type straight quotes: "…". If readers are to see the curly ones, put straight '
            'ones around them: "“…”".'
        ),
    ),
    Fault(
        "opening quote straight, closing curly",
        REC,
        "title: Show pay and hours in each advert",
        'title: "Show pay and hours”',
        "68:31",
        "curly-quotes",
        "The text starts with a straight quote, so this curly one does not end it.",
        "Type a straight quote here.",
    ),
    Fault(
        "quoted word at the start",
        REC,
        "title: Show pay and hours in each advert",
        'title: "Pay" comes first',
        "68:16",
        "quote-ends-early",
        "The text in quotes ends here, but more follows.",
        (
            "If readers are to see these quotes, put single quotes around the whole text: "
            "'\"Yes\" is the answer'."
        ),
    ),
    Fault(
        "zero-width space in an id",
        CUL,
        "related: [HOS-CUL-01]",
        "related: [HOS-\u200bCUL-01]",
        "44:19",
        "invisible-character",
        "There is an invisible character (zero-width space) here.",
        "Delete it: put the cursor just before it, press Delete, and retype the word.",
    ),
    Fault(
        "zero-width space in a word of a list",
        REC,
        "medium: {priority: enhanced",
        "medium: {priority: enh\u200banced",
        "74:29",
        "invisible-character",
        "There is an invisible character (zero-width space) here.",
        "Delete it: put the cursor just before it, press Delete, and retype the word.",
    ),
    Fault(
        "words behind the sign for text below",
        REC,
        "why: People with no savings cannot guess what a job pays.",
        ("why: >- In each trade\n      40% cannot guess. [@test-survey]"),
        "69:10",
        "quotes-needed",
        'After ">-" the text starts on the next line, and here words follow at once.',
        'Leave ">-" alone on its line, and start the text below it, indented.',
    ),
    Fault(
        "American date with its comma",
        REC,
        "{on: 2026-03-03, every: 24-months}",
        "{on: April 1, 2027, every: 24-months}",
        "81:19",
        "bad-date",
        '"April 1, 2027" is not a date written as year-month-day.',
        "Write 2027-04-01.",
    ),
    Fault(
        "day that its month lacks, in words",
        REC,
        "{on: 2026-03-03, every: 24-months}",
        "{on: 31 February 2027, every: 24-months}",
        "81:19",
        "bad-date",
        '"31 February 2027" is not a date written as year-month-day.',
        "February 2027 has 28 days.",
    ),
    Fault(
        "date with dashes",
        REC,
        "{on: 2026-03-03, every: 24-months}",
        "{on: 2026\u201303\u201303, every: 24-months}",
        "81:19",
        "bad-date",
        '"2026\u201303\u201303" is not a date written as year-month-day.',
        "Write 2026-03-03, with hyphens from the keyboard.",
    ),
    Fault(
        "date without its day",
        REC,
        "{on: 2026-03-03, every: 24-months}",
        "{on: 2026-03, every: 24-months}",
        "81:19",
        "bad-date",
        '"2026-03" is not a date written as year-month-day.',
        "Add the day, as in 2026-03-01.",
    ),
    Fault(
        "semicolon between fields",
        REC,
        "{on: 2026-03-03, every: 24-months}",
        "{on: 2026-03-03; every: 24-months}",
        "81:29",
        "missing-comma",
        "A comma is missing here between two fields in curly brackets.",
        "Put a comma and a space between them: {on: 2026-11-22, kind: added}.",
    ),
    Fault(
        "round brackets",
        REC,
        "{on: 2026-03-03, every: 24-months}",
        "(on: 2026-03-03, every: 24-months)",
        "81:14",
        "missing-brackets",
        "Several fields stand on one line, and no curly brackets hold them together.",
        ("Write them in curly brackets: {on: 2026-11-22, kind: added}. Or give each its own line."),
    ),
    Fault(
        "comma in a number",
        SECTOR,
        "{label: All jobs, value: 5}",
        "{label: All jobs, value: 1,200}",
        "40:34",
        "bad-number",
        '"value" must be a number; here stands "1,200".',
        ("Write digits with a point for decimals, such as 52.9; the unit has a field of its own."),
    ),
    Fault(
        "id with one digit",
        CUL,
        "related: [HOS-CUL-01]",
        "related: [HOS-CUL-1]",
        "44:15",
        "unknown-reference",
        '"HOS-CUL-1" is not among any sector\'s actions.',
        'Did you mean "HOS-CUL-01"?',
    ),
    Fault(
        "bullet before a field",
        REC,
        "  - id: HOS-REC-02",
        "  • id: HOS-REC-02",
        "67:3",
        "missing-dash",
        'This line stands inside a list, but starts with "•".',
        'Start each item of a list with a hyphen and a space: "- …".',
    ),
    Fault(
        "conflict in text below",
        REC,
        "why: People with no savings cannot guess what a job pays.",
        (
            "why: >-\n"
            "      People with no savings\n"
            "<<<<<<< HEAD\n"
            "      cannot guess\n"
            "=======\n"
            "      never know\n"
            ">>>>>>> patch-1\n"
            "      what a job pays."
        ),
        "71:1",
        "conflict-marker",
        ("Two people changed these lines, and Git left both versions here with its own marks."),
        (
            "Keep the right version, and delete the other and the lines with <<<<<<<, "
            "======= and >>>>>>>."
        ),
    ),
    Fault(
        "conflict with the older version",
        REC,
        "    cost: low\n",
        (
            "<<<<<<< HEAD\n"
            "    cost: low\n"
            "||||||| 1a2b3c4\n"
            "    cost: none\n"
            "=======\n"
            "    cost: high\n"
            ">>>>>>> patch-1\n"
        ),
        "85:1",
        "conflict-marker",
        ("Two people changed these lines, and Git left both versions here with its own marks."),
        (
            "Keep the right version, and delete the other and the lines with <<<<<<<, "
            "======= and >>>>>>>."
        ),
    ),
    Fault(
        "conflict whose first mark is deleted",
        REC,
        "    cost: low\n",
        ("    cost: low\n=======\n    cost: high\n>>>>>>> patch-1\n"),
        "86:1",
        "conflict-marker",
        ("Two people changed these lines, and Git left both versions here with its own marks."),
        (
            "Keep the right version, and delete the other and the lines with <<<<<<<, "
            "======= and >>>>>>>."
        ),
    ),
    Fault(
        "last mark of a conflict",
        REC,
        "    cost: low\n",
        ("    cost: low\n>>>>>>> patch-1\n"),
        "86:1",
        "conflict-marker",
        "Git left this mark where two people had changed the same lines.",
        "Delete this line, and see that the lines around it say each thing once.",
    ),
    Fault(
        "dividing mark of a conflict",
        REC,
        "    cost: low\n",
        ("    cost: low\n=======\n"),
        "86:1",
        "conflict-marker",
        "Git left this mark where two people had changed the same lines.",
        "Delete this line, and see that the lines around it say each thing once.",
    ),
    Fault(
        "conflict inside quotes",
        SOURCES,
        'title: "Does it work? A trial with <angle brackets> & an ampersand"',
        (
            'title: "Slides\n'
            "<<<<<<< HEAD\n"
            "  on work\n"
            "=======\n"
            "  on jobs\n"
            ">>>>>>> patch-1\n"
            '  in tests"'
        ),
        "4:1",
        "conflict-marker",
        ("Two people changed these lines, and Git left both versions here with its own marks."),
        (
            "Keep the right version, and delete the other and the lines with <<<<<<<, "
            "======= and >>>>>>>."
        ),
    ),
    Fault(
        "field taken for an audience",
        REC,
        ("      large: {priority: enhanced, lead: hr-manager}\n    takes: 1-3-months\n"),
        ("      large: {priority: enhanced, lead: hr-manager}\n      takes: 1-3-months\n"),
        "76:7",
        "indentation",
        '"takes" starts with 6 spaces, so it is taken for a part of "audiences".',
        "Start it with 4 spaces.",
    ),
    Fault(
        "group taken for part of the one above",
        REC,
        "    checked: {on: 2026-03-03, every: 24-months}",
        "      checked: {on: 2026-03-03, every: 24-months}",
        "81:7",
        "indentation",
        '"checked" starts with 6 spaces, so it is taken for a part of "evidence".',
        "Start it with 4 spaces.",
    ),
    Fault(
        "group of several lines taken for part of the one above",
        REC,
        "    checked: {on: 2026-03-03, every: 24-months}",
        ("      checked:\n        on: 2026-03-03\n        every: 24-months"),
        "81:7",
        "indentation",
        '"checked" starts with 6 spaces, so it is taken for a part of "evidence".',
        "Start it with 4 spaces. Lines below that belong to it move along.",
    ),
    Fault(
        "optional field taken for part of the group above",
        REC,
        "      about: Widely advised; not tested.",
        ("      about: Widely advised; not tested.\n      needs: [HOS-CUL-01]"),
        "81:7",
        "indentation",
        '"needs" starts with 6 spaces, so it is taken for a part of "evidence".',
        "Start it with 4 spaces.",
    ),
    Fault(
        "last audience too far left",
        REC,
        (
            "      medium: {priority: enhanced, lead: hr-manager}\n"
            "      large: {priority: enhanced, lead: hr-manager}\n"
        ),
        (
            "      medium: {priority: enhanced, lead: hr-manager}\n"
            "    large: {priority: enhanced, lead: hr-manager}\n"
        ),
        "75:5",
        "indentation",
        '"large" starts with 4 spaces, so it is no part of "audiences".',
        "Start it with 6 spaces. Lines below that belong to it move along.",
    ),
    Fault(
        "audience in the middle too far left, with its lines",
        REC,
        (
            "      medium: {priority: enhanced, lead: hr-manager}\n"
            "      large: {priority: enhanced, lead: hr-manager}\n"
        ),
        (
            "      small: {priority: enhanced, lead: hr-manager}\n"
            "    medium:\n"
            "      priority: enhanced\n"
            "      lead: hr-manager\n"
            "      large: {priority: enhanced, lead: hr-manager}\n"
        ),
        "75:5",
        "indentation",
        '"medium" starts with 4 spaces, so it is no part of "audiences".',
        "Start it with 6 spaces. Lines below that belong to it move along.",
    ),
    Fault(
        "name of an audience too far left",
        REC,
        (
            "      medium: {priority: enhanced, lead: hr-manager}\n"
            "      large: {priority: enhanced, lead: hr-manager}\n"
        ),
        (
            "      small:\n"
            "        priority: enhanced\n"
            "        lead: hr-manager\n"
            "    medium:\n"
            "        priority: enhanced\n"
            "        lead: hr-manager\n"
            "      large:\n"
            "        priority: enhanced\n"
            "        lead: hr-manager\n"
        ),
        "77:5",
        "indentation",
        (
            "This line starts with 4 spaces, so it belongs neither to the lines above it "
            "nor to those below."
        ),
        "Start it with 6 spaces, like its neighbours.",
    ),
    Fault(
        "field far right below one that is right",
        REC,
        ("    repeats: each-time\n    evidence:\n      strength: practice"),
        ("      repeats: each-time\n    evidence:\n      strength: practice"),
        "77:7",
        "indentation",
        (
            "This line starts with 6 spaces, so it belongs neither to the lines above it "
            "nor to those below."
        ),
        "Start it with 4 spaces, like its neighbours.",
    ),
    Fault(
        "conflict in a page",
        ABOUT,
        "A page without",
        ("<<<<<<< HEAD\nA page without"),
        "3:1",
        "conflict-marker",
        ("Two people changed these lines, and Git left both versions here with its own marks."),
        (
            "Keep the right version, and delete the other and the lines with <<<<<<<, "
            "======= and >>>>>>>."
        ),
    ),
    Fault(
        "last mark of a conflict in a page",
        ABOUT,
        "every other generated part.\n",
        ("every other generated part.\n>>>>>>> patch-1\n"),
        "4:1",
        "conflict-marker",
        "Git left this mark where two people had changed the same lines.",
        "Delete this line, and see that the lines around it say each thing once.",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_one_fault_gives_one_problem_word_for_word(toolkit_folder: Path, fault: Fault) -> None:
    """File, line, column, code, message and fix are those of the table; nothing else is told."""
    fault.make(toolkit_folder)
    assert told(toolkit_folder) == [fault.told]
