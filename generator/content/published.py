"""The form of the open data: the content, with the addresses, editions and dates it gives rise to.

`SCHEMA` goes up when a field is renamed, is removed or changes its meaning; a new field leaves it.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.content import model
from generator.content.fields import ShortLine, Slug
from generator.content.files import Role

SCHEMA = 1
LICENCE_NAME = "Creative Commons Attribution 4.0 International"
LICENCE_ID = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
CREDIT = "The inclusive employer toolkits contributors"
NOTICE = (
    "Not legal advice. A sector whose status is draft awaits review by the toolkits' owners. "
    "Each action says when it was last checked against its sources."
)
WHOLE = "data/toolkits.json"
"""Where the whole data is published, below the site's own address."""
SCHEMA_OF_WHOLE = "data/toolkits.schema.json"
EVERY_ACTION = "data/actions.csv"


def table_of(sector_id: str) -> str:
    """Where a sector's table of actions is published."""
    return f"{sector_id}/checklist/{sector_id}.csv"


def schema_of(role: Role) -> str:
    """Where the schema of a kind of content file is published."""
    return f"data/{role}.schema.json"


InSite = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/#-]+$")]
"""An address below the site's own."""


class _Form(BaseModel):
    """A part of the open data: no field more, and none changed once it is made."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


class _Entry(_Form):
    id: Slug = Field(description="Its name in addresses and in other entries. Fixed for ever.")
    address: InSite = Field(
        description="Its address below the site's own, such as hospitality/recruitment/."
    )


class _Edited(_Entry):
    edition: datetime.date = Field(
        description="The day of its newest change, those inside it included."
    )


class _OfTheme(_Form):
    theme: Slug = Field(description="The theme it belongs to, by its id.")


class Theme(model.Theme, _Edited):
    """One of the themes that every sector's actions are ordered by."""


class Audience(model.Audience, _Entry):
    """A kind of organisation within one sector."""


class Measure(model.Measure, _OfTheme):
    """What an employer in this sector counts for this theme."""


class Action(model.Action, _OfTheme, _Edited):
    """One thing to do."""

    check_due: datetime.date = Field(description="The day the next check falls due.")


class RetiredAction(model.RetiredAction, _OfTheme, _Edited):
    """What stays of an action that is no longer advised, at its old address."""


class Sector(model.Sector, _Edited):
    """A part of London's economy with a toolkit of its own."""

    audiences: tuple[Audience, ...] = Field(min_length=1)
    measures: tuple[Measure, ...] = Field(description="What to count, theme by theme.")
    actions: tuple[Action, ...] = Field(
        description="Its actions in reading order: by theme, foundational first, then by id."
    )
    retired_actions: tuple[RetiredAction, ...] = Field(
        description="Actions no longer advised: out of every list and count, still at their address"
        " and pointing on."
    )


class Source(model.Source, _Entry):
    """A publication that the content cites."""


class Law(model.Law, _Entry):
    """One thing the law says, whom it binds and since when."""


class Resource(model.Resource, _Entry):
    """Something to go on to: a scheme, a guide, an organisation."""


class Framework(model.Framework, _Entry):
    """A published framework that actions are mapped to."""


class Licence(_Form):
    """Under which terms anyone may use the data."""

    name: ShortLine = Field(description="The licence's name.")
    spdx: ShortLine = Field(description="Its short name in the SPDX list of licences.")
    address: ShortLine = Field(description="Where the licence can be read.")
    credit: ShortLine = Field(description="Whom to credit.")


class Toolkits(_Form):
    """All the toolkits' content, in the order readers meet it."""

    schema_: Literal[1] = Field(
        alias="schema",
        description="The number of this form. It goes up when a field is renamed, is removed or"
        " changes its meaning; a new field leaves it.",
    )
    edition: datetime.date = Field(description="The day of the newest change of all.")
    licence: Licence = Field(description="Under which terms anyone may use the data.")
    notice: str = Field(description="What to bear in mind.")
    themes: tuple[Theme, ...] = Field(description="The themes, in order.")
    sectors: tuple[Sector, ...] = Field(description="The sectors, in order, with their actions.")
    sources: tuple[Source, ...] = Field(description="Every publication that is cited.")
    law: tuple[Law, ...] = Field(description="What the law says, each thing once.")
    resources: tuple[Resource, ...] = Field(description="What to go on to.")
    frameworks: tuple[Framework, ...] = Field(
        description="The frameworks that actions are mapped to."
    )
    vocabulary: model.Vocabulary = Field(
        description="The words that actions choose from, and what readers see for each."
    )


FORMS: tuple[type[BaseModel], ...] = (
    Toolkits,
    Licence,
    Theme,
    Sector,
    Audience,
    model.People,
    model.Figure,
    model.Bar,
    model.Challenge,
    Measure,
    Action,
    model.Part,
    model.Evidence,
    model.Checked,
    model.Template,
    model.Example,
    RetiredAction,
    model.Change,
    Source,
    Law,
    Resource,
    Framework,
    model.Item,
    model.Vocabulary,
)
"""Every form in the data, from the whole to its parts, as the page about it tells them."""
