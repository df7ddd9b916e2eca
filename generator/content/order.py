"""The order of actions everywhere: by theme; in it foundational, then enhanced, then by id."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.model import Action

PRIORITIES = {"foundational": "Foundational", "enhanced": "Enhanced"}
_FOUNDATIONAL, _ENHANCED = PRIORITIES


def ordered(actions: Iterable[Action], audience: str = "") -> tuple[Action, ...]:
    """Actions of one theme in reading order: foundational, then enhanced, then by id.

    With an audience only the actions that apply to it, by its own priority; without one an action
    is foundational where any audience has it so.
    """
    chosen = [a for a in actions if not audience or audience in a.audiences]

    def first(action: Action) -> bool:
        if audience:
            return action.audiences[audience].priority == _FOUNDATIONAL
        return foundational_anywhere(action)

    return tuple(sorted(chosen, key=lambda action: (not first(action), action.id)))


def foundational_anywhere(action: Action) -> bool:
    """Whether any audience has the action as foundational."""
    return any(part.priority == "foundational" for part in action.audiences.values())
