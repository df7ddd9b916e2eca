"""The names that content may not take, because a page of the site already has them."""

from __future__ import annotations

import re

MADE_PAGES = frozenset({"actions", "evidence", "groups", "law", "plan", "resources"})
"""The first parts of the addresses that are made for every toolkit."""
GENERATED_PAGES = MADE_PAGES | {"data"}  # the last only where the files to take away are made
HAND_WRITTEN_PAGES = frozenset(
    {"about", "accessibility", "coaching", "getting-started", "index", "whats-new"}
)
FOLDERS = frozenset({"assets", "checklist", "for", "frameworks", "search", "templates", "themes"})
OTHER = frozenset({"404", "robots", "sitemap"})

RESERVED_SECTORS = GENERATED_PAGES | HAND_WRITTEN_PAGES | FOLDERS | OTHER
RESERVED_AUDIENCES = frozenset({"large-print"})
RESERVED_THEMES = frozenset({"for", "checklist", "index", "sector"})

WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""The names that Windows keeps for devices, whatever ending follows."""

MOST = 60
"""The most characters in a name."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


_FILE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")


def is_file_name(name: str) -> bool:
    """Whether every disk can hold a file or folder of this name, and an address can show it."""
    return bool(_FILE_NAME.fullmatch(name)) and name.partition(".")[0].lower() not in WINDOWS


_ACTION_ID = re.compile(r"[A-Z]{3}-[A-Z]{3}-[0-9]{2,3}")


def is_action_id(name: str) -> bool:
    """Whether a name has the form of an action's id: sector, theme, number."""
    return bool(_ACTION_ID.fullmatch(name))


def is_slug(name: str) -> bool:
    """Whether a name can stand in an address: small letters, digits and single hyphens."""
    return bool(_SLUG.fullmatch(name)) and len(name) <= MOST
