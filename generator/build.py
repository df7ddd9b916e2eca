"""What one build reads and makes before MkDocs has it: taken from an earlier build, or made now."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator import judged, project
from generator.content.fitted import Memory
from generator.content.problems import Problem, Severity
from generator.content.toolkit import Toolkit
from generator.kept import Kept
from generator.pages import written
from generator.preview import Later
from generator.settings import settings
from generator.unchanged import Known, Whole, fingerprint


@dataclass(frozen=True, slots=True)
class Heard:
    """What the rules say: problems where there is an error among them, else only remarks."""

    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass
class Build:
    """A build of a folder; a preview builds again and again, and remembers what it read."""

    folder: Path
    takeaways: bool
    cache: bool
    serving: bool
    memory: Memory = field(default_factory=dict)
    written: written.Memory = field(default_factory=dict)
    later: Later = field(default_factory=Later)
    whole: Whole | None = None
    """What was made last; while there are errors, that is what was made before them."""

    config: Mapping[str, Any] = field(default_factory=dict)
    known: Known | None = None
    verdict: judged.Verdict | None = None
    due: bool = False
    """Whether nobody has heard yet what the rules say of it."""

    def kept(self, below: Path) -> Kept:
        """Where what was made before is kept; nowhere without a cache."""
        return Kept(self.folder / below if self.cache else None)

    def read(self, config: Mapping[str, Any], *, at_once: bool) -> bool:
        """Whether there is something new to show; what the rules say of it must then be heard.

        `at_once`: the rules may go on meanwhile. Raises TakeAwayError where a file cannot be made.
        """
        self.config, self.due = config, False
        self.known, self.verdict = self._known(), None
        whole = self.known.recall() if self.known else None
        if whole is None:
            whole, self.verdict = judged.make(self.folder, self.memory, self._made, at_once=at_once)
        self.whole, self.due = whole or self.whole, True
        return whole is not None

    def heard(self) -> Heard:
        """Waits for what the rules say; what is sound is then kept for the next build."""
        due, self.due = self.due, False
        if not due:
            return Heard()
        if self.verdict is None:
            return Heard(remarks=self.whole.remarks if self.whole else ())
        problems = self.verdict()
        wrong = any(problem.severity is Severity.ERROR for problem in problems)
        if wrong or self.whole is None:
            return Heard(problems)
        remarks = tuple(problem.describe() for problem in problems)
        self.whole = replace(self.whole, remarks=remarks)
        if self.known and self.known == self._known():  # nobody saved meanwhile
            self.known.remember(self.whole)
        return Heard(remarks=remarks)

    def _made(self, toolkit: Toolkit) -> Whole:
        later = self.later if self.serving and self.cache else None  # it finds them in the cache
        arriving = self._take_aways(toolkit, later) if self.takeaways else None
        memory = self.written if self.serving else None
        pages, nav = project.pages(toolkit, self.config, arriving, memory)
        files = arriving.files() if arriving else ()
        if later and not later.ask:
            later.keep(files)
        whole = Whole(pages, nav, (*files, project.plan(toolkit)), toolkit.edition.isoformat())
        if not self.serving:
            written.forget()
        return whole

    def _take_aways(self, toolkit: Toolkit, later: Later | None) -> project.Arriving:
        kept = self.kept(project.KEPT)
        files = project.take_aways(toolkit, self.config, kept, later)
        return project.Arriving(toolkit, files)

    def _known(self) -> Known | None:
        """Where what an earlier build made lies; the preview has its own last state."""
        if self.serving or not self.cache:
            return None
        file = Path(self.config.get("config_file_path") or os.devnull)
        made_for = f"{self.takeaways} {settings(dict(self.config))} {file.read_bytes()!r}"
        key = fingerprint(self.folder, made_for)
        return Known(key, self.kept(project.KEPT_WHOLE), self.kept(project.KEPT))
