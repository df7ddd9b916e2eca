"""New actions and sectors: a start for an editor, and the retiring of what an action replaces."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.content.model import Action, Audience, Measure, Part, Sector
from generator.content.names import RESERVED_SECTORS, is_slug
from generator.content.problems import did_you_mean
from generator.editing.blanks import TODO, Known, Lines, blank, item
from generator.editing.edits import ActionFile, LayoutError
from generator.editing.things import Snapshot, Thing, vocabulary

_DIGITS = 2
_HEAD = f"# Replace every {TODO}, and delete the lines that start with #. Then run toolkits check."


class NotPossibleError(Exception):
    """What was asked for cannot be made; says why, and what to write instead."""


Files = dict[str, bytes]
"""Whole files by their path below the project folder."""


def _never(_id: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new action: its sector and theme, the day it is made, and the id it takes the place of.

    `ever_used` knows of ids that nothing has any more: someone deleted their actions.
    """

    sector: str
    theme: str
    day: datetime.date
    replaces: str = ""
    ever_used: Callable[[str], bool] = _never

    @property
    def path(self) -> str:
        """The file it belongs in."""
        return f"toolkits/{self.sector}/{self.theme}.yml"

    def moves(self, old: Thing) -> bool:
        """Whether the old action goes on in another theme of its sector."""
        return old.sector == self.sector and old.theme != self.theme


def action(folder: Path, now: Snapshot, wanted: Wanted) -> tuple[str, Files]:
    """The id of a new action and the files with it; what it replaces is retired and points on."""
    _known("sector", wanted.sector, [own.id for own in now.of("sector")])
    _known("theme", wanted.theme, [own.id for own in now.of("theme")])
    id_ = _next_id(now, wanted)
    files = {wanted.path: _file(folder, wanted.path)}
    if wanted.replaces:
        old = _replaced(now, wanted.replaces)
        files.setdefault(old.path, _file(folder, old.path))
        whole = files[old.path].fields(files[old.path].find(old.id))
        if wanted.moves(old):
            title = now.things["theme", old.theme].title
            entry = _entry(wanted.day, "moved", f"Moved from {title}, where it was {old.id}.")
            lines = _moved(whole, id_, entry)
        else:
            entry = _entry(wanted.day, "added", f"Replaces {old.id}.")
            lines = _blank_action(now, wanted.sector, id_, entry)
        stub = item(_stub(now, wanted, old, id_, whole), files[old.path].indent)
        files[old.path] = files[old.path].replaced(files[old.path].find(old.id), stub)
    else:
        entry = _entry(wanted.day, "added", "First published.")
        lines = _blank_action(now, wanted.sector, id_, entry)
    files[wanted.path] = files[wanted.path].added(item(lines, files[wanted.path].indent))
    return id_, {path: file.data for path, file in files.items()}


def _stub(now: Snapshot, wanted: Wanted, old: Thing, id_: str, whole: Mapping[str, Lines]) -> Lines:
    """What stays of an old action: id, title, where to go now, and its history with one entry."""
    if wanted.moves(old):
        title = now.things["theme", wanted.theme].title
        entry = _entry(wanted.day, "moved", f"Moved to {title}, as {id_}.")
    else:
        entry = _entry(wanted.day, "retired", f"{TODO}: why {id_} does this better.")
    history = whole.get("changes", [])
    rows = [line for line in history[1:] if line.lstrip().startswith("-")]
    if not rows or history[0].partition("#")[0].strip() != "changes:":
        raise LayoutError(f"{old.path}: write each entry of changes on a line of its own.")
    pad = rows[0][: len(rows[0]) - len(rows[0].lstrip())]
    points_on = ["status: retired", f"replaced_by: [{id_}]"]
    told = [history[0], f"{pad}- {entry}", *history[1:]]
    return [*whole["id"], *whole["title"], *points_on, *told]


def _known(what: str, name: str, known: list[str]) -> None:
    if name not in known:
        raise NotPossibleError(f'There is no {what} "{name}". {did_you_mean(name, known)}')


def _replaced(now: Snapshot, id_: str) -> Thing:
    _known("action", id_, [own.id for own in now.of("action")])
    old = now.things["action", id_]
    if old.retired:
        raise NotPossibleError(f"{id_} is retired already. Name the action that it points to.")
    return old


def _file(folder: Path, path: str) -> ActionFile:
    try:
        return ActionFile.of(path, (folder / path).read_bytes())
    except OSError:
        raise LayoutError(f"There is no {path} yet. Make it first.") from None


def _next_id(now: Snapshot, wanted: Wanted) -> str:
    """The id after the highest ever used; a retired one keeps its number, and so does a deleted."""
    kinds = (("sector", wanted.sector), ("theme", wanted.theme))
    start = "".join(f"{now.things[kind, id_].fields.get('code', '')}-" for kind, id_ in kinds)
    used = [own.id.removeprefix(start) for own in now.of("action") if own.id.startswith(start)]
    number = max((int(end) for end in used if end.isdecimal()), default=0) + 1
    while wanted.ever_used(id_ := f"{start}{number:0{_DIGITS}}"):
        number += 1
    return id_


def _entry(day: datetime.date, kind: str, note: str) -> str:
    """An entry of a history; quoted, because a note may hold any sign."""
    return f"{{on: {day}, kind: {kind}, note: {json.dumps(note, ensure_ascii=False)}}}"


def _blank_action(now: Snapshot, sector: str, id_: str, entry: str) -> Lines:
    choices = vocabulary(now)
    given = {
        "id": [f"id: {id_}"],
        "changes": ["changes:", f"  - {entry}"],
        "audiences": ["audiences:", *_audiences(now, sector, choices)],
    }
    return [_HEAD, *blank(Action, Known(given, choices))]


def _audiences(
    now: Snapshot, sector: str, choices: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Each audience of the sector, with the roles that it has; delete those it is not for."""
    own = [thing for thing in now.of("audience") if thing.sector == sector]
    yield "  # Delete the audiences that the action is not for."
    for number, audience in enumerate(own):
        leads = {id_: choices["lead"].get(id_, "") for id_ in audience.fields.get("leads", ())}
        lines = blank(Part, Known(choices={"lead": leads}), 4)
        if number:  # the fields are explained once
            lines = [f"    # Leads: {', '.join(leads)}.", *(own for own in lines if "#" not in own)]
        yield f"  {audience.id}:"
        yield from lines


def _moved(whole: Mapping[str, Lines], id_: str, entry: str) -> Lines:
    """The same action under another id, with a history that starts here."""
    changed = {"id": [f"id: {id_}"], "changes": ["changes:", f"  - {entry}"]}
    return [line for name, lines in whole.items() for line in changed.get(name, lines)]


def sector(now: Snapshot, name: str, day: datetime.date, folder: Path) -> Files:
    """The files of a new sector, all with placeholders."""
    if not is_slug(name):
        raise NotPossibleError(
            f'"{name}" cannot be an address. Use small letters, digits and single hyphens: '
            "social-care."
        )
    if name in RESERVED_SECTORS:
        raise NotPossibleError(f'"{name}" is the address of a page the site makes itself.')
    if (folder / "toolkits" / name).exists():
        raise NotPossibleError(f"There is a folder toolkits/{name} already.")
    others = list(now.of("sector"))
    code = _free_code(name, {str(own.fields.get("code")) for own in others})
    orders = [int(own.fields["order"]) for own in others if own.fields["order"].isdecimal()]
    choices = vocabulary(now)
    first = f"  - {_entry(day, 'added', 'First published.')}"
    given = {
        "code": [f"code: {code}"],
        "order": [f"order: {max(orders, default=0) + 1}"],
        "status": ["status: draft"],
        "changes": ["changes:", first],
        "audiences": ["audiences:", *item(_blank_audience(choices), 2)],
    }
    files = {"sector.yml": [_HEAD, *blank(Sector, Known(given, choices))]}
    for theme in sorted(now.of("theme"), key=lambda own: own.id):
        id_ = f"{code}-{theme.fields.get('code', '')}-01"
        files[f"{theme.id}.yml"] = _blank_theme(id_, first, choices)
    return {
        f"toolkits/{name}/{file}": ("\n".join(lines) + "\n").encode()
        for file, lines in files.items()
    }


def _blank_audience(choices: Mapping[str, Mapping[str, str]]) -> Lines:
    return blank(Audience, Known(choices=choices))


def _blank_theme(id_: str, first: str, choices: Mapping[str, Mapping[str, str]]) -> Lines:
    """A file of actions with one measure and one action to fill in."""
    part = blank(Part, Known(choices=choices), 4)
    given = {
        "id": [f"id: {id_}"],
        "changes": ["changes:", first],
        "audiences": ["audiences:", "  # Its id in sector.yml.", f"  {TODO}:", *part],
    }
    return [
        _HEAD,
        "measures:",
        *item(blank(Measure, Known(choices=choices)), 2),
        "actions:",
        *item(blank(Action, Known(given, choices)), 2),
    ]


def _free_code(name: str, taken: set[str]) -> str:
    """Three letters of a name that no other sector has."""
    letters = name.replace("-", "").upper()
    letters = "".join(char for char in letters if char.isalpha()) + "XYZQ"
    for second in range(1, len(letters)):
        for third in range(second + 1, len(letters)):
            code = letters[0] + letters[second] + letters[third]
            if code not in taken:
                return code
    raise NotPossibleError(f'Every code for "{name}" is taken. Choose another name.')
