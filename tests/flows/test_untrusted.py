"""What a pull request leaves is data: bounded, never unpacked, and disarmed before it is shown."""

from __future__ import annotations

import random
import re
import zipfile
from pathlib import Path

import pytest

from scripts.untrusted import BREAK, MOST_BYTES, MOST_IN_ALL, UnreadableError, disarm, member
from tests.flows.hostile import Shown, locked, lying, zipped

NAME = "changes.md"
ALLOWED = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br", "pre",
    "code", "b", "strong", "em", "del", "ins", "details", "summary", "input",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
MENTION = re.compile(r"@[A-Za-z0-9]")
REFERENCE = re.compile(r"#\d|GH-\d", re.IGNORECASE)

HOSTILE = {
    "a mention": "Thanks to @octocat and @org/team.",
    "a mention as an entity": "&#64;octocat &#x40;octocat &commat;octocat &COMMAT;octocat",
    "a mention behind a backslash": r"\@octocat and \\@octocat",
    "a mention in raw HTML": "<details><summary>&#64;octocat</summary>\n@octocat\n</details>",
    "a mention split by an invisible sign": "@\u200boctocat @\u2060octocat @\u00adoctocat",
    "a reference": "Fixes #12, GH-34, gh-34, owner/repo#56 and _GH-7_.",
    "a reference as an entity": "&#35;12 &num;12",
    "an address of an issue": "https://github.com/owner/repo/issues/1",
    "a bare address": "See https://evil.example, http://evil.example and ftp://evil.example",
    "a bare www": "www.evil.example (www.evil.example) *www.evil.example* _www.evil.example_",
    "an e-mail address": "someone@evil.example mailto:someone@evil.example xmpp:a@evil.example",
    "an address in brackets": "<https://evil.example> <someone@evil.example>",
    "a link": "[Approve](https://evil.example) [Approve](//evil.example) [a](javascript:alert(1))",
    "a link behind a backslash": r"\[Approve](/x) \\[Approve](/x) [Approve\\](/x)",
    "a link by reference": "[Approve][1] [Approve] [1]\n\n[1]: https://evil.example\n[Approve]: /x",
    "a link in code that is none": "`[Approve](/x) `` [Approve](/x)",
    "an image": "![x](https://evil.example/x.png) ![x][1]\n\n[1]: /x.png",
    "an image as HTML": '<img src="https://evil.example/x.png" onerror="alert(1)">',
    "a script": "<script>alert(1)</script><SCRIPT>alert(1)</SCRIPT>",
    "a script behind a fold": "<details open><script>alert(1)</script>",
    "a tag with attributes": '<details ontoggle="alert(1)"><summary id="x">a</summary></details>',
    "a tag over two lines": "<a\nhref='/x'>Approve</a>",
    "a tag in an HTML block": "<details>\n<a href='/x'>Approve</a>\n<iframe src='/x'></details>",
    "tags that look allowed": "<det\u0131ils> <\u017fummary> <DETAILS><IMG SRC=x></DETAILS>",
    "a comment that hides": "<!-- hidden\n\nand more",
    "our own marker": "<!-- toolkits: the change in words -->",
    "other openings": "<?php x ?> <![CDATA[x]]> <!DOCTYPE html> </div> <svg/onload=alert(1)>",
    "a footnote": "Look.[^1]\n\n[^1]: https://evil.example",
    "a coloured box": "> [!IMPORTANT]\n> Reviewed and approved.",
    "a diagram": '```mermaid\ngraph TD; A-->B; click A href "https:evil.example"\n```',
    "a map": "~~~~ geojson\n{}\n~~~~",
    "text that runs backwards": "safe \u202etxet\u202c \u2066x\u2069",
    "controls": "a\x00b\x1b[31mc\x07d\x7f\x9b",
    "empty comments": "@<!-- -->octocat #<!-- -->12 [a]<!-- -->(/x)",
    "comments around empty comments": "<!<!-- -->-- x --> <<!-- -->a href=/x> <!--<!-- --> -->",
    "an unclosed block of code": "```\n</details>\n@octocat",
    "a byte that is not UTF-8": b"caf\xe9 \xff\xfe @octocat".decode("utf-8", "replace"),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_comes_out_inert(text: str) -> None:
    """GitHub's own parser finds no link, image, attribute, mention or reference in it."""
    assert_inert(disarm(text)[0])


def assert_inert(text: str) -> None:
    """What the parser that GitHub uses makes of the text can do nothing."""
    shown = Shown(text)
    assert set(shown.tags) <= ALLOWED, shown.html
    harmless = {"input type=checkbox", "input disabled=", "input checked="}
    attributes = {own for own in shown.attributes if " align=" not in own}
    assert attributes <= harmless | {"ol start=" + str(n) for n in range(1000)}, shown.html
    named = [own.removeprefix("language-") for own in shown.languages]
    assert not [own for own in named if own[:1].isalnum()], shown.html
    assert not [own for own in shown.texts if MENTION.search(own) or REFERENCE.search(own)]
    assert not shown.comments, shown.html
    assert not re.search("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(
    "name", ["a mention", "a link", "an image", "a tag with attributes", "a diagram"]
)
def test_the_texts_above_are_armed_before(name: str) -> None:
    """The test above would see it if nothing were done: these fail as they stand."""
    with pytest.raises(AssertionError):
        assert_inert(HOSTILE[name])


def test_no_mixture_of_hostile_parts_breaks_out() -> None:
    """A thousand texts put together from parts that mean something to Markdown or HTML."""
    parts = [
        "@user", "#12", "[a](/x)", "](", "[", "]", ":", "!", "<", ">", "<details>", "</details>",
        "<summary>", "</summary>", "<a href=/x>", "<!--", "-->", "`", "```", "~~~", "\\", "\n",
        "\n\n", "    ", "> ", "- ", "# ", "|", "&#64;", "&lt;", "&", "https:", "//e.example",
        "www", ".e.example", "*", "_", "[1]: /x", "\t", "\u200b", "user",
        "<!-- -->", "[^1]", "[^1]: x", "mermaid", "|-|", "<b>", "</b>", "mailto:", "a@b.c", "GH-1",
    ]  # fmt: skip
    dice = random.Random(20261122)  # noqa: S311 # the same texts every time
    for _ in range(1000):
        text = "".join(dice.choices(parts, k=dice.randint(2, 25)))
        assert_inert(disarm(text)[0])


HARMLESS = """### Hospitality

<details>
<summary><strong>HOS-REC-01</strong> changed: `why`</summary>

> [!WARNING]
> **HOS-REC-02 was removed.**

- **why**: 6.8% of <del>women</del> <ins>people</ins> &lt;b&gt; & more
- ~~Old words~~ *new words*, one < two

| Page | What |
| --- | --- |
| /hospitality/ | a figure |

</details>
"""


def test_a_harmless_text_reads_as_before() -> None:
    """Headings, lists, bold words, code, folded parts and what was escaped stay as they are."""
    before, after = Shown(HARMLESS), Shown(disarm(HARMLESS)[0])
    assert after.tags == before.tags
    assert [own.replace(BREAK, "") for own in after.texts] == before.texts


def test_only_boxes_that_warn_are_boxes() -> None:
    """A warning may be coloured; praise in a box of its own could pass for ours."""
    assert disarm("> [!WARNING]\n> [!NOTE]") == ("> [!WARNING]\n> [!NOTE]", False)
    assert BREAK in disarm("> [!TIP]\n> Approved.")[0]


def test_words_of_other_scripts_stay() -> None:
    """Letters, accents and emoji of any script are content, not attacks."""
    text = "Zażółć gęślą jaźń, বাংলা, اردو, 雇用, naïve, 🙂 and “quotes” – £5"
    assert disarm(text) == (text, False)


@pytest.mark.parametrize(
    "text",
    ["</details>" * 3 + "after", "<details></details></details>after", "<details>" * 5000],
    ids=["only closed", "closed once too often", "five thousand"],
)
def test_folds_that_do_not_fit_are_shown_as_text(text: str) -> None:
    """Nothing folds where what is closed was never opened, or where there are too many."""
    assert "details" not in Shown(disarm(text)[0]).tags


def test_a_fold_left_open_is_closed() -> None:
    """So that nothing that comes after is swallowed."""
    assert disarm("<details>\n\nwords")[0].count("</details>") == 1


@pytest.mark.parametrize(
    "text",
    ["words\n" * 50_000, "@" * 300_000, "<details>\n" * 50_000, "</details>" + "<b>" * 90_000],
)
def test_a_long_text_is_cut(text: str) -> None:
    """It fits into a comment with our own words, and says that it was cut."""
    shown, cut = disarm(text)
    assert cut
    assert len(shown) <= MOST_IN_ALL


UNREADABLE = {
    "no zip": (b"not a zip", "it is not a sound zip file"),
    "nothing": (b"", "it is not a sound zip file"),
    "half a zip": (zipped((NAME, bytes(range(256))))[:200], "it is not a sound zip file"),
    "no such member": (zipped(("other.md", b"")), "it holds no changes.md"),
    "zip slip": (zipped(("../" + NAME, b""), ("/" + NAME, b"")), "it holds no changes.md"),
    "many members": (zipped(*((f"{n}.md", b"") for n in range(99))), "it holds more than 50 files"),
    "a bomb": (zipped((NAME, b"\0" * 50_000_000)), "changes.md is larger than 400,000 bytes"),
    "a size that lies": (lying(NAME, b"x" * 9_999_999, 10), "it is not a sound zip file"),
    "a password": (locked(NAME, b"words"), "it is packed in a way that is not read here"),
}


@pytest.mark.parametrize(("archive", "why"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_hostile_zip_is_refused(archive: bytes, why: str) -> None:
    """With a reason in words, and nothing is written anywhere."""
    with pytest.raises(UnreadableError) as caught:
        member(archive, NAME)
    assert str(caught.value) == why


def test_nothing_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Members with a path that leads out are left where they are: in the zip."""
    monkeypatch.chdir(tmp_path)
    archive = zipped((NAME, b"words"), ("../out.txt", b"x"), ("/out.txt", b"x"), ("a/b", b"x"))
    assert member(archive, NAME) == "words"
    assert list(tmp_path.rglob("*")) == []


def test_a_text_that_is_not_utf8_is_still_read() -> None:
    """What cannot be read shows as such; the rest stays."""
    assert member(zipped((NAME, b"caf\xe9 \xf0\x9f\x99\x82")), NAME) == "caf\ufffd 🙂"


def test_a_size_that_boasts_is_not_believed() -> None:
    """What is there counts, not what the zip says of it."""
    assert member(lying(NAME, b"x" * 10, 4_000_000_000), NAME) == "x" * 10


def test_the_largest_text_allowed_is_read() -> None:
    """The limit itself is no fault."""
    archive = zipped((NAME, b"x" * MOST_BYTES), packing=zipfile.ZIP_BZIP2)
    assert len(member(archive, NAME)) == MOST_BYTES
