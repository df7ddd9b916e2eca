"""A page becomes Markdown text; the only place that uses templates."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import jinja2

from generator.pages.encode import Safe, attribute, words
from generator.pages.site import Page

_BREAK = Safe("  ")  # two spaces end a line in Markdown


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("generator.pages", "templates"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 # pages are Markdown: `finalize` encodes for it
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",  # "{#" opens the anchor of a Markdown heading
        comment_end_string="##}",
        finalize=_written,
    )
    environment.filters["join"] = _join
    return environment


def stamps() -> tuple[tuple[str, int], ...]:
    """When each template was last saved: pages written by another are to be written again."""
    folder = Path(__file__).parent / "templates"
    return tuple((file.name, file.stat().st_mtime_ns) for file in sorted(folder.iterdir()))


def _written(value: object) -> object:
    """Lets encoded text pass and encodes all other text, so that no template can forget to."""
    if isinstance(value, Safe | jinja2.Undefined):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return words(value) if value.strip() else value
    raise TypeError(f"a template writes a {type(value).__name__}, which is not text")


def _join(parts: Iterable[str], between: str) -> Safe:
    return Safe(between.join(p if isinstance(p, Safe) else words(p) for p in parts))


def render(page: Page, edit_base: str = "") -> str:
    """The Markdown of a page, front matter included; `edit_base` is where content is edited."""
    template = _environment().get_template(f"{page.template}.md.j2")
    body = template.render(view=page.view, **{"break": _BREAK})
    return front_matter(page, edit_base) + body.strip() + "\n"


def front_matter(page: Page, edit_base: str) -> str:
    """The lines before the text that tell any Markdown builder about it."""
    # HTML-encoded: the theme writes both into the head of the page without encoding.
    lines = [f"title: {json.dumps(attribute(page.title), ensure_ascii=False)}"]
    if page.description:
        lines.append(f"description: {json.dumps(attribute(page.description), ensure_ascii=False)}")
    if edit_base and page.source:
        lines.append(f"suggest: {json.dumps(edit_base.rstrip('/') + '/' + page.source)}")
    if page.moved_to:
        lines.append(f"moved: {json.dumps(page.moved_to)}")
    if page.edition:
        lines.append(f"edition: {json.dumps(page.edition)}")
    if page.icon:
        lines.append(f"icon: material/{page.icon}")
    if page.wide:
        lines += ["hide:", "  - toc"]
    if not page.in_search:
        lines += ["search:", "  exclude: true"]
    return "---\n" + "\n".join(lines) + "\n---\n\n"
