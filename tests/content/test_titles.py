"""Titles inside sentences."""

from __future__ import annotations

import pytest

from generator.content.titles import listed, lower_first, series


def test_the_first_letter_is_small_but_in_abbreviations() -> None:
    """HR manager keeps its capitals."""
    assert lower_first("Head chef") == "head chef"
    assert lower_first("HR manager") == "HR manager"


def test_each_title_is_listed_once() -> None:
    """Only the first opens with a capital."""
    roles = ["Owner or manager", "Head chef", "Owner or manager", "HR manager"]
    assert listed(roles) == "Owner or manager, head chef, HR manager"


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (["Micro-enterprises"], "micro-enterprises"),
        (["Small organisations", "Large organisations"], "small and large organisations"),
        (
            ["Micro-enterprises", "Small organisations", "Large organisations"],
            "micro-enterprises, small and large organisations",
        ),
        (
            ["GP practices and networks", "NHS trusts"],
            "GP practices and networks, and NHS trusts",
        ),
    ],
)
def test_a_series_says_a_shared_last_word_once(titles: list[str], words: str) -> None:
    """As one would say it aloud."""
    assert series(titles) == words
