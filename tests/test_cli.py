"""The command line: exit codes, what is said where, and suggestions for mistyped words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import COMMANDS, main
from tests.frozen import change

REC = "toolkits/hospitality/recruitment.yml"


def run(*words: str | Path) -> Result:
    """Runs `toolkits` with these words, without catching what a user would see as a traceback."""
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def test_a_clean_check_says_what_there_is(frozen: Path) -> None:
    """Exit code 0, one line on standard output, nothing on standard error."""
    result = run("check", frozen)
    assert result.exit_code == 0
    assert result.stdout == "No errors: 6 actions in 2 sectors, 5 sources.\n"
    assert result.stderr == ""


def test_errors_give_exit_code_1_and_go_to_standard_error(toolkit_folder: Path) -> None:
    """Each with its line and what to write; nothing on standard output, which programs read."""
    change(toolkit_folder, REC, "cost: low", "cots: low")
    change(toolkit_folder, "toolkits/law.yml", "binds: everyone", "binds: all")
    result = run("check", toolkit_folder)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"{REC}:85:5: error [unknown-field]: "
        'There is no field called "cots" here.\n'
        "  85 |     cots: low\n"
        "     |     ^\n"
        '  Did you mean "cost"?\n'
        "\n"
        'toolkits/law.yml:5:10: error [not-in-list]: "binds" cannot be "all".\n'
        "  5 |   binds: all\n"
        "    |          ^\n"
        "  Write everyone, or a least number of staff such as 250, or a list such as "
        "[nhs-trusts].\n"
        "\n"
        "2 errors, 0 warnings.\n"
    )


def test_one_error_is_counted_as_one(toolkit_folder: Path) -> None:
    """The words agree with the number."""
    change(toolkit_folder, REC, "cost: low", "cots: low")
    assert run("check", toolkit_folder).stderr.startswith(
        "1 error, 0 warnings.", run("check", toolkit_folder).stderr.rindex("\n\n") + 2
    )


def test_check_looks_at_the_current_folder(
    toolkit_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder, the one the user is in; places are told below it."""
    monkeypatch.chdir(toolkit_folder)
    assert run("check").exit_code == 0
    change(toolkit_folder, REC, "cost: low", "cots: low")
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{REC}:85:5: error")


def test_a_folder_without_toolkits_is_a_wrong_use(tmp_path: Path) -> None:
    """Exit code 2, and where to go instead."""
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == (
        f'Error: There is no folder "toolkits" in {tmp_path}. Go to the project folder first, '
        "or name it: toolkits check PATH."
    )


@pytest.mark.parametrize("name", ["nowhere", "mkdocs.yml"])
def test_a_folder_that_is_none_is_a_wrong_use(toolkit_folder: Path, name: str) -> None:
    """A path that does not exist, or is a file, is told before anything is read."""
    result = run("check", toolkit_folder / name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert str(toolkit_folder / name) in result.stderr


@pytest.mark.parametrize(
    ("word", "meant"),
    [("chekc", "check"), ("Check", "check"), ("rendr", "render"), ("checks", "check")],
)
def test_a_mistyped_command_is_met_with_the_nearest_one(word: str, meant: str) -> None:
    """Exit code 2 and a suggestion."""
    result = run(word)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == (
        f'Error: There is no command "{word}". Did you mean "{meant}"?'
    )


def test_a_word_like_no_command_gets_no_suggestion() -> None:
    """A wrong guess helps nobody."""
    result = run("zzz")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == 'Error: There is no command "zzz".'


@pytest.mark.parametrize(
    "words",
    [["check", "--colour"], ["--colour"], ["check", "a", "b", "c"], ["render"]],
    ids=" ".join,
)
def test_a_wrong_use_gives_exit_code_2(words: list[str]) -> None:
    """Unknown options and too many or too few words; how to get help is said."""
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Usage: ")
    assert "--help" in result.stderr


def test_a_mistyped_option_is_met_with_the_nearest_one() -> None:
    """Exit code 2 and a suggestion."""
    result = run("render", "--foldr", "x", "y")
    assert result.exit_code == 2
    assert "--folder" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(option: str) -> None:
    """Help is no error, and goes to standard output."""
    result = run(option)
    assert result.exit_code == 0
    assert result.stderr == ""
    for name in COMMANDS:
        assert f"  {name} " in result.stdout


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    """Each has help of its own, with a first sentence that ends."""
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {name} ")
    assert result.stdout.splitlines()[2].strip()


def test_version() -> None:
    """The installed version."""
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("toolkits, version ")


@pytest.mark.parametrize(("fault", "code"), [(False, 0), (True, 1)])
def test_the_exit_code_reaches_the_shell(toolkit_folder: Path, fault: bool, code: int) -> None:
    """A program of its own, on a terminal that knows only ASCII, and without a traceback."""
    if fault:
        change(toolkit_folder, REC, "cost: low", "cots: 雇用 🙂")
    program = "from generator.cli import COMMANDS, main; main()"
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", program, "check", str(toolkit_folder)],
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert bool(done.stdout) is not fault
