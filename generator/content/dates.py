"""Dates in words, and dates that fall due."""

from __future__ import annotations

import calendar
import datetime

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
"""The months, from January."""


def in_words(date: datetime.date) -> str:
    """A day as readers write it: 22 November 2026. No locale takes part."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def publication(date: str | None) -> str:
    """The date of a publication, which may be a year, a month or a day; "undated" without one."""
    if date is None:
        return "undated"
    parts = [int(part) for part in date.split("-")]
    return " ".join([
        *(str(part) for part in parts[2:]),
        *(MONTHS[part - 1] for part in parts[1:2] if 1 <= part <= len(MONTHS)),
        str(parts[0]),
    ])  # fmt: skip


def due(on: datetime.date, every: str) -> datetime.date:
    """The day a check falls due: `every` is a number of months such as 12-months."""
    months = on.month - 1 + int(every.split("-", maxsplit=1)[0])
    year, month = on.year + months // 12, months % 12 + 1
    return datetime.date(year, month, min(on.day, calendar.monthrange(year, month)[1]))
