"""Text that needs quotes gets them, and curly quotes in the place of straight ones are mended.

Only where the field can hold nothing but text, and where there is one thing that was meant.
"""

from __future__ import annotations

import re

from generator.editing.holds import TEXT, TEXTS
from generator.editing.rows import BLOCK, Row, Sort, closing, whole

_CURLY = re.compile(
    r"[“„](?P<double>[^“”„\"]*)[”“\"]|\"(?P<mixed>[^“”„\"]*)”|‘(?P<single>[^‘\"]*)’"
)
_HASH = re.compile(r"(?:^| )#")
_REMARK = re.compile(r"(?:^| )#(?:\s|$)")
_COLON = re.compile(r":(?: |$)")
_SIGNS = "*&!%@`|>,]}#"
_LONE = re.compile(r"[-?:](?: |$)")


def quoted(text: str) -> str:
    """A text in quotes, in those that leave more of it as it is."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def mend(rows: list[Row]) -> list[Row]:
    """The lines with quotes where they are needed."""
    mended: list[Row] = []
    number = 0
    while number < len(rows):
        end = number + 1
        while end < len(rows) and rows[end].sort is Sort.MORE:
            end += 1
        mended += _value(rows[number:end])
        number = end
    return mended


def holds_text(row: Row) -> bool:
    """Whether the value of a line can be nothing but a text."""
    if row.sort is not Sort.START or not row.value:
        return False
    return row.field in (TEXT if row.name else TEXTS)


def _value(own: list[Row]) -> list[Row]:
    first = own[0]
    if len(own) == 1:
        meant = curly(first.value) if first.sort is Sort.START else None
        if meant is None and holds_text(first):
            meant = _meant(first.value)
        return own if meant is None else [first.with_value(quoted(meant))]
    if holds_text(first) and first.value[0] not in "\"'[{":
        return _lines(own)
    return own


def curly(value: str) -> str | None:
    """The text between curly quotes, where a value starts and ends with them."""
    match = _CURLY.fullmatch(value)
    if not match:
        return None
    return next(text for text in match.groups() if text is not None)


def _meant(value: str) -> str | None:
    """The text that was meant, where it needs quotes and is certain; none otherwise."""
    if BLOCK.fullmatch(value):
        return None
    if value[0] in "\"'":
        return _within(value)
    if value[0] in "[{":
        end = closing(value)
        return (
            value
            if end is not None and whole(value) is None and not _REMARK.search(value)
            else None
        )
    return value if needs_quotes(value) else None


def needs_quotes(value: str) -> bool:
    """Whether a text without quotes would be lost, cut off or misread; never where in doubt."""
    if _REMARK.search(value):
        return False  # it may be a remark
    starts = value[0] in _SIGNS or _LONE.match(value)
    return bool(starts or _COLON.search(value) or _HASH.search(value))


def _within(value: str) -> str | None:
    """What a value means whose first quote is closed too early."""
    end = closing(value)
    if end is None or whole(value) is not None or _REMARK.search(value):
        return None
    sign, after = value[0], value[end : end + 1]
    if value.endswith(sign) and len(value) > end + 1 and after.isalnum():
        inner = value[1:-1]
        return inner if "\\" not in inner else None  # 'Don't wait', "Say "yes" first"
    if after.isalnum():
        return None
    return value  # "Speak up" posters


def _lines(own: list[Row]) -> list[Row]:
    """A text over several lines: quotes around all of them."""
    texts = [own[0].value, *(row.text.strip() for row in own[1:])]
    if not any(_COLON.search(text) for text in texts) and texts[0][0] not in _SIGNS:
        return own
    if any(_HASH.search(text) or "\\" in text for text in texts) or _like_fields(own[1:]):
        return own
    sign = next((sign for sign in "\"'" if not any(sign in text for text in texts)), None)
    if sign is None:
        return own
    last = own[-1]
    first = own[0].with_value(sign + own[0].value)
    return [first, *own[1:-1], Row(last.sort, last.text.rstrip() + sign, last.indent)]


def _like_fields(more: list[Row]) -> bool:
    """Whether a line seems to be a field or an item that stands in the wrong column."""
    return any(re.match(r"(?:- |[a-z_]+:(?: |$))", row.text.strip()) for row in more)
