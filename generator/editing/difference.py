"""A difference as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from generator.editing.diff import Change, Difference

FORM = 1
"""Goes up when a field is renamed, is removed or changes its meaning; a new field leaves it."""


def as_json(found: Difference, base: str) -> str:
    """Every change with its parts; README.md says what the fields mean."""
    data = {
        "form": FORM,
        "base": base,
        "not_compared": {"before": found.unread_before, "now": found.unread_now},
        "changes": [_change(change) for change in found.changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _change(change: Change) -> dict[str, Any]:
    thing = change.thing
    return {
        "what": change.what,
        "kind": thing.kind,
        "id": thing.id,
        "title": thing.title,
        "sector": thing.sector,
        "theme": thing.theme,
        "file": thing.path,
        "line": thing.line,
        "address": thing.address,
        "before": change.before,
        "goes_to": change.goes_to,
        "reason": change.reason,
        "used_by": change.used_by,
        "pages": change.pages,
        "fields": [
            {
                "label": part.label,
                "words": [{"is": piece.mark, "text": piece.text} for piece in part.pieces],
            }
            for part in change.parts
        ],
    }
