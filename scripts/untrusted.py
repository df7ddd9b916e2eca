"""What comes out of a pull request is data: read within limits, and disarmed before it is shown.

A pull request may change the program that writes the artefact. So the zip may hold anything, and
so may the text in it. Nothing is unpacked to disk; one member is read, in memory, up to a limit.
The text may keep its headings, lists, bold words and folded parts. It may not link, mention,
refer, show an image, or hold other HTML.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib

MOST_MEMBERS = 50
MOST_BYTES = 400_000
MOST_CHARACTERS = 57_000
MOST_IN_ALL = 62_000  # GitHub takes 65,536 in a comment, and our own words come on top

# An invisible sign that no syntax knows: GitHub finds no tag in "<" and this before "script".
# Unlike a backslash or an entity it works in code and in HTML blocks too.
BREAK = "\N{WORD JOINER}"

# What `toolkits diff` writes, and a little more of the kind.
_ALLOWED_TAG = r"/?(?:details|summary|b|strong|em|code|del|ins)>|br>"
_ALLOWED_ENTITY = r"(?:lt|gt|amp|quot|nbsp|#39|#96);"
_ALLOWED_BOX = r"!(?:NOTE|WARNING)\]"
_EMPTY_COMMENT = "<!-- -->"  # what stands there in the place of our sign; it goes before we look
_ARMED = re.compile(
    r"@"  # mentions, addresses
    r"|\#(?=\d)|GH-(?=\d)"  # references to issues
    r"|:(?=//)|www(?=\.)"  # addresses, which GitHub would make links of
    r"|[`~]{3,}(?=[ \t]*[^\s`~])"  # the language of a block of code: GitHub draws some of them
    r"|\](?=[(\[:])"  # links, images, footnotes, definitions
    rf"|\[(?=!)(?!{_ALLOWED_BOX})"  # coloured boxes, but for those that do not praise
    rf"|<(?!{_ALLOWED_TAG})"  # tags, comments, addresses
    rf"|&(?!{_ALLOWED_ENTITY})",  # an entity could be any of the above
    re.IGNORECASE | re.ASCII,
)
_FOLD = re.compile(r"<(/?)details>", re.IGNORECASE | re.ASCII)
_MOST_FOLDS = 100  # more of them, left open, would be a comment too long to post


class UnreadableError(Exception):
    """The artefact is not what the workflow makes; the message says why."""


def member(archive: bytes, name: str) -> str:
    """One text of a zip, by its exact name: nothing else is looked at."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            if len(opened.namelist()) > MOST_MEMBERS:
                raise UnreadableError(f"it holds more than {MOST_MEMBERS} files")
            if name not in opened.namelist():
                raise UnreadableError(f"it holds no {name}")
            with opened.open(name) as file:
                data = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise UnreadableError("it is not a sound zip file") from error
    except (NotImplementedError, RuntimeError) as error:  # another packing, or a password
        raise UnreadableError("it is packed in a way that is not read here") from error
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"{name} is larger than {MOST_BYTES:,} bytes")
    return data.decode("utf-8", errors="replace")


def disarm(text: str, most: int = MOST_CHARACTERS) -> tuple[str, bool]:
    """The text as Markdown that can be read but does nothing; and whether its end was cut off."""
    text = "".join(map(_visible, text.replace("\r\n", "\n").replace("\r", "\n")))
    text = text.replace(_EMPTY_COMMENT, "")
    text = _ARMED.sub(lambda found: found.group() + BREAK, text)
    cut = len(text) > most
    if cut:  # at the end of a line, if there is one
        text = text[: most + 1].rpartition("\n")[0] or text[:most]
    return _fold_soundly(text), cut


def _visible(character: str) -> str:
    """The character; nothing for one that steers: controls, directions, invisible signs."""
    if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}:
        return character
    return ""


def _fold_soundly(text: str) -> str:
    """Closes what is left open; where more is closed than was opened, nothing folds."""
    depth = 0
    for found in _FOLD.finditer(text):
        depth += -1 if found[1] else 1
        if not 0 <= depth <= _MOST_FOLDS:
            return text.replace("<", "<" + BREAK)[:MOST_IN_ALL]
    return text + "\n\n</details>" * depth
