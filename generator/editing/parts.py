"""What differs between two states of one thing, field by field, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.editing import wording
from generator.editing.things import Plain
from generator.editing.wording import Mark, Pieces

_NOT_TOLD = frozenset({"id", "status"})  # told by what became of the whole
_ONE_OF_MANY = {
    "steps": "step",
    "mistakes": "mistake",
    "measures": "measure",
    "templates": "words to copy",
    "examples": "example",
    "figures": "figure",
    "challenges": "challenge",
    "bars": "value",
    "items": "item",
    "text": "paragraph",
}
_ORDERED = frozenset({"steps", "mistakes", "challenges", "text"})
_NAMES = ("id", "title", "count", "label", "who")
"""What an entry of a list is known by; the first that it has."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field that differs: what it is called, and its words."""

    label: str
    pieces: Pieces


def parts(
    old: Mapping[str, Plain], new: Mapping[str, Plain], audience: Callable[[str], str] = str
) -> Iterator[Part]:
    """Every field that differs, in the order of the newer state; `audience` says an id in words."""
    for name in [*new, *(name for name in old if name not in new)]:
        before, after = old.get(name), new.get(name)
        if before == after or name in _NOT_TOLD:
            continue
        if name == "changes" and _are(tuple, before, after):
            yield from _history(before or (), after or ())
        elif name == "audiences" and _are(dict, before, after):
            yield from _audiences(before or {}, after or {}, audience)
        elif name == "text" and isinstance(before, str) and "\n\n" in before + str(after):
            yield from _listed(name, _paragraphs(before), _paragraphs(str(after or "")))
        else:
            yield from _field(name, before, after)


def _are(kind: type, *values: Plain) -> bool:
    """Whether values are of the kind that a sound file holds there, or left out."""
    return all(value is None or isinstance(value, kind) for value in values)


def _paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, and the items of its lists."""
    return tuple(" ".join(part.split()) for part in _BREAK.split(text) if part.strip())


_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.) )")


def _history(old: Plain, new: Plain) -> Iterator[Part]:
    """What the history for readers gained, and what it lost."""
    for entry in new:
        if entry not in old:
            yield Part("new entry in changes", wording.new(_entry(entry)))
    for entry in old:
        if entry not in new:
            yield Part("entry gone from changes", wording.gone(_entry(entry)))


def _entry(entry: Plain) -> str:
    if not isinstance(entry, dict):
        return in_words(entry)
    return f"{entry.get('on', '')}, {entry.get('kind', '')}: {entry.get('note', '')}"


def _audiences(old: Plain, new: Plain, audience: Callable[[str], str]) -> Iterator[Part]:
    """Whom an action is for, and what differs for each."""
    for name in [*new, *(name for name in old if name not in new)]:
        before, after = old.get(name), new.get(name)
        who = audience(name)
        if before is None:
            yield Part(f"now also for {who}", wording.new(_asked(after)))
        elif after is None:
            yield Part(f"no longer for {who}", wording.gone(_asked(before)))
        elif before != after and isinstance(before, dict) and isinstance(after, dict):
            for part in parts(before, after):
                yield Part(f"{part.label} for {who}", part.pieces)


def _asked(part: Plain) -> str:
    """What an action asks of one audience."""
    if not isinstance(part, dict):
        return in_words(part)
    steps = part.get("steps", ())
    steps = steps if isinstance(steps, tuple) else (steps,)
    told = f"{part.get('priority', '')}, led by {part.get('lead', '')}"
    return f"{told}. {' '.join(map(in_words, steps))}" if steps else told


def _field(name: str, old: Plain, new: Plain) -> Iterator[Part]:
    label = name.replace("_", " ")
    if old is None or new is None:
        several = new if old is None else old
        if name in _ONE_OF_MANY and isinstance(several, tuple):
            yield from _listed(name, old or (), new or ())
        else:
            yield Part(label, _whole(old, new))
    elif isinstance(old, dict) and isinstance(new, dict):
        for part in parts(old, new):
            yield Part(f"{label}: {part.label}", part.pieces)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _listed(name, old, new)
    elif isinstance(old, str) and isinstance(new, str):
        yield Part(label, wording.changed(old, new))
    else:
        yield Part(label, _whole(old, new))


def _whole(old: Plain, new: Plain) -> Pieces:
    return (
        *(wording.gone(in_words(old)) if old is not None else ()),
        *(wording.new(in_words(new)) if new is not None else ()),
    )


def _listed(name: str, old: tuple[Plain, ...], new: tuple[Plain, ...]) -> Iterator[Part]:
    """A list: of named entries, of texts in an order that matters, or of ids in none."""
    one = _ONE_OF_MANY.get(name, name.replace("_", " "))
    if all(isinstance(entry, dict) for entry in (*old, *new)) and name not in _ORDERED:
        yield from _named(one, old, new)
    elif name in _ORDERED:
        texts = wording.aligned(map(in_words, old), map(in_words, new))
        for text in texts:
            was = "former " if all(piece.mark is Mark.GONE for piece in text.pieces) else ""
            yield Part(f"{was}{one} {text.number}", text.pieces)
    else:
        lost = in_words(tuple(entry for entry in old if entry not in new))
        won = in_words(tuple(entry for entry in new if entry not in old))
        if lost or won:  # their order says nothing
            pieces = (*(wording.gone(lost) if lost else ()), *(wording.new(won) if won else ()))
            yield Part(name.replace("_", " "), pieces)


def _named(one: str, old: tuple[Plain, ...], new: tuple[Plain, ...]) -> Iterator[Part]:
    before, after = _by_name(old), _by_name(new)
    for name in [*after, *(name for name in before if name not in after)]:
        label = f'{one} "{name}"'
        if name not in before:
            yield Part(label, wording.new(_without_name(after[name], name)))
        elif name not in after:
            yield Part(label, wording.gone(_without_name(before[name], name)))
        else:
            for part in parts(before[name], after[name]):
                yield Part(f"{label}: {part.label}", part.pieces)
    if list(before) != list(after) and sorted(before) == sorted(after):
        yield Part(f"order of each {one}", wording.new(", ".join(after)))


def _without_name(entry: Plain, name: str) -> str:
    """What an entry holds beside its name, which the label says."""
    return in_words({own: value for own, value in entry.items() if value != name}) or name


def _by_name(entries: tuple[Plain, ...]) -> dict[str, Plain]:
    """Entries by what they are known by; by their number where that is nothing of their own."""
    made: dict[str, Plain] = {}
    for number, entry in enumerate(entries, 1):
        name = next((in_words(entry[name]) for name in _NAMES if name in entry), str(number))
        made[name if name not in made else f"{name} ({number})"] = entry
    return made


def in_words(value: Plain) -> str:
    """Whatever a field holds, on one line."""
    if isinstance(value, dict) and len(value) == 1:
        (value,) = value.values()
        return in_words(value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {in_words(own)}" for name, own in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(in_words, value))
    return " ".join(str(value).split())
