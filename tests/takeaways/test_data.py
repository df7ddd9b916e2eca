"""The whole content as JSON, read back: lossless, dated, in the form that its schema states."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.content import addresses, dates, model, published
from generator.content.explain import validate
from generator.content.load import load
from generator.content.order import ordered
from generator.content.source import read
from generator.content.toolkit import Toolkit
from generator.takeaways import data
from tests.frozen import FROZEN, change, copy

REAL = Path(__file__).parents[2]
BOTH = pytest.mark.parametrize("folder", [FROZEN, REAL], ids=["frozen", "real"])

Json = dict[str, Any]


@cache
def toolkit(folder: Path) -> Toolkit:
    found = load(folder)
    assert found.toolkit is not None, [problem.describe() for problem in found.errors]
    return found.toolkit


@cache
def written(folder: Path) -> bytes:
    return data.write(toolkit(folder))


def whole(folder: Path) -> Json:
    found = json.loads(written(folder))
    assert isinstance(found, dict)
    return found


def again(kind: type[model.Content], entry: Json) -> BaseModel:
    """An entry of the data, read by the content's own reader: JSON is YAML."""
    own = {info.alias or name for name, info in kind.model_fields.items()}
    text = json.dumps(_typed({k: v for k, v in entry.items() if k in own}), ensure_ascii=False)
    reading = read("entry.yml", text.encode())
    assert reading.root is not None, [problem.describe() for problem in reading.problems]
    made, problems = validate(kind, reading.root)
    assert made is not None, [problem.describe() for problem in problems]
    return made


def _typed(value: Any) -> Any:
    """As an editor types it: nothing in the place of null, numbers without a needless .0."""
    if isinstance(value, dict):
        return {name: _typed(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_typed(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def same(made: BaseModel, own: BaseModel) -> bool:
    return made.model_dump() == own.model_dump()


# Nothing is lost.


@BOTH
def test_every_action_comes_back_as_it_was(folder: Path) -> None:
    """Each live action, in reading order, with all its texts and marks as typed."""
    for sector, shown in zip(
        toolkit(folder).sectors.values(), whole(folder)["sectors"], strict=True
    ):
        own = [
            (theme, action)
            for theme in toolkit(folder).themes
            for action in ordered(sector.actions(theme))
        ]
        assert [(a["theme"], a["id"]) for a in shown["actions"]] == [(t, a.id) for t, a in own]
        for entry, (_theme, action) in zip(shown["actions"], own, strict=True):
            assert same(again(model.Action, entry), action)


@BOTH
def test_retired_actions_come_back_as_stubs(folder: Path) -> None:
    """Out of the actions, and still there for those who hold an old id."""
    for sector, shown in zip(
        toolkit(folder).sectors.values(), whole(folder)["sectors"], strict=True
    ):
        own = [a for theme in toolkit(folder).themes for a in sector.retired(theme)]
        assert len(shown["retired_actions"]) == len(own)
        for entry, action in zip(shown["retired_actions"], own, strict=True):
            assert same(again(model.RetiredAction, entry), action)
            assert action.id not in {a["id"] for a in shown["actions"]}


@BOTH
def test_every_sector_and_theme_comes_back(folder: Path) -> None:
    """With audiences, figures, challenges, measures and history, in their order."""
    own, shown = toolkit(folder), whole(folder)
    assert [entry["id"] for entry in shown["sectors"]] == list(own.sectors)
    assert [entry["id"] for entry in shown["themes"]] == list(own.themes)
    for entry, theme in zip(shown["themes"], own.themes.values(), strict=True):
        assert same(again(model.Theme, entry), theme)
    for entry, sector in zip(shown["sectors"], own.sectors.values(), strict=True):
        inside = [{k: v for k, v in a.items() if k != "address"} for a in entry["audiences"]]
        assert same(again(model.Sector, {**entry, "audiences": inside}), sector.sector)
        measures = [(t, m) for t in own.themes for m in sector.themes[t].measures]
        for measure, (theme_id, counted) in zip(entry["measures"], measures, strict=True):
            assert measure["theme"] == theme_id
            assert same(again(model.Measure, measure), counted)


@BOTH
def test_every_list_comes_back(folder: Path) -> None:
    """Sources, law, resources, frameworks and the vocabulary."""
    own, shown = toolkit(folder), whole(folder)
    lists: list[tuple[str, type[model.Content], list[BaseModel]]] = [
        ("sources", model.Source, list(own.sources.values())),
        ("law", model.Law, list(own.law.values())),
        ("resources", model.Resource, list(own.resources.values())),
        ("frameworks", model.Framework, list(own.frameworks.values())),
    ]
    for name, kind, entries in lists:
        for entry, made in zip(shown[name], entries, strict=True):
            assert same(again(kind, entry), made)
    assert same(again(model.Vocabulary, shown["vocabulary"]), own.vocabulary)


# What is added.


@BOTH
def test_editions_and_numbers(folder: Path) -> None:
    """The number of the form, the licence, and an edition for site, sector, theme and action."""
    own, shown = toolkit(folder), whole(folder)
    assert shown["schema"] == published.SCHEMA == 1
    assert shown["licence"]["spdx"] == "CC-BY-4.0"
    assert shown["edition"] == own.edition.isoformat()
    for entry, sector in zip(shown["sectors"], own.sectors.values(), strict=True):
        assert entry["edition"] == sector.edition.isoformat()
        for action in (*entry["actions"], *entry["retired_actions"]):
            assert action["edition"] == max(change_["on"] for change_ in action["changes"])
        live = {action.id: action for _theme, action in sector.every_action()}
        for action in entry["actions"]:
            checked = live[action["id"]].checked
            assert action["check_due"] == dates.due(checked.on, checked.every).isoformat()


def test_addresses_are_those_of_the_pages() -> None:
    """Below the site's own address, as content/addresses.py makes them."""
    shown = whole(FROZEN)
    for sector in shown["sectors"]:
        assert sector["address"] == addresses.address(addresses.sector(sector["id"]))
        for own in sector["audiences"]:
            page = addresses.audience(sector["id"], own["id"])
            assert own["address"] == addresses.address(page)
        for own in (*sector["actions"], *sector["retired_actions"]):
            page = addresses.address(addresses.sector_theme(sector["id"], own["theme"]))
            assert own["address"] == f"{page}#{addresses.anchor(own['id'])}"
    for own in shown["themes"]:
        assert own["address"] == addresses.address(addresses.theme(own["id"]))
    for own in shown["frameworks"]:
        assert own["address"] == addresses.address(addresses.framework(own["id"]))
    for name, page in (
        ("sources", addresses.EVIDENCE),
        ("law", addresses.LAW),
        ("resources", addresses.RESOURCES),
    ):
        for own in shown[name]:
            assert own["address"] == f"{addresses.address(page)}#{own['id']}"


# How it is written.


def test_the_form_of_the_file() -> None:
    """UTF-8 without escapes, one space to indent, a newline at the end, the same every time."""
    text = written(FROZEN).decode()
    assert text.startswith('{\n "schema": 1,\n "edition": "2026-06-07",\n')
    assert text.endswith("}\n")
    assert "شكرا" in text
    assert "🙂" in text
    assert "\\u" not in text
    assert "origin" not in text
    assert data.write(load(FROZEN).toolkit or toolkit(FROZEN)) == written(FROZEN)


def test_hostile_text_comes_back_as_typed(tmp_path: Path) -> None:
    """Every sign that JSON, HTML or a spreadsheet minds stays a sign."""
    hostile = '=1 "quoted" \\ </script> & $1 #2 @3 🙂 \u0634\u0643\u0631\u0627 \u2028 it\'s'
    folder = copy(tmp_path / "toolkit")
    quoted = "'" + hostile.replace("\u2028", "").replace("'", "''") + "'"
    path = "toolkits/hospitality/culture.yml"
    change(folder, path, "title: Hold a meeting about rotas", f"title: {quoted}")
    shown = json.loads(data.write(toolkit(folder)))
    titles = {a["id"]: a["title"] for sector in shown["sectors"] for a in sector["actions"]}
    assert titles["HOS-CUL-02"] == hostile.replace("\u2028", "")
