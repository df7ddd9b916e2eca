"""Whatever stops a build, readers keep the last good site, whole."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.frozen import change, copy, write
from tests.site.conftest import ENVIRONMENT, mkdocs_build

ACTIONS = "toolkits/hospitality/recruitment.yml"
TITLES = ("Show pay and hours in each advert", "Show wages and hours in each advert")
STRICT = [sys.executable, "-m", "mkdocs", "build", "--strict"]


def state(site: Path) -> str:
    """A hash of every file of a site, by its path; times of packing apart."""
    whole = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.name != "sitemap.xml.gz":
            whole.update(path.relative_to(site).as_posix().encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def beside(project: Path) -> list[str]:
    """What lies in a project that a build may have left."""
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


@dataclass(frozen=True)
class Case:
    """A project whose site is built, and the states that its two versions give."""

    project: Path
    states: tuple[str, str]
    seconds: float

    @property
    def site(self) -> Path:
        """Where the site lies."""
        return self.project / "site"

    def edit(self, number: int) -> None:
        """Gives an action the title of one version or the other."""
        text = (self.project / ACTIONS).read_text(encoding="utf-8")
        for title in TITLES:
            text = text.replace(title, TITLES[number])
        (self.project / ACTIONS).write_text(text, encoding="utf-8")

    def build(self, limit: str = "pass") -> subprocess.CompletedProcess[str]:
        """Builds it, at the end of a line of Python that spoils something first."""
        run = f"import os, sys; {limit}; os.execv(sys.executable, {STRICT!r})"
        return subprocess.run(
            [sys.executable, "-c", run],
            cwd=self.project,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self) -> subprocess.Popen[bytes]:
        """Begins to build it, in a process group of its own, as a terminal does.

        Who runs these tests in the background has them ignore Ctrl-C; the build must not.
        """
        heed = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL)"
        return subprocess.Popen(
            [sys.executable, "-c", f"{heed}; os.execv(sys.executable, {STRICT!r})"],
            cwd=self.project,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )


@pytest.fixture(scope="module")
def both_built(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The frozen toolkit, built in its first version; the second is known, and was timed."""
    made = Case(copy(tmp_path_factory.mktemp("built") / "project"), ("", ""), 0)
    states, seconds = [], 0.0
    for number in (1, 0):
        made.edit(number)
        started = time.monotonic()
        result = mkdocs_build(made.project, made.site)
        seconds = time.monotonic() - started
        assert result.returncode == 0, result.stderr
        states.append(state(made.site))
    new, old = states
    assert new != old
    return Case(made.project, (old, new), seconds)


@pytest.fixture
def case(both_built: Case, tmp_path: Path) -> Case:
    """A copy of it that a test may spoil."""
    return replace(both_built, project=shutil.copytree(both_built.project, tmp_path / "project"))


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.long)])
def test_a_kill_at_any_moment_leaves_a_whole_site(case: Case, kills: int) -> None:
    """The old one or the new one, every file of it; the next build needs no help."""
    dice = random.Random(kills)  # noqa: S311 # the same moments in every run
    now = 0
    for kill in range(kills):
        now = 1 - now
        case.edit(now)
        running = case.start()
        moment = case.seconds * (kill + dice.random()) / kills
        try:
            running.wait(timeout=moment)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        assert state(case.site) in case.states, f"killed {moment:.3f} s after its start"
    assert case.build().returncode == 0
    assert state(case.site) == case.states[now]
    assert beside(case.project) == []


WAITS = """
import time

def on_post_template(output, **_):
    time.sleep(10)
    return output
"""


def test_ctrl_c_leaves_the_old_site_and_nothing_beside(case: Case) -> None:
    """It takes one line, not a traceback for each process; it comes while the site is written."""
    case.edit(1)
    write(case.project, "waits.py", WAITS)
    with (case.project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [waits.py]\n")
    running = case.start()
    while not list(case.project.glob(".site.building/*")):
        assert running.poll() is None
        time.sleep(0.005)
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate()[1].decode()
    assert running.returncode == 1
    assert "Traceback" not in told
    assert state(case.site) == case.states[0]
    assert beside(case.project) == []


@pytest.mark.parametrize("size", [1, 40_000, 400_000])
def test_a_full_disk_leaves_the_old_site_and_says_so(case: Case, size: int) -> None:
    """A limit on the size of files stops the writing as a full disk does, for root too."""
    case.edit(1)
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
    failed = case.build(limit)
    assert failed.returncode == 1
    assert "The site could not be written. File too large: " in failed.stderr
    assert "The last good site is untouched." in failed.stderr
    assert "Traceback" not in failed.stderr
    assert state(case.site) == case.states[0]
    assert beside(case.project) == []


def test_a_read_only_folder_leaves_the_old_site_and_says_so(case: Case) -> None:
    """Root may write everywhere: the build gives up that right first, where it has it."""
    case.edit(1)
    case.project.chmod(0o555)
    drop = "ctypes.CDLL(None).prctl(24, {}, 0, 0, 0)"  # PR_CAPBSET_DROP
    limit = f"import ctypes; {drop.format(1)}; {drop.format(2)}"  # CAP_DAC_OVERRIDE and its like
    failed = case.build(limit)
    case.project.chmod(0o755)
    assert failed.returncode == 1
    assert "The site could not be written. Permission denied: " in failed.stderr
    assert "Traceback" not in failed.stderr
    assert state(case.site) == case.states[0]


def test_a_warning_that_strict_mode_stops_at_leaves_the_old_site(case: Case) -> None:
    """MkDocs stops only once the new site is complete: it must not be in place by then."""
    change(case.project, "toolkits/about.md", "# ", "![A picture](nowhere.png)\n\n# ")
    failed = case.build()
    assert failed.returncode == 1
    assert "Aborted with 1 warnings in strict mode!" in failed.stdout + failed.stderr
    assert state(case.site) == case.states[0]
    assert beside(case.project) == []


def test_a_fault_in_code_leaves_the_old_site(case: Case) -> None:
    """It keeps its traceback, for whoever must mend it, and readers keep their site."""
    write(case.project, "spoilt.py", "def on_post_page(output, **_):\n    return 1 / 0\n")
    change(case.project, "mkdocs.yml", "plugins:\n", "hooks: [spoilt.py]\nplugins:\n")
    failed = case.build()
    assert failed.returncode == 1
    assert "ZeroDivisionError" in failed.stderr
    assert state(case.site) == case.states[0]
    assert beside(case.project) == []


def test_a_build_while_another_runs_is_refused(case: Case) -> None:
    """The first one is not disturbed."""
    case.edit(1)
    first = case.start()
    while not (case.project / ".site.lock").exists():
        assert first.poll() is None
        time.sleep(0.005)
    os.kill(first.pid, signal.SIGSTOP)
    second = case.build()
    os.kill(first.pid, signal.SIGCONT)
    first.communicate()
    assert second.returncode == 1
    assert "Another build of this site is running" in second.stderr
    assert first.returncode == 0
    assert state(case.site) == case.states[1]
    assert beside(case.project) == []
