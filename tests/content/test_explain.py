"""What pydantic says becomes one problem for each cause, at the editor's own mistake."""

from __future__ import annotations

import pytest

from generator.content.explain import validate
from generator.content.model import Content, Framework, Law, Sector, Source, ThemeFile, Vocabulary
from generator.content.source import read

CHANGE = "{on: 2026-01-02, kind: added, note: First.}"
SECTOR = (
    "{title: Test, code: TST, order: 1, icon: a, status: draft, summary: Summary,"
    " who_it_is_for: Nobody, audiences: [%s], changes: [" + CHANGE + "]}"
)
AUDIENCE = "{id: a, title: Abc, staff: None, description: Nothing, leads: [b]}"


def told(model: type[Content], text: str) -> list[tuple[str, str]]:
    """Code and message of every problem, in the order they are found."""
    reading = read("a.yml", text.encode())
    assert reading.root is not None
    made, problems = validate(model, reading.root)
    assert (made is None) == bool(problems or reading.problems)
    return [(problem.code, problem.message) for problem in problems]


def test_what_fits_gives_the_model() -> None:
    """No problem, and typed values."""
    reading = read("a.yml", (SECTOR % AUDIENCE).encode())
    assert reading.root is not None
    sector, problems = validate(Sector, reading.root)
    assert problems == ()
    assert sector is not None
    assert (sector.order, sector.audiences[0].leads) == (1, ("b",))
    assert sector.origin is reading.root


def test_a_wrong_item_does_not_make_its_list_short() -> None:
    """The only item is wrong: that the list then counts as empty is no second cause."""
    assert told(Sector, SECTOR % "{id: A}") == [
        ("wrong-form", '"A" does not have the form of "id".'),
        ("missing-field", 'The field "title" is missing here.'),
        ("missing-field", 'The field "staff" is missing here.'),
        ("missing-field", 'The field "description" is missing here.'),
        ("missing-field", 'The field "leads" is missing here.'),
    ]


def test_a_missing_field_does_not_make_its_list_short() -> None:
    """One field of the only item is missing: that is all."""
    without = AUDIENCE.replace(", staff: None", "")
    assert told(Sector, SECTOR % without) == [
        ("missing-field", 'The field "staff" is missing here.')
    ]


def test_an_unknown_field_of_the_only_item_is_all_that_is_told() -> None:
    """The list does not count as empty because of it."""
    more = AUDIENCE.replace("{", "{colour: red, ")
    assert told(Sector, SECTOR % more) == [
        ("unknown-field", 'There is no field called "colour" here.')
    ]


def test_an_item_that_was_refused_does_not_make_its_list_short() -> None:
    """The alias was told when the file was read."""
    assert told(Sector, SECTOR % AUDIENCE.replace("[b]", "[*b]")) == []


@pytest.mark.parametrize("name", ["live", "retired", "tuple", "literal", "int", "function", "0"])
def test_names_that_pydantic_uses_itself(name: str) -> None:
    """An editor's name is never taken for a part of pydantic's own account."""
    entry = f"{{id: a, title: Abc, publisher: b, url: c, read_on: 2026-01-02, {name}: x}}"
    assert told(Source, entry.replace("}", ", kind: law}")) == [
        ("unknown-field", f'There is no field called "{name}" here.')
    ]
    assert told(ThemeFile, f"{{measures: [], actions: [], {name}: x}}")[0] == (
        "unknown-field",
        f'There is no field called "{name}" here.',
    )


@pytest.mark.parametrize("name", ["live", "retired", "int", "tuple"])
def test_words_that_pydantic_uses_itself(name: str) -> None:
    """A word of the vocabulary may be called so, and a fault under it is told there."""
    groups = "takes: {}, repeats: {}, evidence: {}, groups: {}, cost: {}"
    assert told(Vocabulary, f"{{leads: {{{name}: A lead}}, {groups}}}") == []
    assert told(Vocabulary, f"{{leads: {{{name}: [a]}}, {groups}}}") == [
        ("wrong-type", f'"{name}" must be text; here stands a list.')
    ]


@pytest.mark.parametrize(
    ("binds", "expected"),
    [
        ("everyone", []),
        ("250", []),
        ("[a]", []),
        ("all", [("not-in-list", '"binds" cannot be "all".')]),
        ("[]", [("not-in-list", '"binds" cannot be a list like this.')]),
        ("[[a]]", [("not-in-list", '"binds" cannot be a list like this.')]),
        ("[a, {b: c}]", [("not-in-list", '"binds" cannot be a list like this.')]),
        ("{a: b}", [("not-in-list", '"binds" cannot be a group of fields like this.')]),
        ("", [("missing-field", '"binds" is empty, and it is needed.')]),
    ],
)
def test_a_choice_of_three_kinds_gives_one_message(
    binds: str, expected: list[tuple[str, str]]
) -> None:
    """Pydantic would tell one for each kind that did not fit."""
    text = (
        f"id: a\ntitle: Abc\nsays: At least twenty characters.\nkind: legal-duty\nbinds: {binds}\n"
        "from: b\nchecked_on: 2026-01-02\nsource: c\n"
    )
    assert told(Law, text) == expected


def test_two_mistyped_names_are_two_causes() -> None:
    """Each accounts for the missing field it stands for, so nothing else is missing."""
    text = "{id: a, titel: Abc, versoin: b, publisher: c, url: d, items: [{id: e, title: f}]}"
    assert told(Framework, text) == [
        ("unknown-field", 'There is no field called "titel" here.'),
        ("unknown-field", 'There is no field called "versoin" here.'),
    ]
