"""The plain blocks of a page, written as Markdown writes them: headings, texts, lists, tables."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from markdown.extensions.toc import slugify, strip_tags, unique

from generator.conversion import inline
from generator.conversion.inline import Irregular

_HEADING = re.compile(r"(#{1,6}) (.*?[^\\#\s])(?: \{#([\w.-]+)\})?")
ITEM = re.compile(r"(?:- |([0-9]+)\. )(?=\S)")
"""How an item of a list starts."""

_ROW = re.compile(r"\| (.*) \|")
_RULE = re.compile(r"\|(?: --- \|)+")
_NOT_A_TEXT = re.compile(
    r"[ ]*(?:[#>=|~{]|[*+:-](?= |$)|(?:-|\*|_){2,}(?=[ *_-]|$)|[0-9]+[.)](?= |$)|\[[^\]]*\]:)"
)


@dataclass
class Written:
    """What is known of a page once it is written."""

    url: Callable[[str], str]
    levels: range
    content: str = ""
    title: str | None = None
    begun: bool = False
    anchors: set[str] = field(default_factory=set)
    headings: list[dict[str, Any]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


def block(page: Written, lines: list[str]) -> str:
    """A heading, a table or a text."""
    first = lines[0]
    if first.startswith("#"):
        return _heading(page, lines)
    if first.startswith("|"):
        return _table(page, lines)
    _must_be_text(lines)
    if ("|" in first and len(lines) > 1) or first.startswith("    "):
        raise Irregular(first)
    return f"<p>{_text(page, lines)}</p>"


def block_end(lines: list[str], at: int) -> int:
    """Where a block ends: at an empty line."""
    while at < len(lines) and lines[at].strip():
        at += 1
    return at


def list_end(lines: list[str], at: int) -> int:
    """Where a list ends: parts indented by four spaces belong to it, and items after them."""
    indented = False
    while True:
        at = block_end(lines, at)
        if at + 1 >= len(lines):
            return at
        if not (lines[at + 1].startswith("    ") or (indented and ITEM.match(lines[at + 1]))):
            return at
        indented = lines[at + 1].startswith("    ")
        at += 1


def _must_be_text(lines: list[str]) -> None:
    for line in lines:
        if _NOT_A_TEXT.match(line):
            raise Irregular(line)


def _text(page: Written, lines: list[str]) -> str:
    return inline.html("\n".join(lines).lstrip(), page.url)


def _heading(page: Written, block: list[str]) -> str:
    found = _HEADING.fullmatch(block[0])
    if found is None or len(block) > 1:
        raise Irregular(block[0])
    level, inner = len(found[1]), inline.html(found[2], page.url)
    if level in page.levels and "<a " in inner:
        raise Irregular(block[0])  # its entry in the contents has the link as it was typed
    name, id_ = strip_tags(inner), found[3]
    if not id_:
        id_ = unique(slugify(html.unescape(name), "-"), page.used)
    page.anchors.add(id_)
    if level == 1 and not page.begun:
        page.title = name
    if level in page.levels:
        token = {"level": level, "id": id_, "name": name, "html": inner, "data-toc-label": ""}
        page.headings.append(token)
    return f'<h{level} id="{id_}">{inner}</h{level}>'


def list_(page: Written, block: list[str]) -> str:
    """A list whose items are texts, or all of several texts with empty lines between them."""
    items: list[list[str]] = []
    if not block[0].startswith(("- ", "1. ")):
        raise Irregular(block[0])
    tag = "ul" if block[0][0] == "-" else "ol"
    apart = "" in block
    for before, line in pairwise(["", *block]):
        marker = ITEM.match(line)
        if marker is None:
            items[-1].append(line)
        elif (
            (apart and before)
            or (marker[1] is None) == (tag == "ol")
            or (not items and marker[1] not in (None, "1"))
        ):
            raise Irregular(line)
        else:
            items.append([line[marker.end() :]])
    item = _parts if apart else _item
    written = "\n".join(f"<li>{item(page, lines)}</li>" for lines in items)
    return f"<{tag}>\n{written}\n</{tag}>"


def _item(page: Written, lines: list[str]) -> str:
    _must_be_text(lines)
    return _text(page, lines)


def _parts(page: Written, lines: list[str]) -> str:
    """An item of texts of one line each, with one empty line between them."""
    texts = [lines[0], *(line[4:] for line in lines[2::2])]
    between = lines[1::2]
    if len(texts) == 1 or any(between) or not all(line.startswith("    ") for line in lines[2::2]):
        raise Irregular(lines[0])
    _must_be_text(texts)
    if any(text[:1].isspace() for text in texts):
        raise Irregular(lines[0])
    return "\n" + "\n".join(f"<p>{_text(page, [text])}</p>" for text in texts) + "\n"


def _table(page: Written, block: list[str]) -> str:
    first, rule = block[0], "".join(block[1:2])
    head, rows = _cells(page, first), [_cells(page, line) for line in block[2:]]
    if not rows or not _RULE.fullmatch(rule) or rule.count("---") != len(head):
        raise Irregular(first)
    if any(len(row) != len(head) for row in rows):
        raise Irregular(first)
    body = "\n".join(_row("td", row) for row in rows)
    return f"<table>\n<thead>\n{_row('th', head)}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cells(page: Written, line: str) -> list[str]:
    found = _ROW.fullmatch(line)
    if found is None or "\\|" in line:
        raise Irregular(line)
    cells = (f"|{cell.strip()}" for cell in found[1].split("|"))  # no cell starts a line
    return [inline.html(cell, page.url)[1:] for cell in cells]


def _row(tag: str, cells: list[str]) -> str:
    inner = "\n".join(f"<{tag}>{cell}</{tag}>" for cell in cells)
    return f"<tr>\n{inner}\n</tr>"
