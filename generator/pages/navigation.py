"""The navigation: which pages a reader finds in the menu, in which order and groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.pages import handwritten


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the navigation: a page, or a titled group of lines."""

    title: str
    path: str = ""
    items: tuple[NavItem, ...] = ()


_FRONT = ("getting-started.md",)
_BACK = ("coaching.md", "whats-new.md", "about.md", "accessibility.md")


def navigation(toolkit: Toolkit, *, with_data: bool = False) -> Iterator[NavItem]:
    """Home, the sectors, what crosses them, then the pages about the toolkits."""
    written = {page.path: page for page in toolkit.pages}

    def hand_written(paths: tuple[str, ...]) -> Iterator[NavItem]:
        for path in paths:
            if path in written:
                title = handwritten.title(written[path].text, path)
                yield NavItem("Home" if path == addresses.HOME else title, path)

    yield from hand_written((addresses.HOME, *_FRONT))
    for sector in toolkit.sectors.values():
        yield _sector_nav(toolkit, sector)
    yield NavItem("Every action", addresses.ACTIONS)
    yield NavItem("My plan", addresses.PLAN)
    themes = (NavItem(own.title, addresses.theme(id_)) for id_, own in toolkit.themes.items())
    yield NavItem("Themes", items=(NavItem("", addresses.THEMES), *themes))
    yield NavItem("Priority groups", addresses.GROUPS)
    mapped = (NavItem(f.title, addresses.framework(i)) for i, f in toolkit.frameworks.items())
    yield NavItem("Frameworks", items=(NavItem("", addresses.FRAMEWORKS), *mapped))
    yield NavItem("The law", addresses.LAW)
    yield NavItem("Evidence and sources", addresses.EVIDENCE)
    yield NavItem("Resources", addresses.RESOURCES)
    if with_data:
        yield NavItem("Open data", addresses.DATA)
    yield from hand_written(_BACK)
    placed = {addresses.HOME, *_FRONT, *_BACK}
    yield from hand_written(tuple(path for path in sorted(written) if path not in placed))


def _sector_nav(toolkit: Toolkit, sector: SectorToolkit) -> NavItem:
    own = sector.sector
    audiences = (
        NavItem(audience.title, addresses.audience(sector.id, audience.id))
        for audience in own.audiences
    )
    themes = (
        NavItem(theme.title, addresses.sector_theme(sector.id, id_))
        for id_, theme in toolkit.themes.items()
    )
    checklist = NavItem("Checklist", addresses.checklist(sector.id))
    first = NavItem("", addresses.sector(sector.id))
    return NavItem(own.title, items=(first, *themes, *audiences, checklist))
