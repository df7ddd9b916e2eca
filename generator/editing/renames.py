"""What has another name than before, as `was` says: the older state under the newer names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.editing.things import Key, Snapshot, Thing


def renamed(old: Snapshot, new: Snapshot) -> tuple[Snapshot, dict[Key, str]]:
    """The older state with its sectors, themes and audiences under the names they have now.

    Beside it stands, for each key in it, the address that readers had.
    """
    sectors, themes = _names("sector", old, new), _names("theme", old, new)
    things: dict[Key, Thing] = {}
    had: dict[Key, str] = {}
    for thing in old.things.values():
        sector = sectors.get(thing.sector, thing.sector)
        theme = themes.get(thing.theme, thing.theme)
        path = thing.path if thing.kind == "page" else _path(thing.path, sectors, themes)
        own = replace(thing, sector=sector, theme=theme, path=path)
        if own.kind == "measures":
            own = replace(own, id=f"{sector}/{theme}")
        elif own.kind in {"sector", "theme"}:
            own = replace(own, id=(sectors if own.kind == "sector" else themes).get(own.id, own.id))
        things.setdefault(own.key, own)  # of two that became one, the first is compared
        had.setdefault(own.key, thing.address)
    audiences = _audiences(things, new)
    unread = frozenset(_path(path, sectors, themes) for path in old.unread)
    under_new = {key: _with_audiences(thing, audiences) for key, thing in things.items()}
    addresses = {thing.key: had[key] for key, thing in under_new.items()}
    return Snapshot({thing.key: thing for thing in under_new.values()}, unread), addresses


def _names(kind: str, old: Snapshot, new: Snapshot) -> dict[str, str]:
    """The present name for each old one that nothing has any more."""
    had = {thing.id for thing in old.of(kind)}
    has = {thing.id for thing in new.of(kind)}
    return {
        str(name): thing.id
        for thing in new.of(kind)
        for name in thing.fields.get("was", ())
        if str(name) in had - has and thing.id not in had
    }


def _path(path: str, sectors: Mapping[str, str], themes: Mapping[str, str]) -> str:
    """The file as it would be called now."""
    folder, *parts = path.split("/")
    if len(parts) > 1:
        parts[0] = sectors.get(parts[0], parts[0])
    if len(parts) > 1 or folder == "themes":
        stem = parts[-1].removesuffix(".yml")
        parts[-1] = f"{themes.get(stem, stem)}.yml"
    return "/".join((folder, *parts))


def _audiences(old: Mapping[Key, Thing], new: Snapshot) -> dict[tuple[str, str], str]:
    """The present id for each old one of a sector's audiences."""
    return {
        (thing.sector, str(name)): thing.id
        for thing in new.of("audience")
        for name in thing.fields.get("was", ())
        if ("audience", thing.sector, str(name)) in old
        and ("audience", thing.sector, str(name)) not in new.things
        and thing.key not in old
    }


def _with_audiences(thing: Thing, names: Mapping[tuple[str, str], str]) -> Thing:
    if thing.kind == "audience":
        return replace(thing, id=names.get((thing.sector, thing.id), thing.id))
    whom = thing.fields.get("audiences")
    if thing.kind != "action" or not isinstance(whom, dict):
        return thing
    under_new = {names.get((thing.sector, name), name): part for name, part in whom.items()}
    return replace(thing, fields={**thing.fields, "audiences": under_new})
