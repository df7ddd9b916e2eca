"""The whole content as JSON: every text as typed, with addresses, editions and due dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from generator.content import dates, model, places, published
from generator.content.order import ordered
from generator.content.toolkit import SectorToolkit, Toolkit


def write(toolkit: Toolkit) -> bytes:
    """The bytes of toolkits.json: the same for the same content, in reading order."""
    whole = published.Toolkits(
        schema=published.SCHEMA,
        edition=toolkit.edition,
        licence=published.Licence(
            name=published.LICENCE_NAME,
            spdx=published.LICENCE_ID,
            address=published.LICENCE_ADDRESS,
            credit=published.CREDIT,
        ),
        notice=published.NOTICE,
        themes=tuple(_theme(id_, own) for id_, own in toolkit.themes.items()),
        sectors=tuple(_sector(toolkit, own) for own in toolkit.sectors.values()),
        sources=tuple(
            published.Source.model_construct(**_with(own, address=places.source(id_)))
            for id_, own in toolkit.sources.items()
        ),
        law=tuple(
            published.Law.model_construct(**_with(own, address=places.law(id_)))
            for id_, own in toolkit.law.items()
        ),
        resources=tuple(
            published.Resource.model_construct(**_with(own, address=places.resource(id_)))
            for id_, own in toolkit.resources.items()
        ),
        frameworks=tuple(
            published.Framework.model_construct(**_with(own, address=places.framework(id_)))
            for id_, own in toolkit.frameworks.items()
        ),
        vocabulary=toolkit.vocabulary,
    )
    return (whole.model_dump_json(by_alias=True, indent=1) + "\n").encode()


def _with(own: BaseModel, **more: object) -> dict[str, Any]:
    """The values of a model that was checked when it was read, and some more."""
    return {**dict(own), **more}


def _theme(id_: str, own: model.Theme) -> published.Theme:
    more = {"id": id_, "address": places.theme(id_), "edition": _newest(own.changes)}
    return published.Theme.model_construct(**_with(own, **more))


def _sector(toolkit: Toolkit, sector: SectorToolkit) -> published.Sector:
    return published.Sector.model_construct(
        **_with(
            sector.sector,
            id=sector.id,
            address=places.sector(sector.id),
            edition=sector.edition,
            audiences=tuple(
                published.Audience.model_construct(
                    **_with(own, address=places.audience(sector.id, own.id))
                )
                for own in sector.sector.audiences
            ),
            measures=tuple(
                published.Measure.model_construct(**_with(own, theme=theme))
                for theme in toolkit.themes
                if theme in sector.themes
                for own in sector.themes[theme].measures
            ),
            actions=tuple(
                _action(sector, theme, own)
                for theme in toolkit.themes
                for own in ordered(sector.actions(theme))
            ),
            retired_actions=tuple(
                _retired(sector, theme, own)
                for theme in toolkit.themes
                for own in sector.retired(theme)
            ),
        )
    )


def _action(sector: SectorToolkit, theme: str, own: model.Action) -> published.Action:
    more = _placed(sector, theme, own)
    due = dates.due(own.checked.on, own.checked.every)
    return published.Action.model_construct(**_with(own, **more, check_due=due))


def _retired(
    sector: SectorToolkit, theme: str, own: model.RetiredAction
) -> published.RetiredAction:
    return published.RetiredAction.model_construct(**_with(own, **_placed(sector, theme, own)))


def _placed(
    sector: SectorToolkit, theme: str, own: model.Action | model.RetiredAction
) -> dict[str, object]:
    return {
        "theme": theme,
        "address": places.action(sector.id, theme, own.id),
        "edition": _newest(own.changes),
    }


def _newest(changes: Iterable[model.Change]) -> datetime.date:
    return max(change.on for change in changes)
