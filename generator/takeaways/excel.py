"""Excel: one workbook for a sector, with a sheet to read first and a table for each audience.

No macro, formula or merged cell; every text is written as text, whatever sign it starts with.
"""

from __future__ import annotations

import datetime
import io
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter  # type: ignore[import-untyped] # typed only in part, and it says so

from generator.content import dates
from generator.takeaways import AUTHOR
from generator.takeaways.exceltext import freed, held, running
from generator.takeaways.sheet import NOT_ADVICE, Item, Sheet
from generator.takeaways.zipped import steady

STATES = ("Not started", "In progress", "Done", "Not relevant")
READ_ME = "Read me"

_A4 = 9  # as Excel numbers paper
_NAME_LENGTH = 31  # of a sheet
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RUNS = ("=", "+", "-", "@")  # what a spreadsheet would run once a cell is edited
_FIRST_DAY = datetime.date(2000, 1, 1)
_DAY = "d mmmm yyyy"

_WIDE = 90  # the one column of the first sheet
_LINE = 15  # points, at 11 point
_HEIGHTS = {"title": 30, "heading": 27, "line": 18}  # in points
_CHOSEN = re.compile(rb'(<row [^>]*?) customHeight="1"')

Format = Any  # xlsxwriter's


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table; `text` is what an item shows there, none where people type."""

    name: str
    width: int
    text: Callable[[Item], str] | None = None


COLUMNS = (
    Column("Id", 12, lambda item: item.id),
    Column("Theme", 15, lambda item: item.theme),
    Column("Action", 28, lambda item: item.title),
    Column("Done when", 34, lambda item: item.done_when),
    Column("Priority", 13, lambda item: item.priority),
    Column("Lead", 15, lambda item: item.lead),
    Column("Takes", 12, lambda item: item.takes),
    Column("How often", 12, lambda item: item.repeats),
    Column("Status", 12, lambda _item: STATES[0]),
    Column("Who", 12),
    Column("By when", 12),
    Column("Notes", 20),
)
_STATUS, _BY_WHEN = (
    next(number for number, column in enumerate(COLUMNS) if column.name == name)
    for name in ("Status", "By when")
)


def write(sheets: Sequence[Sheet]) -> bytes:
    """The workbook of one sector: its sheets, in their order."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    looks = _looks(book)
    _describe(book, sheets[0])
    front = book.add_worksheet(READ_ME)
    names = _names(sheets)
    for sheet, name in zip(sheets, names, strict=True):
        _fill(book.add_worksheet(name), sheet, looks)
    _explain(front, sheets, names, looks)
    book.close()
    return steady(made.getvalue(), _mended)


def _looks(book: Any) -> dict[str, Format]:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#808080"}
    wrapped = {"text_wrap": True, "valign": "top"}
    return {
        "text": book.add_format(cell),
        "guarded": book.add_format(cell | {"quote_prefix": True}),
        "day": book.add_format(cell | {"num_format": _DAY, "align": "left"}),
        "head": book.add_format(cell | {"bold": True, "bg_color": "#E7E6E6", "valign": "vcenter"}),
        "title": book.add_format(wrapped | {"bold": True, "font_size": 18}),
        "heading": book.add_format({"bold": True, "font_size": 14, "valign": "bottom"}),
        "line": book.add_format(wrapped | {"font_size": 12}),
        "link": book.add_format(
            wrapped | {"font_size": 12, "font_color": "#0B3D91", "underline": 1}
        ),
    }


def _describe(book: Any, sheet: Sheet) -> None:
    made = datetime.datetime.combine(sheet.edition, datetime.time(), datetime.UTC)
    book.set_properties({
        "title": _title(sheet),
        "subject": f"{_edition(sheet)} {sheet.status}. {NOT_ADVICE}",
        "author": AUTHOR,
        "created": made,
    })  # fmt: skip


def _title(sheet: Sheet) -> str:
    return f"{sheet.sector} action plan"


def _edition(sheet: Sheet) -> str:
    return f"Edition: {dates.in_words(sheet.edition)}."


def _fill(page: Any, sheet: Sheet, looks: dict[str, Format]) -> None:
    """The table of one audience, to type into and to print."""
    items = [item for section in sheet.sections for item in section.items]
    last = len(items)
    for row, item in enumerate(items, start=1):
        for number, column in enumerate(COLUMNS):
            if column.text is None:
                look = looks["day" if number == _BY_WHEN else "text"]
                page.write_blank(row, number, None, look)
            else:
                text = column.text(item)
                look = looks["guarded" if text.startswith(_RUNS) else "text"]
                page.write_string(row, number, held(text), look)
        page.set_row(row, _LINE * max(_lines(c.text(item), c.width) for c in COLUMNS if c.text))
    page.add_table(0, 0, last, len(COLUMNS) - 1, {
        "name": f"Actions_{sheet.audience_id or 'all'}".replace("-", "_"),
        "title": sheet.title,
        "description": f"{_edition(sheet)} One row for each action. In the columns Status, Who, "
                       "By when and Notes there is room for you.",
        "style": "Table Style Light 1",
        "banded_rows": False,
        "columns": [{"header": c.name, "header_format": looks["head"]} for c in COLUMNS],
    })  # fmt: skip
    page.data_validation(1, _STATUS, last, _STATUS, {
        "validate": "list",
        "source": list(STATES),
        "error_title": "Status",
        "error_message": f"Choose one of: {', '.join(STATES)}.",
    })  # fmt: skip
    page.data_validation(1, _BY_WHEN, last, _BY_WHEN, {
        "validate": "date",
        "criteria": ">=",
        "value": _FIRST_DAY,
        "error_title": "By when",
        "error_message": "Type a date, such as 31/3/2027.",
    })  # fmt: skip
    for number, column in enumerate(COLUMNS):
        page.set_column(number, number, column.width)
    page.set_row(0, 2 * _LINE)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    _print(page, sheet, sheet.title)


def _explain(page: Any, sheets: Sequence[Sheet], names: Iterable[str], looks: dict[str, Format]
             ) -> None:  # fmt: skip
    """The first sheet: what this is, of when, how to use it, and a way to each table."""
    own = sheets[0]
    lines = [
        ("title", _title(own)),
        ("line", f"{_edition(own)} {own.status}. {NOT_ADVICE}"),
        ("heading", "How to use this workbook"),
        ("line", "1. Go to the sheet for your kind of organisation. Each action is one row."),
        ("line", "2. Start with the foundational actions. They are critical to success."),
        ("line", "3. Choose a status, and write who will do it, by when, and any notes."),
        ("heading", "The sheets"),
    ]
    for row, (look, text) in enumerate(lines):
        page.write_string(row, 0, held(text), looks[look])
        page.set_row(row, _HEIGHTS[look] * _lines(text, _WIDE if look == "line" else _WIDE // 2))
    row = len(lines)
    for sheet, name in zip(sheets, names, strict=True):
        actions = f"{sheet.count} action{'s' if sheet.count != 1 else ''}"
        text = f"{sheet.audience or sheet.sector}: {actions}"
        place = "internal:'{}'!A1".format(name.replace("'", "''"))
        page.write_url(row, 0, place, looks["link"], held(text))
        row += 1
    for sheet in sheets:
        if sheet.address:
            text = f"{sheet.title}: the newest edition on the web"
            page.write_url(row, 0, sheet.address, looks["link"], held(text))
            row += 1
    page.set_column(0, 0, _WIDE)
    page.hide_gridlines(2)
    _print(page, own, _title(own))


def _print(page: Any, sheet: Sheet, title: str) -> None:
    """A4 across, all columns on one page; what this is and its edition on every page."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    page.set_header(f"&L{running(title)}&R{NOT_ADVICE}")
    page.set_footer(f"&L{_edition(sheet)} {sheet.status}&RPage &P of &N")


def _names(sheets: Iterable[Sheet]) -> list[str]:
    """A name for each sheet that Excel allows: short, with no forbidden sign, none twice."""
    taken = {READ_ME.lower(), "history"}  # Excel keeps the second for itself
    names = []
    for sheet in sheets:
        plain = " ".join(_FORBIDDEN.sub(" ", sheet.audience or sheet.sector).split()) or "Sheet"
        name, again = _name(plain, ""), 1
        while name.lower() in taken:
            again += 1
            name = _name(plain, f" {again}")
        taken.add(name.lower())
        names.append(name)
    return names


def _name(text: str, ending: str) -> str:
    return _short(text.strip("' "), _NAME_LENGTH - len(ending)).strip("' ") + ending


def _short(text: str, most: int) -> str:
    """As many whole words as fit, counted as Excel counts; a single long word is cut."""
    while len(text.encode("utf-16-le")) // 2 > most:
        text = text.rpartition(" ")[0] or text[:-1]
    return text


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, rather too many than too few."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return max(1, len(textwrap.wrap(text, width))) + -(-wide // width)


def _mended(part: str, data: bytes) -> bytes:
    """What the writer cannot say itself.

    Heights are a start: a row marked as set by hand would not grow with the notes in it.
    """
    if part == "xl/sharedStrings.xml":
        return freed(data)
    return _CHOSEN.sub(rb"\1", data) if part.startswith("xl/worksheets/") else data
