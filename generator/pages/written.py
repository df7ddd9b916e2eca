"""Every page as Markdown: decided and written now, or as it was written before.

A preview remembers what each page asked of the content. Where the answers are the same, and the
plan is, the page is the same: an edit is decided anew only on the pages that show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from generator.content.addresses import relative
from generator.content.marks import parse
from generator.content.model import Vocabulary
from generator.content.toolkit import Toolkit
from generator.pages.encode import link, words
from generator.pages.here import Here, Index, Made
from generator.pages.render import render, stamps
from generator.pages.site import Planned
from generator.pages.tables import in_short

Key = TypeVar("Key")
Value = TypeVar("Value")

_PARTS = ("themes", "sectors", "sources", "law", "resources", "frameworks")
_ALL, _HAS = "all keys", "has key"
_MISSING = object()

Answers = dict[tuple[str, str, Any], Any]
"""What was asked: of which mapping, which question, for which key; and the answer."""


@dataclass(frozen=True, slots=True)
class Written:
    """A page as Markdown, and how many actions each take-away with it must hold."""

    text: str
    listed: Mapping[str, int]


_Given = tuple[Vocabulary, str, tuple[tuple[str, int], ...]]
"""What bears on every page: the words to choose from, where content is edited, the templates."""


@dataclass(frozen=True, slots=True)
class _Known:
    planned: Planned
    given: _Given
    answers: Answers
    written: Written


Memory = dict[str, _Known]
"""What is known of each page, by its path."""


class Asked(Mapping[Key, Value]):
    """A mapping that remembers every question it was asked, and its own answer."""

    def __init__(self, of: Mapping[Key, Value], name: str, answers: Answers) -> None:
        self._of, self._name, self._answers = of, name, answers

    def __getitem__(self, key: Key) -> Value:
        self._answers[self._name, "", key] = self._of.get(key, _MISSING)
        return self._of[key]

    def __contains__(self, key: object) -> bool:
        self._answers[self._name, _HAS, key] = found = key in self._of
        return found

    def __iter__(self) -> Iterator[Key]:
        self._answers[self._name, _ALL, None] = tuple(self._of)
        return iter(self._of)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def forget() -> None:
    """Lets go of what pages have in common: when all are written, it only takes room."""
    for common in (parse, words, link, relative, in_short):
        common.cache_clear()


class Writer:
    """Writes the pages of one toolkit; with a `memory`, those that would differ and no others."""

    def __init__(
        self, toolkit: Toolkit, made: Mapping[str, Made], edit_base: str, memory: Memory | None
    ) -> None:
        self.toolkit, self.edit_base, self.memory = toolkit, edit_base, memory
        self.given: _Given = (toolkit.vocabulary, edit_base, () if memory is None else stamps())
        index = Index.of(toolkit)
        self.asked: dict[str, Mapping[Any, Any]] = {
            **{name: getattr(toolkit, name) for name in _PARTS},
            "actions": index.actions,
            "titles": index.titles,
            "made": made,
        }

    def write(self, planned: Planned) -> Written:
        """One page."""
        if self.memory is None:
            return self._write(planned, self.asked)
        known = self.memory.get(planned.path)
        if known is None or not self._same(known, planned):
            answers: Answers = {}
            asked = {name: Asked(of, name, answers) for name, of in self.asked.items()}
            written = self._write(planned, asked)
            known = _Known(planned, self.given, answers, written)
            self.memory[planned.path] = known
        return known.written

    def _write(self, planned: Planned, asked: Mapping[str, Mapping[Any, Any]]) -> Written:
        parts: dict[str, Any] = {name: asked[name] for name in _PARTS}
        toolkit = replace(self.toolkit, **parts, pages=())  # no page shows another's own text
        index = Index(asked["actions"], asked["titles"])
        page = planned.page(Here(planned.path, toolkit, index, asked["made"]))
        return Written(render(page, self.edit_base), page.listed)

    def _same(self, known: _Known, planned: Planned) -> bool:
        """Whether a page would come out as it did before."""
        return (known.planned, known.given) == (planned, self.given) and all(
            self._answer(*question) == answer for question, answer in known.answers.items()
        )

    def _answer(self, name: str, question: str, key: Any) -> Any:
        of = self.asked[name]
        if question == _ALL:
            return tuple(of)
        return key in of if question == _HAS else of.get(key, _MISSING)
