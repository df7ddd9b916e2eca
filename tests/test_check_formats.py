"""`toolkits check` on a terminal, in a pull request, for programs, and on a full disk."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.frozen import change

REC = "toolkits/hospitality/recruitment.yml"
PROGRAM = [sys.executable, "-c", "from generator.cli import main; main()", "check"]


def run(*words: str | Path, env: dict[str, str] | None = None) -> Result:
    """Runs `toolkits check` with these words."""
    arguments = ["check", *(str(word) for word in words)]
    return CliRunner().invoke(main, arguments, env=env, catch_exceptions=False)


@pytest.fixture
def faulty(toolkit_folder: Path) -> Path:
    """The frozen toolkit with one error."""
    change(toolkit_folder, REC, "cost: low", "cots: low")
    return toolkit_folder


def test_json_goes_to_standard_output_alone(faulty: Path, frozen: Path) -> None:
    """With the exit code of any other format."""
    result = run("--format", "json", faulty)
    assert result.exit_code == 1
    assert result.stderr == ""
    told = json.loads(result.stdout)
    assert (told["errors"], told["warnings"]) == (1, 0)
    assert told["problems"][0]["code"] == "unknown-field"
    assert json.loads(run("--format", "json", frozen).stdout)["problems"] == []


def test_github_gets_annotations_and_a_summary(faulty: Path, tmp_path: Path) -> None:
    """The summary is added to what other steps have written."""
    page = tmp_path / "summary.md"
    page.write_text("Before.\n", encoding="utf-8")
    result = run("--format", "github", faulty, env={"GITHUB_STEP_SUMMARY": str(page)})
    assert result.exit_code == 1
    assert result.stderr == ""
    assert result.stdout.startswith(f"::error file={REC},line=85,col=5,title=unknown-field::")
    assert page.read_text(encoding="utf-8").startswith("Before.\n### The content: 1 error, 0 w")


def test_github_without_a_summary_tells_all_in_the_log(faulty: Path) -> None:
    """Where the variable is not set, nothing is lost."""
    result = run("--format", "github", faulty, env={"GITHUB_STEP_SUMMARY": ""})
    assert result.stdout.startswith("::error ")
    assert f"{REC}:85:5: error [unknown-field]" in result.stderr


def test_a_summary_that_cannot_be_written_is_told(faulty: Path, tmp_path: Path) -> None:
    """In words, with exit code 1."""
    page = str(tmp_path / "nowhere" / "summary.md")
    result = run("--format", "github", faulty, env={"GITHUB_STEP_SUMMARY": page})
    assert result.exit_code == 1
    assert result.stderr == f"Error: {page} was not written: No such file or directory.\n"


def test_paths_in_annotations_are_those_of_the_repository(
    faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A project in a folder of the repository is named with that folder."""
    monkeypatch.chdir(faulty.parent)
    result = run("--format", "github", faulty.name, env={"GITHUB_STEP_SUMMARY": ""})
    assert result.stdout.startswith(f"::error file={faulty.name}/{REC},")


def test_an_unknown_format_is_a_wrong_use(frozen: Path) -> None:
    """Exit code 2, and the formats there are."""
    result = run("--format", "xml", frozen)
    assert result.exit_code == 2
    assert "'text', 'github', 'json'" in result.stderr


def on_terminal(folder: Path, **env: str) -> str:
    """What the program shows on a terminal."""
    master, slave = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [*PROGRAM, str(folder)], stdout=slave, stderr=slave, env={**environment, **env}
    ) as process:
        os.close(slave)
        shown = b""
        while part := _read(master):
            shown += part
        process.wait()
    os.close(master)
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_colour_is_for_terminals(faulty: Path) -> None:
    """There the severity and the caret are red; NO_COLOR turns it off, and no file ever gets it."""
    assert "\x1b[31m\x1b[1merror [unknown-field]:\x1b[0m" in on_terminal(faulty)
    assert "\x1b" not in on_terminal(faulty, NO_COLOR="1")
    assert "\x1b" not in run(faulty).stderr


@pytest.mark.parametrize("words", [[], ["--format", "json"], ["--help"]], ids=" ".join)
def test_a_full_disk_is_told_in_words(frozen: Path, words: list[str]) -> None:
    """Exit code 1, one sentence, and no traceback."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*PROGRAM, *words, str(frozen)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "Error: the output cannot be written: No space left on device.\n"


def test_where_nothing_at_all_can_be_written_the_exit_code_still_tells(faulty: Path) -> None:
    """Both outputs full: no traceback has anywhere to go, and the code is not that of a crash."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([*PROGRAM, str(faulty)], stdout=full, stderr=full, check=False)
    assert done.returncode == 1
