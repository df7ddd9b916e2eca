"""Whatever happens to a file, the reader tells problems and never breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.load import load
from tests.frozen import FROZEN, copy

FILES = sorted(
    path.relative_to(FROZEN).as_posix()
    for path in FROZEN.rglob("*")
    if path.suffix in {".yml", ".md"} and path.name != "mkdocs.yml"
)
SIGNS = "'\":{}[]()-#&*!|>%@`,?~=<\\/ \n\t\r\x00\x85\u200b\u202e\u2028\ufeff\ud800é雇🙂0A"
Mutation = Callable[[str], str]


def delete(start: int, length: int) -> Mutation:
    """Deletes some characters."""
    return lambda text: text[: start % len(text)] + text[start % len(text) + length :]


def duplicate(start: int, length: int) -> Mutation:
    """Repeats some characters."""
    return lambda text: text[: start % len(text) + length] + text[start % len(text) :]


def replace(start: int, length: int, sign: str) -> Mutation:
    """Puts a sign in the place of some characters, or between two."""
    return lambda text: text[: start % len(text)] + sign + text[start % len(text) + length :]


def delete_line(number: int) -> Mutation:
    """Deletes a line."""

    def mutation(text: str) -> str:
        lines = text.split("\n")
        del lines[number % len(lines)]
        return "\n".join(lines)

    return mutation


def copy_line(number: int, other: int) -> Mutation:
    """Puts a copy of a line elsewhere."""

    def mutation(text: str) -> str:
        lines = text.split("\n")
        lines.insert(other % len(lines), lines[number % len(lines)])
        return "\n".join(lines)

    return mutation


PLACES = st.integers(0, 5000)
LENGTHS = st.integers(0, 12)
MUTATIONS = st.one_of(
    st.builds(delete, PLACES, LENGTHS),
    st.builds(duplicate, PLACES, LENGTHS),
    st.builds(replace, PLACES, LENGTHS, st.sampled_from(SIGNS)),
    st.builds(delete_line, PLACES),
    st.builds(copy_line, PLACES, PLACES),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the frozen toolkit for all examples; each puts back what it changes."""
    return copy(tmp_path_factory.mktemp("mutations") / "toolkit")


@settings(max_examples=200, derandomize=True, database=None, deadline=None)
@given(path=st.sampled_from(FILES), mutations=st.lists(MUTATIONS, min_size=1, max_size=3))
def test_no_mutation_breaks_the_reader(folder: Path, path: str, mutations: list[Mutation]) -> None:
    """There is a toolkit, or there are errors; each of them can be shown and has a place."""
    before = (folder / path).read_bytes()
    text = before.decode()
    for mutation in mutations:
        text = mutation(text) or " "
    try:
        (folder / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        loaded = load(folder)
    finally:
        (folder / path).write_bytes(before)
    assert (loaded.toolkit is None) == bool(loaded.errors)
    assert len(set(loaded.problems)) == len(loaded.problems)
    for problem in loaded.problems:
        shown = problem.describe().split("\n")
        head = f"{problem.place}: {problem.severity} [{problem.code}]"
        assert shown[0] == f"{head}: {problem.message}"
        assert shown[-1] == f"  {problem.fix}"
        assert problem.message.endswith(".")
        assert problem.place.line <= max(1, len(problem.place.file.lines))
        assert problem.place.column <= len(problem.place.text) + 1
