"""Whatever happens to a file, the reader tells problems and never breaks, and never takes long."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest

from generator.content.fitted import Memory
from generator.content.load import load
from tests.frozen import FROZEN, copy

FILES = sorted(
    path.relative_to(FROZEN).as_posix()
    for path in FROZEN.rglob("*")
    if path.suffix in {".yml", ".md"} and path.name != "mkdocs.yml"
)
SHORT, LONG = 2_000, 20_000
BATCHES = 10
SECONDS = 2.0  # of CPU; on a slow machine what so many times reading all files takes
TIMES = 25
# Pages are read by Python-Markdown, whose time grows with the square of some oddities.
OF_A_PAGE = 3_000

SIGNS: list[str] = [
    *"'\":{}[]()-#&*!|>%@`,?~=<\\/ \n\t\r\x00\x07\x85\u00a0\u200b\u200d\u202e\u2028\ufeff",
    *"“”‘’•–é雇🙂0A",
    *("- ", ": ", " #", "''", '""', ">-\n", "|\n", "---\n", "<<: *x", "&x ", "*x", "!!str ", "{{"),
    *(
        "[@",
        "](",
        "**",
        "https://",
        "tbc",
        "1/4/2027",
        "<<<<<<< HEAD\n",
        "=======\n",
        "null",
        "yes",
    ),
]
BYTES = [b"\xff", b"\xa3", b"\xc3", b"\x00", b"\xed\xa0\x80", b"\xf0\x9f", b"\r", b"\x1b[2J"]
WHOLE = [
    b"",
    b"\n",
    b"\x00" * 1000,
    b"[" * 5000,
    b"{a: " * 3000,
    b"- " * 5000,
    b"a: 'b\n" * 20_000,
    b'"\n' * 50_000,
    b" a:\n" * 30_000,
    b"".join(b" " * (number % 50) + b"a: b\n" for number in range(4_000)),
    b"".join(b" " * (number % 50) + b"- b\n" for number in range(4_000)),
    b"- [a\n" * 20_000,
    b"a: #b\n" * 20_000,
    b"<<<<<<<\n=======\n" * 10_000,
    b"words and words\n" * 12_000,
    b"\ta: b\n" * 20_000,
    "a: “b”\n".encode() * 15_000,
    "\u00a0\u200b雇\n".encode() * 20_000,
    b"x" * 250_000,
    "title: x".encode("utf-16"),
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
]
Mutation = Callable[[bytes, Random], bytes]


def _lines(change: Callable[[list[str], Random], None]) -> Mutation:
    """A mutation of whole lines."""

    def mutation(data: bytes, chance: Random) -> bytes:
        lines = data.decode("utf-8", "surrogateescape").split("\n")
        change(lines, chance)
        return "\n".join(lines).encode("utf-8", "surrogateescape")

    return mutation


def _at(lines: list[str], chance: Random) -> int:
    return chance.randrange(len(lines))


def delete_lines(lines: list[str], chance: Random) -> None:
    """Deletes one to four lines."""
    start = _at(lines, chance)
    del lines[start : start + chance.randint(1, 4)]
    lines.append("")


def copy_lines(lines: list[str], chance: Random) -> None:
    """Puts a copy of one to six lines elsewhere."""
    start = _at(lines, chance)
    part = lines[start : start + chance.randint(1, 6)]
    place = _at(lines, chance)
    lines[place:place] = part


def swap_lines(lines: list[str], chance: Random) -> None:
    """Exchanges two lines."""
    one, two = _at(lines, chance), _at(lines, chance)
    lines[one], lines[two] = lines[two], lines[one]


def join_lines(lines: list[str], chance: Random) -> None:
    """Joins a line with the next."""
    number = _at(lines, chance)
    lines[number : number + 2] = [" ".join(lines[number : number + 2])]


def indent_lines(lines: list[str], chance: Random) -> None:
    """Moves one to five lines to the right or to the left, sometimes with a tab."""
    start, by = _at(lines, chance), chance.choice([-4, -2, -1, 1, 2, 3, 4, 0])
    for number in range(start, min(start + chance.randint(1, 5), len(lines))):
        line = lines[number]
        cut = line[min(-by, len(line) - len(line.lstrip())) :] if by < 0 else " " * by + line
        lines[number] = "\t" + line.lstrip() if by == 0 else cut


def quote_line(lines: list[str], chance: Random) -> None:
    """Adds or removes quotes around the value of a line."""
    number, sign = _at(lines, chance), chance.choice("\"'“‘")
    name, colon, value = lines[number].partition(": ")
    bare = value.strip("\"'")
    closing = chance.choice([sign, ""])
    lines[number] = f"{name}{colon}{chance.choice([sign + bare + closing, bare, sign + value])}"


def replace(data: bytes, chance: Random) -> bytes:
    """Puts a sign in the place of up to three bytes, or between two."""
    start = chance.randrange(len(data) + 1)
    sign = chance.choice(SIGNS).encode()
    return data[:start] + sign + data[start + chance.randint(0, 3) :]


def delete(data: bytes, chance: Random) -> bytes:
    """Deletes up to twelve bytes, characters of several bytes cut in two."""
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randint(1, 12) :]


def break_bytes(data: bytes, chance: Random) -> bytes:
    """Puts bytes in that are no text."""
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.choice(BYTES) + data[start:]


def cut(data: bytes, chance: Random) -> bytes:
    """Keeps only the beginning, as when an upload stops."""
    return data[: chance.randrange(len(data) + 1)]


def swell(data: bytes, chance: Random) -> bytes:
    """Repeats a part many times."""
    start = chance.randrange(len(data) + 1)
    part = data[start : start + chance.randint(1, 40)]
    times: int = chance.choice([3, 50, 2000])
    return data[:start] + part * times + data[start:]


def other_file(_data: bytes, chance: Random) -> bytes:
    """Saves something else under this name."""
    return chance.choice(WHOLE)


COMMON: list[Mutation] = [
    *map(_lines, (delete_lines, copy_lines, swap_lines, join_lines, indent_lines, quote_line)),
    replace,
    replace,
    delete,
]
RARE: list[Mutation] = [break_bytes, cut, swell, other_file]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the frozen toolkit for all mutations; each puts back what it changes."""
    return copy(tmp_path_factory.mktemp("mutations") / "toolkit")


@cache
def known(folder: Path) -> tuple[Memory, float]:
    """What the files gave before a mutation, so that only one is parsed; and the most it may take.

    The limit grows with the time that all files took here: a machine may be slow, no reader.
    """
    memory: Memory = {}
    started = time.process_time()
    load(folder, memory)
    return memory, max(SECONDS, TIMES * (time.process_time() - started))


def check(folder: Path, path: str, data: bytes) -> None:
    """There is a toolkit, or there are errors; each can be shown, has a place, and ends well."""
    before_it, limit = known(folder)
    memory = dict(before_it)
    before = (folder / path).read_bytes()
    try:
        (folder / path).write_bytes(data)
        started = time.process_time()
        loaded = load(folder, memory)
        shown = [problem.describe().split("\n") for problem in loaded.problems]
        assert time.process_time() - started < limit
    finally:
        (folder / path).write_bytes(before)
    assert (loaded.toolkit is None) == bool(loaded.errors)
    assert len(set(loaded.problems)) == len(loaded.problems)
    for problem, lines in zip(loaded.problems, shown, strict=True):
        assert (
            lines[0] == f"{problem.place}: {problem.severity} [{problem.code}]: {problem.message}"
        )
        assert lines[-1] == f"  {problem.fix}"
        assert problem.message.endswith(".")
        assert problem.place.line <= max(1, len(problem.place.file.lines))
        assert problem.place.column <= len(problem.place.text) + 1


def mutate(folder: Path, seed: int, number: int) -> None:
    """So many files with one to three mutations each; the seed tells them all."""
    chance = Random(seed)  # noqa: S311 # nothing here is secret
    for _ in range(number):
        path = chance.choice(FILES)
        data = (folder / path).read_bytes()
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            data = chance.choice(RARE if chance.random() < 0.1 else COMMON)(data, chance)
        check(folder, path, data[:OF_A_PAGE] if path.endswith(".md") else data)


@pytest.mark.parametrize("seed", range(BATCHES))
def test_no_mutation_breaks_the_reader(folder: Path, seed: int) -> None:
    """Two thousand in all: lines, indentation, quotes, signs, bytes, and whole other files."""
    mutate(folder, seed, SHORT // BATCHES)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 100 + BATCHES))
def test_no_mutation_of_very_many_breaks_the_reader(folder: Path, seed: int) -> None:
    """Twenty thousand others."""
    mutate(folder, seed, LONG // BATCHES)


@pytest.mark.parametrize("data", WHOLE, ids=range(len(WHOLE)))
def test_no_other_file_in_the_place_of_one_breaks_the_reader(folder: Path, data: bytes) -> None:
    """Empty, binary, of one sign only, and as large as may be."""
    check(folder, "toolkits/law.yml", data)
    check(folder, "toolkits/about.md", data[:OF_A_PAGE])
