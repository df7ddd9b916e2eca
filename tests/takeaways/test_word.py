"""Word files are read back by python-docx, and their markup by an XML parser."""

from __future__ import annotations

import datetime
import io
import os
import time
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from generator.content.dates import in_words
from generator.takeaways import AUTHOR, word
from generator.takeaways.sheet import NOT_ADVICE, Sheet
from tests.takeaways.office import HOSTILE, frozen, hostile, items, real

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MICRO = "hospitality-micro"


def named(name: str) -> Sheet:
    """A sheet of the frozen toolkit by its file's name."""
    return next(sheet for sheet in frozen() if sheet.name == name)


def read(sheet: Sheet) -> Document:
    """The Word file of a sheet, as python-docx reads it."""
    return docx.Document(io.BytesIO(word.write(sheet)))


def part(sheet: Sheet, path: str) -> Any:
    """One part of the Word file of a sheet, as markup."""
    with ZipFile(io.BytesIO(word.write(sheet))) as file:
        return parse_xml(file.read(path))


def styled(document: Document, *styles: str) -> list[str]:
    """The text of every paragraph in these styles, in order, outside tables."""
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name in styles]


def rows(document: Document) -> Iterator[list[str]]:
    """The text of every row of every table but the header rows."""
    for table in document.tables:
        for row in table.rows[1:]:
            yield [cell.text for cell in row.cells]


@pytest.mark.parametrize("sheet", [*frozen(), *real()], ids=lambda sheet: sheet.name)
def test_every_action_is_there_in_order(sheet: Sheet) -> None:
    """Id, title, done when, lead and time of each; nothing else, nothing twice."""
    found = list(rows(read(sheet)))
    assert len(found) == sheet.count
    for item, (action, lead, takes, who, by_when, _done, notes) in zip(
        items(sheet), found, strict=True
    ):
        expected = [f"{item.id} {item.title}", f"Done when: {item.done_when}"]
        if not sheet.audience:
            expected.append(f"Priority: {item.priority}")
        assert action.split("\n") == expected
        assert (lead, takes) == (item.lead, item.takes)
        assert (who, by_when, notes) == ("", "", "")


@pytest.mark.parametrize("sheet", [*frozen(), *real()], ids=lambda sheet: sheet.name)
def test_headings_name_themes_priorities_and_words(sheet: Sheet) -> None:
    """In real heading styles, so that a reader can jump from one to the next."""
    expected = ["How to use this plan"]
    for section in sheet.sections:
        expected.append(section.title)
        if sheet.audience:
            expected += [f"{p} actions" for p in dict.fromkeys(i.priority for i in section.items)]
    if sheet.words:
        expected += ["Words to copy", *(words.title for words in sheet.words)]
    assert styled(read(sheet), "Heading 1", "Heading 2") == expected


def test_the_opening_says_what_this_is() -> None:
    """Title, audience, edition, status, address and the three lines of help."""
    sheet = named(MICRO)
    document = read(sheet)
    assert styled(document, "Title") == ["Hospitality action plan: micro-enterprises"]
    text = "\n".join(styled(document, "Normal"))
    for words in (sheet.staff, in_words(sheet.edition), sheet.status, NOT_ADVICE, sheet.address):
        assert words in text
    assert len(styled(document, "List Number")) == 3
    links = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert links == [sheet.address]


def test_without_an_address_there_is_no_link() -> None:
    """Nothing is invented."""
    document = read(hostile())
    assert [link for paragraph in document.paragraphs for link in paragraph.hyperlinks] == []
    assert "newest edition" not in "\n".join(styled(document, "Normal"))


def test_the_whole_sector_says_whom_a_priority_is_for() -> None:
    """Without an audience chosen, a priority belongs to each action."""
    document = read(named("hospitality"))
    assert styled(document, "Title") == ["Hospitality action plan: all organisations"]
    assert "Priority: " in next(rows(document))[0]


def test_every_page_says_edition_status_and_number() -> None:
    """In the header and the footer, for the pages of the annex too."""
    sheet = named(MICRO)
    document = read(sheet)
    plan, annex = document.sections
    above, below = plan.header.paragraphs, plan.footer.paragraphs
    title = "Hospitality action plan: micro-enterprises"
    assert [p.text for p in above] == [f"{title}. Edition: {in_words(sheet.edition)}."]
    assert len(below) == 1
    assert below[0].text.startswith(f"{sheet.status}. {NOT_ADVICE} Page ")
    fields = [e.get(qn("w:instr")) for e in part(sheet, "word/footer1.xml").iter(qn("w:fldSimple"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    assert annex.header.is_linked_to_previous
    assert annex.footer.is_linked_to_previous


def test_pages_are_a4() -> None:
    """The plan across, for its columns; the words to copy upright."""
    sizes = [
        (s.orientation, round(s.page_width.mm), round(s.page_height.mm))
        for s in read(named(MICRO)).sections
        if s.page_width and s.page_height
    ]
    assert sizes == [(WD_ORIENT.LANDSCAPE, 297, 210), (WD_ORIENT.PORTRAIT, 210, 297)]


def test_properties_come_from_the_sheet() -> None:
    """Title, subject and language; the dates are the edition's, not the day of the build."""
    sheet = named(MICRO)
    about = read(sheet).core_properties
    made = datetime.datetime.combine(sheet.edition, datetime.time(), datetime.UTC)
    assert about.title == "Hospitality action plan: micro-enterprises"
    assert sheet.status in about.subject
    assert NOT_ADVICE in about.subject
    assert about.language == "en-GB"
    assert about.author == about.last_modified_by == AUTHOR
    assert about.created == about.modified == made
    assert about.comments == ""


def test_the_language_is_british_english() -> None:
    """In the styles, so that a screen reader takes the right voice."""
    styles = part(named(MICRO), "word/styles.xml")
    found = [e.attrib for e in styles.iter(qn("w:lang"))]
    assert [(e[qn("w:val")], e[qn("w:eastAsia")]) for e in found] == [("en-GB", "en-GB")]
    settings = part(named(MICRO), "word/settings.xml")
    assert [e.get(qn("w:val")) for e in settings.iter(qn("w:themeFontLang"))] == ["en-GB"]


def test_every_style_that_is_used_exists() -> None:
    """A style that is not there would silently be Normal."""
    sheet = named(MICRO)
    styles = {e.get(qn("w:styleId")) for e in part(sheet, "word/styles.xml").iter(qn("w:style"))}
    used = {
        element.get(qn("w:val"))
        for path in ("word/document.xml", "word/header1.xml", "word/footer1.xml")
        for kind in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for element in part(sheet, path).iter(qn(kind))
    }
    assert used <= styles
    assert {"Title", "Heading1", "Heading2", "ListNumber", "TableGrid", "Hyperlink"} <= used


@pytest.mark.parametrize("sheet", frozen(), ids=lambda sheet: sheet.name)
def test_tables_can_be_read_aloud(sheet: Sheet) -> None:
    """A header row that is repeated, no split or merged cell, a title and a description."""
    tables = list(part(sheet, "word/document.xml").iter(qn("w:tbl")))
    captions = []
    for table in tables:
        every = list(table.iter(qn("w:tr")))
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in every] == [
            True,
            *(False for _ in every[1:]),
        ]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in every)
        look = table.find(f".//{qn('w:tblLook')}")
        assert look is not None
        assert look.get(qn("w:firstRow")) == "1"
        captions += [e.get(qn("w:val")) for e in table.iter(qn("w:tblCaption"))]
        assert next(table.iter(qn("w:tblDescription"))).get(qn("w:val"))
        assert not [*table.iter(qn("w:gridSpan")), *table.iter(qn("w:vMerge"))]
    assert len(captions) == len(set(captions)) == len(tables)
    for shown in read(sheet).tables:
        head = [cell.text for cell in shown.rows[0].cells]
        assert head == ["Action", "Lead", "Takes", "Who", "By when", "Done", "Notes"]


@pytest.mark.parametrize("sheet", frozen(), ids=lambda sheet: sheet.name)
def test_every_action_has_a_box_to_tick_with_a_name(sheet: Sheet) -> None:
    """A real control, empty, that a screen reader can name; Word holds names of 64 characters."""
    controls = list(part(sheet, "word/document.xml").iter(qn("w:sdt")))
    boxes = {}
    for control in controls:
        alias = control.find(f".//{qn('w:alias')}")
        assert alias is not None
        name = alias.get(qn("w:val"), "")
        assert 0 < len(name) <= 64
        if (checked := control.find(f".//{W14}checkbox/{W14}checked")) is not None:
            boxes[name] = checked.get(f"{W14}val"), "".join(t.text for t in control.iter(qn("w:t")))
    assert boxes == {f"{item.id} done": ("0", "☐") for item in items(sheet)}
    assert len(controls) == sheet.count + 3  # organisation, who wrote it, when to look again


@pytest.mark.parametrize("sheet", [*frozen(), *real()], ids=lambda sheet: sheet.name)
def test_words_to_copy_keep_their_lines(sheet: Sheet) -> None:
    """Each is announced, and stands with the line breaks that its author typed."""
    document = read(sheet)
    assert styled(document, "Normal").count("") == 0
    found: list[list[str]] = []
    for paragraph in document.paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        if style == "Heading 2":
            found.append([])
        elif style == "Words to copy":
            found[-1].append(paragraph.text)
    copied = ["\n\n".join(parts) for parts in found if parts]
    assert copied == [words.text.strip("\n") for words in sheet.words]
    told = [text for text in styled(document, "Normal") if word.CHECK_FIRST in text]
    assert told == [f"For {words.action}. {word.CHECK_FIRST}" for words in sheet.words]


def test_hostile_text_comes_out_as_typed() -> None:
    """In titles, cells, headings and words to copy; nothing is taken for markup."""
    document = read(hostile())
    found = list(rows(document))
    for text, (action, lead, takes, *_rest) in zip(HOSTILE, found, strict=True):
        assert action.split("\n")[0].endswith(f" {text}")
        assert action.split("\n")[1] == f"Done when: {text}"
        assert (lead, takes) == (text, text)
    assert styled(document, "Heading 2")[1:] == list(HOSTILE)
    copied = styled(document, "Words to copy")
    assert copied == [part for text in HOSTILE for part in (text, f"\n  {text}\n{text}")]
    assert styled(document, "Title") == ["Hospitality & 'friends' action plan: firms <& co>"]


def test_nothing_is_left_of_the_library() -> None:
    """No macro, picture, second style sheet or name of a tool; Word opens it in its own mode."""
    data = word.write(named(MICRO))
    with ZipFile(io.BytesIO(data)) as file:
        assert not [n for n in file.namelist() if any(w in n for w in ("vba", "thumb", "Effects"))]
        assert not [n for n in file.namelist() if b"python-docx" in file.read(n)]
        types = file.read("[Content_Types].xml")
    assert b"macroEnabled" not in types
    modes = [
        e.get(qn("w:val"))
        for e in part(named(MICRO), "word/settings.xml").iter(qn("w:compatSetting"))
        if e.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]


@pytest.mark.parametrize("sheet", [named(MICRO), hostile()], ids=lambda sheet: sheet.name)
def test_the_same_sheet_gives_the_same_bytes(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another time zone, at another time, and after other files were written."""
    found = set()
    for zone, now in (("Pacific/Kiritimati", 1.7e9), ("America/Los_Angeles", 2.2e9)):
        monkeypatch.setitem(os.environ, "TZ", zone)
        monkeypatch.setattr(time, "time", lambda now=now: now)
        time.tzset()
        word._blank.cache_clear()
        word.write(named("healthcare"))
        found.add(word.write(sheet))
    monkeypatch.undo()
    time.tzset()
    assert len(found) == 1
    with ZipFile(io.BytesIO(found.pop())) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_two_sheets_differ() -> None:
    """What is kept between two files is empty paper only."""
    assert word.write(named(MICRO)) != word.write(named("hospitality-small"))


@pytest.mark.parametrize("sheet", real(), ids=lambda sheet: sheet.name)
def test_a_file_is_small(sheet: Sheet) -> None:
    """Fit for a phone on a slow line."""
    assert len(word.write(sheet)) < 40_000
