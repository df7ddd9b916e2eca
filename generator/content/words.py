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


def unprintable(place: Place, found: str) -> Problem:
    """Characters that the fonts of the printed checklists lack."""
    return Problem(
        place,
        "unprintable-character",
        f'The printed checklists have no shape for "{found}", so paper would show gaps.',
        "Write it in letters they have: those of English, and of most languages of Europe, India "
        "and the Middle East. Emoji work too.",
    )


def second_document(place: Place) -> Problem:
    """A second document after `---`."""
    return Problem(
        place,
        "second-document",
        'A line with only "---" starts a second document here, which would be lost.',
        "Delete the line; each file holds one document.",
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


# What the parser says, and what that means to a person. First match wins.
_MEANINGS = (
    (
        "mapping values are not allowed",
        "There is a colon followed by a space inside text that is not in quotes.",
        'Put the whole text in double quotes: title: "Pay: what to say".',
    ),
    (
        "could not find expected ':'",
        "A field name without a colon stands here, or text that belongs to the line above.",
        'Write a colon and a space after the name: "title: …". Indent text that goes on.',
    ),
    (
        "found unexpected end of stream",
        "Text in quotes starts here and never ends.",
        "Add the closing quote at the end of the text.",
    ),
    (
        "found character that cannot start any token",
        "Text cannot start with this character unless it is in quotes.",
        "Put the whole text in double quotes.",
    ),
    (
        "did not find expected hexdecimal number",
        "A backslash inside double quotes has a special meaning here.",
        "Write two backslashes, or use single quotes around the text.",
    ),
    (
        "unknown escape character",
        "A backslash inside double quotes has a special meaning here.",
        "Write two backslashes, or use single quotes around the text.",
    ),
    (
        "did not find expected key",
        "This line does not fit the lines above it: its indentation or its quotes are wrong.",
        "Line it up with its neighbours, and put text with special signs in double quotes.",
    ),
    (
        "did not find expected '-' indicator",
        "This line stands inside a list, but does not start with a dash.",
        "Start each item of the list with a dash, or line the text up with the item above.",
    ),
    (
        "did not find expected ',' or",
        "A bracket opens here and is not closed, or a comma is missing in it.",
        "Close the bracket, and put a comma between the items. Put text with brackets in quotes.",
    ),
    (
        "block sequence entries are not allowed",
        "A list starts here on the same line as something else.",
        "Start the list on a line of its own, with a dash before each item.",
    ),
    (
        "did not find expected comment or line break",
        "Text cannot start with this character unless it is in quotes.",
        "Put the whole text in double quotes.",
    ),
    (
        "did not find expected alphabetic",
        'Text that starts with "&" or "*" has a special meaning unless it is in quotes.',
        "Put the whole text in double quotes.",
    ),
)


# Here the parser's context is the cause; the problem it names lies where it gave up.
_BEGIN_EARLIER = (
    "could not find expected ':'",
    "found unexpected end of stream",
    "found unexpected document indicator",
    "did not find expected ',' or",
    "did not find expected alphabetic",
    "did not find expected comment or line break",
)


def begins_earlier(problem: str) -> bool:
    """Whether the fault begins where the parser's context does."""
    return problem.startswith(_BEGIN_EARLIER)


def unreadable(place: Place, problem: str, context: str) -> Problem:
    """A line the parser stopped at; `problem` and `context` are its own words."""
    said = f"{context} {problem}"
    for words, message, fix in _MEANINGS:
        if words in said:
            return Problem(place, "unreadable", message, fix)
    return Problem(
        place,
        "unreadable",
        "The file cannot be read from this line on.",
        "Check the indentation, the quotes and the colons of this line and the one above. "
        "Text with special signs goes in double quotes.",
    )
