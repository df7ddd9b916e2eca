"""What the pages across sectors show: every action, a theme, the groups, the frameworks."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content import addresses, dates
from generator.content.model import Action, Framework, Item
from generator.content.order import ordered
from generator.content.toolkit import SectorToolkit
from generator.pages import actions
from generator.pages.encode import Safe, link
from generator.pages.finder import Finder, finder, keys
from generator.pages.here import Here
from generator.pages.listings import Group, ListingView, listing
from generator.pages.phrases import count


@dataclass(frozen=True, slots=True)
class EveryActionView:
    """Every action by sector and theme, and what the list can be filtered by."""

    title: Safe
    edition: Safe
    intro: Safe
    finder: Finder
    groups: tuple[Group, ...]


def _action_line(
    here: Here, sector: SectorToolkit, action: Action, attributes: Safe = Safe("")
) -> Safe:
    """An action in a list: its link, and its priority for each audience."""
    own, marks = here.words(action.id), actions.marks(here, sector, action)
    note = f'<span class="tk-note"{attributes}>{own}. {marks}</span>'
    return Safe(f"{here.action(action.id)} {note}")


def every_action(here: Here) -> EveryActionView:
    """Every action by sector and theme."""
    total = sum(len(tuple(s.every_action())) for s in here.toolkit.sectors.values())
    groups = tuple(
        Group(
            anchor=here.words(sector.id),
            title=here.words(sector.sector.title),
            parts=tuple(
                Group(
                    anchor=here.words(f"{sector.id}-{theme}"),
                    title=here.words(own.title),
                    links=tuple(
                        _action_line(here, sector, action, keys(sector, theme, action))
                        for action in ordered(sector.actions(theme))
                    ),
                )
                for theme, own in here.toolkit.themes.items()
            ),
        )
        for sector in here.toolkit.sectors.values()
    )
    return EveryActionView(
        title=here.words("Every action"),
        edition=Safe(dates.in_words(here.toolkit.edition)),
        intro=Safe(
            f"All {count(total, 'action')}, by sector and theme. Each line says for which kinds "
            "of organisation an action is foundational, and for which it is enhanced."
        ),
        finder=finder(here, here.toolkit.sectors.values()),
        groups=groups,
    )


def _filter(here: Here, **filters: str) -> Safe:
    """A link from a list of actions to the finder, with this list's own filter on."""
    link_ = here.filtered("Filter these actions", addresses.ACTIONS, **filters)
    return Safe(f"{link_} by sector, kind of organisation, priority and more.")


def theme(here: Here, theme: str) -> ListingView:
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
    intro = (*here.each((own.summary, own.why)), _filter(here, theme=theme))
    return listing(here, own.title, intro, groups)


def themes(here: Here) -> ListingView:
    """The list of themes."""
    links = tuple(
        Safe(f"{here.link(own.title, addresses.theme(theme))}: {here.prose(own.summary)}")
        for theme, own in here.toolkit.themes.items()
    )
    intro = (Safe("Each sector's actions are ordered by the same themes."),)
    group = Group(here.words("themes"), here.words("In order"), links=links)
    return listing(here, "Themes", intro, (group,))


def groups(here: Here) -> ListingView:
    """Actions by priority group."""
    intro = (
        Safe(
            "These toolkits aim first at groups that London's employers reach least. Most actions "
            "help everyone. The ones below aim at one of these groups, and say why."
        ),
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
        none = Safe("No action aims at this group yet.")
        about = _filter(here, group=id_) if parts else none
        made.append(Group(here.words(id_), here.words(title), about, parts=parts))
    return listing(here, "Priority groups", intro, made)


def _aimed_at(here: Here, sector: SectorToolkit, group: str) -> tuple[Safe, ...]:
    return tuple(
        here.action(action.id)
        for theme in here.toolkit.themes
        for action in ordered(sector.actions(theme))
        if group in action.groups
    )


def framework(here: Here, own: Framework) -> ListingView:
    """One framework: which actions serve each item, and which items none serves."""
    made = [_item(here, own.id, item) for item in own.items]
    intro = (
        Safe(
            f"Published by {here.words(own.publisher)}. Version: {here.words(own.version)}. "
            f"{link(here.words(f'Open {own.title}'), own.url)}. "
            "An action is listed where it truly serves the item."
        ),
        _filter(here, framework=own.id) if any(group.parts for group in made) else Safe(""),
    )
    return listing(here, own.title, intro, made)


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
    intro = (Safe("Which of our actions serve the frameworks that employers report against."),)
    group = Group(here.words("frameworks"), here.words("By framework"), links=links)
    return listing(here, "Frameworks", intro, (group,))
