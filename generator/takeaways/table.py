"""The actions as a table in CSV: one row for each action and each audience it applies to."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.content import dates, places
from generator.content.bound import binds
from generator.content.columns import BETWEEN, COLUMNS
from generator.content.marks import Citation, parse, plain
from generator.content.model import Action, Audience, Source
from generator.content.order import ordered
from generator.content.toolkit import SectorToolkit, Toolkit

_RUN = frozenset("=+-@")
_BREAKS = frozenset("\t\r\n")
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})  # white space and what has no width


def write(toolkit: Toolkit, sector_id: str = "") -> bytes:
    """The bytes of actions.csv, or of one sector's table; KeyError where there is no such sector.

    The columns and the rules are those of `content/columns.py`, which the site's page shows.
    """
    sectors = [toolkit.sectors[sector_id]] if sector_id else toolkit.sectors.values()
    titles = _titles(toolkit)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for sector in sectors:
        for row in _rows(toolkit, sector, titles):
            writer.writerow([guarded(row[name]) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would run it.

    Apostrophes that already stand before such a sign count as part of it, so that taking one away
    always gives back the cell as it was.
    """
    return f"'{cell}" if _would_run(cell) else cell


def _would_run(cell: str) -> bool:
    for char in cell:
        if char in _BREAKS:
            return True
        if char != "'" and unicodedata.category(char) not in _UNSEEN:
            return unicodedata.normalize("NFKC", char)[:1] in _RUN
    return False


def _rows(
    toolkit: Toolkit, sector: SectorToolkit, titles: Mapping[str, str]
) -> Iterator[dict[str, str]]:
    for theme in toolkit.themes:
        for action in ordered(sector.actions(theme)):
            shared = {
                **_place(toolkit, sector, theme),
                **_words(toolkit, action),
                **_connections(toolkit, action, titles),
                "address": places.action(sector.id, theme, action.id),
            }
            for audience in sector.sector.audiences:
                if audience.id in action.audiences:
                    yield {**shared, **_part(toolkit, action, audience)}


def _titles(toolkit: Toolkit) -> dict[str, str]:
    """The title of every action, retired ones included, because some still point to them."""
    return {
        own.id: own.title
        for sector in toolkit.sectors.values()
        for file in sector.themes.values()
        for own in file.actions
    }


def _place(toolkit: Toolkit, sector: SectorToolkit, theme: str) -> dict[str, str]:
    return {
        "sector_id": sector.id,
        "sector": sector.sector.title,
        "status": sector.sector.status,
        "theme_id": theme,
        "theme": toolkit.themes[theme].title,
    }


def _words(toolkit: Toolkit, action: Action) -> dict[str, str]:
    """What the action says by itself."""
    vocabulary = toolkit.vocabulary
    due = dates.due(action.checked.on, action.checked.every)
    return {
        "id": action.id,
        "title": action.title,
        "why": plain(action.why),
        "done_when": plain(action.done_when),
        "takes": vocabulary.takes[action.takes],
        "repeats": vocabulary.repeats[action.repeats],
        "cost": vocabulary.cost[action.cost] if action.cost else "",
        "evidence_strength": action.evidence.strength,
        "evidence_about": plain(action.evidence.about),
        "words_to_copy": joined(f"{own.title}: {own.text.strip()}" for own in action.templates),
        "examples": joined(f"{own.who}: {plain(own.what)}" for own in action.examples),
        "checked_on": action.checked.on.isoformat(),
        "check_due": due.isoformat(),
        "edition": max(change.on for change in action.changes).isoformat(),
    }


def _connections(toolkit: Toolkit, action: Action, titles: Mapping[str, str]) -> dict[str, str]:
    """What the action points to, as named entries: id, colon, name."""
    groups = toolkit.vocabulary.groups
    return {
        "sources": joined(f"{i}: {_named(toolkit.sources[i])}" for i in _cited(action)),
        "groups": joined(f"{i}: {groups[i]}" for i in action.groups),
        "frameworks": joined(_served(toolkit, action)),
        "resources": joined(f"{i}: {toolkit.resources[i].title}" for i in action.resources),
        "needs": joined(f"{i}: {titles[i]}" for i in action.needs),
        "related": joined(f"{i}: {titles[i]}" for i in action.related),
    }


def _part(toolkit: Toolkit, action: Action, audience: Audience) -> dict[str, str]:
    """What the action asks of one audience."""
    part = action.audiences[audience.id]
    law = ((id_, toolkit.law[id_]) for id_ in action.law)
    return {
        "audience_id": audience.id,
        "audience": audience.title,
        "staff": audience.staff,
        "priority": part.priority,
        "lead_id": part.lead,
        "lead": toolkit.vocabulary.leads[part.lead],
        "steps": joined(plain(step) for step in (*action.steps, *part.steps)),
        "law": joined(f"{id_}: {own.title}" for id_, own in law if binds(own, audience)),
    }


def joined(items: Iterable[str]) -> str:
    """A list in one cell; a bar inside an item gets a backslash, so that it can be taken apart."""
    return BETWEEN.join(item.replace("|", "\\|") for item in items)


def _cited(action: Action) -> tuple[str, ...]:
    """Every source that the action's texts rest on, each once: those of the evidence first."""
    parts = (step for part in action.audiences.values() for step in part.steps)
    texts = (
        action.why,
        *action.steps,
        *parts,
        action.done_when,
        action.evidence.about,
        *(own.what for own in action.examples),
    )
    cited = (span.source for text in texts for span in parse(text) if isinstance(span, Citation))
    examples = (own.source for own in action.examples)
    return tuple(dict.fromkeys((*action.evidence.sources, *cited, *examples)))


def _named(source: Source) -> str:
    return f"{source.title} ({source.publisher}, {dates.publication(source.date)})"


def _served(toolkit: Toolkit, action: Action) -> Iterator[str]:
    for framework_id, cited in action.frameworks.items():
        framework = toolkit.frameworks[framework_id]
        titles = {item.id: item.title for item in framework.items}
        for id_ in cited:
            yield f"{framework_id}/{id_}: {framework.title}, {titles[id_]}"
