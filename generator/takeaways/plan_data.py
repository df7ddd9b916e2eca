"""What a reader's plan needs to know of the actions, as JSON: small, and in reading order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.content import places
from generator.content.marks import plain
from generator.content.model import Action, Framework, RetiredAction
from generator.content.order import ordered
from generator.content.toolkit import SectorToolkit, Toolkit, edition

PATH = "data/plan.json"
"""Where the plan's page looks for it, below the site's own address."""

FORM = 1
"""The number of this form; the scripts that read it know no other."""

MONTHS: Mapping[str, int] = {"monthly": 1, "quarterly": 3, "every-6-months": 6, "annually": 12}
"""The ways to repeat that come round by the calendar, and after how many months."""


def write(toolkit: Toolkit) -> bytes:
    """The bytes of plan.json: the same for the same content. Names with nothing are left out."""
    sectors = toolkit.sectors.values()
    data = {
        "form": FORM,
        "edition": toolkit.edition.isoformat(),
        "themes": {id_: own.title for id_, own in toolkit.themes.items()},
        "sectors": {sector.id: _sector(sector) for sector in sectors},
        "leads": dict(toolkit.vocabulary.leads),
        "repeats": dict(toolkit.vocabulary.repeats),
        "frameworks": {id_: _framework(own) for id_, own in toolkit.frameworks.items()},
        "actions": {
            action.id: _action(sector, theme, action)
            for sector in sectors
            for theme in toolkit.themes
            for action in ordered(sector.actions(theme))
        },
        "retired": {
            action.id: _retired(sector, theme, action)
            for sector in sectors
            for theme in toolkit.themes
            for action in sector.retired(theme)
        },
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _sector(sector: SectorToolkit) -> dict[str, Any]:
    own = sector.sector
    return {
        "title": own.title,
        "address": places.sector(sector.id),
        "audiences": {audience.id: audience.title for audience in own.audiences},
    }


def _framework(own: Framework) -> dict[str, Any]:
    items = (
        {"id": item.id, "title": item.title, "outside": plain(item.outside or "")}
        for item in own.items
    )
    return {"title": own.title, "items": [_kept(item) for item in items]}


def _action(sector: SectorToolkit, theme: str, own: Action) -> dict[str, Any]:
    return _kept({
        **_placed(sector, theme, own),
        "done_when": plain(own.done_when),
        "repeats": own.repeats,
        "months": MONTHS.get(own.repeats),
        "for": {
            audience.id: [own.audiences[audience.id].priority, own.audiences[audience.id].lead]
            for audience in sector.sector.audiences
            if audience.id in own.audiences
        },
        "needs": list(own.needs),
        "frameworks": {id_: list(items) for id_, items in own.frameworks.items()},
    })  # fmt: skip


def _retired(sector: SectorToolkit, theme: str, own: RetiredAction) -> dict[str, Any]:
    return _kept({
        **_placed(sector, theme, own),
        "reason": plain(own.reason or ""),
        "replaced_by": list(own.replaced_by),
    })  # fmt: skip


def _placed(sector: SectorToolkit, theme: str, own: Action | RetiredAction) -> dict[str, Any]:
    return {
        "title": own.title,
        "sector": sector.id,
        "theme": theme,
        "address": places.action(sector.id, theme, own.id),
        "edition": edition(own.changes).isoformat(),
        "changes": _later(own),
    }


def _later(own: Action | RetiredAction) -> list[list[str]]:
    """What has changed since the action was first published; before that, nobody could plan it."""
    first = min(change.on for change in own.changes)
    return [
        [change.on.isoformat(), change.kind, plain(change.note)]
        for change in own.changes
        if change.on > first
    ]


def _kept(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
