"""Hostile artefacts: zips and texts that a pull request could leave for the comment."""

from __future__ import annotations

import io
import struct
import zipfile
from html.parser import HTMLParser

import cmarkgfm  # type: ignore[import-untyped] # it comes without types
from cmarkgfm.cmark import Options  # type: ignore[import-untyped] # as above

EXTENSIONS = ["table", "autolink", "tagfilter", "strikethrough", "tasklist"]


def zipped(*members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these members, whatever their names are."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as opened:
        for name, data in members:
            opened.writestr(zipfile.ZipInfo(name), data, compress_type=packing)
    return made.getvalue()


def lying(name: str, data: bytes, told: int) -> bytes:
    """A zip that tells another size of its one member than it has."""
    archive = bytearray(zipped((name, data)))
    real = struct.pack("<I", len(data))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = archive.index(signature) + offset
        assert archive[at : at + 4] == real
        archive[at : at + 4] = struct.pack("<I", told)
    return bytes(archive)


def locked(name: str, data: bytes) -> bytes:
    """A zip that says its one member has a password."""
    archive = bytearray(zipped((name, data)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        archive[archive.index(signature) + offset] |= 1
    return bytes(archive)


class Shown(HTMLParser):
    """What GitHub would make of a text: every tag with its attributes, and every run of text."""

    def __init__(self, markdown: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.languages: list[str] = []
        self.texts: list[str] = []
        self.comments: list[str] = []
        self._code = 0
        options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        self.html: str = cmarkgfm.markdown_to_html_with_extensions(
            markdown, options=options, extensions=EXTENSIONS
        )
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the tag; the language of a code block apart, because GitHub draws some."""
        self.tags.append(tag)
        self._code += tag == "code"
        for name, value in attrs:
            if tag in {"pre", "code"} and name in {"lang", "class"}:
                self.languages.append(value or "")
            else:
                self.attributes.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        """Leaves the code."""
        self._code -= tag == "code"

    def handle_data(self, data: str) -> None:
        """Notes the text, outside code: GitHub looks for mentions and references there."""
        if not self._code:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        """Notes a comment: one could pass for the marker of our own."""
        self.comments.append(data)
