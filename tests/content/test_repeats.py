"""Which actions share how many runs of words is the same, counted anew or from what was known."""

from __future__ import annotations

import random

from generator.content.rules import repeats


def test_after_every_change_the_count_is_that_of_all_with_all() -> None:
    """Actions are added, changed and removed, one, a few or many at a time."""
    chance = random.Random(7)  # noqa: S311 # the same changes in every run
    words = range(40)
    runs: dict[str, frozenset[int]] = {}
    shared_by_some = 0
    for _ in range(200):
        for _ in range(chance.choice((1, 3, 30))):
            id_ = f"A-{chance.randrange(60):02}"
            if chance.random() < 0.2:
                runs.pop(id_, None)
            else:
                runs[id_] = frozenset(chance.sample(words, chance.randrange(8)))
        found = repeats.shared(dict(runs))
        assert found == dict(repeats.counted(runs))
        shared_by_some += bool(found)
    assert shared_by_some > 100
