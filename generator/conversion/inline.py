"""One text of a page: its marks become HTML as Markdown writes them, or it is irregular."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape

from markdown.util import BLOCK_LEVEL_ELEMENTS


class Irregular(Exception):  # noqa: N818 # no error: Markdown itself converts such a page
    """A text or block of another form than our templates write."""


Url = Callable[[str], str]
"""What the target of a link becomes."""

_WORDS = r"(?:\\.|[^\\\[\]\n])*"  # what a link says: brackets in it are escaped
_ATTRIBUTES = r"(?:\ [a-zA-Z-]+(?:=\"[^\"<>\n\\`\[]*\")?)*"
_MARK = re.compile(
    rf"""(?=[\\`*_{{}}\[\]<>&\x02\x03]|\ \ \n)(?:  # nothing else can begin a mark: told in one look
      \\(?P<escaped>[\\`*_{{}}\[\]()>#+\-.!])
    | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[0-9a-zA-Z]+);)
    | (?P<tag><[a-zA-Z][a-zA-Z0-9-]*{_ATTRIBUTES}>|</[a-zA-Z][a-zA-Z0-9-]*>)
    | \*\*(?P<strong>(?:\\.|[^\\*])+)\*\*(?!\*)
    | (?<!!)\[(?P<words>{_WORDS})\]\((?P<link>[^\s()<>"'\\\[\]`]+)\)
    | (?<!`)`(?P<code>[^`\n]+)`(?!`)
    | (?P<end>\ \ \n)
    | (?P<other>&(?=\#)|[\\`*_{{}}\[\]<\x02\x03])
    | (?P<sign>[>&])
    )""",
    re.VERBOSE,
)
_SIGN = re.compile(r"[\\`*_{}\[\]<>&\x02\x03]")  # most texts have none
_BREAK = "  \n"
_WRITTEN = {">": "&gt;", "&": "&amp;"}
_BARE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
_WITHIN = frozenset({"ol", "ul", "li"})
"""Elements of blocks that Markdown leaves alone inside a text."""
_NO_TEXT = frozenset(BLOCK_LEVEL_ELEMENTS) - _WITHIN | {"script", "style", "textarea", "plaintext"}


def html(text: str, url: Url) -> str:
    """A text as HTML. Raises Irregular at any sign that may mean something else to Markdown."""
    if not _SIGN.search(text) and _BREAK not in text:
        return text
    return _MARK.sub(lambda found: _MADE[found.lastgroup or ""](found, url), text)


def _as_typed(found: re.Match[str], _: Url) -> str:
    return found.group()


def _escaped(found: re.Match[str], _: Url) -> str:
    return _WRITTEN.get(found["escaped"], found["escaped"])


def _tag(found: re.Match[str], _: Url) -> str:
    tag = found["tag"]
    name = _ill_placed(tag)
    if not name:
        return tag
    if name in _WITHIN and found.string[: found.start()].rpartition("\n")[2].strip():
        return tag
    raise Irregular(tag)


@lru_cache(maxsize=5_000)
def _ill_placed(tag: str) -> str:
    """The name of an element that may not stand just anywhere in a text; nothing for others."""
    name = tag.strip("</>").split(None, 1)[0].lower()
    return name if name in _NO_TEXT or name in _WITHIN else ""


def _strong(found: re.Match[str], url: Url) -> str:
    inside = found["strong"]
    if inside != inside.strip():
        raise Irregular(found.group())
    return f"<strong>{html(inside, url)}</strong>"


def _link(found: re.Match[str], url: Url) -> str:
    words, target = html(found["words"], url), url(found["link"])
    return f'<a href="{_BARE.sub("&amp;", target)}">{words}</a>'


def _code(found: re.Match[str], _: Url) -> str:
    return f"<code>{escape(found['code'].strip(), quote=False)}</code>"


def _end(_found: re.Match[str], _: Url) -> str:
    return "<br />\n"


def _sign(found: re.Match[str], _: Url) -> str:
    return _WRITTEN[found.group()]


def _other(found: re.Match[str], _: Url) -> str:
    raise Irregular(f"{found.group()} in {found.string}")


_MADE: dict[str, Callable[[re.Match[str], Url], str]] = {
    "escaped": _escaped,
    "entity": _as_typed,
    "tag": _tag,
    "strong": _strong,
    "link": _link,
    "code": _code,
    "end": _end,
    "other": _other,
    "sign": _sign,
}
