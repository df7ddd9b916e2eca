"""YAML text becomes plain data that remembers its file, line and column.

PyYAML's events carry every position, keep what the editor typed (nothing turns into a number, a
date or a truth value) and let us refuse what content may not hold while the file streams by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern
from typing import Any, cast

import yaml

from generator.content import characters, layout, parsing, words
from generator.content.problems import Place, Problem, SourceFile
from generator.content.tree import Listing, Mapping, Node, Text

MAX_DEPTH = 12
MOST = 1_000  # faults told of one file: nobody reads more, and each takes its time
MERGE = "<<"
_SHORT = 40  # characters: names and ids come again and again, and are kept once


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its tree, or none where it could not be read, and its problems."""

    file: SourceFile
    root: Node | None
    problems: tuple[Problem, ...]
    unseen: dict[int, int] | None = None
    """Where nobody has looked at its layout: how far its lines have moved."""

    def sure(self) -> bool:
        """Whether it gives what it would have given if its layout had been looked at."""
        if self.unseen is None:
            return True
        text, _ = characters.mended("\n".join(self.file.lines))
        draft = layout.scan(self.file, text, True, self.unseen)
        return not draft.problems and draft.lines == text.split("\n")


def read(path: str, data: bytes, *, hasty: bool = False) -> Reading:
    """Reads one YAML file; never raises for anything an editor can type.

    `hasty`: where nothing else is wrong, its layout is left for `sure` to look at.
    """
    file, text, problems = characters.decode(path, data)
    if text is None:
        return Reading(file, None, tuple(problems))
    problems += characters.scan_fields(file)
    if len(problems) > MOST:
        return Reading(file, None, (words.too_many(Place(file), MOST), *problems[:MOST]))
    text, shifts = characters.mended(text)
    builder = _Builder(file, shifts)
    root = builder.build(text)
    if hasty and root is not None and not problems and not builder.problems:
        return Reading(file, root, (), shifts)
    draft = layout.scan(file, text, not builder.stopped, shifts)
    if draft.problems or draft.lines != text.split("\n"):
        builder = _Builder(file, draft.shifts)
        root = builder.build("\n".join(draft.lines))
        if builder.stopped:  # what is told already may well be the cause
            builder.problems.clear()
    tabs = {problem.place.line for problem in problems if problem.code == "tab"}
    slips = (slip for slip in draft.problems if slip.place.line not in tabs)
    return Reading(file, root, (*problems, *slips, *builder.problems))


class _StopError(Exception):
    """Ends the reading of a file whose remaining parts cannot be trusted."""


class _Builder:
    """Turns the parser's events into nodes, refusing what content may not hold."""

    def __init__(self, file: SourceFile, shifts: dict[int, int] | None = None) -> None:
        self.file = file
        self.shifts = shifts or {}
        self.problems: list[Problem] = []
        self.stopped = False  # at something that no parser can make sense of
        self.as_typed = False  # nothing was mended: every place is the editor's own

    def build(self, text: str) -> Node | None:
        self.as_typed = tuple(text.split("\n")) == self.file.lines
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        root: Node | None = None
        documents = 0
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        raise self._stop(words.second_document(self._at(event.start_mark)))
                elif isinstance(event, yaml.NodeEvent):
                    root = self._node(event, events, 1)
        except _StopError:
            return None
        except yaml.MarkedYAMLError as error:
            self.stopped = True
            self.problems = [self._unreadable(error)]
            return None
        except yaml.YAMLError:
            self.stopped = True
            self.problems = [parsing.unreadable(Place(self.file), "", "")]
            return None
        if documents == 0:
            self.problems.append(words.empty_file(Place(self.file)))
        return root

    def _unreadable(self, error: yaml.MarkedYAMLError) -> Problem:
        """The parser's words at the place of the cause: often it stops only lines later."""
        place = self._at(error.problem_mark or error.context_mark)
        if parsing.begins_earlier(error.problem or ""):
            place = self._at(error.context_mark or error.problem_mark)
        return parsing.unreadable(place, error.problem or "", error.context or "")

    def _at(self, mark: Any) -> Place:
        if mark is None:
            return Place(self.file)
        if self.as_typed:
            return Place(self.file, mark.line + 1, mark.column + 1)
        column = mark.column + 1 - self.shifts.get(mark.line + 1, 0)
        return Place.within(self.file, mark.line + 1, column)

    def _stop(self, problem: Problem) -> _StopError:
        self.problems.append(problem)
        return _StopError()

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Node | None:
        """Builds the node an event opens; none where it holds something refused."""
        if len(self.problems) > MOST:
            raise self._stop(words.too_many(Place(self.file), MOST))
        place = self._at(event.start_mark)
        if depth > MAX_DEPTH:
            raise self._stop(words.too_deep(place, MAX_DEPTH))
        plain = event.anchor is None and getattr(event, "tag", None) is None
        refused = None if plain else self._refused(event, place)
        node: Node | None = None
        kind = type(event)
        if kind is yaml.ScalarEvent:
            node = self._text(cast("yaml.ScalarEvent", event), place)
        elif kind is yaml.MappingStartEvent:
            node = self._mapping(place, events, depth)
        elif kind is yaml.SequenceStartEvent:
            node = self._listing(place, events, depth)
        if refused is not None:
            self.problems.append(refused)
            return None
        return node

    def _text(self, event: yaml.ScalarEvent, place: Place) -> Text:
        mark: Any = event.end_mark  # the C parser always gives one
        last = mark.line + 1 if mark.column else mark.line
        last = place.line if last == place.line else last  # the very same number takes no room
        value, style = event.value, event.style
        if style == '"':
            self.problems.extend(characters.smuggled(place, value))
        remark = "" if style or not value else self._remark(mark)
        value = characters.seen(value.strip())
        return Text(place, intern(value) if len(value) < _SHORT else value, last, remark)

    def _remark(self, mark: Any) -> str:
        """What a reader would take for the end of the text, and the parser for a remark."""
        lines = self.file.lines
        if mark.line >= len(lines) or "#" not in lines[mark.line]:
            return ""
        end = self._at(mark)
        before, found, remark = end.text[end.column - 1 :].partition("#")
        if not found:
            return ""
        return "" if before.strip() else remark.strip()

    def _refused(self, event: yaml.NodeEvent, place: Place) -> Problem:
        if type(event) is yaml.AliasEvent:
            return words.alias(place, event.anchor or "")
        if event.anchor is not None:
            return words.anchor(place, event.anchor)
        return words.tag(place)

    def _listing(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Listing:
        items: list[Node] = []
        withheld = False
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, depth + 1)
                if node is None:
                    withheld = True
                else:
                    items.append(node)
        return Listing(place, tuple(items), withheld)

    def _mapping(self, place: Place, events: Iterator[yaml.Event], depth: int) -> Mapping | None:
        keys: dict[str, Text] = {}
        values: dict[str, Node] = {}
        withheld: set[str] = set()
        sound = True
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.NodeEvent):
                continue
            key = self._node(event, events, depth + 1)
            told = len(self.problems)
            value = self._node(cast("yaml.NodeEvent", next(events)), events, depth + 1)
            if key is None:
                withheld |= {event.value.strip()} if isinstance(event, yaml.ScalarEvent) else set()
            elif not isinstance(key, Text):
                sound = False
                self.problems.append(words.key_not_text(key.place))
            elif key.value == MERGE:
                del self.problems[told:]  # one cause, one message: an alias always follows it
                self.problems.append(words.merge_key(key.place))
                withheld.add(MERGE)
            elif key.value in keys:
                first = keys[key.value].place.line
                self.problems.append(words.duplicate_key(key.place, key.value, first))
            elif value is None:
                withheld.add(key.value)
            else:
                keys[key.value], values[key.value] = key, value
        return Mapping(place, keys, values, frozenset(withheld)) if sound else None
