"""The model becomes the site: which pages exist, in which order, under which address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from generator.content import addresses, dates
from generator.content.marks import plain
from generator.content.titles import lower_first
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.pages import (
    across,
    data,
    downloads,
    handwritten,
    moved,
    plan,
    references,
    sectors,
    tables,
    themes,
)
from generator.pages.here import Here, Index, Made
from generator.pages.navigation import NavItem, navigation


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: its file below the pages' folder, its head, its template and view.

    A wide page has a table that needs the room of the list of contents; `source` is the
    content file to edit, below toolkits/; `moved_to` is
    the new address of a page that stands at its old one.
    """

    path: str
    title: str
    description: str
    template: str
    view: object
    in_search: bool = True
    wide: bool = False
    source: str = ""
    icon: str = ""
    moved_to: str = ""
    edition: str = ""
    listed: Mapping[str, int] = field(default_factory=dict)
    """How many actions each take-away that goes with the page must hold, by its path."""


@dataclass(frozen=True, slots=True)
class Site:
    """Every page, each decided when it is its turn, and the navigation in its order."""

    pages: Iterator[Page]
    nav: tuple[NavItem, ...]


def site(toolkit: Toolkit, edit_base: str = "", made: Mapping[str, Made] | None = None) -> Site:
    """Decides the whole site; `edit_base` is where content can be edited, if anywhere.

    `made` are the take-aways by their paths; without them, no page offers any. They may still be
    on their way, so the pages that show them come last.
    """
    index = Index.of(toolkit)

    def here(path: str) -> Here:
        return Here(path, toolkit, index, made or {})

    edition = dates.in_words(toolkit.edition)

    def dated(pages: Iterable[Page]) -> Iterator[Page]:
        return (replace(page, edition=edition) for page in pages)

    pages = chain(
        dated(_hand_written(toolkit, here)),
        dated(_theme_pages(toolkit, here)),
        dated(_framework_pages(toolkit, here)),
        dated(_lists(here)),
        _sector_pages(toolkit, here, edit_base),  # these show the edition of their sector
        _moved_pages(toolkit, here),
        _list_pages(toolkit, here),
        dated(_data(here) if made else ()),
    )
    return Site(pages, tuple(navigation(toolkit, with_data=bool(made))))


_At = Callable[[str], Here]


def _hand_written(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    for page in toolkit.pages:
        view = handwritten.view(here(page.path), page.text)
        yield Page(page.path, view.title, view.description, "handwritten", view, source=page.path)


def _sector_pages(toolkit: Toolkit, here: _At, edit_base: str) -> Iterator[Page]:
    for sector in toolkit.sectors.values():
        own = sector.sector
        source = f"{sector.id}/sector.yml"
        path = addresses.sector(sector.id)
        view = sectors.sector_view(here(path), sector)
        yield Page(
            path, own.title, plain(own.summary), "sector", view, source=source, icon=own.icon
        )
        yield from _sector_themes(toolkit, sector, here, edit_base)


def _list_pages(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    """The lists of each sector, which offer files to take away."""
    for sector in toolkit.sectors.values():
        own = sector.sector
        source = f"{sector.id}/sector.yml"
        yield from _sector_audiences(sector, here, source)
        path = addresses.checklist(sector.id)
        title = f"{own.title}: checklist"
        about = f"Every action for {own.title.lower()} to print and tick."
        list_ = tables.checklist_view(here(path), sector)
        yield Page(
            path,
            title,
            about,
            "checklist",
            list_,
            in_search=False,
            source=source,
            listed=downloads.listed(sector, None, sum(len(rows) for _, _, rows in list_.themes)),
        )


def _sector_audiences(sector: SectorToolkit, here: _At, source: str) -> Iterator[Page]:
    for audience in sector.sector.audiences:
        path = addresses.audience(sector.id, audience.id)
        view = tables.audience_view(here(path), sector, audience)
        number = len(view.foundational) + len(view.enhanced)
        yield Page(
            path,
            title=f"{sector.sector.title}: {lower_first(audience.title)}",
            description=f"What to do first, and next. {plain(audience.description)}",
            template="audience",
            view=view,
            in_search=False,
            wide=True,
            source=source,
            listed=downloads.listed(sector, audience, number),
        )


def _sector_themes(
    toolkit: Toolkit, sector: SectorToolkit, here: _At, edit_base: str
) -> Iterator[Page]:
    for theme, own in toolkit.themes.items():
        path = addresses.sector_theme(sector.id, theme)
        title = f"{sector.sector.title}: {lower_first(own.title)}"
        view = themes.theme_view(here(path), sector, theme, edit_base)
        source = f"{sector.id}/{theme}.yml"
        yield Page(path, title, plain(own.summary), "theme", view, source=source, icon=own.icon)


def _theme_pages(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    path = addresses.THEMES
    yield Page(path, "Themes", "Every theme, in order.", "listing", across.themes(here(path)))
    for theme, own in toolkit.themes.items():
        path = addresses.theme(theme)
        view = across.theme(here(path), theme)
        about = plain(own.summary)
        source = f"../themes/{theme}.yml"
        yield Page(path, own.title, about, "listing", view, in_search=False, source=source)


def _framework_pages(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    path = addresses.FRAMEWORKS
    about = "Which actions serve the frameworks employers report against."
    yield Page(path, "Frameworks", about, "listing", across.frameworks(here(path)))
    for id_, own in toolkit.frameworks.items():
        path = addresses.framework(id_)
        view = across.framework(here(path), own)
        about = f"Which actions serve each item of {own.title}."
        source = "frameworks.yml"
        yield Page(path, own.title, about, "listing", view, in_search=False, source=source)


def _moved_pages(toolkit: Toolkit, here: _At) -> Iterator[Page]:
    for old, new, title in moved.moved(toolkit):
        to = addresses.address(new)
        name = f"Moved: /{addresses.address(old)}"
        view = moved.view(here(old), new, title)
        yield Page(old, name, "", "moved", view, in_search=False, moved_to=to)


def _data(here: _At) -> Iterator[Page]:
    yield Page(data.PATH, data.TITLE, data.ABOUT, "data", data.view(here(data.PATH)), False)


def _lists(here: _At) -> Iterator[Page]:
    path = addresses.PLAN
    yield Page(path, "My plan", plan.ABOUT, "plan", plan.view(here(path)), wide=True)
    path = addresses.ACTIONS
    about = "Every action of every sector."
    yield Page(path, "Every action", about, "actions", across.every_action(here(path)), False)
    path = addresses.GROUPS
    about = "Actions by priority group."
    yield Page(path, "Priority groups", about, "listing", across.groups(here(path)), False)
    for path, title, about, make in (
        (addresses.LAW, "The law", "The law in one place, dated.", references.law),
        (addresses.RESOURCES, "Resources", "Everything to go on to.", references.resources),
        (addresses.EVIDENCE, "Evidence and sources", _EVIDENCE, references.evidence),
    ):
        source = "sources.yml" if path == addresses.EVIDENCE else path.replace(".md", ".yml")
        yield Page(path, title, about, "listing", make(here(path)), source=source)


_EVIDENCE = "Every source, and how strength is judged."
