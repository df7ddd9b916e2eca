"""The real toolkits: whole, plain, within house style. Counts and style only, no golden words."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from generator.content.explain import validate
from generator.content.files import inventory
from generator.content.load import Loaded, load
from generator.content.model import Action, Style
from generator.content.reading import grade, long_sentences
from generator.content.source import read
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.editing.format import format_file
from generator.editing.report import prose
from tests.frozen import change

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


def test_every_file_is_typed_as_fmt_would_type_it() -> None:
    """`toolkits fmt` has nothing to mend in the real content."""
    for file in inventory(ROOT).files:
        data = (ROOT / file.path).read_bytes()
        assert format_file(data, file.role).mended == (), file.path
        assert format_file(data, file.role).data == data


def test_the_house_style_stops_at_bame_and_quota() -> None:
    """Both are errors, and neither stands anywhere in the content but in quotations and names."""
    own = house_style()
    errors = {word for term in own.terms if term.level == "error" for word in term.avoid}
    assert {"BAME", "BME", "quota", "quotas"} <= errors


def house_style() -> Style:
    """The real list of house style."""
    root = read("style.yml", (ROOT / "toolkits" / "style.yml").read_bytes()).root
    own = validate(Style, root)[0] if root else None
    assert own is not None
    return own


def examples(kind: str) -> list[str]:
    """Every good or every bad example of the house style."""
    return [example for term in house_style().terms for example in getattr(term, kind)]


def codes(folder: Path, example: str) -> set[str]:
    """What check tells of a folder whose home page and one of whose steps say the example."""
    quoted = example.replace("'", "''")
    home, rec = "toolkits/index.md", "toolkits/hospitality/recruitment.yml"
    change(folder, rec, "State the hourly rate and the true shift times.", f"'{quoted}'")
    change(folder, home, "Everything here is invented for tests.", example)
    found = [problem for problem in load(folder).problems if problem.code == "house-word"]
    assert {problem.place.file.path for problem in found} in ({home, rec}, set())
    return {problem.code for problem in found}


@pytest.mark.parametrize("example", examples("bad"))
def test_every_bad_example_of_house_style_is_found(toolkit_folder: Path, example: str) -> None:
    """In a text of an action, and on a page written by hand."""
    shutil.copy(ROOT / "toolkits" / "style.yml", toolkit_folder / "toolkits" / "style.yml")
    assert codes(toolkit_folder, example) == {"house-word"}


@pytest.mark.parametrize("example", examples("good"))
def test_no_good_example_of_house_style_is_found(toolkit_folder: Path, example: str) -> None:
    """What the list recommends is never itself told."""
    shutil.copy(ROOT / "toolkits" / "style.yml", toolkit_folder / "toolkits" / "style.yml")
    assert codes(toolkit_folder, example) == set()
