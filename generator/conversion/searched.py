"""What Material's search plugin knows of a page: cut when it is converted, and shared with it."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from generator.conversion import entries


def searched(page: Page, config: MkDocsConfig) -> list[Any]:
    """The entries that Material's search makes of a page."""
    whole = index(config)
    if whole is None:
        return []
    own = type(whole)(**whole.config)
    if (page.meta.get("search") or {}).get("exclude"):
        return []
    try:
        for part in entries.parts(page.content or ""):
            own.create_entry_for_section(part, (), page.url, page)
    except entries.Strange:
        own.add_entry_from_context(page)
    return list(own.entries)


def index(config: MkDocsConfig) -> Any:
    """The index of Material's search plugin, where it is used."""
    for plugin in config.plugins.values():
        if type(plugin).__module__ == "material.plugins.search.plugin":
            return getattr(plugin, "search_index", None)
    return None


def share_entries(config: MkDocsConfig) -> None:
    """Lets the search plugin take a page's entries where they are known already."""
    own = index(config)
    if own is None:
        return
    plain = own.add_entry_from_context

    def add(page: Page) -> None:
        record = getattr(page, "record", None)
        if record is None or record["content"] != page.content:
            plain(page)
        else:
            own.entries.extend(record["entries"])

    own.add_entry_from_context = add
