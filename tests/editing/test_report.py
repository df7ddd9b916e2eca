"""`toolkits report` counts what the toolkits hold."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.content.load import load
from generator.editing.report import Table, report

FROZEN = Path(__file__).parents[1] / "toolkit"


def tables() -> dict[str, Table]:
    """The frozen toolkit's tables by title."""
    toolkit = load(FROZEN).toolkit
    assert toolkit is not None
    return {table.title: table for table in report(toolkit)}


def test_actions_are_counted_by_sector_and_theme() -> None:
    """Live actions only, with sums for each sector, each theme and all."""
    table = tables()["Actions by sector and theme"]
    assert table.heads == ("Sector", "recruitment", "culture", "all")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Hospitality"] == ("2", "2", "4")
    by_hand = [int(row[-1]) for name, row in rows.items() if name != "All"]
    assert rows["All"][-1] == str(sum(by_hand))


def test_every_table_has_a_cell_for_every_head() -> None:
    """No row is shorter or longer than its heads."""
    for table in tables().values():
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.heads)}, table.title


def test_the_command_prints_aligned_columns() -> None:
    """Each table has a title, an underline and columns whose numbers end in one line."""
    result = CliRunner().invoke(main, ["report", str(FROZEN)])
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "Actions by sector and theme"
    assert lines[1] == "-" * len(lines[0])
    heads, first = lines[2], lines[3]
    assert len(heads) == len(first)
    assert "How it reads" in lines


def test_the_command_tells_errors_instead(tmp_path: Path) -> None:
    """Content with errors is not counted: the problems are told, with exit 1."""
    (tmp_path / "toolkits").mkdir()
    result = CliRunner().invoke(main, ["report", str(tmp_path)])
    assert result.exit_code == 1
    assert "missing-file" in result.output
