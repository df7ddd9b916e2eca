"""A text field becomes Markdown that shows it exactly as typed, with the few marks we allow.

Every character that Markdown or HTML could read as a sign of its own is escaped. What comes out is
`Safe`; the templates' environment encodes whatever is not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from generator.content.marks import Bold, Citation, LinkTo, folded, is_safe, marked, parse


class Safe(str):
    """Markdown that may stand in a page as it is."""

    __slots__ = ()


_SIGNS = re.compile(r"[\\`*_{}\[\]|~^$#!]")
# Spaces of other widths, which Markdown would drop at the start of a line.
_WIDE = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", **{space: f"&#{ord(space)};" for space in _WIDE}}
)
_SPACES = re.compile(r" {2,}")
# What Markdown reads as a heading, list, rule, definition or quotation at the start of a line.
_OPENING = re.compile(r"^(?:[#+\-=:!%.]+|\d+(?=[.)]))")


@lru_cache(maxsize=20_000)  # titles and names come on many pages
def words(text: str) -> Safe:
    """Plain words on one line; every mark appears as typed."""
    return Safe(_OPENING.sub(_opening, _inner(folded(text))))


def _inner(text: str) -> str:
    return _SIGNS.sub(lambda sign: "\\" + sign.group() if sign.group() not in "~^$|" else
                      f"&#{ord(sign.group())};", text.translate(_ENTITIES))  # fmt: skip


def _opening(match: re.Match[str]) -> str:
    run = match.group()
    if run.isdigit():
        return f"&#{ord(run[0])};{run[1:]}"
    return "".join(f"&#{ord(char)};" for char in run)


def lines(text: str) -> tuple[Safe, ...]:
    """Each line of a text as plain words; an empty line stays empty, and its spaces stay spaces.

    HTML would fold them, and Markdown drop or obey those at the start of a line.
    """
    return tuple(_spaced(line) for line in text.strip("\n").split("\n"))


def _spaced(line: str) -> Safe:
    line = line.expandtabs(4).rstrip()
    inner = line.lstrip(" ")
    encoded = _OPENING.sub(_opening, _inner(inner))
    kept = _SPACES.sub(lambda run: "&nbsp;" * (len(run.group()) - 1) + " ", encoded)
    return Safe("&nbsp;" * (len(line) - len(inner)) + kept)


def attribute(text: str) -> Safe:
    """Words inside the double quotes of an HTML attribute in Markdown."""
    return Safe(html.escape(folded(text), quote=True))


def prose(text: str, cite: Callable[[str], Safe], within: Callable[[str], str]) -> Safe:
    """A text with its marks: `cite` writes a citation, `within` finds an address in the site."""
    if not marked(text):
        return words(text)
    parts: list[str] = []
    for span in parse(folded(text)):
        if isinstance(span, Citation):
            parts.append(cite(span.source))
        elif isinstance(span, Bold):
            parts.append(f"**{_inner(span.text)}**")
        elif isinstance(span, LinkTo) and not is_safe(span.url):
            parts.append(_inner(f"[{span.text}]({span.url})"))  # as typed: never a way out
        elif isinstance(span, LinkTo):
            url = within(span.url) if span.url.startswith("/") else span.url
            parts.append(link(words(span.text), url))
        else:
            parts.append(_inner(span.text))
    return Safe(_OPENING.sub(_opening, "".join(parts)))


@lru_cache(maxsize=20_000)
def link(label: Safe, url: str) -> Safe:
    """A Markdown link; the label is encoded already, the address is encoded here."""
    encoded = quote(url, safe="/:?#@!$&'*+,;=%~.-_").replace("&", "&amp;")
    encoded = encoded.replace("(", "%28").replace(")", "%29").replace("*", "%2A")
    return Safe(f"[{label}]({encoded})")
