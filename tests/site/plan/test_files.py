"""A plan as a file: downloaded, opened on another device, and what is no plan refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.site.plan.reader import FIRST, KIND, LARGE, NewReader, Reader, card, saved, status


def test_a_downloaded_plan_opens_in_a_fresh_browser(
    planner: Reader, new_reader: NewReader, tmp_path: Path
) -> None:
    """The file is readable JSON; another browser opens it with every word, and nothing else."""
    card(planner.page).get_by_label("Notes").fill("Moved house")
    with planner.page.expect_download() as download:
        planner.do(planner.page.get_by_role("button", name="Download my plan"))
    file = tmp_path / "plan.json"
    download.value.save_as(file)
    assert download.value.suggested_filename.startswith("my-plan-")
    text = file.read_text(encoding="utf-8")
    assert '"notes": "Moved house"' in text
    assert '"title": "Name one person whom anyone can tell"' in text
    other = new_reader(390)
    page = other.go()
    other.open_file(file)
    expect(card(page).get_by_label("Notes")).to_have_value("Moved house")
    page.reload()
    expect(page.locator(".tk-card")).to_have_count(2)
    assert other.kept() == planner.kept()


BAD: dict[str, tuple[str | dict[str, Any], str]] = {
    "a broken file": ("{broken", "damaged"),
    "an empty file": ("", "damaged"),
    "a foreign file": ('{"name": "package"}', "not a plan made on this site"),
    "a list": ("[1, 2]", "not a plan made on this site"),
    "nothing": ("null", "not a plan made on this site"),
    "a huge file": ('"' + "x" * 1_000_001 + '"', "larger than any plan"),
    "a newer form": ({"form": 2}, "newer version"),
    "an older form": ({"form": 0}, "no longer reads"),
    "a field too many": ({"extra": 1}, "A part of it"),
    "a wrong id": ({"answers": {"__proto__x": {}}}, "A part of it"),
    "an answer without fields": ({"answers": {FIRST: {}}}, "A part of it"),
    "answers in a list": ({"answers": []}, "A part of it"),
    "a wrong day": ({"saved": "2026-13-45"}, "A part of it"),
}


def test_a_file_that_is_no_plan_changes_nothing(planner: Reader, tmp_path: Path) -> None:
    """Each says why it was not opened, and that the plan is as it was; and so it is."""
    before = planner.kept()
    for number, (content, why) in enumerate(BAD.values()):
        file = tmp_path / f"other-{number}.json"
        if isinstance(content, str):
            file.write_text(content, encoding="utf-8")
        else:
            saved(file, **content)
        planner.open_file(file)
        expect(status(planner.page)).to_contain_text(f"Not opened: {file.name}")
        expect(status(planner.page)).to_contain_text(why)
        expect(status(planner.page)).to_contain_text("Your plan is as it was.")
        assert planner.kept() == before


def test_every_field_of_an_answer_is_checked(reader: Reader) -> None:
    """Each field with a value it cannot have is refused, one by one."""
    page = reader.go()
    wrong = page.evaluate(
        """async () => {
          const { parse } = await import('/assets/javascripts/plan-store.js');
          const good = { title: 'T', edition: '2026-05-06', chosen: true, status: 'done',
            who: '', when: '', notes: '', done: '2026-05-07' };
          const tries = { title: 'x'.repeat(201), edition: '2026-99-01', chosen: 'yes',
            status: 'finished', who: 5, when: 'tomorrow', notes: 'x'.repeat(5001), done: null };
          const read = own => { try { parse(JSON.stringify({ kind: 'KIND', form: 1,
            sector: 'a', audience: 'b', answers: { 'HOS-REC-01': own } })); return true; }
            catch { return false; } };
          return [read(good), ...Object.entries(tries)
            .filter(([name, value]) => read({ ...good, [name]: value })).map(([name]) => name)];
        }""".replace("KIND", KIND)
    )
    assert wrong == [True]


def test_a_plan_is_replaced_filled_up_or_left(planner: Reader, tmp_path: Path) -> None:
    """With a plan there already the reader says what to do; each way can be undone."""
    page = planner.page
    planner.write(card(page).get_by_label("Who", exact=True), "Joe")
    file = saved(tmp_path / "other.json")
    planner.open_file(file)
    planner.do(page.get_by_role("button", name="Leave it"))
    assert planner.kept()["answers"][FIRST]["who"] == "Joe"
    planner.open_file(file)
    planner.do(page.get_by_role("button", name="Add what mine lacks"))
    expect(card(page).get_by_label("Notes")).to_have_value("From a file")
    expect(card(page).get_by_label("Who", exact=True)).to_have_value("Joe")
    expect(page.locator(".tk-card")).to_have_count(2)
    planner.open_file(file)
    planner.do(page.get_by_role("button", name="Replace my plan with it"))
    expect(page.locator(".tk-card")).to_have_count(1)
    expect(card(page).get_by_label("Who", exact=True)).to_have_value("Amina")
    planner.do(page.get_by_role("button", name="Undo"))
    expect(page.locator(".tk-card")).to_have_count(2)
    expect(card(page).get_by_label("Who", exact=True)).to_have_value("Joe")


def test_clearing_asks_first_and_can_be_undone(planner: Reader) -> None:
    """By keyboard: Escape keeps the plan, Enter clears it, Undo brings back every word."""
    page = planner.page
    planner.write(card(page).get_by_label("Notes"), "Precious")
    clear = page.get_by_role("button", name="Clear my plan").first
    clear.press("Enter")
    expect(page.get_by_role("dialog", name="Clear your plan?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(clear).to_be_focused()
    assert planner.kept()["answers"][FIRST]["notes"] == "Precious"
    clear.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Clear my plan").press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(status(page)).to_contain_text("cleared")
    assert planner.kept()["answers"] == {}
    assert "Precious" not in json.dumps(planner.kept())
    page.keyboard.press("Enter")
    expect(card(page).get_by_label("Notes")).to_have_value("Precious")
    expect(page.get_by_label("Sector and kind of organisation")).to_have_value(LARGE)
