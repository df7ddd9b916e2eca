"""The printed checklist: a sheet becomes a PDF, made to PDF/UA-1 by Typst."""

from __future__ import annotations

import datetime
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import segno
import typst

from generator.content.dates import in_words
from generator.content.order import PRIORITIES
from generator.takeaways import TakeAwayError
from generator.takeaways.sheet import NOT_ADVICE, Item, Section, Sheet

_TEMPLATE = Path(__file__).parent / "templates" / "checklist.typ"
# Packages that hold nothing but fonts: the one we set in, and those for emoji and other scripts.
_FONTS = ("fontpkg_atkinson_hyperlegible", "manimgx_fonts")

_FIRST, _FURTHER = PRIORITIES.values()
_LABELS = {
    "done": "Done when:",
    "lead": "Who leads:",
    "takes": "Takes:",
    "who": "Who",
    "by": "By when",
    "notes": "Notes",
}
_HOW = {
    "title": "How to use this checklist",
    "steps": (
        "Read each “Done when” line. Tick the box only if it is true today and you can show it.",
        "Choose three actions to start with, foundational ones first.",
        "For each, write who will do it, by when, and the first step.",
    ),
}
_KEY = {
    "title": "Key to words",
    "words": (
        (_FIRST, "critical to success. Start here."),
        (_FURTHER, "takes it further, once the foundational actions are under way."),
        ("Done when", "what you can see and show once the action is complete."),
    ),
}

# An action of so many letters, however wide, fits a page even in large print; a longer one is
# measured, which takes time.
_SURELY_FITS = 350

_SIGNS = str.maketrans("\u2126\u212a\u212b", "\u03a9K\u00c5")  # the same by Unicode's own rules

_NO_SHAPE = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


class PdfError(TakeAwayError):
    """A PDF that cannot be made, because no font has a character of it or Typst refuses."""


def write(sheet: Sheet, *, large_print: bool = False) -> bytes:
    """The PDF of a sheet: the same bytes whenever and wherever it is made."""
    midnight = datetime.datetime.combine(sheet.edition, datetime.time(), datetime.UTC)
    try:
        made = _compiler().compile(
            sys_inputs={"data": _plain(json.dumps(_data(sheet, large_print), ensure_ascii=False))},
            pdf_standards=["ua-1"],
            timestamp=int(midnight.timestamp()),
        )
    except typst.TypstError as error:
        name = f"{sheet.name}{'-large-print' if large_print else ''}.pdf"
        raise PdfError(_explained(name, sheet, error.message)) from None
    return cast("bytes", made)  # a list of them only where pictures were asked for


def _plain(text: str) -> str:
    """The text with signs of measure as the letters they are: they share the letters' shapes.

    A PDF knows one meaning of a shape: with a sign for kelvin in it, every K would be read as one.
    """
    return text.translate(_SIGNS)


def started() -> bool:
    """Whether this process has run Typst, which then has threads of its own."""
    return _compiler.cache_info().currsize > 0


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=[Path(str(files(package))) for package in _FONTS],
        ignore_system_fonts=True,
    )


def _data(sheet: Sheet, large_print: bool) -> dict[str, Any]:
    """Everything that stands on the sheet, in words, for the template."""
    edition = in_words(sheet.edition)
    short = sheet.address.removeprefix("https://").rstrip("/")
    name = " · ".join(part for part in (sheet.sector, sheet.audience) if part)
    holds = f"{_number(sheet.count, 'action')} in {_number(len(sheet.sections), 'theme')}"
    whom = sheet.staff if sheet.audience else "Every kind of organisation"
    kind = "Checklist in large print" if large_print else "Checklist"
    return {
        "large": large_print,
        "document": f"{sheet.title}. {kind}, edition {edition}",
        "date": {
            "year": sheet.edition.year,
            "month": sheet.edition.month,
            "day": sheet.edition.day,
        },
        "title": sheet.title,
        "name": name,
        "running": f"{name} · Edition {edition}",
        "advice": NOT_ADVICE,
        "address": sheet.address,
        "short": short,
        "band": " · ".join(part for part in (whom, holds) if part),
        "edition": f"Edition {edition}",
        "status": sheet.status,
        "how": _HOW,
        "key": _KEY,
        "labels": _LABELS,
        "qr": _qr(sheet.address) if sheet.address else "",
        "alt": f"QR code that opens {short}",
        "sections": [_section(section, bool(sheet.audience_id)) for section in sheet.sections],
    }


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _section(section: Section, for_one: bool) -> dict[str, Any]:
    """A theme with its actions under a heading for each priority."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for item in section.items:
        groups.setdefault(_heading(item, for_one), []).append(_action(item, for_one))
    return {
        "title": section.title,
        "groups": [{"title": title, "items": items} for title, items in groups.items()],
    }


def _heading(item: Item, for_one: bool) -> str:
    """For the whole sector an action may be foundational for some: then it says for whom."""
    if for_one:
        return item.priority
    return f"{_FIRST} for some or all" if item.priority.startswith(_FIRST) else _FURTHER


def _action(item: Item, for_one: bool) -> dict[str, Any]:
    words = {
        "id": item.id,
        "title": item.title,
        "done_when": item.done_when,
        "lead": item.lead,
        "takes": item.takes,
        "priority": "" if for_one else item.priority,
    }
    return {**words, "long": sum(map(len, words.values())) > _SURELY_FITS}


def _qr(address: str) -> str:
    """The address as a QR code, drawn as SVG; the template leaves it a quiet edge."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=0)
    return drawn.getvalue().decode()


def _explained(name: str, sheet: Sheet, message: str) -> str:
    """What is wrong in words an editor can act on, where a character is what went wrong."""
    found = _NO_SHAPE.search(message)
    if found is None:
        return f"{name} cannot be made: {message}"
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), found["text"])
    code = " ".join(f"U+{ord(char):04X}" for char in text)
    places = ", ".join(_holders(sheet, text)) or "the sheet's own words"
    return (
        f"{name} cannot be made: no font of ours has the character “{text}” ({code}), "
        f"which stands in {places}. Write it in other characters."
    )


def _holders(sheet: Sheet, text: str) -> Iterator[str]:
    """Which parts of a sheet hold a text."""
    if text in sheet.title + sheet.staff:
        yield "the sector's or the audience's title or staff"
    for section in sheet.sections:
        if text in section.title:
            yield f"the title of the theme {section.id}"
        for item in section.items:
            if text in f"{item.title}{item.done_when}{item.lead}{item.takes}{item.priority}":
                yield item.id
