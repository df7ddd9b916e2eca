"""The real toolkits: whole, plain, within house style. Counts and style only, no golden words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.content.load import Loaded, load
from generator.content.model import Action
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.editing.reading import grade, long_sentences
from generator.editing.report import prose

ROOT = Path(__file__).parents[1]
SECTORS = ("healthcare", "green", "creative", "hospitality", "digital")
THEMES = ("commitment", "recruitment", "retention", "culture", "supplier-diversity")


@cache
def loaded() -> Loaded:
    """The real content, read once."""
    return load(ROOT)


def toolkit() -> Toolkit:
    """The real toolkit; its problems where it has errors."""
    found = loaded()
    assert found.toolkit is not None, "\n".join(p.describe() for p in found.errors)
    return found.toolkit


def actions(sector: SectorToolkit) -> list[Action]:
    """The live actions of a sector."""
    return [action for _theme, action in sector.every_action()]


def test_check_finds_nothing() -> None:
    """No error and no warning in the real content."""
    assert [problem.describe() for problem in loaded().problems] == []


def test_the_five_sectors_and_themes_are_there() -> None:
    """In the order readers meet them."""
    assert tuple(toolkit().sectors) == SECTORS
    assert tuple(toolkit().themes) == THEMES


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_is_complete(sector: str) -> None:
    """At least 25 actions, five in each theme; four words to copy; a picture in figures."""
    own = toolkit().sectors[sector]
    assert len(actions(own)) >= 25
    assert {theme: len(own.actions(theme)) >= 5 for theme in THEMES} == dict.fromkeys(THEMES, True)
    assert sum(len(action.templates) for action in actions(own)) >= 4
    assert 4 <= len(own.sector.figures) <= 8
    assert own.sector.challenges
    assert own.sector.status == "draft"  # until those who own the toolkits sign it off


@pytest.mark.parametrize("sector", SECTORS)
def test_an_audience_can_do_its_first_steps_in_a_year(sector: str) -> None:
    """Ten to fifteen foundational actions for every kind of organisation."""
    own = toolkit().sectors[sector]
    for audience in own.sector.audiences:
        parts = [a.audiences[audience.id] for a in actions(own) if audience.id in a.audiences]
        assert 10 <= sum(part.priority == "foundational" for part in parts) <= 15, audience.id


@pytest.mark.parametrize("sector", SECTORS)
def test_every_priority_group_is_aimed_at(sector: str) -> None:
    """Each of the five groups has at least one action in each sector."""
    aimed = {group for action in actions(toolkit().sectors[sector]) for group in action.groups}
    assert aimed == set(toolkit().vocabulary.groups)


def test_a_micro_business_is_asked_for_no_committee() -> None:
    """What is written for very small firms names no committee, board or HR team."""
    for sector in toolkit().sectors.values():
        for action in actions(sector):
            part = action.audiences.get("micro")
            if part:
                words = " ".join(part.steps).lower()
                assert not re.search(r"\b(committees?|hr team|steering group)\b", words), action.id


def test_the_text_is_plain() -> None:
    """Grade 10 or lower over the whole, no theme over 11, no sentence of 25 words or more."""
    every: list[str] = []
    for sector in toolkit().sectors.values():
        for theme, file in sector.themes.items():
            texts = list(prose(file))
            every += texts
            assert grade(texts) <= 11, f"{sector.id}/{theme}"
            found = [sentence for text in texts for sentence in long_sentences(text)]
            assert found == [], f"{sector.id}/{theme}"
    assert grade(every) <= 10


@pytest.mark.parametrize("path", sorted((ROOT / "toolkits").rglob("*.yml")), ids=lambda p: p.stem)
def test_house_words(path: Path) -> None:
    """Ethnic minorities or the specific group, never BAME; a target, never a quota."""
    wrong = (
        r"\bBAME\b" if path.name == "law.yml" else r"\bBAME\b|\bquotas?\b"
    )  # a quota is unlawful
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if path.name == "sources.yml" and re.match(r"\s+(title|url|id):", line):
            continue  # a publication keeps its own title and address
        words = re.sub(r"https://\S+|\[@[^\]]+\]", "", line)
        assert not re.search(wrong, words, re.IGNORECASE), f"{path}:{number}"
