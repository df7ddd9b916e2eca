"""The workflow of a pull request, run line by line over a real Git history."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.untrusted import BREAK
from tests.flows.github import Fake
from tests.flows.hostile import zipped
from tests.flows.test_comment import RUN, body, changed, comment, event, pull
from tests.flows.workflows import lines, run, with_environment, workflow
from tests.frozen import change, copy, write

REC = "toolkits/hospitality/recruitment.yml"
Edit = Callable[[Path], None]


@dataclass(frozen=True)
class Checkout:
    """What actions/checkout leaves: the pull request merged, and nothing older than its parents."""

    folder: Path

    def step(self, name: str, job: str = "content") -> subprocess.CompletedProcess[str]:
        """Runs a step of the workflow by its name."""
        return run(
            lines("pull-request", job, name),
            self.folder,
            GITHUB_OUTPUT=str(self.folder.parent / "output"),
            GITHUB_STEP_SUMMARY=str(self.folder.parent / "summary"),
        )

    def file(self, path: str) -> str:
        """A file in the checkout, or beside it where GitHub keeps its own."""
        return (self.folder / path).read_text(encoding="utf-8")


def git(folder: Path, *words: str) -> None:
    """Runs Git with an author of its own."""
    author = ["-c", "user.name=An editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *author, *words], cwd=folder, check=True, capture_output=True)


def checkout(place: Path, edit: Edit) -> Checkout:
    """A repository with a main branch, and a pull request that makes the edit."""
    origin = copy(place / "origin")
    write(origin, ".gitignore", "/.venv\n/.make/\n/site/\n/.cache/\n")
    git(origin, "init", "-q", "-b", "main")
    git(origin, "add", "-A")
    git(origin, "commit", "-q", "-m", "The toolkits")
    git(origin, "switch", "-q", "-c", "mend")
    edit(origin)
    git(origin, "add", "-A")
    git(origin, "commit", "-q", "-m", "Mend")
    git(origin, "switch", "-q", "main")
    write(origin, "toolkits/later.md", "# Later\n\nMain has moved on.\n")
    git(origin, "add", "-A")
    git(origin, "commit", "-q", "-m", "Main moves on")
    git(origin, "merge", "-q", "--no-ff", "-m", "Merge", "mend")
    git(place, "clone", "-q", "--depth", "2", f"file://{origin}", "checkout")
    return Checkout(with_environment(place / "checkout"))


def good(folder: Path) -> None:
    """An editor changes a step, and says so."""
    change(folder, REC, "Write five questions", "Write six questions")
    first = "{on: 2026-05-06, kind: corrected,"
    entry = "{on: 2026-11-23, kind: changed, note: Step 1 asks for six questions.}"
    change(folder, REC, f"      - {first}", f"      - {entry}\n      - {first}")


def bad(folder: Path) -> None:
    """An editor mistypes the name of a field."""
    change(folder, REC, "cost: low", "cots: low")


@pytest.fixture
def good_one(tmp_path: Path) -> Checkout:
    """A pull request without a fault."""
    return checkout(tmp_path, good)


def test_a_good_change_passes_and_leaves_what_the_comment_needs(
    good_one: Checkout, fake: Fake, tmp_path: Path
) -> None:
    """Every step in its order; then the artefact, put into the comment by the second workflow."""
    kept = {}
    for step in workflow("pull-request")["jobs"]["content"]["steps"]:
        if step.get("name", "").startswith("Install "):
            continue
        if "run" in step:
            done = good_one.step(step["name"])
            assert done.returncode == 0, f"{step['name']}: {done.stdout}{done.stderr}"
        elif step["uses"].startswith("actions/upload-artifact@"):
            kept[step["with"]["name"]] = good_one.folder / step["with"]["path"]
    assert (kept["preview"] / "hospitality/recruitment.html").is_file()
    words = (kept["changes"] / "changes.md").read_text(encoding="utf-8")
    assert "HOS-REC-01" in words
    assert "six" in words
    assert "Later" not in words, "what main did meanwhile is none of this change"
    assert words in (tmp_path / "summary").read_text(encoding="utf-8")

    fake.answers |= {
        "/pulls": [pull()],
        "/pulls/7/files": changed(REC),
        "/issues/7/comments": [],
    }
    fake.offer(RUN, "preview", b"")
    fake.offer(RUN, "changes", zipped(("changes.md", words.encode())))
    assert comment(fake, tmp_path, event()).returncode == 0
    posted = body(fake)
    assert "- `hospitality/recruitment.html`" in posted
    shown = posted.partition("\n---\n\n")[2]
    assert shown.replace(BREAK, "") == words.replace("<!-- -->", "")


def test_an_error_is_told_beside_its_line(tmp_path: Path) -> None:
    """The check fails, and GitHub is told the file and the line."""
    found = checkout(tmp_path, bad)
    done = found.step("Check the content")
    assert done.returncode == 1
    line = found.file(REC).splitlines().index("    cots: low") + 1
    assert re.search(rf"^::error .*file={REC},line={line}\b", done.stdout, re.MULTILINE)
    assert "Traceback" not in done.stderr


def test_an_id_that_vanishes_is_an_error(tmp_path: Path) -> None:
    """The check compares with what the change is merged into."""

    def remove(folder: Path) -> None:
        text = (folder / REC).read_text(encoding="utf-8")
        assert text.count("HOS-REC-03") >= 1
        write(folder, REC, text.replace("id: HOS-REC-03", "id: HOS-REC-33"))

    done = checkout(tmp_path, remove).step("Check the content")
    assert done.returncode == 1
    assert "HOS-REC-03" in done.stdout


def test_a_layout_that_fmt_would_mend_stops_nobody(tmp_path: Path) -> None:
    """It is told as a notice, and the step ends well."""

    def untidy(folder: Path) -> None:
        text = (folder / REC).read_text(encoding="utf-8")
        write(folder, REC, text.replace("cost: low", "cost: low   ", 1))

    done = checkout(tmp_path, untidy).step("Look at the layout of the YAML")
    assert done.returncode == 0, done.stderr
    assert REC in done.stdout + done.stderr
    assert "::notice title=Layout::" in done.stdout


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("toolkits/about.md", "false"),
        ("themes/culture.yml", "false"),
        ("mkdocs.yml", "true"),
        ("README.md", "true"),
        ("generator/toolkits/x.py", "true"),
    ],
)
def test_only_content_is_not_code(tmp_path: Path, path: str, code: str) -> None:
    """All else runs every test; what main did meanwhile does not count."""
    found = checkout(tmp_path, lambda folder: write(folder, path, "# Another text\n"))
    done = found.step("See whether more than content changed", "scope")
    assert done.returncode == 0
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"code={code}\n"
