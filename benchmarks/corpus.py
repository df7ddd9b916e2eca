"""Invented toolkits of any size, the same in every run: words drawn by a seeded generator."""

from __future__ import annotations

import json
import random
from pathlib import Path

THEMES = ("commitment", "recruitment", "retention", "culture", "supplier-diversity")
CODES = ("COM", "REC", "RET", "CUL", "SUP")
AUDIENCES = ("micro", "small", "medium", "large")
SETTINGS = Path(__file__).parents[1] / "tests" / "toolkit" / "mkdocs.yml"

# Four words in a row hardly ever come twice, so no action repeats another.
_STARTS = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu")
_MIDDLES = ("", "ra", "le", "ni", "co")
_ENDS = ("ter", "mon", "lick", "sand", "vale", "ness", "port", "ring", "dale", "worth")
_WORDS = [start + middle + end for start in _STARTS for middle in _MIDDLES for end in _ENDS]

_READ = {"url": "https://example.org/", "read_on": "2026-02-01", "publisher": "Nobody"}
_SEEN = {"url": "https://example.org/", "checked_on": "2026-02-01", "title": "Invented"}
_LISTS: dict[str, object] = {
    "sources.yml": [
        {"id": "bench-survey", "title": "A survey", "date": "2024", "kind": "survey", **_READ},
        {"id": "bench-act", "title": "An act", "kind": "law", **_READ},
    ],
    "law.yml": [
        {
            "id": "bench-law",
            "title": "A law",
            "kind": "legal-duty",
            "binds": "everyone",
            "says": "You must not do what the act forbids.",
            "from": "in force",
            "checked_on": "2026-02-01",
            "source": "bench-act",
        }
    ],
    "resources.yml": [
        {"id": "bench-guide", "who": "Nobody", "gives": "Questions.", "kind": "guide", **_SEEN}
    ],
    "frameworks.yml": [
        {
            "id": "bench-standard",
            "title": "A standard",
            "version": "1",
            "publisher": "Nobody",
            "url": "https://example.org/",
            "items": [{"id": "1", "title": "An item"}],
        }
    ],
    "vocabulary.yml": {
        "leads": {"owner": "Owner", "manager": "Manager"},
        "takes": {"under-1-month": "Less than a month", "1-3-months": "1 to 3 months"},
        "repeats": {"once": "Once", "quarterly": "Every three months"},
        "evidence": {
            "strong": "Several agree.",
            "promising": "One agrees.",
            "mixed": "They disagree.",
            "practice": "Widely advised.",
            "not-assessed": "Not looked at yet.",
        },
        "groups": {"black-women": "Black women"},
        "cost": {"none": "No cost beyond time", "low": "A little"},
    },
}
_PAGES = {
    "index.md": "# Invented\n\n<!-- toolkits:sectors -->\n\n[Every action](actions.md)\n",
    "about.md": "# About\n\nNothing here is advice.\n",
}


def write(folder: Path, sectors: int, actions: int) -> None:
    """Writes a project with so many sectors, and so many actions in each of the five themes."""
    dice = random.Random(f"{sectors} {actions}")  # noqa: S311 # the same corpus in every run
    _save(folder / "mkdocs.yml", SETTINGS.read_text(encoding="utf-8"))
    for name, data in _LISTS.items():  # JSON is YAML too
        _save(folder / "toolkits" / name, json.dumps(data, indent=1) + "\n")
    for name, text in _PAGES.items():
        _save(folder / "toolkits" / name, text)
    for order, (theme, code) in enumerate(zip(THEMES, CODES, strict=True), 1):
        _save(folder / "themes" / f"{theme}.yml", _theme(theme, code, order))
    for number in range(sectors):
        code = f"{chr(65 + number // 26)}{chr(65 + number % 26)}X"
        sector = folder / "toolkits" / f"sector-{code.lower()}"
        _save(sector / "sector.yml", _sector(number, code))
        for theme, short in zip(THEMES, CODES, strict=True):
            prefix = f"{code}-{short}"
            parts = (_action(dice, f"{prefix}-{n:02}") for n in range(1, actions + 1))
            _save(sector / f"{theme}.yml", _MEASURES + "actions:\n" + "".join(parts))


_MEASURES = "measures:\n  - {count: People, how: Count them., often: quarterly}\n"
_CHANGES = "changes:\n  - {on: 2026-03-01, kind: added, note: First published.}\n"


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _theme(theme: str, code: str, order: int) -> str:
    title = theme.replace("-", " ").capitalize()
    return (
        f"title: {title}\ncode: {code}\norder: {order}\nicon: account-group\nsummary: Of {title}.\n"
        f"why: Whatever is done once is soon forgotten.\nmistakes: [Doing it once.]\n{_CHANGES}"
    )


def _sector(number: int, code: str) -> str:
    audiences = "".join(
        f"  - {{id: {who}, title: {who.capitalize()} firms, staff: Some people, "
        f"description: A {who} firm., leads: [owner, manager]}}\n"
        for who in AUDIENCES
    )
    return (
        f"title: Sector {code}\ncode: {code}\norder: {number + 1}\nicon: account-group\n"
        f"status: draft\nsummary: An invented sector.\nwho_it_is_for: Nobody at all.\n"
        f"audiences:\n{audiences}{_CHANGES}"
    )


def _sentence(dice: random.Random, number: int) -> str:
    return " ".join(dice.choices(_WORDS, k=number)).capitalize()


def _action(dice: random.Random, id_: str) -> str:
    """About 220 words in all, as a real one has."""
    first = id_.endswith(("1", "4", "7"))
    steps = "".join(f"      - {_sentence(dice, 18)}.\n" for _ in range(5))
    priority = "foundational" if first else "enhanced"
    audiences = "".join(
        f"      {who}:\n        priority: {priority}\n        lead: owner\n"
        f"        steps:\n          - {_sentence(dice, 10)}.\n"
        for who in AUDIENCES
    )
    return (
        f"  - id: {id_}\n    title: {_sentence(dice, 7)}\n"
        f"    why: {_sentence(dice, 40)}. [@bench-survey]\n    steps:\n{steps}"
        f"    done_when: {_sentence(dice, 14)}.\n    audiences:\n{audiences}"
        f"    takes: 1-3-months\n    repeats: quarterly\n    cost: low\n    evidence:\n"
        f"      strength: practice\n      about: {_sentence(dice, 16)}.\n"
        f"    law: [bench-law]\n    resources: [bench-guide]\n    groups: [black-women]\n"
        f'    frameworks: {{bench-standard: ["1"]}}\n'
        f"    checked: {{on: 2026-03-01, every: 12-months}}\n"
        f"    changes: [{{on: 2026-03-01, kind: added, note: First published.}}]\n"
    )
