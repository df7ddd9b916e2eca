"""A difference as Markdown for a comment below a pull request: short, folded, never too long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from generator.editing.diff import Change, Difference, What, whole
from generator.editing.inert import in_html, words
from generator.editing.parts import Part
from generator.editing.things import Thing
from generator.editing.wording import Mark, Piece

MOST = 55_000
"""GitHub takes 65,536 characters; the rest is for words around ours, and for disarming them."""

_MOST_OF_A_TEXT = 1_200
_MOST_PAGES = 40
_MOST_NAMED = 12

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
    """How many actions, by what became of them, and how many things of each other kind."""
    actions = Counter(c.what for c in found.changes if c.thing.kind == "action")
    others = Counter(c.thing.kind for c in found.changes if c.thing.kind != "action")
    told = [f"{actions[what]} {what}" for what in What if actions[what]]
    beside = [_number(others[kind], *nouns) for kind, nouns in _NOUNS.items() if others[kind]]
    sentence = f"Actions: {', '.join(told)}." if told else "No action changes."
    return f"{sentence} Beside them: {', '.join(beside)}." if beside else sentence


_NOUNS = {
    "sector": ("sector", "sectors"),
    "audience": ("audience", "audiences"),
    "measures": ("list of measures", "lists of measures"),
    "theme": ("theme", "themes"),
    "law": ("law", "laws"),
    "source": ("source", "sources"),
    "resource": ("resource", "resources"),
    "framework": ("framework", "frameworks"),
    "vocabulary": ("list of words to choose from", "lists of words to choose from"),
    "page": ("page written by hand", "pages written by hand"),
}


def _number(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


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
    title = in_html(thing.title)
    if thing.kind == "sector":
        name = "the sector"
    elif thing.kind == "measures":
        name = f"what to measure in {in_html(thing.theme)}"
    elif thing.kind == "audience":
        name = f"the audience “{title}”"
    elif thing.kind in {"vocabulary", "page"}:
        name = f"<code>{in_html(thing.path)}</code>"
    else:
        name = f"{in_html(thing.id)}: {title}" if title else in_html(thing.id)
    return f"{name} · <code>{in_html(thing.address)}</code>" if thing.address else name


def _about(change: Change) -> str:
    """Which fields differ, where that is the news."""
    if change.what is What.MOVED:
        return f" (was <code>{in_html(change.before)}</code>)"
    if change.what not in {What.CHANGED, What.RETITLED}:
        return ""
    labels = list(dict.fromkeys(re.sub(r" \d+$", "", part.label) for part in change.parts))
    few = ", ".join(in_html(_short(label)) for label in labels[:_FEW])
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
        number = f"{_number(len(seen), 'page', 'pages')} to look at"
        yield f"<details><summary>{number}</summary>\n\n{lines}{rest}\n\n</details>"
