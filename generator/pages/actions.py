"""An action as a page shows it: every decision about its words and their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content import addresses, dates
from generator.content.model import Action, Audience, Change, RetiredAction, Template
from generator.content.order import PRIORITIES
from generator.content.titles import lower_first, series
from generator.content.toolkit import SectorToolkit, edition
from generator.pages.encode import Safe, lines
from generator.pages.here import Here
from generator.pages.law import LawNote, notes
from generator.pages.phrases import strength


@dataclass(frozen=True, slots=True)
class Extra:
    """Steps that only one audience takes."""

    audience: Safe
    steps: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class CopyText:
    """Words to copy, line by line."""

    title: Safe
    lines: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action, ready to be written; empty parts are not shown."""

    id: Safe
    anchor: Safe
    title: Safe
    link: Safe
    priorities: tuple[tuple[Safe, Safe], ...]
    marks: Safe
    leads: tuple[tuple[Safe, Safe], ...]
    takes: Safe
    repeats: Safe
    cost: Safe
    strength: Safe
    strength_means: Safe
    strength_short: Safe
    evidence_about: Safe
    evidence_sources: tuple[Safe, ...]
    why: Safe
    steps: tuple[Safe, ...]
    extras: tuple[Extra, ...]
    done_when: Safe
    not_for: Safe
    law: tuple[LawNote, ...]
    templates: tuple[CopyText, ...]
    resources: tuple[Safe, ...]
    examples: tuple[Safe, ...]
    needs: tuple[Safe, ...]
    related: tuple[Safe, ...]
    groups: tuple[Safe, ...]
    frameworks: tuple[Safe, ...]
    checked: Safe
    due: Safe
    history: tuple[Safe, ...]
    edition: Safe
    plan: Safe
    suggest: Safe


@dataclass(frozen=True, slots=True)
class RetiredView:
    """A retired action at its old address, pointing on."""

    id: Safe
    anchor: Safe
    title: Safe
    points_on: tuple[Safe, ...]
    reason: Safe
    history: tuple[Safe, ...]


def view(here: Here, sector: SectorToolkit, action: Action, edit_base: str = "") -> ActionView:
    """Everything that the page `here` shows of an action."""
    words, vocabulary = here.words, here.toolkit.vocabulary
    evidence = action.evidence
    return ActionView(
        id=words(action.id),
        anchor=words(addresses.anchor(action.id)),
        title=words(action.title),
        link=here.action(action.id),
        priorities=_priorities(here, sector, action),
        marks=marks(here, sector, action),
        leads=_leads(here, sector, action),
        takes=words(vocabulary.takes[action.takes]),
        repeats=words(vocabulary.repeats[action.repeats]),
        cost=words(vocabulary.cost[action.cost]) if action.cost else Safe(""),
        strength=words(strength(evidence.strength)),
        strength_means=words(vocabulary.evidence[evidence.strength]),
        strength_short=words(vocabulary.evidence[evidence.strength].partition(";")[0].rstrip(".")),
        evidence_about=here.prose(evidence.about),
        evidence_sources=tuple(here.source(id_) for id_ in evidence.sources),
        why=here.prose(action.why),
        steps=here.each(action.steps),
        extras=_extras(here, sector, action),
        done_when=here.prose(action.done_when),
        not_for=_not_for(here, sector, action),
        law=notes(here, sector, action),
        templates=tuple(_copy(here, template) for template in action.templates),
        resources=tuple(_resource(here, id_) for id_ in action.resources),
        examples=tuple(
            Safe(f"**{words(e.who)}**: {here.prose(e.what)} {here.citation(e.source)}")
            for e in action.examples
        ),
        needs=tuple(here.action(id_) for id_ in action.needs),
        related=tuple(here.action(id_) for id_ in action.related),
        groups=tuple(
            here.link(vocabulary.groups[id_], addresses.GROUPS, id_) for id_ in action.groups
        ),
        frameworks=_frameworks(here, action),
        checked=words(dates.in_words(action.checked.on)),
        due=words(dates.in_words(dates.due(action.checked.on, action.checked.every))),
        history=history(here, action.changes),
        edition=Safe(edition(action.changes).isoformat()),
        plan=here.link("Open my plan", addresses.PLAN),
        suggest=suggest(action.origin.place.file.path, action.origin.place.line, edit_base),
    )


def marks(here: Here, sector: SectorToolkit, action: Action) -> Safe:
    """For whom an action is foundational, and for whom enhanced; all that a list says of it."""
    found = _priorities(here, sector, action)
    return Safe(" ".join(mark(word, f"for {who}") for word, who in found))


def mark(word: Safe, rest: str = "") -> Safe:
    """A priority in words, with the small mark the style sheet draws before it."""
    name = f'<span class="tk-mark tk-mark--{word.lower()}">{word}</span>'
    return Safe(f'<span class="tk-priority">{name} {rest}.</span>' if rest else name)


def retired(here: Here, action: RetiredAction) -> RetiredView:
    """The stub of a retired action."""
    return RetiredView(
        id=here.words(action.id),
        anchor=here.words(addresses.anchor(action.id)),
        title=here.words(action.title),
        points_on=tuple(here.action(id_) for id_ in action.replaced_by),
        reason=here.prose(action.reason) if action.reason else Safe(""),
        history=history(here, action.changes),
    )


def suggest(path: str, line: int, edit_base: str) -> Safe:
    """The link to the file and line to edit; nothing where no repository is set."""
    if not edit_base:
        return Safe("")
    below = path.removeprefix("toolkits/")
    below = below if below != path else f"../{path}"
    return Safe(f"[Suggest a change]({edit_base.rstrip('/')}/{below}#L{line})")


def history(here: Here, changes: Iterable[Change]) -> tuple[Safe, ...]:
    """Entries of a history, as written."""
    return tuple(Safe(f"{dates.in_words(c.on)}: {c.kind}. {here.prose(c.note)}") for c in changes)


def _names(here: Here, audiences: Iterable[Audience]) -> Safe:
    return here.words(series(audience.title for audience in audiences))


def _of(sector: SectorToolkit, action: Action, priority: str) -> list[Audience]:
    return [
        audience
        for audience in sector.sector.audiences
        if audience.id in action.audiences and action.audiences[audience.id].priority == priority
    ]


def _priorities(here: Here, sector: SectorToolkit, action: Action) -> tuple[tuple[Safe, Safe], ...]:
    """Each priority with the audiences that have the action so; "all" where every one does."""
    found = ((word, _of(sector, action, priority)) for priority, word in PRIORITIES.items())
    every = len(sector.sector.audiences)
    return tuple(
        (
            here.words(word),
            Safe("all") if len(who) == every else _names(here, who),
        )
        for word, who in found
        if who
    )


def _leads(here: Here, sector: SectorToolkit, action: Action) -> tuple[tuple[Safe, Safe], ...]:
    """Who leads, each role with its audiences; one role that all share stands alone."""
    titles = here.toolkit.vocabulary.leads
    by_lead: dict[str, list[Audience]] = {}
    for audience in sector.sector.audiences:
        if audience.id in action.audiences:
            by_lead.setdefault(action.audiences[audience.id].lead, []).append(audience)
    return tuple(
        (here.words(titles[id_]), _names(here, who) if len(by_lead) > 1 else Safe(""))
        for id_, who in by_lead.items()
    )


def _extras(here: Here, sector: SectorToolkit, action: Action) -> tuple[Extra, ...]:
    return tuple(
        Extra(
            here.words(lower_first(audience.title)), here.each(action.audiences[audience.id].steps)
        )
        for audience in sector.sector.audiences
        if audience.id in action.audiences and action.audiences[audience.id].steps
    )


def _not_for(here: Here, sector: SectorToolkit, action: Action) -> Safe:
    return _names(here, (a for a in sector.sector.audiences if a.id not in action.audiences))


def _copy(here: Here, template: Template) -> CopyText:
    return CopyText(here.words(template.title), lines(template.text))


def _resource(here: Here, id_: str) -> Safe:
    resource = here.toolkit.resources[id_]
    link = here.link(resource.title, addresses.RESOURCES, id_)
    return Safe(f"{link} ({here.words(resource.who)}): {here.prose(resource.gives)}")


def _frameworks(here: Here, action: Action) -> tuple[Safe, ...]:
    shown: list[Safe] = []
    for id_, cited in action.frameworks.items():
        framework = here.toolkit.frameworks[id_]
        titles = {item.id: item.title for item in framework.items}
        link = here.link(framework.title, addresses.framework(id_))
        shown += [Safe(f"{link} {here.words(i)}: {here.words(titles[i])}") for i in cited]
    return tuple(shown)
