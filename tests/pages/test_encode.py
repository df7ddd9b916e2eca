"""Text is data: what an editor types is what a reader sees, wherever it lands."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import encode
from generator.pages.encode import Safe

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]


def shown(text: str) -> str:
    """What a browser shows of some Markdown: tags away, entities resolved, white space folded."""
    made = markdown.markdown(text, extensions=EXTENSIONS)
    return folded(html.unescape(re.sub(r"<[^>]*>", "", made)))


def folded(text: str) -> str:
    """White space as HTML folds it; a no-break space is a letter like others."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" \t\r\n\f")


PLACES = {
    "a paragraph": "{}",
    "after words": "Said: {}",
    "a list": "- {}\n- next",
    "a numbered list": "1. {}\n2. next",
    "a heading": "## {} {{#own}}",
    "a table cell": "| a | b |\n| --- | --- |\n| {} | end |",
    "a description": "Term\n:   {}",
    "a block of HTML": '<div class="x" markdown>\n\n{}\n\n</div>',
    "bold": "**{}**",
    "a link": "[{}](https://example.org/)",
}
AROUND = {
    "after words": "Said: {}",
    "a list": "{} next",
    "a numbered list": "{} next",
    "a table cell": "a b {} end",
    "a description": "Term {}",
}
TYPED = [
    "Be the #1 employer",
    "# not a heading",
    "1. not a list",
    "12) nor this",
    "- nor this",
    "+ nor this",
    "* nor this",
    "> no quotation",
    ": no definition",
    "--- no rule",
    "=== no underline",
    "a | b | c",
    "*stars* and _lines_ and `ticks`",
    "**not bold**",
    "<script>alert(1)</script>",
    "a < b & c > d &amp; &lt; &#39;",
    'it\'s "quoted"',
    "[words](javascript:alert(1))",
    "![picture](https://example.org/x.png)",
    "[ref][1] and [1]: https://example.org/",
    "{{ template }} {% raw %} {# comment #}",
    "{: .class onclick=alert(1) }",
    "text { #id .class }",
    "back\\slash \\* \\\\",
    "~~struck~~ ^up^ ~down~ ==marked== ++under++",
    "$x^2$ and $$y$$",
    "*[HTML]: an abbreviation",
    "[^1]: a note [^1]",
    "!!! note",
    '--8<-- "file"',
    ":smile: 🙂 شكرا 中文",
    "https://example.org/a_b_c and me@example.org",
    "<https://example.org/>",
    "a  b",
    "&nbsp;",
    "10\u00a0% and 5\u202f000",
    "%PDF",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("typed", TYPED)
def test_text_appears_as_typed_everywhere(typed: str, place: str) -> None:
    """Every sign that Markdown or HTML could take for its own comes out as a sign."""
    expected = AROUND.get(place, "{}").replace("{}", folded(typed))
    assert shown(PLACES[place].format(encode.words(typed))) == expected


_PRINTABLE = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1
).filter(str.strip)


@given(_PRINTABLE, st.sampled_from(sorted(PLACES)))
def test_any_text_appears_as_typed(typed: str, place: str) -> None:
    """The same for text that nobody thought of."""
    expected = AROUND.get(place, "{}").replace("{}", folded(typed))
    assert shown(PLACES[place].format(encode.words(typed))) == folded(expected)


@given(_PRINTABLE)
def test_an_attribute_cannot_be_left(typed: str) -> None:
    """Nothing closes the quotes of an attribute, and its value is what was typed."""
    encoded = encode.attribute(typed)
    assert '"' not in encoded
    assert "<" not in encoded
    assert html.unescape(encoded) == folded(typed)


def _cite(source: str) -> Safe:
    return Safe(f"(cited {source})")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Some **bold** words.", "<p>Some <strong>bold</strong> words.</p>"),
        ("A claim. [@one-2]", "<p>A claim. (cited one-2)</p>"),
        (
            "See [the *guide*](https://example.org/a_b?c=1&d=2).",
            '<p>See <a href="https://example.org/a_b?c=1&amp;d=2">the *guide*</a>.</p>',
        ),
        ("In [the law](/law/#tips).", '<p>In <a href="../law.md#tips">the law</a>.</p>'),
        (
            "[a](https://en.example.org/wiki/X_(y))",
            '<p><a href="https://en.example.org/wiki/X_%28y%29">a</a></p>',
        ),
        ("[mail](mailto:a@example.org)", '<p><a href="mailto:a@example.org">mail</a></p>'),
        ("**unclosed and [half](", "<p>**unclosed and [half](</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](JAVASCRIPT:alert(1))", "<p>[x](JAVASCRIPT:alert(1))</p>"),
        ("[x](data:text/html,hi)", "<p>[x](data:text/html,hi)</p>"),
        ("[x](//example.org)", "<p>[x](//example.org)</p>"),
        ("[x](http://example.org)", "<p>[x](http://example.org)</p>"),
        ("# **bold** first", "<p># <strong>bold</strong> first</p>"),
    ],
)
def test_the_few_marks_become_what_they_mean(typed: str, expected: str) -> None:
    """Bold, links and citations work; links elsewhere than https, mailto and the site do not."""
    made = encode.prose(typed, _cite, lambda _address: "../law.md#tips")
    rendered = markdown.markdown(made, extensions=EXTENSIONS)
    assert rendered.replace("&#35;", "#").replace("&#33;", "!") == expected


def test_a_text_of_several_lines_keeps_its_lines() -> None:
    """Words to copy keep their line breaks and spaces, and empty lines stay empty."""
    made = encode.lines("one\n\n# two\n  three:   four  \n\t- five\n")
    assert made == (
        "one",
        "",
        "\\# two",
        "&nbsp;&nbsp;three:&nbsp;&nbsp; four",
        "&nbsp;&nbsp;&nbsp;&nbsp;&#45; five",
    )
