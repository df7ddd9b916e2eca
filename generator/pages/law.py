"""The law as an action shows it: what binds whom, from when, and when that was checked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content import addresses, dates
from generator.content.bound import binds
from generator.content.model import Action, Law
from generator.content.toolkit import SectorToolkit
from generator.pages.encode import Safe
from generator.pages.here import Here

KINDS_OF_LAW = {
    "legal-duty": "Legal duty",
    "good-practice": "Good practice",
    "take-care": "Take care",
}


@dataclass(frozen=True, slots=True)
class LawNote:
    """One thing the law says, as an action shows it."""

    title: Safe
    kind: Safe
    says: Safe
    terms: Safe


def bound(here: Here, law: Law) -> Safe:
    """Whom a law binds, in words; what is only expected does not bind yet."""
    verb = (
        "Would bind"
        if law.from_.lower().startswith(("expected", "draft", "not in force"))
        else "Binds"
    )
    if law.binds == "everyone":
        return Safe(f"{verb} everyone")
    if isinstance(law.binds, int):
        return Safe(f"{verb} organisations with {law.binds} or more people")
    titles = here.index.titles
    return Safe(f"{verb} " + ", ".join(here.words(titles.get(id_, id_)) for id_ in law.binds))


def notes(here: Here, sector: SectorToolkit, action: Action) -> tuple[LawNote, ...]:
    """The law that binds at least one of the audiences the action is for."""
    audiences = [a for a in sector.sector.audiences if a.id in action.audiences]
    found: list[LawNote] = []
    for id_ in action.law:
        law = here.toolkit.law[id_]
        if any(binds(law, audience) for audience in audiences):
            terms = f"{bound(here, law)}. From: {here.words(law.from_)}. Checked"
            found.append(
                LawNote(
                    title=here.link(law.title, addresses.LAW, id_),
                    kind=here.words(KINDS_OF_LAW[law.kind]),
                    says=here.prose(law.says),
                    terms=Safe(f"{terms} {dates.in_words(law.checked_on)}."),
                )
            )
    return tuple(found)
