"""What an author of a page written by hand can get wrong."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.content.load import load
from tests.content.faults import ABOUT, HOME, Fault, told
from tests.frozen import write

FAULTS = [
    Fault(
        "no title",
        ABOUT,
        "# About",
        "About",
        "1:1",
        "missing-title",
        "This page has no title.",
        'Start it with a line "# Title".',
    ),
    Fault(
        "link to a file that is not there",
        HOME,
        "[About](about.md)",
        "[About](abuot.md)",
        "14:9",
        "unknown-page",
        'The site has no page "/abuot/".',
        'Did you mean "/about/"?',
    ),
    Fault(
        "link to a law that is not there",
        HOME,
        "[About](about.md)",
        "[About](law.md#pay-reports)",
        "14:9",
        "unknown-page",
        'The page "/law/" has no entry "pay-reports".',
        'Did you mean "pay-report"?',
    ),
    Fault(
        "script",
        ABOUT,
        "# About",
        ("<script>alert(1)</script>\n\n# About"),
        "1:1",
        "script-in-page",
        "A page written by hand may not hold <script>.",
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "handler",
        ABOUT,
        "A page",
        'A <b onclick="x()">page</b>',
        "3:3",
        "script-in-page",
        '"onclick" would run a script when the page is used.',
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "handler in an attribute list",
        ABOUT,
        "# About these tests",
        '# About these tests {: onclick="x()" }',
        "1:24",
        "script-in-page",
        '"onclick" would run a script when the page is used.',
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "frame",
        ABOUT,
        "A page",
        '<iframe src="https://example.org/"></iframe> A page',
        "3:1",
        "script-in-page",
        "A page written by hand may not hold <iframe>.",
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "form",
        ABOUT,
        "A page",
        "<form>A page",
        "3:1",
        "script-in-page",
        "A page written by hand may not hold <form>.",
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "object",
        ABOUT,
        "A page",
        "<object>A page",
        "3:1",
        "script-in-page",
        "A page written by hand may not hold <object>.",
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "refresh",
        ABOUT,
        "A page",
        '<meta http-equiv="refresh">A page',
        "3:1",
        "script-in-page",
        "A page written by hand may not hold <meta>.",
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "drawing",
        ABOUT,
        "A page",
        "<svg>A page",
        "3:1",
        "script-in-page",
        "A page written by hand may not hold <svg>.",
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "style",
        ABOUT,
        "A page",
        "<style>p{}</style> A page",
        "3:1",
        "script-in-page",
        "A page written by hand may not hold <style>.",
        "Remove it; pages written by hand hold words, links and pictures.",
    ),
    Fault(
        "page link to script",
        ABOUT,
        "A page",
        "A [page](javascript:alert(1))",
        "3:10",
        "unsafe-link",
        (
            'This links to "javascript:alert(1)", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page link to http",
        ABOUT,
        "A page",
        "A [page](http://example.org/)",
        "3:10",
        "unsafe-link",
        (
            'This links to "http://example.org/", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page link by slashes",
        ABOUT,
        "A page",
        "A [page](//example.org/)",
        "3:10",
        "unsafe-link",
        ('This links to "//example.org/", which is neither https, mailto nor a page of the site.'),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page link absolute",
        ABOUT,
        "A page",
        "A [page](/law/)",
        "3:10",
        "unsafe-link",
        'This links to "/law/", which works only where the site has an address of its own.',
        "Write the page's file as seen from this one, such as about.md or law.md#an-entry.",
    ),
    Fault(
        "page picture",
        ABOUT,
        "A page",
        "A ![page](http://example.org/a.png)",
        "3:11",
        "unsafe-link",
        (
            'This links to "http://example.org/a.png", which is neither https, mailto '
            "nor a page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page html link",
        ABOUT,
        "A page",
        'A <a href="http://example.org/">page</a>',
        "3:3",
        "unsafe-link",
        (
            'This links to "http://example.org/", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page html link entity",
        ABOUT,
        "A page",
        'A <a href="&#106;avascript:alert(1)">page</a>',
        "3:3",
        "unsafe-link",
        (
            'This links to "javascript:alert(1)", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page autolink",
        ABOUT,
        "A page",
        "A <http://example.org/> page",
        "3:4",
        "unsafe-link",
        (
            'This links to "http://example.org/", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page reference link",
        ABOUT,
        "A page",
        ("[x]: javascript:alert(1)\n\nA page"),
        "3:6",
        "unsafe-link",
        (
            'This links to "javascript:alert(1)", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page attribute link",
        ABOUT,
        "A page",
        'A [page](index.md){: href="javascript:alert(1)" }',
        "3:22",
        "unsafe-link",
        (
            'This links to "javascript:alert(1)", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "unknown marker",
        HOME,
        "toolkits:sectors",
        "toolkits:sector",
        "12:1",
        "unknown-marker",
        'There is no generated part called "sector".',
        'Did you mean "sectors"?',
    ),
    Fault(
        "page not utf8",
        ABOUT,
        "A page",
        b"A caf\xe9",
        "3:6",
        "not-utf8",
        "From here on the file is not UTF-8 text.",
        ("Save it again with the encoding UTF-8, and check letters with accents and the £ sign."),
    ),
    Fault(
        "page with hidden character",
        ABOUT,
        "A page",
        "A pa\u200bge",
        "3:5",
        "invisible-character",
        "There is an invisible character (zero-width space) here.",
        "Delete it: put the cursor just before it, press Delete, and retype the word.",
    ),
    Fault(
        "page with override",
        ABOUT,
        "A page",
        "A pa\u202ege",
        "3:5",
        "invisible-character",
        "There is an invisible mark that changes the direction of the text here.",
        "Delete it: put the cursor just before it, press Delete, and retype the word.",
    ),
    Fault(
        "page with a bell",
        ABOUT,
        "A page",
        "A pa\x07ge",
        "3:5",
        "control-character",
        "There is a control character here, which no page can show.",
        "Delete it, or type the words around it again.",
    ),
    Fault(
        "page with a tab",
        ABOUT,
        "A page",
        "\tA page",
        "3:1",
        "tab",
        "This line is indented with a tab.",
        "Use spaces: two for each level.",
    ),
    Fault(
        "page link to data",
        ABOUT,
        "A page",
        "A [page](data:text/html,x)",
        "3:10",
        "unsafe-link",
        (
            'This links to "data:text/html,x", which is neither https, mailto nor a page '
            "of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page html picture",
        ABOUT,
        "A page",
        'A <img src="http://example.org/a.png" alt=""> page',
        "3:3",
        "unsafe-link",
        (
            'This links to "http://example.org/a.png", which is neither https, mailto '
            "nor a page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page link in angle brackets",
        ABOUT,
        "A page",
        "A [page](<javascript:alert(1)>)",
        "3:11",
        "unsafe-link",
        (
            'This links to "javascript:alert(1)", which is neither https, mailto nor a '
            "page of the site."
        ),
        "Write an address that starts with https://, or a page's file such as about.md.",
    ),
    Fault(
        "page too large",
        ABOUT,
        "A page",
        "A page " + "x" * 200_000,
        "1:1",
        "file-too-large",
        "This file has 200,193 bytes; the limit is 200,000.",
        "Move some of it to another file, or shorten it.",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_one_fault_gives_one_problem_word_for_word(toolkit_folder: Path, fault: Fault) -> None:
    """File, line, column, code, message and fix are those of the table; nothing else is told."""
    fault.make(toolkit_folder)
    assert told(toolkit_folder) == [fault.told]


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "[x](", "<a ", "[a ", "<!--", "a\n: ", "- ", "> ", "1. ", "\n# ", "*a ", "`", "{"],
)
def test_signs_by_the_thousand_take_no_time(toolkit_folder: Path, piece: str) -> None:
    """A page of nothing but one sign, as large as a file may be, is told or read at once."""
    text = "# Title\n\n" + piece * (190_000 // len(piece))
    for page in (text, text[:29_900]):
        write(toolkit_folder, "toolkits/about.md", page)
        started = time.process_time()
        load(toolkit_folder)
        assert time.process_time() - started < 2


@pytest.mark.parametrize("start", ["<![", "<![- toolkits:themes -->"])
def test_what_no_reader_of_html_understands_is_told(toolkit_folder: Path, start: str) -> None:
    """A slip in a comment's sign is a problem like any other."""
    write(toolkit_folder, "toolkits/about.md", f"# Title\n\n{start} words\n")
    assert "script-in-page" in [problem.code for problem in load(toolkit_folder).problems]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("extra/index.md", "extra.md", "/extra/"),
        ("extra/README.md", "extra/index.md", "/extra/"),
        ("Extra/index.md", "extra.md", "/extra/"),
        ("README.md", "index.md", "/"),
    ],
)
def test_two_pages_of_one_address_are_refused(
    toolkit_folder: Path, one: str, other: str, shown: str
) -> None:
    """Readers would see one of them, and nobody would be told."""
    write(toolkit_folder, f"toolkits/{one}", "# Words\n\nMore words.\n")
    if other != "index.md":
        write(toolkit_folder, f"toolkits/{other}", "# Words\n\nOther words.\n")
    found = [
        problem for problem in load(toolkit_folder).problems if problem.code == "reserved-name"
    ]
    assert [problem.message for problem in found] == [
        f"This page and toolkits/{one} have the same address, {shown}."
    ]


@pytest.mark.parametrize(
    "path", ["hotels.md", "hospitality/hiring.md", "hotels/hiring.md", "hospitality/for/tiny.md"]
)
def test_a_page_at_an_old_address_is_refused(toolkit_folder: Path, path: str) -> None:
    """There readers are sent on to what was renamed, so nobody would ever read it."""
    write(toolkit_folder, f"toolkits/{path}", "# Words\n\nMore words.\n")
    assert {problem.code for problem in load(toolkit_folder).problems} == {"reserved-name"}
