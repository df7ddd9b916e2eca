"""One content file: read, and made into the models that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.content import belonging, words
from generator.content.explain import validate
from generator.content.files import ContentFile, Role
from generator.content.model import Content, Framework, Law, Resource, Source
from generator.content.problems import Place, Problem, SourceFile
from generator.content.rules.documents import KINDS, LISTS, Document
from generator.content.source import Reading, read
from generator.content.tree import Listing, Node


@dataclass(frozen=True, slots=True)
class Read:
    """A file as read: its tree, its slips of the keyboard, its models, and what fits none."""

    document: Document
    slips: tuple[Problem, ...] = ()
    made: tuple[Content, ...] = ()
    misfits: tuple[Problem, ...] = ()
    reading: Reading | None = None


Memory = dict[ContentFile, Read]
"""What each file gave when it was read last; a file with the same bytes gives it again."""


def read_file(folder: Path, file: ContentFile, memory: Memory, *, hasty: bool = False) -> Read:
    """A file of a project folder, taken from the memory where its bytes are the same.

    A file that cannot be opened is a slip too. `hasty`: its layout is not looked at yet.
    """
    try:
        data = (folder / file.path).read_bytes()
    except OSError:
        named = SourceFile(file.path)
        return Read(Document(file, named, None, b""), (words.no_access(Place(named)),))
    if file not in memory or memory[file].document.data != data:
        memory[file] = _parsed(file, data, hasty)
    return memory[file]


def _parsed(file: ContentFile, data: bytes, hasty: bool) -> Read:
    if file.role is Role.PAGE:
        return Read(Document(file, SourceFile(file.path), None, data))
    reading = read(file.path, data, hasty=hasty)
    document = Document(file, reading.file, reading.root, data)
    if reading.root is None:
        return Read(document, reading.problems)
    made, misfits = _fitted(file.role, reading.root)
    # Only a tree that does not fit can hold fields in the wrong group: each is put in its own.
    moved = tuple(belonging.settle(KINDS[file.role], reading.root)) if misfits else ()
    if moved:
        made, misfits = _fitted(file.role, reading.root)
    return Read(document, (*reading.problems, *moved), made, misfits, reading)


_MODELS: dict[Role, type[Source | Law | Resource | Framework]] = {
    Role.SOURCES: Source,
    Role.LAW: Law,
    Role.RESOURCES: Resource,
    Role.FRAMEWORKS: Framework,
}


def _fitted(role: Role, root: Node) -> tuple[tuple[Content, ...], tuple[Problem, ...]]:
    """The models of a tree, one or one for each entry of a list, and what does not fit."""
    if role not in LISTS:
        made, problems = validate(KINDS[role], root)
        return (made,) if made else (), problems
    if not isinstance(root, Listing):
        return (), (words.no_list(Place(root.place.file)),)
    fitted = [validate(_MODELS[role], item, "This entry") for item in root.items]
    entries = tuple(entry for entry, _ in fitted if entry)
    return entries, tuple(problem for _, problems in fitted for problem in problems)
