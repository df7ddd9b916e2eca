"""What an editor may have meant by a date that is written in another way."""

from __future__ import annotations

import calendar
import datetime
import re

from generator.content.dates import MONTHS, in_words

_DAY_FIRST = re.compile(r"(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-./\s](\d{1,2})[-./\s](\d{1,2})|(\d{2})(\d{2}))(?:[T\s].*)?")
_IN_WORDS = re.compile(
    r"(?:[A-Za-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]+),?\s+(\d{4})"
)
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH = re.compile(r"([A-Za-z]+),?\s+(\d{4})|(\d{1,2})[-./](\d{4})")
_NO_DAY = re.compile(r"(\d{4})[-./](\d{1,2})")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")  # dashes that look like a hyphen
_CENTURY = 100
_LONGEST = 31
_FORM = "Write it like 2026-11-22."
_LAST_MONTH = 12
_SHORTEST = 3  # letters of a month's name that tell it from the others


def day(text: str) -> str:
    """What to write instead of a text that is no date, as a whole sentence."""
    plain = _HYPHENS.sub("-", text)
    if plain != text and _date_in(plain):
        return f"Write {_date_in(plain)}, with hyphens from the keyboard."
    if match := _DAY_FIRST.fullmatch(plain):
        first, second, year = (int(part) for part in match.groups())
        date = _date(year, second, first)
        if date and first <= _LAST_MONTH and first != second:
            return _if_you_mean(date)
        return _write(date or _date(year, first, second)) or _length(year, second, first)
    if match := _YEAR_FIRST.fullmatch(plain):
        year, month, number = (int(part) for part in match.groups() if part)
        swapped = _date(year, number, month)
        date = _date(year, month, number)
        return _if_you_mean(swapped) if swapped and not date else _write(date) or _FORM
    return _in_words(text) or _without_day(plain)


def _date_in(text: str) -> str:
    """The date that a text is, once its dashes are hyphens; nothing where it is none."""
    match = _YEAR_FIRST.fullmatch(text)
    parts = [int(part) for part in match.groups() if part] if match else []
    return str(_date(*parts) or "") if parts else ""


def _in_words(text: str) -> str:
    """A day in words; where the month is too short for it, how long that is."""
    if match := _IN_WORDS.fullmatch(text):
        number, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, number, year = match.groups()
    else:
        return ""
    date = _date(int(year), _month(month), int(number))
    return _write(date) or _length(int(year), _month(month), int(number))


def _without_day(text: str) -> str:
    """A month where a day must be."""
    if match := _NO_DAY.fullmatch(text):
        year, month = int(match[1]), int(match[2])
    elif match := _MONTH.fullmatch(text):
        year = int(match[2] or match[4])
        month = _month(match[1]) if match[1] else int(match[3])
    else:
        return _FORM
    date = _date(year, month, 1)
    return f"Add the day, as in {date}." if date else _FORM


def publication(text: str) -> str:
    """What to write instead of a text that is no year, month or day."""
    match = _MONTH.fullmatch(text)
    if match:
        month = _month(match[1]) if match[1] else int(match[3])
        if 1 <= month <= _LAST_MONTH:
            return f'Write "{match[2] or match[4]}-{month:02}".'
    sentence = day(text)
    if sentence != _FORM:
        return sentence
    return 'Write a year, year-month or year-month-day: "2023", "2023-05" or "2023-05-17".'


def is_day(text: str) -> bool:
    """Whether a text is surely meant as a day, in whatever way it is written."""
    return bool(_IN_WORDS.fullmatch(text) or _MONTH_FIRST.fullmatch(text))


def impossible(text: str) -> str:
    """Why a date in the right form is none: how long the month is, or the year."""
    year, month, *rest = (int(part) for part in text.split("-"))
    if not 1 <= month <= _LAST_MONTH:
        swapped = day(text) if rest else ""
        return swapped if swapped.startswith("If") else "The months are 01 to 12."
    if not 1 <= year <= datetime.MAXYEAR:
        return "Write the year in full, such as 2026."
    return _length(year, month, 0)


def _length(year: int, month: int, number: int) -> str:
    """How long a month is; the form of a date, where a number is no month or no day at all."""
    if not (1 <= month <= _LAST_MONTH and number <= _LONGEST):
        return _FORM
    length = calendar.monthrange(year + 2000 if year < _CENTURY else year, month)[1]
    return f"{MONTHS[month - 1]} {year} has {length} days."


def _if_you_mean(date: datetime.date) -> str:
    return f"If you mean {in_words(date)}, write {date}."


def _write(date: datetime.date | None) -> str:
    return f"Write {date}." if date else ""


def _date(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year + 2000 if year < _CENTURY else year, month, number)
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month, by its name or the beginning of it; 0 for any other word."""
    names = [own.lower().startswith(name.lower()) for own in MONTHS]
    return names.index(True) + 1 if len(name) >= _SHORTEST and any(names) else 0
