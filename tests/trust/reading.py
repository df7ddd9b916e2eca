"""What a reader, a program or a spreadsheet gets of the made files, read back by other means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SPACE = re.compile(r"[ \t\r\n\f]+")  # what HTML folds; a no-break space is a letter like others


def folded(text: str) -> str:
    """A text with its white space as a browser shows it."""
    return _SPACE.sub(" ", text).strip()


@dataclass
class Shown(HTMLParser):
    """What a browser makes of some HTML: its words, elements, attributes and addresses."""

    html: str
    pieces: list[str] = field(default_factory=list)
    elements: Counter[str] = field(default_factory=Counter)
    attributes: set[str] = field(default_factory=set)
    addresses: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    equivalents: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()

    @property
    def words(self) -> str:
        """All words, blocks parted by a space."""
        return folded("".join(self.pieces))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the element, its attributes, and what they say or point to."""
        self.elements[tag] += 1
        if tag not in _INLINE:
            self.pieces.append("\n")
        for name, value in attrs:
            self.attributes.add(f"{tag} {name}")
            if name == "http-equiv":
                self.equivalents.add(value or "")
            if name in {"href", "src", "action", "formaction"}:
                self.addresses.append(value or "")
            elif name in {"content", "alt", "title", "aria-label"}:
                self.said.append(folded(value or ""))

    def handle_endtag(self, tag: str) -> None:
        """Parts the words of blocks."""
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        """Keeps what no reader sees and no template of ours writes."""
        self.strays.append(data)

    handle_pi = handle_comment
    unknown_decl = handle_comment

    def handle_decl(self, decl: str) -> None:
        """The one declaration of a page is that it is HTML."""
        if decl.lower() != "doctype html":
            self.strays.append(decl)


_INLINE = frozenset({"a", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup"})


def strings(data: object) -> Iterator[str]:
    """Every text in some JSON, names left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)
