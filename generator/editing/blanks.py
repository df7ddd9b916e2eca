"""Content to fill in: every field explained in a comment, with placeholders that check refuses."""

from __future__ import annotations

import datetime
import re
import textwrap
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic import StringConstraints

from generator.content.described import hints_of, holds
from generator.content.fields import Line, Prose, Ref
from generator.content.meanings import meaning
from generator.content.model import Content

TODO = "TODO"
_WORDS = f'"{TODO}: your own words go here"'  # long enough for any text, so only one rule minds
_WIDTH = 84
_IN_VOCABULARY = re.compile(r",? by (its|their) ids?( under \w+)? in the vocabulary")
_FILES = {
    "source": "toolkits/sources.yml",
    "law": "toolkits/law.yml",
    "resource": "toolkits/resources.yml",
    "framework": "toolkits/frameworks.yml",
}

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known already: fields with their lines, and the words to choose from by kind."""

    given: Mapping[str, Lines] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def blank(kind: type[Content], known: Known, indent: int = 0) -> Lines:
    """Every field of a form; those that may be left out are comments themselves."""
    lines: Lines = []
    for name, hint in hints_of(kind).items():
        info = next(i for typed, i in kind.model_fields.items() if name in (i.alias, typed))
        told = [meaning(kind, name), *_limits(hint, info.metadata)]
        if not info.is_required():
            told.append("May be left out.")
        lines += _comment(" ".join(told), hint, known)
        value = known.given.get(name) or _value(name, hint, known)
        left_out = not info.is_required() and name not in known.given
        lines += [f"# {line}" for line in value] if left_out else value
    return [" " * indent + line for line in lines]


def item(lines: Lines, indent: int) -> Lines:
    """The lines of an entry as one of a list: comments above it, a dash before its first field."""
    first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
    dashed = f"- {lines[first].lstrip()}"
    below = [f"  {line}" for line in lines[first + 1 :]]
    pad = " " * indent
    return [pad + line for line in (*lines[:first], dashed, *below)]


def _comment(text: str, hint: Any, known: Known) -> Lines:
    """The comment above a field: what it means and may hold, then the words to choose from."""
    choices = list(_choices(hint, known))
    if choices:
        text = _IN_VOCABULARY.sub("", text) + " Choose from:"
    wrapped = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"# {line}" for line in (*wrapped, *choices)]


def _limits(hint: Any, marks: list[Any]) -> Iterator[str]:
    for mark in _marks(hint):
        if isinstance(mark, StringConstraints) and mark.max_length and mark.pattern is None:
            yield f"{mark.min_length or 1} to {mark.max_length} characters."
    most = next((mark.max_length for mark in marks if isinstance(mark, MaxLen)), None)
    if most:
        yield f"Up to {most} of them."
    if any(isinstance(mark, Prose) and mark.cited for mark in _marks(hint)):
        yield "A figure needs its source behind the sentence: [@source-id]."
    for mark in _marks(hint):
        if isinstance(mark, Ref) and mark.kind in _FILES:
            yield f"The ids are in {_FILES[mark.kind]}."
    if _base(hint) is datetime.date:
        yield "Written like 2027-02-15."


def _choices(hint: Any, known: Known) -> Iterator[str]:
    """A line for each word to choose from, with what it means."""
    for mark in _marks(hint):
        if isinstance(mark, Ref):
            for id_, says in known.choices.get(mark.kind, {}).items():
                yield f"  {id_}: {says}" if says else f"  {id_}"
    if get_origin(hint) is Literal and len(get_args(hint)) > 1:
        yield f"  {', '.join(get_args(hint))}"


def _marks(hint: Any) -> Iterator[Any]:
    """What is said of a field, or of what a list in it holds; not of a form's own fields."""
    if get_origin(hint) is Annotated:
        yield from get_args(hint)[1:]
    if get_origin(hint) in (Annotated, tuple, types.UnionType, Union):
        for part in get_args(hint)[:1]:
            yield from _marks(part)


def _base(hint: Any) -> Any:
    """A kind of field without what is said of it, and without the nothing it may be."""
    if get_origin(hint) in (Annotated, types.UnionType, Union):
        return _base(get_args(hint)[0])
    return hint


def _value(name: str, hint: Any, known: Known) -> Lines:
    """A field with a placeholder for its value."""
    base = _base(hint)
    inner = get_args(base)[0] if get_origin(base) is tuple else None
    below = Known(choices=known.choices)
    if isinstance(base, type) and issubclass(base, Content):
        return [f"{name}:", *blank(base, below, 2)]
    if isinstance(inner, type) and issubclass(inner, Content):
        return [f"{name}:", *item(blank(inner, below), 2)]
    if inner is not None:
        return [f"{name}: [{TODO}]"] if _is_name(inner) else [f"{name}:", f"  - {_WORDS}"]
    if get_origin(base) is dict:
        return [f"{name}: {{{TODO}: [{TODO}]}}"]
    return [f"{name}: {TODO if _is_name(hint) else _WORDS}"]


def _is_name(hint: Any) -> bool:
    """Whether a field holds an id, a number or a chosen word, and not words of one's own."""
    marks = list(_marks(hint))
    return not any(isinstance(mark, Prose | Line) for mark in marks) or holds(hint) == "id"
