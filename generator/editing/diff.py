"""What became of each thing between two states of the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.editing import wording
from generator.editing.parts import Part, parts
from generator.editing.reading_order import reading_order
from generator.editing.renames import renamed
from generator.editing.things import Key, Plain, Snapshot, Thing, cited


class What(StrEnum):
    """What became of a thing."""

    REMOVED = "removed"
    RETIRED = "retired"
    MOVED = "moved"
    RETITLED = "retitled"
    CHANGED = "changed"
    RESTORED = "brought back"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: what became of it, in which fields, and where readers see it.

    `thing` is the newer state, or the older where there is none. `before` is the id or the address
    that it had, where that is another.
    """

    what: What
    thing: Thing
    parts: tuple[Part, ...] = ()
    before: str = ""
    goes_to: tuple[str, ...] = ()
    reason: str = ""
    used_by: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Every change, in the order readers meet the things, and the files not compared."""

    changes: tuple[Change, ...]
    unread_before: tuple[str, ...] = ()
    unread_now: tuple[str, ...] = ()

    def of(self, what: What, kind: str = "action") -> tuple[Change, ...]:
        """The changes of one sort."""
        return tuple(c for c in self.changes if c.what is what and c.thing.kind == kind)


def compare(old: Snapshot, new: Snapshot) -> Difference:
    """Every thing that is not the same in both; a file that either cannot read is left out."""
    base, addresses = renamed(old, new)
    unread = base.unread | new.unread
    moves = _moves(base.things, new.things)
    found: list[Change] = []
    for key in dict.fromkeys((*new.things, *base.things)):
        before, after = base.things.get(key), new.things.get(key)
        there = after or before
        if there is None or there.path in unread or key in moves.values():
            continue
        found.append(_change(before, after, new, moves.get(key), addresses.get(key, "")))
    place_of = reading_order(new)
    changes = (change for change in found if change.parts or change.what is not What.CHANGED)
    ordered = sorted(changes, key=lambda change: place_of(change.thing))
    return Difference(tuple(ordered), tuple(sorted(old.unread)), tuple(sorted(new.unread)))


def _moves(old: Mapping[Key, Thing], new: Mapping[Key, Thing]) -> dict[Key, Key]:
    """Actions that go on under another id: the retired one, and the new one in its place."""
    made: dict[Key, Key] = {}
    for key, thing in new.items():
        on = thing.fields.get("replaced_by", ())
        if thing.retired and key in old and not old[key].retired and len(on) == 1:
            there = ("action", str(on[0]))
            if _newest_kind(thing) == "moved" and there in new and there not in old:
                made[key] = there
    return made


def _newest_kind(thing: Thing) -> str:
    changes = [entry for entry in thing.fields.get("changes", ()) if isinstance(entry, dict)]
    newest = max(changes, key=lambda entry: str(entry.get("on", "")), default={})
    return str(newest.get("kind", ""))


def _change(
    old: Thing | None, new: Thing | None, now: Snapshot, moved: Key | None, address: str
) -> Change:
    """What became of one thing; one that only seems changed has no parts."""
    if new is None or old is None:
        what = What.REMOVED if new is None else What.ADDED
        there = new or old
        if there is None:
            raise AssertionError("a thing is in one state at least")
        return _seen(Change(what, there, used_by=tuple(_users(there, now))), now)
    if moved is not None:
        new = now.things[moved]
    told = tuple(_parts(old, new, now, history=moved is None))
    before = old.id if moved else address if address != new.address else ""
    change = Change(_what(old, new, before), new, told, before=before)
    if change.what is What.RETIRED:
        on = tuple(str(id_) for id_ in new.fields.get("replaced_by", ()))
        reason = str(new.fields.get("reason", ""))
        change = replace(change, parts=(), goes_to=on, reason=reason)
    elif told:
        change = replace(change, used_by=tuple(_users(new, now)))
    return _seen(change, now, old)


def _what(old: Thing, new: Thing, before: str) -> What:
    """What became of a thing that is in both states; `before` says that it stood elsewhere."""
    if old.retired is not new.retired:
        return What.RETIRED if new.retired else What.RESTORED
    if before:
        return What.MOVED
    return What.RETITLED if old.title != new.title else What.CHANGED


def _parts(old: Thing, new: Thing, now: Snapshot, *, history: bool) -> Iterator[Part]:
    """What differs; without `history`, because one that moved starts another."""
    titles = {a.id: a.title for a in now.of("audience") if a.sector == new.sector}
    kept = old.fields if history else {**old.fields, "changes": new.fields.get("changes", ())}
    return parts(kept, new.fields, lambda id_: titles.get(id_) or id_)


def _users(thing: Thing, now: Snapshot) -> Iterator[str]:
    """The actions that cite an entry of a shared list."""
    if thing.kind in {"source", "law", "resource"}:
        for action in now.of("action"):
            if thing.id in cited(action.fields):
                yield action.id


def _seen(change: Change, now: Snapshot, old: Thing | None = None) -> Change:
    """The change with the pages on which readers see it."""
    thing = change.thing
    seen = [own.address for own in (thing, old) if own and own.address]
    if thing.kind == "action":
        whom = _audiences_touched(old, thing)
        seen += [a.address for a in now.of("audience") if a.sector == thing.sector and a.id in whom]
    elif change.used_by:
        actions = (now.things["action", id_] for id_ in change.used_by)
        seen += [action.address for action in actions]
    return replace(change, pages=tuple(dict.fromkeys(seen)))


def _audiences_touched(old: Thing | None, new: Thing) -> set[str]:
    """Whose action tables show the change: a table has titles, priorities and leads."""
    before, after = _audiences(old), _audiences(new)
    if not old or old.title != new.title or old.id != new.id or old.retired != new.retired:
        return {*before, *after}
    return {name for name in (*before, *after) if before.get(name) != after.get(name)}


def _audiences(thing: Thing | None) -> dict[str, Plain]:
    """The audiences of an action; none where something else stands there."""
    found = thing.fields.get("audiences") if thing else None
    return found if isinstance(found, dict) else {}


def whole(change: Change) -> tuple[Part, ...]:
    """The fields of a thing that came, for those who read on; else what differs."""
    if change.what is not What.ADDED:
        return change.parts
    shown = ("title", "why", "steps", "done_when", "says", "summary", "url", "description")
    fields = {name: change.thing.fields[name] for name in shown if name in change.thing.fields}
    return tuple(parts({}, fields)) or (Part("text", wording.new("a new page")),)
