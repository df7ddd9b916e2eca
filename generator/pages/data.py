"""The page of the open data: every file to take away, and what each column and field means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import addresses, dates, published
from generator.content.columns import COLUMNS, RULES
from generator.content.described import fields_of, name_of
from generator.content.files import Role
from generator.pages.downloads import download, of_sector
from generator.pages.encode import Safe, link
from generator.pages.here import Here

PATH = addresses.DATA
TITLE = "Open data"
ABOUT = "Every checklist and table to take away, and the whole content as data, free to use."

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


def view(here: Here) -> DataView:
    """The page: what can be taken away, and what every column and field means."""
    return DataView(
        title=here.words(TITLE),
        edition=Safe(dates.in_words(here.toolkit.edition)),
        licence=link(here.words(published.LICENCE_NAME), published.LICENCE_ADDRESS),
        credit=here.words(published.CREDIT),
        notice=here.words(published.NOTICE),
        files=(
            download(here, "Every action as a table", "CSV", published.EVERY_ACTION),
            download(here, "The whole content", "JSON", published.WHOLE),
        ),
        sectors=tuple(
            (
                here.words(own.id),
                here.words(own.sector.title),
                of_sector(here, own, before=f"{own.sector.title}: "),
            )
            for own in here.toolkit.sectors.values()
        ),
        table_rules=tuple(here.words(rule) for rule in RULES),
        columns=tuple((_code(name), here.words(means)) for name, means in COLUMNS.items()),
        data_rules=tuple(here.words(rule) for rule in _DATA_RULES),
        forms=tuple(_forms(here)),
        schemas=tuple(_schemas(here)),
    )


def _schemas(here: Here) -> Iterator[Safe]:
    path = published.SCHEMA_OF_WHOLE
    yield download(here, "Schema of toolkits.json", "JSON Schema", path)
    for role, name in _SCHEMAS.items():
        path = published.schema_of(role)
        yield download(here, f"Schema of a content file: {name}", "JSON Schema", path)


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
