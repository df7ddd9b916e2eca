"""The workflows: valid, with the least rights, every action pinned, and no outsider's word run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.flows.workflows import ROOT, WORKFLOWS, jobs, read, steps, workflow

SCHEMAS = {
    "github-workflows": [path.relative_to(ROOT).as_posix() for path in WORKFLOWS],
    "github-issue-forms": [
        ".github/ISSUE_TEMPLATE/another-format.yml",
        ".github/ISSUE_TEMPLATE/report-a-mistake.yml",
        ".github/ISSUE_TEMPLATE/suggest-an-action.yml",
    ],
    "github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
    "dependabot": [".github/dependabot.yml"],
}

# Every right that a job may have, by job: whoever adds one adds it here too.
RIGHTS = {
    "comment:comment": {"actions": "read", "contents": "read", "pull-requests": "write"},
    "publish:build": {"contents": "read"},
    "publish:deploy": {"pages": "write", "id-token": "write"},
    "pull-request:content": {"contents": "read"},
    "pull-request:scope": {"contents": "read"},
    "pull-request:tests": {"contents": "read"},
    "weekly:look": {"contents": "read"},
    "weekly:tell": {"actions": "read", "contents": "read", "issues": "write"},
}


def tool(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs a tool of this environment."""
    command = [str(Path(sys.executable).parent / words[0]), *words[1:]]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing() -> None:
    """The strictest reading of the workflows by a tool made to find what is unsafe in them."""
    done = tool("zizmor", "--offline", "--persona", "pedantic", "--no-progress", ".github")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


def test_zizmor_finds_what_is_unsafe(tmp_path: Path) -> None:
    """The test above would fail: a title that reaches a shell is found."""
    bad = (ROOT / ".github/workflows/pull-request.yml").read_text(encoding="utf-8")
    line = "run: sh scripts/environment.sh site"
    assert line in bad
    path = tmp_path / ".github/workflows/bad.yml"
    path.parent.mkdir(parents=True)
    path.write_text(bad.replace(line, 'run: echo "${{ github.event.pull_request.title }}"'))
    done = tool("zizmor", "--offline", "--no-progress", str(tmp_path))
    assert done.returncode != 0
    assert "template-injection" in done.stdout


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_file_fits_its_published_schema(schema: str) -> None:
    """Workflows, issue forms and Dependabot's settings have the form that GitHub reads."""
    done = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *SCHEMAS[schema])
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_of_yaml_has_a_schema() -> None:
    """None is left out of the table above."""
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / ".github").rglob("*.yml")}
    assert files == {name for names in SCHEMAS.values() for name in names}


def test_each_job_has_the_rights_it_needs_and_no_other() -> None:
    """A workflow gives none; each job names its own."""
    assert all(read(path)["permissions"] == {} for path in WORKFLOWS)
    assert {name: job["permissions"] for name, job in jobs()} == RIGHTS


def test_nothing_runs_with_rights_for_a_stranger() -> None:
    """No `pull_request_target`; what follows a pull request checks out the main branch alone."""
    for path in WORKFLOWS:
        assert "pull_request_target" not in read(path)["on"], path.name
    for name, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            wanted = step["with"]
            assert wanted["persist-credentials"] is False, name
            assert not {"ref", "repository", "token", "ssh-key"} & set(wanted), name


def test_no_pull_request_sees_a_secret() -> None:
    """The only secret anywhere is the token of the run, in the two jobs that write."""
    for path in WORKFLOWS:
        assert "${{ secrets" not in path.read_text(encoding="utf-8"), path.name
    with_token = {name.partition(":Po")[0].partition(":Op")[0] for name, s in steps() if "env" in s}
    assert with_token == {"comment:comment", "weekly:tell"}
    assert "github.token" not in (ROOT / ".github/workflows/pull-request.yml").read_text()


@pytest.mark.parametrize(("name", "step"), steps(), ids=[name for name, _step in steps()])
def test_no_step_puts_a_value_into_its_script(name: str, step: dict[str, Any]) -> None:
    """What a script runs is fixed: values come through the environment, if at all."""
    assert "${{" not in step.get("run", ""), name
    for value in step.get("with", {}).values():
        assert "${{" not in str(value), name


def test_every_action_is_pinned_by_a_hash_with_its_version() -> None:
    """A tag can be moved to other code; a hash cannot."""
    for path in WORKFLOWS:
        used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
        assert used or path.stem == "none"
        for line in used:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_one_action_has_one_version() -> None:
    """The same hash everywhere, or one of them is forgotten when it is renewed."""
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: (.*)", text))
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


def test_every_job_ends() -> None:
    """A limit of time, and a fixed kind of machine."""
    for name, job in jobs():
        assert 0 < job["timeout-minutes"] <= 120, name
        assert job["runs-on"] == "ubuntu-24.04", name


def test_the_comment_follows_the_workflow_by_its_name() -> None:
    """GitHub knows it by its name alone: a new name would end all comments."""
    follows = workflow("comment")["on"]["workflow_run"]["workflows"]
    assert follows == [workflow("pull-request")["name"]]


def test_the_weekly_job_stops_nobody() -> None:
    """It runs by the calendar or by hand, never for a change."""
    assert set(workflow("weekly")["on"]) == {"schedule", "workflow_dispatch"}


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml")), ids=lambda path: path.stem
)
def test_every_field_of_a_form_explains_itself(path: Path) -> None:
    """A label that asks and a description that helps; no grey words that vanish while typing."""
    for field in read(path)["body"]:
        if field["type"] != "markdown":
            told = field["attributes"]
            assert told["label"].endswith("?")
            assert told["description"].endswith(".")
            assert "placeholder" not in told
            assert "required" in field["validations"]


def test_nobody_is_named_as_owner() -> None:
    """CODEOWNERS is a sample: every line of it is a comment."""
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines)


def test_the_template_of_a_pull_request_has_three_lines() -> None:
    """An editor fills it in within a minute."""
    lines = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
