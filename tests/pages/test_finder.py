"""What a list can be filtered by: only what finds something, and the same words on every row."""

from __future__ import annotations

import re

import pytest

from generator.content import addresses
from generator.content.load import load
from generator.content.toolkit import Toolkit
from generator.pages.finder import Filter, finder, keys
from generator.pages.here import Here, Index
from tests.frozen import FROZEN


@pytest.fixture(scope="module")
def here() -> Here:
    """The page of every action."""
    toolkit = load(FROZEN).toolkit
    assert toolkit is not None
    return Here(addresses.ACTIONS, toolkit, Index.of(toolkit))


def filters(here: Here, *sectors: str) -> dict[str, Filter]:
    """The filters for a list of these sectors, by name."""
    made = finder(here, [here.toolkit.sectors[id_] for id_ in sectors])
    return {filter_.name: filter_ for _legend, group in made.groups for filter_ in group}


def test_only_choices_that_find_something_are_offered(here: Here) -> None:
    """No group that nobody aims at, no role of another sector, no strength that nothing has."""
    both = filters(here, "healthcare", "hospitality")
    assert [choice.value for choice in both["group"].choices] == ["black-men-16-24", "black-women"]
    assert len(both["evidence"].choices) == 5
    own = filters(here, "healthcare")
    assert [choice.value for choice in own["lead"].choices] == [
        "hr-manager",
        "practice-manager",
        "trust-board",
    ]
    assert [choice.title for choice in own["evidence"].choices] == ["Promising", "Practice"]


def test_a_list_of_one_sector_has_no_filter_by_sector(here: Here) -> None:
    """Its kinds of organisation can be chosen at once."""
    assert "sector" in filters(here, "healthcare", "hospitality")
    assert "sector" not in filters(here, "hospitality")
    assert finder(here, [here.toolkit.sectors["hospitality"]]).sector == "hospitality"
    audiences = filters(here, "hospitality")["audience"]
    assert {choice.sector for choice in audiences.choices} == {"hospitality"}
    assert audiences.any == "All kinds"


def test_a_filter_without_choices_is_left_out(here: Here) -> None:
    """Where no action of a list serves a framework, there is nothing to choose."""
    toolkit = here.toolkit
    sector = toolkit.sectors["hospitality"]
    files = {
        theme: file.model_copy(
            update={"actions": tuple(a for a in file.actions if not getattr(a, "frameworks", None))}
        )
        for theme, file in sector.themes.items()
    }
    bare = type(sector)(sector.id, sector.sector, files)
    made = finder(here, [bare])
    assert "framework" not in {f.name for _legend, group in made.groups for f in group}


def test_every_choice_is_a_word_that_some_row_has(here: Here) -> None:
    """The form and the rows speak of the same facts, in the same words."""
    rows = set(_words(here.toolkit))
    parts = [row.split(":")[1:] for row in rows if row.startswith("for:")]
    for name, filter_ in filters(here, "healthcare", "hospitality").items():
        place = {"audience": 0, "priority": 1, "lead": 2}.get(name)
        for choice in filter_.choices:
            if place is None:
                assert f"{name}:{choice.value}" in rows
            else:
                assert choice.value in {part[place] for part in parts}


def _words(toolkit: Toolkit) -> list[str]:
    found: list[str] = []
    for sector in toolkit.sectors.values():
        for theme, action in sector.every_action():
            match = re.fullmatch(r' data-keys="([^"]*)"', keys(sector, theme, action))
            assert match
            id_, *words = match.group(1).split(" ")
            assert id_ == action.id
            found += words
    return found
