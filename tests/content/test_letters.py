"""The characters that the printed checklists can show are those of the fonts they are set in."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # it has no types of its own

from generator.content.letters import RANGES, printable
from generator.takeaways.pdf import _FONTS


def in_fonts() -> set[int]:
    """Every code point that one of the fonts has a shape for."""
    found: set[int] = set()
    for package in _FONTS:
        for path in sorted(Path(str(files(package))).rglob("*.ttf")):
            with TTFont(path, lazy=True) as font:
                found |= set(font.getBestCmap())
    return found


def as_ranges(points: set[int]) -> list[str]:
    """Code points as the list in `letters` writes them."""
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return [f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in ranges]


def test_the_list_is_that_of_the_fonts() -> None:
    """When a font changes, this shows what to write in `generator/content/letters.py`."""
    assert RANGES.split() == as_ranges(in_fonts())


@pytest.mark.parametrize("char", "aé£–“ŵشשবआਅΩЖ🙂👩\u200d\ufe0f🏽")
def test_what_can_be_printed(char: str) -> None:
    """The languages of London that these fonts serve, emoji, and the signs that join them."""
    assert printable(char)


@pytest.mark.parametrize("char", "雇用한あア中𠀀\ue000\u0378")
def test_what_cannot_be_printed(char: str) -> None:
    """Chinese, Japanese and Korean; private and unassigned characters."""
    assert not printable(char)
