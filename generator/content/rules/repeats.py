"""Actions that repeat each other: each is written for its sector, or it is one action too many."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from generator.content.marks import plain
from generator.content.model import Action
from generator.content.problems import Problem
from generator.content.toolkit import Toolkit

RUN = 4
"""How many words in a row make a run."""
MOST_SHARED = 1 / 3
"""The most that two actions may share, as a part of the shorter one's runs."""

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")


def check(toolkit: Toolkit) -> Iterator[Problem]:
    """Every pair of actions whose title, why and steps share too many four-word runs."""
    actions = {a.id: a for s in toolkit.sectors.values() for _theme, a in s.every_action()}
    runs = {id_: word_runs(action) for id_, action in actions.items()}
    for (first, second), number in sorted(shared(runs).items()):
        shorter = min(len(runs[first]), len(runs[second]))
        if number > shorter * MOST_SHARED:
            yield Problem(
                actions[second].origin.at("title"),
                "repeated-action",
                f"{second} repeats {first}: they share {100 * number // shorter}% of their "
                "four-word runs.",
                "Write it for this sector's own jobs and places, or retire one of the two. What "
                "is the same everywhere belongs in law, resources or words to copy.",
            )


def word_runs(action: Action) -> frozenset[int]:
    """Every run of four words in the title, the why and the steps; runs end with their text.

    A run is known by its hash, which takes a fifth of its room; that two share one will not happen.
    """
    extra = (step for part in action.audiences.values() for step in part.steps)
    return _runs((action.title, action.why, *action.steps, *extra))


@lru_cache(maxsize=10_000)  # a preview asks again for all but one
def _runs(texts: tuple[str, ...]) -> frozenset[int]:
    found: set[int] = set()
    for text in texts:
        words = _WORD.findall(plain(text).lower())
        found.update(map(hash, zip(*(words[start:] for start in range(RUN)), strict=False)))
    return frozenset(found)


_Runs = dict[str, frozenset[int]]
_Shared = dict[tuple[str, str], int]

_last: list[tuple[_Runs, _Shared]] = []
"""What was counted last: a preview asks again for all but one action."""

_FEW = 20  # actions that are sooner compared with all others than all with all


def shared(runs: _Runs) -> _Shared:
    """How many runs each pair has in common; pairs with none are absent."""
    before, known = _last.pop() if _last else ({}, {})
    changed = {id_ for id_ in runs.keys() | before.keys() if runs.get(id_) != before.get(id_)}
    if len(changed) > _FEW:
        shared: _Shared = counted(runs)
    else:
        shared = {pair: number for pair, number in known.items() if changed.isdisjoint(pair)}
        for id_ in changed & runs.keys():
            for other, own in runs.items():
                number = len(runs[id_] & own)
                if other != id_ and number:
                    shared[min(id_, other), max(id_, other)] = number
    _last.append((runs, shared))
    return shared


def counted(runs: _Runs) -> Counter[tuple[str, str]]:
    """The same, counted anew."""
    seen: set[int] = set()
    several: set[int] = set()
    for own in runs.values():
        several |= seen & own
        seen |= own
    users: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in sorted(runs):
        for run in runs[id_] & several:
            users[run].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in users.values():
        shared.update(combinations(ids, 2))
    return shared
