"""Walks a file's tree along the model, so that rules find every text and reference by its kind.

It works on trees, not on validated models: a mistake in one field hides no problem of another.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable
from functools import cache, cached_property, partial
from typing import Annotated, Any, NamedTuple, Union, cast, get_args, get_origin

from pydantic import BaseModel, Tag

from generator.content.fields import Line, Link, Prose, Ref
from generator.content.model import kind_of_action
from generator.content.tree import Listing, Location, Mapping, Node, Text

Mark = Ref | Prose | Line | Link


class Found(NamedTuple):
    """A text of the tree, what its field may hold, and the field's name."""

    mark: Mark
    text: Text
    field: str


def walk(kind: Any, node: Node) -> tuple[Found, ...]:
    """Every marked text below a node that is read as `kind`, in file order within each field."""
    found: list[Found] = []
    _shape(kind)(found, node, "")
    return tuple(found)


_Look = Callable[[list[Found], Node, str], None]
"""Adds what is marked below a node to what was found, for a field of this name."""


@cache
def _shape(kind: Any) -> _Look:
    """How nodes of a kind are looked at: asked of the model once, and not at every node."""
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _Fields(kind).look
    if origin is Annotated:
        base, *metadata = get_args(kind)
        return partial(_annotated, _marks(metadata), _shape(base))
    if origin in (types.UnionType, Union):
        return partial(_either, get_args(kind))
    if origin is tuple:
        return partial(_items, _shape(get_args(kind)[0]))
    if origin is dict:
        of_key, of_value = map(_shape, get_args(kind))
        return partial(_named, of_key, of_value)
    return _nothing


class _Fields:
    """The fields of a model by their names in a file; a model may hold itself."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.model = model

    @cached_property
    def shapes(self) -> tuple[tuple[str, tuple[Mark, ...], _Look], ...]:
        fields = self.model.model_fields.items()
        return tuple(
            (info.alias or name, _marks(info.metadata), _shape(cast("Hashable", info.annotation)))
            for name, info in fields
        )

    def look(self, found: list[Found], node: Node, _field: str) -> None:
        if isinstance(node, Mapping):
            for key, marks, look in self.shapes:
                if key in node.values:
                    value = node.values[key]
                    _add(found, marks, value, key)
                    look(found, value, key)


def _marks(metadata: list[Any]) -> tuple[Mark, ...]:
    return tuple(mark for mark in metadata if isinstance(mark, Ref | Prose | Line | Link))


def _add(found: list[Found], marks: tuple[Mark, ...], node: Node, field: str) -> None:
    if marks and isinstance(node, Text) and not node.empty:
        found.extend(Found(mark, node, field) for mark in marks)


def _annotated(
    marks: tuple[Mark, ...], look: _Look, found: list[Found], node: Node, field: str
) -> None:
    _add(found, marks, node, field)
    look(found, node, field)


def _either(kinds: tuple[Any, ...], found: list[Found], node: Node, field: str) -> None:
    _shape(_chosen(kinds, node))(found, node, field)


def _items(look: _Look, found: list[Found], node: Node, field: str) -> None:
    if isinstance(node, Listing):
        for item in node.items:
            look(found, item, field)


def _named(of_key: _Look, of_value: _Look, found: list[Found], node: Node, field: str) -> None:
    if isinstance(node, Mapping):
        for name, value in node.values.items():
            of_key(found, node.keys[name], field)
            of_value(found, value, field)


def _nothing(_found: list[Found], _node: Node, _field: str) -> None:
    """Plain values hold no marked text below them."""


def _chosen(kinds: tuple[Any, ...], node: Node) -> Any:
    """The member of a union that the node is meant as."""
    for kind in kinds:
        tags = [part.tag for part in get_args(kind)[1:] if isinstance(part, Tag)]
        if tags and tags[0] == _status(node):
            return get_args(kind)[0]
    for kind in kinds:
        if isinstance(node, Listing) == (get_origin(kind) is tuple) and kind is not type(None):
            return kind
    return None


def _status(node: Node) -> str:
    values = node.values.items() if isinstance(node, Mapping) else ()
    return kind_of_action(n for n, value in values if not (isinstance(value, Text) and value.empty))


def kind_at(kind: Any, location: Location, node: Node | None) -> Any:
    """The kind that the model has at a location; `node` is the tree's own node there."""
    for index, step in enumerate(location):
        kind = bare(kind, None)
        last = node if index == len(location) - 1 else None
        if isinstance(step, int) and get_origin(kind) is tuple:
            kind = get_args(kind)[0]
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = {info.alias or name: info for name, info in kind.model_fields.items()}
            kind = fields[str(step)].annotation if str(step) in fields else None
        kind = bare(kind, last)
    return bare(kind, node)


def bare(kind: Any, node: Node | None) -> Any:
    """A kind without what is said about it; of several, the one that the node is meant as."""
    while get_origin(kind) in (Annotated, types.UnionType, Union):
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif node is None:
            kind = next(part for part in get_args(kind) if part is not type(None))
        else:
            kind = _chosen(get_args(kind), node)
    return kind
