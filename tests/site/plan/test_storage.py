"""A plan where the browser keeps nothing, and where two pages keep at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.site.plan.reader import FIRST, KEY, KIND, NewReader, Reader, card, choose, status
from tests.site.test_accessibility import violations
from tests.site.visiting import visit

BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('blocked', 'SecurityError'); } });"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException('full', 'QuotaExceededError'); };"""


@pytest.mark.parametrize(
    ("script", "why"),
    [(BLOCKED, "keeps nothing"), (FULL, "the storage of this browser is full")],
    ids=["blocked", "full"],
)
def test_the_plan_works_where_nothing_is_kept(
    new_reader: NewReader, tmp_path: Path, script: str, why: str
) -> None:
    """It says so beside what it did, stays usable, and can still be downloaded with every word."""
    reader = new_reader(390)
    reader.context.add_init_script(script)
    page = reader.go()
    choose(page)
    reader.do(page.get_by_role("button", name="Start from the foundational"))
    reader.write(card(page).get_by_label("Notes"), "Only here")
    card(page).get_by_label("Status").select_option("done")
    expect(status(page)).to_contain_text(why)
    expect(status(page)).not_to_contain_text("Saved on this device.")
    expect(page.locator("#plan-levels tbody tr").first).to_contain_text("Established")
    with page.expect_download() as download:
        reader.do(page.get_by_role("button", name="Download my plan"))
    plan = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert plan["answers"][FIRST]["notes"] == "Only here"
    assert violations(page) == []
    expect(status(page)).to_contain_text("Downloaded: my-plan-")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    reader.open_file(broken)
    expect(status(page)).to_contain_text("Not opened: broken.json: It is damaged")
    expect(status(page)).to_contain_text(why)
    page = reader.go("/hospitality/recruitment/")
    reader.do(page.get_by_role("button", name="Add to my plan").first)
    expect(page.locator(".tk-said")).to_contain_text("Not saved: this browser")


def test_storage_that_has_room_again_gets_all_of_it(planner: Reader) -> None:
    """What could not be saved is saved with the next change."""
    page = planner.page
    page.evaluate("window.real = Storage.prototype.setItem;" + FULL + "0")
    planner.write(card(page).get_by_label("Who", exact=True), "Amina")
    expect(status(page)).to_contain_text("the storage of this browser is full")
    assert planner.kept()["answers"][FIRST]["who"] == ""
    page.evaluate("Storage.prototype.setItem = window.real; 0")
    planner.write(card(page).get_by_label("Notes"), "Room again")
    expect(status(page)).to_have_text("Saved on this device.")
    own = planner.kept()["answers"][FIRST]
    assert (own["who"], own["notes"]) == ("Amina", "Room again")


def test_what_cannot_be_read_is_not_written_over(reader: Reader) -> None:
    """A plan of a newer form stays as it is until the reader clears it."""
    reader.go("/about/")
    newer = json.dumps({"kind": KIND, "form": 2, "words": "kept"})
    reader.page.evaluate(f"text => localStorage.setItem('{KEY}', text)", newer)
    page = reader.go()
    expect(status(page)).to_contain_text("holds a plan that this site cannot read")
    choose(page)
    reader.do(page.get_by_role("button", name="Start from the foundational"))
    expect(page.locator(".tk-card")).to_have_count(2)
    assert reader.kept() == json.loads(newer)
    reader.do(page.get_by_role("button", name="Clear my plan").first)
    reader.do(page.get_by_role("dialog").get_by_role("button", name="Clear my plan"))
    expect(status(page)).to_contain_text("cleared")
    assert reader.kept()["form"] == 1


def test_two_pages_at_once_lose_nothing(planner: Reader) -> None:
    """Each change shows on the other page; of one field the last change stays."""
    one, two = planner.page, planner.tab()
    visit(two, f"{planner.address}/plan/")
    card(one).get_by_label("Who", exact=True).fill("Amina")
    expect(card(two).get_by_label("Who", exact=True)).to_have_value("Amina")
    card(two).get_by_label("Notes").fill("From the second page")
    card(one).get_by_label("Status").select_option("in-progress")
    card(two, "HOS-CUL-01").get_by_label("Who", exact=True).fill("Joe")
    card(one).get_by_label("Who", exact=True).fill("Amina and Joe")
    expect(card(two).get_by_label("Who", exact=True)).to_have_value("Amina and Joe")
    expect(card(two).get_by_label("Status")).to_have_value("in-progress")
    expect(card(one).get_by_label("Notes")).to_have_value("From the second page")
    answers = planner.kept()["answers"]
    assert answers[FIRST]["notes"] == "From the second page"
    assert answers[FIRST]["who"] == "Amina and Joe"
    assert answers["HOS-CUL-01"]["who"] == "Joe"


def test_a_page_that_read_too_early_takes_no_word_away(planner: Reader) -> None:
    """What another page writes without knowing of the last change does not undo it."""
    one, two = planner.page, planner.tab()
    visit(two, f"{planner.address}/plan/")
    early = one.evaluate(f"localStorage.getItem('{KEY}')")
    planner.write(card(one).get_by_label("Notes"), "Typed meanwhile")
    two.evaluate(f"early => localStorage.setItem('{KEY}', early)", early)
    for _ in range(50):  # until the first page has heard of it, and the second of its answer
        if "Typed meanwhile" in two.evaluate(f"localStorage.getItem('{KEY}')"):
            break
        two.wait_for_timeout(100)
    assert planner.kept()["answers"][FIRST]["notes"] == "Typed meanwhile"
    expect(card(two).get_by_label("Notes")).to_have_value("Typed meanwhile")
    expect(card(one).get_by_label("Notes")).to_have_value("Typed meanwhile")


def test_two_pages_that_disagree_come_to_rest(planner: Reader) -> None:
    """One field set differently on both at once: both show the same, and neither writes on."""
    one, two = planner.page, planner.tab()
    visit(two, f"{planner.address}/plan/")
    for page, value in ((one, "done"), (two, "in-progress")):
        page.evaluate(
            """([id, value]) => {
              const set = Storage.prototype.setItem;
              window.written = 0;
              Storage.prototype.setItem = function (...own) {
                window.written++;
                set.apply(this, own);
              };
              const control = document.getElementById(id);
              control.value = value;
              control.dispatchEvent(new Event('input', { bubbles: true }));
            }""",
            [f"{FIRST}-status", value],
        )
    one.wait_for_timeout(2500)  # longer than a change is fresh, on a busy machine too
    before = [page.evaluate("window.written") for page in (one, two)]
    kept = planner.kept()["answers"][FIRST]["status"]
    for page in (one, two):
        expect(card(page).get_by_label("Status")).to_have_value(kept)
    one.wait_for_timeout(500)
    assert [page.evaluate("window.written") for page in (one, two)] == before


def test_a_page_that_comes_back_shows_what_was_changed_since(planner: Reader) -> None:
    """Ticked, left at once, changed elsewhere, back: the tick is not done a second time."""
    one, two = planner.go("/hospitality/checklist/"), planner.tab()
    visit(two, f"{planner.address}/plan/")
    box = one.get_by_role("checkbox", name=FIRST)
    planner.do(box)
    one.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(card(two).get_by_label("Status")).to_have_value("done")
    card(two).get_by_label("Status").select_option("in-progress")
    expect(box).not_to_be_checked()
    assert planner.kept()["answers"][FIRST]["status"] == "in-progress"


def test_typing_goes_on_while_another_page_changes_the_plan(planner: Reader) -> None:
    """A change elsewhere takes neither the focus nor the letters of who is typing."""
    one, two = planner.page, planner.tab()
    visit(two, f"{planner.address}/plan/")
    notes = card(one).get_by_label("Notes")
    notes.press_sequentially("Half a ")
    card(two).get_by_label("Status").select_option("done")
    expect(card(one).get_by_label("Status")).to_have_value("done")
    expect(notes).to_be_focused()
    one.keyboard.type("sentence")
    expect(notes).to_have_value("Half a sentence")
    # Two pages write one after the other: the last letters may still wait for their turn.
    one.wait_for_function("key => localStorage[key].includes('Half a sentence')", arg=KEY)
    assert planner.kept()["answers"][FIRST]["status"] == "done"
