"""Links from texts to pages of the site: the page is there, and so is the action on it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import characters
from generator.content.fields import Prose
from generator.content.files import Role
from generator.content.marks import LinkTo, is_within, parse
from generator.content.names import MADE_PAGES
from generator.content.problems import Place, Problem, did_you_mean
from generator.content.rules.documents import Declared, Document
from generator.content.rules.made import made_below_sectors
from generator.content.rules.pages import address, place_in

_LISTED = {"law": "/law/", "source": "/evidence/", "resource": "/resources/", "group": "/groups/"}
_HEADINGS = {
    "/law/": frozenset({"legal-duty", "good-practice", "take-care"}),
    "/evidence/": frozenset({"strength", "sources"}),
    "/resources/": frozenset({"scheme", "guide", "template", "training", "organisation", "fund"}),
    "/groups/": frozenset[str](),
}
_FILE = re.compile(r"\]\(\s*<?(?P<path>[\w./-]+\.md)(?P<anchor>#[\w-]+)?")
_ACTION = re.compile(r"[a-z]{3}-[a-z]{3}-[0-9]{2,3}")


@dataclass(frozen=True, slots=True)
class _Known:
    """Every page of the site, and the anchors of those whose anchors are ids."""

    pages: frozenset[str]
    actions: frozenset[str]
    anchors: dict[str, frozenset[str]]


def check(documents: list[Document], declared: Declared) -> Iterator[Problem]:
    """Every link within the site that leads nowhere."""
    known = _known(documents, declared)
    if known is None:
        return  # a list could not be read: then not every page is known
    for document in documents:
        if document.about.role is Role.PAGE:
            yield from _in_page(document, known)
        for found in document.found:
            if isinstance(found.mark, Prose) and "](/" in found.text.value:
                for span in parse(found.text.value):
                    if isinstance(span, LinkTo) and is_within(span.url):
                        yield from _link(found.text.find(f"]({span.url})"), span.url, known)


def _known(documents: list[Document], declared: Declared) -> _Known | None:
    ids = {kind: declared.of(kind) for kind in ("action", "framework", "any-audience", *_LISTED)}
    if any(found is None for found in ids.values()):
        return None
    return _Known(
        frozenset(f"/{name}/" for name in _addresses(documents, declared)) | {"/"},
        frozenset(id_.lower() for id_ in ids["action"] or ()),
        {page: frozenset(ids[kind] or ()) | _HEADINGS[page] for kind, page in _LISTED.items()},
    )


def _in_page(document: Document, known: _Known) -> Iterator[Problem]:
    """Links from a hand-written page to the files of other pages."""
    file, text, _problems = characters.decode(document.about.path, document.data)
    folder = posixpath.dirname(document.about.path)
    for match in _FILE.finditer(text or ""):
        path = posixpath.normpath(posixpath.join(folder, match["path"]))
        name = address(path)
        yield from _link(
            place_in(file, text or "", match.start()),
            f"/{name}/{match['anchor'] or ''}" if name else f"/{match['anchor'] or ''}",
            known,
        )


def _addresses(documents: list[Document], declared: Declared) -> Iterator[str]:
    yield from MADE_PAGES
    yield from made_below_sectors(documents)
    yield from ("themes", "frameworks")
    yield from (f"frameworks/{id_}" for id_ in declared.of("framework") or ())
    for document in documents:
        if document.about.role is Role.THEME:
            yield f"themes/{document.about.theme}"
        elif document.about.role is Role.PAGE:
            yield address(document.about.path)


def _link(place: Place, url: str, known: _Known) -> Iterator[Problem]:
    page, _, anchor = url.partition("#")
    if page not in known.pages:
        message = f'The site has no page "{page}".'
        yield Problem(place, "unknown-page", message, did_you_mean(page, known.pages))
    elif _ACTION.fullmatch(anchor) and anchor not in known.actions:
        message = f'There is no action "{anchor.upper()}" to link to.'
        yield Problem(place, "unknown-page", message, did_you_mean(anchor, known.actions))
    elif anchor and page in known.anchors and anchor not in known.anchors[page]:
        message = f'The page "{page}" has no entry "{anchor}".'
        yield Problem(place, "unknown-page", message, did_you_mean(anchor, known.anchors[page]))
