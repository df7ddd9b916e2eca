"""The MkDocs adapter: hands the pages, navigation and theme to MkDocs, and decides nothing."""

from __future__ import annotations

import gc
import logging
import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from generator import judged, project, swap, trouble, unchanged
from generator.content.fitted import Memory
from generator.content.load import Loaded, begin
from generator.content.problems import Severity
from generator.content.toolkit import Toolkit
from generator.conversion import converted
from generator.kept import Kept
from generator.preview import Later
from generator.settings import settings
from generator.takeaways import TakeAwayError
from generator.takeaways.everything import TakeAway

log = get_plugin_logger("toolkits")


class ToolkitsConfig(Config):
    """The plugin's options in mkdocs.yml."""

    folder = config_options.Dir(exists=True, default=".")
    """The folder that holds toolkits/ and themes/; by default the one of mkdocs.yml."""

    takeaways = config_options.Type(bool, default=True)
    """Whether to make the files to take away: PDF, Word, Excel, CSV and JSON."""

    cache = config_options.Type(bool, default=True)
    """Whether to keep what was made, and make again only what changed."""


def _stop_counting_warnings() -> None:
    """Keeps strict mode out of the preview: there an abort would make every request hang.

    MkDocs has added its counter before any plugin runs, so a setting would come too late.
    """
    logger = logging.getLogger("mkdocs")
    for handler in tuple(logger.handlers):
        if isinstance(handler, CountHandler):
            logger.removeHandler(handler)


def _warned() -> bool:
    """Whether MkDocs' strict mode has counted a warning and will stop the build."""
    counters = (h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler))
    return any(counter.get_counts() for counter in counters)


def _refused(error: OSError) -> PluginError:
    """What a disk refused, in words: it is full, read-only, or holds a build under way."""
    where = error.filename2 or error.filename or ""
    told = f"{error.strerror or error}{': ' * bool(where)}{where}"
    return PluginError(f"The site could not be written. {told}\nThe last good site is untouched.")


class ToolkitsPlugin(BasePlugin[ToolkitsConfig]):
    """Makes the pages of the toolkits from their YAML."""

    def __init__(self) -> None:
        self.serving = False
        self.told = False
        self.pages: dict[str, str] = {}
        self.nav: list[object] = []
        self.shown: dict[str, str] = {}
        self.files: tuple[TakeAway, ...] = ()
        self.edition = ""
        self.memory: Memory = {}
        self.later = Later()
        self.site_dir = ""
        self.building: swap.Building | None = None

    def on_startup(
        self,
        *,
        command: Literal["build", "gh-deploy", "serve"],
        dirty: bool,  # noqa: ARG002 # MkDocs passes it by name
    ) -> None:
        """Remembers the command; a plugin with this hook is also kept between serve's builds."""
        self.serving = command == "serve"
        gc.set_threshold(50_000)  # a build makes much and drops little: looking costs a tenth

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the content before MkDocs touches the old site, and stops at errors."""
        if self.serving:
            self.later.pause()
            _stop_counting_warnings()
            config.extra["preview"] = True  # MkDocs writes a script into each page it shows
        known = self._known(config)
        whole = known.recall() if known else None
        if whole is None:
            whole = self._read(config)
            if known and whole and known == self._known(config):  # nobody saved meanwhile
                known.remember(whole)
        if whole:
            self.pages, self.nav, self.files = whole.pages, whole.nav, whole.files
            self.edition, self.shown = whole.edition, whole.pages
            for remark in whole.remarks:  # house style: MkDocs' strict mode must not count it
                log.info("%s", remark)
        config.nav = self.nav or [trouble.PATH]
        config.theme.dirs.insert(0, str(project.THEME))
        self._say_once(config)
        if not self.serving:
            self._build_beside(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Puts the made pages in the place of the hand-written ones they contain."""
        if not self.pages:  # only trouble to show: links of other pages would lead nowhere
            for page in files.documentation_pages():
                files.remove(page)
        for path, text in self.shown.items():
            written = files.get_file_from_path(path)
            if written is not None:
                files.remove(written)
            files.append(File.generated(config, path, content=text))
        for file in self.files:
            files.append(File.generated(config, file.path, content=file.content))
        if self.config.cache and converted.allowed(config):
            converted.claim(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Converts what changed, now that all addresses are known, and dates it by the content.

        MkDocs' own date is that of the build.
        """
        if self.config.cache and converted.allowed(config):
            converted.convert(files, config, self._kept(project.KEPT_PAGES))
            converted.share_entries(config)
        for file in files.documentation_pages():
            if file.page is not None and self.edition:
                file.page.update_date = self.edition
        return nav

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Puts the site in its place: the last thing of all, and not where strict mode will stop.

        MkDocs looks at its warnings only after this.
        """
        if self.building and not _warned():
            swap.finish(self.building)
            self.building = None
            log.info("The new site is whole, and in its place: %s", self.site_dir)
        self._clear_away()
        config.site_dir = self.site_dir or config.site_dir
        if self.serving:
            self.later.catch_up(Path(config.site_dir), self._kept(project.KEPT))

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves the last good site as it was, and says in words what the disk refused."""
        if self.building and isinstance(error, OSError):
            self._clear_away()
            raise _refused(error) from None
        self._clear_away()

    def on_shutdown(self) -> None:
        """Clears away after Ctrl-C, which is no error to MkDocs."""
        self.later.pause()
        self._clear_away()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002 # MkDocs passes it by name
        builder: object,  # noqa: ARG002 # MkDocs passes it by name
    ) -> LiveReloadServer:
        """Watches what MkDocs does not: themes, and the theme's own files."""
        server.watch(str(Path(self.config.folder) / "themes"))
        server.watch(str(project.THEME))
        server.watch(str(Path(__file__).parent / "pages" / "templates"))
        return server

    def _build_beside(self, config: MkDocsConfig) -> None:
        self.site_dir = config.site_dir
        if Path(self.site_dir).is_mount():
            log.info("%s is a mount point, so the site is built in place.", self.site_dir)
            return
        try:
            self.building = swap.begin(Path(self.site_dir))
        except OSError as error:
            raise _refused(error) from None
        config.site_dir = str(self.building.folder)

    def _clear_away(self) -> None:
        if self.building:
            swap.give_up(self.building)
        self.building = None

    def _take_aways(self, toolkit: Toolkit, config: MkDocsConfig) -> tuple[TakeAway, ...]:
        if not self.config.takeaways:
            return ()
        self.later.last = {file.path: file for file in self.files}
        later = self.later if self.serving and self.config.cache else None  # found in the cache
        return tuple(project.take_aways(toolkit, config, self._kept(project.KEPT), later))

    def _kept(self, below: Path) -> Kept:
        return Kept(Path(self.config.folder) / below if self.config.cache else None)

    def _known(self, config: MkDocsConfig) -> unchanged.Known | None:
        """Where what an earlier build made lies; the preview has its own last state."""
        if self.serving or not self.config.cache:
            return None
        file = Path(config.config_file_path or os.devnull)
        made_for = f"{self.config.takeaways} {settings(dict(config))} {file.read_bytes()!r}"
        key = unchanged.fingerprint(Path(self.config.folder), made_for)
        return unchanged.Known(key, self._kept(project.KEPT_WHOLE), self._kept(project.KEPT))

    def _read(self, config: MkDocsConfig) -> unchanged.Whole | None:
        """The content, read and made into pages and files; in a preview also with its errors."""
        begun, made = begin(Path(self.config.folder), self.memory), partial(self._made, config)
        loaded, whole = judged.make(begun, made, at_once=not self.serving)
        if whole is None:
            self._show_trouble(loaded)
            return None
        return replace(whole, remarks=tuple(problem.describe() for problem in loaded.problems))

    def _made(self, config: MkDocsConfig, toolkit: Toolkit) -> unchanged.Whole:
        try:
            files = self._take_aways(toolkit, config)
            pages, nav = project.pages(toolkit, config, files)
        except TakeAwayError as error:
            raise PluginError(str(error)) from None
        files = (*files, project.plan(toolkit))
        return unchanged.Whole(pages, nav, files, toolkit.edition.isoformat())

    def _show_trouble(self, loaded: Loaded) -> None:
        for problem in loaded.problems:
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            log.log(level, "%s", problem.describe())
        number = len(loaded.errors)
        if not self.serving:
            raise PluginError(f"{number} error{'s' * (number != 1)} in the content, listed above.")
        self.shown = trouble.pages(self.pages, loaded.errors)

    def _say_once(self, config: MkDocsConfig) -> None:
        left_out = settings(dict(config)).left_out
        if left_out and not self.told:
            log.info("%s", left_out)
        self.told = True
