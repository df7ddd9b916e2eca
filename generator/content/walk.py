"""Walks a file's tree along the model, so that rules find every text and reference by its kind.

It works on trees, not on validated models: a mistake in one field hides no problem of another.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from generator.content.fields import Line, Link, Prose, Ref
from generator.content.model import kind_of_action
from generator.content.tree import Listing, Location, Mapping, Node, Text

Mark = Ref | Prose | Line | Link


@dataclass(frozen=True, slots=True)
class Found:
    """A text of the tree, what its field may hold, and the field's name."""

    mark: Mark
    text: Text
    field: str


def walk(kind: Any, node: Node, field: str = "") -> Iterator[Found]:
    """Every marked text below a node that is read as `kind`, in file order within each field."""
    if isinstance(kind, type):  # the commonest, and the quickest to tell
        if issubclass(kind, BaseModel) and isinstance(node, Mapping):
            yield from _fields(kind, node)
    elif get_origin(kind) is Annotated:
        base, *metadata = get_args(kind)
        yield from _marked(metadata, node, field)
        yield from walk(base, node, field)
    elif get_origin(kind) in (types.UnionType, Union):
        yield from walk(_chosen(get_args(kind), node), node, field)
    elif get_origin(kind) is tuple and isinstance(node, Listing):
        for item in node.items:
            yield from walk(get_args(kind)[0], item, field)
    elif get_origin(kind) is dict and isinstance(node, Mapping):
        key_kind, value_kind = get_args(kind)
        for name, value in node.values.items():
            yield from walk(key_kind, node.keys[name], field)
            yield from walk(value_kind, value, field)


def _fields(model: type[BaseModel], node: Mapping) -> Iterator[Found]:
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key in node.values:
            value = node.values[key]
            yield from _marked(info.metadata, value, key)
            yield from walk(info.annotation, value, key)


def _marked(metadata: list[Any], node: Node, field: str) -> Iterator[Found]:
    if isinstance(node, Text) and not node.empty:
        for mark in metadata:
            if isinstance(mark, Ref | Prose | Line | Link):
                yield Found(mark, node, field)


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
