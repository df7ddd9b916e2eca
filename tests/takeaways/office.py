"""Sheets that the tests of the take-aways share: of the frozen toolkit, the real one, and worse."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from generator.content.load import load
from generator.takeaways.sheet import Item, Section, Sheet, Words, sheets
from tests.frozen import FROZEN

ROOT = Path(__file__).parents[2]
SITE = "https://toolkits.example.org"

# Each of these must come out as typed, wherever a text stands.
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "+44 20 7946 0000",
    "-1",
    "don't & <b>won't</b> \"quote\" &amp; ]]>",
    "#1 costs $5, {{ braces }} & 100% \\n `code`",
    "_x0041_ stays",
    "🙂 👩🏽‍🍳 and 雇用",
    "شكرا ועברית in the middle",
    "https://example.org/?a=1&b=2",
    "0123 and 1e5",
    " spaces  inside ",
    "{=1+1}",
    "'quoted first",
)


@cache
def frozen() -> tuple[Sheet, ...]:
    """Every sheet of the frozen toolkit, with addresses."""
    return _sheets(FROZEN, SITE)


@cache
def real() -> tuple[Sheet, ...]:
    """Every sheet of the real toolkits, without an address, as today."""
    return _sheets(ROOT, "")


def _sheets(folder: Path, site_url: str) -> tuple[Sheet, ...]:
    toolkit = load(folder).toolkit
    assert toolkit is not None
    return sheets(toolkit, site_url)


def hostile(audience: str = "Firms <& co>", audience_id: str = "firms") -> Sheet:
    """A sheet with an action for each hostile text, which stands in its every field."""
    items = tuple(
        Item(
            id=f"HOS-REC-{number:02}",
            title=text,
            theme=text,
            priority="Foundational",
            lead=text,
            takes=text,
            repeats=text,
            done_when=text,
            steps=(text,),
        )
        for number, text in enumerate(HOSTILE, start=1)
    )
    return Sheet(
        sector_id="hospitality",
        sector="Hospitality & 'friends'",
        audience_id=audience_id,
        audience=audience,
        staff="Fewer than <10> people",
        status="Draft: awaiting & review",
        edition=datetime.date(2026, 3, 1),
        address="",
        sections=(Section("recruitment", "Recruitment & <fair> choice", items),),
        words=tuple(Words("HOS-REC-01", text, f"{text}\n\n\n  {text}\n{text}") for text in HOSTILE),
    )


def items(sheet: Sheet) -> list[Item]:
    """Every action of a sheet, in order."""
    return [item for section in sheet.sections for item in section.items]
