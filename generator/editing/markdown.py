"""A difference as Markdown for a comment below a pull request: short, folded, never too long."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from generator.editing.diff import Change, Difference, What, whole
from generator.editing.parts import Part
from generator.editing.things import Thing
from generator.editing.wording import Mark, Piece

MOST = 55_000
"""GitHub takes 65,536 characters; the rest is for words around ours, and for disarming them."""

_MOST_OF_A_TEXT = 1_200
_MOST_PAGES = 40
_MOST_NAMED = 12
_NO_MENTION = "<!-- -->"  # else "@name" and "#12" would call people and link threads
_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~$&!])")
_CALLS = re.compile(r"([@#])(?=[A-Za-z0-9])|\b(GH-)(?=\d)")
_BARE = re.compile(r"\b(https?:/)(?=/)|\b(www)(?=\.)")

_HEADS: Mapping[str, str] = {
    "theme": "Themes",
    "law": "The law",
    "source": "Sources",
    "resource": "Resources",
    "framework": "Frameworks",
    "vocabulary": "Words that actions choose from",
    "page": "Pages written by hand",
}
_SHOWN: Mapping[Mark, tuple[str, str]] = {
    Mark.SAME: ("", ""),
    Mark.GONE: ("~~", "~~"),
    Mark.NEW: ("**", "**"),
}


def markdown(found: Difference, sectors: Mapping[str, str], most: int = MOST) -> str:
    """The whole comment; what does not fit in `most` characters is counted instead of shown."""
    if not found.changes:
        told = "Nothing that readers see has changed: no action, page, source or law."
        return "\n\n".join(("## What changes for readers", told, *_unread(found))) + "\n"
    top = "\n\n".join(
        (
            "## What changes for readers",
            _summary(found),
            *_warnings(found),
            *_unread(found),
            _LEGEND,
        )
    )
    end = "\n\n".join(_pages(found.changes))
    body = _fitting(found.changes, sectors, most - len(top) - len(end) - len(_WORDS_LEFT_OUT) - 20)
    return "\n\n".join(part for part in (top, *body, end) if part) + "\n"


_LEGEND = (
    "~~Words like these~~ are gone, and **words like these** are new. "
    "“…” stands for words that stayed."
)
_LEFT_OUT = (
    "**{} more are not shown, because a comment may not be longer.** "
    "`toolkits diff --format json` tells all of them."
)
_WORDS_LEFT_OUT = (
    "**Of {} changes the words are not shown, because a comment may not be longer.** "
    "`toolkits diff --format json` tells them."
)


def _summary(found: Difference) -> str:
    """How many actions, and how many other things, by what became of them."""
    actions = Counter(c.what for c in found.changes if c.thing.kind == "action")
    others = sum(1 for c in found.changes if c.thing.kind != "action")
    told = [f"{actions[what]} {what}" for what in What if actions[what]]
    sentence = f"Actions: {', '.join(told)}." if told else "No action changes."
    if not others:
        return sentence
    return f"{sentence} {others} other thing{'s' if others > 1 else ''} changed."


def _warnings(found: Difference) -> Iterator[str]:
    gone = found.of(What.REMOVED)
    if gone:
        names = _several([change.thing.id for change in gone])
        verb = "was" if len(gone) == 1 else "were"
        yield (
            f"> [!WARNING]\n> **{names} {verb} removed.** Readers' plans, printed sheets and links "
            "point there. Put back what was deleted, and retire it instead."
        )


def _unread(found: Difference) -> Iterator[str]:
    for files, when in ((found.unread_before, "was before"), (found.unread_now, "is now")):
        if files:
            names = _several([f"`{name}`" for name in files])
            told = f"Not compared, because it could not be read as it {when}: {names}."
            yield f"> [!NOTE]\n> {told}"


def _several(words: Iterable[str]) -> str:
    own = list(words)
    more = f" and {len(own) - _MOST_NAMED} more" if len(own) > _MOST_NAMED else ""
    return ", ".join(own[:_MOST_NAMED]) + more


def _fitting(changes: tuple[Change, ...], sectors: Mapping[str, str], room: int) -> Iterator[str]:
    """Each change below the heading of its group; first lines and then words, while there is room.

    What does not fit is counted, so that nobody takes a part for the whole.
    """
    lines = [f"- {_line(change)}" for change in changes]
    room -= sum(len(line) + _BETWEEN for line in lines)
    room -= sum(len(head) + _HEADING for head in {_head(change, sectors) for change in changes})
    without = [bool(_shown(change)) for change in changes]
    for number, change in enumerate(changes):
        folded = _folded(change)
        if without[number] and len(folded) - len(lines[number]) <= room:
            room -= len(folded) - len(lines[number])
            lines[number], without[number] = folded, False
    while room < 0:
        room += len(lines.pop()) + _BETWEEN
    if len(lines) < len(changes):
        yield _LEFT_OUT.format(len(changes) - len(lines))
    elif any(without):
        yield _WORDS_LEFT_OUT.format(sum(without))
    told = zip(lines, changes, strict=False)
    for head, group in groupby(told, key=lambda pair: _head(pair[1], sectors)):
        yield f"### {head}"
        yield from (line for line, _change in group)


_BETWEEN = len("\n\n")
_HEADING = len("### \n\n")


def _head(change: Change, sectors: Mapping[str, str]) -> str:
    sector = change.thing.sector
    return words(sectors.get(sector, sector)) if sector else _HEADS[change.thing.kind]


def _line(change: Change) -> str:
    """One change in a line, as HTML: what, which, where, and in which fields."""
    return f"<b>{str(change.what).capitalize()}:</b> {_name(change.thing)}{_about(change)}"


def _shown(change: Change) -> list[str]:
    """What stands below the line."""
    return [*_beside(change), *(_part(part) for part in whole(change))]


def _folded(change: Change) -> str:
    """One change with its words folded below its line."""
    lines = "\n".join(f"- {text}" for text in _shown(change))
    return f"<details><summary>{_line(change)}</summary>\n\n{lines}\n\n</details>"


def _name(thing: Thing) -> str:
    """What a thing is called, as HTML."""
    title = _plain(thing.title)
    if thing.kind == "sector":
        name = "the sector"
    elif thing.kind == "measures":
        name = f"what to measure in {_plain(thing.theme)}"
    elif thing.kind == "audience":
        name = f"the audience “{title}”"
    elif thing.kind in {"vocabulary", "page"}:
        name = f"<code>{_plain(thing.path)}</code>"
    else:
        name = f"{_plain(thing.id)}: {title}" if title else _plain(thing.id)
    return f"{name} · <code>{_plain(thing.address)}</code>" if thing.address else name


def _about(change: Change) -> str:
    """Which fields differ, where that is the news."""
    if change.what is What.MOVED:
        return f" (was <code>{_plain(change.before)}</code>)"
    if change.what not in {What.CHANGED, What.RETITLED}:
        return ""
    labels = list(dict.fromkeys(re.sub(r" \d+$", "", part.label) for part in change.parts))
    few = ", ".join(_plain(_short(label)) for label in labels[:_FEW])
    return f" ({few}{', …' if len(labels) > _FEW else ''})"


_FEW = 4
_MOST_OF_A_LABEL = 80


def _short(label: str) -> str:
    return label if len(label) <= _MOST_OF_A_LABEL else f"{label[: _MOST_OF_A_LABEL - 2]} …"


def _beside(change: Change) -> Iterator[str]:
    """What a reviewer should know beside the words."""
    if change.what is What.REMOVED and change.thing.kind == "action":
        yield "Readers' plans and links point to it. Retire it instead."
    if change.goes_to:
        yield f"Readers are sent on to {_several(change.goes_to)}."
    if change.reason:
        yield f"Reason: {words(change.reason)}"
    if change.used_by:
        yield f"Cited by {_several(change.used_by)}."


def _part(part: Part) -> str:
    return f"{words(part.label)}: {' '.join(_piece(piece) for piece in part.pieces)}"


def _piece(piece: Piece) -> str:
    before, after = _SHOWN[piece.mark]
    text = piece.text
    if len(text) > _MOST_OF_A_TEXT:
        text = f"{text[:_MOST_OF_A_TEXT].rsplit(' ', 1)[0]} …"
    return f"{before}{words(text)}{after}"


def _pages(changes: tuple[Change, ...]) -> Iterator[str]:
    """The pages to look at, without the anchors on them."""
    seen = dict.fromkeys(page.partition("#")[0] for change in changes for page in change.pages)
    if seen:
        lines = "\n".join(f"- `{page}`" for page in list(seen)[:_MOST_PAGES])
        more = len(seen) - _MOST_PAGES
        rest = f"\n- and {more} more" if more > 0 else ""
        number = f"{len(seen)} page{'s' if len(seen) > 1 else ''} to look at"
        yield f"<details><summary>{number}</summary>\n\n{lines}{rest}\n\n</details>"


def words(text: str) -> str:
    """A text as Markdown that shows it as typed, calls nobody and links nowhere."""
    escaped = _SIGNS.sub(r"\\\1", text)
    return _quiet(escaped)


def _plain(text: str) -> str:
    """The same as HTML."""
    return _quiet(html.escape(text, quote=False).replace("`", "&#96;"))


def _quiet(text: str) -> str:
    text = _CALLS.sub(lambda found: found.group() + _NO_MENTION, text)
    return _BARE.sub(lambda found: found.group() + _NO_MENTION, text)
