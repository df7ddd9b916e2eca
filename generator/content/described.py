"""What a field of the content or of the open data holds, said in words."""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator.content import fields
from generator.content.meanings import meaning
from generator.content.published import InSite

_PARTS_OF_NAMES = re.compile(r"(?<!^)(?=[A-Z])")
_SIMPLE = {int: "whole number", float: "number", str: "words", datetime.date: "date"}
_KINDS = (
    (fields.Slug, "id"),
    (fields.ActionId, "id"),
    (fields.Code, "three capitals"),
    (fields.Icon, "icon name"),
    (fields.Version, "year, month or day"),
    (fields.ItemNumber, "item number"),
    (InSite, "address in the site"),
)
_MARKS = ((fields.Ref, "id"), (fields.Prose, "text"), (fields.Link, "https address"))


@dataclass(frozen=True, slots=True)
class Described:
    """A field by the name it has in files: what kind of value it holds, and what that means."""

    name: str
    holds: str
    means: str


def name_of(kind: type[BaseModel]) -> str:
    """The name of a form in words: retired action."""
    return _PARTS_OF_NAMES.sub(" ", kind.__name__).lower()


def fields_of(kind: type[BaseModel]) -> tuple[Described, ...]:
    """Every field that a form has in files, in its order."""
    return tuple(
        Described(name, holds(hint), meaning(kind, name)) for name, hint in hints_of(kind).items()
    )


def hints_of(kind: type[BaseModel]) -> dict[str, Any]:
    """What each field is typed as, by the name it has in files."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        info.alias or name: hints[name]
        for name, info in kind.model_fields.items()
        if not info.exclude
    }


def holds(hint: Any) -> str:
    """The kind of value that a field typed so holds, in words."""
    arguments = get_args(hint)
    if get_origin(hint) is Annotated:
        return _named(hint) or holds(arguments[0])
    if get_origin(hint) is Literal:
        return _or(str(word) for word in arguments)
    if get_origin(hint) is tuple:
        return f"list of {_several(holds(arguments[0]))}"
    if get_origin(hint) is dict:
        return f"for each {holds(arguments[0])}: {holds(arguments[1])}"
    if get_origin(hint) in (types.UnionType, Union):
        kinds = [part for part in arguments if part is not type(None)]
        nothing = ("nothing",) if type(None) in arguments else ()
        return _or((*(holds(part) for part in kinds), *nothing))
    return _SIMPLE[hint] if hint in _SIMPLE else name_of(hint)


def _named(hint: Any) -> str:
    """What we call this kind of field, where it has a name of its own."""
    for kind, words in _KINDS:
        if hint == kind:
            return words
    marks = get_args(hint)[1:]
    return next((words for kind, words in _MARKS if any(isinstance(m, kind) for m in marks)), "")


def _or(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _several(words: str) -> str:
    return words if words.endswith("s") else f"{words}s"


def is_prose(hint: Any) -> bool:
    """Whether a field, or what a list in it holds, is a text with marks."""
    return bool(re.search(r"\btexts?\b", holds(hint)))
