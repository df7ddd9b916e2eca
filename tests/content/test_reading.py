"""How easily a text reads is measured by a published formula."""

from __future__ import annotations

import pytest

from generator.content import reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One sentence only.", ["One sentence only."]),
        ("Who leads? The owner does.", ["Who leads?", "The owner does."]),
        ('He said "stop." Then he left.', ['He said "stop.', "Then he left."]),
        ("Costs rose by 3.5 per cent. So did pay.", ["Costs rose by 3.5 per cent.", "So did pay."]),
        ("   ", []),
    ],
)
def test_sentences_end_at_their_full_stops(text: str, expected: list[str]) -> None:
    """A number's point ends no sentence; an end of quotation does not hide one."""
    assert reading.sentences(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rota", 2),
        ("worked", 1),
        ("started", 2),
        ("promises", 3),
        ("times", 1),
        ("little", 2),
        ("organisation", 5),
        ("experience", 4),
        ("society", 4),
        ("created", 3),
        ("social", 2),
        ("friend", 1),
        ("NHS", 1),
        ("250", 1),
        ("the", 1),
        ("well-known", 2),
    ],
)
def test_syllables_are_counted_by_vowels(word: str, expected: int) -> None:
    """Silent endings are not counted, vowels said apart are."""
    assert reading.syllables(word) == expected


def test_the_grade_is_that_of_the_formula() -> None:
    """The formula's own well-known example comes out at 11.3, plain words at less than 1."""
    hard = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert reading.grade([hard]) == pytest.approx(11.3, abs=0.1)
    assert reading.grade(["The cat sat on the mat.", "It was glad."]) < 1
    assert reading.grade([]) == 0.0


def test_a_sentence_of_25_words_is_long() -> None:
    """24 words pass and 25 do not; two short sentences are not one long one."""
    assert reading.long_sentences(" ".join(["word"] * 24) + ".") == []
    assert len(reading.long_sentences(" ".join(["word"] * 25) + ".")) == 1
    assert reading.long_sentences("word " * 20 + "end. Then " + "word " * 20 + ".") == []
