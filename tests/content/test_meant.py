"""A date written in another way is met with what it may have meant."""

from __future__ import annotations

import pytest

from generator.content import meant

FORM = "Write it like 2026-11-22."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1/4/2027", "If you mean 1 April 2027, write 2027-04-01."),
        ("01.04.2027", "If you mean 1 April 2027, write 2027-04-01."),
        ("1-4-27", "If you mean 1 April 2027, write 2027-04-01."),
        ("4/4/2027", "Write 2027-04-04."),
        ("22/11/2026", "Write 2026-11-22."),
        ("11/22/2026", "Write 2026-11-22."),
        ("2026/11/22", "Write 2026-11-22."),
        ("2026-9-3", "Write 2026-09-03."),
        ("20261122", "Write 2026-11-22."),
        ("2026-11-22T10:30:00Z", "Write 2026-11-22."),
        ("2026-22-11", "If you mean 22 November 2026, write 2026-11-22."),
        ("22 November 2026", "Write 2026-11-22."),
        ("Sunday 22nd Nov 2026", "Write 2026-11-22."),
        ("the 22nd", FORM),
        ("November 22, 2026", "Write 2026-11-22."),
        ("31/02/2026", "February 2026 has 28 days."),
        ("31 February 2027", "February 2027 has 28 days."),
        ("April 31, 2027", "April 2027 has 30 days."),
        ("2026\u201311\u201322", "Write 2026-11-22, with hyphens from the keyboard."),
        ("2026\u201111\u201122", "Write 2026-11-22, with hyphens from the keyboard."),
        ("2026-11", "Add the day, as in 2026-11-01."),
        ("11/2026", "Add the day, as in 2026-11-01."),
        ("2026-13", FORM),
        ("2026", FORM),
        ("22 Brumaire 2026", FORM),
        ("40/40/2026", FORM),
        ("November 2026", "Add the day, as in 2026-11-01."),
        ("today", FORM),
    ],
)
def test_a_day(typed: str, expected: str) -> None:
    """The day first, as in Britain; where both orders make a day, the sentence says which."""
    assert meant.day(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("May 2024", 'Write "2024-05".'),
        ("05/2024", 'Write "2024-05".'),
        ("17/05/2024", "Write 2024-05-17."),
        (
            "Spring 2024",
            'Write a year, year-month or year-month-day: "2023", "2023-05" or "2023-05-17".',
        ),
        (
            "13/2024",
            'Write a year, year-month or year-month-day: "2023", "2023-05" or "2023-05-17".',
        ),
    ],
)
def test_a_publication(typed: str, expected: str) -> None:
    """A year, a month or a day."""
    assert meant.publication(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-02-30", "February 2026 has 28 days."),
        ("2028-02-30", "February 2028 has 29 days."),
        ("2026-06-31", "June 2026 has 30 days."),
        ("2026-13-01", "If you mean 13 January 2026, write 2026-01-13."),
        ("2026-13-40", "The months are 01 to 12."),
        ("2025-13", "The months are 01 to 12."),
        ("0000-01-01", "Write the year in full, such as 2026."),
    ],
)
def test_an_impossible_day(typed: str, expected: str) -> None:
    """Why there is no such day."""
    assert meant.impossible(typed) == expected
