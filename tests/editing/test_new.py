"""toolkits new: a start that explains itself, that check refuses, and that touches nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import Result

from generator.content.load import load
from tests.editing.repository import committed
from tests.frozen import FROZEN, change, write
from tests.test_cli import run

REC = "toolkits/hospitality/recruitment.yml"
CUL = "toolkits/hospitality/culture.yml"
DAY = r"\d{4}-\d\d-\d\d"


def new(folder: Path, *words: str) -> Result:
    """Runs `toolkits new` for a folder."""
    return run("new", *words, "--folder", folder)


def text_of(folder: Path, path: str) -> str:
    """A file with its line ends as they are."""
    return (folder / path).read_bytes().decode()


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# An action.


def test_an_action_is_added_at_the_end_and_nothing_else_changes(toolkit_folder: Path) -> None:
    """The next free id, counting the retired one; every other byte is as it was."""
    before = files_of(toolkit_folder)
    result = new(toolkit_folder, "action", "hospitality", "recruitment")
    assert result.exit_code == 0
    assert result.stdout == (
        f"Added HOS-REC-04.\n  {REC}\n"
        "Replace each TODO in it. toolkits check refuses HOS-REC-04 until then.\n"
    )
    after = files_of(toolkit_folder)
    assert after[REC].startswith(before[REC])
    assert b"  - id: HOS-REC-04\n" in after[REC][len(before[REC]) :]
    assert {path for path in after if after[path] != before.get(path)} == {REC}


def test_check_refuses_each_placeholder_once(toolkit_folder: Path) -> None:
    """One error for each TODO that is not in a remark, and no other."""
    new(toolkit_folder, "action", "hospitality", "culture")
    lines = text_of(toolkit_folder, CUL).splitlines()
    todo = {n for n, line in enumerate(lines, 1) if "TODO" in line.partition("#")[0]}
    loaded = load(toolkit_folder)
    assert sorted(problem.place.line for problem in loaded.errors) == sorted(todo)
    assert todo


FILLED = {
    'title: "TODO: your own words go here"': "title: Share out the late shifts by lot",
    'why: "TODO: your own words go here"': "why: Those who ask first get the early shifts today.",
    '- "TODO: your own words go here"': "- Draw lots on the first of the month.",
    'done_when: "TODO: your own words go here"': "done_when: Everyone had as many late shifts.",
    "priority: TODO": "priority: enhanced",
    "takes: TODO": "takes: under-1-month",
    "repeats: TODO": "repeats: quarterly",
    "strength: TODO": "strength: practice",
    'about: "TODO: your own words go here"': "about: Nobody has tested it.",
    "on: TODO": "on: 2026-11-22",
    "every: TODO": "every: 12-months",
}
LEADS = {"micro": "owner-manager", "small": "hr-manager", "medium": "hr-manager", "large": "board"}


def fill(folder: Path, path: str) -> None:
    """Does what the remarks ask for: replaces each TODO and deletes the remarks."""
    lines = [
        line for line in text_of(folder, path).splitlines() if not line.lstrip().startswith("#")
    ]
    text = "\n".join(lines) + "\n"
    for old, filled in FILLED.items():
        text = text.replace(old, filled)
    for lead in LEADS.values():
        text = text.replace("lead: TODO", f"lead: {lead}", 1)
    write(folder, path, text)


def test_a_filled_in_action_is_accepted(toolkit_folder: Path) -> None:
    """Whoever follows the remarks has a sound action, and no other field was needed."""
    new(toolkit_folder, "action", "hospitality", "culture")
    fill(toolkit_folder, CUL)
    loaded = load(toolkit_folder)
    assert [problem.describe() for problem in loaded.problems] == []


def test_every_field_is_explained(toolkit_folder: Path) -> None:
    """With its limits, and with each word to choose from in words."""
    new(toolkit_folder, "action", "hospitality", "culture")
    text = text_of(toolkit_folder, CUL)
    for line in (
        "    # One thing to do. 3 to 120 characters.\n    title:",
        "    #   under-1-month: Less than a month\n",
        "        #   owner-manager: Owner or manager\n        lead: TODO\n",
        "      # Delete the audiences that the action is not for.\n      micro:\n",
        "        # Leads: hr-manager, board.\n",
        "    # What it costs beyond time. May be left out. Choose from:\n",
        "      #   practice: Widely advised by people who do it; little or never tested.\n",
        "    # The law that bears on it, by its ids. The ids are in toolkits/law.yml.",
    ):
        assert line in text
    assert "vocabulary" not in text
    assert re.search(rf"\n      - {{on: {DAY}, kind: added, note: \"First published.\"}}\n", text)
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("first", ["", "# A remark on top.\n\n"])
def test_windows_line_ends_remarks_and_a_missing_last_one_stay(
    toolkit_folder: Path, first: str
) -> None:
    """The new lines end like the others, and not a byte before them changes."""
    before = (first + text_of(FROZEN, CUL).rstrip("\n")).replace("\n", "\r\n")
    write(toolkit_folder, CUL, before)
    assert new(toolkit_folder, "action", "hospitality", "culture").exit_code == 0
    after = text_of(toolkit_folder, CUL)
    assert after.startswith(before + "\r\n")
    assert after.count("\r\n") == after.count("\n")


def test_measures_below_the_actions_stay_below(toolkit_folder: Path) -> None:
    """The action goes to the end of its list, above what follows and its remark."""
    text = text_of(FROZEN, CUL)
    measures, actions = text[: text.index("actions:")], text[text.index("actions:") :]
    write(toolkit_folder, CUL, f"{actions}\n# What to count.\n{measures}")
    assert new(toolkit_folder, "action", "hospitality", "culture").exit_code == 0
    after = text_of(toolkit_folder, CUL)
    assert after.startswith(actions)
    assert after.endswith(f"\n\n# What to count.\n{measures}")
    assert "- id: HOS-CUL-03\n" in after


def test_two_actions_keep_their_own_remarks(toolkit_folder: Path) -> None:
    """The second comes after the optional fields of the first, which are remarks."""
    for number in ("03", "04"):
        result = new(toolkit_folder, "action", "hospitality", "culture")
        assert result.stdout.startswith(f"Added HOS-CUL-{number}.")
    text = text_of(toolkit_folder, CUL)
    first = text[text.index("- id: HOS-CUL-03") : text.index("- id: HOS-CUL-04")]
    assert "    # frameworks: {TODO: [TODO]}\n" in first


def test_the_id_of_a_deleted_action_is_not_given_again(toolkit_folder: Path) -> None:
    """Git remembers it, and so may a reader's link."""
    committed(toolkit_folder)
    text = text_of(toolkit_folder, CUL)
    write(toolkit_folder, CUL, text[: text.index("  - id: HOS-CUL-02")])
    committed(toolkit_folder)
    result = new(toolkit_folder, "action", "hospitality", "culture")
    assert result.stdout.startswith("Added HOS-CUL-03.\n")


# Replacing and moving.


def test_the_replaced_action_is_retired_and_points_on(toolkit_folder: Path) -> None:
    """Id, title and history stay, with one entry more; the new one says what it replaces."""
    result = new(toolkit_folder, "action", "hospitality", "recruitment", "--replaces", "HOS-REC-02")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Added HOS-REC-04.\n"
        "Retired HOS-REC-02, which points to it. Check tells what still needs HOS-REC-02.\n"
    )
    text = re.sub(DAY, "DAY", text_of(toolkit_folder, REC))
    assert (
        "  - id: HOS-REC-02\n"
        "    title: Show pay and hours in each advert\n"
        "    status: retired\n"
        "    replaced_by: [HOS-REC-04]\n"
        "    changes:\n"
        '      - {on: DAY, kind: retired, note: "TODO: why HOS-REC-04 does this better."}\n'
        "      - {on: DAY, kind: added, note: First published.}\n"
        "  - id: HOS-REC-03\n"
    ) in text
    assert '      - {on: DAY, kind: added, note: "Replaces HOS-REC-02."}\n' in text


def test_an_action_moves_to_another_theme_with_its_words(toolkit_folder: Path) -> None:
    """The new one is whole, nothing is left to write, and the old one points on."""
    result = new(toolkit_folder, "action", "hospitality", "culture", "--replaces", "HOS-REC-02")
    assert result.exit_code == 0
    assert result.stdout.endswith(
        f"  {CUL}\n  {REC}\nRead it once more, then run toolkits check.\n"
    )
    moved = re.sub(DAY, "DAY", text_of(toolkit_folder, CUL))
    assert "  - id: HOS-CUL-03\n    title: Show pay and hours in each advert\n    why: " in moved
    assert (
        '      - {on: DAY, kind: moved, note: "Moved from Recruitment & <fair> choice, where it '
        'was HOS-REC-02."}\n'
    ) in moved
    assert 'note: "Moved to Culture, as HOS-CUL-03."' in text_of(toolkit_folder, REC)
    codes = [problem.code for problem in load(toolkit_folder).problems]
    assert set(codes) <= {"retired-reference", "audience-without-start"}


def test_retiring_touches_no_other_line(toolkit_folder: Path) -> None:
    """What stands before and after the action is as it was, remarks included."""
    change(toolkit_folder, CUL, "  - id: HOS-CUL-02", "  # About rotas.\n  - id: HOS-CUL-02")
    before = text_of(toolkit_folder, CUL)
    new(toolkit_folder, "action", "hospitality", "recruitment", "--replaces", "HOS-CUL-01")
    after = text_of(toolkit_folder, CUL)
    assert after[: after.index("    status:")] == before[: before.index("    why:")]
    rest = before[before.index("  # About rotas.") :]
    assert after.endswith(rest)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("hospitalty", "culture"), 'There is no sector "hospitalty". Did you mean "hospitality"?'),
        (("hospitality", "cultur"), 'There is no theme "cultur". Did you mean "culture"?'),
        (
            ("hospitality", "culture", "--replaces", "HOS-CUL-11"),
            'There is no action "HOS-CUL-11". Did you mean "HOS-CUL-01"?',
        ),
        (
            ("hospitality", "culture", "--replaces", "HOS-REC-03"),
            "HOS-REC-03 is retired already. Name the action that it points to.",
        ),
    ],
)
def test_what_is_not_there_is_a_wrong_use(
    toolkit_folder: Path, words: tuple[str, ...], told: str
) -> None:
    """Exit code 2, a suggestion, and nothing is written."""
    before = files_of(toolkit_folder)
    result = new(toolkit_folder, "action", *words)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: {told}\n")
    assert files_of(toolkit_folder) == before


@pytest.mark.parametrize(
    ("old", "new_", "told"),
    [
        ("measures:", "measures: [", f"{CUL} cannot be read. Run toolkits check, and mend it."),
        (
            "    changes:\n      - {on: 2026-03-04, kind: added, note: First published.}\n    law",
            "    changes: [{on: 2026-03-04, kind: added, note: First published.}]\n    law",
            f"{CUL}: write each entry of changes on a line of its own.",
        ),
    ],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(
    toolkit_folder: Path, old: str, new_: str, told: str
) -> None:
    """Exit code 1, what to do, and nothing is written."""
    change(toolkit_folder, CUL, old, new_)
    before = files_of(toolkit_folder)
    result = new(toolkit_folder, "action", "hospitality", "recruitment", "--replaces", "HOS-CUL-01")
    assert result.exit_code == 1
    assert result.stderr == f"Error: {told}\n"
    assert files_of(toolkit_folder) == before


def test_nothing_is_half_written(toolkit_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the second file cannot be put in place, the first is as it was."""
    before = files_of(toolkit_folder)
    own = Path.replace

    def full(file: Path, target: Path) -> Path:
        if target.name == "culture.yml":
            raise OSError(28, "No space left on device")
        return own(file, target)

    monkeypatch.setattr(Path, "replace", full)
    result = new(toolkit_folder, "action", "hospitality", "recruitment", "--replaces", "HOS-CUL-01")
    assert result.exit_code == 1
    assert result.stderr == "Error: Nothing was written: No space left on device.\n"
    assert files_of(toolkit_folder) == before


# A sector.


def test_a_sector_gets_a_folder_a_code_and_an_order(toolkit_folder: Path) -> None:
    """sector.yml and a file for each theme; nothing else changes."""
    before = files_of(toolkit_folder)
    result = new(toolkit_folder, "sector", "social-care")
    assert result.exit_code == 0
    made = ["culture.yml", "recruitment.yml", "sector.yml"]
    lines = "".join(f"  toolkits/social-care/{name}\n" for name in made)
    assert result.stdout == (
        f"{lines}Replace each TODO in it. toolkits check refuses toolkits/social-care until then.\n"
    )
    after = files_of(toolkit_folder)
    assert {path: after[path] for path in before} == before
    assert set(after) - set(before) == {f"toolkits/social-care/{name}" for name in made}
    text = text_of(toolkit_folder, "toolkits/social-care/sector.yml")
    assert "\ncode: SOC\n" in text
    assert "\norder: 3\n" in text
    assert "\nstatus: draft\n" in text
    assert "- id: SOC-CUL-01\n" in text_of(toolkit_folder, "toolkits/social-care/culture.yml")


def test_check_refuses_a_new_sector_until_it_is_filled_in(toolkit_folder: Path) -> None:
    """Each file has errors, all of them at a TODO."""
    new(toolkit_folder, "sector", "social-care")
    errors = load(toolkit_folder).errors
    assert {Path(problem.place.file.path).name for problem in errors} == {
        "culture.yml",
        "recruitment.yml",
        "sector.yml",
    }
    assert [problem.describe() for problem in errors if "TODO" not in problem.place.text] == []


def test_a_code_that_is_taken_is_not_given_again(toolkit_folder: Path) -> None:
    """Two sectors that begin alike."""
    for name, code in (("hospital", "HOP"), ("hospice", "HOI"), ("a", "AXY")):
        assert new(toolkit_folder, "sector", name).exit_code == 0
        assert f"code: {code}" in text_of(toolkit_folder, f"toolkits/{name}/sector.yml"), name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Social Care", '"Social Care" cannot be an address. Use small letters, digits and single'),
        ("law", '"law" is the address of a page the site makes itself.'),
        ("hospitality", "There is a folder toolkits/hospitality already."),
        ("../elsewhere", '"../elsewhere" cannot be an address.'),
    ],
)
def test_a_name_that_cannot_be_is_a_wrong_use(toolkit_folder: Path, name: str, told: str) -> None:
    """Exit code 2, and nothing is written."""
    before = files_of(toolkit_folder)
    result = new(toolkit_folder, "sector", name)
    assert result.exit_code == 2
    assert told in result.stderr
    assert files_of(toolkit_folder) == before
