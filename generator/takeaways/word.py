"""Word: an action plan to fill in, with the words to copy behind it.

What it says and in which order stands here; how Word writes it, in wordml.py; how it looks, in
templates/word-styles.xml.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section as Pages
from docx.shared import Mm

from generator.content import dates
from generator.content.titles import lower_first
from generator.takeaways import AUTHOR
from generator.takeaways.sheet import NOT_ADVICE, Item, Section, Sheet, Words
from generator.takeaways.wordml import field, link, paragraph, run, table, text_box, tick_box
from generator.takeaways.zipped import steady

LANGUAGE = "en-GB"
CHECK_FIRST = "Have this checked before you use it."

_A4 = (210, 297)
_MARGIN = 15
_BELOW_A_TABLE = Mm(4)
_COLUMNS = {  # in millimetres: with both margins the long side of A4
    "Action": 96,
    "Lead": 36,
    "Takes": 28,
    "Who": 28,
    "By when": 24,
    "Done": 17,
    "Notes": 38,
}
_DESCRIPTION = (
    "One row for each action: what to do and when it is done, the role that leads, how long it "
    "takes, and room for who, by when, a tick box and notes."
)
_TO_FILL_IN = ("Organisation", "Plan written by", "Day we look at it again")
_UNWANTED = ("/stylesWithEffects", "/customXml", "/thumbnail")  # of python-docx's own template
_COMPATIBILITY = "15"  # Word 2013 and later: no "Compatibility Mode", and tick boxes that work


def write(sheet: Sheet) -> bytes:
    """The action plan of a sheet as a Word file."""
    document = docx.Document(io.BytesIO(_blank()))
    _describe(document, sheet)
    _run_on_every_page(document.sections[0], sheet)
    _append(document, "".join((*_opening(document, sheet), *_plan(sheet))))
    if sheet.words:
        closing = f"{_count(sheet)} The words to copy follow on the next page."
        document.add_section(WD_SECTION.NEW_PAGE)
        document.paragraphs[-1].add_run(closing)
        document.paragraphs[-1].paragraph_format.space_before = _BELOW_A_TABLE
        _turn(document.sections[-1], WD_ORIENT.PORTRAIT)
        _append(document, "".join(_annex(sheet.words)))
    else:
        _append(document, paragraph(run(_count(sheet))))
    return steady(_saved(document))


@cache
def _blank() -> bytes:
    """An empty document: A4, our styles, and nothing left of what python-docx's own brings."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for key, found in list(part.rels.items()):
            if found.reltype.endswith(_UNWANTED):
                del part.rels[key]
    styles = document.styles.element
    for style in list(styles):
        styles.remove(style)
    text = files("generator.takeaways").joinpath("templates/word-styles.xml").read_bytes()
    styles.extend(list(parse_xml(text)))
    settings = document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").set(qn("w:val"), _COMPATIBILITY)
    _turn(document.sections[0], WD_ORIENT.LANDSCAPE)
    return _saved(document)


def _saved(document: Document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _turn(pages: Pages, orientation: WD_ORIENT) -> None:
    short, long = (Mm(side) for side in _A4)
    upright = orientation == WD_ORIENT.PORTRAIT
    pages.orientation = orientation
    pages.page_width, pages.page_height = (short, long) if upright else (long, short)
    pages.left_margin = pages.right_margin = Mm(_MARGIN)
    pages.top_margin = pages.bottom_margin = Mm(20)
    pages.header_distance = pages.footer_distance = Mm(10)


def _describe(document: Document, sheet: Sheet) -> None:
    made = datetime.datetime.combine(sheet.edition, datetime.time(), datetime.UTC)
    about = document.core_properties
    about.title = _title(sheet)
    about.subject = f"{_edition(sheet)} {sheet.status}. {NOT_ADVICE}"
    about.author = about.last_modified_by = AUTHOR
    about.language = LANGUAGE
    about.comments = ""
    about.created = about.modified = made


def _title(sheet: Sheet) -> str:
    return f"{sheet.sector} action plan: {lower_first(sheet.audience) or 'all organisations'}"


def _edition(sheet: Sheet) -> str:
    return f"Edition: {dates.in_words(sheet.edition)}."


def _count(sheet: Sheet) -> str:
    return f"This plan holds {sheet.count} action{'s' if sheet.count != 1 else ''}."


def _run_on_every_page(pages: Pages, sheet: Sheet) -> None:
    """The header and the footer, for the annex too: its section inherits them."""
    pages.header.is_linked_to_previous = pages.footer.is_linked_to_previous = False
    above = paragraph(run(f"{_title(sheet)}. {_edition(sheet)}"), "Header")
    below = paragraph(
        run(f"{sheet.status}. {NOT_ADVICE} Page "),
        field("PAGE"),
        run(" of "),
        field("NUMPAGES"),
        style="Footer",
    )
    for element, text in (
        (pages.header.part.element, above),
        (pages.footer.part.element, below),
    ):
        for empty in list(element):
            element.remove(empty)
        element.extend(_parsed(text))


def _opening(document: Document, sheet: Sheet) -> Iterable[str]:
    """What stands before the first theme: what this is, of when, and how to use it."""
    yield paragraph(run(_title(sheet)), style="Title")
    if sheet.audience:
        yield paragraph(run(f"Kind of organisation: {sheet.audience}. {sheet.staff}."))
    yield paragraph(run(f"{_edition(sheet)} {sheet.status}. "), run(NOT_ADVICE, "Strong"))
    if sheet.address:
        key = document.part.relate_to(sheet.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        yield paragraph(run("The newest edition: "), link(key, sheet.address))
    for name in _TO_FILL_IN:
        yield paragraph(run(f"{name}: "), text_box(name))
    yield paragraph(run("How to use this plan"), style="Heading1")
    mine = "" if sheet.audience else " for your kind of organisation"
    for step in (
        f"Start with the foundational actions{mine}. They are critical to success.",
        "For each action you choose, write who will do it and by when.",
        "Tick the box when the words after “Done when” are true.",
    ):
        yield paragraph(run(step), style="ListNumber")


def _plan(sheet: Sheet) -> Iterable[str]:
    """Each theme: a table for each priority, or one for all where the priority goes by audience."""
    for section in sheet.sections:
        yield paragraph(run(section.title), style="Heading1")
        if not sheet.audience:
            yield _table(section, "All actions", section.items, named=True)
            continue
        for priority, found in groupby(section.items, key=lambda item: item.priority):
            title = f"{priority} actions"
            yield paragraph(run(title), style="Heading2")
            yield _table(section, title, found, named=False)


def _table(section: Section, title: str, items: Iterable[Item], *, named: bool) -> str:
    rows = (_cells(item, named=named) for item in items)
    return table(f"{section.title}: {title}", _DESCRIPTION, _COLUMNS, rows)


def _cells(item: Item, *, named: bool) -> Iterable[str]:
    def text(*runs: str) -> str:
        return paragraph(*runs, style="TableText")

    action = text(run(f"{item.id} {item.title}", "Strong"))
    action += text(run(f"Done when: {item.done_when}"))
    yield action + text(run(f"Priority: {item.priority}")) if named else action
    yield from (text(run(item.lead)), text(run(item.takes)), text(), text())
    yield paragraph(tick_box(f"{item.id} done"), style="TickBox")
    yield text()


def _annex(words: Iterable[Words]) -> Iterable[str]:
    """The words to copy; an empty line parts paragraphs, every other line break stays one."""
    yield paragraph(run("Words to copy"), style="Heading1")
    for own in words:
        yield paragraph(run(own.title), style="Heading2")
        yield paragraph(run(f"For {own.action}. "), run(CHECK_FIRST, "Strong"))
        for part in own.text.strip("\n").split("\n\n"):
            yield paragraph(run(part), style="WordsToCopy")


def _parsed(text: str) -> list[BaseOxmlElement]:
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    return list(parse_xml(f"<w:body {nsdecls('w', 'r')} {w14}>{text}</w:body>"))


def _append(document: Document, text: str) -> None:
    """Adds to the end of the document, before the settings of its last pages."""
    body = document.element.body
    for element in _parsed(text):
        body[-1].addprevious(element)
