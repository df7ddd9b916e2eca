"""What the plan's scripts are given: everything they need to know of the actions, and no more."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from generator.content.load import load
from generator.content.toolkit import Toolkit
from generator.takeaways import plan_data
from tests.frozen import FROZEN

REAL = Path(__file__).parents[2]
MOST_BYTES = 25_000


def given(folder: Path) -> tuple[Toolkit, dict[str, Any]]:
    toolkit = load(folder).toolkit
    assert toolkit is not None
    return toolkit, dict(json.loads(plan_data.write(toolkit)))


def test_an_action_is_given_whole() -> None:
    """Its texts are plain, its address leads to it, and what it has not is left out."""
    _toolkit, data = given(FROZEN)
    assert data["actions"]["HOS-REC-01"] == {
        "title": 'Score interviews: <same> questions & "fair" marks',
        "sector": "hospitality",
        "theme": "recruitment",
        "address": "hospitality/recruitment/#hos-rec-01",
        "edition": "2026-05-06",
        "changes": [["2026-05-06", "corrected", "The number of questions is five, not six."]],
        "done_when": "The last five appointments each have a full set of score sheets.",
        "repeats": "each-time",
        "for": {
            "micro": ["foundational", "owner-manager"],
            "small": ["foundational", "owner-manager"],
            "medium": ["foundational", "hr-manager"],
            "large": ["foundational", "board"],
        },
        "needs": ["HOS-CUL-01"],
        "frameworks": {"fair-test-standard": ["1"], "board-charter": ["A1"]},
    }


def test_a_retired_action_points_on() -> None:
    """It is in no list of actions, but a plan that holds it learns what became of it."""
    _toolkit, data = given(FROZEN)
    assert "HOS-REC-03" not in data["actions"]
    retired = data["retired"]["HOS-REC-03"]
    assert retired["replaced_by"] == ["HOS-REC-01"]
    assert retired["reason"] == "It slowed hiring and told nothing about the person."
    assert retired["changes"] == [["2026-06-07", "retired", "Replaced by scored interviews."]]


def test_what_comes_round_says_after_how_many_months() -> None:
    """By the calendar every three months; not what is done once or each time."""
    _toolkit, data = given(FROZEN)
    months = {id_: own.get("months") for id_, own in data["actions"].items()}
    assert months["HOS-CUL-02"] == 3
    assert months["HOS-CUL-01"] is None
    assert months["HOS-REC-01"] is None


@pytest.mark.parametrize("folder", [FROZEN, REAL], ids=["frozen", "real"])
def test_every_action_is_given_in_reading_order(folder: Path) -> None:
    """Each live action once, theme by theme, with the priority of each of its audiences."""
    toolkit, data = given(folder)
    live = {a.id: a for s in toolkit.sectors.values() for _theme, a in s.every_action()}
    assert set(data["actions"]) == set(live)
    for sector in toolkit.sectors:
        own = [a["theme"] for a in data["actions"].values() if a["sector"] == sector]
        assert own == sorted(own, key=list(toolkit.themes).index)
    for id_, action in live.items():
        priorities = {who: part.priority for who, part in action.audiences.items()}
        assert {who: own[0] for who, own in data["actions"][id_]["for"].items()} == priorities


def test_every_way_to_repeat_of_the_real_vocabulary_is_known() -> None:
    """A new word for a rhythm needs its months here, or a line saying that it has none."""
    toolkit, _data = given(REAL)
    without = {"once", "each-time", "ongoing"}
    assert set(toolkit.vocabulary.repeats) == set(plan_data.MONTHS) | without


def test_the_data_of_the_real_toolkits_is_small() -> None:
    """At most 25 kB compressed, so that the plan's page stays a light first visit."""
    toolkit, _data = given(REAL)
    assert len(gzip.compress(plan_data.write(toolkit), 6)) <= MOST_BYTES
