"""The sentences for a file that cannot be read as it stands, in an editor's words."""

from __future__ import annotations

from generator.content.problems import Place, Problem


def no_access(place: Place) -> Problem:
    """A file that the computer refuses to open."""
    return Problem(
        place,
        "cannot-open",
        "This file cannot be opened.",
        "Check that it is a file, not a link to one that is gone, and that you may read it.",
    )


def too_large(place: Place, size: int, limit: int) -> Problem:
    """A file over the size limit."""
    return Problem(
        place,
        "file-too-large",
        f"This file has {size:,} bytes; the limit is {limit:,}.",
        "Move some of it to another file, or shorten it.",
    )


def too_many(place: Place, limit: int) -> Problem:
    """More faults than anyone would read: something else was saved in the place of the file."""
    return Problem(
        place,
        "file-too-large",
        f"More than {limit:,} faults stand in this file, and the rest of it was not read.",
        "Bring back an earlier version of the file, or mend the faults that are told.",
    )


def not_utf8(place: Place) -> Problem:
    """Bytes that are not UTF-8."""
    return Problem(
        place,
        "not-utf8",
        "From here on the file is not UTF-8 text.",
        "Save it again with the encoding UTF-8, and check letters with accents and the £ sign.",
    )


CONTROL = "a control character"
DIRECTION = "an invisible mark that changes the direction of the text"


def tab(place: Place, *, indent: bool = False) -> Problem:
    """A tab, at the start of a line or inside it."""
    if indent:
        message, fix = "This line is indented with a tab.", "Use spaces: two for each level."
    else:
        message, fix = "There is a tab inside this line.", "Write a space in its place."
    return Problem(place, "tab", message, fix)


def character(place: Place, kind: str, more: int) -> Problem:
    """A character that nobody can see, and how many more of them the line has."""
    also = f", and {more} more on this line" if more else ""
    if kind == CONTROL:
        message = f"There is {kind} here{also}, which no page can show."
        fix = "Delete it, or type the words around it again."
        return Problem(place, "control-character", message, fix)
    if "space, which" in kind:
        message = f"There is {kind}{also}."
        return Problem(place, "invisible-character", message, "Type an ordinary space instead.")
    fix = "Delete it: put the cursor just before it, press Delete, and retype the word."
    return Problem(place, "invisible-character", f"There is {kind} here{also}.", fix)


def stacked(place: Place, most: int) -> Problem:
    """Marks on one letter that climb over the lines around it."""
    return Problem(
        place,
        "stacked-marks",
        f"More than {most} accents stand on one letter here, and would cover the lines around it.",
        "Type the word again, with the accents that its spelling needs.",
    )


def unprintable(place: Place, found: str) -> Problem:
    """Characters that the fonts of the printed checklists lack."""
    return Problem(
        place,
        "unprintable-character",
        f'The printed checklists have no shape for "{found}", so paper would show gaps.',
        "Write it in letters they have: those of English, and of most languages of Europe, India "
        "and the Middle East. Emoji work too.",
    )


def wide_colon(place: Place, name: str, sign: str) -> Problem:
    """A colon of another script's keyboard behind the name of a field."""
    return Problem(
        place,
        "missing-colon",
        f'The sign after "{name}" looks like a colon, but is another character ("{sign}").',
        f'Write an ordinary colon and a space after the name: "{name}: …".',
    )


def second_document(place: Place) -> Problem:
    """A second document after `---`."""
    return Problem(
        place,
        "second-document",
        'A line with only "---" starts a second document here, which would be lost.',
        "Delete the line; each file holds one document.",
    )


def no_list(place: Place) -> Problem:
    """Fields or text in a file that holds entries."""
    return Problem(
        place,
        "wrong-type",
        "This file must be a list of entries.",
        'Start each entry on a line of its own with "- id: …".',
    )


def too_deep(place: Place, limit: int) -> Problem:
    """Lists and fields nested beyond the limit."""
    return Problem(
        place,
        "too-deep",
        f"This is nested more than {limit} levels deep; nothing in the toolkits is.",
        "Check the indentation and the brackets above this line.",
    )


def alias(place: Place, name: str) -> Problem:
    """A YAML alias."""
    return Problem(
        place,
        "alias",
        f'"*{name}" points to text elsewhere in the file, which the toolkits do not use.',
        "Write the text out. If a star belongs to the text, put the whole text in quotes.",
    )


def anchor(place: Place, name: str) -> Problem:
    """A YAML anchor."""
    return Problem(
        place,
        "anchor",
        f'"&{name}" names this text for use elsewhere, which the toolkits do not do.',
        f'Delete "&{name}". If the sign belongs to the text, put the whole text in quotes.',
    )


def tag(place: Place) -> Problem:
    """A YAML tag."""
    return Problem(
        place,
        "tag",
        'A word starting with "!" changes the type of this value, which the toolkits do not do.',
        "Delete it. If the sign belongs to the text, put the whole text in quotes.",
    )


def merge_key(place: Place) -> Problem:
    """A YAML merge key."""
    return Problem(
        place,
        "merge-key",
        '"<<" copies fields from elsewhere, which the toolkits do not do.',
        "Write the fields out here.",
    )


def duplicate_key(place: Place, name: str, first: int) -> Problem:
    """The same field twice in one place."""
    return Problem(
        place,
        "duplicate-field",
        f'The field "{name}" stands here twice: it is also on line {first}.',
        "Keep one of the two and delete the other.",
    )


def key_not_text(place: Place) -> Problem:
    """A list or a group of fields where a field name belongs."""
    return Problem(
        place,
        "unreadable",
        "A field name must be a word; here stands a list or a group of fields.",
        'Write a name followed by a colon, such as "title:". Put text with brackets in quotes.',
    )


def empty_file(place: Place) -> Problem:
    """A file with nothing in it but comments."""
    return Problem(
        place,
        "empty-file",
        "There is nothing in this file.",
        "Fill it in, or delete the file. The examples in CONTRIBUTING.md show each kind.",
    )
