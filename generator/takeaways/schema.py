"""JSON Schemas: of the published data, and of each kind of content file that editors write."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter

from generator.content import fields, model, published
from generator.content.described import hints_of, is_prose
from generator.content.files import Role
from generator.content.meanings import meaning

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_Schema = dict[str, Any]
Known = Mapping[str, Mapping[str, str]]
"""Ids by the kind of reference, with what each is."""

_NOTHING: Known = {}

_MARKS = "May hold **bold words**, [links](https://example.org/) and [@source] citations."
_DATE = r"^\d{4}-\d{2}-\d{2}$"
_VERSION = r"^\d{4}(-\d{2}){0,2}$"
_WHOLE = r"^\d{1,9}$"
_DECIMAL = r"^-?\d{1,12}(\.\d{1,6})?$"
_MOST = 999_999_999

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ITEM = r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$"
_SAYS = {
    _SLUG: "Write small letters, digits and single hyphens, such as black-women.",
    r"^[A-Z]{3}$": "Write three capitals, such as HOS.",
    r"^[a-z0-9-]+$": "Write the name of an icon, such as account-search.",
    r"^[A-Z]{3}-[A-Z]{3}-[0-9]{2,3}$": "Write an action's id, such as HOS-REC-01.",
    r"^https://": "Write a whole address that starts with https://.",
    _DATE: "Write a day as year-month-day, such as 2027-02-15.",
    _ITEM: "Write letters and digits, such as 1, 2.3 or A1.",
    _VERSION: "Write a year, a month or a day, such as 2023, 2023-05 or 2023-05-17.",
    _WHOLE: "Write a whole number in digits.",
    _DECIMAL: "Write a number in digits, with a point for decimals.",
}
"""What an editor's program says of a value that has another form."""

_FILES: Mapping[Role, tuple[Any, str]] = {
    Role.THEME: (model.Theme, "A theme: themes/THEME.yml"),
    Role.SECTOR: (model.Sector, "A sector: toolkits/SECTOR/sector.yml"),
    Role.ACTIONS: (
        model.ThemeFile,
        "A sector's actions for one theme: toolkits/SECTOR/THEME.yml",
    ),
    Role.SOURCES: (
        tuple[model.Source, ...],
        "The publications that the content cites: toolkits/sources.yml",
    ),
    Role.LAW: (tuple[model.Law, ...], "What the law says: toolkits/law.yml"),
    Role.RESOURCES: (
        tuple[model.Resource, ...],
        "What readers can go on to: toolkits/resources.yml",
    ),
    Role.FRAMEWORKS: (
        tuple[model.Framework, ...],
        "The frameworks that actions serve: toolkits/frameworks.yml",
    ),
    Role.VOCABULARY: (
        model.Vocabulary,
        "The words that actions choose from: toolkits/vocabulary.yml",
    ),
    Role.STYLE: (model.Style, "House style: toolkits/style.yml"),
}

# As the reader of content decides it (content/model.py), so that an editor reads of one kind only.
_IS_RETIRED = {
    "anyOf": [
        {"required": ["status"]},
        {
            "anyOf": [{"required": ["replaced_by"]}, {"required": ["reason"]}],
            "not": {"required": ["steps"]},
        },
    ]
}


@cache  # they come from the code alone, so a preview makes them once
def files() -> tuple[tuple[str, bytes], ...]:
    """Every schema with its path below the site's own address, in a fixed order."""
    of_content = ((published.schema_of(role), of_file(role)) for role in _FILES)
    return ((published.SCHEMA_OF_WHOLE, of_data()), *of_content)


def of_data() -> bytes:
    """The schema of toolkits.json: every field is there, and no other."""
    schema = TypeAdapter(published.Toolkits).json_schema(by_alias=True, mode="serialization")
    return _bytes(schema, published.FORMS, "The inclusive employer toolkits", whole=True)


def of_file(role: Role, known: Known = _NOTHING) -> bytes:
    """The schema of one kind of content file, as editors write it in YAML.

    The ids in `known` are offered while an editor types. Others fit too: check knows them all, and
    a schema written yesterday must not mark what was added today.
    """
    kind, title = _FILES[role]
    schema = TypeAdapter(kind).json_schema(by_alias=True)
    return _bytes(schema, _forms(), title, whole=False, known=known)


def _forms() -> tuple[type[BaseModel], ...]:
    """Every form that content files are made of."""
    found = (own for own in vars(model).values() if isinstance(own, type))
    return tuple(own for own in found if issubclass(own, model.Content))


def _bytes(
    schema: _Schema,
    forms: tuple[type[BaseModel], ...],
    title: str,
    *,
    whole: bool,
    known: Known = _NOTHING,
) -> bytes:
    """The schema with its forms in words; `whole`: every field must be there."""
    by_name = {form.__name__: form for form in forms}
    own = by_name.get(str(schema.get("title")))
    parts = schema.get("$defs", {})
    for name, part in (*parts.items(), *([(own.__name__, schema)] if own else [])):
        _describe(part, by_name[name], known, whole=whole)
    schema.pop("title", None)
    made = {"$schema": DIALECT, "title": title, **schema}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _describe(part: _Schema, form: type[BaseModel], known: Known, *, whole: bool) -> None:
    part.pop("title", None)
    properties: dict[str, _Schema] = part["properties"]
    needed = part.get("required", [])
    for name, hint in hints_of(form).items():
        own = _exact(properties[name], hint)
        for noise in ("title", "default"):
            own.pop(noise, None)
        if not whole:
            own = _offering(_as_typed(own), hint, known)
            own = own if name in needed else _or_nothing(own)
        own["description"] = " ".join(_about(form, name, hint))
        properties[name] = own
    if whole:
        part["required"] = list(properties)


def _about(form: type[BaseModel], name: str, hint: Any) -> Iterator[str]:
    yield meaning(form, name)
    if is_prose(hint):
        yield _MARKS


def _exact(own: _Schema, hint: Any) -> _Schema:
    """What the content's own readers of dates, numbers and addresses hold a value to."""
    if "oneOf" in own.get("items", {}):  # an action, live or retired
        kinds = {str(kind["$ref"]).rsplit("/", 1)[1]: kind for kind in own["items"]["oneOf"]}
        chosen = {"if": _IS_RETIRED, "then": kinds["RetiredAction"], "else": kinds["Action"]}
        return {**own, "items": chosen}
    for part in own.get("anyOf", [own]):
        if part.get("format") == "date":
            part["pattern"] = _DATE
        elif part.get("type") == "integer" and "const" not in part:
            part.update(minimum=0, maximum=_MOST)
        elif part.get("type") == "string" and _has(hint, fields.Link()):
            part.update(format="uri", pattern="^https://")
        elif part.get("type") == "string" and hint in (fields.Version, fields.Version | None):
            part["pattern"] = _VERSION
    return own


def _has(hint: Any, mark: object) -> bool:
    """Whether a kind of field, or one it may be, carries this mark."""
    return any(mark == part or _has(part, mark) for part in get_args(hint))


def _as_typed(own: _Schema) -> _Schema:
    """The same for what editors type: a number may stand in quotes, and words may be a number."""
    loose = {
        name: _as_typed(part) if isinstance(part, dict) else part for name, part in own.items()
    }
    if "anyOf" in own:
        loose["anyOf"] = [_as_typed(part) for part in own["anyOf"]]
    kind, bound = own.get("type"), not own.keys().isdisjoint({"const", "enum", "format"})
    if kind == "integer":
        loose |= {"type": ["integer", "string"], "pattern": _WHOLE}
    elif kind == "number":
        loose |= {"type": ["number", "string"], "pattern": _DECIMAL}
    elif kind == "string" and not bound and own.get("pattern", _VERSION) in (_VERSION, _ITEM):
        loose["type"] = ["string", "number"]
    if (form := str(loose.get("pattern"))) in _SAYS:  # for VS Code; others pass over it
        loose["patternErrorMessage"] = _SAYS[form]
        loose.pop("format", None)  # its fault would be told twice, once in words of a program
    return loose


def _offering(own: _Schema, hint: Any, known: Known) -> _Schema:
    """The same with the ids that an editor may mean."""
    words = next((ids for kind, ids in known.items() if _has(hint, fields.Ref(kind))), {})
    if not words:
        return own
    if own.get("type") == "array":
        return {**own, "items": _offering(own["items"], hint, known)}
    offered = {"enum": list(words), "enumDescriptions": list(words.values())}
    return {"anyOf": [offered, own]} if own.get("type") == ["string", "number"] else own


def _or_nothing(own: _Schema) -> _Schema:
    """The same, or nothing after the colon, which counts as left out."""
    kinds = own.get("anyOf", [own])
    if {"type": "null"} in kinds:
        return own
    return {"anyOf": [*kinds, {"type": "null"}]}
