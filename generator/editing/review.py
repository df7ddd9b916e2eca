"""What is due for checking on a day: actions by their own date, the rest by how long it holds."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import groupby

from generator.content import dates
from generator.content.model import Law, Resource, Sector, Source
from generator.content.toolkit import SectorToolkit, Toolkit
from generator.editing.things import cited, plain

HOLDS = {"law": "6-months", "source": "12-months", "resource": "12-months", "sector": "12-months"}
"""How long a check holds where the entry does not say it itself, as an action does."""

FORM = 1
"""The form of the JSON; it goes up when a field is renamed, is removed or changes its meaning."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to check: where it stands, when it was checked, and when that falls due."""

    sector: str
    kind: str
    id: str
    title: str
    file: str
    line: int
    checked: datetime.date
    due: datetime.date
    used_by: tuple[str, ...] = ()
    unconfirmed: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What is due on a day, sector by sector and oldest first, and what comes next."""

    on: datetime.date
    due: tuple[Item, ...]
    next: Item | None
    number: int


def review(toolkit: Toolkit, on: datetime.date) -> Review:
    """Everything that a person must look at again on this day."""
    every = tuple(_items(toolkit))
    sectors = [*toolkit.sectors, ""]
    due = sorted(
        (item for item in every if item.due <= on),
        key=lambda item: (sectors.index(item.sector), item.due, item.kind, item.id),
    )
    later = (item for item in every if item.due > on)
    following = min(later, key=lambda item: (item.due, item.id), default=None)
    return Review(on, tuple(due), following, len(every))


def _items(toolkit: Toolkit) -> Iterator[Item]:
    users = _users(toolkit)
    for sector in toolkit.sectors.values():
        yield _sector(sector)
        for _theme, action in sector.every_action():
            due = dates.due(action.checked.on, action.checked.every)
            place = action.origin.place
            own = (action.id, action.title, place.file.path, place.line, action.checked.on, due)
            yield Item(sector.id, "action", *own)
    shared = (
        *(_shared("law", law, law.checked_on) for law in toolkit.law.values()),
        *(_shared("source", source, source.read_on) for source in toolkit.sources.values()),
        *(_shared("resource", own, own.checked_on) for own in toolkit.resources.values()),
    )
    for item in shared:
        yield replace(item, used_by=tuple(users.get(item.id, ())))


def _users(toolkit: Toolkit) -> dict[str, list[str]]:
    """Who uses each entry of the shared lists: actions, sectors and laws, by their ids."""
    users: dict[str, list[str]] = {}
    for sector in toolkit.sectors.values():
        actions = ((action.id, action.origin) for _theme, action in sector.every_action())
        for id_, origin in ((sector.id, sector.sector.origin), *actions):
            for used in cited(plain(origin)):
                users.setdefault(used, []).append(id_)
    for law in toolkit.law.values():
        users.setdefault(law.source, []).append(law.id)
    return users


def _sector(sector: SectorToolkit) -> Item:
    """A sector's own page, with its figures: as old as the newest entry of its history."""
    own: Sector = sector.sector
    newest = max(change.on for change in own.changes)
    due = dates.due(newest, HOLDS["sector"])
    place = own.origin.place
    return Item(sector.id, "sector", sector.id, own.title, place.file.path, place.line, newest, due)


def _shared(kind: str, entry: Law | Source | Resource, checked: datetime.date) -> Item:
    """An entry of a list that all sectors share."""
    due = dates.due(checked, HOLDS[kind])
    place = entry.origin.place
    own = (entry.id, entry.title, place.file.path, place.line, checked, due)
    return Item("", kind, *own, unconfirmed=entry.unconfirmed or "")


def as_text(found: Review, toolkit: Toolkit) -> str:
    """The list as an editor reads it."""
    day = dates.in_words(found.on)
    if not found.due:
        return f"Nothing is due on {day}. {_next(found)}\n"
    lines = [f"{len(found.due)} of {found.number} are due on {day}, the oldest first.", ""]
    for sector, items in groupby(found.due, key=lambda item: item.sector):
        title = toolkit.sectors[sector].sector.title if sector else "Shared by all sectors"
        lines += [title, "-" * len(title), *(line for item in items for line in _lines(item)), ""]
    return "\n".join((*lines, _next(found), _HOW, ""))


_HOW = (
    "Open its sources again. If it still holds, renew the date. If not, change the words too, and\n"
    "add an entry to changes."
)
_FEW = 6


def _lines(item: Item) -> Iterator[str]:
    what = "figures and challenges" if item.kind == "sector" else f"{item.id}: {item.title}"
    kind = "" if item.kind in {"action", "sector"} else f"{item.kind} "
    since = "newest change" if item.kind == "sector" else "checked"
    yield f"{item.file}:{item.line}: {kind}{what}"
    yield f"    due {dates.in_words(item.due)}, {since} {dates.in_words(item.checked)}"
    if item.used_by:
        more = f" and {len(item.used_by) - _FEW} more" if len(item.used_by) > _FEW else ""
        yield f"    used by {', '.join(item.used_by[:_FEW])}{more}"
    if item.unconfirmed:
        yield f"    not confirmed: {item.unconfirmed}"


def _next(found: Review) -> str:
    if found.next is None:
        return "Nothing falls due later."
    return f"Next: {found.next.id}, due {dates.in_words(found.next.due)}."


def as_json(found: Review) -> str:
    """The same for programs; README.md says what the fields mean."""
    items = [{**asdict(item), "days_over": (found.on - item.due).days} for item in found.due]
    data = {
        "form": FORM,
        "on": found.on,
        "checkable": found.number,
        "due": items,
        "next": asdict(found.next) if found.next else None,
    }
    return json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n"
