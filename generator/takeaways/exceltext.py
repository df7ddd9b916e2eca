"""Texts where Excel reads codes of its own: escapes in cells, and the running head of a page."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as the letter A
_HELD = "\ue000"  # no content can hold it
_RUNNING = 200  # Excel holds 255 characters, with the codes around the title


def held(text: str) -> str:
    """A text whose escapes are kept from the writer, which does not know that two may overlap."""
    return _ESCAPE.sub(_HELD, text)


def freed(data: bytes) -> bytes:
    """The strings of a workbook, each escape that was typed now written as Excel wants it."""
    return data.replace(_HELD.encode(), b"_x005F_")


def running(title: str) -> str:
    """A title above a page, as many of its words as fit.

    The writer takes any "&G" for a picture, and leaves out the whole head when there is none. So
    bold is turned on and off between the two signs, which shows nothing.
    """
    shown = title
    while len(coded := _coded(shown).encode("utf-16-le")) // 2 > _RUNNING:
        shown = shown.rpartition(" ")[0] or shown[:-1]
    return coded.decode("utf-16-le")


def _coded(title: str) -> str:
    doubled = title.replace("&", "&&")
    return doubled.replace("&&G", "&&&B&BG").replace("&&[", "&&&B&B[")
