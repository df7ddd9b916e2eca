"""Dates as people write them become dates as the toolkits write them, where there is no doubt."""

from __future__ import annotations

import datetime
import re

from generator.editing.brackets import each
from generator.editing.holds import DATES, VERSIONS
from generator.editing.rows import Row, Sort

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = (
    re.compile(rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}"),
    re.compile(rf"{_MONTH} {_DAY},? {_YEAR}"),
    re.compile(rf"{_YEAR}(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign){_DAY}"),
)
_MONTH_ONLY = re.compile(rf"{_MONTH} {_YEAR}")
_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})"
)
_VALUE = re.compile(r"""(?P<quote>["']?)(?P<said>[^"'#]*?)(?P=quote)(?P<rest>\s+#.*)?""")
_YEAR_END = 12


def mend(rows: list[Row]) -> list[Row]:
    """The lines with their dates written as 2027-04-01."""
    return [_mended(each(row, _dated)) for row in rows]


def _mended(row: Row) -> Row:
    if row.sort is not Sort.START or not row.name:
        return row
    value = _dated(row.field, row.value)
    return row if value == row.value else row.with_value(value)


def _dated(name: str, value: str) -> str:
    typed = _VALUE.fullmatch(value) if name in DATES | VERSIONS else None
    if typed is None:
        return value
    meant = written(typed["said"].strip(), month_will_do=name in VERSIONS)
    if meant is None:
        return value
    return f"{typed['quote']}{meant}{typed['quote']}{typed['rest'] or ''}"


def written(said: str, *, month_will_do: bool = False) -> str | None:
    """A date as the toolkits write it; none where it is none, or could be two."""
    for form in _FORMS:
        if found := form.fullmatch(said):
            month = _month(found["month"])
            return _iso(found["year"], month, int(found["day"])) if month else None
    if numbers := _NUMBERS.fullmatch(said):
        first, second = int(numbers["first"]), int(numbers["second"])
        if first != second and max(first, second) <= _YEAR_END:
            return None  # the first of April or the fourth of January
        day, month = (second, first) if second > _YEAR_END else (first, second)
        return _iso(numbers["year"], month, day)
    if (
        month_will_do
        and (found := _MONTH_ONLY.fullmatch(said))
        and (month := _month(found["month"]))
    ):
        return f"{found['year']}-{month:02}"
    return None


def _month(said: str) -> int:
    """The number of a month by its name or the beginning of it; 0 where it is none."""
    if said.isdigit():
        return int(said)
    small = said.lower()
    return next((n for n, name in enumerate(_MONTHS, start=1) if name.startswith(small)), 0)


def _iso(year: str, month: int, day: int) -> str | None:
    try:
        return datetime.date(int(year), month, day).isoformat()
    except ValueError:
        return None
