"""The MkDocs adapter: hands the pages, navigation and theme to MkDocs, and decides nothing."""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from generator import project, swap, trouble
from generator.build import Build
from generator.content.problems import Problem, Severity
from generator.conversion import converted, searched, themed
from generator.settings import settings
from generator.takeaways import TakeAwayError
from generator.unchanged import Whole

log = get_plugin_logger("toolkits")

_LOOKS = 0.2
"""Seconds from one look for saved files to the next, in a preview; MkDocs looks every half."""


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
        self.shown: dict[str, str] = {}
        self.themes: themed.Known = {}
        self.converted: converted.Memory = {}
        self.build: Build | None = None
        self.site_dir = ""
        self.building: swap.Building | None = None

    def on_startup(
        self,
        *,
        command: Literal["build", "gh-deploy", "serve"],
        dirty: bool,  # noqa: ARG002 # MkDocs passes it by name
    ) -> None:
        """Remembers the command; a plugin with this hook is also kept between serve's builds.

        A build makes much, drops little and ends: to look for what is dropped costs it a tenth.
        """
        self.serving = command == "serve"
        if self.serving:
            gc.set_threshold(50_000)
        else:
            gc.disable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the content before MkDocs touches the old site, and stops at errors.

        Where the new site is built beside it, the rules may go on until all is converted.
        """
        build = self._begun()
        if self.serving:
            build.later.pause()
            _stop_counting_warnings()
            config.extra["preview"] = True  # MkDocs writes a script into each page it shows
        at_once = not self.serving and not Path(config.site_dir).is_mount()
        try:
            new = build.read(config, at_once=at_once)
        except TakeAwayError as error:
            raise PluginError(str(error)) from None
        self.shown = self._whole.pages
        if not (new and at_once):
            self._hear()
        config.nav = self._whole.nav or [trouble.PATH]
        config.theme.dirs.insert(0, str(project.THEME))
        themed.hasten(config.theme, self.themes)
        self._say_once(config)
        if not self.serving:
            self._build_beside(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Puts the made pages in the place of the hand-written ones they contain."""
        if not self._whole.pages:  # only trouble to show: links of other pages would lead nowhere
            for page in files.documentation_pages():
                files.remove(page)
        for path, text in self.shown.items():
            written = files.get_file_from_path(path)
            if written is not None:
                files.remove(written)
            files.append(File.generated(config, path, content=text))
        for file in self._whole.files:
            files.append(File.generated(config, file.path, content=file.content))
        if self.config.cache and converted.allowed(config):
            converted.claim(files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Converts what changed, now that all addresses are known, and dates it by the content.

        MkDocs' own date is that of the build.
        """
        if self.config.cache and converted.allowed(config):
            memory = self.converted if self.serving else None
            converted.convert(files, config, self._begun().kept(project.KEPT_PAGES), memory)
            searched.share_entries(config)
        self._hear()
        for file in files.documentation_pages():
            if file.page is not None and self._whole.edition:
                file.page.update_date = self._whole.edition
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
            self._begun().later.catch_up(Path(config.site_dir), self._begun().kept(project.KEPT))

    def on_build_error(self, *, error: Exception) -> None:
        """Leaves the last good site as it was, and says in words what the disk refused."""
        building = bool(self.building)
        self._clear_away()
        if building and isinstance(error, OSError):
            raise _refused(error) from None
        if self.build:  # an error in the content may have led to this one
            self._hear()

    def on_shutdown(self) -> None:
        """Clears away after Ctrl-C, which is no error to MkDocs."""
        if self.build:
            self.build.later.end()
        self._clear_away()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002 # MkDocs passes it by name
        builder: object,  # noqa: ARG002 # MkDocs passes it by name
    ) -> LiveReloadServer:
        """Watches what MkDocs does not, themes and the theme's own files, and looks more often."""
        server.watch(str(Path(self.config.folder) / "themes"))
        server.watch(str(project.THEME))
        server.watch(str(Path(__file__).parent / "pages" / "templates"))
        watching: tuple[Any, ...] = (server.observer, *server.observer.emitters)
        for one in watching:
            one._timeout = _LOOKS  # noqa: SLF001 # a test fails when watchdog changes it
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

    def _begun(self) -> Build:
        """The one build of `mkdocs build`; under `mkdocs serve`, what all builds go on with."""
        if self.build is None:
            own = self.config
            self.build = Build(Path(own.folder), own.takeaways, own.cache, self.serving)
        return self.build

    @property
    def _whole(self) -> Whole:
        """What was made last; nothing at all before that."""
        return self._begun().whole or Whole({}, [], (), "")

    def _hear(self) -> None:
        """Waits for what the rules say, and stops at errors; a preview shows them."""
        heard = self._begun().heard()
        for remark in heard.remarks:  # house style: MkDocs' strict mode must not count it
            log.info("%s", remark)
        if heard.problems:
            self._show_trouble(heard.problems)

    def _show_trouble(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            log.log(level, "%s", problem.describe())
        errors = tuple(p for p in problems if p.severity is Severity.ERROR)
        number = len(errors)
        if not self.serving:
            raise PluginError(f"{number} error{'s' * (number != 1)} in the content, listed above.")
        self.shown = trouble.pages(self._whole.pages, errors)

    def _say_once(self, config: MkDocsConfig) -> None:
        left_out = settings(dict(config)).left_out
        if left_out and not self.told:
            log.info("%s", left_out)
        self.told = True
