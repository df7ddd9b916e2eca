"""Every problem is told in one run, each cause once, from top to bottom."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.faults import CUL, LAW, REC, SECTOR, SOURCES, VOCABULARY, told
from tests.frozen import change, write


def told_at(folder: Path) -> list[tuple[str, str]]:
    """Place and code of every problem."""
    return [(place, code) for place, code, *_words in told(folder)]


def test_a_wrong_field_and_a_dangling_reference_in_one_action(toolkit_folder: Path) -> None:
    """What does not fit the model hides no reference of the same action."""
    change(toolkit_folder, REC, "    cost: low\n", "    cots: low\n    law: [equal-pay]\n")
    assert told(toolkit_folder) == [
        (
            f"{REC}:85:5",
            "unknown-field",
            'There is no field called "cots" here.',
            'Did you mean "cost"?',
        ),
        (
            f"{REC}:86:11",
            "unknown-reference",
            '"equal-pay" is not among toolkits/law.yml.',
            "Choose from: equal-treatment, pay-report, public-duty.",
        ),
    ]


def test_every_kind_of_fault_of_one_action_is_told(toolkit_folder: Path) -> None:
    """A date, a missing field, an unsafe link, a placeholder and a figure: five messages."""
    change(
        toolkit_folder,
        REC,
        "    title: Show pay and hours in each advert\n"
        "    why: People with no savings cannot guess what a job pays.\n",
        "    why: >-\n      30% of people (tbc)\n      use [this](ftp://example.org/).\n",
    )
    change(toolkit_folder, REC, "every: 24-months", "every: 2-years")
    assert told_at(toolkit_folder) == [
        (f"{REC}:67:5", "missing-field"),
        (f"{REC}:69:7", "figure-without-source"),
        (f"{REC}:69:22", "placeholder"),
        (f"{REC}:70:11", "unsafe-link"),
        (f"{REC}:82:38", "not-in-list"),
    ]


def test_a_figure_is_told_beside_a_placeholder(toolkit_folder: Path) -> None:
    """Two faults of one text are two causes."""
    change(toolkit_folder, REC, "why: People with no", "why: 40% (tbc) of people with no")
    assert told_at(toolkit_folder) == [
        (f"{REC}:69:10", "figure-without-source"),
        (f"{REC}:69:15", "placeholder"),
    ]


def test_problems_of_several_files_come_in_their_order(toolkit_folder: Path) -> None:
    """An unreadable file hides nothing elsewhere; files are told by path, places by line."""
    write(toolkit_folder, CUL, "a: [b]]\n")
    change(toolkit_folder, LAW, "  from: 1 October 2010\n", "")
    change(toolkit_folder, SOURCES, 'date: "2025-11"', "date: soon")
    change(toolkit_folder, SECTOR, "status: draft", "status: done")
    change(toolkit_folder, REC, "takes: 1-3-months", "takes: a-while")
    assert told_at(toolkit_folder) == [
        (f"{CUL}:1:7", "unreadable"),
        (f"{REC}:76:12", "unknown-reference"),
        (f"{SECTOR}:5:9", "not-in-list"),
        (f"{LAW}:1:3", "missing-field"),
        (f"{SOURCES}:19:9", "bad-date"),
    ]


def test_the_whole_is_judged_only_when_its_parts_are_sound(toolkit_folder: Path) -> None:
    """A source is not called uncited while the action that may cite it cannot be read."""
    write(toolkit_folder, REC, "a: [b]]\n")
    assert told_at(toolkit_folder) == [(f"{REC}:1:7", "unreadable")]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (SOURCES, "- id: test-act\n", "- id:\n", (f"{SOURCES}:30:3", "missing-field")),
        (SOURCES, "- id: test-act\n", "- id: [test-act]\n", (f"{SOURCES}:30:7", "wrong-type")),
        (SOURCES, "- id: test-act\n", "- id: Test-Act\n", (f"{SOURCES}:30:7", "wrong-form")),
        (SOURCES, "- id: test-act\n", "- &a id: test-act\n", (f"{SOURCES}:30:3", "anchor")),
        (REC, "- id: HOS-REC-02", "- id: HOS-REC-2", (f"{REC}:67:9", "wrong-form")),
        (REC, "- id: HOS-REC-02", "- id: !!str HOS-REC-02", (f"{REC}:67:9", "tag")),
        (SECTOR, "- id: small\n", "- id:\n", (f"{SECTOR}:16:5", "missing-field")),
        (SECTOR, "- id: small\n", "- id: Small\n", (f"{SECTOR}:16:9", "wrong-form")),
        (VOCABULARY, "  board: Board\n", "  board: *a\n", (f"{VOCABULARY}:5:10", "alias")),
        (VOCABULARY, "  board: Board\n", "  board: [a]\n", (f"{VOCABULARY}:5:10", "wrong-type")),
        (VOCABULARY, "  board: Board\n", "  Board: Board\n", (f"{VOCABULARY}:5:3", "wrong-form")),
        (VOCABULARY, "leads:\n", "leeds:\n", (f"{VOCABULARY}:2:1", "unknown-field")),
        (REC, "measures:\n", "measure:\n", (f"{REC}:1:1", "unknown-field")),
        (CUL, "actions:\n", "action:\n", (f"{CUL}:5:1", "unknown-field")),
        (SECTOR, "audiences:\n", "audience:\n", (f"{SECTOR}:8:1", "unknown-field")),
        (SECTOR, "    leads: [hr-manager, board]\n", "", (f"{SECTOR}:28:5", "missing-field")),
    ],
)
def test_a_faulty_entry_does_not_make_its_references_wrong(
    toolkit_folder: Path, path: str, old: str, new: str, expected: tuple[str, str]
) -> None:
    """While an id cannot be read, whatever cites it is given the benefit of the doubt."""
    change(toolkit_folder, path, old, new)
    assert told_at(toolkit_folder) == [expected]


def test_an_id_that_was_changed_is_told_once_where_it_was_changed(toolkit_folder: Path) -> None:
    """However many places cite it: it is the id that needs mending."""
    change(toolkit_folder, SOURCES, "- id: test-act\n", "- id: test-actt\n")
    assert told(toolkit_folder) == [
        (
            f"{SOURCES}:30:7",
            "id-changed",
            (
                'Nothing cites "test-actt", but 3 places cite "test-act", which is gone. '
                f"The first is {LAW}, line 8."
            ),
            'Write "test-act" again: an id never changes, because links and other files name it.',
        )
    ]


def test_ids_that_are_gone_are_missed_wherever_they_are_cited(toolkit_folder: Path) -> None:
    """No id is near that nothing cites, so each of the references needs mending."""
    change(toolkit_folder, SOURCES, "- id: test-act\n", "- id: something-else\n")
    assert [(place, code) for place, code, *_words in told(toolkit_folder)] == [
        (f"{LAW}:8:11", "unknown-reference"),
        (f"{LAW}:16:11", "unknown-reference"),
        (f"{LAW}:25:11", "unknown-reference"),
    ]


def test_an_id_used_twice_makes_no_reference_wrong(toolkit_folder: Path) -> None:
    """The id that the second entry should have is cited elsewhere: that is the same mistake."""
    change(toolkit_folder, REC, "  - id: HOS-REC-02\n", "  - id: HOS-REC-01\n")
    assert told_at(toolkit_folder) == [(f"{REC}:67:9", "duplicate-id")]


def test_an_id_of_another_theme_makes_no_reference_wrong(toolkit_folder: Path) -> None:
    """The id that it should be is cited elsewhere: that is the same mistake."""
    change(toolkit_folder, REC, "  - id: HOS-REC-02\n", "  - id: HOS-CUL-12\n")
    assert told_at(toolkit_folder) == [(f"{REC}:67:9", "wrong-id")]


def test_a_retired_action_that_nothing_replaces(toolkit_folder: Path) -> None:
    """Nobody is sent to look for another one."""
    change(toolkit_folder, REC, "    replaced_by: [HOS-REC-01]\n", "")
    change(toolkit_folder, CUL, "related: [HOS-CUL-01]", "related: [HOS-REC-03]")
    assert told(toolkit_folder) == [
        (
            f"{CUL}:44:15",
            "retired-reference",
            '"HOS-REC-03" is retired.',
            "Nothing replaces it: delete it from this list.",
        )
    ]
