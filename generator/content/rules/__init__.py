"""Every rule about content, one file per family.

Tree rules read what was typed, so that a mistake in one field hides no problem elsewhere. Toolkit
rules need the whole to be sound, and run only then.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.model import Style
from generator.content.problems import Problem
from generator.content.rules import (
    actions,
    coverage,
    identity,
    links,
    pages,
    references,
    repeats,
    style,
    texts,
)
from generator.content.rules.documents import Document, declared
from generator.content.toolkit import Toolkit


def check_trees(documents: list[Document], whole: bool) -> Iterator[Problem]:
    """What is wrong in single files and between them; `whole`: no sector's file was left out."""
    known = declared(documents, whole)
    yield from identity.check(documents)
    yield from references.check(documents, known)
    yield from texts.check(documents)
    yield from links.check(documents, known)
    yield from actions.check(documents, known)
    yield from pages.check(documents)


def check_style(documents: list[Document], own: Style | None, told: list[Problem]) -> list[Problem]:
    """What house style would have otherwise; `told`: the problems found so far."""
    return style.check(documents, own, told)


def check_toolkit(toolkit: Toolkit, documents: list[Document]) -> Iterator[Problem]:
    """What is wrong with the whole, once every part of it is sound."""
    yield from coverage.check(toolkit, documents)
    yield from repeats.check(toolkit)
