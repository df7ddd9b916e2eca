"""What a page written by hand becomes: whatever the disguise in its source, only plain elements.

`pages.py` looks at the source, so that it can name the place. Here the page is turned into HTML as
the site does it, and each element and attribute must be one that no browser runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import markdown

from generator.content.marks import is_safe

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables", "toc")
"""The extensions of Markdown in mkdocs.yml; a test holds the two together."""

_ELEMENTS = frozenset({
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "hr", "br", "wbr"),
    *("a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"),
    *("samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "img"),
    *("blockquote", "details", "figcaption", "figure", "pre", "summary"),
    *("dd", "dl", "dt", "li", "ol", "ul"),
    *("caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
})  # fmt: skip
_ANYWHERE = frozenset({"class", "dir", "id", "lang", "markdown", "role", "title"})
_OF = {
    "a": {"href", "name", "rel", "target"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "td": {"align", "colspan", "headers", "rowspan"},
    "th": {"abbr", "align", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--!?>|<!--).)*-->", re.DOTALL)
_RELATIVE = re.compile(r"(?!//)[\w./-]*(?:#[\w-]*)?")

Fault = tuple[str, str]  # what it is (element, attribute, link, picture, sign), and its name


def faults(text: str) -> Iterator[Fault]:
    """What a page's HTML holds that it may not, each once."""
    made = markdown.markdown(_FRONT.sub("", text), extensions=list(EXTENSIONS))
    reader = _Reader()
    try:
        reader.feed(_COMMENT.sub("", made))
        reader.close()
    except AssertionError:  # how Python's reader of HTML says that it cannot go on
        reader.found.append(("sign", "<!"))
    yield from dict.fromkeys(reader.found)


class _Reader(HTMLParser):
    """Goes through every part of some HTML that has no comment in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Fault] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Elements and attributes that are not on the list, and addresses that are not safe."""
        if tag not in _ELEMENTS:
            self.found.append(("element", tag))
        for name, value in attrs:
            allowed = name in _ANYWHERE or name in _OF.get(tag, ()) or name.startswith("aria-")
            address = (value or "").strip()
            if tag in _ELEMENTS and not allowed:
                self.found.append(("attribute", name))
            elif name == "src" and not _RELATIVE.fullmatch(address):
                self.found.append(("picture", address))
            elif name == "href" and not (is_safe(address) or _RELATIVE.fullmatch(address)):
                self.found.append(("link", address))

    def handle_data(self, data: str) -> None:
        """A sign that Markdown would have escaped: some browser may see a tag there."""
        if "<" in data:
            self.found.append(("sign", "<"))

    def handle_comment(self, data: str) -> None:
        """A comment that browsers end elsewhere than it seems."""
        self.found.append(("sign", "<!" if not data.startswith("?") else "<?"))

    def handle_decl(self, decl: str) -> None:
        """What only the start of a page may hold."""
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        """An order to a program, which browsers read as a comment."""
        self.handle_comment(f"?{data}")

    def unknown_decl(self, data: str) -> None:
        """Character data, which HTML does not know."""
        self.handle_comment(data)
