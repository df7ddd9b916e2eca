"""The JSON Schemas: what is sound fits them, what is wrong does not, and people understand them."""

from __future__ import annotations

import copy as copies
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.content import published
from generator.content.described import fields_of
from generator.content.files import Role
from generator.content.load import load
from generator.takeaways import data, schema
from tests.frozen import FROZEN, change, copy
from tests.takeaways.validation import Json, faults

REAL = Path(__file__).parents[2]
BOTH = pytest.mark.parametrize("folder", [FROZEN, REAL], ids=["frozen", "real"])


def whole(folder: Path) -> Json:
    """The data of a folder, as a program reads it."""
    found = load(folder).toolkit
    assert found is not None
    read = json.loads(data.write(found))
    assert isinstance(read, dict)
    return read


@BOTH
def test_the_data_fits_its_schema(folder: Path) -> None:
    """Every field, in its form, and no other."""
    own = json.loads(schema.of_data())
    assert faults(own, whole(folder), own) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("edition",), "June 2026"),
        (("surprise",), 1),
        (("themes", 0, "order"), "1"),
        (("sectors", 0, "status"), "final"),
        (("sectors", 0, "actions", 0, "steps"), []),
        (("sectors", 0, "actions", 0, "origin"), "a place"),
        (("sectors", 0, "actions", 0, "id"), "hea-rec-01"),
        (("sectors", 0, "actions", 0, "audiences", "gp-practices", "priority"), "high"),
        (("sources", 0, "url"), "http://example.org/"),
        (("sources", 0, "date"), "May 2024"),
        (("law", 0, "binds"), None),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], value: object) -> None:
    """One change to sound data is seen."""
    own, broken = json.loads(schema.of_data()), copies.deepcopy(whole(FROZEN))
    part: Any = broken
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert faults(own, broken, own)


@pytest.mark.parametrize("name", ["schema", "edition", "licence", "sectors", "vocabulary"])
def test_the_schema_misses_what_is_not_there(name: str) -> None:
    """A field left out is a fault, so a program may count on all of them."""
    own, broken = json.loads(schema.of_data()), dict(whole(FROZEN))
    del broken[name]
    assert faults(own, broken, own)


def content_files(folder: Path) -> list[tuple[Role, Path]]:
    """Every content file with what it holds."""
    themes = [(Role.THEME, path) for path in sorted((folder / "themes").glob("*.yml"))]
    lists = [
        (Role(path.stem), path)
        for path in sorted((folder / "toolkits").glob("*.yml"))
        if path.stem in set(Role)
    ]
    sectors = [
        (Role.SECTOR if path.stem == "sector" else Role.ACTIONS, path)
        for path in sorted((folder / "toolkits").glob("*/*.yml"))
    ]
    return [*themes, *lists, *sectors]


def as_json(path: Path) -> Any:
    """A content file as a YAML 1.2 editor hands it to a schema: dates and "on" are text."""
    return yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 # a safe one


class _Loader(yaml.SafeLoader):
    """Without the words that only YAML 1.1 takes for dates and for yes and no."""


_ONLY_IN_1_1 = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in known if tag not in _ONLY_IN_1_1]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@BOTH
def test_the_content_files_fit_their_schemas(folder: Path) -> None:
    """An editor's program shows no fault where check finds none."""
    found = content_files(folder)
    assert {role for role, _path in found} == set(Role) - {Role.PAGE}
    for role, path in found:
        own = json.loads(schema.of_file(role))
        assert faults(own, as_json(path), own) == [], path


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("toolkits/hospitality/culture.yml", "done_when: Every", "done_wen: Every"),
        ("toolkits/hospitality/culture.yml", "every: 6-months", "every: 7-months"),
        ("toolkits/hospitality/recruitment.yml", "status: retired", "status: live"),
        ("toolkits/hospitality/sector.yml", "code: HOS", "code: Hos"),
        ("themes/culture.yml", "order: 2", "order: two"),
        ("toolkits/vocabulary.yml", "groups:", "grops:"),
    ],
)
def test_a_schema_sees_a_slip(tmp_path: Path, path: str, old: str, new: str) -> None:
    """The slips that a schema can see are seen while the editor types."""
    folder = copy(tmp_path / "toolkit")
    change(folder, path, old, new)
    (role,) = [role for role, own in content_files(folder) if own == folder / path]
    own = json.loads(schema.of_file(role))
    assert faults(own, as_json(folder / path), own)


def test_a_field_with_nothing_after_the_colon_counts_as_left_out(tmp_path: Path) -> None:
    """As CONTRIBUTING says, so the schema must not call it a fault."""
    folder = copy(tmp_path / "toolkit")
    path = "toolkits/hospitality/recruitment.yml"
    change(
        folder, path, "    resources: [test-fund]\n    cost: low\n", "    resources:\n    cost:\n"
    )
    own = json.loads(schema.of_file(Role.ACTIONS))
    assert faults(own, as_json(folder / path), own) == []


def test_numbers_may_stand_in_quotes_and_words_may_be_a_number(tmp_path: Path) -> None:
    """The content's own reader takes what is typed as text, so the schema must not mind either."""
    folder = copy(tmp_path / "toolkit")
    change(folder, "toolkits/hospitality/sector.yml", "order: 2", 'order: "2"')
    change(folder, "toolkits/hospitality/sector.yml", "value: 18.7", 'value: "18.7"')
    change(folder, "toolkits/law.yml", "binds: 250", 'binds: "250"')
    change(folder, "toolkits/sources.yml", 'date: "2023"', "date: 2023")
    change(folder, "toolkits/frameworks.yml", 'version: "2025"', "version: 2025")
    assert load(folder).errors == ()
    for role, path in content_files(folder):
        own = json.loads(schema.of_file(role))
        assert faults(own, as_json(path), own) == [], path


def described(own: Json) -> list[Json]:
    """Every form in a schema."""
    return [part for part in (own, *own.get("$defs", {}).values()) if "properties" in part]


@pytest.mark.parametrize(("path", "text"), list(schema.files()), ids=lambda own: str(own)[:40])
def test_every_field_is_described_in_words(path: str, text: bytes) -> None:
    """A person understands it: a sentence on each, no name of a class or an expression."""
    own = json.loads(text)
    assert path.startswith("data/")
    assert path.endswith(".schema.json")
    assert own["$schema"] == schema.DIALECT
    assert own["title"]
    for form in described(own):
        assert form["description"].endswith("."), form
        assert form["additionalProperties"] is False
        for name, field in form["properties"].items():
            assert re.match(r"[A-Z].*[.]$", field["description"]), name
            assert "title" not in field
            assert "default" not in field
    assert text == dict(schema.files())[path]
    assert b"\\u0000" not in text


def test_there_is_a_schema_for_each_kind_of_content_file() -> None:
    """And one for the data."""
    roles = set(Role) - {Role.PAGE}
    paths = [path for path, _text in schema.files()]
    assert sorted(paths) == sorted([published.SCHEMA_OF_WHOLE, *map(published.schema_of, roles)])


def test_every_form_of_the_data_is_documented() -> None:
    """The page walks published.FORMS: every form in the schema is among them, field by field."""
    own = json.loads(schema.of_data())
    forms = {form.__name__: form for form in published.FORMS}
    assert set(own["$defs"]) | {"Toolkits"} == set(forms)
    for name, part in (*own["$defs"].items(), ("Toolkits", own)):
        fields = [field.name for field in fields_of(forms[name])]
        assert list(part["properties"]) == fields == part["required"]
