"""Pages written by hand: trusted authors, but no scripts, event handlers, frames or odd links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser

from generator.content import characters, slips
from generator.content.files import Role
from generator.content.marks import is_safe, is_within
from generator.content.names import GENERATED_PAGES
from generator.content.problems import Place, Problem, SourceFile, did_you_mean
from generator.content.rules.crowded import crowded
from generator.content.rules.documents import Document
from generator.content.rules.made import made_below_sectors, moved
from generator.content.rules.rendered import faults

MARKERS = ("sectors", "themes", "groups", "frameworks", "changes", "edition", "counts")
"""What `<!-- toolkits:NAME -->` may name in a page written by hand."""

_FORBIDDEN_TAGS = frozenset(
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "base",
        "meta",
        "link",
        "style",
        "form",
        "svg",
        "math",
    ]
)
_HEADING = re.compile(r"^# \S", re.MULTILINE)
_MARKER = re.compile(r"<!--\s*toolkits:([^>]*?)\s*-->")
_LINK = re.compile(
    r"\]\(\s*<?((?:[^()\s>]|\([^()\s>]*\))*)|^[ ]{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE
)
_AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]*:[^<>\s]*)>", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:\.{1,2}/)*[\w./-]*(?:#[\w-]+)?")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")  # as in [words](page.md){: target=_blank }
_ATTRIBUTE = re.compile(r"""\b([a-z][a-z:-]*)\s*=\s*["']?([^"'\s}]*)""", re.IGNORECASE)
_ONLY = "Remove it; pages written by hand hold words, links and pictures."
_DISGUISED = {
    "element": ("script-in-page", "A page written by hand may not hold <{name}>.", _ONLY),
    "attribute": ("script-in-page", 'A page written by hand may not hold "{name}".', _ONLY),
    "link": (
        "unsafe-link",
        'This links to "{name}", which is neither https, mailto nor a page of the site.',
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    "picture": (
        "unsafe-link",
        'The picture "{name}" lies elsewhere, so each reader\'s browser would ask there for it.',
        "Put the picture into toolkits/pictures/, and write its file.",
    ),
    "sign": (
        "script-in-page",
        'Browsers do not agree on what "{name}" starts here.',
        "Write &lt; for the sign itself. A comment looks like <!-- this -->, spaces included.",
    ),
}
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href"})


def check(documents: list[Document]) -> Iterator[Problem]:
    """Every fault in the hand-written pages."""
    made = made_below_sectors(documents) | moved(documents)
    pages = [document for document in documents if document.about.role is Role.PAGE]
    for document in pages:
        yield from document.once("page", made, partial(_page, document, made))
    yield from _same_address([document.file for document in pages])


def _page(document: Document, made: frozenset[str]) -> list[Problem]:
    file, text, problems = characters.decode(document.about.path, document.data)
    if text is None:
        return problems
    problems += [*crowded(file, text), *_conflicts(file)]
    if not problems:
        problems += [*_address(file, made), *_inside(file, text)]
    if not problems:
        problems += _disguised(file, text)
    if document.data and not problems and not _HEADING.search(text):
        message = "This page has no title."
        problems.append(
            Problem(Place(file), "missing-title", message, 'Start it with a line "# Title".')
        )
    return problems


def _conflicts(file: SourceFile) -> Iterator[Problem]:
    """What Git left; a line of equals signs alone may stand below a heading."""
    opened = False
    for number, line in enumerate(file.lines, start=1):
        opens, closes = line.startswith("<<<<<<< "), line.startswith(">>>>>>> ")
        if opens or (closes and not opened):
            yield slips.conflict(Place(file, number), alone=closes)
        opened = opens or (opened and not closes)


def _inside(file: SourceFile, text: str) -> Iterator[Problem]:
    yield from _markers(file, text)
    yield from _links(file, text)
    scanner = _Scanner(file)
    try:
        scanner.feed(text)
        scanner.close()
    except AssertionError:  # how Python's reader of HTML says that it cannot go on
        code, message, fix = _DISGUISED["sign"]
        place = Place(file, scanner.getpos()[0], scanner.getpos()[1] + 1)
        yield Problem(place, code, message.format(name="<!"), fix)
    yield from scanner.problems
    for attributes in _ATTRIBUTES.finditer(text):
        for match in _ATTRIBUTE.finditer(attributes.group()):
            place = place_in(file, text, attributes.start() + match.start(1))
            yield from _attribute(place, match.group(1).lower(), match.group(2))


def _disguised(file: SourceFile, text: str) -> Iterator[Problem]:
    """What only shows once the page is HTML, at the place where its name first stands."""
    for kind, name in faults(text):
        found = re.search(re.escape(name), text, re.IGNORECASE)
        place = place_in(file, text, found.start()) if found else Place(file)
        code, message, fix = _DISGUISED[kind]
        yield Problem(place, code, message.format(name=name), fix)


def place_in(file: SourceFile, text: str, index: int) -> Place:
    """The place of a character of a page, counted from 0."""
    before = text[:index]
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def address(path: str) -> str:
    """The address of a hand-written page, without the slashes around it."""
    name = path.removeprefix("toolkits/").removesuffix(".md")
    return name.removesuffix("/index").removesuffix("/README")


def _address(file: SourceFile, made: frozenset[str]) -> Iterator[Problem]:
    name = address(file.path)
    if name in GENERATED_PAGES or name in made or name.split("/")[0] in {"themes", "frameworks"}:
        yield Problem(
            Place(file),
            "reserved-name",
            f"The site makes the page /{name}/ itself; this file would hide it.",
            "Rename the file.",
        )


def _same_address(files: list[SourceFile]) -> Iterator[Problem]:
    """Two files that become one page, of which readers would see the second alone."""
    first: dict[str, SourceFile] = {}
    for file in files:
        name = address(file.path)
        home = name in {"index", "README"}
        other = first.setdefault("" if home else name.casefold(), file)
        if other is not file:
            shown = "/" if home else f"/{name}/"
            message = f"This page and {other.path} have the same address, {shown}."
            yield Problem(Place(file), "reserved-name", message, "Rename one of them.")


def _markers(file: SourceFile, text: str) -> Iterator[Problem]:
    for match in _MARKER.finditer(text):
        name = " ".join(match.group(1).split())
        if name not in MARKERS:
            yield Problem(
                place_in(file, text, match.start()),
                "unknown-marker",
                f'There is no generated part called "{name}".',
                did_you_mean(name, MARKERS),
            )


def _links(file: SourceFile, text: str) -> Iterator[Problem]:
    for match in _LINK.finditer(text):
        group = 1 if match.group(1) is not None else 2
        yield from _link(place_in(file, text, match.start(group)), match.group(group))
    for match in _AUTOLINK.finditer(text):
        yield from _link(place_in(file, text, match.start(1)), match.group(1))


def _link(place: Place, url: str) -> Iterator[Problem]:
    if is_within(url):
        yield Problem(
            place,
            "unsafe-link",
            f'This links to "{url}", which works only where the site has an address of its own.',
            "Write the page's file as seen from this one, such as about.md or law.md#an-entry.",
        )
    elif not is_safe(url) and (url.startswith("//") or not _RELATIVE.fullmatch(url)):
        yield Problem(
            place,
            "unsafe-link",
            f'This links to "{url}", which is neither https, mailto nor a page of the site.',
            "Write an address that starts with https://, or a page's file such as about.md.",
        )


def _attribute(place: Place, name: str, value: str) -> Iterator[Problem]:
    if name.startswith("on"):
        yield Problem(
            place,
            "script-in-page",
            f'"{name}" would run a script when the page is used.',
            _ONLY,
        )
    elif name in _ADDRESSES:
        yield from _link(place, value)


class _Scanner(HTMLParser):
    """Looks at every HTML tag of a page for what it may not hold."""

    def __init__(self, file: SourceFile) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.problems: list[Problem] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Reports a forbidden element, event handler or link."""
        line, column = self.getpos()
        place = Place(self.file, line, column + 1)
        if tag in _FORBIDDEN_TAGS:
            self.problems.append(
                Problem(
                    place,
                    "script-in-page",
                    f"A page written by hand may not hold <{tag}>.",
                    _ONLY,
                )
            )
        for name, value in attrs:
            self.problems += _attribute(place, name, value or "")
