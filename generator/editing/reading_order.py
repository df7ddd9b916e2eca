"""The order in which readers meet what the content holds."""

from __future__ import annotations

from collections.abc import Callable

from generator.editing.things import Snapshot, Thing


def reading_order(now: Snapshot) -> Callable[[Thing], tuple[object, ...]]:
    """Sort key: sectors first, each with its pages in reading order, then what all share."""
    sectors = [sector.id for sector in sorted(now.of("sector"), key=_number)]
    themes = [theme.id for theme in sorted(now.of("theme"), key=_number)]

    def key(thing: Thing) -> tuple[object, ...]:
        kind = _KINDS.index(thing.kind)
        return (
            not thing.sector,
            kind if not thing.sector else 0,
            _place(thing.sector, sectors),
            _place(thing.theme, themes),
            kind,
            thing.id,
        )

    return key


_KINDS = (
    "sector",
    "audience",
    "measures",
    "action",
    "theme",
    "law",
    "source",
    "resource",
    "framework",
    "vocabulary",
    "page",
)


def _number(thing: Thing) -> tuple[int, str]:
    order = str(thing.fields.get("order", ""))
    return (int(order) if order.isdecimal() else 0, thing.id)


def _place(name: str, names: list[str]) -> tuple[int, str]:
    return (names.index(name) if name in names else -1, name)
