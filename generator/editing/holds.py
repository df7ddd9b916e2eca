"""Which fields hold text and which hold dates, by their names: read from the model."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.content import fields, model
from generator.content.fields import Line, Prose
from generator.content.model import Content


def _uses() -> Iterator[tuple[str, Any]]:
    """Every field's name, as an editor types it, with what it holds."""
    for own in vars(model).values():
        if isinstance(own, type) and issubclass(own, Content) and own is not Content:
            hints = get_type_hints(own, include_extras=True)
            for name, info in own.model_fields.items():
                if name != "origin":
                    yield info.alias or name, hints[name]


def _sort(hint: Any) -> str:
    """What one use of a field holds: text, a list of texts, a date, a version, or other things."""
    if hint in (fields.Date, fields.Version):
        return "date" if hint == fields.Date else "version"
    if get_origin(hint) is Annotated:
        base, *marks = get_args(hint)
        if any(isinstance(mark, Prose | Line) for mark in marks):
            return "text"
        return _sort(base)
    if get_origin(hint) in (Union, types.UnionType):
        return next(_sort(part) for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple and _sort(get_args(hint)[0]) == "text":
        return "texts"
    return ""


def _named(sort: str) -> frozenset[str]:
    """The names that hold this wherever they are used."""
    every = [(name, _sort(hint)) for name, hint in _uses()]
    other = {name for name, own in every if own != sort}
    return frozenset(name for name, own in every if own == sort) - other


NAMES = frozenset(name for name, _hint in _uses())
"""The name of every field."""
TEXT = _named("text")
"""Fields that hold one text."""
TEXTS = _named("texts")
"""Fields that hold a list of texts."""
DATES = _named("date")
"""Fields that hold a day."""
VERSIONS = _named("version")
"""Fields that hold a year, a month or a day."""
