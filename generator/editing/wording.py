"""The words that differ between two texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_CONTEXT = 5  # unchanged words kept beside a change
_GLUE = 1  # so few unchanged words between two changes read better as changed
_ALIKE = 0.35  # below this, two texts share words by chance


class Mark(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words and what became of it."""

    mark: Mark
    text: str


Pieces = tuple[Piece, ...]


def gone(text: str) -> Pieces:
    """A text that is no longer there."""
    return (Piece(Mark.GONE, text),)


def new(text: str) -> Pieces:
    """A text that was not there before."""
    return (Piece(Mark.NEW, text),)


def alike(old: str, new_: str) -> float:
    """How much of two texts is the same, from 0 to 1, by their words."""
    return SequenceMatcher(None, old.split(), new_.split(), autojunk=False).ratio()


def changed(old: str, new_: str) -> Pieces:
    """The words that differ, each run with a few words on both sides of it."""
    before, after = old.split(), new_.split()
    if before == after:
        return (Piece(Mark.SAME, "only the spaces or the line breaks differ"),)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (*gone(" ".join(before)), *new(" ".join(after)))
    return tuple(_shortened(list(_pieces(matcher, before, after))))


def _pieces(
    matcher: SequenceMatcher[str], before: list[str], after: list[str]
) -> Iterator[tuple[Mark, list[str]]]:
    """Runs in reading order; a lone word that stayed between two changes goes with them."""
    old: list[str] = []
    new_: list[str] = []
    codes = matcher.get_opcodes()
    for number, (what, start, end, start_new, end_new) in enumerate(codes):
        inner = 0 < number < len(codes) - 1
        if what == "equal" and not (inner and end - start <= _GLUE):
            yield from _told(old, new_)
            old, new_ = [], []
            yield Mark.SAME, before[start:end]
        else:
            old += before[start:end]
            new_ += after[start_new:end_new]
    yield from _told(old, new_)


def _told(old: list[str], new_: list[str]) -> Iterator[tuple[Mark, list[str]]]:
    if old:
        yield Mark.GONE, old
    if new_:
        yield Mark.NEW, new_


def _shortened(runs: list[tuple[Mark, list[str]]]) -> Iterator[Piece]:
    """Unchanged words far from any change become an ellipsis."""
    for number, (mark, words) in enumerate(runs):
        first, last = number == 0, number == len(runs) - 1
        kept = words
        if mark is Mark.SAME and len(words) > (1 if first or last else 2) * _CONTEXT + 1:
            start = [] if first else words[:_CONTEXT]
            end = [] if last else words[-_CONTEXT:]
            kept = [*start, "…", *end]
        yield Piece(mark, " ".join(kept))


@dataclass(frozen=True, slots=True)
class Aligned:
    """One text of a list in two states: its number in the newer, in the older where it is gone."""

    number: int
    pieces: Pieces


def aligned(old: Iterable[str], new_: Iterable[str]) -> Iterator[Aligned]:
    """The texts of a list that changed, came or went; reworded ones are told as one."""
    before, after = list(old), list(new_)
    if before != after and sorted(before) == sorted(after):
        for number, text in enumerate(after, 1):
            if before[number - 1] != text:
                yield Aligned(number, (Piece(Mark.NEW, "moved here:"), Piece(Mark.SAME, text)))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, start_new, end_new in matcher.get_opcodes():
        if what != "equal":
            yield from _reworded(before[start:end], after[start_new:end_new], start, start_new)


def _reworded(old: list[str], new_: list[str], start: int, start_new: int) -> Iterator[Aligned]:
    left = dict(enumerate(old))
    for number, text in enumerate(new_):
        best = max(left, key=lambda n: alike(left[n], text), default=None)
        if best is not None and alike(left[best], text) >= _ALIKE:
            yield Aligned(start_new + number + 1, changed(left.pop(best), text))
        else:
            yield Aligned(start_new + number + 1, new(text))
    for number, text in left.items():
        yield Aligned(start + number + 1, gone(text))
