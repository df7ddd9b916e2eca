"""toolkits check --base: ids that vanished, and changes that readers are not told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editing.repository import committed
from tests.frozen import change, copy, write
from tests.test_cli import run

REC = "toolkits/hospitality/recruitment.yml"
CUL = "toolkits/hospitality/culture.yml"
SECTOR = "toolkits/hospitality/sector.yml"
NEW_ENTRY = "changes:\n      - {on: 2026-09-01, kind: changed, note: Said more plainly.}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the frozen toolkit with a history of one commit."""
    return committed(copy(tmp_path / "repository"))


def problems(folder: Path) -> tuple[int, str]:
    """The exit code of a check against the last commit, and what it says."""
    result = run("check", folder, "--base", "HEAD")
    return result.exit_code, result.stderr


def test_nothing_changed_is_no_problem(repository: Path) -> None:
    """The same words as without --base."""
    result = run("check", "--base", "HEAD", repository)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run("check", repository).stdout


def test_an_action_that_was_deleted_is_an_error(repository: Path) -> None:
    """What points to it, and how to retire it."""
    text = (repository / CUL).read_text(encoding="utf-8")
    write(repository, CUL, text[: text.index("  - id: HOS-CUL-02")])
    assert problems(repository) == (
        1,
        (
            f'{CUL}:1:1: error [vanished-id]: The action HOS-CUL-02, "Hold a meeting about rotas", '
            "is gone from this file. Readers' plans, printed sheets and links point to it.\n"
            "  Put it back, then retire it: keep its id, title and changes, and add "
            '"status: retired" with "replaced_by" or "reason". Leave out the rest.\n\n'
            "1 error, 0 warnings.\n"
        ),
    )


def test_an_action_that_got_another_id_is_an_error(repository: Path) -> None:
    """The old id is named beside the line with the new one."""
    change(repository, CUL, "- id: HOS-CUL-02", "- id: HOS-CUL-07")
    code, told = problems(repository)
    assert code == 1
    assert told.startswith(
        f'{CUL}:28:3: error [vanished-id]: "Hold a meeting about rotas" was HOS-CUL-02 and is now '
        "HOS-CUL-07. Readers' plans, printed sheets and links point to HOS-CUL-02.\n"
        "  28 |   - id: HOS-CUL-07\n     |   ^\n"
        '  Give it back its id: "id: HOS-CUL-02". Ids never change.\n'
    )


def test_what_points_to_an_action_that_is_gone_is_not_told_again(repository: Path) -> None:
    """One message about the id: those that need it or are related to it are right as they are."""
    change(repository, CUL, "- id: HOS-CUL-01", "- id: HOS-CUL-09")
    assert run("check", repository).stderr.count("[unknown-reference]") > 1
    code, told = problems(repository)
    assert code == 1
    assert "[vanished-id]" in told
    assert told.endswith("1 error, 0 warnings.\n")


def test_a_retired_action_has_not_vanished(repository: Path) -> None:
    """Its stub is what should be there."""
    text = (repository / CUL).read_text(encoding="utf-8")
    stub = (
        "  - id: HOS-CUL-02\n    title: Hold a meeting about rotas\n    status: retired\n"
        "    reason: Nobody came.\n    changes:\n"
        "      - {on: 2026-09-01, kind: retired, note: Nobody came.}\n"
        "      - {on: 2026-03-04, kind: added, note: First published.}\n"
    )
    write(repository, CUL, text[: text.index("  - id: HOS-CUL-02")] + stub)
    assert problems(repository) == (0, "")


def test_a_retired_id_may_not_come_back_as_another_action(repository: Path) -> None:
    """A link to the old one would lead to the new one."""
    path = repository / REC
    text = path.read_text(encoding="utf-8")
    start = text.index("  - id: HOS-REC-02")
    live = text[start : text.index("  - id: HOS-REC-03")]
    write(repository, REC, text[: text.index("  - id: HOS-REC-03")])
    with path.open("a", encoding="utf-8") as file:
        file.write(live.replace("HOS-REC-02", "HOS-REC-03").replace("Show pay", "Print the pay"))
    code, told = problems(repository)
    assert code == 1
    assert (
        'error [used-again]: HOS-REC-03 was the retired action "Ask for references first", and now '
        "it is another one.\n"
    ) in told


@pytest.mark.parametrize(
    ("path", "new", "address", "advice"),
    [
        (
            "toolkits/hospitality",
            "food",
            "/hospitality/",
            'write "was: [hospitality]" in sector.yml ',
        ),
        (
            "themes/culture.yml",
            "climate.yml",
            "/themes/culture/",
            'write "was: [culture]" in the theme\'s file ',
        ),
    ],
)
def test_a_renamed_folder_or_theme_must_say_what_it_was(
    repository: Path, path: str, new: str, address: str, advice: str
) -> None:
    """One error, and none for each action in it."""
    (repository / path).rename((repository / path).with_name(new))
    if path.startswith("themes"):
        for own in ("hospitality", "healthcare"):
            (repository / f"toolkits/{own}/culture.yml").rename(
                repository / f"toolkits/{own}/climate.yml"
            )
    _code, told = problems(repository)
    assert told.count("error [vanished-") == 1
    assert f"and links to {address} lead nowhere.\n" in told
    assert f"{advice}that takes its place. Readers are then sent on.\n" in told


def test_with_was_a_renamed_sector_is_fine(repository: Path) -> None:
    """Readers are sent on."""
    (repository / "toolkits/hospitality").rename(repository / "toolkits/food")
    change(repository, "toolkits/food/sector.yml", "was: [hotels]", "was: [hotels, hospitality]")
    for path in ("toolkits/law.yml", "toolkits/index.md", "toolkits/about.md"):
        text = (repository / path).read_text(encoding="utf-8")
        write(repository, path, text.replace("hospitality/", "food/"))
    _code, told = problems(repository)
    assert "vanished" not in told
    assert "untold" not in told


def test_an_audience_that_is_gone_is_an_error(repository: Path) -> None:
    """Its table has an address too."""
    change(repository, SECTOR, "id: small\n", "id: smaller\n")
    _code, told = problems(repository)
    assert (
        f'{SECTOR}:1:1: error [vanished-address]: The audience "small" is gone, and links to '
        "/hospitality/for/small/ lead nowhere.\n"
        '  If it has another name now, write "was: [small]" in the audience that takes its place. '
        "Readers are then sent on.\n"
    ) in told
    assert told.count("[vanished-") == 1


def test_a_change_without_an_entry_is_a_warning(repository: Path) -> None:
    """Exit code 0: only a person knows whether it was spelling."""
    change(repository, REC, "Write five questions", "Write six questions")
    assert problems(repository) == (
        0,
        (
            f"{REC}:10:3: warning [untold-change]: HOS-REC-01 has changed (steps), and its changes "
            "say nothing of it.\n  10 |   - id: HOS-REC-01\n     |   ^\n"
            "  Add an entry at the top of its changes: {on: DATE, kind: changed, note: What is "
            "different.} Spelling needs none.\n\n0 errors, 1 warning.\n"
        ),
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (REC, "Don't skip the", "Do skip the"),
        (REC, "cost: none", "cost: low"),
        (
            REC,
            "      micro:\n        priority: foundational",
            "      micro:\n        priority: enhanced",
        ),
        (SECTOR, 'summary: "Hotels, cafés', 'summary: "Bars, cafés'),
        (
            SECTOR,
            "description: A restaurant with a manager.",
            "description: A café with a manager.",
        ),
        ("themes/culture.yml", "Make it safe", "Make it easy"),
    ],
)
def test_what_readers_would_notice_wants_an_entry(
    repository: Path, path: str, old: str, new: str
) -> None:
    """In an action, a sector or a theme."""
    change(repository, path, old, new)
    assert "warning [untold-change]" in problems(repository)[1]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (REC, "Write five questions", "Write  Five questions,"),
        (CUL, "{on: 2026-03-04, every: 6-months}", "{on: 2026-09-04, every: 12-months}"),
        (SECTOR, "icon: silverware-fork-knife", "icon: silverware"),
        (REC, "why: People with no savings", "# A remark.\n    why: People with no savings"),
        ("toolkits/law.yml", "You must not treat", "You may not treat"),
    ],
)
def test_what_readers_would_not_notice_wants_none(
    repository: Path, path: str, old: str, new: str
) -> None:
    """Capitals, signs, layout, a renewed check, and what has no history of its own."""
    change(repository, path, old, new)
    assert problems(repository) == (0, "")


def test_a_change_with_an_entry_is_fine(repository: Path) -> None:
    """The entry stands on top, and nothing is said."""
    change(repository, CUL, "Choose someone who writes no rotas.", "Choose two people.")
    text = (repository / CUL).read_text(encoding="utf-8")
    write(repository, CUL, text.replace("changes:\n", NEW_ENTRY, 1))
    assert problems(repository) == (0, "")


def test_errors_of_the_content_are_told_too(repository: Path) -> None:
    """Sorted among the others; a file that cannot be read loses no action by that."""
    change(repository, CUL, "measures:", "measures: [b]]")
    change(repository, REC, "Write five questions", "Write six questions")
    code, told = problems(repository)
    assert code == 1
    assert "vanished" not in told
    assert "error [unreadable]" in told
    assert "warning [untold-change]: HOS-REC-01" in told


def test_an_unknown_revision_is_a_wrong_use(repository: Path) -> None:
    """Exit code 2, and nothing is checked."""
    result = run("check", "--base", "nowhere", repository)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert 'Git knows no revision "nowhere" here.' in result.stderr
