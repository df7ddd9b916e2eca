"""The parts of a page for the search, cut as Material's search plugin cuts them.

Material reads a page's HTML with Python's own parser and asks of every tag what lies around it,
which takes nearly as long as writing the page. The forms that pages are written in are cut here
to the same parts; a page with anything else is Material's own to cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape

_TAG = re.compile("<([^<>]*)>")
_FORM = re.compile(r'([a-z][a-z0-9]*)((?: [a-zA-Z:-]+(?:="[^"]*")?)*)( ?/)?')
_ENDING = re.compile(r"/[a-z][a-z0-9]*")
_ATTRIBUTE = re.compile(r' ([a-zA-Z:-]+)(?:="([^"]*)")?')
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
    | {"source", "track", "wbr"}
)
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_NEVER = ("object", "script", "style")
_RAW = frozenset(
    {*_NEVER, "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext"}
)
"""Inside of these, signs may mean something else to a parser, or to another version of it."""


class Strange(Exception):  # noqa: N818 # no error: Material itself cuts such a page
    """HTML of another form than pages are written in."""


@dataclass(eq=False, slots=True)
class Part:
    """A heading and what stands below it, as texts and the tags that the search keeps."""

    tag: str
    depth: float = 0
    excluded: bool = False
    id: str | None = None
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def parts(content: str) -> Iterator[Part]:
    """The parts of a page that are searched. Raises Strange where Material must cut the page."""
    cut = _Cut()
    words, *pieces = _TAG.split(content)
    if words:
        cut.words(words)
    for tag, words in zip(pieces[::2], pieces[1::2], strict=True):
        if tag.startswith("/"):
            cut.end(_end(tag))
        else:
            start = _start(tag)
            cut.start(start)
            if start.empty:
                cut.end(start.tag)
        if words:
            cut.words(words)
    return (part for part in cut.parts if not part.excluded)


@dataclass(frozen=True, slots=True)
class _Start:
    """A tag that opens an element, and what of it matters here."""

    tag: str
    empty: bool
    excluded: bool
    id: str | None
    skipped: bool


@lru_cache(maxsize=5_000)
def _start(typed: str) -> _Start:
    form = _FORM.fullmatch(typed)
    if form is None or form[1] in _RAW:
        raise Strange(typed)
    given = {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(form[2])}
    kind, excluded = given.get("class"), "data-search-exclude" in given
    if kind == "headerlink" or given.get("id") == "":
        raise Strange(typed)
    skipped = excluded or kind == "linenodiv"
    return _Start(form[1], bool(form[3]), excluded, given.get("id"), skipped)


@lru_cache(maxsize=200)
def _end(typed: str) -> str:
    if not _ENDING.fullmatch(typed):
        raise Strange(typed)
    return typed[1:]


class _Cut:
    """What Material's parser knows between two tags; an element is known by its tag alone."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.part: Part | None = None
        self.around: list[str] = []
        self.skipped = set(_NEVER)

    def start(self, start: _Start) -> None:
        tag = start.tag
        if tag in _VOID:
            return
        self.around.append(tag)
        if tag in _HEADINGS and start.id is not None:
            depth = len(self.around)
            if tag != "h1" and not self.parts:
                self.parts.append(Part("", depth))
            self.part = Part(tag, depth, start.excluded, start.id if self.parts else None)
            self.parts.append(self.part)
        texts = self._texts()
        if start.skipped:
            self.skipped.add(tag)
        elif tag in _KEPT and self.skipped.isdisjoint(self.around):
            texts.append(f"<{tag}>")

    def end(self, tag: str) -> None:
        if not self.around or self.around[-1] != tag or self.part is None:
            return
        self._leave()
        self.around.pop()
        if tag in self.skipped:  # an element in itself ends what it began: Material counts none
            self.skipped.discard(tag)
        elif tag in _KEPT and self.skipped.isdisjoint(self.around):
            texts = self._texts()
            first = texts.index(f"<{tag}>")
            if all(map(str.isspace, texts[first + 1 :])):
                del texts[first:]
            else:
                texts.append(f"</{tag}>")

    def words(self, typed: str) -> None:
        if "<" in typed:
            raise Strange(typed)
        if not self.skipped.isdisjoint(self.around):
            return
        words = unescape(typed) if "&" in typed else typed
        texts, pre = self._texts(), "pre" in self.around
        blank = words.isspace()
        if not pre:
            words = " " if blank else words.replace("\n", " ")
        in_title = self.part is not None and texts is self.part.title
        if in_title or not blank:
            texts.append(escape(words, quote=False))
        elif pre or not texts or not texts[-1].isspace():
            texts.append(words)

    def _leave(self) -> None:
        """Ends a part whose heading stood further in: what follows belongs to an earlier one."""
        depth = len(self.around)
        if self.part is not None and self.part.depth > depth:
            for part in reversed(self.parts):
                if part.depth <= depth:
                    self.part.depth = float("inf")
                    self.part = part
                    break

    def _texts(self) -> list[str]:
        """Where words go: to the heading that is open, or below it."""
        if self.part is None:
            self.part = Part("")
            self.parts.append(self.part)
        return self.part.title if self.part.tag in self.around else self.part.text
