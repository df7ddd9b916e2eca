"""Safe fixes: what is mended and how, what is left alone, and that nothing else changes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.files import Role
from generator.editing.days import written
from generator.editing.format import format_file, tree
from tests.content.test_mutations import COMMON
from tests.frozen import FROZEN


def formatted(text: str, role: Role = Role.SECTOR) -> str:
    """The text of a file after every fix; a second run changes nothing."""
    once = format_file(text.encode("utf-8", "surrogatepass"), role).data
    again = format_file(once, role)
    assert (again.data, again.mended) == (once, ())
    return once.decode("utf-8", "surrogatepass")


MENDED = {
    # Quotes that are needed.
    "a colon in a text": ("title: Pay: what to say", 'title: "Pay: what to say"'),
    "a colon at the end": ("title: What to say:", 'title: "What to say:"'),
    "a colon in an item": ("steps:\n  - Ask: what next?", 'steps:\n  - "Ask: what next?"'),
    "a colon behind two words": (
        "steps:\n  - The pay: say it.",
        'steps:\n  - "The pay: say it."',
    ),
    "a colon over two lines": (
        "why: First\n  of all: pay\n  fairly.",
        'why: "First\n  of all: pay\n  fairly."',
    ),
    "words that would be lost": ("title: Be the #1 employer", 'title: "Be the #1 employer"'),
    "words that are all lost": ("title: #1 employer", 'title: "#1 employer"'),
    "a percent sign": ("unit: %", 'unit: "%"'),
    "a star": ("why: *Pay* well.", 'why: "*Pay* well."'),
    "bold words": ("why: **Pay** well.", 'why: "**Pay** well."'),
    "a sign for and": ("why: & so on", 'why: "& so on"'),
    "a sign for a kind": ("why: !important", 'why: "!important"'),
    "an at sign": ("why: @home work", 'why: "@home work"'),
    "a sign for more": ("who: > 50 people", 'who: "> 50 people"'),
    "a dash": ("why: - as ever -", 'why: "- as ever -"'),
    "a link at the start": (
        "steps:\n  - [Acas](https://acas.org.uk) has a form.",
        'steps:\n  - "[Acas](https://acas.org.uk) has a form."',
    ),
    "a gap at the start": ("text: [Name] works here.", 'text: "[Name] works here."'),
    "quotes within the text": (
        'title: "Speak up" posters',
        "title: '\"Speak up\" posters'",
    ),
    "quotes at both ends": (
        'title: "Speak up" and "act"',
        'title: \'"Speak up" and "act"\'',
    ),
    "quotes in quotes": ('why: "Say "yes" first"', "why: 'Say \"yes\" first'"),
    "an apostrophe in quotes": ("why: 'Don't wait'", 'why: "Don\'t wait"'),
    "both signs": ('why: Don\'t say "no": wait', "why: 'Don''t say \"no\": wait'"),
    "a backslash": ("why: Use C:\\new: now", "why: 'Use C:\\new: now'"),
    # Curly quotes.
    "curly quotes": ("title: “Pay well”", 'title: "Pay well"'),
    "curly quotes around a date": ("on: “2026-11-22”", 'on: "2026-11-22"'),
    "single curly quotes": ("title: ‘Don’t wait’", 'title: "Don’t wait"'),
    "low curly quotes": ("title: „Pay well“", 'title: "Pay well"'),
    "one quote curly": ('title: “Pay well"', 'title: "Pay well"'),
    "the other quote curly": ('title: "Pay well”', 'title: "Pay well"'),
    "curly quotes in brackets": (
        "- {on: “2026-11-22”, note: “Pay, now.”}",
        '- {on: "2026-11-22", note: "Pay, now."}',
    ),
    # Brackets.
    "a comma in brackets": (
        "changes:\n  - {on: 2026-11-22, kind: added, note: First, second.}",
        'changes:\n  - {on: 2026-11-22, kind: added, note: "First, second."}',
    ),
    "a colon in brackets": (
        "- {note: Pay: more, kind: added}",
        '- {note: "Pay: more", kind: added}',
    ),
    "a hash in brackets": ("- {kind: added, note: Be #1.}", '- {kind: added, note: "Be #1."}'),
    "like a field in brackets": (
        "- {kind: added, note: Wait, then: go.}",
        '- {kind: added, note: "Wait, then: go."}',
    ),
    "brackets in brackets": ("- {note: Gap [number] now.}", '- {note: "Gap [number] now."}'),
    # Dates.
    "a date in words": ("on: 1 April 2027", "on: 2027-04-01"),
    "a date in quotes": ('read_on: "1st of April 2027"', 'read_on: "2027-04-01"'),
    "a date as in America": ("on: April 1, 2027", "on: 2027-04-01"),
    "a date with a remark": ("on: 22/11/2026 # or later", "on: 2026-11-22 # or later"),
    "a date in brackets": (
        "checked: {on: 22 Nov 2026, every: 6-months}",
        "checked: {on: 2026-11-22, every: 6-months}",
    ),
    "a month": ("date: May 2023", "date: 2023-05"),
    "a month in quotes": ('date: "Sept 2023"', 'date: "2023-09"'),
    # Characters.
    "a no-break space": ("title: Pay\u00a0well", "title: Pay well"),
    "a no-break space at the start": ("a:\n\u00a0\u00a0title: Pay", "a:\n  title: Pay"),
    "a zero-width space": ("title: Pay\u200b well", "title: Pay well"),
    "a mark of direction": ("title: \u202ePay well", "title: Pay well"),
    "a soft hyphen in a remark": ("# re\u00admark\ntitle: Pay", "# remark\ntitle: Pay"),
    "a no-break space in words to copy": ("text: |\n  Pay\u00a0well", "text: |\n  Pay well"),
    # Tabs.
    "a tab for a level": ("a:\n\ttitle: Pay", "a:\n  title: Pay"),
    "two tabs for two levels": ("a:\n  b:\n\t\ttitle: Pay", "a:\n  b:\n    title: Pay"),
    "a tab behind two spaces": ("a:\n  b:\n  \ttitle: Pay", "a:\n  b:\n    title: Pay"),
    "a tab as wide as the lines around it": (
        "a:\n  - id: b\n    title: Pay\n\tcode: C\n    order: 1",
        "a:\n  - id: b\n    title: Pay\n    code: C\n    order: 1",
    ),
    "a tab that is no number of spaces": (
        "a:\n    steps:\n\t- Wait.\n      - Pay.",
        "a:\n  steps:\n    - Wait.\n    - Pay.",
    ),
    "a tab behind a colon": ("title:\tPay", "title: Pay"),
    "a tab behind a dash": ("steps:\n  -\tPay", "steps:\n  - Pay"),
    "a tab in a text": ("title: Pay\twell", "title: Pay well"),
    # Spaces and lines.
    "spaces at the end": ("title: Pay  \ncode: A ", "title: Pay\ncode: A"),
    "spaces in an empty line": ("title: Pay\n   \ncode: A", "title: Pay\n\ncode: A"),
    "spaces behind a colon": ("title:   Pay", "title: Pay"),
    "a space before a colon": ("title : Pay", "title: Pay"),
    "many empty lines": ("\n\ntitle: Pay\n\n\n\ncode: A\n\n", "title: Pay\n\ncode: A"),
    "Windows line ends": ("title: Pay\r\ncode: A\r\n", "title: Pay\ncode: A"),
    "a byte order mark": ("\ufefftitle: Pay", "title: Pay"),
    # The start of lines.
    "four spaces for a level": ("a:\n    b:\n        c: D", "a:\n  b:\n    c: D"),
    "a list no further in": (
        "steps:\n- Pay.\n- Wait.\ncode: A",
        "steps:\n  - Pay.\n  - Wait.\ncode: A",
    ),
    "a wide dash": ("a:\n  -   id: b\n      c: d", "a:\n  - id: b\n    c: d"),
    "words to copy move along": (
        "a:\n    text: |\n        Pay:\n          more # now\n    b: c",
        "a:\n  text: |\n      Pay:\n        more # now\n  b: c",
    ),
    "a remark moves along": (
        "a:\n    # why\n    b: c\n# end\nd: e",
        "a:\n  # why\n  b: c\n# end\nd: e",
    ),
    "a text over lines moves along": (
        "a:\n    why: First\n        of all.\n    b: c",
        "a:\n  why: First\n      of all.\n  b: c",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_fault_is_mended(name: str) -> None:
    """Before and after, and the second run changes nothing."""
    before, after = MENDED[name]
    assert formatted(before) == f"{after}\n"


KEPT = {
    "a remark behind a text": "title: Pay well # check with legal",
    "what may be a remark": "title: Be # one: now",
    "a remark behind a number": "order: 2 #second",
    "a text in quotes with all signs": "title: \"Pay: '#1' & “more”\"",
    "curly quotes within a text": "title: Say “yes” and “no”",
    "an apostrophe at the start": "title: 'Tis the season",
    "a quote that nothing closes": 'title: "Pay well\ncode: A',
    "an ambiguous date": "on: 1/4/2027",
    "an impossible date": "on: 31 February 2027",
    "a date in a text": "title: 1 April 2027",
    "a day without a year": "on: 1 April",
    "a year": 'date: "2023"',
    "a list where a text belongs": "title: [Name]",
    "a field in an item": "steps:\n  - note: this",
    "a pointer in another field": "law: *all",
    "unknown fields in brackets": "a: {b-c: First, second}",
    "a remark behind brackets": "- {kind: added, note: Pay} # {why}",
    "a folded text with signs": "why: >-\n  Pay: #1 & *more*\n  - [x] “done”",
    "words to copy with a tab": "text: |\n  Pay\tnow",
    "a text in quotes over lines": 'why: "Pay:\n  more # and\n  more"',
    "a list in brackets over lines": "groups: [black-women,\n  pakistani-women]",
    "a mark of a new document": "title: Pay\n---\ntitle: Wait",
    "an emoji of several": "title: 👩🏽‍🍳 cooks",
    "a field twice": "title: Pay\ntitle: Wait",
    "a line in no column": "a:\n    b: c\n  d: e",
    "nothing behind a colon": "title:\ncode: A",
    "an empty item": "steps:\n  -\n  - Pay.",
    "one empty line": "title: Pay\n\ncode: A",
    "a text that only looks empty": "why: >-\n\n  Pay.\n\n\n  Wait.\ncode: A",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_not_certain_is_left_alone(name: str) -> None:
    """Only what has one meaning is mended; what is sound is not touched."""
    assert formatted(f"{KEPT[name]}\n") == f"{KEPT[name]}\n"


def test_an_empty_line_divides_actions() -> None:
    """One before each action and the remark above it, but the first; none is added elsewhere."""
    before = (
        "measures:\n  - count: a\n  - count: b\nactions:\n  - id: A\n    c: d\n  # why\n  - id: B\n"
    )
    after = before.replace("  # why", "\n  # why")
    assert formatted(before, Role.ACTIONS) == after
    assert formatted(before, Role.SECTOR) == before


def test_pages_keep_their_spaces_and_signs() -> None:
    """Two spaces at the end of a line are a line break in Markdown; tabs may be code."""
    before = "\ufeff# A: b  \r\n\r\n\tcode #1 “x”\u200b\r\n\r\n\r\n- \u00a0c"
    assert formatted(before, Role.PAGE) == "# A: b  \n\n\tcode #1 “x”\n\n\n-  c\n"


def test_what_is_no_text_stays_as_it_is() -> None:
    """Bytes in another encoding are told by check, and are not guessed at."""
    data = "title: Café\r\n".encode("latin-1")
    assert format_file(data, Role.SECTOR).data == data


def test_what_was_mended_is_told_in_words() -> None:
    """Each kind of mend once, in a fixed order."""
    data = "\ufefftitle: Pay\u200b: now\ncode: A  \non: 1 May 2026\n\n\n\nb: c".encode()
    assert format_file(data, Role.SECTOR).mended == (
        "line ends",
        "invisible characters",
        "quotes",
        "dates",
        "spaces",
        "empty lines",
        "the end of the file",
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1 April 2027", "2027-04-01"),
        ("1st Apr 2027", "2027-04-01"),
        ("the 1 April 2027", None),
        ("22nd of November, 2026", "2026-11-22"),
        ("November 22nd 2026", "2026-11-22"),
        ("2026/11/22", "2026-11-22"),
        ("2026-1-2", "2026-01-02"),
        ("2026.11.22", "2026-11-22"),
        ("22.11.2026", "2026-11-22"),
        ("11/22/2026", "2026-11-22"),
        ("5-5-2026", "2026-05-05"),
        ("1-4-2027", None),
        ("1/4/27", None),
        ("29 February 2027", None),
        ("29 February 2028", "2028-02-29"),
        ("1 Mai 2027", None),
        ("1 Ju 2027", None),
        ("April 2027", None),
        ("yesterday", None),
    ],
)
def test_dates_in_words(said: str, expected: str | None) -> None:
    """One day is meant, or nothing is changed."""
    assert written(said) == expected


WORDS = st.sampled_from(
    [
        "pay",
        "Don't",
        'say "yes"',
        "why",
        "50%",
        "£5",
        "(now)",
        "café",
        "a, b",
        "“so”",
        "[x]",
        "#1",
        "a:",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
NAMES = st.sampled_from(["title", "why", "steps", "note", "order", "law", "text", "id", "on"])


def block(sign: str, text: str, indent: int, width: int) -> str:
    """A text after | or >, one word a line."""
    lines = "\n".join(" " * (indent + width) + word for word in text.split(" "))
    return f"{sign}\n{lines}"


@st.composite
def values(draw: st.DrawFn, indent: int, width: int) -> str:
    """A text in any sound style: plain, in quotes, folded, or in brackets."""
    text = draw(TEXTS)
    style = draw(st.sampled_from(["plain", '"', "'", "|", ">-", "[", "lines"]))
    plain = "".join(char for char in text if char not in "#:[]\"'%“”(")
    if style == '"':
        return '"' + text.replace('"', '\\"') + '"'
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style in {"|", ">-"}:
        return block(style, text, indent, width)
    if style == "[":
        return f"[{plain.replace(',', '')}, b]"
    if style == "lines":
        return plain.replace(" ", "\n" + " " * (indent + width))
    return plain


@st.composite
def groups(draw: st.DrawFn, indent: int = 0, depth: int = 0) -> str:
    """Fields below each other, with remarks and empty lines between, as a sound file has them."""
    width = draw(st.sampled_from([2, 3, 4]))
    own = " " * indent
    lines = []
    for name in draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)):
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from([f"{own}# remark on {name}", "", "\n"])))
        kind = draw(st.sampled_from(["value", "value", "list", "group", "items"]))
        if kind == "value" or depth > 2:
            remark = ""
            value = draw(values(indent, width))
            if "\n" not in value:
                remark = draw(st.sampled_from(["", " # a remark", "  # two"]))
            lines.append(f"{own}{name}: {value}{remark}")
        elif kind == "group":
            lines += [f"{own}{name}:", draw(groups(indent + width, depth + 1))]
        else:
            inner = indent + draw(st.sampled_from([0, 2, 4]))
            lines.append(f"{own}{name}:")
            for _number in range(draw(st.integers(1, 3))):
                dash = " " * inner + "-" + " " * draw(st.sampled_from([1, 3]))
                if kind == "list":
                    lines.append(dash + draw(values(inner, width)))
                else:
                    body = draw(groups(len(dash), depth + 1))
                    start = body.lstrip("\n ")
                    lines.append(dash + start if not start.startswith("#") else dash + "id: a")
    return "\n".join(lines)


@settings(max_examples=300, derandomize=True, database=None, deadline=None)
@given(text=groups(), role=st.sampled_from([Role.ACTIONS, Role.SECTOR]))
def test_a_sound_file_is_read_the_same_before_and_after(text: str, role: Role) -> None:
    """Only its layout changes: every value, every remark and their order stay."""
    read = tree(text)
    after = formatted(text, role)
    if read is not None:
        assert tree(after) == read
    assert [w for w in after.split() if w == "#"] == [w for w in text.split() if w == "#"]


@pytest.mark.parametrize("seed", range(300))
def test_whatever_happened_to_a_file_formatting_it_is_safe(seed: int) -> None:
    """It never breaks, a second run changes nothing, and what could be read still can."""
    chance = Random(seed)  # noqa: S311 # nothing here is secret
    data = chance.choice(sorted(FROZEN.rglob("*.yml"))).read_bytes()
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(COMMON)(data, chance)
    once = format_file(data, Role.ACTIONS)
    assert format_file(once.data, Role.ACTIONS).data == once.data
    text = data.decode("utf-8", "replace")
    if text.encode() == data and tree(text) is not None:
        assert tree(once.data.decode()) is not None


@pytest.mark.parametrize(
    "path", sorted(FROZEN.rglob("*.yml")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_the_frozen_toolkit_is_read_the_same(path: Path) -> None:
    """A file with every field and every way to write it."""
    text = path.read_text(encoding="utf-8")
    assert tree(formatted(text, Role.ACTIONS)) == tree(text)
