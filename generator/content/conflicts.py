"""What Git leaves in a file where two people changed the same lines: both versions, and marks."""

from __future__ import annotations

import re

from generator.content import slips
from generator.content.mending import Draft

_MARK = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)")
_OPENS, _OLDER, _DIVIDES, _CLOSES = "<|=>"


def settle(draft: Draft, most: int) -> None:
    """Tells each conflict once, up to so many; its first version stays, all else goes."""
    number, opened = 1, False
    while number <= len(draft.lines) and len(draft.problems) < most:
        sign = _sign(draft, number)
        if sign == _OPENS or (sign and not opened):
            alone = sign == _CLOSES or (sign == _DIVIDES and not _next(draft, number, _CLOSES))
            draft.tell(slips.conflict(draft.place(number, 0), alone=alone))
        if sign:
            last = _last(draft, number, sign)
            opened = sign == _OPENS or (sign == _OLDER and last < len(draft.lines))
            for gone in range(number, last + 1):
                draft.drop(gone)
            number = last
        number += 1


def _sign(draft: Draft, number: int) -> str:
    text = draft.lines[number - 1]
    return text[0] if text[:1] in {"<", "|", "=", ">"} and _MARK.match(text) else ""


def _last(draft: Draft, number: int, sign: str) -> int:
    """The last line that goes with a mark: versions below it are left out."""
    if sign == _DIVIDES:
        return _next(draft, number, _CLOSES) or number
    if sign == _OLDER:
        return max(number, _next(draft, number, _DIVIDES) - 1)
    return number


def _next(draft: Draft, number: int, wanted: str) -> int:
    """The line of the next mark, where it is of this kind; 0 where it is none or another."""
    for end in range(number + 1, len(draft.lines) + 1):
        sign = _sign(draft, end)
        if sign:
            return end if sign == wanted else 0
    return 0
