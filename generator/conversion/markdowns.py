"""The steps of MkDocs from a page's Markdown to its HTML, taken by one Markdown for all pages.

MkDocs makes a new one for every page, and Markdown tries every pattern on every text. What is
private to the two is named here alone; `tests/test_converted.py` fails when they change it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from typing import Any, cast

import markdown
from markdown import inlinepatterns as patterns
from markdown.extensions.toc import TocTreeprocessor, nest_toc_tokens
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as steps
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.conversion import regular
from generator.conversion.inline import Irregular

EXTENSIONS = frozenset({"toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html"})
"""These keep nothing from one page to the next once they are reset, and read nothing but text."""

_WRITTEN = frozenset({"toc", "tables", "attr_list", "md_in_html"})
"""Without one of these, what our templates write would mean something else."""

NEEDS = {
    patterns.BACKTICK_RE: "`",
    patterns.ESCAPE_RE: "\\",
    patterns.REFERENCE_RE: "[",
    patterns.LINK_RE: "[",
    patterns.IMAGE_LINK_RE: "[",
    patterns.IMAGE_REFERENCE_RE: "[",
    patterns.AUTOLINK_RE: "<",
    patterns.AUTOMAIL_RE: "<",
    patterns.HTML_RE: "<",
    patterns.LINE_BREAK_RE: "\n",
    patterns.ENTITY_RE: "&",
}
"""A sign without which a pattern of Markdown cannot match; one that is not here is always tried."""

_Raw = steps._RawHTMLPreprocessor  # noqa: SLF001 # see above
_Anchors = steps._ExtractAnchorsTreeprocessor  # noqa: SLF001
_Relative = steps._RelativePathTreeprocessor  # noqa: SLF001
_Title = steps._ExtractTitleTreeprocessor  # noqa: SLF001


def follow(page: Page, files: object, config: MkDocsConfig) -> dict[str, Any]:
    """What `Page.render` makes of a page, as plain data; `files` answers where a link leads."""
    md = _markdown(config)
    levels = _levels(md, config)
    if levels:
        with suppress(Irregular):
            return _written(page, cast(Files, files), config, levels)
    return _converted(md, page, files, config)


def _levels(md: markdown.Markdown, config: MkDocsConfig) -> range | None:
    """Which headings the contents list; nothing where settings ask for more than we write."""
    named = config.mdx_configs or {}
    others = {name for name, given in named.items() if given} - {"toc", "tables"}
    if others or not _WRITTEN.issubset(config.markdown_extensions):
        return None
    if set(named.get("toc") or ()) - {"toc_depth"}:
        return None
    toc = cast(TocTreeprocessor, md.treeprocessors["toc"])
    return range(toc.toc_top, toc.toc_bottom + 1)


def _written(page: Page, files: Files, config: MkDocsConfig, levels: range) -> dict[str, Any]:
    """The same, where the page is regular. Raises Irregular where it is not."""
    relative = _Relative(page.file, files, config)
    url = cache(relative.path_to_url)  # a page has many links to one place
    made = regular.write(page.markdown or "", url, levels)
    return {
        "content": made.content,
        "toc": nest_toc_tokens(cast(Any, made.headings)),
        "title": made.title,
        "anchors": sorted(made.anchors),
        "links": {file.src_uri: links for file, links in relative.links_to_anchors.items()},
    }


def _converted(
    md: markdown.Markdown, page: Page, files: object, config: MkDocsConfig
) -> dict[str, Any]:
    """The same, by Markdown."""
    md.reset()
    known = cast(Files, files)
    raw, title = _Raw(), _Title()
    anchors, relative = _Anchors(page.file, known, config), _Relative(page.file, known, config)
    for step in (raw, anchors, relative, title):
        step._register(md)  # noqa: SLF001 # see above
    content = md.convert(page.markdown or "")
    return {
        "content": content,
        "toc": getattr(md, "toc_tokens", []),
        "title": title.title,
        "anchors": sorted(anchors.present_anchor_ids | raw.present_anchor_ids),
        "links": {file.src_uri: links for file, links in relative.links_to_anchors.items()},
    }


class QuickInline(InlineProcessor):
    """Markdown's own search for marks in a text, without the patterns that cannot match it."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.tried = [(NEEDS.get(one.pattern, ""), one) for one in md.inlinePatterns]

    def _InlineProcessor__handleInline(self, data: str, first: int = 0) -> str:  # noqa: N802
        if isinstance(data, AtomicString):
            return data
        for index in range(first, len(self.tried)):
            sign, pattern = self.tried[index]
            matched, start = sign in data, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, index, start
                )
        return data


_made: dict[str, markdown.Markdown] = {}


def _markdown(config: MkDocsConfig) -> markdown.Markdown:
    """One Markdown for each settings."""
    settings = json.dumps([config.markdown_extensions, config.mdx_configs], default=repr)
    if settings not in _made:
        md = markdown.Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}
        )
        md.treeprocessors.register(QuickInline(md), "inline", 20)
        _made[settings] = md
    return _made[settings]
