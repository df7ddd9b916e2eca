"""What the toolkits hold, counted by theme, audience, evidence and group; how they read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.content.fields import Prose
from generator.content.marks import plain
from generator.content.model import Action, Content, ThemeFile
from generator.content.reading import grade, long_sentences
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.content.walk import walk


@dataclass(frozen=True, slots=True)
class Table:
    """A counted table: its title, the heads of its columns, its rows, all as words."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def report(toolkit: Toolkit) -> tuple[Table, ...]:
    """Every table, in the order an editor reads them."""
    return (
        _by_theme(toolkit),
        _by_audience(toolkit),
        _by_evidence(toolkit),
        _by_group(toolkit),
        _reading(toolkit),
    )


def _live(sector: SectorToolkit) -> Iterator[Action]:
    return (action for _theme, action in sector.every_action())


def _by_theme(toolkit: Toolkit) -> Table:
    rows: list[tuple[str | int, ...]] = [
        (sector.sector.title, *(len(sector.actions(theme)) for theme in toolkit.themes))
        for sector in toolkit.sectors.values()
    ]
    return _counted("Actions by sector and theme", ("Sector", *toolkit.themes), rows)


def _counted(title: str, heads: tuple[str, ...], rows: list[tuple[str | int, ...]]) -> Table:
    """A table of counts with a sum at the end of each row and column."""
    numbers = [[int(cell) for cell in row[1:]] for row in rows]
    sums = [sum(column) for column in zip(*numbers, strict=True)]
    full = [*rows, ("All", *sums)]
    return Table(
        title,
        (*heads, "all"),
        tuple((*map(str, row), str(sum(int(cell) for cell in row[1:]))) for row in full),
    )


def _by_audience(toolkit: Toolkit) -> Table:
    rows = []
    for sector in toolkit.sectors.values():
        for audience in sector.sector.audiences:
            parts = [a.audiences[audience.id] for a in _live(sector) if audience.id in a.audiences]
            first = sum(1 for part in parts if part.priority == "foundational")
            name = f"{sector.sector.title}: {audience.title}"
            rows.append((name, str(first), str(len(parts) - first), str(len(parts))))
    heads = ("Audience", "foundational", "enhanced", "all")
    return Table("Actions by audience", heads, tuple(rows))


def _by_evidence(toolkit: Toolkit) -> Table:
    strengths = tuple(toolkit.vocabulary.evidence)
    rows: list[tuple[str | int, ...]] = []
    for sector in toolkit.sectors.values():
        found = Counter(action.evidence.strength for action in _live(sector))
        rows.append((sector.sector.title, *(found[strength] for strength in strengths)))
    return _counted("Actions by strength of evidence", ("Sector", *strengths), rows)


def _by_group(toolkit: Toolkit) -> Table:
    groups = tuple(toolkit.vocabulary.groups)
    rows: list[tuple[str | int, ...]] = []
    for sector in toolkit.sectors.values():
        found = Counter(group for action in _live(sector) for group in action.groups)
        rows.append((sector.sector.title, *(found[group] for group in groups)))
    return _counted("Actions aimed at each priority group", ("Sector", *groups), rows)


def _reading(toolkit: Toolkit) -> Table:
    files = [
        (f"{sector.id}/{theme}", list(prose(file)))
        for sector in toolkit.sectors.values()
        for theme, file in sector.themes.items()
    ]
    files.append(("All of it", [text for _name, texts in files for text in texts]))
    rows = tuple((name, f"{grade(texts):.1f}", str(_long(texts))) for name, texts in files)
    return Table("How it reads", ("File", "grade", "long sentences"), rows)


def _long(texts: Iterable[str]) -> int:
    return sum(len(long_sentences(text)) for text in texts)


def prose(file: ThemeFile) -> Iterator[str]:
    """Every text of a file that readers read as sentences, without marks and citations."""
    return read_as_sentences(ThemeFile, file)


def read_as_sentences(kind: type[Content], content: Content) -> Iterator[str]:
    """The same for any content."""
    for found in walk(kind, content.origin):
        if isinstance(found.mark, Prose):
            yield plain(found.text.value)
