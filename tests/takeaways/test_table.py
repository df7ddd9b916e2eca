"""The tables in CSV, read back: complete, safe to open in a spreadsheet, the words as typed."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import addresses
from generator.content.columns import BETWEEN, COLUMNS
from generator.content.load import load
from generator.content.marks import plain
from generator.content.model import Action
from generator.content.order import ordered
from generator.content.published import table_of
from generator.content.toolkit import Toolkit
from generator.takeaways import table
from tests.frozen import FROZEN, change, copy

REAL = Path(__file__).parents[2]
BOM = b"\xef\xbb\xbf"
SIGNS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫"  # noqa: RUF001 # the wide and small forms, on purpose


@cache
def toolkit(folder: Path) -> Toolkit:
    found = load(folder)
    assert found.toolkit is not None, [problem.describe() for problem in found.errors]
    return found.toolkit


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows as a program reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def typed(cell: str) -> str:
    """The cell as it was written, by the rule that the page states."""
    return cell.removeprefix("'") if re.match(rf"'+\s*'*[{re.escape(SIGNS)}]", cell) else cell


def items(cell: str) -> list[str]:
    """A list taken apart, by the rule that the page states."""
    return [item.replace("\\|", "|") for item in typed(cell).split(BETWEEN)] if cell else []


def ids(cell: str) -> list[str]:
    return [item.split(": ", 1)[0] for item in items(cell)]


def wanted(whole: Toolkit, sector_id: str = "") -> list[tuple[str, str, Action]]:
    """What a table must hold, in order: action and audience."""
    return [
        (sector.id, audience.id, action)
        for sector in whole.sectors.values()
        if sector_id in ("", sector.id)
        for theme in whole.themes
        for action in ordered(sector.actions(theme))
        for audience in sector.sector.audiences
        if audience.id in action.audiences
    ]


@pytest.mark.parametrize("folder", [FROZEN, REAL], ids=["frozen", "real"])
def test_one_row_for_each_action_and_audience(folder: Path) -> None:
    """Every live action is there once for each audience it applies to, and nothing else is."""
    whole = toolkit(folder)
    found = rows(table.write(whole))
    assert [(row["sector_id"], row["audience_id"], row["id"]) for row in found] == [
        (sector, audience, action.id) for sector, audience, action in wanted(whole)
    ]
    live = {a.id for own in whole.sectors.values() for _theme, a in own.every_action()}
    assert {row["id"] for row in found} == live
    assert len(found) == sum(
        len(action.audiences)
        for own in whole.sectors.values()
        for _theme, action in own.every_action()
    )


def test_the_tables_of_the_sectors_make_up_the_whole() -> None:
    """A sector's table holds its own rows, the same ones as the table of every action."""
    whole = toolkit(FROZEN)
    apart = [row for id_ in whole.sectors for row in rows(table.write(whole, id_))]
    assert apart == rows(table.write(whole))
    with pytest.raises(KeyError):
        table.write(whole, "nowhere")


@pytest.mark.parametrize("folder", [FROZEN, REAL], ids=["frozen", "real"])
def test_every_text_of_an_action_is_there(folder: Path) -> None:
    """Each text comes back as it was typed, without its marks; lists can be taken apart."""
    whole = toolkit(folder)
    for row, (_sector, audience, action) in zip(
        rows(table.write(whole)), wanted(whole), strict=True
    ):
        part = action.audiences[audience]
        assert typed(row["title"]) == action.title
        assert typed(row["why"]) == plain(action.why)
        assert typed(row["done_when"]) == plain(action.done_when)
        assert typed(row["evidence_about"]) == plain(action.evidence.about)
        assert items(row["steps"]) == [plain(step) for step in (*action.steps, *part.steps)]
        assert items(row["words_to_copy"]) == [
            f"{own.title}: {own.text.strip()}" for own in action.templates
        ]
        assert items(row["examples"]) == [
            f"{own.who}: {plain(own.what)}" for own in action.examples
        ]


@pytest.mark.parametrize("folder", [FROZEN, REAL], ids=["frozen", "real"])
def test_every_fact_of_an_action_is_there(folder: Path) -> None:
    """Words for what is chosen from the vocabulary, ids that lead on, dates, the edition."""
    whole = toolkit(folder)
    words = whole.vocabulary
    for row, (sector, audience, action) in zip(
        rows(table.write(whole)), wanted(whole), strict=True
    ):
        part = action.audiences[audience]
        assert row["status"] == whole.sectors[sector].sector.status
        assert (row["priority"], row["lead_id"]) == (part.priority, part.lead)
        assert row["lead"] == words.leads[part.lead]
        assert row["takes"] == words.takes[action.takes]
        assert row["repeats"] == words.repeats[action.repeats]
        assert row["cost"] == (words.cost[action.cost] if action.cost else "")
        assert row["evidence_strength"] == action.evidence.strength
        assert ids(row["groups"]) == list(action.groups)
        assert ids(row["resources"]) == list(action.resources)
        assert ids(row["needs"]) == list(action.needs)
        assert ids(row["related"]) == list(action.related)
        assert ids(row["frameworks"]) == [
            f"{framework}/{item}"
            for framework, cited in action.frameworks.items()
            for item in cited
        ]
        assert set(ids(row["law"])) <= set(action.law)
        assert row["checked_on"] == action.checked.on.isoformat()
        assert row["check_due"] > row["checked_on"]
        assert row["edition"] == max(own.on for own in action.changes).isoformat()
        page = addresses.address(addresses.sector_theme(sector, row["theme_id"]))
        assert row["address"] == f"{page}#{addresses.anchor(action.id)}"


def test_every_source_that_a_text_cites_is_named() -> None:
    """Marks are dropped, so the column of sources says what the texts rest on."""
    whole = toolkit(REAL)
    for row, (_sector, _audience, action) in zip(
        rows(table.write(whole)), wanted(whole), strict=True
    ):
        cited = set(re.findall(r"\[@([a-z0-9-]+)\]", " ".join([action.why, *action.steps])))
        assert cited | set(action.evidence.sources) <= set(ids(row["sources"]))
        assert len(set(ids(row["sources"]))) == len(ids(row["sources"]))
        assert set(ids(row["sources"])) <= set(whole.sources)


def test_law_that_cannot_bind_an_audience_is_left_out() -> None:
    """A duty of employers of 250 or more is not put to a café."""
    by_audience = {
        row["audience_id"]: ids(row["law"])
        for row in rows(table.write(toolkit(FROZEN), "hospitality"))
        if row["id"] == "HOS-REC-01"
    }
    assert by_audience["micro"] == ["equal-treatment"]
    assert by_audience["large"] == ["equal-treatment", "pay-report"]


def test_an_audience_has_its_own_steps_after_the_common_ones() -> None:
    """And none of another audience."""
    steps = {
        row["audience_id"]: items(row["steps"])
        for row in rows(table.write(toolkit(FROZEN)))
        if row["id"] == "HOS-REC-01"
    }
    assert len(steps["small"]) == 3
    assert steps["micro"][:3] == steps["small"]
    assert steps["micro"][3].startswith("Ask a neighbour")


def test_retired_actions_are_left_out() -> None:
    """They stay as stubs on the site, and in no list or count."""
    assert b"HOS-REC-03," not in table.write(toolkit(FROZEN))


def test_the_form_of_the_file() -> None:
    """A byte order mark, lines that end in CR LF, the documented columns, the same every time."""
    data = table.write(toolkit(FROZEN))
    assert data.startswith(BOM)
    assert data.endswith(b"\r\n")
    first = data.removeprefix(BOM).split(b"\r\n")[0].decode()
    assert first.split(",") == list(COLUMNS)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in COLUMNS)
    assert data == table.write(toolkit(FROZEN))
    assert table_of("hospitality") == "hospitality/checklist/hospitality.csv"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+44 20",
        "-5 to 5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "\u200b=1",
        "＝1",  # noqa: RUF001 # a wide form, on purpose
        "＠x",  # noqa: RUF001 # a wide form, on purpose
        "﹢1",
        "'=1",
        "''-1",
        "' =1",
        "\x00=1",
    ],
)
def test_a_cell_that_would_run_gets_an_apostrophe(cell: str) -> None:
    """One apostrophe in front, which taken away gives the cell back."""
    assert table.guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    ["", "A = B", "10-20", "a@b.example", "'Fit' is no reason", "’tis", "– a dash", "شكرا", "'"],
)
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    """An apostrophe that is only a quotation mark is left alone."""
    assert table.guarded(cell) == cell


@given(st.text(alphabet=st.sampled_from("'=+-@ \t\r\n|\\a＝\u200b"), max_size=8))  # noqa: RUF001
def test_no_two_cells_come_out_the_same(cell: str) -> None:
    """What is guarded can always be told from what was typed so."""
    guarded = table.guarded(cell)
    assert guarded in (cell, f"'{cell}")
    again = table.guarded(guarded)
    assert (again != guarded) == (guarded != cell)  # guarded once means guarded again
    seen = guarded.lstrip(" \u200b")
    assert seen[:1] not in set(SIGNS) - {""} or not seen


@given(st.lists(st.text(alphabet="a |\\", min_size=1, max_size=6).map(str.strip).filter(bool)))
def test_lists_can_always_be_taken_apart(texts: list[str]) -> None:
    """Bars and backslashes inside items included."""
    cell = table.joined(texts)
    assert [item.replace("\\|", "|") for item in cell.split(BETWEEN)] == (texts or [""])


HOSTILE = (
    "=HYPERLINK('https://example.org', 'x'), \"quoted\"; <b> & $1 #2 @3 🙂 "
    "\u0634\u0643\u0631\u0627 | end"
)


def test_hostile_text_comes_back_as_typed(tmp_path: Path) -> None:
    """A title and a step that a spreadsheet would run, with every sign that CSV minds."""
    folder = copy(tmp_path / "toolkit")
    path = "toolkits/hospitality/culture.yml"
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    change(folder, path, "title: Hold a meeting about rotas", f"title: {quoted}")
    change(folder, path, "- Look at three months of rotas together.", f"- {quoted}")
    (row,) = [r for r in rows(table.write(toolkit(folder))) if r["id"] == "HOS-CUL-02"]
    assert row["title"] == f"'{HOSTILE}"
    assert typed(row["title"]) == HOSTILE
    assert row["steps"].startswith("'=")
    assert items(row["steps"]) == [HOSTILE]


def test_words_to_copy_keep_their_lines() -> None:
    """A form of several lines stays one, inside its cell."""
    row = next(r for r in rows(table.write(toolkit(FROZEN))) if r["id"] == "HOS-REC-01")
    assert "\n1. Tell us about a time" in items(row["words_to_copy"])[0]
    assert items(row["words_to_copy"])[0].endswith("of 10 | signed: ______")
