"""Where each page lies, as the path of its Markdown file; every address is made here."""

from __future__ import annotations

import posixpath
from functools import lru_cache

HOME = "index.md"
ACTIONS = "actions.md"
PLAN = "plan.md"
EVIDENCE = "evidence.md"
LAW = "law.md"
RESOURCES = "resources.md"
GROUPS = "groups.md"
DATA = "data.md"
THEMES = "themes/index.md"
FRAMEWORKS = "frameworks/index.md"


def sector(sector_id: str) -> str:
    """The page of a sector."""
    return f"{sector_id}/index.md"


def sector_theme(sector_id: str, theme_id: str) -> str:
    """The page of one sector's actions for a theme."""
    return f"{sector_id}/{theme_id}.md"


def audience(sector_id: str, audience_id: str) -> str:
    """The page of one kind of organisation."""
    return f"{sector_id}/for/{audience_id}.md"


def checklist(sector_id: str) -> str:
    """The printable checklist of a sector."""
    return f"{sector_id}/checklist.md"


def theme(theme_id: str) -> str:
    """The page of one theme across sectors."""
    return f"themes/{theme_id}.md"


def framework(framework_id: str) -> str:
    """The page of one framework."""
    return f"frameworks/{framework_id}.md"


def anchor(action_id: str) -> str:
    """The anchor of an action: its id in small letters."""
    return action_id.lower()


@lru_cache(maxsize=50_000)  # a page links to few others, many times
def relative(here: str, there: str, anchor_: str = "") -> str:
    """The link from one page's file to another's, as Markdown files link."""
    if here == there and anchor_:
        return f"#{anchor_}"
    path = posixpath.relpath(there, posixpath.dirname(here) or ".")
    return f"{path}#{anchor_}" if anchor_ else path


def address(path: str) -> str:
    """The address of a page below the site's own, such as hospitality/recruitment/."""
    name = path.removesuffix("index.md").removesuffix(".md")
    return name if not name or name.endswith("/") else f"{name}/"


def from_address(address: str) -> tuple[str, str]:
    """The file and anchor behind an address within the site, such as /law/#tips."""
    path, _, anchor_ = address.partition("#")
    name = path.strip("/")
    folders = {"", "themes", "frameworks"}
    if name in folders:
        return posixpath.join(name, "index.md"), anchor_
    return f"{name}.md", anchor_
