"""The finder: what a list of actions can be filtered by, and what each row tells the filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.model import Action
from generator.content.order import PRIORITIES
from generator.content.toolkit import SectorToolkit
from generator.pages.encode import Safe, attribute
from generator.pages.here import Here
from generator.pages.phrases import count, strength


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, as the address writes it and as readers see it.

    An audience is a choice of its sector alone.
    """

    value: Safe
    title: Safe
    sector: Safe = Safe("")


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to filter by; `any` is what it says while nothing is chosen."""

    name: Safe
    title: Safe
    any: Safe
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """The filters of a list, in headed groups; `sector` where the whole list is of one."""

    sector: Safe
    total: Safe
    groups: tuple[tuple[Safe, tuple[Filter, ...]], ...]


def finder(here: Here, sectors: Iterable[SectorToolkit]) -> Finder:
    """The filters for a list of every action of these sectors, with the choices that find any."""
    listed = tuple(sectors)
    used = frozenset(_used(listed))
    known = here.toolkit.vocabulary

    def one(name: str, title: str, titles: Mapping[str, str], any_: str = "Any") -> Filter:
        choices = (
            Choice(attribute(id_), attribute(own))
            for id_, own in titles.items()
            if (name, id_) in used
        )
        return Filter(Safe(name), Safe(title), Safe(any_), tuple(choices))

    whole = len(listed) > 1
    by_sector = one("sector", "Sector", {s.id: s.sector.title for s in listed}, "All sectors")
    themes = {id_: own.title for id_, own in here.toolkit.themes.items()}
    strengths = {id_: strength(id_) for id_ in known.evidence}
    frameworks = {id_: own.title for id_, own in here.toolkit.frameworks.items()}
    groups = (
        (
            Safe("Your organisation"),
            (*((by_sector,) if whole else ()), _audiences(listed, whole=whole)),
        ),
        (
            Safe("The work"),
            (
                one("theme", "Theme", themes, "All themes"),
                one("priority", "Priority", PRIORITIES),
                one("lead", "Who leads", known.leads, "Anyone"),
                one("takes", "How long", known.takes, "Any length"),
            ),
        ),
        (
            Safe("What it serves"),
            (
                one("evidence", "Evidence", strengths),
                one("group", "Priority group", known.groups),
                one("framework", "Framework", frameworks),
            ),
        ),
    )
    return Finder(
        sector=Safe("") if whole else attribute(listed[0].id),
        total=Safe(count(sum(len(tuple(s.every_action())) for s in listed), "action")),
        groups=tuple((legend, _with_choices(filters)) for legend, filters in groups),
    )


def _with_choices(filters: Iterable[Filter]) -> tuple[Filter, ...]:
    return tuple(filter_ for filter_ in filters if filter_.choices)


def _audiences(sectors: Iterable[SectorToolkit], *, whole: bool) -> Filter:
    choices = (
        Choice(attribute(audience.id), attribute(audience.title), attribute(sector.id))
        for sector in sectors
        for audience in sector.sector.audiences
    )
    title, any_ = "Kind of organisation", "Choose a sector first" if whole else "All kinds"
    return Filter(Safe("audience"), Safe(title), Safe(any_), tuple(choices))


def _used(sectors: Iterable[SectorToolkit]) -> Iterator[tuple[str, str]]:
    """Every filter with a value that some action has."""
    for sector in sectors:
        for theme, action in sector.every_action():
            yield from _facts(sector.id, theme, action)
            for part in action.audiences.values():
                yield "priority", part.priority
                yield "lead", part.lead


def _facts(sector: str, theme: str, action: Action) -> Iterator[tuple[str, str]]:
    """What is the same for every audience of an action."""
    yield from (("sector", sector), ("theme", theme), ("takes", action.takes))
    yield "evidence", action.evidence.strength
    yield from (("group", group) for group in action.groups)
    yield from (("framework", framework) for framework in action.frameworks)


def keys(sector: SectorToolkit, theme: str, action: Action) -> Safe:
    """The attribute by which a script finds the row of an action.

    The id, then a word for each fact, such as takes:1-3-months. Priority and lead belong to an
    audience, so the three make one word: for:micro:foundational:owner-manager.
    """
    facts = [action.id, *(":".join(fact) for fact in _facts(sector.id, theme, action))]
    facts += [f"for:{id_}:{part.priority}:{part.lead}" for id_, part in action.audiences.items()]
    return Safe(f' data-keys="{attribute(" ".join(facts))}"')
