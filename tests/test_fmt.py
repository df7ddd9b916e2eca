"""toolkits fmt: which files it writes, what it says, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from tests.frozen import change, write
from tests.test_cli import run

REC = "toolkits/hospitality/recruitment.yml"
ABOUT = "toolkits/about.md"
STEP = "      - State the hourly rate and the true shift times.\n"


@pytest.fixture
def tidy(toolkit_folder: Path) -> Path:
    """A copy of the frozen toolkit that fmt has nothing to do with any more."""
    assert run("fmt", toolkit_folder).exit_code == 0
    return toolkit_folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_tidy_toolkit_is_left_alone(tidy: Path) -> None:
    """Exit code 0, one line, and not one byte is written."""
    before = bytes_of(tidy)
    for words in (["fmt"], ["fmt", "--check"]):
        result = run(*words, tidy)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == "Nothing to mend in 16 files.\n"
    assert bytes_of(tidy) == before


def test_faults_are_mended_and_told(tidy: Path) -> None:
    """Each file with what was mended in it; the other files stay as they are."""
    change(tidy, REC, STEP, "\t- Be the #1: pay well.  \n")
    write(tidy, ABOUT, "# About\r\n\r\nText\u200b.")
    before = bytes_of(tidy)
    assert load(tidy).toolkit is None
    result = run("fmt", tidy)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"{REC}: tabs, quotes, spaces at the start of lines\n"
        f"{ABOUT}: line ends, invisible characters, the end of the file\n"
        "Mended 2 files.\n"
    )
    after = bytes_of(tidy)
    assert {path for path in after if after[path] != before[path]} == {ABOUT, REC}
    assert set(after) == set(before)
    assert b'- "Be the #1: pay well."\n' in after[REC]
    assert after[ABOUT] == b"# About\n\nText.\n"
    assert load(tidy).problems == ()


def test_check_writes_nothing(tidy: Path) -> None:
    """Exit code 1, each file that would change, and how to mend it."""
    change(tidy, REC, STEP, STEP.replace("\n", "  \n"))
    before = bytes_of(tidy)
    result = run("fmt", "--check", tidy)
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == f"{REC}: spaces\n1 file would change. To mend: toolkits fmt\n"
    assert bytes_of(tidy) == before


def test_a_file_in_another_encoding_is_left_alone(tidy: Path) -> None:
    """It is told by check; fmt mends the others and does not guess."""
    change(tidy, REC, STEP, b"      - Caf\xe9 \n")
    before = bytes_of(tidy)
    assert run("fmt", tidy).exit_code == 0
    assert bytes_of(tidy) == before


def test_a_link_is_not_written_through(tidy: Path, tmp_path: Path) -> None:
    """What lies elsewhere is not ours to mend; check tells the link."""
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_bytes(b"# Elsewhere\r\n")
    (tidy / ABOUT).unlink()
    (tidy / ABOUT).symlink_to(elsewhere)
    assert run("fmt", tidy).stdout == "Nothing to mend in 15 files.\n"
    assert elsewhere.read_bytes() == b"# Elsewhere\r\n"


def test_a_file_that_cannot_be_written_stays_whole(
    tidy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file is still there, nothing lies beside it, and the reason is told."""
    change(tidy, REC, STEP, STEP.replace("\n", "  \n"))
    before = bytes_of(tidy)

    def full(self: Path, target: Path) -> Path:  # noqa: ARG001 # as the real one is called
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run("fmt", tidy)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {tidy / REC} was not written: No space left on device.\n"
    assert bytes_of(tidy) == before


def test_a_folder_without_toolkits_is_a_wrong_use(tmp_path: Path) -> None:
    """Exit code 2, and where to go instead."""
    result = run("fmt", tmp_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == (
        f'Error: There is no folder "toolkits" in {tmp_path}. Go to the project folder first, '
        "or name it: toolkits fmt PATH."
    )
