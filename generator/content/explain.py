"""Pydantic's errors in an editor's words, each at the place of the editor's own mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content.model import Content, Fields
from generator.content.problems import Place, Problem, did_you_mean
from generator.content.source import Listing, Location, Mapping, Node, Text, find
from generator.content.walk import kind_at

Model = TypeVar("Model", bound=Content)
_TAGS = frozenset({"live", "retired"})
_UNION_MEMBER = re.compile(r"^(tuple|literal|int|function)")


def plain_data(node: Node) -> Any:
    """The tree as dicts, lists and text; empty fields are left out, as if never typed."""
    if isinstance(node, Mapping):
        kept = {name: plain_data(value) for name, value in node.values.items() if not _void(value)}
        return Fields(node, kept)
    if isinstance(node, Listing):
        return [plain_data(item) for item in node.items]
    return node.value


def _void(node: Node) -> bool:
    return isinstance(node, Text) and node.empty


def validate(model: type[Model], node: Node) -> tuple[Model | None, tuple[Problem, ...]]:
    """Reads a tree as a model; where it does not fit, all the problems instead."""
    try:
        return model.model_validate(plain_data(node)), ()
    except ValidationError as error:
        return None, tuple(_problems(model, node, error.errors()))


def _problems(model: type[Content], root: Node, errors: list[ErrorDetails]) -> Iterator[Problem]:
    explained: set[Location] = set()  # missing fields that a mistyped name accounts for
    for error in errors:
        if error["type"] == "extra_forbidden":
            problem, meant = _unknown(model, root, _location(error), errors)
            explained.add(meant)
            yield problem
    wrong_items = {_location(e)[:-1] for e in errors if e["type"] not in {"missing", "too_short"}}
    for error in errors:
        location = _location(error)
        if error["type"] == "extra_forbidden" or location in explained:
            continue
        if error["type"] == "too_short" and any(
            w[: len(location)] == location for w in wrong_items
        ):
            continue  # an item in it is wrong: pydantic then counts the list as short
        if error["type"] == "missing" and _withheld(root, location):
            continue
        yield _explain(root, location, error)


def _location(error: ErrorDetails) -> Location:
    """Where an editor sees it: without the tags pydantic adds for the members of a union."""
    steps: list[str | int] = []
    for step in error["loc"]:
        after_item = bool(steps) and isinstance(steps[-1], int)
        if isinstance(step, str) and ((step in _TAGS and after_item) or _UNION_MEMBER.match(step)):
            continue
        if step != "[key]":
            steps.append(step)
    return tuple(steps)


def _node(root: Node, location: Location) -> Node | None:
    node: Node | None = root
    for step in location:
        if isinstance(node, Mapping):
            node = node.values.get(str(step))
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def _withheld(root: Node, location: Location) -> bool:
    parent = _node(root, location[:-1])
    return isinstance(parent, Mapping) and location[-1] in parent.withheld


def _unknown(
    model: type[Content], root: Node, location: Location, errors: list[ErrorDetails]
) -> tuple[Problem, Location]:
    parent = _node(root, location[:-1])
    name = str(location[-1])
    place = parent.keys[name].place if isinstance(parent, Mapping) else find(root, location)
    missing = [
        str(error["loc"][-1])
        for error in errors
        if error["type"] == "missing" and _location(error)[:-1] == location[:-1]
    ]
    allowed = _allowed(model, location[:-1], parent)
    near = did_you_mean(name, missing)
    if near.startswith("Did you mean"):
        meant = near.split('"')[1]
    else:
        near, meant = did_you_mean(name, allowed), ""
    problem = Problem(place, "unknown-field", f'There is no field called "{name}" here.', near)
    return problem, (*location[:-1], meant)


def _allowed(model: type[Content], location: Location, node: Node | None) -> list[str]:
    """The names of the fields that the model has at this place."""
    kind = kind_at(model, location, node)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [info.alias or name for name, info in kind.model_fields.items() if name != "origin"]
    return []


def _explain(root: Node, location: Location, error: ErrorDetails) -> Problem:
    place = find(root, location)
    node = _node(root, location)
    name = next((str(step) for step in reversed(location) if isinstance(step, str)), "this file")
    context = error.get("ctx", {})
    kind = error["type"]
    if kind == "missing":
        return _missing(root, place, location)
    if kind in _SHAPES:
        return _wrong_shape(place, name, node, _SHAPES[kind])
    if kind in {"string_too_long", "string_too_short", "too_long", "too_short"}:
        return _wrong_length(place, name, node, kind, context)
    value = node.value if isinstance(node, Text) else ""
    code, message, fix = _value(kind, name, value, context)
    return Problem(place, code, message, fix)


def _missing(root: Node, place: Place, location: Location) -> Problem:
    name = str(location[-1])
    parent = _node(root, location[:-1])
    if isinstance(parent, Mapping) and name in parent.values:
        return Problem(
            place, "missing-field", f'"{name}" is empty, and it is needed.', f"Write it: {name}: …"
        )
    return Problem(
        place, "missing-field", f'The field "{name}" is missing here.', f'Add "{name}: …".'
    )


_SHAPES = {
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "fields",
    "model_type": "fields",
    "model_attributes_type": "fields",
    "union_tag_invalid": "fields",
    "union_tag_not_found": "fields",
}
_FOUND = {Text: "text", Listing: "a list", Mapping: "a group of fields"}
_WANTED = {
    "text": ("text", "Write one piece of text after the colon. If it has a colon, quote it."),
    "list": ("a list", 'Start each item on a line of its own with "- ", indented.'),
    "fields": ("a group of fields", 'Write each field as "name: value" on a line of its own.'),
}


def _wrong_shape(place: Place, name: str, node: Node | None, wanted: str) -> Problem:
    word, fix = _WANTED[wanted]
    found = _FOUND[type(node)] if node is not None else "nothing"
    return Problem(place, "wrong-type", f'"{name}" must be {word}; here stands {found}.', fix)


def _wrong_length(
    place: Place, name: str, node: Node | None, kind: str, context: dict[str, Any]
) -> Problem:
    least, most = context.get("min_length"), context.get("max_length")
    of_text = kind.startswith("string")
    length = len(node.value) if isinstance(node, Text) else context.get("actual_length", 0)
    what = "characters" if of_text else "items"
    if kind.endswith("too_long"):
        message = f'"{name}" has {length} {what}; the most is {most}.'
        fix = "Say it more briefly, or move part of it to a step." if of_text else "Keep the best."
        return Problem(place, "too-long", message, fix)
    if length == 0:
        return Problem(place, "empty", f'"{name}" is empty.', f"Write it, or delete {name}.")
    message = f'"{name}" has {length} {what}; the least is {least}.'
    return Problem(place, "too-short", message, "Write it out in full.")


def _value(kind: str, name: str, value: str, context: dict[str, Any]) -> tuple[str, str, str]:
    """Code, message and fix for a text that is not a value the field can have."""
    if kind in {"literal_error", "enum"}:
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return (
            "not-in-list", f'"{value}" is not a word that "{name}" can have.',
            did_you_mean(value, allowed),
        )  # fmt: skip
    if kind == "string_pattern_mismatch":
        return "wrong-form", f'"{value}" does not have the form of "{name}".', _form(name)
    code, message, fix = _VALUES.get(kind, _OTHER)
    return code, message.format(name=name, value=value), fix


_VALUES = {
    "date_shape": (
        "bad-date",
        '"{value}" is not a date written as year-month-day.',
        "Write it like 2026-11-22.",
    ),
    "date_impossible": (
        "bad-date",
        'There is no day "{value}" in the calendar.',
        "Check the month and the day.",
    ),
    "whole_number": (
        "bad-number",
        '"{name}" must be a whole number; here stands "{value}".',
        "Write digits only, such as 250.",
    ),
    "number": (
        "bad-number",
        '"{name}" must be a number; here stands "{value}".',
        "Write digits with a point for decimals, such as 52.9; the unit has a field of its own.",
    ),
    "binds": (
        "not-in-list",
        '"binds" cannot be "{value}".',
        "Write everyone, or a least number of staff such as 250, or a list of kinds of "
        "organisation such as [nhs-trusts].",
    ),
}
_OTHER = ("wrong-value", '"{name}" cannot be "{value}".', "Look at another entry for its form.")


def _form(name: str) -> str:
    forms = {
        "code": "Write three capital letters, such as HOS.",
        "id": "Write the id like its neighbours: HOS-REC-01 for an action, small-words-and-hyphens "
        "for anything else.",
        "date": 'Write a year, or year-month-day, in quotes: "2023" or "2023-05-17".',
        "icon": "Write the icon's name in small letters and hyphens, such as account-search.",
    }
    return forms.get(name, "Use small letters, digits and hyphens only, such as black-women.")
