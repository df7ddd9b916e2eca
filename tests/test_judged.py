"""Content is made into something while the rules are asked; an error in it comes first."""

from __future__ import annotations

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
    assert verdict() == loaded.problems
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
        assert verdict() == expected.problems


def test_an_error_of_our_own_is_not_hidden(frozen: Path, at_once: bool) -> None:
    """Sound content over which the work breaks is a fault of ours: it is raised as it is."""

    def stumbles(_toolkit: Toolkit) -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        judged.make(frozen, {}, stumbles, at_once=at_once)
