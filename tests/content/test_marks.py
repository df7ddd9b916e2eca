"""The few marks of a text are found; everything else is words, as typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.marks import (
    Bold,
    Citation,
    LinkTo,
    Span,
    Words,
    is_https,
    is_safe,
    is_within,
    parse,
    plain,
)

CASES: dict[str, tuple[Span, ...]] = {
    "": (),
    "plain words": (Words("plain words"),),
    "**bold**": (Bold("bold"),),
    "a **b** c": (Words("a "), Bold("b"), Words(" c")),
    "**two words** **b**": (Bold("two words"), Words(" "), Bold("b")),
    "** not bold**": (Words("** not bold**"),),
    "**not bold **": (Words("**not bold **"),),
    "****": (Words("****"),),
    "*stars* _lines_ `code`": (Words("*stars* _lines_ `code`"),),
    "**a*b**": (Words("**a*b**"),),
    "[@who-2020]": (Citation("who-2020"),),
    "x. [@a] [@b]": (Words("x. "), Citation("a"), Words(" "), Citation("b")),
    "[@Not-An-Id]": (Words("[@Not-An-Id]"),),
    "[@a": (Words("[@a"),),
    "[here](https://example.org/)": (LinkTo("here", "https://example.org/"),),
    "[a](/law/#b).": (LinkTo("a", "/law/#b"), Words(".")),
    "[a](https://example.org/b_(c))": (LinkTo("a", "https://example.org/b_(c)"),),
    "[a](https://example.org/b c)": (Words("[a](https://example.org/b c)"),),
    "[a] (b)": (Words("[a] (b)"),),
    "[a]()": (LinkTo("a", ""),),
    "[number] and {{ x }}": (Words("[number] and {{ x }}"),),
    "[**b**](/law/)": (LinkTo("**b**", "/law/"),),
    "🙂 **雇用** شكرا": (Words("🙂 "), Bold("雇用"), Words(" شكرا")),
}


@pytest.mark.parametrize("text", CASES)
def test_parse(text: str) -> None:
    """Each text falls into the spans of the table."""
    assert parse(text) == CASES[text]


def typed(span: Span) -> str:
    """A span as an editor types it."""
    match span:
        case Words(text):
            return text
        case Bold(text):
            return f"**{text}**"
        case LinkTo(text, url):
            return f"[{text}]({url})"
        case Citation(source):
            return f"[@{source}]"


@settings(derandomize=True, database=None)
@given(st.text(alphabet="ab*[]()@/# é雇", max_size=30))
def test_no_character_is_lost(text: str) -> None:
    """The spans, typed again, are the text."""
    assert "".join(typed(span) for span in parse(text)) == text


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("**Fixed** questions [help](https://example.org/).", "Fixed questions help."),
        ("One in three. [@a] Two [@b], three.", "One in three. Two, three."),
        ("  two\n lines ", "two lines"),
        ("Pay , then ; hours : [@a].", "Pay , then ; hours :."),
        ("[@a] First. [@b] [@c] Second.", "First. Second."),
        ("10\u00a0% of\u202fpay", "10\u00a0% of\u202fpay"),
    ],
)
def test_plain(text: str, heard: str) -> None:
    """Marks and citations are dropped with the space before them; all else stays as typed."""
    assert plain(text) == heard


HTTPS = [
    "https://example.org",
    "https://example.org/",
    "https://www.example.org:8080/a/b?c=1&d=2#e",
    "https://example.org/a_(b)",
    "https://example.org/100%25",
]
NOT_HTTPS = [
    "",
    "http://example.org/",
    "HTTPS//example.org",
    "https:example.org",
    "https://",
    "https://localhost/",
    "https://me@example.org/",
    "https://me:word@example.org/",
    "https://exa mple.org/",
    "https://example.org/a b",
    "https://example.org/\\a",
    'https://example.org/"a"',
    "https://example.org/<a>",
    "https://example.org/é",
    "https://éxample.org/",
    "https://[::1]/",
    "https://[example.org/",
    "javascript:alert(1)",
    "//example.org/",
]


@pytest.mark.parametrize("url", HTTPS)
def test_whole_https_addresses_are_safe(url: str) -> None:
    """An https address with a host."""
    assert is_https(url)
    assert is_safe(url)


@pytest.mark.parametrize("url", NOT_HTTPS)
def test_other_addresses_are_not(url: str) -> None:
    """No other scheme, no user, no bare host, no character that an address cannot hold."""
    assert not is_https(url)
    assert not is_safe(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/", True),
        ("/law/", True),
        ("/law/#equal-treatment", True),
        ("/hospitality/for/micro/", True),
        ("law.md", False),
        ("/law", False),
        ("//example.org/", False),
        ("/../", False),
        ("/Law/", False),
        ("/law/#a b", False),
        ("/law/\n", False),
    ],
)
def test_addresses_within_the_site(url: str, expected: bool) -> None:
    """From the site's root, with a slash at the end, and perhaps an anchor."""
    assert is_within(url) is expected
    assert is_safe(url) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("mailto:test@example.org", True),
        ("mailto:first.last+tag@mail.example.org", True),
        ("mailto:nobody", False),
        ("mailto:a@b", False),
        ("mailto:a@example.org?subject=x", False),
        ("mailto:a@example.org&cc=b@example.org", False),
        ("MAILTO:a@example.org", False),
    ],
)
def test_addresses_to_write_to(url: str, expected: bool) -> None:
    """One address and nothing more."""
    assert is_safe(url) is expected
