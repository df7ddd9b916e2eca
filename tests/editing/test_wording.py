"""The words that differ between two texts."""

from __future__ import annotations

import pytest

from generator.editing.wording import Mark, Pieces, aligned, changed

SIGNS = {Mark.SAME: "{}", Mark.GONE: "[-{}-]", Mark.NEW: "[+{}+]"}
LONG = "one two three four five six seven eight nine ten eleven twelve"


def shown(pieces: Pieces) -> str:
    """Pieces on one line, what is gone and new in brackets."""
    return " ".join(SIGNS[piece.mark].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Write five questions.", "Write six questions.", "Write [-five-] [+six+] questions."),
        ("Ask them.", "Ask them twice.", "Ask [-them.-] [+them twice.+]"),
        ("Ask all of them today.", "Ask them today.", "Ask [-all of-] them today."),
        ("a b c d e", "a X c Y e", "a [-b c d-] [+X c Y+] e"),
        ("Quite other words", "Nothing is shared", "[-Quite other words-] [+Nothing is shared+]"),
        (f"old {LONG}", f"new {LONG}", "[-old-] [+new+] one two three four five …"),
        (f"{LONG} old", f"{LONG} new", "… eight nine ten eleven twelve [-old-] [+new+]"),
        (
            f"old {LONG} old",
            f"new {LONG} new",
            (
                "[-old-] [+new+] one two three four five … eight nine ten eleven twelve "
                "[-old-] [+new+]"
            ),
        ),
        ("one\ntwo", "one two", "only the spaces or the line breaks differ"),
    ],
)
def test_the_words_that_differ_stand_among_those_that_stayed(
    old: str, new: str, expected: str
) -> None:
    """A lone word between two changes goes with them; words far from any change are left out."""
    assert shown(changed(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["Ask them."], ["Ask them.", "Wait a day."], ["2 [+Wait a day.+]"]),
        (["Ask them.", "Wait a day."], ["Wait a day."], ["1 [-Ask them.-]"]),
        (
            ["Ask each of them.", "Wait a day."],
            ["Wait a day.", "Ask each of them."],
            ["1 [+moved here:+] Wait a day.", "2 [+moved here:+] Ask each of them."],
        ),
        (
            ["Ask each of them.", "Go home."],
            ["Write it all down.", "Ask each of you."],
            ["1 [+Write it all down.+]", "2 Ask each of [-them.-] [+you.+]", "2 [-Go home.-]"],
        ),
    ],
)
def test_the_texts_of_a_list_are_told_by_their_number(
    old: list[str], new: list[str], expected: list[str]
) -> None:
    """A reworded step is one change, wherever it stands now."""
    assert [f"{text.number} {shown(text.pieces)}" for text in aligned(old, new)] == expected
