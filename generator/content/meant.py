"""What an editor may have meant by a date that is written in another way."""

from __future__ import annotations

import calendar
import datetime
import re

from generator.content.dates import MONTHS, in_words

_DAY_FIRST = re.compile(r"(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-./\s]?(\d{1,2})[-./\s]?(\d{1,2})(?:[T\s].*)?")
_IN_WORDS = re.compile(
    r"(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]+),?\s+(\d{4})"
)
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH = re.compile(r"([A-Za-z]+),?\s+(\d{4})|(\d{1,2})[-./](\d{4})")
_CENTURY = 100
_LAST_MONTH = 12
_SHORTEST = 3  # letters of a month's name that tell it from the others


def day(text: str) -> str:
    """What to write instead of a text that is no date, as a whole sentence."""
    if match := _DAY_FIRST.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        date = _date(year, second, first)
        if date and first <= _LAST_MONTH and first != second:
            return _if_you_mean(date)
        return _write(date or _date(year, first, second))
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, number = (int(part) for part in match.groups())
        swapped = _date(year, number, month)
        date = _date(year, month, number)
        return _if_you_mean(swapped) if swapped and not date else _write(date)
    if match := _IN_WORDS.fullmatch(text):
        return _write(_date(int(match[3]), _month(match[2]), int(match[1])))
    match = _MONTH_FIRST.fullmatch(text)
    return _write(_date(int(match[3]), _month(match[1]), int(match[2])) if match else None)


def publication(text: str) -> str:
    """What to write instead of a text that is no year, month or day."""
    match = _MONTH.fullmatch(text)
    if match:
        month = _month(match[1]) if match[1] else int(match[3])
        if 1 <= month <= _LAST_MONTH:
            return f'Write "{match[2] or match[4]}-{month:02}".'
    sentence = day(text)
    if sentence != _write(None):
        return sentence
    return 'Write a year, year-month or year-month-day: "2023", "2023-05" or "2023-05-17".'


def impossible(text: str) -> str:
    """Why a date in the right form is none: how long the month is, or the year."""
    year, month, *rest = (int(part) for part in text.split("-"))
    if not 1 <= month <= _LAST_MONTH:
        swapped = day(text) if rest else ""
        return swapped if swapped.startswith("If") else "The months are 01 to 12."
    if not 1 <= year <= datetime.MAXYEAR:
        return "Write the year in full, such as 2026."
    length = calendar.monthrange(year, month)[1]
    return f"{MONTHS[month - 1]} {year} has {length} days."


def _if_you_mean(date: datetime.date) -> str:
    return f"If you mean {in_words(date)}, write {date}."


def _write(date: datetime.date | None) -> str:
    return f"Write {date}." if date else "Write it like 2026-11-22."


def _date(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year + 2000 if year < _CENTURY else year, month, number)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month, by its name or the beginning of it; 0 for any other word."""
    names = [own.lower().startswith(name.lower()) for own in MONTHS]
    return names.index(True) + 1 if len(name) >= _SHORTEST and any(names) else 0
