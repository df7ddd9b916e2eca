"""A reader's own plan in a real browser: actions added, filled in, ticked, cleared."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.site.plan.reader import (
    FIRST,
    LARGE,
    WAYS,
    NewReader,
    Reader,
    by_keyboard,
    card,
    choose,
    status,
)


@pytest.mark.parametrize(("width", "hand"), WAYS)
def test_actions_are_added_from_three_pages_and_kept(
    new_reader: NewReader, width: int, hand: str
) -> None:
    """Two pages of actions and a checklist: all three are in the plan, and still after a reload."""
    reader = new_reader(width, hand)
    page = reader.go("/hospitality/recruitment/")
    name = 'Add to my plan: Score interviews: <same> questions & "fair" marks'
    button = page.get_by_role("button", name=name)
    expect(button).to_have_attribute("aria-pressed", "false")
    reader.do(button)
    expect(page.get_by_role("button", name="In my plan: Score interviews")).to_have_attribute(
        "aria-pressed", "true"
    )
    page = reader.go("/healthcare/culture/")
    reader.do(page.get_by_role("button", name="Add to my plan: Back staff"))
    page = reader.go("/hospitality/checklist/")
    reader.do(page.get_by_role("checkbox", name="Name one person"))
    page = reader.go()
    expect(page.locator(".tk-card")).to_have_count(3)
    page.reload()
    expect(page.locator(".tk-card")).to_have_count(3)
    expect(card(page, "HOS-CUL-01").get_by_label("Status")).to_have_value("done")
    expect(card(page).get_by_label("Status")).to_have_value("not-started")


def test_actions_are_added_and_filled_in_by_keyboard_alone(new_reader: NewReader) -> None:
    """From the button beside an action to the notes, with no mouse, at the width of a phone."""
    reader = new_reader(390)
    page = reader.go("/hospitality/recruitment/")
    by_keyboard(page, page.get_by_role("button", name="Add to my plan: Show pay"), "Space")
    link = page.locator(".tk-add a:visible")
    by_keyboard(page, link, "Enter")
    page.wait_for_url("**/plan/")
    by_keyboard(page, card(page, "HOS-REC-02").get_by_label("Status"), "ArrowDown")
    by_keyboard(page, card(page, "HOS-REC-02").get_by_label("Who", exact=True))
    page.keyboard.type("Joe")
    by_keyboard(page, card(page, "HOS-REC-02").get_by_label("Notes"))
    page.keyboard.type("Ask <b>first</b>")
    expect(status(page)).to_have_text("Saved on this device.")
    own = reader.kept()["answers"]["HOS-REC-02"]
    assert (own["status"], own["who"], own["notes"]) == ("in-progress", "Joe", "Ask <b>first</b>")


@pytest.mark.parametrize(("width", "hand"), WAYS)
def test_a_plan_starts_from_the_foundational_actions(
    new_reader: NewReader, width: int, hand: str
) -> None:
    """One step puts in what is foundational for the chosen kind of organisation, theme by theme."""
    reader = new_reader(width, hand)
    page = reader.go()
    expect(page.get_by_role("button", name="Start from the foundational")).to_be_hidden()
    choose(page)
    reader.do(page.get_by_role("button", name="Start from the foundational"))
    expect(page.locator(".tk-card h3")).to_have_text(
        [
            'Score interviews: <same> questions & "fair" marks',
            "Name one person whom anyone can tell",
        ]
    )
    expect(page.locator(".tk-theme h2:visible")).to_have_text(
        ["Recruitment & <fair> choice", "Culture"]
    )
    expect(card(page)).to_contain_text("The last five appointments each have a full set")
    expect(card(page).get_by_role("link")).to_have_attribute(
        "href", f"{reader.address}/hospitality/recruitment/#hos-rec-01"
    )
    reader.do(page.get_by_role("button", name="Undo"))
    expect(page.locator(".tk-card")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_way_from_start_to_another_device_needs_no_mouse(
    new_reader: NewReader, tmp_path: Path, width: int
) -> None:
    """Choose, start, tick on a checklist, come back, download; open it elsewhere; print; clear."""
    reader = new_reader(width)
    page = reader.go()
    kind = page.get_by_label("Sector and kind of organisation")
    by_keyboard(page, kind)
    page.keyboard.type("Hospitality: large")
    expect(kind).to_have_value(LARGE)
    by_keyboard(page, page.get_by_role("button", name="Start from the foundational"), "Enter")
    expect(page.locator(".tk-card")).to_have_count(2)
    page = reader.go("/hospitality/checklist/")
    by_keyboard(page, page.get_by_role("checkbox", name="Score interviews"), "Space")
    page = reader.go()
    page.reload()
    expect(card(page).get_by_label("Status")).to_have_value("done")
    file = tmp_path / "plan.json"
    with page.expect_download() as download:
        by_keyboard(page, page.get_by_role("button", name="Download my plan"), "Enter")
    download.value.save_as(file)
    other = new_reader(width)
    page = other.go()
    with page.expect_file_chooser() as chooser:
        by_keyboard(page, page.locator("[data-do=open]:visible").first, "Enter")
    chooser.value.set_files(file)
    expect(card(page).get_by_label("Status")).to_have_value("done")
    page.evaluate("window.print = () => { window.printed = true; }")
    by_keyboard(page, page.get_by_role("button", name="Print my plan"), "Enter")
    assert page.evaluate("window.printed")
    by_keyboard(page, page.get_by_role("button", name="Clear my plan").first, "Enter")
    dialog = page.get_by_role("dialog", name="Clear your plan?")
    by_keyboard(page, dialog.get_by_role("button", name="Clear my plan"), "Enter")
    expect(page.locator(".tk-card:visible")).to_have_count(0)
    assert other.kept()["answers"] == {}


def test_everything_filled_in_is_there_after_a_reload(planner: Reader) -> None:
    """Status, person, day and notes, exactly as typed; what looks like HTML is text."""
    page = planner.page
    own = card(page)
    own.get_by_label("Status").select_option("in-progress")
    own.get_by_label("Who", exact=True).fill("<img src=x onerror=alert(1)>")
    own.get_by_label("By when").fill("2027-03-01")
    own.get_by_label("Notes").fill("First line\nسطر ثانٍ 🙂")
    page.reload()
    own = card(page)
    expect(own.get_by_label("Status")).to_have_value("in-progress")
    expect(own.get_by_label("Who", exact=True)).to_have_value("<img src=x onerror=alert(1)>")
    expect(own.get_by_label("By when")).to_have_value("2027-03-01")
    expect(own.get_by_label("Notes")).to_have_value("First line\nسطر ثانٍ 🙂")
    assert page.locator("#plan img").count() == 0


def test_a_tick_on_the_checklist_is_done_in_the_plan_both_ways(planner: Reader) -> None:
    """Ticked there, done here; changed here, not ticked there; an untick takes no word away."""
    page = planner.go("/hospitality/checklist/")
    box = page.get_by_role("checkbox", name="HOS-REC-01")
    planner.do(box)
    page = planner.go()
    expect(card(page).get_by_label("Status")).to_have_value("done")
    planner.write(card(page).get_by_label("Notes"), "Twice now")
    card(page).get_by_label("Status").select_option("in-progress")
    page = planner.go("/hospitality/checklist/")
    expect(box).not_to_be_checked()
    planner.do(box)
    box.uncheck()
    own = planner.kept()["answers"][FIRST]
    assert (own["status"], own["notes"], own["chosen"]) == ("not-started", "Twice now", True)
    other = page.get_by_role("checkbox", name="HOS-REC-02")
    planner.do(other)
    other.uncheck()
    assert "HOS-REC-02" not in planner.kept()["answers"]


def test_what_is_taken_out_keeps_its_words(planner: Reader) -> None:
    """Out of the plan, but listed, and back with every word."""
    page = planner.page
    planner.write(card(page).get_by_label("Notes"), "Do not lose this")
    planner.do(card(page).get_by_role("button", name="Take out of my plan"))
    expect(card(page)).to_have_count(0)
    page.reload()
    planner.do(page.get_by_role("button", name="Put back: Score interviews"))
    expect(card(page).get_by_label("Notes")).to_have_value("Do not lose this")
    expect(card(page).get_by_label("Status")).to_be_focused()
