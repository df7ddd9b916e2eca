"""Fields in a group that cannot hold them: two spaces too many, or too few, have put them there.

The reader of the file sees nothing wrong in it. Only the model knows that `takes` is no audience,
so each such field is told once, and put where it belongs, before anything else is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from generator.content import spacing
from generator.content.problems import Problem
from generator.content.tree import Listing, Mapping, Node, Text
from generator.content.walk import bare


class _Group(NamedTuple):
    """A group of fields that is open where the tree is looked at, and what it may hold."""

    fields: dict[str, Any]
    node: Mapping


def settle(kind: Any, node: Node, name: str = "") -> Iterator[Problem]:
    """Tells each field in the wrong group and moves it, in a tree that nobody has read yet."""
    yield from _settle(kind, node, name, ())


def _settle(kind: Any, node: Node, name: str, around: tuple[_Group, ...]) -> Iterator[Problem]:
    kind = bare(kind, node)
    if get_origin(kind) is tuple and isinstance(node, Listing):
        for item in node.items:
            yield from _settle(get_args(kind)[0], item, name, around)
    elif get_origin(kind) is dict and isinstance(node, Mapping):
        for key in list(node.values):
            if not _holds(get_args(kind)[1], node.values[key]):
                yield from _out(key, node, name, around)
        for key, value in node.values.items():
            yield from _settle(get_args(kind)[1], value, key, around)
    elif isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(node, Mapping):
        own = _Group(_fields(kind), node)
        for key in [key for key in node.values if key not in own.fields]:
            yield from _out(key, node, name, around) if _elsewhere(key, around) else _in(key, own)
        for key in [key for key in own.fields if key in node.values]:
            yield from _settle(own.fields[key], node.values[key], key, (*around, own))


def _fields(kind: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info.annotation for name, info in kind.model_fields.items()}


def _holds(kind: Any, value: Node) -> bool:
    """Whether a value is a group with at least one of the fields it should have."""
    kind = bare(kind, value)
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return False
    return isinstance(value, Mapping) and any(key in _fields(kind) for key in value.values)


def _elsewhere(key: str, around: tuple[_Group, ...]) -> _Group | None:
    """The nearest group further out that has such a field, and not yet a value for it."""
    groups = (g for g in reversed(around) if key in g.fields and key not in g.node.values)
    return next(groups, None)


def _out(key: str, node: Mapping, name: str, around: tuple[_Group, ...]) -> Iterator[Problem]:
    """A field that stands too far right moves out of the group that swallowed it."""
    group = _elsewhere(key, around)
    place = node.keys[key].place
    if group is None or not _starts_line(node.keys[key]):
        return
    wanted = next(iter(group.node.keys.values())).place.column - 1
    several = node.values[key].place.line > place.line
    yield spacing.too_far_in(place, key, name, wanted, several=several)
    _move(key, node, group.node)


def _in(key: str, own: _Group) -> Iterator[Problem]:
    """A group that stands too far left moves into the field of groups above it."""
    value = own.node.values[key]
    for name, annotation in own.fields.items():
        kind, held = bare(annotation, None), own.node.values.get(name)
        if get_origin(kind) is not dict or not _holds(get_args(kind)[1], value):
            continue
        if isinstance(held, Text) and held.empty:
            held = own.node.values[name] = Mapping(held.place)
        fits = isinstance(held, Mapping) and key not in held.values
        if isinstance(held, Mapping) and fits and _starts_line(own.node.keys[key]):
            least = own.node.keys[name].place.column + 1
            wanted = max(
                [least, *(first.place.column - 1 for first in list(held.keys.values())[:1])]
            )
            yield spacing.too_far_out(own.node.keys[key].place, key, name, wanted)
            _move(key, own.node, held)
            _free(value, get_args(kind)[1], held)
            return


def _free(value: Node, kind: Any, held: Mapping) -> None:
    """Groups that the misplaced one swallowed only because it stood too far left."""
    if isinstance(value, Mapping):
        for key in [key for key in value.values if key not in _fields(bare(kind, value))]:
            if key not in held.values and _holds(kind, value.values[key]):
                _move(key, value, held)


def _move(key: str, old: Mapping, new: Mapping) -> None:
    new.keys[key], new.values[key] = old.keys.pop(key), old.values.pop(key)


def _starts_line(name: Text) -> bool:
    """Whether nothing but spaces stands before a name, so that they can be what is wrong."""
    return not name.place.text[: name.place.column - 1].strip()
