"""Pydantic's errors, each at the place of the editor's own mistake, and one for each cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content import meanings, misfits
from generator.content.model import LIVE, RETIRED, Action, Content, Fields, RetiredAction
from generator.content.problems import Problem, did_you_mean
from generator.content.source import MERGE
from generator.content.tree import Listing, Location, Mapping, Node, Text, find
from generator.content.walk import kind_at

Model = TypeVar("Model", bound=Content)


def plain_data(node: Node) -> Any:
    """The tree as dicts, lists and text; None where nothing was typed."""
    if isinstance(node, Mapping):
        return Fields(node, {name: plain_data(value) for name, value in node.values.items()})
    if isinstance(node, Listing):
        return [plain_data(item) for item in node.items]
    return None if node.empty else node.value


def validate(
    model: type[Model], node: Node, whole: str = "This file"
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Reads a tree as a model; where it does not fit, all the problems instead."""
    try:
        return model.model_validate(plain_data(node)), ()
    except ValidationError as error:
        return None, tuple(_Explainer(model, node, whole, error.errors()).problems())


def _location(error: ErrorDetails) -> Location:
    """Where an editor sees it: without what pydantic adds for members of a union and for keys."""
    steps = tuple(step for step in error["loc"] if step not in {LIVE, RETIRED})
    return steps[:-1] if _is_key(error) else steps


def _is_key(error: ErrorDetails) -> bool:
    return error["loc"][-1:] == ("[key]",) and error["type"] != "extra_forbidden"


def node_at(root: Node, location: Location) -> Node | None:
    """The node at a location, or none where nothing was typed there."""
    node: Node | None = root
    for step in location:
        if isinstance(node, Mapping):
            node = node.values.get(str(step))
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


class _Explainer:
    """One tree, the model it should fit, and pydantic's errors about it."""

    def __init__(
        self, model: type[Content], root: Node, whole: str, errors: list[ErrorDetails]
    ) -> None:
        self.model = model
        self.root = root
        self.whole = whole
        self.unknown = [e for e in errors if e["type"] == "extra_forbidden"]
        self.others = [e for e in errors if e["type"] != "extra_forbidden"]
        self.wrong = {_location(e) for e in errors}
        # By the mapping they stand in: a file may hold thousands of faults.
        self.missing: dict[Location, list[str]] = {}
        for error in self.others:
            if error["type"] == "missing":
                location = _location(error)
                self.missing.setdefault(location[:-1], []).append(str(error["loc"][-1]))
        self.strangers = Counter(_location(error)[:-1] for error in self.unknown)

    def problems(self) -> Iterator[Problem]:
        """One problem for each cause."""
        meant: set[Location] = set()  # missing fields that a mistyped name accounts for
        leftovers: dict[Location, list[str]] = {}
        for error in self.unknown:
            location = _location(error)
            above, name = location[:-1], str(location[-1])
            if self._kind(above) is RetiredAction and name in Action.model_fields:
                leftovers.setdefault(above, []).append(name)
            else:
                near = self._meant(above, name)
                meant.add((*above, near))
                yield self._unknown(above, name, near)
        for above, names in leftovers.items():
            if (*above, "status") not in self.wrong:
                yield misfits.leftover(find(self.root, above), names)
        for error in self.others:
            location = _location(error)
            if location not in meant and not self._follows(error, location):
                yield self._explain(error, location)

    def _follows(self, error: ErrorDetails, location: Location) -> bool:
        """Whether the error only follows from something that is told already."""
        node, above = node_at(self.root, location), node_at(self.root, location[:-1])
        if error["type"] == "too_short":  # pydantic does not count the items that are wrong
            below = any(w[: len(location)] == location and w != location for w in self.wrong)
            return below or (isinstance(node, Listing | Mapping) and bool(node.withheld))
        if error["type"] == "missing":
            return isinstance(above, Mapping) and bool({location[-1], MERGE} & above.withheld)
        return False

    def _kind(self, location: Location) -> Any:
        return kind_at(self.model, location, node_at(self.root, location))

    def _meaning(self, location: Location) -> str:
        """What the field at a location holds, in words."""
        kind = self._kind(location[:-1])
        return meanings.meaning(kind, str(location[-1])) if isinstance(kind, type) else ""

    def _meant(self, above: Location, name: str) -> str:
        """The missing field that a wrong name stands for, or nothing."""
        missing = self.missing.get(above, [])
        near = did_you_mean(name, missing)
        if near.startswith("Did you mean"):
            return near.split('"')[1]
        alone = self.strangers[above] == 1
        return missing[0] if alone and len(missing) == 1 else ""

    def _unknown(self, above: Location, name: str, near: str) -> Problem:
        parent, kind = node_at(self.root, above), self._kind(above)
        fields = kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else {}
        allowed = [info.alias or field for field, info in fields.items() if field != "origin"]
        typed = parent.values if isinstance(parent, Mapping) else {}
        place = parent.keys[name].place if isinstance(parent, Mapping) else find(self.root, above)
        unused = [field for field in allowed if field not in typed]
        return misfits.unknown_field(place, name, near, unused or allowed)

    def _explain(self, error: ErrorDetails, location: Location) -> Problem:
        above, node = node_at(self.root, location[:-1]), node_at(self.root, location)
        named = [str(step) for step in location if isinstance(step, str)]
        if error["type"] == "missing":
            meaning = self._meaning(location)
            return misfits.missing(find(self.root, location), named[-1], node is not None, meaning)
        if _is_key(error) and isinstance(above, Mapping):
            key = above.keys[str(location[-1])]
            return misfits.wrong_key(key.place, key.value, named[-2] if named[:-1] else self.whole)
        if not location:
            return misfits.wrong_whole(self.root, self.whole)
        name = f'"{named[-1]}"' if isinstance(location[-1], str) else f'An item of "{named[-1]}"'
        place = find(self.root, location)
        if isinstance(node, Text) and node.empty:
            return misfits.empty(place, name)
        return misfits.wrong_value(place, name, named[-1], node, error)
