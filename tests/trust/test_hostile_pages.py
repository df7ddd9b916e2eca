"""A page written by hand may hold words, links and pictures, however anything else is disguised."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import markdown
import pytest
import yaml

from generator.content.load import load
from generator.content.rules.rendered import EXTENSIONS
from tests.frozen import FROZEN, write
from tests.trust.corpus import CORPUS
from tests.trust.reading import Shown

ROOT = Path(__file__).parents[2]
ABOUT = "toolkits/about.md"
START = "# About\n\n<!-- toolkits:themes -->\n\n"

REFUSED = {
    "a definition in a quotation": "> [a]: javascript:alert(1)\n\n[x][a]",
    "a definition in a list": "- item\n\n    [a]: javascript:alert(1)\n\n[x][a]",
    "a definition over two lines": "[a]:\n  javascript:alert(1)\n\n[x][a]",
    "a definition in angles": "[a]: <javascript:alert(1)>\n\n[x][a]",
    "a link with an entity": "[x](javascript&#58;alert(1))",
    "a link that starts with an entity": "[x](&#106;avascript:alert(1))",
    "a link with a named entity": "[x](javascript&colon;alert(1))",
    "a link in capitals": "[x](JaVaScRiPt:alert(1))",
    "a link with a tab by entity": '<a href="java&#9;script:alert(1)">x</a>',
    "a link after a space": '<a href=" javascript:alert(1)">x</a>',
    "a link to data": '<a href="data:text/html,x">x</a>',
    "a link to vbscript": "[x](vbscript:msgbox(1))",
    "a link without a scheme": "[x](//evil.example)",
    "a link with backslashes": "[x](/\\\\evil.example)",
    "a list of attributes": "word\n{: onclick=alert(1) }",
    "a list of attributes without a colon": "*w*{ onclick=alert(1) }",
    "a list of attributes of a heading": "## H {onclick=alert(1)}",
    "a list of attributes in quotes": "*w*{: onclick='alert(1)' }",
    "a brace in a list of attributes": '*w*{: title="}" onclick=alert(1) }',
    "another address by attribute": "[x](about.md){: href=javascript:alert(1) }",
    "another address by entity": "[x](about.md){: href=java&#115;cript:alert(1) }",
    "a style by attribute": "*w*{: style=position:fixed }",
    "a comment that ends at once": "<!--> <img src=x onerror=alert(1)> -->",
    "a comment that ends at once, with a dash": "<!---> <img src=x onerror=alert(1)> -->",
    "a comment that ends early": "<!-- a --!> <img src=x onerror=alert(1)> -->",
    "a comment in a comment": "<!-- a <!-- b --> <img src=x onerror=alert(1)>",
    "a comment that never ends": "words <!-- <script>alert(1)</script>",
    "a text area": "<textarea><img src=x onerror=alert(1)></textarea>",
    "a title": "<title><img src=x onerror=alert(1)></title>",
    "no script": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "an example of old": "<xmp><img src=x onerror=alert(1)></xmp>",
    "plain text": "<plaintext>",
    "a template": "<template><img src=x onerror=alert(1)></template>",
    "a style": '<p style="position:fixed">x</p>',
    "a style sheet": "<style>p { display: none }</style>",
    "an input": "<input name=password>",
    "a button": '<button formaction="https://evil.example/">x</button>',
    "a film": "<video src=x onerror=alert(1)></video>",
    "a film's picture": "<video poster=https://evil.example/x></video>",
    "a picture from elsewhere": "![x](https://evil.example/x.png)",
    "a picture from elsewhere, in HTML": '<img src="https://evil.example/x.png" alt="">',
    "a picture without a scheme": '<img src="//evil.example/x.png" alt="">',
    "pictures to choose from": '<img src="a.png" srcset="https://evil.example/x.png 2x" alt="">',
    "a link that tells": '<a href="about.md" ping="https://evil.example/">x</a>',
    "character data": "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "an instruction": "<?php <img src=x onerror=alert(1)> ?>",
    "slashes for spaces": "<img/src=x/onerror=alert(1)>",
    "lines for spaces": "<img src=x\nonerror\n=\nalert(1)>",
    "capitals": "<IMG SRC=x ONERROR=alert(1)>",
    "a handler without a value": "<a href='https://example.org' onclick>x</a>",
    "an element of one's own": "<x-y>a</x-y>",
    "a dialogue": "<dialog open>x</dialog>",
    "a portal": "<portal src=x>",
    "a drawing": "<svg><a xlink:href=javascript:alert(1)></svg>",
    "mathematics": "<math><mtext></mtext></math>",
    "HTML in Markdown in HTML": '<div markdown>\n<p onclick="alert(1)">x</p>\n</div>',
    "a table": "| a |\n| --- |\n| <img src=x onerror=alert(1)> |",
    "a definition list": "Term\n:   <img src=x onerror=alert(1)>",
}


@pytest.mark.parametrize("disguise", REFUSED)
def test_a_disguise_is_refused(toolkit_folder: Path, disguise: str) -> None:
    """Told in the page itself, with a code of its own, a message and what to write."""
    write(toolkit_folder, ABOUT, START + REFUSED[disguise] + "\n")
    loaded = load(toolkit_folder)
    assert loaded.toolkit is None
    assert {problem.place.file.path for problem in loaded.problems} == {ABOUT}
    assert {p.code for p in loaded.problems} & {"script-in-page", "unsafe-link"}
    for problem in loaded.problems:
        assert problem.describe()
        assert problem.fix.endswith((".", "?"))


INERT = {
    "a tag without an end": "words\n\n<img src=x onerror=alert(1)",
    "a block without an end": "<div onclick=alert(1)\n\nword",
    "attributes of nothing": 'word{: title="}" onclick=alert(1) }',
    "a title that leaves its quotes": '[x](about.md "x\\" onclick=alert(1)")',
    "words that leave their quotes": '![x"onerror="alert(1)](a.png)',
    "a title in a definition": '[a]: about.md "x\\" onclick=alert(1)"\n\n[x][a]',
    "a template": "{{ config }} {% include 'x' %} {# x #}",
    "a snippet": '--8<-- "/etc/passwd"',
    "script as code": "`&lt;script>`",
}


@pytest.mark.parametrize("disguise", INERT)
def test_what_is_let_through_does_nothing(toolkit_folder: Path, disguise: str) -> None:
    """It stays words: no element but those of words, links and pictures, and no handler."""
    write(toolkit_folder, ABOUT, START + INERT[disguise] + "\n")
    assert load(toolkit_folder).problems == ()
    shown = Shown(markdown.markdown(INERT[disguise], extensions=list(EXTENSIONS)))
    assert set(shown.elements) <= {"p", "a", "img", "code"}
    assert {name.split()[1] for name in shown.attributes} <= {"href", "src", "alt", "title"}


@pytest.mark.parametrize("hostile", CORPUS, ids=str)
def test_every_hostile_text_in_a_page_is_refused_or_inert(
    toolkit_folder: Path, hostile: object
) -> None:
    """As a paragraph, a heading and a list; a page may use Markdown, but never run anything."""
    text = getattr(hostile, "text", "")
    body = f"Words\n\n{text}\n\n## More {text}\n\n- {text}\n"
    write(toolkit_folder, ABOUT, START + body)
    loaded = load(toolkit_folder)
    if loaded.toolkit is not None:
        shown = Shown(markdown.markdown(body, extensions=list(EXTENSIONS)))
        assert not {"script", "style", "form", "iframe", "svg", "input"} & set(shown.elements)
        assert not [name for name in shown.attributes if name.split()[1].startswith(("on", "st"))]
        assert {urlsplit(url).scheme for url in shown.addresses} <= {"", "https", "mailto"}
        assert not [url for url in shown.addresses if url.startswith(("//", "\\", "/\\"))]


@pytest.mark.parametrize("folder", [ROOT, FROZEN])
def test_pages_are_looked_at_as_the_site_makes_them(folder: Path) -> None:
    """The extensions that the check uses are those of the settings."""
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = [e if isinstance(e, str) else next(iter(e)) for e in settings["markdown_extensions"]]
    assert tuple(listed) == EXTENSIONS
