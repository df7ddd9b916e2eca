"""Links from texts to pages of the site: the page is there, and so is the action on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.fields import Prose
from generator.content.files import Role
from generator.content.marks import LinkTo, is_within, parse
from generator.content.names import GENERATED_PAGES
from generator.content.problems import Place, Problem, did_you_mean
from generator.content.rules.documents import Declared, Document
from generator.content.rules.pages import address, made_below_sectors

_ACTION = re.compile(r"[a-z]{3}-[a-z]{3}-[0-9]{2,3}")


def check(documents: list[Document], declared: Declared) -> Iterator[Problem]:
    """Every link within the site that leads nowhere."""
    actions = declared.of("action")
    if actions is None or declared.of("framework") is None or declared.of("any-audience") is None:
        return  # not every page is known then
    known = {f"/{name}/" for name in _addresses(documents, declared)} | {"/"}
    anchors = {id_.lower() for id_ in actions}
    for document in documents:
        for found in document.found:
            if isinstance(found.mark, Prose) and "](/" in found.text.value:
                for span in parse(found.text.value):
                    if isinstance(span, LinkTo) and is_within(span.url):
                        place = found.text.find(f"]({span.url})")
                        yield from _link(place, span.url, known, anchors)


def _addresses(documents: list[Document], declared: Declared) -> Iterator[str]:
    yield from GENERATED_PAGES
    yield from made_below_sectors(documents)
    yield from ("themes", "frameworks")
    yield from (f"frameworks/{id_}" for id_ in declared.of("framework") or ())
    for document in documents:
        if document.about.role is Role.THEME:
            yield f"themes/{document.about.theme}"
        elif document.about.role is Role.PAGE:
            yield address(document.about.path)


def _link(place: Place, url: str, known: set[str], anchors: set[str]) -> Iterator[Problem]:
    page, _, anchor = url.partition("#")
    if page not in known:
        message = f'The site has no page "{page}".'
        yield Problem(place, "unknown-page", message, did_you_mean(page, known))
    elif _ACTION.fullmatch(anchor) and anchor not in anchors:
        message = f'There is no action "{anchor.upper()}" to link to.'
        yield Problem(place, "unknown-page", message, did_you_mean(anchor, anchors))
