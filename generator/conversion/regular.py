"""The HTML of a page of regular Markdown: the few forms our templates write, straight to HTML.

Markdown spends most of a build on looking for what these pages never hold. What is written here
has the same bytes. A page with anything else is `Irregular`, and Markdown converts it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.conversion import inline, plain
from generator.conversion.inline import Irregular
from generator.conversion.plain import Written

_OPENING = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>&]*")?)*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)(="([^"]*)")?')
_HEAD = re.compile("<h[1-6]")
_ID = re.compile(r'<(?:[a-zA-Z][^<>]*?\sid|a(?=\s)[^<>]*?\sname)="([^"]*)"')
# Patterns that look through a whole page begin with a letter of their own: that is looked for fast.
_CHOSEN = (
    re.compile(r"\{#([\w.-]+)\}$", re.MULTILINE),
    re.compile(r'\n<[a-z]+(?=[^<>]* markdown[ >=])[^<>]* id="([^"]*)"'),
)
_NEVER = ("\t", "\r", "\x02", "\x03", "<!--", "<?")
_BLANK = re.compile(r"\n[^\S\n]+(?=\n|\Z)")
_SPANS = frozenset(
    {"address", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"legend", "li", "p", "summary", "td", "th"}
)
"""What a bare `markdown` makes a text; in the others it makes blocks."""

_BLOCKS = _SPANS | {
    *("article", "aside", "details", "div", "dl", "fieldset", "form"),
    *("ol", "section", "table", "tbody", "thead", "tr", "ul"),
}


def write(markdown: str, url: Callable[[str], str], levels: range) -> Written:
    """A page of regular Markdown; `levels` are those of the headings its contents list.

    Raises Irregular where Markdown itself must look at it.
    """
    begun = f"\n{markdown}"
    if _BLANK.search(begun) or any(sign in markdown for sign in _NEVER):
        raise Irregular(markdown)
    page = Written(url, levels)
    chosen = {id_ for pattern in _CHOSEN for id_ in pattern.findall(begun)}
    page.used.update(chosen)
    page.content = "\n".join(_blocks(page, markdown.split("\n"), whole=True)).strip()
    if not chosen <= page.anchors <= page.used:
        raise Irregular("an id that is none")
    page.anchors.update(_ID.findall(markdown))
    return page


def _blocks(page: Written, lines: list[str], *, whole: bool = False) -> Iterator[str]:
    """Every block of some lines, one after the other; `whole` where they are no element's."""
    at, after_list = 0, False
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            if line:
                raise Irregular(line)
            at += 1
            continue
        opening = _opening(line)
        if opening:
            made, at = _element(page, lines, at, opening, whole=whole)
        elif plain.ITEM.match(line):
            if after_list:
                raise Irregular("a list goes on after an empty line")
            end = plain.list_end(lines, at)
            made, at = plain.list_(page, lines[at:end]), end
        else:
            end = plain.block_end(lines, at)
            made, at = plain.block(page, lines[at:end]), end
        after_list = opening is None and bool(plain.ITEM.match(line))
        page.begun = True
        yield made


def _opening(line: str) -> re.Match[str] | None:
    found = _OPENING.match(line)
    return found if found and found[1] in _BLOCKS else None


def _element(
    page: Written, lines: list[str], at: int, opening: re.Match[str], *, whole: bool
) -> tuple[str, int]:
    """An element of HTML that starts a line, and the number of the line after it."""
    tag = opening[1]
    end = _end(lines, at, tag)
    attributes = _ATTRIBUTE.findall(opening[2])
    typed = "\n".join(lines[at : end + 1])
    inner = typed[opening.end() : -len(f"</{tag}>")]
    mode = next((value or "1" for name, _, value in attributes if name == "markdown"), "")
    if mode not in ("", "1", "span", "block"):
        raise Irregular(opening[0])
    if not mode:
        return _raw(typed, inner, lines[end + 1 : end + 2], whole=whole), end + 1
    others = (one for one in attributes if one[0] != "markdown")
    kept = "".join(f" {name}" + (given or f'="{name}"') for name, given, _ in others)
    page.anchors.update(value for name, _, value in attributes if name == "id")
    if mode == "span" or (mode == "1" and tag in _SPANS):
        return f"<{tag}{kept}>{inline.html(inner, page.url)}</{tag}>", end + 1
    blocks = "\n".join(_blocks(page, inner.split("\n")))
    if not blocks:
        raise Irregular(typed)
    return f"<{tag}{kept}>\n{blocks}\n</{tag}>", end + 1


def _raw(typed: str, inner: str, after: list[str], *, whole: bool) -> str:
    """HTML as it was typed; outside of other elements Markdown keeps a line end behind it."""
    if not whole:
        if "<" in inner or _HEAD.match(typed):
            raise Irregular(typed)
        return typed
    if not after or not after[0].strip():
        return f"{typed}\n"
    if not _opening(after[0]):
        raise Irregular(after[0])
    return typed


def _end(lines: list[str], at: int, tag: str) -> int:
    """The line on which an element ends; nothing may follow on it."""
    depth = 0
    opens, closes = f"<{tag}", f"</{tag}"
    either = re.compile(rf"<(/?){tag}(?=[ >])")
    for number in range(at, len(lines)):
        line = lines[number]
        if closes not in line and opens not in line:
            continue
        for found in either.finditer(line):
            depth += -1 if found[1] else 1
            if depth == 0:
                if line[found.end() :] != ">":
                    raise Irregular(line)
                return number
    raise Irregular(lines[at])
