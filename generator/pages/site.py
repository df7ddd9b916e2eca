"""The model becomes the site: which pages exist, in which order, under which address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.content.marks import plain
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.pages import across, addresses, handwritten, references, sectors, tables, themes
from generator.pages.here import Here, Index
from generator.pages.phrases import lower_first


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: its file below the pages' folder, its head, its template and view.

    A wide page has a table that needs the room of the list of contents.
    """

    path: str
    title: str
    description: str
    template: str
    view: object
    in_search: bool = True
    wide: bool = False


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the navigation: a page, or a titled group of lines."""

    title: str
    path: str = ""
    items: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Every page, and the navigation in its order."""

    pages: tuple[Page, ...]
    nav: tuple[NavItem, ...]


_FRONT = ("getting-started.md",)
_BACK = ("coaching.md", "whats-new.md", "about.md", "accessibility.md")


def site(toolkit: Toolkit, edit_base: str = "") -> Site:
    """Decides the whole site; `edit_base` is where content can be edited, if anywhere."""
    index = Index.of(toolkit)

    def here(path: str) -> Here:
        return Here(path, toolkit, index)

    pages = (
        *_hand_written(toolkit, here),
        *_sector_pages(toolkit, here, edit_base),
        *_theme_pages(toolkit, here),
        *_framework_pages(toolkit, here),
        *_lists(here),
    )
    return Site(pages, tuple(_nav(toolkit)))


_At = Callable[[str], Here]


def _hand_written(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    for page in toolkit.pages:
        view = handwritten.view(here(page.path), page.text)
        yield Page(page.path, view.title, view.description, "handwritten", view)


def _sector_pages(toolkit: Toolkit, here: _At, edit_base: str) -> Iterator[Page]:
    for sector in toolkit.sectors.values():
        own = sector.sector
        path = addresses.sector(sector.id)
        about = plain(own.summary)
        yield Page(path, own.title, about, "sector", sectors.sector_view(here(path), sector))
        yield from _sector_themes(toolkit, sector, here, edit_base)
        for audience in own.audiences:
            path = addresses.audience(sector.id, audience.id)
            title = f"{own.title}: {lower_first(audience.title)}"
            about = f"What to do first, and next. {plain(audience.description)}"
            view = tables.audience_view(here(path), sector, audience)
            yield Page(path, title, about, "audience", view, in_search=False, wide=True)
        path = addresses.checklist(sector.id)
        title = f"{own.title}: checklist"
        about = f"Every action for {own.title.lower()} to print and tick."
        view_ = tables.checklist_view(here(path), sector)
        yield Page(path, title, about, "checklist", view_, in_search=False)


def _sector_themes(
    toolkit: Toolkit, sector: SectorToolkit, here: _At, edit_base: str
) -> Iterator[Page]:
    for theme, own in toolkit.themes.items():
        path = addresses.sector_theme(sector.id, theme)
        title = f"{sector.sector.title}: {lower_first(own.title)}"
        view = themes.theme_view(here(path), sector, theme, edit_base)
        yield Page(path, title, plain(own.summary), "theme", view)


def _theme_pages(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    path = addresses.THEMES
    yield Page(path, "Themes", "The five themes.", "listing", across.themes(here(path)))
    for theme, own in toolkit.themes.items():
        path = addresses.theme(theme)
        view = across.theme(here(path), theme)
        yield Page(path, own.title, plain(own.summary), "listing", view, in_search=False)


def _framework_pages(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    path = addresses.FRAMEWORKS
    about = "Which actions serve the frameworks employers report against."
    yield Page(path, "Frameworks", about, "listing", across.frameworks(here(path)))
    for id_, own in toolkit.frameworks.items():
        path = addresses.framework(id_)
        view = across.framework(here(path), own)
        about = f"Which actions serve each item of {own.title}."
        yield Page(path, own.title, about, "listing", view, in_search=False)


def _lists(here: _At) -> Iterator[Page]:
    made = (
        (addresses.ACTIONS, "Every action", "Every action of every sector.", across.every_action),
        (addresses.GROUPS, "Priority groups", "Actions by priority group.", across.groups),
        (addresses.LAW, "The law", "The law in one place, dated.", references.law),
        (addresses.RESOURCES, "Resources", "Everything to go on to.", references.resources),
        (
            addresses.EVIDENCE,
            "Evidence and sources",
            "Every source, and how strength is judged.",
            references.evidence,
        ),
    )
    repeat = {addresses.ACTIONS, addresses.GROUPS}
    for path, title, about, make in made:
        yield Page(path, title, about, "listing", make(here(path)), in_search=path not in repeat)


def _nav(toolkit: Toolkit) -> Iterator[NavItem]:
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
    themes = (NavItem(own.title, addresses.theme(id_)) for id_, own in toolkit.themes.items())
    yield NavItem("Themes", items=(NavItem("", addresses.THEMES), *themes))
    yield NavItem("Priority groups", addresses.GROUPS)
    mapped = (NavItem(f.title, addresses.framework(i)) for i, f in toolkit.frameworks.items())
    yield NavItem("Frameworks", items=(NavItem("", addresses.FRAMEWORKS), *mapped))
    yield NavItem("The law", addresses.LAW)
    yield NavItem("Evidence and sources", addresses.EVIDENCE)
    yield NavItem("Resources", addresses.RESOURCES)
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
