"""Text in a comment on GitHub: shown as typed, without mark-up, links, mentions or references."""

from __future__ import annotations

import html
import re

_NO_MENTION = "<!-- -->"  # else "@name" and "#12" would call people and link threads
_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~$&!])")
_CALLS = re.compile(r"([@#])(?=[A-Za-z0-9])|\b(GH-)(?=\d)")
_BARE = re.compile(r"\b(https?:/)(?=/)|\b(www)(?=\.)")


def words(text: str) -> str:
    """A text as Markdown that shows it as typed, calls nobody and links nowhere."""
    return _quiet(_SIGNS.sub(r"\\\1", text))


def in_html(text: str) -> str:
    """The same as HTML."""
    return _quiet(html.escape(text, quote=False).replace("`", "&#96;"))


def _quiet(text: str) -> str:
    for calls in (_CALLS, _BARE):
        text = calls.sub(lambda found: found.group() + _NO_MENTION, text)
    return text
