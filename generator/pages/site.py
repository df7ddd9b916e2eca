"""The model becomes the site: which pages exist, in which order, under which address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.content import addresses, dates
from generator.content.marks import plain
from generator.content.model import Audience, Theme
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
from generator.pages.here import Here
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
class Head:
    """What the head of a list says of it."""

    title: str
    about: str
    source: str = ""
    in_search: bool = True


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is to be: where it lies, and how to decide what it shows.

    `decide` is asked with the page's point of view and with what is `given`. Two plans that are
    equal give equal pages, where what they ask of the toolkit has the same answers.
    """

    path: str
    decide: Callable[..., Page]
    given: tuple[object, ...] = ()
    edition: str = ""
    """Of the whole, for pages that cross the sectors; those of a sector show its own."""

    def page(self, here: Here) -> Page:
        """The page, decided now."""
        decided = self.decide(here, *self.given)
        return replace(decided, edition=self.edition) if self.edition else decided


@dataclass(frozen=True, slots=True)
class Site:
    """Every page there is to be, and the navigation in its order."""

    pages: tuple[Planned, ...]
    nav: tuple[NavItem, ...]


def site(toolkit: Toolkit, edit_base: str = "", *, with_data: bool = False) -> Site:
    """Plans the whole site; `edit_base` is where content can be edited, if anywhere.

    `with_data`: there are files to take away. They may still be on their way when the pages are
    decided, so those that show them come last.
    """
    edition = dates.in_words(toolkit.edition)
    crossing = (
        *(Planned(page.path, _hand_written, (page.text,)) for page in toolkit.pages),
        *_across(toolkit),
    )
    pages = (
        *(replace(page, edition=edition) for page in crossing),
        *_of_sectors(toolkit, edit_base),
        *(Planned(old, _moved, (new, title)) for old, new, title in moved.moved(toolkit)),
        *_of_lists(toolkit),
        *((Planned(data.PATH, _data, edition=edition),) if with_data else ()),
    )
    return Site(pages, tuple(navigation(toolkit, with_data=with_data)))


def _across(toolkit: Toolkit) -> Iterator[Planned]:
    """The pages across all sectors."""
    yield Planned(addresses.PLAN, _plan)
    yield Planned(addresses.ACTIONS, _every_action)
    about = "Every theme, in order."
    yield Planned(addresses.THEMES, _listing, (Head("Themes", about), across.themes))
    for theme, own in toolkit.themes.items():
        head = Head(own.title, plain(own.summary), f"../themes/{theme}.yml", in_search=False)
        yield Planned(addresses.theme(theme), _listing, (head, across.theme, theme))
    head = Head("Frameworks", "Which actions serve the frameworks employers report against.")
    yield Planned(addresses.FRAMEWORKS, _listing, (head, across.frameworks))
    for id_, framework in toolkit.frameworks.items():
        about = f"Which actions serve each item of {framework.title}."
        head = Head(framework.title, about, "frameworks.yml", in_search=False)
        yield Planned(addresses.framework(id_), _listing, (head, across.framework, framework))
    head = Head("Priority groups", "Actions by priority group.", in_search=False)
    yield Planned(addresses.GROUPS, _listing, (head, across.groups))
    for path, title, about, source, make in (
        (addresses.LAW, "The law", "The law in one place, dated.", "law", references.law),
        (addresses.RESOURCES, "Resources", _RESOURCES, "resources", references.resources),
        (addresses.EVIDENCE, "Evidence and sources", _EVIDENCE, "sources", references.evidence),
    ):
        yield Planned(path, _listing, (Head(title, about, f"{source}.yml"), make))


_RESOURCES = "Everything to go on to."
_EVIDENCE = "Every source, and how strength is judged."


def _of_sectors(toolkit: Toolkit, edit_base: str) -> Iterator[Planned]:
    """What each sector is, and its themes."""
    for sector in toolkit.sectors.values():
        yield Planned(addresses.sector(sector.id), _sector, (sector,))
        for theme, own in toolkit.themes.items():
            path = addresses.sector_theme(sector.id, theme)
            yield Planned(path, _sector_theme, (sector, theme, own, edit_base))


def _of_lists(toolkit: Toolkit) -> Iterator[Planned]:
    """The lists of each sector, which offer files to take away."""
    for sector in toolkit.sectors.values():
        for audience in sector.sector.audiences:
            path = addresses.audience(sector.id, audience.id)
            yield Planned(path, _audience, (sector, audience))
        yield Planned(addresses.checklist(sector.id), _checklist, (sector,))


def _hand_written(here: Here, text: str) -> Page:
    view = handwritten.view(here, text)
    return Page(here.path, view.title, view.description, "handwritten", view, source=here.path)


def _listing(here: Here, head: Head, make: Callable[..., object], *given: object) -> Page:
    view = make(here, *given)
    return Page(
        here.path, head.title, head.about, "listing", view, head.in_search, source=head.source
    )


def _plan(here: Here) -> Page:
    return Page(here.path, "My plan", plan.ABOUT, "plan", plan.view(here), wide=True)


def _every_action(here: Here) -> Page:
    view = across.every_action(here)
    return Page(here.path, "Every action", "Every action of every sector.", "actions", view, False)


def _data(here: Here) -> Page:
    return Page(here.path, data.TITLE, data.ABOUT, "data", data.view(here), in_search=False)


def _moved(here: Here, new: str, title: str) -> Page:
    name = f"Moved: /{addresses.address(here.path)}"
    to = addresses.address(new)
    view = moved.view(here, new, title)
    return Page(here.path, name, "", "moved", view, in_search=False, moved_to=to)


def _sector(here: Here, sector: SectorToolkit) -> Page:
    own, source = sector.sector, f"{sector.id}/sector.yml"
    view, about = sectors.sector_view(here, sector), plain(own.summary)
    return Page(here.path, own.title, about, "sector", view, source=source, icon=own.icon)


def _sector_theme(
    here: Here, sector: SectorToolkit, theme: str, own: Theme, edit_base: str
) -> Page:
    title = f"{sector.sector.title}: {lower_first(own.title)}"
    view, about = themes.theme_view(here, sector, theme, edit_base), plain(own.summary)
    source = f"{sector.id}/{theme}.yml"
    return Page(here.path, title, about, "theme", view, source=source, icon=own.icon)


def _audience(here: Here, sector: SectorToolkit, audience: Audience) -> Page:
    view = tables.audience_view(here, sector, audience)
    return Page(
        here.path,
        title=f"{sector.sector.title}: {lower_first(audience.title)}",
        description=f"What to do first, and next. {plain(audience.description)}",
        template="audience",
        view=view,
        in_search=False,
        wide=True,
        source=f"{sector.id}/sector.yml",
        listed=downloads.listed(sector, audience, len(view.foundational) + len(view.enhanced)),
    )


def _checklist(here: Here, sector: SectorToolkit) -> Page:
    view, title = tables.checklist_view(here, sector), sector.sector.title
    return Page(
        here.path,
        title=f"{title}: checklist",
        description=f"Every action for {title.lower()} to print and tick.",
        template="checklist",
        view=view,
        in_search=False,
        source=f"{sector.id}/sector.yml",
        listed=downloads.listed(sector, None, sum(len(rows) for _, _, rows in view.themes)),
    )
