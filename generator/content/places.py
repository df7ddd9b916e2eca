"""Where things stand on the site, below its own address, for what is no page itself."""

from __future__ import annotations


def sector(sector_id: str) -> str:
    """The page of a sector."""
    return f"{sector_id}/"


def sector_theme(sector_id: str, theme_id: str) -> str:
    """The page of one sector's actions for a theme."""
    return f"{sector_id}/{theme_id}/"


def audience(sector_id: str, audience_id: str) -> str:
    """The page of one kind of organisation."""
    return f"{sector_id}/for/{audience_id}/"


def action(sector_id: str, theme_id: str, action_id: str) -> str:
    """An action on the page of its sector and theme."""
    return f"{sector_id}/{theme_id}/#{action_id.lower()}"


def theme(theme_id: str) -> str:
    """The page of one theme across sectors."""
    return f"themes/{theme_id}/"


def framework(framework_id: str) -> str:
    """The page of one framework."""
    return f"frameworks/{framework_id}/"


def source(source_id: str) -> str:
    """A source on the page of evidence."""
    return f"evidence/#{source_id}"


def law(law_id: str) -> str:
    """An entry on the page of the law."""
    return f"law/#{law_id}"


def resource(resource_id: str) -> str:
    """An entry on the page of resources."""
    return f"resources/#{resource_id}"


def page(path: str) -> str:
    """A page written by hand, by its file below toolkits/."""
    name = path.removesuffix(".md").removesuffix("index")
    return name if not name or name.endswith("/") else f"{name}/"
