"""The one issue with the weekly report: opened once, then updated."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from scripts.issue import MARKER, TITLE
from tests.flows.github import BOT, REPOSITORY, Fake
from tests.flows.hostile import zipped
from tests.flows.workflows import ROOT, lines, run

RUN = 31
REPORT = "## Links to other sites\n\nAddresses asked for: 1.\n\nAll of them answered.\n"


@pytest.fixture
def ready(fake: Fake) -> Fake:
    """A run that left its report; there is no issue yet."""
    fake.offer(RUN, "report", zipped(("report.md", REPORT.encode())))
    fake.answers["/issues"] = []
    return fake


def tell(fake: Fake) -> subprocess.CompletedProcess[str]:
    """Runs the very line of the workflow."""
    line = lines("weekly", "tell", "Open or update the issue")
    return run(line, ROOT, **fake.environment(), GITHUB_RUN_ID=str(RUN))


def test_the_first_report_opens_an_issue(ready: Fake) -> None:
    """With a title of its own and the report in it."""
    assert tell(ready).stdout == "Opened the issue.\n"
    (written,) = ready.written()
    assert (written.method, written.path) == ("POST", f"/repos/{REPOSITORY}/issues")
    assert written.body == {"title": TITLE, "body": f"{MARKER}\n\n{REPORT}\n"}


def test_a_later_report_updates_it(ready: Fake) -> None:
    """Ours is told by its marker and its author; pull requests and others' issues are not."""
    own = {"number": 5, "user": BOT, "body": MARKER + "\nold"}
    ready.answers["/issues"] = [
        {"number": 1, "user": {"login": "someone"}, "body": MARKER},
        {"number": 2, "user": BOT, "body": None},
        {"number": 3, "user": BOT, "body": MARKER, "pull_request": {}},
        own,
    ]
    assert tell(ready).stdout == "Updated the issue.\n"
    (written,) = ready.written()
    assert (written.method, written.path) == ("PATCH", f"/repos/{REPOSITORY}/issues/5")


def test_other_hosts_words_mention_nobody(ready: Fake) -> None:
    """A host may answer anything, and an address may hold anything."""
    ready.archives[1] = zipped(("report.md", b"- `https://e.example/@octocat`: @octocat #1"))
    tell(ready)
    (written,) = ready.written()
    assert "@octocat" not in written.body["body"]


def test_a_run_without_report_fails(fake: Fake) -> None:
    """The run is red, and says why."""
    fake.answers[f"/actions/runs/{RUN}/artifacts"] = {"artifacts": []}
    done = tell(fake)
    assert done.returncode == 1
    assert done.stderr == "This run has no artefact 'report' of a size that can be read.\n"


def test_a_part_of_the_report_that_fails_leaves_the_others(tmp_path: Path) -> None:
    """The weekly script ends well and tells how each command ended."""
    for name, script in {"python": "exit 7", "toolkits": "echo HOS-REC-01 is due; exit 1"}.items():
        path = tmp_path / ".venv/bin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    done = subprocess.run(
        ["sh", ROOT / "scripts/weekly.sh"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith("The links could not be looked at: the run says why.\n")
    assert "HOS-REC-01 is due\n~~~\n\n(The command ended with 1.)" in done.stdout
    assert "(The command ended with 7.)" in done.stdout
