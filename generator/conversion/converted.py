"""A page's HTML, converted by one Markdown for all pages, by two processes, or not at all.

What a page becomes is kept under a hash of all that decides it. Which other pages it asked for is
kept with it, and asked again before it is used.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as steps
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta

from generator.conversion import searched
from generator.conversion.markdowns import EXTENSIONS, follow
from generator.kept import Kept, makers
from generator.parallel import each
from generator.progress import watched

_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context")
_OURS = ("generator.", "material.plugins.search.")
_LIBRARIES = ("mkdocs", "mkdocs-material", "markdown")
_PARTS = {"content", "toc", "title", "anchors", "links", "entries", "asked"}
_WORTH_IT = 12  # pages: for fewer, a second process costs more than it gains

Record = dict[str, Any]
Memory = dict[str, tuple[tuple[object, ...], Record]]
"""What each page became last, by its path, and all that decided it."""


class ConvertedPage(Page):
    """A page that may know already what its Markdown becomes."""

    record: Record | None = None
    read = False

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads the Markdown, unless that was done to see whether it is known."""
        if not self.read:
            super().read_source(config)
        self.read = False  # whoever asks again has changed something

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes what is known, or converts the Markdown as MkDocs does."""
        if self.record is None:
            super().render(config, files)
        else:
            self.take(self.record, files)

    def take(self, record: Record, files: Files) -> None:
        """Becomes what a conversion gave."""
        self.content = record["content"]
        self.toc = get_toc(record["toc"])
        self._title_from_render = record["title"]
        self.present_anchor_ids = set(record["anchors"])
        found = {uri: files.get_file_from_path(uri) for uri in record["links"]}
        self.links_to_anchors = {
            file: record["links"][uri] for uri, file in found.items() if file is not None
        }


def allowed(config: MkDocsConfig) -> bool:
    """Whether pages may be converted here: nobody else has a hand in them, or extends Markdown."""
    handlers = (method for event in _EVENTS for method in config.plugins.events[event])
    strangers = [m for m in handlers if not str(m.__module__).startswith(_OURS)]
    plain = all(isinstance(name, str) for name in config.markdown_extensions)
    listens = logging.getLogger("mkdocs").getEffectiveLevel() > logging.DEBUG
    return plain and listens and not strangers and EXTENSIONS.issuperset(config.markdown_extensions)


def claim(files: Files, config: MkDocsConfig) -> None:
    """Gives the files of the navigation pages that can be converted here, before MkDocs does."""
    for title, path in _entries(config.nav or ()):
        file = files.get_file_from_path(path)
        if file is not None and file.page is None:
            ConvertedPage(title, file, config)


def convert(files: Files, config: MkDocsConfig, kept: Kept, memory: Memory | None = None) -> None:
    """Finds what every page becomes: remembered by a preview, kept by a build, or converted now."""
    known, given = dict(memory or {}), {}
    pages = list(_read(files, config))
    missing = []
    for page in pages:
        uri, own = page.file.src_uri, _given(page, config)
        if memory is not None:
            given[uri] = own
        before, record = known.get(uri, (None, None))
        if before == own and record and _answered(record, files):
            page.record = record
            continue
        key = _key(own)
        page.record = _known(kept.get(key), files)
        if page.record is None:
            missing.append((page, key))
    _convert(missing, files, config, kept, let_go=memory is None)
    kept.prune()
    if memory is not None:
        memory.clear()
        recorded = ((page.file.src_uri, page.record) for page in pages)
        memory.update((uri, (given[uri], record)) for uri, record in recorded if record)


def _convert(
    missing: list[tuple[ConvertedPage, str]],
    files: Files,
    config: MkDocsConfig,
    kept: Kept,
    *,
    let_go: bool,
) -> None:
    """Converts pages, and keeps what each becomes; `let_go` of all that a build needs no more."""
    missing.sort(key=lambda one: -len(one[0].markdown or ""))  # long ones first: both end together
    work = partial(_converted, files=files, config=config)
    fresh = each(work, [page for page, _ in missing], _WORTH_IT)
    shown = watched(fresh, len(missing), "Converting pages")
    for (page, key), made in zip(missing, shown, strict=True):
        if made:
            kept.put(key, made)
            page.record = json.loads(made)
            if let_go:  # all pages' together take much room
                page.markdown = ""
                del page.record["asked"]


def _entries(items: Sequence[Any] | Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    """The title and path of every page in the navigation, in MkDocs' own order."""
    for item in items:
        if isinstance(item, str):
            yield None, item
            continue
        for title, part in item.items():
            if isinstance(part, str):
                yield title, part
            else:
                yield from _entries(part)


def _read(files: Files, config: MkDocsConfig) -> Iterator[ConvertedPage]:
    """Every page that can be read; MkDocs tells of the others."""
    for file in files.documentation_pages():
        if type(file.page) is Page:  # in no menu
            ConvertedPage(None, file, config)
        page = file.page
        if isinstance(page, ConvertedPage):
            with suppress(OSError, ValueError):
                page.markdown, page.meta = meta.get_data(file.content_string)
                page.read = True
                yield page


def _given(page: ConvertedPage, config: MkDocsConfig) -> tuple[object, ...]:
    """All that decides what a page becomes, but for what lies at its links."""
    search = searched.index(config)
    return (
        *(page.file.src_uri, page.url, page.file.inclusion.name, page.is_homepage),
        *(vars(page).get("title"), page.meta, page.markdown, config.use_directory_urls),
        *(config.markdown_extensions, config.mdx_configs, dict(config.validation.links)),
        *(search and search.config, _makers()),
    )


def _key(given: tuple[object, ...]) -> str:
    return hashlib.sha256(json.dumps(given, default=repr).encode()).hexdigest()


@cache
def _makers() -> str:
    """What makes the HTML: code of ours, and the libraries it calls."""
    return makers((Path(__file__).parent,), _LIBRARIES)


def _known(data: bytes | None, files: Files) -> Record | None:
    """What was kept, if every page it asked for is still the same, or still missing."""
    try:
        record: Record = json.loads(data or b"")
        same = _answered(record, files)
    except (ValueError, TypeError, KeyError, AttributeError):  # nothing there, or none of ours
        return None
    return record if same and _PARTS.issubset(record) else None


def _answered(record: Record, files: Files) -> bool:
    asked = record["asked"].items()
    return all(_answer(files.get_file_from_path(uri)) == answer for uri, answer in asked)


def _answer(file: File | None) -> list[str] | None:
    return None if file is None else [file.src_uri, file.url, file.inclusion.name]


class _Asked:
    """The files, as a page asks for them: it remembers every question and its answer."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.answers: dict[str, list[str] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path; nothing where there is none."""
        found = self.files.get_file_from_path(path)
        self.answers[path] = _answer(found)
        return found


def _converted(page: ConvertedPage, files: Files, config: MkDocsConfig) -> bytes:
    """What a page becomes; nothing where MkDocs had something to say about it."""
    asked = _Asked(files)
    try:
        with _listening() as said:
            record = follow(page, asked, config)
            page.take(record, files)
            record["entries"] = searched.searched(page, config)
    except Exception:  # noqa: BLE001 # MkDocs will meet it again, and say on which page
        return b""
    return b"" if said else json.dumps({**record, "asked": asked.answers}).encode()


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Whatever MkDocs logs meanwhile, which is then not shown: the page is converted again."""
    said: list[str] = []
    loggers = [logging.getLogger(name) for name in ("mkdocs", steps.__name__)]

    def hear(record: logging.LogRecord) -> bool:
        said.append(record.getMessage())
        return False

    for logger in loggers:
        logger.addFilter(hear)
    try:
        yield said
    finally:
        for logger in loggers:
            logger.removeFilter(hear)
