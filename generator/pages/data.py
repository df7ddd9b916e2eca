"""The page of the open data: every file to take away, and what each column and field means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content import dates, published
from generator.content.columns import COLUMNS, RULES
from generator.content.described import fields_of, name_of
from generator.content.files import Role
from generator.content.toolkit import SectorToolkit
from generator.pages import addresses
from generator.pages.encode import Safe, link
from generator.pages.here import Here
from generator.pages.phrases import count, lower_first

PATH = "data.md"
TITLE = "Open data"
ABOUT = "Every checklist and table to take away, and the whole content as data, free to use."

_KILO = 1000
_SCHEMAS = {
    Role.THEME: "a theme",
    Role.SECTOR: "a sector",
    Role.ACTIONS: "the actions of a sector for a theme",
    Role.SOURCES: "the sources",
    Role.LAW: "the law",
    Role.RESOURCES: "the resources",
    Role.FRAMEWORKS: "the frameworks",
    Role.VOCABULARY: "the vocabulary",
    Role.STYLE: "house style",
}
_DATA_RULES = (
    "UTF-8, in the order in which readers meet things. Dates are written 2026-11-22.",
    "Every field is always there. One with nothing to say is null or an empty list.",
    (
        "A text is as its author typed it, and may hold three marks: **bold words**, "
        "[words](an address) and [@source], which cites a source by its id. Words hold no "
        "marks."
    ),
    "Addresses are those of the site's pages, without the site's own address in front.",
    "The edition is the day of the newest change: of the site, of a sector, of an action.",
    (
        f"This form of the data has the number {published.SCHEMA}. The number goes up when a "
        "field is renamed, is removed or changes its meaning. A new field leaves it."
    ),
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a page says about a file: how many bytes it has, and how many pages, if any."""

    size: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class FormView:
    """One kind of entry in the data, with each field's name, meaning and kind of value."""

    anchor: Safe
    title: Safe
    about: Safe
    fields: tuple[tuple[Safe, Safe, Safe], ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of the open data."""

    title: Safe
    edition: Safe
    licence: Safe
    credit: Safe
    notice: Safe
    files: tuple[Safe, ...]
    sectors: tuple[tuple[Safe, Safe, tuple[Safe, ...]], ...]
    table_rules: tuple[Safe, ...]
    columns: tuple[tuple[Safe, Safe], ...]
    data_rules: tuple[Safe, ...]
    forms: tuple[FormView, ...]
    schemas: tuple[Safe, ...]


def view(here: Here, made: Mapping[str, Made] | None = None) -> DataView:
    """The page; `made` tells of each file that was made, by its path below the site."""
    files = made or {}
    return DataView(
        title=here.words(TITLE),
        edition=Safe(dates.in_words(here.toolkit.edition)),
        licence=link(here.words(published.LICENCE_NAME), published.LICENCE_ADDRESS),
        credit=here.words(published.CREDIT),
        notice=here.words(published.NOTICE),
        files=(
            _link(here, "Every action as a table", "CSV", published.EVERY_ACTION, files),
            _link(here, "The whole content", "JSON", published.WHOLE, files),
        ),
        sectors=tuple(
            (here.words(own.id), here.words(own.sector.title), tuple(_sector(here, own, files)))
            for own in here.toolkit.sectors.values()
        ),
        table_rules=tuple(here.words(rule) for rule in RULES),
        columns=tuple((_code(name), here.words(means)) for name, means in COLUMNS.items()),
        data_rules=tuple(here.words(rule) for rule in _DATA_RULES),
        forms=tuple(_forms(here)),
        schemas=tuple(_schemas(here, files)),
    )


def _sector(here: Here, sector: SectorToolkit, made: Mapping[str, Made]) -> Iterator[Safe]:
    """What a sector offers: its own files, then those of each audience, where they were made."""
    below = f"{sector.id}/checklist/{sector.id}"
    offers = [("every action as a table", "CSV", published.table_of(sector.id))]
    offers += _offers("every kind of organisation", below)
    offers.append(("action plan for every kind of organisation", "Excel", f"{below}.xlsx"))
    for audience in sector.sector.audiences:
        offers += _offers(lower_first(audience.title), f"{below}-{audience.id}")
    for label, form, path in offers:
        if path in made or path == published.table_of(sector.id):
            yield _link(here, f"{sector.sector.title}: {label}", form, path, made)


def _offers(whom: str, name: str) -> list[tuple[str, str, str]]:
    return [
        (f"checklist for {whom}", "PDF", f"{name}.pdf"),
        (f"checklist in large print for {whom}", "PDF", f"{name}-large-print.pdf"),
        (f"action plan for {whom}", "Word", f"{name}.docx"),
    ]


def _schemas(here: Here, made: Mapping[str, Made]) -> Iterator[Safe]:
    path = published.SCHEMA_OF_WHOLE
    yield _link(here, "Schema of toolkits.json", "JSON Schema", path, made)
    for role, name in _SCHEMAS.items():
        path = published.schema_of(role)
        yield _link(here, f"Schema of a content file: {name}", "JSON Schema", path, made)


def _link(here: Here, label: str, form: str, path: str, made: Mapping[str, Made]) -> Safe:
    """A link that says what a reader gets: what, which format, how many pages, how large."""
    said = [label, form]
    if path in made:
        own = made[path]
        said += [count(own.pages, "page")] if own.pages else []
        said.append(in_bytes(own.size))
    return link(here.words(", ".join(said)), addresses.relative(here.path, path))


def in_bytes(size: int) -> str:
    """A size as readers know it: 96 kB, 1.7 MB."""
    if round(size / _KILO) < _KILO:
        return f"{max(1, round(size / _KILO))} kB"
    return f"{size / _KILO / _KILO:.1f} MB"


def _forms(here: Here) -> Iterator[FormView]:
    for form in published.FORMS:
        name = name_of(form)
        yield FormView(
            anchor=Safe(f"form-{name.replace(' ', '-')}"),
            title=here.words(name.capitalize()),
            about=here.words(form.__doc__ or ""),
            fields=tuple(
                (_code(own.name), here.words(own.means), here.words(own.holds))
                for own in fields_of(form)
            ),
        )


def _code(name: str) -> Safe:
    """The name of a column or field, which is our own and holds no signs."""
    return Safe(f"`{name}`")
