"""What the pages across sectors show: actions, themes, groups, frameworks, law, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.content.marks import Citation, parse
from generator.content.model import Action, Framework, Item
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.pages import actions, addresses, dates
from generator.pages.actions import KINDS_OF_LAW, ordered
from generator.pages.encode import Safe, link
from generator.pages.here import Here, year
from generator.pages.sectors import count

KINDS_OF_RESOURCE = {
    "scheme": "Schemes to join",
    "guide": "Guides",
    "template": "Templates",
    "training": "Training",
    "organisation": "Organisations",
    "fund": "Funds",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a list: its title with an anchor, facts about it, and where it is used."""

    anchor: Safe
    title: Safe
    lines: tuple[Safe, ...]
    used: tuple[Safe, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A headed list; `parts` are smaller headed lists below it."""

    anchor: Safe
    title: Safe
    intro: Safe = Safe("")
    entries: tuple[Entry, ...] = ()
    links: tuple[Safe, ...] = ()
    parts: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingView:
    """A page of headed lists."""

    title: Safe
    intro: tuple[Safe, ...]
    groups: tuple[Group, ...]
    edition: Safe


def _listing(here: Here, title: str, intro: Iterable[str], groups: Iterable[Group]) -> ListingView:
    return ListingView(
        title=here.words(title),
        intro=tuple(here.prose(text) for text in intro),
        groups=tuple(groups),
        edition=Safe(dates.in_words(here.toolkit.edition)),
    )


def _action_line(here: Here, sector: SectorToolkit, action: Action) -> Safe:
    """An action in a list: its link, and its priority for each audience."""
    shown = actions.view(here, sector, action)
    priorities = "; ".join(f"{word}: {who}" for word, who in shown.priorities)
    return Safe(f"{shown.link} <small>{shown.id}. {priorities}.</small>")


def every_action(here: Here) -> ListingView:
    """Every action by sector and theme."""
    total = sum(len(tuple(s.every_action())) for s in here.toolkit.sectors.values())
    intro = (
        f"All {count(total, 'action')}, by sector and theme. Each line says for which kinds of "
        "organisation an action is foundational, and for which it is enhanced.",
    )
    groups = (
        Group(
            anchor=here.words(sector.id),
            title=here.words(sector.sector.title),
            parts=tuple(
                Group(
                    anchor=here.words(f"{sector.id}-{theme}"),
                    title=here.words(own.title),
                    links=tuple(
                        _action_line(here, sector, action)
                        for action in ordered(sector.actions(theme))
                    ),
                )
                for theme, own in here.toolkit.themes.items()
            ),
        )
        for sector in here.toolkit.sectors.values()
    )
    return _listing(here, "Every action", intro, groups)


def theme_across(here: Here, theme: str) -> ListingView:
    """One theme in every sector."""
    own = here.toolkit.themes[theme]
    groups = [
        Group(
            anchor=here.words("mistakes"),
            title=here.words("Common mistakes"),
            links=here.each(own.mistakes),
        )
    ]
    for sector in here.toolkit.sectors.values():
        path = addresses.sector_theme(sector.id, theme)
        groups.append(
            Group(
                anchor=here.words(sector.id),
                title=here.words(sector.sector.title),
                intro=here.link(f"Open this theme for {sector.sector.title.lower()}", path),
                links=tuple(
                    _action_line(here, sector, action) for action in ordered(sector.actions(theme))
                ),
            )
        )
    return _listing(here, own.title, (own.summary, own.why), groups)


def themes(here: Here) -> ListingView:
    """The list of themes."""
    links = tuple(
        Safe(f"{here.link(own.title, addresses.theme(theme))}: {here.prose(own.summary)}")
        for theme, own in here.toolkit.themes.items()
    )
    intro = ("Each sector's actions are ordered by the same themes.",)
    group = Group(here.words("themes"), here.words("In order"), links=links)
    return _listing(here, "Themes", intro, (group,))


def groups(here: Here) -> ListingView:
    """Actions by priority group."""
    intro = (
        "These toolkits aim at five groups that London's employers reach least. Every action "
        "should serve everyone; the ones below aim at a group, and say why.",
    )
    made = []
    for id_, title in here.toolkit.vocabulary.groups.items():
        parts = tuple(
            Group(
                anchor=here.words(f"{id_}-{sector.id}"),
                title=here.words(sector.sector.title),
                links=links,
            )
            for sector in here.toolkit.sectors.values()
            if (links := _aimed_at(here, sector, id_))
        )
        none = Safe("") if parts else Safe("No action aims at this group yet.")
        made.append(Group(here.words(id_), here.words(title), none, parts=parts))
    return _listing(here, "Priority groups", intro, made)


def _aimed_at(here: Here, sector: SectorToolkit, group: str) -> tuple[Safe, ...]:
    return tuple(
        here.action(action.id)
        for theme in here.toolkit.themes
        for action in ordered(sector.actions(theme))
        if group in action.groups
    )


def framework(here: Here, own: Framework) -> ListingView:
    """One framework: which actions serve each item, and which items none serves."""
    intro = (
        f"Published by {own.publisher}, version {own.version}. [Open {own.title}]({own.url}). "
        "An action is listed where it truly serves the item.",
    )
    made = [_item(here, own.id, item) for item in own.items]
    return _listing(here, own.title, intro, made)


def _item(here: Here, framework_id: str, item: Item) -> Group:
    parts = tuple(
        Group(
            anchor=here.words(f"item-{item.id}-{sector.id}".lower()),
            title=here.words(sector.sector.title),
            links=links,
        )
        for sector in here.toolkit.sectors.values()
        if (links := _serving(here, sector, framework_id, item.id))
    )
    note = here.prose(item.outside) if item.outside else Safe("")
    if not parts and not note:
        note = Safe("No action serves this item yet.")
    title = here.words(f"{item.id}. {item.title}")
    return Group(here.words(f"item-{item.id}".lower()), title, note, parts=parts)


def _serving(here: Here, sector: SectorToolkit, framework_id: str, item: str) -> tuple[Safe, ...]:
    return tuple(
        here.action(action.id)
        for theme in here.toolkit.themes
        for action in ordered(sector.actions(theme))
        if item in action.frameworks.get(framework_id, ())
    )


def frameworks(here: Here) -> ListingView:
    """The list of frameworks."""
    links = tuple(
        Safe(f"{here.link(own.title, addresses.framework(id_))}: {here.words(own.publisher)}")
        for id_, own in here.toolkit.frameworks.items()
    )
    intro = ("Which of our actions serve the frameworks that employers report against.",)
    group = Group(here.words("frameworks"), here.words("By framework"), links=links)
    return _listing(here, "Frameworks", intro, (group,))


def law(here: Here) -> ListingView:
    """The law in one place, dated."""
    intro = (
        "This page is a plain summary to help you ask the right questions. **It is not legal "
        "advice.** Each entry says whom it binds, from when, and when it was last checked.",
    )
    used = _users(here.toolkit, lambda action: action.law)
    made = []
    for kind, title in KINDS_OF_LAW.items():
        entries = tuple(
            Entry(
                anchor=here.words(id_),
                title=here.words(own.title),
                lines=_present(
                    here.prose(own.says),
                    Safe(f"{actions.bound(here, own)}. From: {here.words(own.from_)}."),
                    Safe(f"Source: {here.source(own.source)}."),
                    here.prose(own.unconfirmed) if own.unconfirmed else Safe(""),
                    Safe(f"Checked {dates.in_words(own.checked_on)}."),
                ),
                used=tuple(here.action(action) for action in used.get(id_, ())),
            )
            for id_, own in here.toolkit.law.items()
            if own.kind == kind
        )
        if entries:
            made.append(Group(here.words(kind), here.words(title), entries=entries))
    return _listing(here, "The law", intro, made)


def resources(here: Here) -> ListingView:
    """Everything to go on to, by kind."""
    intro = (
        "Schemes, guides and organisations that our actions point to. We do not run them, and "
        "listing one is not an endorsement.",
    )
    used = _users(here.toolkit, lambda action: action.resources)
    made = []
    for kind, title in KINDS_OF_RESOURCE.items():
        entries = tuple(
            Entry(
                anchor=here.words(id_),
                title=here.words(own.title),
                lines=_present(
                    Safe(f"{here.words(own.who)}. {here.prose(own.gives)}"),
                    link(here.words(f"Open {own.title}"), own.url),
                    here.prose(f"Not confirmed: {own.unconfirmed}")
                    if own.unconfirmed
                    else Safe(""),
                    Safe(f"Looked up {dates.in_words(own.checked_on)}."),
                ),
                used=tuple(here.action(action) for action in used.get(id_, ())),
            )
            for id_, own in sorted(here.toolkit.resources.items(), key=lambda p: p[1].title.lower())
            if own.kind == kind
        )
        if entries:
            made.append(Group(here.words(kind), here.words(title), entries=entries))
    return _listing(here, "Resources", intro, made)


def evidence(here: Here) -> ListingView:
    """How strength is judged, and every source by publisher."""
    vocabulary = here.toolkit.vocabulary
    strengths = [
        action.evidence.strength
        for sector in here.toolkit.sectors.values()
        for _theme, action in sector.every_action()
    ]
    judged = tuple(
        Safe(
            f"**{here.words(id_.replace('-', ' ').capitalize())}**: {here.words(meaning)} "
            f"{count(strengths.count(id_), 'action')}."
        )
        for id_, meaning in vocabulary.evidence.items()
    )
    intro = (
        "Every action says how strong the evidence is, and for whom it was shown. Most workplace "
        "advice has never been tested, and we say so.",
    )
    used = _users(here.toolkit, _sources)
    entries = tuple(
        Entry(
            anchor=here.words(id_),
            title=_outside(here, own.title, own.url),
            lines=_present(
                here.words(
                    f"{own.publisher}, {dates.publication(own.date)}. {own.kind.capitalize()}."
                ),
                here.prose(f"No address: {own.no_url}") if own.no_url else Safe(""),
                here.prose(f"Not confirmed: {own.unconfirmed}") if own.unconfirmed else Safe(""),
                Safe(f"Read on {dates.in_words(own.read_on)}."),
            ),
            used=tuple(here.action(action) for action in used.get(id_, ())),
        )
        for id_, own in sorted(
            here.toolkit.sources.items(),
            key=lambda pair: (pair[1].publisher.lower(), year(pair[1]), pair[1].title.lower()),
        )
    )
    made = (
        Group(here.words("strength"), here.words("How strength is judged"), links=judged),
        Group(here.words("sources"), here.words("Sources, by publisher"), entries=entries),
    )
    return _listing(here, "Evidence and sources", intro, made)


def _outside(here: Here, title: str, url: str | None) -> Safe:
    return link(here.words(title), url) if url else here.words(title)


def _sources(action: Action) -> Iterable[str]:
    yield from action.evidence.sources
    for text in (action.why, action.evidence.about, action.done_when, *action.steps):
        yield from (span.source for span in parse(text) if isinstance(span, Citation))
    yield from (example.source for example in action.examples)


def _users(
    toolkit: Toolkit, cited: Callable[[Action], Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Which actions cite each id, in reading order, each once."""
    found: dict[str, dict[str, None]] = {}
    for sector in toolkit.sectors.values():
        for _theme, action in sector.every_action():
            for id_ in cited(action):
                found.setdefault(id_, {})[action.id] = None
    return {id_: tuple(users) for id_, users in found.items()}


def _present(*lines: Safe) -> tuple[Safe, ...]:
    return tuple(line for line in lines if line)
