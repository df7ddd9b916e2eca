"""What only shows beside an earlier state: ids that vanished, and changes nobody told readers of.

That a change has no entry is a warning: a program cannot tell a spelling from a new meaning, and
spelling needs none. That an id is gone is an error, because nothing brings readers' links back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.content.problems import Place, Problem, Severity, SourceFile
from generator.editing.renames import renamed
from generator.editing.things import Key, Plain, Snapshot, Thing

_ADDRESSED = {"sector": "sector", "theme": "theme", "audience": "audience"}
_UNNOTICED = frozenset({"changes", "checked", "id", "status", "order", "icon", "was", "code"})
"""Fields whose change is no news for readers, or is told by another rule."""

_NOT_A_WORD = re.compile(r"[^\w%£]+")


def check(folder: Path, before: Snapshot, now: Snapshot) -> Iterator[Problem]:
    """Every problem that the earlier state brings to light; `folder` holds the present one."""
    base, _addresses = renamed(before, now)
    unread = base.unread | now.unread
    gone = {key for key in base.things if key not in now.things}
    for key, old in base.things.items():
        if old.path in unread:
            continue
        new = now.things.get(key)
        if new is None:
            yield from _another_id(old, base, now, folder) or _vanished(old, gone, folder)
        elif old.retired and not new.retired and old.title != new.title:
            yield _used_again(old, new, folder)
        else:
            yield from _untold(_whole(old, base), _whole(new, now), folder)


def first_causes(problems: Iterable[Problem], before: Snapshot, now: Snapshot) -> Iterator[Problem]:
    """The problems without those that only follow: what still points to an action that is gone."""
    base, _addresses = renamed(before, now)
    gone = {
        f'"{old.id}" '
        for key, old in base.things.items()
        if old.kind == "action" and key not in now.things and old.path not in now.unread
    }
    for problem in problems:
        lost = problem.code == "unknown-reference" and problem.message.startswith(tuple(gone))
        if not lost:
            yield problem


def _whole(thing: Thing, state: Snapshot) -> Thing:
    """A sector with its audiences: they share its history."""
    if thing.kind != "sector":
        return thing
    own = {other.id: other.fields for other in state.of("audience") if other.sector == thing.id}
    return replace(thing, fields={**thing.fields, "audiences": own})


def _place(folder: Path, path: str, line: int = 1) -> Place:
    """A place with the lines of its file, so that the message can show the one meant."""
    try:
        lines = (folder / path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    column = 1
    if line > 1 and line <= len(lines):
        column = len(lines[line - 1]) - len(lines[line - 1].lstrip()) + 1
    return Place(SourceFile(path, tuple(lines) if line > 1 else ()), line, column)


def _another_id(old: Thing, base: Snapshot, now: Snapshot, folder: Path) -> list[Problem]:
    """The action that has its title and an id that is new, where there is one."""
    return [
        Problem(
            _place(folder, new.path, new.line),
            "vanished-id",
            f'"{new.title}" was {old.id} and is now {new.id}. Readers\' plans, printed sheets and '
            f"links point to {old.id}.",
            f'Give it back its id: "id: {old.id}". Ids never change.',
        )
        for new in now.of("action")
        if old.kind == "action" and new.title == old.title and new.key not in base.things
    ][:1]


def _vanished(old: Thing, gone: set[Key], folder: Path) -> Iterator[Problem]:
    around: tuple[Key, ...] = (("sector", old.sector), ("theme", old.theme))
    if any(key in gone for key in around if key != old.key):
        return  # the sector or the theme is told, and one cause is enough
    if old.kind == "action":
        yield Problem(
            _place(folder, old.path),
            "vanished-id",
            f'The action {old.id}, "{old.title}", is gone from this file. '
            "Readers' plans, printed sheets and links point to it.",
            "Put it back, then retire it: keep its id, title and changes, and add "
            '"status: retired" with "replaced_by" or "reason". Leave out the rest.',
        )
    elif old.kind in _ADDRESSED:
        where = {"sector": "sector.yml", "theme": "the theme's file"}.get(old.kind, "the audience")
        yield Problem(
            _place(folder, old.path),
            "vanished-address",
            f'The {_ADDRESSED[old.kind]} "{old.id}" is gone, and links to {old.address} '
            "lead nowhere.",
            f'If it has another name now, write "was: [{old.id}]" in {where} that takes its '
            "place. Readers are then sent on.",
        )


def _used_again(old: Thing, new: Thing, folder: Path) -> Problem:
    return Problem(
        _place(folder, new.path, new.line),
        "used-again",
        f'{new.id} was the retired action "{old.title}", and now it is another one.',
        "Give the new action the next free id, and put the retired one back.",
    )


def _history(thing: Thing) -> tuple[Plain, ...]:
    """What a thing tells of its changes; nothing where something else stands there."""
    found = thing.fields.get("changes")
    return found if isinstance(found, tuple) else ()


def _untold(old: Thing, new: Thing, folder: Path) -> Iterator[Problem]:
    if new.kind not in {"action", "sector", "theme"}:
        return  # nothing else has a history of its own
    known = _history(old)
    if any(entry not in known for entry in _history(new)):
        return
    fields = tuple(_noticed(old.fields, new.fields))
    if fields:
        name = new.id if new.kind == "action" else f"The {new.kind}"
        yield Problem(
            _place(folder, new.path, new.line),
            "untold-change",
            f"{name} has changed ({', '.join(fields)}), and its changes say nothing of it.",
            "Add an entry at the top of its changes: "
            "{on: DATE, kind: changed, note: What is different.} Spelling needs none.",
            Severity.WARNING,
        )


def _noticed(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Iterator[str]:
    """The fields in which a reader would find other words."""
    for name in dict.fromkeys((*new, *old)):
        if name not in _UNNOTICED and _words(old.get(name)) != _words(new.get(name)):
            yield name


def _words(value: Plain) -> Plain:
    """A value without capitals, punctuation and the order of names."""
    if isinstance(value, dict):
        return {name: _words(own) for name, own in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_words, value))
    return _NOT_A_WORD.sub(" ", value.casefold()).strip() if value else value
