"""The few marks a text may hold: **bold**, [words](address) and [@source] citations.

Everything else an editor types is words, and appears as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Bold:
    """Words to stress."""

    text: str


@dataclass(frozen=True, slots=True)
class LinkTo:
    """Words that lead to an address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The id of the source that the sentence rests on."""

    source: str


Span = Words | Bold | LinkTo | Citation

_MARK = re.compile(
    r"\*\*(?P<bold>[^*\s](?:[^*]*[^*\s])?)\*\*"
    r"|\[@(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*)\]"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CITED = "\0"  # stands where a citation was; nobody can type it
_BEFORE_CITED = re.compile(rf" *{_CITED}")
# Nothing that a mail program could take for a second address or for a header of its own.
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d{1,5})?")
_WITHIN = re.compile(r"/(?:[a-z0-9-]+/)*(?:#[A-Za-z0-9-]+)?")


def marked(text: str) -> bool:
    """Whether a text may hold a mark: most hold none, which is soon seen."""
    return "[" in text or "*" in text


@lru_cache(maxsize=20_000)  # rules, pages and files to take away all read the same texts
def parse(text: str) -> tuple[Span, ...]:
    """Splits a text into its spans, in order; joined they hold every character typed."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    end = 0
    for match in _MARK.finditer(text):
        if match.start() > end:
            yield Words(text[end : match.start()])
        end = match.end()
        if match["bold"] is not None:
            yield Bold(match["bold"])
        elif match["source"] is not None:
            yield Citation(match["source"])
        else:
            yield LinkTo(match["words"], match["url"])
    if end < len(text):
        yield Words(text[end:])


def plain(text: str) -> str:
    """The words a reader hears: marks dropped, citations left out with the space before them."""
    if not marked(text):
        return folded(text)
    spans = parse(folded(text))
    kept = "".join(_CITED if isinstance(span, Citation) else span.text for span in spans)
    return folded(_BEFORE_CITED.sub("", kept))


def folded(text: str) -> str:
    """A text on one line, as HTML folds it: a no-break space is no white space."""
    if text.isprintable() and "  " not in text:  # most are one line already
        return text.strip(" ")
    return _SPACE.sub(" ", text).strip(" ")


def is_https(url: str) -> bool:
    """Whether this is a whole https address with a host."""
    if not url.isascii() or not url.isprintable() or set(url) & set(" \\\"'<>`{}|^"):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(_HOST.fullmatch(parts.netloc))


def is_within(url: str) -> bool:
    """Whether this is an address within the site, such as /law/#equality-act."""
    return bool(_WITHIN.fullmatch(url))


def is_safe(url: str) -> bool:
    """Whether a text may link here: https, mailto or within the site."""
    if url.startswith("mailto:"):
        return bool(_EMAIL.fullmatch(url.removeprefix("mailto:")))
    return is_https(url) or is_within(url)
