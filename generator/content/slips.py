"""The sentences for slips of the keyboard, which are found line by line before any parsing."""

from __future__ import annotations

from generator.content.problems import Place, Problem

_SHOWN = 40  # characters of lost text that a message repeats


def lost(place: Place, words: str) -> Problem:
    """Words behind a space and a hash."""
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …"
    return Problem(
        place,
        "lost-text",
        f'What follows " #" would be lost: "{shown}".',
        "Put the whole text in double quotes. A remark for editors goes on a line of its own.",
    )


def colon(place: Place) -> Problem:
    """A colon and a space inside plain text."""
    return Problem(
        place,
        "colon-in-text",
        "There is a colon inside text without quotes, so what stands before it would be "
        "taken for the name of a field.",
        'Put the whole text in double quotes: "Pay: what to say".',
    )


def comma(place: Place) -> Problem:
    """A comma inside plain text between curly brackets."""
    return Problem(
        place,
        "comma-in-text",
        "In curly brackets a comma ends the text, so what follows this one would be lost.",
        'Put the whole text in double quotes: note: "First, second."',
    )


def no_comma(place: Place) -> Problem:
    """Two fields in curly brackets without a comma between them."""
    return Problem(
        place,
        "missing-comma",
        "A comma is missing here between two fields in curly brackets.",
        "Put a comma and a space between them: {on: 2026-11-22, kind: added}.",
    )


def no_brackets(place: Place) -> Problem:
    """Several fields on one line."""
    return Problem(
        place,
        "missing-brackets",
        "Several fields stand on one line, and no curly brackets hold them together.",
        "Write them in curly brackets: {on: 2026-11-22, kind: added}. Or give each its own line.",
    )


def no_space_after_colon(place: Place) -> Problem:
    """A field's name, a colon, and its value at once."""
    return Problem(
        place,
        "missing-space",
        "There is no space after this colon, so the field has no value.",
        'Write a space after the colon: "title: …".',
    )


def no_space_after_dash(place: Place) -> Problem:
    """A dash, and the item at once."""
    return Problem(
        place,
        "missing-space",
        "There is no space after this dash, so it starts no item of a list.",
        'Write a space after the dash: "- …".',
    )


def no_colon(place: Place, name: str) -> Problem:
    """A name without its colon."""
    return Problem(
        place,
        "missing-colon",
        f'There is no colon after "{name}".',
        f'Write a colon and a space after the name: "{name}: …". If it is no name but text that '
        "goes on, indent it further than the field above.",
    )


def no_dash(place: Place, bullet: str) -> Problem:
    """An item of a list that does not start with a dash."""
    what = f'starts with "{bullet}"' if bullet else "does not start with a dash"
    return Problem(
        place,
        "missing-dash",
        f"This line stands inside a list, but {what}.",
        'Start each item of a list with a hyphen and a space: "- …".',
    )


def extra_dash(place: Place) -> Problem:
    """A dash before a field that belongs to the entry above."""
    return Problem(
        place,
        "extra-dash",
        "This dash starts a new entry, but the line seems to belong to the one above.",
        "Write two spaces in place of the dash and its space: only the first field of an entry "
        "has a dash.",
    )


def never_ends(place: Place) -> Problem:
    """A quote that nothing closes."""
    return Problem(
        place,
        "unclosed-quote",
        "Text in quotes starts here, and no quote ends it.",
        "Add the closing quote at the end of the text.",
    )


def ends_early(place: Place, sign: str, *, whole: bool = True) -> Problem:
    """More words behind the quote that closes the text; `whole`: quotes stand around it all."""
    fix = (
        "Put the whole text in double quotes. Or write the apostrophe inside single quotes twice."
        if sign == "'"
        else 'Write a double quote inside double quotes as \\", or use “ and ” there.'
    )
    if sign == '"' and not whole:
        fix = "If readers are to see these quotes, put single quotes around the whole text: "
        fix += """'"Yes" is the answer'."""
    message = "The text in quotes ends here, but more follows."
    return Problem(place, "quote-ends-early", message, fix)


def curly(place: Place) -> Problem:
    """Curly quotes in the place of straight ones."""
    return Problem(
        place,
        "curly-quotes",
        "Curly quotes stand around this, and only straight ones work as quotes.",
        'Type straight quotes: "…". If readers are to see the curly ones, put straight ones '
        'around them: "“…”".',
    )


def curly_end(place: Place) -> Problem:
    """A curly quote where a straight one should end the text."""
    return Problem(
        place,
        "curly-quotes",
        "The text starts with a straight quote, so this curly one does not end it.",
        "Type a straight quote here.",
    )


def block_on_line(place: Place, sign: str) -> Problem:
    """Words on the line of `>-`, which announces text on the lines below."""
    return Problem(
        place,
        "quotes-needed",
        f'After "{sign}" the text starts on the next line, and here words follow at once.',
        f'Leave "{sign}" alone on its line, and start the text below it, indented.',
    )


def unclosed_bracket(place: Place, sign: str) -> Problem:
    """A bracket that nothing closes."""
    closing = {"[": "]", "{": "}"}[sign]
    return Problem(
        place,
        "unclosed-bracket",
        f'A bracket opens here, and no "{closing}" closes it.',
        f'Add "{closing}" after the last item. If the bracket belongs to a text, put the whole '
        "text in double quotes.",
    )


def bracket(place: Place) -> Problem:
    """Text that starts with a bracket."""
    return Problem(
        place,
        "quotes-needed",
        "A bracket opens here, and more follows after it is closed.",
        "If this is text, such as a link or a citation, put the whole text in double quotes.",
    )


def special(place: Place, sign: str) -> Problem:
    """Text that starts with a sign that means something to YAML."""
    return Problem(
        place,
        "quotes-needed",
        f'Text cannot start with "{sign}" unless it is in quotes.',
        "Put the whole text in double quotes.",
    )


def list_on_line(place: Place) -> Problem:
    """A dash behind a field's name."""
    return Problem(
        place,
        "list-on-line",
        "A dash and a space start a list, and a list cannot start behind a field's name.",
        "Start the list on the next line, with a dash before each item. If this is text, put it "
        "in double quotes.",
    )


def conflict(place: Place, *, alone: bool = False) -> Problem:
    """What Git leaves where two edits clash; `alone`: a mark whose fellows are deleted already."""
    if alone:
        return Problem(
            place,
            "conflict-marker",
            "Git left this mark where two people had changed the same lines.",
            "Delete this line, and see that the lines around it say each thing once.",
        )
    return Problem(
        place,
        "conflict-marker",
        "Two people changed these lines, and Git left both versions here with its own marks.",
        "Keep the right version, and delete the other and the lines with <<<<<<<, ======= and "
        ">>>>>>>.",
    )
