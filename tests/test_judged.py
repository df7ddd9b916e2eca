"""Content is made into something while the rules are asked; an error in it comes first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import judged, parallel
from generator.content.load import load
from generator.content.toolkit import Toolkit


def _titles(toolkit: Toolkit) -> list[str]:
    return [theme.title for theme in toolkit.themes.values()]


@pytest.fixture(params=[True, False], ids=["at once", "one after the other"])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both ways; these tests leave no thread that a second process would miss."""
    monkeypatch.setattr(parallel, "_alone", lambda: True)
    return bool(request.param)


def test_sound_content_is_made_into_something(frozen: Path, at_once: bool) -> None:
    """What comes out is that of the whole content, with the same problems as `load` finds."""
    made, verdict = judged.make(frozen, {}, _titles, at_once=at_once)
    loaded = load(frozen)
    assert verdict() == loaded
    assert loaded.toolkit is not None
    assert made == _titles(loaded.toolkit)


SLIPS = {
    "a rule": ("lead: hr-manager", "lead: nobody-known"),
    "the layout, where a parser sees no error": ("    steps:\n      - ", "    steps:\n      • "),
    "the reader": ("title: ", "title: 'Un"),
    "the model": ("takes: ", "takse: "),
}


@pytest.mark.parametrize("fault", SLIPS)
def test_an_error_in_the_content_is_told_as_ever(
    toolkit_folder: Path, fault: str, at_once: bool
) -> None:
    """Whoever finds it; also where the work breaks over it, or does not mind it."""
    place = toolkit_folder / "toolkits" / "hospitality" / "culture.yml"
    typed = place.read_text(encoding="utf-8")
    old, new = SLIPS[fault]
    assert old in typed
    place.write_text(typed.replace(old, new, 1), encoding="utf-8")
    expected = load(toolkit_folder)
    assert expected.errors

    def stumbles(_toolkit: Toolkit) -> None:
        raise KeyError("nobody-known")

    for work in (stumbles, _titles):
        _made, verdict = judged.make(toolkit_folder, {}, work, at_once=at_once)
        assert verdict() == expected


def test_an_error_of_our_own_is_not_hidden(frozen: Path, at_once: bool) -> None:
    """Sound content over which the work breaks is a fault of ours: it is raised as it is."""

    def stumbles(_toolkit: Toolkit) -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        judged.make(frozen, {}, stumbles, at_once=at_once)


# In a process of its own: a copy of this one would hold the threads of other tests.
DIES = """
import os, signal
from generator.parallel import beside
mine = os.getpid()
def work():
    yield "done there"
    if os.getpid() != mine:
        os.kill(os.getpid(), signal.SIGKILL)
    yield "done here"
print(*(beside(work) or work()))
"""
FAILED = "ValueError: once more, where it is seen"
FAILS = """
from generator.parallel import beside
def work():
    yield 1
    raise ValueError("once more, where it is seen")
print(*(beside(work) or work()))
"""


@pytest.mark.parametrize(
    ("program", "said"),
    [(DIES, "done there done here"), (FAILS, FAILED)],
)
def test_what_a_lost_process_should_have_done_is_done_here(program: str, said: str) -> None:
    """A process that is killed costs time; an error in one shows as if it had happened here."""
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said in result.stdout + result.stderr
