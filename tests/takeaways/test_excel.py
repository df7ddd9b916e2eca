"""Workbooks are read back by openpyxl, and their markup as text."""

from __future__ import annotations

import dataclasses
import datetime
import io
import os
import re
import time
import warnings
from collections.abc import Iterable
from itertools import groupby
from typing import Any
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped] # it has no types
import pytest

from generator.content.dates import in_words
from generator.takeaways import AUTHOR, excel
from generator.takeaways.sheet import NOT_ADVICE, Sheet
from tests.takeaways.office import HOSTILE, frozen, hostile, items, real

HEAD = [
    *("Id", "Theme", "Action", "Done when", "Priority", "Lead"),
    *("Takes", "How often", "Status", "Who", "By when", "Notes"),
]


def by_sector(sheets: Iterable[Sheet]) -> dict[str, list[Sheet]]:
    """The sheets of each sector's audiences."""
    return {
        sector: [sheet for sheet in found if sheet.audience_id]
        for sector, found in groupby(sheets, key=lambda sheet: sheet.sector_id)
    }


FROZEN = by_sector(frozen())
EVERY = [*FROZEN.values(), *by_sector(real()).values()]


def read(sheets: list[Sheet]) -> Any:
    """The workbook of these sheets, as openpyxl reads it; it warns of what it leaves out."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(excel.write(sheets)))


def parts(sheets: list[Sheet]) -> dict[str, str]:
    """Every part of the workbook of these sheets, as text."""
    with ZipFile(io.BytesIO(excel.write(sheets))) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def pages(sheets: list[Sheet]) -> list[tuple[Sheet, Any]]:
    """Each sheet with the page of the workbook that shows it."""
    return list(zip(sheets, read(sheets).worksheets[1:], strict=True))


def sector(sheets: list[Sheet]) -> str:
    """How a test of a workbook is called."""
    return sheets[0].sector_id


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_every_action_is_there_in_order(sheets: list[Sheet]) -> None:
    """Each with everything the sheet says of it, ready to be filled in."""
    for sheet, page in pages(sheets):
        head, *rows = page.iter_rows(values_only=True)
        assert list(head) == HEAD
        told = [row[:8] for row in rows]
        assert told == [
            (i.id, i.theme, i.title, i.done_when, i.priority, i.lead, i.takes, i.repeats)
            for i in items(sheet)
        ]
        assert {row[8:] for row in rows} == {("Not started", None, None, None)}


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_each_page_is_one_real_table(sheets: list[Sheet]) -> None:
    """It covers every cell of the page, has a name and says to a screen reader what it is."""
    names = set()
    for sheet, page in pages(sheets):
        (table,) = page.tables.values()
        assert table.ref == page.dimensions == f"A1:L{sheet.count + 1}"
        assert table.headerRowCount == 1
        assert [column.name for column in table.tableColumns] == HEAD
        assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", table.displayName)
        names.add(table.displayName.lower())
        assert list(page.merged_cells.ranges) == []
    assert len(names) == len(sheets)
    markup = [text for name, text in parts(sheets).items() if name.startswith("xl/tables/")]
    assert len(markup) == len(sheets)
    for text in markup:
        assert re.search(r'altText="[^"]+" altTextSummary="[^"]+"', text)


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_no_formula_no_macro_no_link_outside(sheets: list[Sheet]) -> None:
    """Nothing in the file runs."""
    found = parts(sheets)
    assert not [name for name in found if "vba" in name or "macro" in name or "external" in name]
    assert "macroEnabled" not in found["[Content_Types].xml"]
    for name, text in found.items():
        if name.startswith("xl/worksheets/sheet"):
            assert "<f>" not in text
            assert "<f " not in text
            assert "mergeCell" not in text


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_status_is_a_drop_down_and_by_when_a_date(sheets: list[Sheet]) -> None:
    """For each row and for no other."""
    for sheet, page in pages(sheets):
        last = sheet.count + 1
        status, day = page.data_validations.dataValidation
        assert (status.type, str(status.sqref)) == ("list", f"I2:I{last}")
        assert status.formula1 == '"Not started,In progress,Done,Not relevant"'
        assert (day.type, day.operator) == ("date", "greaterThanOrEqual")
        assert str(day.sqref) == f"K2:K{last}"
        assert status.error
        assert day.error
        assert {page.cell(row, 11).number_format for row in range(2, last + 1)} == {"d mmmm yyyy"}


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_pages_print_as_they_should(sheets: list[Sheet]) -> None:
    """A4 across, as wide as the paper, the header on each page, and what the page is."""
    for sheet, page in pages(sheets):
        setup = page.page_setup
        assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0)
        assert page.print_title_rows == "$1:$1"
        assert page.freeze_panes == "B2"
        assert page.oddHeader.left.text.replace("&&", "&") == sheet.title
        assert page.oddHeader.right.text == NOT_ADVICE
        edition = f"Edition: {in_words(sheet.edition)}. {sheet.status}"
        assert page.oddFooter.left.text == edition
        assert page.oddFooter.right.text == "Page &P of &N"
        assert all(page.cell(2, column).alignment.wrap_text for column in range(1, 13))


def test_rows_grow_with_what_is_typed() -> None:
    """A row has room for its longest text, and no height that was chosen by hand."""
    for name, text in parts(FROZEN["hospitality"]).items():
        if name.startswith("xl/worksheets/sheet"):
            assert "customHeight" not in text
            assert re.search(r'<row r="2" [^>]*ht="\d+"', text)
    for sheet, page in pages(FROZEN["hospitality"]):
        for row, item in enumerate(items(sheet), start=2):
            assert page.row_dimensions[row].height >= 15 * (len(item.done_when) // 34)


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_the_first_sheet_says_what_this_is(sheets: list[Sheet]) -> None:
    """Edition, status, how to use it, and a way to each table; it stands apart from them."""
    book = read(sheets)
    front = book.worksheets[0]
    assert front.title == "Read me"
    assert book.active is front
    assert front.max_column == 1
    texts = [row[0] for row in front.iter_rows(values_only=True)]
    assert texts[0] == f"{sheets[0].sector} action plan"
    assert texts[1] == f"Edition: {in_words(sheets[0].edition)}. {sheets[0].status}. {NOT_ADVICE}"
    assert all(texts)
    links = [cell.hyperlink for (cell,) in front.iter_rows() if cell.hyperlink]
    inside = [link.location for link in links if link.location]
    assert inside == [f"'{page.title}'!A1" for page in book.worksheets[1:]]
    assert [link.target for link in links if link.target] == [
        s.address for s in sheets if s.address
    ]
    for sheet in sheets:
        ending = "action" if sheet.count == 1 else "actions"
        assert f"{sheet.audience}: {sheet.count} {ending}" in texts


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_properties_come_from_the_sheets(sheets: list[Sheet]) -> None:
    """Title and author; the dates are the edition's, not the day of the build."""
    about = read(sheets).properties
    made = datetime.datetime.combine(sheets[0].edition, datetime.time())
    assert about.title == f"{sheets[0].sector} action plan"
    assert about.creator == AUTHOR
    assert NOT_ADVICE in about.subject
    assert sheets[0].status in about.subject
    assert about.created == about.modified == made


def test_hostile_text_comes_out_as_typed() -> None:
    """What looks like a formula, a number, an address or an escape is text, and stays text."""
    ((_sheet, page),) = pages([hostile()])
    for row, text in enumerate(HOSTILE, start=2):
        for column in (2, 3, 4, 6, 7, 8):
            cell = page.cell(row, column)
            assert cell.data_type == "s"
            assert cell.value == text
            assert cell.hyperlink is None
    assert "<t>_x005F_x0041_ stays</t>" in parts([hostile()])["xl/sharedStrings.xml"]
    guarded = [row for row in range(2, len(HOSTILE) + 2) if page.cell(row, 3).quotePrefix]
    assert guarded == [2, 3, 4, 5]  # a cell that is only opened and closed again does not run


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Micro-enterprises"], ["Micro-enterprises"]),
        (["GP practices and primary care networks"], ["GP practices and primary care"]),
        (["Read me", "history"], ["Read me 2", "history 2"]),
        (["Same", "same", "SAME"], ["Same", "same 2", "SAME 3"]),
        (["A/B: [c] *d*?", "\\"], ["A B c d", "Sheet"]),
        (["'Quoted' firms'", "O'Neil's"], ["Quoted' firms", "O'Neil's"]),
        (["x" * 40, "x" * 41], ["x" * 31, "x" * 29 + " 2"]),
        (["🙂" * 20], ["🙂" * 15]),
        (["Thirty characters and a quote' more"], ["Thirty characters and a quote"]),
        ([""], ["Hospitality & 'friends"]),
    ],
)
def test_sheets_have_names_that_excel_allows(titles: list[str], names: list[str]) -> None:
    """At most 31 characters as Excel counts, no forbidden sign, none twice; links find them."""
    book = read([hostile(title, f"a{number}") for number, title in enumerate(titles)])
    assert book.sheetnames == ["Read me", *names]
    front = book.worksheets[0]
    inside = [cell.hyperlink.location for (cell,) in front.iter_rows() if cell.hyperlink]
    assert inside == ["'{}'!A1".format(name.replace("'", "''")) for name in names]


def test_a_long_title_still_stands_on_the_page() -> None:
    """Excel holds 255 characters there, codes included; a sign for a code is doubled."""
    sheet = dataclasses.replace(hostile(), sector="R&D " * 30, audience="S & P " * 20)
    header = re.search("<oddHeader>(.*?)</oddHeader>", parts([sheet])["xl/worksheets/sheet2.xml"])
    assert header is not None
    text = header[1].replace("&amp;", "&")
    assert text.startswith("&LR&&D R&&D")
    assert text.endswith(f"&R{NOT_ADVICE}")
    assert len(text) <= 255


@pytest.mark.parametrize("title", ["Food&Gardens", "R&G & co", "&[Picture] &G", "&G" * 60])
def test_a_title_with_the_code_of_a_picture_stands_on_the_page(title: str) -> None:
    """The writer would miss a picture, and leave out the whole head."""
    sheet = dataclasses.replace(hostile(), sector=title, audience="Firms")
    for name, text in parts([sheet]).items():
        if name.startswith("xl/worksheets/sheet"):
            header = re.search("<oddHeader>(.*?)</oddHeader>", text)
            assert header is not None, name
            shown = header[1].replace("&amp;", "&").replace("&B&B", "")
            assert shown.endswith(f"&R{NOT_ADVICE}")
            assert shown.removeprefix("&L").startswith(title.replace("&", "&&")[:60])


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_x0041_", "_x0041_x0042_", "__x0041__ _x00"])
def test_what_excel_would_read_as_a_letter_stays_as_typed(text: str) -> None:
    """Also where the end of one such code is the start of another."""
    kept = parts([dataclasses.replace(hostile(), sector=text)])["xl/sharedStrings.xml"]
    read_back = re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), kept)
    assert f"<t>{text} action plan</t>" in read_back


@pytest.mark.parametrize("sheets", [FROZEN["hospitality"], [hostile()]], ids=sector)
def test_the_same_sheets_give_the_same_bytes(
    sheets: list[Sheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another time zone, at another time, and after other files were written."""
    found = set()
    for zone, now in (("Pacific/Kiritimati", 1.7e9), ("America/Los_Angeles", 2.2e9)):
        monkeypatch.setitem(os.environ, "TZ", zone)
        monkeypatch.setattr(time, "time", lambda now=now: now)
        time.tzset()
        excel.write(FROZEN["healthcare"])
        found.add(excel.write(sheets))
    monkeypatch.undo()
    time.tzset()
    assert len(found) == 1
    with ZipFile(io.BytesIO(found.pop())) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("sheets", EVERY, ids=sector)
def test_a_workbook_is_small(sheets: list[Sheet]) -> None:
    """Fit for a phone on a slow line."""
    assert len(excel.write(sheets)) < 60_000
