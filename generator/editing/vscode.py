"""What tells VS Code which schema belongs to which content file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.content.files import SHARED, Role
from generator.editing.things import Snapshot, vocabulary


class SettingsError(Exception):
    """The settings that are there cannot be added to."""


def name_of(role: Role) -> str:
    """The file of a schema."""
    return f"{role}.schema.json"


def patterns(themes: Iterable[str]) -> dict[Role, list[str]]:
    """The content files of each kind. Themes are named, because sector.yml lies beside theirs."""
    shared = {role: [f"toolkits/{role}.yml"] for role in SHARED}
    return {
        Role.THEME: ["themes/*.yml"],
        Role.SECTOR: ["toolkits/*/sector.yml"],
        Role.ACTIONS: [f"toolkits/*/{theme}.yml" for theme in sorted(themes)],
        **shared,
    }


def offers(now: Snapshot) -> dict[str, dict[str, str]]:
    """The ids to offer for each kind of reference, with what each is."""
    made = {kind: dict(words) for kind, words in vocabulary(now).items()}
    for kind in ("source", "law", "resource", "action"):
        things = (thing for thing in now.of(kind) if not thing.retired)
        made[kind] = {thing.id: thing.title for thing in things}
    return made


def settings(place: str, themes: Iterable[str], before: str = "") -> str:
    """The settings with a schema for each kind of file; those that were there stay.

    `place` is where the schemas lie, from the project folder or as a whole address. Raises
    SettingsError where the settings that were there cannot be read.
    """
    try:
        kept = json.loads(before) if before.strip() else {}
    except ValueError:
        kept = None
    if not isinstance(kept, dict):
        raise SettingsError
    bound = {f"{place}/{name_of(role)}": own for role, own in patterns(themes).items()}
    others = kept.get("yaml.schemas", {})
    others = others if isinstance(others, dict) else {}
    made = {**kept, "yaml.schemas": {**others, **bound}}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
