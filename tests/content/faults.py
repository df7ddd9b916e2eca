"""A fault that an editor can make, and every word that `check` answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.content.load import load
from generator.content.problems import Problem, Severity
from tests.frozen import change, write

REC = "toolkits/hospitality/recruitment.yml"
CUL = "toolkits/hospitality/culture.yml"
SECTOR = "toolkits/hospitality/sector.yml"
THEME = "themes/recruitment.yml"
SOURCES = "toolkits/sources.yml"
LAW = "toolkits/law.yml"
RESOURCES = "toolkits/resources.yml"
FRAMEWORKS = "toolkits/frameworks.yml"
VOCABULARY = "toolkits/vocabulary.yml"
HOME = "toolkits/index.md"
ABOUT = "toolkits/about.md"


@dataclass(frozen=True, slots=True)
class Fault:
    """In the file `path`, `old` becomes `new` (the whole file without an `old`); then what is told.

    `at` is line and column, behind another file's path where the problem is told there.
    """

    name: str
    path: str
    old: str | None
    new: str | bytes
    at: str
    code: str
    message: str
    fix: str

    def __str__(self) -> str:
        return self.name

    def make(self, folder: Path) -> None:
        """Puts the fault into a copy of the frozen toolkit."""
        if self.old is None:
            write(folder, self.path, self.new)
        else:
            change(folder, self.path, self.old, self.new)

    @property
    def told(self) -> tuple[str, str, str, str]:
        """Place, code, message and fix."""
        at = self.at if "/" in self.at else f"{self.path}:{self.at}"
        return at, self.code, self.message, self.fix


def told(folder: Path) -> list[tuple[str, str, str, str]]:
    """Place, code, message and fix of every problem of a folder, all of them errors."""
    loaded = load(folder)
    assert loaded.toolkit is None or not loaded.problems
    assert {problem.severity for problem in loaded.problems} <= {Severity.ERROR}
    return [words(problem) for problem in loaded.problems]


def words(problem: Problem) -> tuple[str, str, str, str]:
    """Place, code, message and fix of a problem."""
    return str(problem.place), problem.code, problem.message, problem.fix
