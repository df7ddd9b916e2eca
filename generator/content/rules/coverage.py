"""The whole: every audience served in every theme, nothing listed that nobody cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.problems import Problem
from generator.content.rules import references
from generator.content.rules.documents import Document
from generator.content.toolkit import SectorToolkit, Toolkit

_ENTRY = re.compile(r"(?:evidence|resources)\.md#[a-z0-9-]+")


def check(toolkit: Toolkit, documents: list[Document]) -> Iterator[Problem]:
    """What a reader would miss, and what no reader would ever see."""
    for sector in toolkit.sectors.values():
        yield from _served(sector, toolkit)
    yield from _cited(toolkit, documents)


def _served(sector: SectorToolkit, toolkit: Toolkit) -> Iterator[Problem]:
    for number, audience in enumerate(sector.sector.audiences):
        for theme in toolkit.themes:
            parts = [action.audiences.get(audience.id) for action in sector.actions(theme)]
            if not any(part and part.priority == "foundational" for part in parts):
                yield Problem(
                    sector.sector.origin.at("audiences", number, "id"),
                    "audience-without-start",
                    f'"{audience.title}" has no foundational action in the theme {theme}.',
                    f"Mark at least one action of {theme}.yml as foundational for {audience.id}.",
                )


def _cited(toolkit: Toolkit, documents: list[Document]) -> Iterator[Problem]:
    cited = {(one.kind, one.id) for document in documents for one in references.cited(document)}
    linked = {link for page in toolkit.pages for link in _ENTRY.findall(page.text)}
    for id_, source in toolkit.sources.items():
        if ("source", id_) not in cited and f"evidence.md#{id_}" not in linked:
            yield Problem(
                source.origin.at("id"),
                "never-cited",
                f'Nothing cites the source "{id_}".',
                f"Cite it where it is used, as [@{id_}], or delete the entry.",
            )
    for id_, resource in toolkit.resources.items():
        if ("resource", id_) not in cited and f"resources.md#{id_}" not in linked:
            yield Problem(
                resource.origin.at("id"),
                "never-cited",
                f'No action names the resource "{id_}".',
                "Add it to the resources of the actions it helps with, or delete the entry.",
            )
