"""What the YAML parser says when it stops, in an editor's words."""

from __future__ import annotations

from generator.content.problems import Place, Problem

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
        "invalid Unicode character escape code",
        "A backslash in quotes stands here for no whole character; some programs write emoji so.",
        "Type the character itself in its place, or delete the backslash and what belongs to it.",
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
