"""One toolkit full of hostile texts: what check refuses of them, and where the rest stands."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from pathlib import Path

from generator.content.load import load
from generator.content.marks import plain as heard
from generator.content.toolkit import Toolkit
from tests.trust.corpus import CORPUS, Hostile, Refused
from tests.trust.planting import Spot, by_line, plant, spots
from tests.trust.reading import folded

ALIKE = "repeated-action"
# So that neighbours in a file get texts of other kinds, and every turn plants every text.
STRIDE = next(step for step in range(7, len(CORPUS)) if gcd(step, len(CORPUS)) == 1)


@dataclass(frozen=True, slots=True)
class Planted:
    """A hostile text in one field, beside a mark by which it is found again."""

    hostile: Hostile
    spot: Spot
    mark: str
    first: bool

    @property
    def text(self) -> str:
        """What stands in the field: the hostile text starts it, or ends it."""
        text = self.hostile.text.strip()
        number = self.mark[2:5]
        long = f"a{number}a b{number}b"  # words of its own, for fields that ask for many
        return f"{text} {self.mark} {long}" if self.first else f"{long} {self.mark} {text}"

    @property
    def shown(self) -> str:
        """What a page shows of it."""
        return folded(heard(self.text)) if self.spot.prose else folded(self.text)

    @property
    def keeps_lines(self) -> bool:
        """Whether these are words to copy, whose lines and spaces a page keeps as well."""
        return self.spot.field == "text" and not self.spot.prose

    def stands_in(self, words: str, *, shown: bool = True) -> int:
        """How often it stands whole in some words; as typed, where not as shown."""
        own = self.shown if shown else self.text
        start, _mark, end = own.partition(self.mark)
        if self.first:  # a title inside a sentence starts with a small letter
            return words.count(f"{start[1:]}{self.mark}")
        return words.count(f"{self.mark}{end}")

    def broken_in(self, words: str, *, shown: bool = True) -> bool:
        """Whether some of it stands somewhere in another form."""
        return self.stands_in(words, shown=shown) != words.count(self.mark)


@dataclass(frozen=True, slots=True)
class Harvest:
    """What became of one round: the toolkit of all that was let through, and what was not."""

    toolkit: Toolkit
    let_through: tuple[Planted, ...]
    refused: tuple[tuple[Planted, str], ...]


def harvest(folder: Path, turn: int, *, printed: bool = False) -> Harvest:
    """Plants a hostile text in every field, another in each turn, and takes out what is refused.

    `printed`: only those that the sheets of a whole site can show.
    """
    waiting = {
        spot: Planted(
            CORPUS[(number * STRIDE + turn) % len(CORPUS)],
            spot,
            f"Qz{number:03}zQ",
            (number + turn) % 2 == 0,
        )
        for number, spot in enumerate(spots())
    }
    if printed:
        shapeless = {spot for spot in waiting if expected(waiting[spot])}
        waiting = {spot: own for spot, own in waiting.items() if spot not in shapeless}
    refused: list[tuple[Planted, str]] = []
    while True:
        plant(folder, {spot: own.text for spot, own in waiting.items()})
        loaded = load(folder)
        if loaded.toolkit is not None:
            return Harvest(loaded.toolkit, tuple(waiting.values()), tuple(refused))
        lines = by_line(folder, spots())
        for problem in loaded.errors:
            there = lines.get((problem.place.file.path, problem.place.line), [])
            if problem.code == ALIKE:  # no fault of one text: the action goes back to what it was
                action = {(spot.path, spot.at[:2]) for spot in there}
                there = [spot for spot in waiting if (spot.path, spot.at[:2]) in action]
            else:
                refused += [(waiting[spot], problem.code) for spot in there if spot in waiting]
            assert there, problem.describe()
            for spot in there:
                waiting.pop(spot, None)


def expected(own: Planted) -> bool:
    """Whether check is to refuse this text in this field."""
    refused = own.hostile.refused
    return refused is Refused.ALWAYS or (refused is Refused.PROSE and own.spot.prose)
