"""Folders become the model: reads every content file and tells all problems at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.content import belonging, rules, words
from generator.content.disk import Disk, look
from generator.content.explain import validate
from generator.content.files import ContentFile, Inventory, Role, inventory
from generator.content.model import (
    Content,
    Framework,
    Law,
    Resource,
    Sector,
    Source,
    Style,
    Theme,
    ThemeFile,
    Vocabulary,
)
from generator.content.problems import Place, Problem, Severity, SourceFile
from generator.content.rules.documents import KINDS, LISTS, Document
from generator.content.source import read
from generator.content.toolkit import HandWrittenPage, SectorToolkit, Toolkit
from generator.content.tree import Listing

Entry = Source | Law | Resource | Framework
Kind = TypeVar("Kind", Source, Law, Resource, Framework)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content of a folder: a toolkit where there is no error, and every problem, sorted."""

    toolkit: Toolkit | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


@dataclass(slots=True)
class _Models:
    """The models read so far, before they are put in order."""

    themes: dict[str, Theme] = field(default_factory=dict)
    sectors: dict[str, Sector] = field(default_factory=dict)
    files: dict[tuple[str, str], ThemeFile] = field(default_factory=dict)
    lists: dict[Role, dict[str, Entry]] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    style: Style | None = None


Memory = dict[ContentFile, tuple[Document, tuple[Problem, ...]]]
"""What each file gave when it was read last; a file with the same bytes gives it again."""


def load(folder: Path, memory: Memory | None = None) -> Loaded:
    """Reads the content below a project folder; what cannot be read is a problem too.

    Where a `memory` is given, files that are as they were are not parsed again.
    """
    memory = {} if memory is None else memory
    disk = look(folder)
    if not disk.whole:
        return Loaded(None, disk.problems)
    found = inventory(folder)
    problems = list(_of_files(disk, found))
    documents = [
        _document(folder, file, problems, memory)
        if disk.may_read(file.path)
        else Document(file, SourceFile(file.path), None, b"")
        for file in found.files
    ]
    told = {problem.place for problem in problems}
    models = _Models()
    for document in documents:
        problems += _first_causes(_take(document, models), told)
    problems += _first_causes(rules.check_trees(documents, found.whole), told)
    problems += rules.check_style(documents, models.style, problems)
    toolkit = None
    if not _has_errors(problems):
        toolkit = _assemble(models, documents)
        problems += rules.check_toolkit(toolkit, documents)
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.order))
    return Loaded(None if _has_errors(problems) else toolkit, ordered)


def _first_causes(found: Iterator[Problem], told: set[Place]) -> Iterator[Problem]:
    """What does not stand where a slip of the keyboard, its likely cause, is told already."""
    yield from (problem for problem in found if problem.place not in told)


def _of_files(disk: Disk, found: Inventory) -> Iterator[Problem]:
    """Each file's problem once: what is meant by a name is told rather than what is in it."""
    meant = {problem.place.file.path for problem in found.problems}
    for problem in disk.problems:
        if problem.code != "bad-name" or problem.place.file.path not in meant:
            yield problem
    yield from (own for own in found.problems if disk.may_read(own.place.file.path))


def _has_errors(problems: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _document(folder: Path, file: ContentFile, problems: list[Problem], memory: Memory) -> Document:
    try:
        data = (folder / file.path).read_bytes()
    except OSError:
        named = SourceFile(file.path)
        problems.append(words.no_access(Place(named)))
        return Document(file, named, None, b"")
    if file.role is Role.PAGE:
        return Document(file, SourceFile(file.path), None, data)
    if file not in memory or memory[file][0].data != data:
        reading = read(file.path, data)
        misplaced = belonging.settle(KINDS.get(file.role), reading.root) if reading.root else ()
        problems_there = (*reading.problems, *misplaced)
        memory[file] = Document(file, reading.file, reading.root, data), problems_there
    document, told = memory[file]
    problems.extend(told)
    return document


_MODELS: dict[Role, type[Entry]] = {
    Role.SOURCES: Source,
    Role.LAW: Law,
    Role.RESOURCES: Resource,
    Role.FRAMEWORKS: Framework,
}


def _take(document: Document, models: _Models) -> Iterator[Problem]:
    """Validates one document and keeps its models; yields what does not fit."""
    root, role = document.root, document.about.role
    if root is None:
        return
    if role in LISTS:
        yield from _take_list(document, models)
    else:
        made, problems = validate(KINDS[role], root)
        yield from problems
        _keep(document.about, made, models)


def _keep(about: ContentFile, made: Content | None, models: _Models) -> None:
    match made:
        case Theme():
            models.themes[about.theme] = made
        case Sector():
            models.sectors[about.sector] = made
        case ThemeFile():
            models.files[about.sector, about.theme] = made
        case Vocabulary():
            models.vocabulary = made
        case Style():
            models.style = made


def _take_list(document: Document, models: _Models) -> Iterator[Problem]:
    role, root = document.about.role, document.root
    kept = models.lists.setdefault(role, {})
    if not isinstance(root, Listing):
        yield Problem(
            Place(document.file),
            "wrong-type",
            "This file must be a list of entries.",
            'Start each entry on a line of its own with "- id: …".',
        )
        return
    for item in root.items:
        entry, problems = validate(_MODELS[role], item, "This entry")
        yield from problems
        if entry is not None:
            kept[entry.id] = entry


def _assemble(models: _Models, documents: list[Document]) -> Toolkit:
    themes = dict(sorted(models.themes.items(), key=lambda pair: (pair[1].order, pair[0])))
    order = sorted(models.sectors, key=lambda id_: (models.sectors[id_].order, id_))
    sectors = {
        id_: SectorToolkit(
            id_,
            models.sectors[id_],
            {theme: models.files[id_, theme] for theme in themes if (id_, theme) in models.files},
        )
        for id_ in order
    }
    pages = tuple(
        HandWrittenPage(
            document.about.path.removeprefix("toolkits/"), document.data.decode("utf-8-sig")
        )
        for document in documents
        if document.about.role is Role.PAGE
    )
    if models.vocabulary is None:
        raise AssertionError("a toolkit without errors has a vocabulary")
    return Toolkit(
        themes,
        sectors,
        _only(models, Role.SOURCES, Source),
        _only(models, Role.LAW, Law),
        _only(models, Role.RESOURCES, Resource),
        _only(models, Role.FRAMEWORKS, Framework),
        models.vocabulary,
        pages,
    )


def _only(models: _Models, role: Role, kind: type[Kind]) -> dict[str, Kind]:
    entries = models.lists.get(role, {})
    return {id_: entry for id_, entry in entries.items() if isinstance(entry, kind)}
