"""toolkits review: what is due on a day, sector by sector, for people and for programs."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from tests.frozen import change
from tests.test_cli import run

CUL = "toolkits/hospitality/culture.yml"


def test_what_is_due_is_listed_by_sector_and_oldest_first(frozen: Path) -> None:
    """Each with its file and line, when it fell due, and who uses what all share."""
    result = run("review", "--on", "2026-09-04", "--folder", frozen)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        "5 of 18 are due on 4 September 2026, the oldest first.\n"
        "\n"
        "Hospitality\n"
        "-----------\n"
        f"{CUL}:28: HOS-CUL-02: Hold a meeting about rotas\n"
        "    due 4 June 2026, checked 4 March 2026\n"
        f"{CUL}:6: HOS-CUL-01: Name one person whom anyone can tell\n"
        "    due 4 September 2026, checked 4 March 2026\n"
        "\n"
        "Shared by all sectors\n"
        "---------------------\n"
        "toolkits/law.yml:1: law equal-treatment: Equal treatment\n"
        "    due 4 August 2026, checked 4 February 2026\n"
        "    used by HOS-REC-01, HOS-CUL-01\n"
        "toolkits/law.yml:9: law pay-report: Pay gap report\n"
        "    due 4 August 2026, checked 4 February 2026\n"
        "    used by HOS-REC-01\n"
        "    not confirmed: Test content; the number is not checked.\n"
        "toolkits/law.yml:18: law public-duty: Public bodies' duty\n"
        "    due 4 August 2026, checked 4 February 2026\n"
        "    used by HEA-REC-01\n"
        "\n"
        "Next: test-review, due 1 February 2027.\n"
        "Open its sources again. If it still holds, renew the date. If not, change the words too, "
        "and\nadd an entry to changes.\n"
    )


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2026-06-03", set()),
        ("2026-06-04", {"HOS-CUL-02"}),
        ("2026-08-03", {"HOS-CUL-02"}),
        ("2026-08-04", {"HOS-CUL-02", "equal-treatment", "pay-report", "public-duty"}),
    ],
)
def test_a_thing_is_due_from_its_day_on(frozen: Path, day: str, due: set[str]) -> None:
    """Not a day before."""
    data = json.loads(run("review", "--on", day, "--format", "json", "--folder", frozen).stdout)
    assert {item["id"] for item in data["due"]} == due


def test_everything_falls_due_in_the_end(frozen: Path) -> None:
    """Actions, sectors, law, sources and resources; retired actions never."""
    data = json.loads(
        run("review", "--on", "2030-01-01", "--format", "json", "--folder", frozen).stdout
    )
    assert {item["kind"] for item in data["due"]} == {
        "action", "law", "resource", "sector", "source"
    }  # fmt: skip
    assert len(data["due"]) == data["checkable"] == 18
    assert data["next"] is None
    assert "HOS-REC-03" not in {item["id"] for item in data["due"]}


def test_the_json_has_every_field_that_the_readme_names(frozen: Path) -> None:
    """Dates as text, and how many days have gone by."""
    data = json.loads(
        run("review", "--on", "2026-06-06", "--format", "json", "--folder", frozen).stdout
    )
    assert data["form"] == 1
    assert data["on"] == "2026-06-06"
    assert data["due"] == [
        {
            "sector": "hospitality",
            "kind": "action",
            "id": "HOS-CUL-02",
            "title": "Hold a meeting about rotas",
            "file": CUL,
            "line": 28,
            "checked": "2026-03-04",
            "due": "2026-06-04",
            "used_by": [],
            "unconfirmed": "",
            "days_over": 2,
        }
    ]
    assert data["next"]["id"] == "equal-treatment"


def test_nothing_due_is_said_in_a_line(frozen: Path) -> None:
    """With what comes next."""
    assert run("review", "--on", "2026-02-04", "--folder", frozen).stdout == (
        "Nothing is due on 4 February 2026. Next: HOS-CUL-02, due 4 June 2026.\n"
    )


def test_without_a_day_it_is_today(frozen: Path) -> None:
    """The one command whose answer depends on the clock."""
    before = datetime.datetime.now().astimezone().date()
    data = json.loads(run("review", "--format", "json", "--folder", frozen).stdout)
    after = datetime.datetime.now().astimezone().date()
    assert before.isoformat() <= data["on"] <= after.isoformat()


@pytest.mark.parametrize("day", ["4.2.2026", "2026-02-30", "today", ""])
def test_a_day_that_is_none_is_a_wrong_use(frozen: Path, day: str) -> None:
    """Exit code 2, and the form to write."""
    result = run("review", "--on", day, "--folder", frozen)
    assert result.exit_code == 2
    assert f"'--on': \"{day}\" is not a day. Write it like 2027-05-01.\n" in result.stderr


def test_errors_in_the_content_come_first(toolkit_folder: Path) -> None:
    """Exit code 1 and the problems; a list with gaps would mislead."""
    change(toolkit_folder, CUL, "every: 6-months", "every: 7-months")
    result = run("review", "--folder", toolkit_folder)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error [not-in-list]" in result.stderr
