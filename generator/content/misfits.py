"""The sentences for what does not fit the model: names, shapes, lengths and values."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from generator.content import meant, slips
from generator.content.problems import Place, Problem, did_you_mean
from generator.content.tree import Listing, Mapping, Node, Text


def unknown_field(place: Place, name: str, missing: str, allowed: list[str]) -> Problem:
    """A name that no field has; `missing` is the field it may stand for."""
    message = f'There is no field called "{name}" here.'
    fix = did_you_mean(name, [missing] if missing else allowed)
    if missing and not fix.startswith("Did you mean"):
        fix = f'The field "{missing}" is missing: write that name, if it is what you mean.'
    return Problem(place, "unknown-field", message, fix)


def leftover(place: Place, names: list[str]) -> Problem:
    """What a retired action still has of the time when it was advised."""
    return Problem(
        place,
        "unknown-field",
        "A retired action has only id, title, status, reason, replaced_by and changes.",
        f"Delete {', '.join(names)} here.",
    )


def missing(place: Place, name: str, typed: bool, meaning: str) -> Problem:
    """A field that is needed and not there, or there and empty; `meaning` says what it holds."""
    if typed:
        message, fix = f'"{name}" is empty, and it is needed.', f'Write it: "{name}: …". {meaning}'
        if "#" in place.text:
            fix += ' What follows a "#" is not read: put text that holds one in double quotes.'
    else:
        message, fix = f'The field "{name}" is missing here.', f'Add "{name}: …". {meaning}'
    return Problem(place, "missing-field", message, fix)


def empty(place: Place, name: str) -> Problem:
    """An item, or a name with nothing after it, where something must stand."""
    return Problem(place, "empty", f"{name} is empty.", "Fill it in, or delete the line.")


def wrong_key(place: Place, key: str, name: str) -> Problem:
    """A name of one's own choosing that cannot stand in an address."""
    message = f'"{key}" cannot be a name in "{name}".'
    fix = "Use small letters, digits and hyphens only, such as black-women."
    return Problem(place, "wrong-form", message, fix)


def wrong_whole(node: Node, whole: str) -> Problem:
    """A file or an entry that does not hold fields."""
    if isinstance(node, Text) and node.empty:
        return empty(node.place, whole)
    word, fix = _WANTED["fields"]
    message = f"{whole} must be {word}; here stands {_found(node)}."
    return Problem(node.place, "wrong-type", message, fix)


_SHAPES = {
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "fields",
    "model_type": "fields",
    "model_attributes_type": "fields",
}
_WANTED = {
    "text": ("text", "Write one piece of text. If there is a colon in it, put it all in quotes."),
    "list": ("a list", 'Start each item on a line of its own with "- ", indented.'),
    "fields": ("a group of fields", 'Write each field as "name: value" on a line of its own.'),
}


def _found(node: Node | None) -> str:
    found = {Text: "text", Listing: "a list", Mapping: "a group of fields"}
    return found[type(node)] if node is not None else "nothing"


def wrong_value(
    place: Place, name: str, field: str, node: Node | None, error: ErrorDetails
) -> Problem:
    """A value that the field cannot have; `name` is how the sentence names it."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in {"too_long", "too_short", "string_too_long", "string_too_short"}:
        return _wrong_length(place, name, node, context)
    shape = _SHAPES.get(kind, "" if isinstance(node, Text) or kind == "binds" else "text")
    if shape == "text" and isinstance(node, Mapping) and (colon := _colon(node)):
        return slips.colon(colon)
    if shape:
        word, fix = _WANTED[shape]
        if shape == "list" and isinstance(node, Text) and len(node.value) <= _SHORT:
            fix = (
                f'Put it in square brackets: "{field}: [{node.value}]". Or start each item on a '
                'line of its own with "- ".'
            )
        message = f"{name} must be {word}; here stands {_found(node)}."
        return Problem(place, "wrong-type", message, fix)
    return _wrong_text(place, name, field, node, error)


def _wrong_text(
    place: Place, name: str, field: str, node: Node | None, error: ErrorDetails
) -> Problem:
    """Text, as it should be, but none that the field can have."""
    kind, context = error["type"], error.get("ctx", {})
    shown = f'"{node.value}"' if isinstance(node, Text) else f"{_found(node)} like this"
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        message = f'{shown} is not a word that "{field}" can have.'
        return Problem(place, "not-in-list", message, did_you_mean(shown.strip('"'), allowed))
    if kind == "string_pattern_mismatch":
        message = f'{shown} does not have the form of "{field}".'
        return Problem(place, "wrong-form", message, _FORMS.get(field, _SLUG))
    if kind in _DATES and isinstance(node, Text):
        message = _VALUES[kind][1].format(shown=shown)
        return Problem(place, "bad-date", message, _DATES[kind](node.value))
    code, message, fix = _VALUES.get(kind, _OTHER)
    return Problem(place, code, message.format(name=name, shown=shown), fix)


def _colon(node: Mapping) -> Place | None:
    """The colon that made a group of fields out of one line of text, where one did."""
    words, value = next(iter(node.keys.values()), None), next(iter(node.values.values()), None)
    if words is None or not isinstance(value, Text) or len(node.values) > 1:
        return None
    place = words.place
    column = place.text.find(":", place.column - 1)
    same = value.empty or value.place.line == place.line
    return Place(place.file, place.line, column + 1) if same and column >= 0 else None


def _wrong_length(place: Place, name: str, node: Node | None, context: dict[str, Any]) -> Problem:
    least, most = context.get("min_length"), context.get("max_length")
    if isinstance(node, Text):
        length, what = len(node.value), "character"
        shorten = f"Shorten it by {_count(length - (most or 0), what)}."
    else:
        length, what, shorten = _length(node), "item", "Keep those that matter most."
    if most is not None:
        message = f"{name} has {_count(length, what)}; the most is {most}."
        return Problem(place, "too-long", message, shorten)
    if length == 0:
        return Problem(place, "empty", f"{name} is empty.", "Write at least one.")
    message = f"{name} has {_count(length, what)}; the least is {least}."
    return Problem(place, "too-short", message, "Write it out in full.")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _length(node: Node | None) -> int:
    if isinstance(node, Listing):
        return len(node.items)
    return len(node.values) if isinstance(node, Mapping) else 0


_VALUES = {
    "date_shape": (
        "bad-date",
        "{shown} is not a date written as year-month-day.",
        "Write it like 2026-11-22.",
    ),
    "version_shape": (
        "bad-date",
        "{shown} is not a year, a month or a day.",
        'Write a year, year-month or year-month-day: "2023", "2023-05" or "2023-05-17".',
    ),
    "date_impossible": (
        "bad-date",
        "There is no day {shown} in the calendar.",
        "Check the year, the month and the day.",
    ),
    "whole_number": (
        "bad-number",
        "{name} must be a whole number; here stands {shown}.",
        "Write digits only, such as 250.",
    ),
    "number": (
        "bad-number",
        "{name} must be a number; here stands {shown}.",
        "Write digits with a point for decimals, such as 52.9; the unit has a field of its own.",
    ),
    "number_there": (
        "wrong-form",
        "{shown} does not have the form of an item's number.",
        'Write its number there, such as "1", "2.3" or A1: letters, digits, points and hyphens.',
    ),
    "binds": (
        "not-in-list",
        '"binds" cannot be {shown}.',
        "Write everyone, or a least number of staff such as 250, or a list such as [nhs-trusts].",
    ),
}
_DATES = {
    "date_shape": meant.day,
    "version_shape": meant.publication,
    "date_impossible": meant.impossible,
}
_SHORT = 60  # characters of what may be an id; a longer text is no item of a short list
_OTHER = ("wrong-type", "{name} cannot be {shown}.", "Look at another entry for its form.")
_SLUG = "Use small letters, digits and hyphens only, such as black-women."
_FORMS = {
    "code": "Write three capital letters, such as HOS.",
    "id": "Write the id like its neighbours: HOS-REC-01 for an action, small-words-and-hyphens "
    "for anything else.",
    "icon": "Write the icon's name in small letters and hyphens, such as account-search.",
}
