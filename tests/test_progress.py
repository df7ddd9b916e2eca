"""A bar shows for long work on a terminal, and nowhere else."""

from __future__ import annotations

import sys

import pytest

from generator.progress import LONG, watched


@pytest.mark.parametrize(
    ("number", "terminal", "shown"),
    [(LONG, True, True), (LONG - 1, True, False), (LONG, False, False)],
)
def test_a_bar_shows_for_long_work_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    number: int,
    terminal: bool,
    shown: bool,
) -> None:
    """The work itself is the same."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert list(watched(iter(range(number)), number, "Making files")) == list(range(number))
    assert ("Making files" in capsys.readouterr().err) == shown
