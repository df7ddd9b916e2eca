"""What the search knows of a page is what Material's own parser makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from generator.conversion.entries import Strange, parts

Shown = list[tuple[str | None, list[str], list[str]]]


def theirs(content: str) -> Shown:
    """The sections of Material's parser that go into the index."""
    parser = Parser()
    parser.feed(content)
    parser.close()
    return [(one.id, one.title, one.text) for one in parser.data if not one.is_excluded()]


def ours(content: str) -> Shown | None:
    """The same of ours; nothing where Material itself must cut the page."""
    try:
        return [(one.id, one.title, one.text) for one in parts(content)]
    except Strange:
        return None


FORMS = {
    "headings and texts": '<h1 id="a">A &amp; b</h1>\n<p>One</p>\n<h2 id="c">C</h2>\n<p>Two</p>',
    "no title": '<p>Words</p>\n<h2 id="b">B</h2>',
    "nothing but words": "Words &lt; signs &gt; others",
    "a heading without an id": '<h1 id="a">A</h1><h2>B</h2><p>c</p>',
    "lists": "<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n</ul>",
    "empty elements": "<p>a</p><p></p><p> \n</p><li><p></p></li><p>b</p>",
    "code": "<pre><code>a\n\n  b &lt; c\n</code></pre><p>a <code>b</code></p>",
    "a void element": '<p>a<br />\nb<img alt="x" src="y"></p><br><hr />',
    "a heading in a part": '<div><h2 id="a">A</h2><p>b</p></div><p>c</p><h3 id="d">D</h3>',
    "parts in parts": '<div><div><h2 id="a">A</h2></div><p>b</p></div><div><p>c</p></div>',
    "what is kept out": "<p>a</p><div data-search-exclude><p>b</p></div><p>c</p>",
    "the same element in one kept out": "<div data-search-exclude><div>a</div><p>b</p></div><p>c",
    "a heading kept out": '<h2 id="a" data-search-exclude>A</h2><p>b</p><h2 id="c">C</h2>',
    "numbers of lines": '<div class="linenodiv"><p>1</p></div><p>a</p>',
    "an end of something else": "<p>a</b></p></p><p>b",
    "capitals in a name": '<svg viewBox="0 0 1 1"><rect></rect></svg>',
    "white space": "<p>a</p>\n\n<p>b</p> <ul> <li>c</li> </ul>",
    "two levels": '<h1 id="a">A</h1><section><h2 id="b">B</h2><h3 id="c">C</h3></section>',
}


@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_cut_as_material_cuts_it(name: str) -> None:
    """On its own, and between others."""
    form = FORMS[name]
    for whole in (form, f'<h1 id="x">X</h1>\n{form}\n<h2 id="y">Y</h2>\n<p>z</p>', form * 2):
        assert ours(whole) is not None, whole
        assert ours(whole) == theirs(whole), whole


STRANGE = [
    "<script>a</script>", "<style>a</style>", "<textarea><p></textarea>", "<title>a</title>",
    "<!-- a -->", "<P>a</P>", "<p class=a>b</p>", "<p class='a'>b</p>", "a < b", "<p>a</p >",
    '<a class="headerlink" href="#a">b</a>', '<p title="a > b">c</p>', "<p id>a</p>", "<?php ?>",
    '<h2 id="">a</h2>', "<!DOCTYPE html>", "<p\nid='a'>b</p>", "a <", "<>", "</>",
]  # fmt: skip


@pytest.mark.parametrize("content", STRANGE)
def test_what_is_not_written_on_our_pages_is_left_to_material(content: str) -> None:
    """Whatever a parser might read in another way than we do."""
    assert ours(content) is None


TAGS = ("p", "div", "h1", "h2", "h3", "li", "ul", "code", "pre", "b", "br", "section", "svg", "a")
PIECES = st.one_of(
    st.sampled_from(["a", " ", "\n", "&amp;", "&lt;", "b\nc", "&nbsp;", " \n ", "&#65;", "é"]),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.builds(
        "<{}{}{}>".format,
        st.sampled_from(TAGS),
        st.sampled_from(["", "", ' id="x"', ' id="y"', ' class="linenodiv"'])
        | st.sampled_from([" data-search-exclude", ' class="b" id="z"', ' title="&quot;"']),
        st.sampled_from(["", "", "", " /"]),
    ),
    st.sampled_from([f"<{tag}>x</{tag}>" for tag in TAGS]),
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_elements_are_cut_as_material_cuts_them(content: str) -> None:
    """Opened or not, closed or not, within each other or not; also where Material stumbles."""
    try:
        expected: Shown | None = theirs(content)
    except ValueError:  # an end of an element that began outside of its part
        expected = None
    try:
        found = ours(content)
    except ValueError:
        found = None
    assert found == expected
