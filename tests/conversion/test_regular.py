"""Pages written without Markdown have the very bytes that Markdown gives, or are left to it."""

from __future__ import annotations

import random
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from generator.content.load import load
from generator.conversion import markdowns
from generator.conversion.inline import Irregular
from generator.project import write
from generator.settings import read_config
from tests.frozen import FROZEN

LEVELS = range(2, 3)
Result = dict[str, object]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen toolkit as a plain project, with no files to take away."""
    folder = tmp_path_factory.mktemp("regular") / "project"
    toolkit = load(FROZEN).toolkit
    assert toolkit
    write(FROZEN, toolkit, read_config(FROZEN / "mkdocs.yml"), folder)
    return folder


@cache
def opened(project: Path) -> tuple[MkDocsConfig, Files, list[Page]]:
    """The project as MkDocs has it before it converts a page."""
    config = load_config(str(project / "mkdocs.yml"), site_url="https://toolkits.example/")
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    files = get_files(config)
    get_navigation(files, config)
    pages = []
    for file in files.documentation_pages():
        page = file.page or Page(None, file, config)
        page.markdown, page.meta = meta.get_data(file.content_string)
        pages.append(page)
    return config, files, pages


def both(project: Path, page: Page, text: str) -> tuple[Result | None, Result | None]:
    """What we write for a text on a page, or nothing where it is irregular; and Markdown's.

    Markdown gives nothing where Python's parser of HTML breaks over a text, such as `<![A b`.
    """
    config, files, _ = opened(project)
    kept, page.markdown = page.markdown, text
    try:
        by_markdown: Result | None = None
        with suppress(AssertionError):
            by_markdown = markdowns._converted(markdowns._markdown(config), page, files, config)
        try:
            return markdowns._written(page, files, config, LEVELS), by_markdown
        except Irregular:
            return None, by_markdown
    finally:
        page.markdown = kept


def test_every_page_we_make_is_written_without_markdown(project: Path) -> None:
    """Titles, anchors, contents and links too. Only pages written by hand may need Markdown."""
    config, files, pages = opened(project)
    assert markdowns._levels(markdowns._markdown(config), config) == LEVELS
    assert files
    left = []
    for page in pages:
        ours, theirs = both(project, page, page.markdown or "")
        if ours is None:
            left.append(page.file.src_uri)
        else:
            assert ours == theirs, page.file.src_uri
    assert left == ["about.md"]
    assert len(pages) > 30


REGULAR = {
    "a text": "Some words, and\nmore of them.",
    "marks": "**Bold \\* and** `a < b` &amp; [a \\[link\\]](about.md#x) < is no mark".replace(
        " < is", " &lt; is"
    ),
    "an ampersand and a greater sign": "A & B > C",
    "a line that ends": "One  \ntwo",
    "an address with a query": "[x](actions.md?a=1&amp;b=2) and [y](https://e.example/a_b*c?d&e)",
    "headings": "# One\n\n## Two {#two}\n\n### Three & more\n\n### Three & more",
    "a heading that takes an anchor of another": "# Two\n\n## Other {#two}",
    "no title": "Words\n\n# One",
    "lists": "- a\n- b\n  more\n\nText\n\n1. a\n2. b",
    "a list with texts apart": "- a\n\n    b\n\n    c\n\n- d\n\n    e",
    "a table": "| A | B |\n| --- | --- |\n| <ol><li>a</li></ol> | **b** |\n| c |  |",
    "HTML as it is": '<p class="a">x &amp; y</p>\n\n<form id="f">\n<b>x</b>\n\n</form>\n\nText',
    "parts": '<div class="a" id="b" markdown>\n\n## T {#t}\n\n<p>x</p>\n\n</div>\n\nText',
    "open details": "<details open markdown>\n<summary>More</summary>\n\nText\n\n</details>",
    "a list of facts": '<dl markdown="block">\n<dt>A</dt>\n<dd markdown="span">**b**</dd>\n</dl>',
}


@pytest.mark.parametrize("name", REGULAR)
def test_a_regular_form_is_written_as_markdown_does(project: Path, name: str) -> None:
    """Each form on its own, in the middle of other texts, and twice."""
    page = opened(project)[2][0]
    text = REGULAR[name]
    for whole in (text, f"Before\n\n{text}\n\nAfter", f"{text}\n\nBetween\n\n{text}"):
        ours, theirs = both(project, page, whole)
        assert ours is not None, whole
        assert ours == theirs, whole


IRREGULAR = [
    "*One star*", "a_b_c", "![A picture](b.png)", "[x][y]", "[x]: https://e.example/", "[TOC]",
    "<https://e.example/>", "<a@e.example>", "a &#52 b", "a\\q", "a {: .b}", "## A {.b}",
    "Term\n:   Meaning", "> Said", "---", "Title\n=====", "    code", "```\ncode\n```", "+ a",
    "* a", "2. b\n3. c", "- a\n\n- b", "- a\n    - b", "- a\n\n1. b", "| A |\n| :-: |\n| b |",
    "| A | B |\n| --- | --- |\n| c |", "<!-- a -->", "<script>x</script>", "<div>a", "a\tb",
    "<div markdown>\n</div>", "<div markdown>\n\n<h2>x</h2>\n\n</div>", "<p>a</p>\nb",
    "<p>a</p> b", '<div title="a&amp;b">c</div>', "a\n<div>b</div>", "a <div>b</div>",
    '<b title="`x`">c</b>', "## [A](about.md)", "- a\n<ol><li>b</li></ol>",
    '<div markdown="0">\n\na\n\n</div>', "a\n\n   \nb",
]  # fmt: skip


@pytest.mark.parametrize("text", IRREGULAR)
def test_what_may_mean_more_is_left_to_markdown(project: Path, text: str) -> None:
    """Whatever our templates do not write."""
    assert both(project, opened(project)[2][0], text)[0] is None


SNIPPETS = [
    *IRREGULAR, *REGULAR.values(), "**", "*", "_", "`", "``", "[", "](", "](x.md)", "[a](b c)",
    "[a](b(c))", "[a](<b>)", "<", ">", "&", "<b>", "</b>", "<br>", "<div>", "</div>",
    "<div markdown>", "\n</div>\n", "<p>", "</p>", "\\", "{", "}", "{#x}", " {#x-1}", "#", "# ",
    "\n## A b\n", "- ", "\n- a", "1. ", "    ", "  ", "  \n", "\n", "\n\n", "|", ": ", "> ", "***",
    "~", "\u00a0", "é", "🙂", '"', "'", '<a id="z"></a>', '<a name="q">', "<details open markdown>",
    "</details>", "<dt>a</dt>", "<td>", "<hr>", '<span title="a>b">', "<pre>", "<?php",
    "<![CDATA[", "&copy;", "&nosuch", "&#x41;", "</small>", "<svg><rect></rect></svg>", "!",
    "<textarea>", '<section id="s">', "***a***", "**a*", "a*b*c", "`a|b`", "\\|", "<li>", "1) a",
    "+",
]  # fmt: skip


def mutated(dice: random.Random, lines: list[str]) -> str:
    """A part of a page with a few slips in it."""
    at = dice.randrange(len(lines))
    part = lines[at : at + dice.choice((3, 8, 20, 45))]
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        at = dice.randrange(len(part))
        line, cut = part[at], dice.choice((0, len(part[at]), dice.randint(0, len(part[at]))))
        part[at : at + 1] = dice.choice(
            (
                *[[line[:cut] + dice.choice(SNIPPETS) + line[cut:]]] * 6,
                [line, ""],
                [line, line],
                [" " * dice.choice((1, 2, 4, 8)) + line],
                [line[:cut] + line[cut + 1 :]],
                [dice.choice(SNIPPETS), line],
                [line.rstrip(">")],
                [""],
            )
        )
    return "\n".join(part)


def differences(project: Path, seed: int, number: int) -> list[str]:
    """The mutated parts for which we write something else than Markdown."""
    dice = random.Random(seed)  # noqa: S311 # the same parts in every run
    pages = opened(project)[2]
    found = []
    for _ in range(number):
        page = dice.choice(pages)
        text = mutated(dice, (page.markdown or "").split("\n"))
        ours, theirs = both(project, page, text)
        if ours is not None and ours != theirs:
            found.append(text)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_typed_we_write_what_markdown_writes(project: Path, seed: int) -> None:
    """Slips in parts of real pages: each is left to Markdown or comes out the same."""
    assert differences(project, seed, 250) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_whatever_very_many_type_we_write_what_markdown_writes(project: Path, seed: int) -> None:
    """The same for ten thousand."""
    assert differences(project, seed, 1000) == []
