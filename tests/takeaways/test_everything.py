"""Every take-away together: which there are, what is kept, and what is made again."""

from __future__ import annotations

import dataclasses
import hashlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.content.load import load
from generator.content.toolkit import Toolkit
from generator.kept import Kept
from generator.takeaways import TakeAwayError, everything, pdf
from generator.takeaways.everything import Order, TakeAway
from tests.frozen import FROZEN


def refuse() -> bytes:
    """A writer that cannot write what it is given."""
    raise pdf.PdfError("x.pdf cannot be made: a reason.")


def toolkit(folder: Path = FROZEN) -> Toolkit:
    """The content of a folder, which is sound."""
    found = load(folder).toolkit
    assert found is not None
    return found


def counted(number: int, runs: list[str], path: str = "a.csv", key: str = "") -> Order:
    """An order that notes each time it is made."""

    def make() -> bytes:
        runs.append(path)
        return b"made"

    return Order(path, make, number, key)


def make(orders: Sequence[Order], kept: Path | None = None) -> list[TakeAway]:
    """All files of some orders."""
    return list(everything.made(orders, Kept(kept)))


def test_every_sector_and_audience_has_its_files() -> None:
    """PDF, large print and Word for each; Excel and CSV for a sector; and the open data."""
    whole = toolkit()
    paths = [order.path for order in everything.orders(whole)]
    assert paths == sorted(set(paths))
    assert {"data/toolkits.json", "data/actions.csv", "data/toolkits.schema.json"} <= set(paths)
    for sector in whole.sectors.values():
        names = [sector.id, *(f"{sector.id}-{own.id}" for own in sector.sector.audiences)]
        below = f"{sector.id}/checklist/"
        expected = {
            f"{below}{name}{ending}"
            for name in names
            for ending in (".pdf", "-large-print.pdf", ".docx")
        }
        expected |= {f"{below}{sector.id}.xlsx", f"{below}{sector.id}.csv"}
        assert {path for path in paths if path.startswith(below)} == expected


def test_where_they_lie_is_known_before_they_are_made() -> None:
    """A preview asks this at every edit: it is the paths of all orders, and of no others."""
    for folder in (FROZEN, FROZEN.parents[1]):
        content = toolkit(folder)
        assert everything.paths(content) == {order.path for order in everything.orders(content)}


def test_the_files_say_how_many_actions_and_pages_they_hold() -> None:
    """Workbook and table hold each audience's actions; a PDF has pages, other files have none."""
    whole = toolkit()
    made = {file.path: file for file in make(everything.orders(whole))}
    for path, file in made.items():
        assert (file.pages > 0) == path.endswith(".pdf")
        assert (file.actions > 0) == (not path.endswith(".schema.json"))
    sector = next(iter(whole.sectors.values()))
    below = f"{sector.id}/checklist/{sector.id}"
    own = [made[f"{below}-{audience.id}.docx"].actions for audience in sector.sector.audiences]
    assert made[f"{below}.xlsx"].actions == made[f"{below}.csv"].actions == sum(own)
    assert made[f"{below}.pdf"].actions == len(tuple(sector.every_action()))
    every = sum(len(tuple(each.every_action())) for each in whole.sectors.values())
    assert made["data/toolkits.json"].actions == every


def test_two_processes_and_one_make_the_same_bytes() -> None:
    """A new process shares the work between two more; the one that runs tests does it alone."""
    program = (
        "import hashlib; from pathlib import Path; from generator.content.load import load;"
        "from generator import kept; from generator.takeaways import everything, pdf;"
        f"orders = everything.orders(load(Path({str(FROZEN)!r})).toolkit);"
        "files = list(everything.made(orders, kept.Kept(None)));"
        "assert not pdf.started(), 'the work was not shared';"
        "print(*(hashlib.sha256(file.content).hexdigest() for file in files))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    orders = everything.orders(toolkit())
    next(order for order in orders if order.path.endswith(".pdf")).run()
    assert pdf.started()
    alone = [hashlib.sha256(file.content).hexdigest() for file in make(orders)]
    assert run.stdout.split() == alone


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    """The second time only files without a key are made."""
    runs: list[str] = []
    orders = [counted(1, runs, "a.pdf.csv", "a" * 64), counted(2, runs, "b.csv")]
    assert make(orders, tmp_path) == make(orders, tmp_path)
    assert runs == ["a.pdf.csv", "b.csv", "b.csv"]


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    """Each file is made each time, and no folder appears."""
    runs: list[str] = []
    orders = [counted(1, runs, key="a" * 64)]
    make(orders)
    make(orders)
    assert runs == ["a.csv", "a.csv"]
    assert not list(tmp_path.iterdir())


def test_one_edit_makes_only_the_files_that_show_it_again() -> None:
    """A new title in one sector leaves every file of the others as it was."""
    whole = toolkit()
    before = {order.path: order.key for order in everything.orders(whole)}
    sector = next(iter(whole.sectors.values()))
    named = sector.sector.model_copy(update={"title": "Another title"})
    changed = dataclasses.replace(
        whole, sectors={**whole.sectors, sector.id: dataclasses.replace(sector, sector=named)}
    )
    after = {order.path: order.key for order in everything.orders(changed)}
    other = {path for path, key in after.items() if key != before[path]}
    kept = {path for path, key in before.items() if key}
    assert other == {path for path in kept if path.startswith(f"{sector.id}/")}
    assert other != kept


def test_a_list_without_actions_stops_everything() -> None:
    """The message names the file and says what to do."""
    whole = toolkit()
    sector = next(iter(whole.sectors.values()))
    none = {id_: file.model_copy(update={"actions": ()}) for id_, file in sector.themes.items()}
    bare = dataclasses.replace(sector, themes=none)
    emptied = dataclasses.replace(whole, sectors={**whole.sectors, sector.id: bare})
    with pytest.raises(TakeAwayError, match=f"{sector.id}.pdf would be empty"):
        everything.orders(emptied)


def test_a_fault_of_ours_keeps_its_kind_and_names_the_file() -> None:
    """A traceback that says which file was being made."""

    def broken() -> bytes:
        raise TypeError("a fault")

    with pytest.raises(TypeError) as raised:
        make([Order("x/checklist/x.docx", broken)])
    assert raised.value.__notes__ == ["This happened while x/checklist/x.docx was made."]


def test_a_file_that_cannot_be_made_says_why_from_another_process_too() -> None:
    """The words reach whoever waits, whichever process wrote the file."""
    with pytest.raises(pdf.PdfError, match=r"x\.pdf cannot be made: a reason"):
        make([Order(f"{number}.csv", refuse) for number in range(20)])


@pytest.mark.parametrize(
    "damage",
    [b"", b"half", b"0" * 64 + b"another file", b"\xff" * 100],
    ids=["empty", "cut short", "another's digest", "not text"],
)
def test_a_damaged_copy_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """What does not match its own digest is never trusted."""
    kept = Kept(tmp_path)
    kept.put("key", b"whole")
    assert kept.get("key") == b"whole"
    (tmp_path / "key").write_bytes(damage)
    assert kept.get("key") is None


def test_a_disk_that_refuses_costs_only_time(tmp_path: Path) -> None:
    """A file where the folder should be: nothing is kept, and nothing fails."""
    blocked = tmp_path / "kept"
    blocked.write_text("in the way", encoding="utf-8")
    kept = Kept(blocked)
    kept.put("key", b"whole")
    assert kept.get("key") is None
    assert blocked.read_text(encoding="utf-8") == "in the way"
