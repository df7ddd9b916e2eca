"""A small JSON Schema validator for the tests: the words that our schemas use, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

_KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "patternProperties", "items", "minItems", "maxItems", "minProperties",
    "minLength", "maxLength", "pattern", "format", "enum", "const", "anyOf", "minimum", "maximum",
    "if", "then", "else", "not", "propertyNames", "patternErrorMessage",
    "enumDescriptions",
}  # fmt: skip
_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "null": type(None)}


def faults(own: Json, value: Any, root: Json, place: str = "") -> list[str]:
    """What a value breaks of a schema, with its place."""
    assert set(own) <= _KNOWN, set(own) - _KNOWN
    return list(_faults(own, value, root, place))


def _faults(own: Json, value: Any, root: Json, place: str) -> Iterator[str]:
    if "$ref" in own:
        yield from faults(root["$defs"][own["$ref"].rsplit("/", 1)[1]], value, root, place)
    if "anyOf" in own and all(faults(part, value, root, place) for part in own["anyOf"]):
        yield f"{place}: fits none of the kinds"
    if "not" in own and not faults(own["not"], value, root, place):
        yield f"{place}: fits what it must not"
    if "if" in own:
        chosen = "else" if faults(own["if"], value, root, place) else "then"
        yield from faults(own[chosen], value, root, place)
    if value not in own.get("enum", [value]) or value != own.get("const", value):
        yield f"{place}: another word"
    kinds = own.get("type", [])
    if kinds and not any(_is(kind, value) for kind in ([kinds] if kinds == str(kinds) else kinds)):
        yield f"{place}: not a {kinds}"
    else:
        yield from _inside(own, value, root, place)


def _inside(own: Json, value: Any, root: Json, place: str) -> Iterator[str]:
    if isinstance(value, str):
        fits = re.search(own.get("pattern", ""), value)
        if not (fits and _between(own, "Length", len(value))):
            yield f"{place}: not in form"
    elif isinstance(value, list):
        if not _between(own, "Items", len(value)):
            yield f"{place}: too few or too many"
        for number, item in enumerate(value):
            yield from faults(own.get("items", {}), item, root, f"{place}/{number}")
    elif isinstance(value, dict):
        yield from _fields(own, value, root, place)
    elif isinstance(value, int | float) and not _between(own, "imum", value):
        yield f"{place}: too small or too large"


def _fields(own: Json, value: Json, root: Json, place: str) -> Iterator[str]:
    yield from (f"{place}: no {name}" for name in own.get("required", []) if name not in value)
    if not _between(own, "Properties", len(value)):
        yield f"{place}: too few"
    for name, part in value.items():
        yield from faults(own.get("propertyNames", {}), name, root, f"{place}/{name}")
        kinds = [own["properties"][name]] if name in own.get("properties", {}) else []
        patterns = own.get("patternProperties", {})
        kinds += [kind for form, kind in patterns.items() if re.search(form, name)]
        rest = own.get("additionalProperties", True)
        if not kinds and rest is False:
            yield f"{place}: unknown {name}"
        kinds += [rest] if not kinds and isinstance(rest, dict) else []
        for kind in kinds:
            yield from faults(kind, part, root, f"{place}/{name}")


def _between(own: Json, what: str, number: float) -> bool:
    least, most = own.get(f"min{what}", number), own.get(f"max{what}", number)
    return bool(least <= number <= most)


def _is(kind: str, value: Any) -> bool:
    if kind in ("integer", "number"):
        numbers = (int, float) if kind == "number" else (int,)
        return isinstance(value, numbers) and not isinstance(value, bool)
    return isinstance(value, _TYPES[kind])
