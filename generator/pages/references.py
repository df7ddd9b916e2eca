"""What the lists that actions cite show: the law, the resources, the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.content import dates
from generator.content.marks import Citation, parse
from generator.content.model import Action
from generator.content.toolkit import Toolkit
from generator.pages.encode import Safe, link
from generator.pages.here import Here, year
from generator.pages.law import KINDS_OF_LAW, bound
from generator.pages.listings import Entry, Group, ListingView, listing
from generator.pages.phrases import count

KINDS_OF_RESOURCE = {
    "scheme": "Schemes to join",
    "guide": "Guides",
    "template": "Templates",
    "training": "Training",
    "organisation": "Organisations",
    "fund": "Funds",
}


def law(here: Here) -> ListingView:
    """The law in one place, dated."""
    intro = (
        Safe(
            "This page is a plain summary to help you ask the right questions. **It is not legal "
            "advice.** Each entry says whom it binds, from when, and when it was last checked."
        ),
    )
    used = _users(here.toolkit, lambda action: action.law)
    made = []
    for kind, title in KINDS_OF_LAW.items():
        entries = tuple(
            Entry(
                anchor=here.words(id_),
                title=here.words(own.title),
                lines=(here.prose(own.says),),
                facts=_present(
                    Safe(f"{bound(here, own)}. From: {here.words(own.from_)}."),
                    Safe(f"Source: {here.source(own.source)}."),
                    here.prose(own.unconfirmed) if own.unconfirmed else Safe(""),
                    Safe(f"Checked {dates.in_words(own.checked_on)}."),
                ),
                used=_links(here, used.get(id_, ())),
                used_by=_used_by(used.get(id_, ())),
            )
            for id_, own in here.toolkit.law.items()
            if own.kind == kind
        )
        if entries:
            made.append(Group(here.words(kind), here.words(title), entries=entries))
    return listing(here, "The law", intro, made)


def resources(here: Here) -> ListingView:
    """Everything to go on to, by kind."""
    intro = (
        Safe(
            "Schemes, guides and organisations that our actions point to. We do not run them, and "
            "listing one is not an endorsement."
        ),
    )
    used = _users(here.toolkit, lambda action: action.resources)
    made = []
    for kind, title in KINDS_OF_RESOURCE.items():
        entries = tuple(
            Entry(
                anchor=here.words(id_),
                title=_outside(here, own.title, own.url),
                lines=(Safe(f"{here.words(own.who)}. {here.prose(own.gives)}"),),
                facts=_present(
                    here.prose(f"Not confirmed: {own.unconfirmed}")
                    if own.unconfirmed
                    else Safe(""),
                    Safe(f"Looked up {dates.in_words(own.checked_on)}."),
                ),
                used=_links(here, used.get(id_, ())),
                used_by=_used_by(used.get(id_, ())),
            )
            for id_, own in sorted(here.toolkit.resources.items(), key=lambda p: p[1].title.lower())
            if own.kind == kind
        )
        if entries:
            made.append(Group(here.words(kind), here.words(title), entries=entries))
    return listing(here, "Resources", intro, made)


def evidence(here: Here) -> ListingView:
    """How strength is judged, and every source by publisher."""
    vocabulary = here.toolkit.vocabulary
    strengths = [
        action.evidence.strength
        for sector in here.toolkit.sectors.values()
        for _theme, action in sector.every_action()
    ]
    judged = tuple(
        Safe(
            f"**{here.words(id_.replace('-', ' ').capitalize())}**: {here.words(meaning)} "
            f"{count(strengths.count(id_), 'action')}."
        )
        for id_, meaning in vocabulary.evidence.items()
    )
    intro = (
        Safe(
            "Every action says how strong the evidence is, and for whom it was shown. Most "
            "advice has never been tested, and we say so."
        ),
    )
    used = _users(here.toolkit, _sources)
    entries = tuple(
        Entry(
            anchor=here.words(id_),
            title=_outside(here, own.title, own.url),
            headed=False,
            lines=(
                here.words(
                    f"{own.publisher}, {dates.publication(own.date)}. {own.kind.capitalize()}."
                ),
            ),
            facts=_present(
                here.prose(f"No address: {own.no_url}") if own.no_url else Safe(""),
                here.prose(f"Not confirmed: {own.unconfirmed}") if own.unconfirmed else Safe(""),
                Safe(f"Read on {dates.in_words(own.read_on)}."),
            ),
            used=_links(here, used.get(id_, ())),
            used_by=_used_by(used.get(id_, ())),
        )
        for id_, own in sorted(
            here.toolkit.sources.items(),
            key=lambda pair: (pair[1].publisher.lower(), year(pair[1]), pair[1].title.lower()),
        )
    )
    made = (
        Group(here.words("strength"), here.words("How strength is judged"), links=judged),
        Group(here.words("sources"), here.words("Sources, by publisher"), entries=entries),
    )
    return listing(here, "Evidence and sources", intro, made)


MOST_TITLES = 5  # more users than this are named by their ids, or they would drown the entry


def _links(here: Here, users: tuple[str, ...]) -> tuple[Safe, ...]:
    """The actions that use something, by title, or by id where they are many."""
    by_id = len(users) > MOST_TITLES
    return tuple(here.action(id_, title=id_ if by_id else "") for id_ in users)


def _used_by(users: tuple[str, ...]) -> Safe:
    """How many use something, where their list is long enough to fold away."""
    return Safe(f"Used by {count(len(users), 'action')}" if len(users) > MOST_TITLES else "")


def _outside(here: Here, title: str, url: str | None) -> Safe:
    return link(here.words(title), url) if url else here.words(title)


def _sources(action: Action) -> Iterable[str]:
    yield from action.evidence.sources
    for text in (action.why, action.evidence.about, action.done_when, *action.steps):
        yield from (span.source for span in parse(text) if isinstance(span, Citation))
    yield from (example.source for example in action.examples)


def _users(
    toolkit: Toolkit, cited: Callable[[Action], Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Which actions cite each id, in reading order, each once."""
    found: dict[str, dict[str, None]] = {}
    for sector in toolkit.sectors.values():
        for _theme, action in sector.every_action():
            for id_ in cited(action):
                found.setdefault(id_, {})[action.id] = None
    return {id_: tuple(users) for id_, users in found.items()}


def _present(*lines: Safe) -> tuple[Safe, ...]:
    return tuple(line for line in lines if line)
