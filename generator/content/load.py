"""Folders become the model: reads every content file and tells all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator.content import rules
from generator.content.disk import Disk, look
from generator.content.files import ContentFile, Inventory, Role, inventory
from generator.content.fitted import Memory, Read, read_file
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
from generator.content.rules.documents import Document
from generator.content.source import Reading
from generator.content.toolkit import HandWrittenPage, SectorToolkit, Toolkit

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


@dataclass(frozen=True, slots=True)
class Begun:
    """Content whose files have been read, before any rule was asked about it."""

    problems: list[Problem]
    documents: list[Document] = field(default_factory=list)
    whole: bool = False
    slips: frozenset[Place] = frozenset()
    """Where files were told not to be as they should; what follows from it is not told."""

    style: Style | None = None
    toolkit: Toolkit | None = None
    """Where every file is sound by itself; rules may still find errors in it."""

    readings: tuple[Reading, ...] = ()

    def told(self) -> Iterator[bool | tuple[Problem, ...]]:
        """Whether it is all as a careful look would have it; then everything that is wrong."""
        yield all(reading.sure() for reading in self.readings)
        yield self.judged()

    def judged(self) -> tuple[Problem, ...]:
        """Every problem, with those that the rules find."""
        if not self.documents:
            return tuple(self.problems)
        documents, problems = self.documents, list(self.problems)
        problems += _first_causes(rules.check_trees(documents, self.whole), self.slips)
        problems += rules.check_style(documents, self.style, problems)
        if self.toolkit and not _has_errors(problems):
            problems += rules.check_toolkit(self.toolkit, documents)
        return tuple(sorted(set(problems), key=lambda problem: problem.order))

    def loaded(self, judged: tuple[Problem, ...]) -> Loaded:
        """The content, once it is judged."""
        return Loaded(None if _has_errors(judged) else self.toolkit, judged)


def load(folder: Path, memory: Memory | None = None) -> Loaded:
    """Reads the content below a project folder; what cannot be read is a problem too.

    Where a `memory` is given, files that are as they were are not parsed again.
    """
    begun = begin(folder, memory)
    return begun.loaded(begun.judged())


def begin(folder: Path, memory: Memory | None = None, *, hasty: bool = False) -> Begun:
    """The first half of `load`: what it gives can be worked with while the rules are asked.

    `hasty`: the layout of files that can be read is not looked at yet.
    """
    memory = {} if memory is None else memory
    disk = look(folder)
    if not disk.whole:
        return Begun(list(disk.problems))
    found = inventory(folder)
    problems = list(_of_files(disk, found))
    files = [
        read_file(folder, file, memory, hasty=hasty)
        if disk.may_read(file.path)
        else Read(Document(file, SourceFile(file.path), None, b""))
        for file in found.files
    ]
    problems += [slip for file in files for slip in file.slips]
    slips = frozenset(problem.place for problem in problems)
    problems += _first_causes((problem for file in files for problem in file.misfits), slips)
    models, documents = _Models(), [file.document for file in files]
    for file in files:
        _keep(file.document.about, file.made, models)
    toolkit = None if _has_errors(problems) else _assemble(models, documents)
    readings = tuple(file.reading for file in files if file.reading)
    return Begun(problems, documents, found.whole, slips, models.style, toolkit, readings)


def _first_causes(found: Iterator[Problem], told: frozenset[Place]) -> Iterator[Problem]:
    """What does not stand where a slip of the keyboard, its likely cause, is told already."""
    yield from (problem for problem in found if problem.place not in told)


def _of_files(disk: Disk, found: Inventory) -> Iterator[Problem]:
    """Each file's problem once: what is meant by a name is told rather than what is in it."""
    meant = {problem.place.file.path for problem in found.problems}
    for problem in disk.problems:
        if problem.code != "bad-name" or problem.place.file.path not in meant:
            yield problem
    yield from (own for own in found.problems if disk.may_read(own.place.file.path))


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _keep(about: ContentFile, made: tuple[Content, ...], models: _Models) -> None:
    for one in made:
        match one:
            case Theme():
                models.themes[about.theme] = one
            case Sector():
                models.sectors[about.sector] = one
            case ThemeFile():
                models.files[about.sector, about.theme] = one
            case Vocabulary():
                models.vocabulary = one
            case Style():
                models.style = one
            case Source() | Law() | Resource() | Framework():
                models.lists.setdefault(about.role, {})[one.id] = one


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
            document.about.path.removeprefix("toolkits/"),
            document.data.decode("utf-8-sig", "replace"),  # a rule tells what is no text
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
