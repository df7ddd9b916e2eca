"""Where things stand on the site, below its own address, for what is no page itself."""

from __future__ import annotations

from generator.content import addresses
from generator.content.addresses import address, anchor


def sector(sector_id: str) -> str:
    """The page of a sector."""
    return address(addresses.sector(sector_id))


def sector_theme(sector_id: str, theme_id: str) -> str:
    """The page of one sector's actions for a theme."""
    return address(addresses.sector_theme(sector_id, theme_id))


def audience(sector_id: str, audience_id: str) -> str:
    """The page of one kind of organisation."""
    return address(addresses.audience(sector_id, audience_id))


def action(sector_id: str, theme_id: str, action_id: str) -> str:
    """An action on the page of its sector and theme."""
    return f"{sector_theme(sector_id, theme_id)}#{anchor(action_id)}"


def theme(theme_id: str) -> str:
    """The page of one theme across sectors."""
    return address(addresses.theme(theme_id))


def framework(framework_id: str) -> str:
    """The page of one framework."""
    return address(addresses.framework(framework_id))


def source(source_id: str) -> str:
    """A source on the page of evidence."""
    return f"{address(addresses.EVIDENCE)}#{source_id}"


def law(law_id: str) -> str:
    """An entry on the page of the law."""
    return f"{address(addresses.LAW)}#{law_id}"


def resource(resource_id: str) -> str:
    """An entry on the page of resources."""
    return f"{address(addresses.RESOURCES)}#{resource_id}"


def page(path: str) -> str:
    """A page written by hand, by its file below toolkits/."""
    return address(path)
