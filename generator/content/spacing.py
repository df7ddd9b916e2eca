"""The sentences for lines that start with too many spaces, or with too few."""

from __future__ import annotations

from generator.content.problems import Place, Problem

_ALONG = " Lines below that belong to it move along."


def indentation(place: Place, found: int, wanted: int) -> Problem:
    """A line that starts in the wrong column."""
    return Problem(
        place,
        "indentation",
        f"This line starts with {_spaces(found)}, so it belongs neither to the lines above it "
        "nor to those below.",
        f"Start it with {_spaces(wanted)}, like its neighbours.",
    )


def text_indentation(place: Place, found: int, wanted: int) -> Problem:
    """A line of a longer text that starts too far left."""
    return Problem(
        place,
        "indentation",
        f"This line goes on with the text above, but starts with {_spaces(found)}.",
        f"Start it with {_spaces(wanted)}, so that it is further in than the field's name.",
    )


def too_far_in(place: Place, name: str, group: str, wanted: int, *, several: bool) -> Problem:
    """A field that two spaces too many have put into the group above it."""
    return Problem(
        place,
        "indentation",
        f'"{name}" starts with {_spaces(place.column - 1)}, so it is taken for a part of '
        f'"{group}".',
        f"Start it with {_spaces(wanted)}.{_ALONG if several else ''}",
    )


def too_far_out(place: Place, name: str, group: str, wanted: int) -> Problem:
    """A group that two spaces too few have taken out of the field it belongs to."""
    return Problem(
        place,
        "indentation",
        f'"{name}" starts with {_spaces(place.column - 1)}, so it is no part of "{group}".',
        f"Start it with {_spaces(wanted)}.{_ALONG}",
    )


def _spaces(number: int) -> str:
    if number == 0:
        return "no space"
    return f"{number} space{'' if number == 1 else 's'}"
