"""A reader's own plan in a real browser: made, kept, opened again, compared, shared and cleared."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.site.test_accessibility import violations

WIDTHS = (1280, 390)
KEY = "toolkits-plan"
FIRST = "HOS-REC-01"
LARGE = "hospitality/large"
KIND = "inclusive-employer-toolkits-plan"
READY = """() => document.querySelector('#plan')
  ? document.querySelector('#plan:is(.tk-ready, .tk-failed)')
  : document.querySelector('.tk-said') || !document.querySelector('[data-action]')"""


@dataclass
class Reader:
    """Someone at a browser of their own, with what it asked for and complained of."""

    context: BrowserContext
    address: str
    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go(self, path: str = "/plan/") -> Page:
        """Opens a page, and waits until its scripts have done their work."""
        self.page.goto(self.address + path)
        self.page.wait_for_function(READY)
        return self.page

    def tab(self) -> Page:
        """One more page of the same browser, listened to as well."""
        page = self.context.new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda r: self.asked.append(f"{r.method} {r.url}"))
        return page

    def kept(self) -> dict[str, Any]:
        """What the browser keeps of the plan."""
        text = self.page.evaluate(f"localStorage.getItem('{KEY}')")
        return dict(json.loads(text)) if text else {}


NewReader = Callable[..., Reader]


@pytest.fixture
def new_reader(browser: Browser, address: str) -> Iterator[NewReader]:
    """Readers, each with a profile of their own; none of them asks anything of anyone else."""
    made: list[Reader] = []

    def new(width: int = 1280, **options: Any) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, reduced_motion="reduce", **options
        )
        context.set_default_timeout(8000)
        reader = Reader(context, address, context.new_page())
        reader.page.close()
        reader.page = reader.tab()
        made.append(reader)
        return reader

    yield new
    for reader in made:
        reader.context.close()
        own = (f"GET {address}", "GET blob:", "GET data:")
        assert [asked for asked in reader.asked if not asked.startswith(own)] == []
        assert reader.said == []


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    """A reader at a wide screen."""
    return new_reader()


@pytest.fixture
def planner(reader: Reader) -> Reader:
    """A reader whose plan holds the two foundational actions of a large hotel."""
    reader.go()
    choose(reader.page)
    reader.page.get_by_role("button", name="Start from the foundational").click()
    expect(reader.page.locator(".tk-card")).to_have_count(2)
    return reader


def choose(page: Page, kind: str = LARGE) -> None:
    """Says which kind of organisation the reader's is."""
    page.get_by_label("Sector and kind of organisation").select_option(kind)


def card(page: Page, id_: str = FIRST) -> Locator:
    """The card of an action."""
    return page.locator(f"#card-{id_}")


def status(page: Page) -> Locator:
    """Where the page says how things went."""
    return page.locator("#plan [role=status]")


def by_keyboard(page: Page, target: Locator, *keys: str) -> None:
    """Tabs on until the target has the focus, then presses keys."""
    for _ in range(120):
        if target.evaluate("own => own === document.activeElement"):
            break
        page.keyboard.press("Tab")
    else:
        raise AssertionError("the keyboard does not reach it")
    for key in keys:
        page.keyboard.press(key)


def saved(path: Path, **changes: Any) -> Path:
    """A saved plan of one action, with changes at its top."""
    answer = {
        "title": "Score interviews", "edition": "2026-05-06", "chosen": True, "status": "done",
        "who": "Amina", "when": "", "notes": "From a file", "done": "2026-05-07",
    }  # fmt: skip
    plan = {
        "kind": KIND, "form": 1, "about": "A plan", "saved": "2026-05-08",
        "sector": "hospitality", "audience": "large", "answers": {FIRST: answer},
    }  # fmt: skip
    path.write_text(json.dumps({**plan, **changes}), encoding="utf-8")
    return path


def open_file(page: Page, file: Path) -> None:
    """Chooses a file to open."""
    with page.expect_file_chooser() as chooser:
        page.locator("[data-do=open]:visible").click()
    chooser.value.set_files(file)


# Adding, filling in, coming back.


@pytest.mark.parametrize("width", WIDTHS)
def test_actions_are_added_from_three_pages_and_kept(new_reader: NewReader, width: int) -> None:
    """Two pages of actions and a checklist: all three are in the plan, and still after a reload."""
    reader = new_reader(width)
    page = reader.go("/hospitality/recruitment/")
    name = 'Add to my plan: Score interviews: <same> questions & "fair" marks'
    button = page.get_by_role("button", name=name)
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(page.get_by_role("button", name="In my plan: Score interviews")).to_have_attribute(
        "aria-pressed", "true"
    )
    page = reader.go("/healthcare/culture/")
    page.get_by_role("button", name="Add to my plan: Back staff").click()
    page = reader.go("/hospitality/checklist/")
    page.get_by_role("checkbox", name="Name one person").check()
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


@pytest.mark.parametrize("width", WIDTHS)
def test_a_plan_starts_from_the_foundational_actions(new_reader: NewReader, width: int) -> None:
    """One step puts in what is foundational for the chosen kind of organisation, theme by theme."""
    reader = new_reader(width)
    page = reader.go()
    expect(page.get_by_role("button", name="Start from the foundational")).to_be_hidden()
    choose(page)
    page.get_by_role("button", name="Start from the foundational").click()
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
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".tk-card")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
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
    box.check()
    page = planner.go()
    expect(card(page).get_by_label("Status")).to_have_value("done")
    card(page).get_by_label("Notes").fill("Twice now")
    card(page).get_by_label("Status").select_option("in-progress")
    page = planner.go("/hospitality/checklist/")
    expect(box).not_to_be_checked()
    box.check()
    box.uncheck()
    own = planner.kept()["answers"][FIRST]
    assert (own["status"], own["notes"], own["chosen"]) == ("not-started", "Twice now", True)
    other = page.get_by_role("checkbox", name="HOS-REC-02")
    other.check()
    other.uncheck()
    assert "HOS-REC-02" not in planner.kept()["answers"]


def test_what_is_taken_out_keeps_its_words(planner: Reader) -> None:
    """Out of the plan, but listed, and back with every word."""
    page = planner.page
    card(page).get_by_label("Notes").fill("Do not lose this")
    card(page).get_by_role("button", name="Take out of my plan").click()
    expect(card(page)).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="Put back: Score interviews").click()
    expect(card(page).get_by_label("Notes")).to_have_value("Do not lose this")
    expect(card(page).get_by_label("Status")).to_be_focused()


# The file, and the plans it may hold.


def test_a_downloaded_plan_opens_in_a_fresh_browser(
    planner: Reader, new_reader: NewReader, tmp_path: Path
) -> None:
    """The file is readable JSON; another browser opens it with every word, and nothing else."""
    card(planner.page).get_by_label("Notes").fill("Moved house")
    with planner.page.expect_download() as download:
        planner.page.get_by_role("button", name="Download my plan").click()
    file = tmp_path / "plan.json"
    download.value.save_as(file)
    assert download.value.suggested_filename.startswith("my-plan-")
    text = file.read_text(encoding="utf-8")
    assert '"notes": "Moved house"' in text
    assert '"title": "Name one person whom anyone can tell"' in text
    other = new_reader(390)
    page = other.go()
    open_file(page, file)
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
        open_file(planner.page, file)
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
    card(page).get_by_label("Who", exact=True).fill("Joe")
    file = saved(tmp_path / "other.json")
    open_file(page, file)
    page.get_by_role("button", name="Leave it").click()
    assert planner.kept()["answers"][FIRST]["who"] == "Joe"
    open_file(page, file)
    page.get_by_role("button", name="Add what mine lacks").click()
    expect(card(page).get_by_label("Notes")).to_have_value("From a file")
    expect(card(page).get_by_label("Who", exact=True)).to_have_value("Joe")
    expect(page.locator(".tk-card")).to_have_count(2)
    open_file(page, file)
    page.get_by_role("button", name="Replace my plan with it").click()
    expect(page.locator(".tk-card")).to_have_count(1)
    expect(card(page).get_by_label("Who", exact=True)).to_have_value("Amina")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".tk-card")).to_have_count(2)
    expect(card(page).get_by_label("Who", exact=True)).to_have_value("Joe")


def test_clearing_asks_first_and_can_be_undone(planner: Reader) -> None:
    """By keyboard: Escape keeps the plan, Enter clears it, Undo brings back every word."""
    page = planner.page
    card(page).get_by_label("Notes").fill("Precious")
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


# Where nothing can be kept, and where two pages keep at once.

BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('blocked', 'SecurityError'); } });"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException('full', 'QuotaExceededError'); };"""


@pytest.mark.parametrize(
    ("script", "why"),
    [(BLOCKED, "keeps nothing"), (FULL, "the storage of this browser is full")],
    ids=["blocked", "full"],
)
def test_the_plan_works_where_nothing_is_kept(new_reader: NewReader, script: str, why: str) -> None:
    """It says so, stays usable, and can still be downloaded with every word."""
    reader = new_reader(390)
    reader.context.add_init_script(script)
    page = reader.go()
    choose(page)
    page.get_by_role("button", name="Start from the foundational").click()
    card(page).get_by_label("Notes").fill("Only here")
    card(page).get_by_label("Status").select_option("done")
    expect(status(page)).to_contain_text(why)
    expect(page.locator("#plan-levels tbody tr").first).to_contain_text("Established")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my plan").click()
    plan = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert plan["answers"][FIRST]["notes"] == "Only here"
    assert violations(page) == []
    page = reader.go("/hospitality/recruitment/")
    page.get_by_role("button", name="Add to my plan").first.click()
    expect(page.locator(".tk-said")).to_contain_text("Not saved: this browser")


def test_storage_that_has_room_again_gets_all_of_it(planner: Reader) -> None:
    """What could not be saved is saved with the next change."""
    page = planner.page
    page.evaluate("window.real = Storage.prototype.setItem;" + FULL + "0")
    card(page).get_by_label("Who", exact=True).fill("Amina")
    expect(status(page)).to_contain_text("the storage of this browser is full")
    assert planner.kept()["answers"][FIRST]["who"] == ""
    page.evaluate("Storage.prototype.setItem = window.real; 0")
    card(page).get_by_label("Notes").fill("Room again")
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
    page.get_by_role("button", name="Start from the foundational").click()
    expect(page.locator(".tk-card")).to_have_count(2)
    assert reader.kept() == json.loads(newer)
    page.get_by_role("button", name="Clear my plan").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Clear my plan").click()
    assert reader.kept()["form"] == 1


def test_two_pages_at_once_lose_nothing(planner: Reader) -> None:
    """Each change shows on the other page; of one field the last change stays."""
    one, two = planner.page, planner.tab()
    two.goto(f"{planner.address}/plan/")
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


def test_typing_goes_on_while_another_page_changes_the_plan(planner: Reader) -> None:
    """A change elsewhere takes neither the focus nor the letters of who is typing."""
    one, two = planner.page, planner.tab()
    two.goto(f"{planner.address}/plan/")
    notes = card(one).get_by_label("Notes")
    notes.press_sequentially("Half a ")
    card(two).get_by_label("Status").select_option("done")
    expect(card(one).get_by_label("Status")).to_have_value("done")
    expect(notes).to_be_focused()
    one.keyboard.type("sentence")
    expect(notes).to_have_value("Half a sentence")
    assert (
        planner.kept()["answers"][FIRST] | {"notes": "Half a sentence", "status": "done"}
        == (planner.kept()["answers"][FIRST])
    )


# New editions, and what comes round again.


def test_changes_since_the_answer_are_told_and_no_word_is_lost(
    reader: Reader, tmp_path: Path
) -> None:
    """A plan of March 2026: one action corrected, one retired, one that no edition knows."""
    answer = {
        "title": "Score interviews", "edition": "2026-03-03", "chosen": True,
        "status": "in-progress", "who": "Amina", "when": "", "notes": "Old words", "done": "",
    }  # fmt: skip
    ids = (FIRST, "HOS-REC-03", "HOS-REC-99")
    file = saved(tmp_path / "old.json", answers=dict.fromkeys(ids, answer))
    page = reader.go()
    open_file(page, file)
    told = page.locator("#plan-changes")
    expect(told).to_contain_text("6 May 2026: The number of questions is five, not six.")
    expect(told).to_contain_text("It is retired. It slowed hiring")
    expect(told).to_contain_text("In place of HOS-REC-03.")
    expect(told).to_contain_text("It is not in this edition.")
    for id_ in ids:
        expect(card(page, id_).get_by_label("Notes")).to_have_value("Old words")
    page.get_by_role("button", name="I have read these changes").click()
    expect(told).not_to_contain_text("five, not six")
    expect(told).to_contain_text("It is retired.")
    assert reader.kept()["answers"][FIRST]["edition"] == "2026-05-06"
    assert reader.kept()["answers"]["HOS-REC-03"]["notes"] == "Old words"


def test_what_replaces_a_retired_action_is_added_in_one_step(
    reader: Reader, tmp_path: Path
) -> None:
    """The retired one stays with its words, the new one stands beside it."""
    answer = {
        "title": "Ask for references", "edition": "2026-03-03", "chosen": True,
        "status": "done", "who": "", "when": "", "notes": "Kept", "done": "2026-04-01",
    }  # fmt: skip
    page = reader.go()
    open_file(page, saved(tmp_path / "old.json", answers={"HOS-REC-03": answer}))
    page.locator("#plan-changes").get_by_role("button", name="Add to my plan").click()
    expect(card(page)).to_be_visible()
    expect(card(page, "HOS-REC-03").get_by_label("Notes")).to_have_value("Kept")


def test_an_action_that_repeats_comes_due_again(new_reader: NewReader, tmp_path: Path) -> None:
    """Done in March 2027 and every three months: in June it is due, and counts as not done."""
    answer = {
        "title": "Hold a meeting about rotas", "edition": "2026-03-04", "chosen": True,
        "status": "done", "who": "", "when": "", "notes": "", "done": "2027-03-31",
    }  # fmt: skip
    reader = new_reader()
    reader.page.clock.set_fixed_time("2027-06-29T12:00:00")
    page = reader.go()
    open_file(page, saved(tmp_path / "plan.json", answers={"HOS-CUL-02": answer}))
    words = "Last done March 2027, due again June 2027."
    expect(card(page, "HOS-CUL-02")).to_contain_text(words)
    expect(page.locator("#plan-again")).to_be_hidden()
    culture = page.locator("#plan-levels tbody tr").nth(1)
    expect(culture).to_contain_text("1 of 1")
    page.clock.set_fixed_time("2027-06-30T12:00:00")
    page = reader.go()
    expect(page.locator("#plan-again")).to_contain_text(words)
    expect(culture.locator("td").nth(2)).to_have_text("0 of 1")
    card(page, "HOS-CUL-02").get_by_label("Last done").fill("2027-06-30")
    expect(page.locator("#plan-again")).to_be_hidden()


# How far, what next, and what it adds up to.

SUMS = """async ([done, relevant]) => {
  const { sums } = await import('/assets/javascripts/plan-sums.js');
  const action = (priority, more = {}) => ({ title: 'T', sector: 's', theme: 't', edition: '',
    address: '', for: { a: [priority, 'lead'] }, ...more });
  const actions = {
    'AAA-AAA-01': action('enhanced'),
    'AAA-AAA-02': action('foundational', { needs: ['AAA-AAA-03'] }),
    'AAA-AAA-03': action('foundational'), 'AAA-AAA-04': action('enhanced'),
    'AAA-AAA-05': { ...action('foundational'), for: { other: ['foundational', 'lead'] } },
  };
  const data = { themes: { t: 'Theme' }, actions, retired: {}, frameworks: { f: { title: 'F',
    items: [{ id: '1', title: 'One' }, { id: '2', title: 'Two', outside: 'No' }] } } };
  actions['AAA-AAA-02'].frameworks = { f: ['1'] };
  actions['AAA-AAA-03'].frameworks = { f: ['1'] };
  const answers = Object.fromEntries(Object.keys(actions).map(id => [id, { chosen: true,
    status: done.includes(id) ? 'done' : relevant.includes(id) ? 'not-started' : 'not-relevant',
    done: '', edition: '' }]));
  const own = sums(data, { sector: 's', audience: 'a', answers }, '2027-01-01');
  return [own.standings()[0].level, own.next().map(id => id.slice(-2)).join(' '),
    own.served('f').map(row => row[2]).join(' ')];
}"""
ONE, TWO, THREE, FOUR = (f"AAA-AAA-0{number}" for number in (1, 2, 3, 4))
EVERY = [ONE, TWO, THREE, FOUR]
OUTSIDE = "Outside these toolkits"
NONE = "No action for you serves it"


@pytest.mark.parametrize(
    ("done", "relevant", "expected"),
    [
        ([], EVERY, ["Starting", "03 01 04", f"No {OUTSIDE}"]),
        ([THREE], EVERY, ["Building", "02 01 04", f"Partly {OUTSIDE}"]),
        ([ONE, FOUR], EVERY, ["Starting", "03", f"No {OUTSIDE}"]),
        ([TWO, THREE], EVERY, ["Established", "01 04", f"Yes {OUTSIDE}"]),
        ([TWO, THREE, ONE], EVERY, ["Established", "04", f"Yes {OUTSIDE}"]),
        ([TWO, THREE, ONE, FOUR], EVERY, ["Leading", "", f"Yes {OUTSIDE}"]),
        ([TWO, THREE], [TWO, THREE], ["Established", "", f"Yes {OUTSIDE}"]),
        ([], [TWO], ["Starting", "02", f"No {OUTSIDE}"]),
        ([], [], ["Starting", "", f"{NONE} {OUTSIDE}"]),
    ],
)
def test_the_sums_of_invented_actions(
    page: Page, address: str, done: list[str], relevant: list[str], expected: list[str]
) -> None:
    """Levels, the next three and a framework's answers, less what is not relevant."""
    page.goto(f"{address}/about/")
    assert page.evaluate(SUMS, [done, relevant]) == expected


def test_a_plan_is_compared_with_an_earlier_one(planner: Reader, tmp_path: Path) -> None:
    """The earlier levels stand beside today's, until the reader has seen enough."""
    page = planner.page
    open_file(page, saved(tmp_path / "earlier.json"))
    page.get_by_role("button", name="Only compare").click()
    expect(page.locator("#plan-levels thead")).to_contain_text("8 May 2026")
    row = page.locator("#plan-levels tbody tr").first
    expect(row.locator("strong")).to_have_text("Starting")
    expect(row).to_contain_text("Established: 1 of 1, 0 of 1")
    assert planner.kept()["answers"][FIRST]["status"] == "not-started"
    page.get_by_role("button", name="Stop comparing").click()
    expect(page.locator("#plan-levels thead")).not_to_contain_text("2026")


def test_the_yearly_summary_is_a_table_and_a_file(planner: Reader) -> None:
    """By the items of a framework: yes where all is done, and what no action serves is said."""
    page = planner.page
    card(page).get_by_label("Status").select_option("done")
    page.get_by_label("Framework").select_option("fair-test-standard")
    page.get_by_text("Show the summary").click()
    expect(page.locator("#plan-summary tbody tr").first).to_contain_text("1. Fair recruitment")
    expect(page.locator("#plan-summary tbody tr").first).to_contain_text("Yes")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the summary as CSV").click()
    rows = list(csv.reader(io.StringIO(text_of(download.value.path()))))
    assert [row[2] for row in rows] == ["Answer", "Yes", NONE, OUTSIDE]


# Taking it away.


def text_of(path: Path | str) -> str:
    """A downloaded file, its line ends as they are."""
    return Path(path).read_bytes().decode("utf-8-sig")


def test_the_table_guards_cells_that_a_spreadsheet_would_run(planner: Reader) -> None:
    """The rule of the site's own tables: an apostrophe in front, also behind odd spaces."""
    page = planner.page
    card(page).get_by_label("Who", exact=True).fill("=HYPERLINK(1)")
    card(page).get_by_label("Notes").fill('a "b", c\nd')
    card(page, "HOS-CUL-01").get_by_label("Who", exact=True).fill("\u200b \uff0b1")
    card(page, "HOS-CUL-01").get_by_label("Notes").fill("5 - 3")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    text = text_of(download.value.path())
    assert Path(download.value.path()).read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["Who"] for row in rows] == ["'=HYPERLINK(1)", "'\u200b \uff0b1"]
    assert [row["Notes"] for row in rows] == ['a "b", c\nd', "5 - 3"]
    assert [row["Status"] for row in rows] == ["Not started", "Not started"]
    assert "\r\n" in text


def test_the_table_is_copied_as_a_table(planner: Reader) -> None:
    """What lands in a document is a table, what lands in a text field is its words."""
    page = planner.page
    planner.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card(page).get_by_label("Notes").fill("<b>bold</b>")
    page.get_by_role("button", name="Copy as a table").click()
    expect(status(page)).to_contain_text("Copied as a table")
    copied = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain']
        .map(async type => (await item.getType(type)).text()));
    }""")
    assert "<table" in copied[0]
    assert "&lt;b&gt;bold" in copied[0]
    assert "HOS-REC-01\tRecruitment & <fair> choice\tScore interviews" in copied[1]


def test_a_table_that_cannot_be_copied_is_shown_selected(planner: Reader) -> None:
    """Where the browser refuses, the reader copies it with two keys."""
    page = planner.page
    page.evaluate("navigator.clipboard.write = () => Promise.reject(new Error('no')); 0")
    page.get_by_role("button", name="Copy as a table").click()
    dialog = page.get_by_role("dialog", name="Copy the table yourself")
    expect(dialog).to_be_visible()
    assert "Name one person" in page.evaluate("getSelection().toString()")
    assert violations(page) == []
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_dates_go_into_a_calendar(planner: Reader) -> None:
    """RFC 5545: whole days, lines of at most 75 bytes, escaped text, ids that stay the same."""
    page = planner.page
    page.get_by_role("button", name="Download dates for a calendar").click()
    expect(status(page)).to_contain_text("No action has a day yet.")
    card(page).get_by_label("By when").fill("2027-02-28")
    card(page).get_by_label("Who", exact=True).fill("Amina; Zoë, and 🙂 " + "everyone else " * 8)
    card(page).get_by_label("Notes").fill("A secret")
    files = []
    for _ in range(2):
        with page.expect_download() as download:
            page.get_by_role("button", name="Download dates for a calendar").click()
        files.append(Path(download.value.path()).read_bytes())
    assert files[0] == files[1]
    assert b"\n" not in files[0].replace(b"\r\n", b"")
    assert max(len(line) for line in files[0].split(b"\r\n")) <= 75
    lines = files[0].decode().replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "UID:hos-rec-01@inclusive-employer-toolkits" in lines
    assert "DTSTART;VALUE=DATE:20270228" in lines
    assert "DTEND;VALUE=DATE:20270301" in lines
    (described,) = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert described.startswith("DESCRIPTION:Who: Amina\\; Zoë\\, and 🙂 everyone")
    assert "\\nDone when: The last five" in described
    assert "secret" not in files[0].decode()


# For coaches.


def test_a_workshop_link_fills_a_new_plan_and_only_adds_to_another(
    planner: Reader, new_reader: NewReader
) -> None:
    """It holds actions and no words; who has a plan keeps all of it."""
    page = planner.page
    card(page).get_by_label("Who", exact=True).fill("Secret name")
    page.get_by_role("button", name="Make a link for a workshop").click()
    link = page.get_by_label("Address").input_value()
    query = "?sector=hospitality&audience=large&actions=HOS-REC-01,HOS-CUL-01"
    assert link == f"{planner.address}/plan/{query}"
    page.keyboard.press("Escape")
    other = new_reader(390)
    page = other.go(f"/plan/{query},HOS-REC-98")
    expect(page.locator("#plan-link")).to_contain_text("Hospitality: Large organisations")
    expect(page.locator("#plan-link")).to_contain_text("Name one person whom anyone can tell")
    assert other.kept() == {}
    page.get_by_role("button", name="Add them to my plan").press("Enter")
    expect(page.locator(".tk-card")).to_have_count(2)
    assert page.url == f"{planner.address}/plan/"
    assert other.kept()["audience"] == "large"
    page = planner.go("/plan/?sector=healthcare&audience=nhs-trusts&actions=HEA-REC-01")
    page.get_by_role("button", name="Add them to my plan").click()
    expect(page.locator(".tk-card")).to_have_count(3)
    kept = planner.kept()
    assert (kept["sector"], kept["audience"]) == ("hospitality", "large")
    assert kept["answers"][FIRST]["who"] == "Secret name"
    page = planner.go(f"/plan/{query}")
    page.get_by_role("button", name="Leave my plan as it is").click()
    assert planner.kept() == kept


def test_paper_shows_the_plan_or_blank_lines(planner: Reader) -> None:
    """Without buttons and notices; the blank one without answers."""
    page = planner.page
    card(page).get_by_label("Who", exact=True).fill("Amina")
    page.emulate_media(media="print")
    assert page.locator("#plan button:visible").count() == 0
    expect(card(page).get_by_label("Who", exact=True)).to_be_visible()
    expect(page.locator("#plan-levels")).to_be_visible()
    assert page.pdf(format="A4")[:5] == b"%PDF-"
    page.emulate_media(media="screen")
    page.evaluate(
        """window.print = () => {
          window.blank = document.documentElement.className;
          dispatchEvent(new Event('afterprint'));
        }"""
    )
    page.get_by_role("button", name="Print it blank").click()
    assert "tk-blank-plan" in page.evaluate("window.blank")
    assert "tk-blank-plan" not in page.evaluate("document.documentElement.className")
    page.evaluate("document.documentElement.classList.add('tk-blank-plan')")
    page.emulate_media(media="print")
    expect(page.locator("#plan-levels")).to_be_hidden()
    colour = (
        card(page).get_by_label("Who", exact=True).evaluate("own => getComputedStyle(own).color")
    )
    assert colour == "rgba(0, 0, 0, 0)"


# Every state is accessible, and without scripts the page says what to do.


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (390, "dark"), (320, "light")])
def test_axe_finds_nothing_in_any_state_of_a_plan(
    new_reader: NewReader, tmp_path: Path, width: int, colours: str
) -> None:
    """Empty, known, filled, compared, with changes, with a dialog open; and nothing scrolls."""
    reader = new_reader(width, color_scheme=colours)
    found: list[str] = []

    def look(state: str) -> None:
        found.extend(f"{state}: {line}" for line in violations(page))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{state}: scrolls")

    page = reader.go("/plan/?actions=HOS-REC-01")
    look("a link")
    choose(page)
    look("known")
    old = {"edition": "2026-03-03", "title": "An old title that is long", "chosen": True}
    rest = {"status": "done", "who": "", "when": "", "notes": "x" * 90, "done": "2026-03-03"}
    answers = dict.fromkeys(("HOS-REC-01", "HOS-REC-03", "HOS-CUL-02"), old | rest)
    open_file(page, saved(tmp_path / "plan.json", answers=answers))
    expect(page.locator(".tk-card")).to_have_count(3)
    page.evaluate("document.querySelectorAll('details').forEach(own => { own.open = true; })")
    look("filled")
    open_file(page, saved(tmp_path / "plan.json"))
    look("opening")
    page.get_by_role("button", name="Only compare").click()
    look("compared")
    page.get_by_role("button", name="Make a link for a workshop").click()
    look("sharing")
    page.keyboard.press("Escape")
    page = reader.go("/hospitality/recruitment/")
    look("pressed")
    assert found == []


def test_without_javascript_the_page_points_to_paper(browser: Browser, address: str) -> None:
    """It says what it would do, and leads to checklists, downloads and tables."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/plan/")
    shown = page.locator("article").inner_text()
    links = page.locator(".tk-without-script a").evaluate_all("all => all.map(a => a.href)")
    buttons = page.locator("article button:visible").count()
    page.goto(f"{address}/hospitality/checklist/")
    note = page.locator("article").inner_text()
    context.close()
    assert "This page keeps a plan with JavaScript, which is off." in shown
    assert f"{address}/hospitality/checklist/" in links
    assert f"{address}/hospitality/for/large/" in links
    assert buttons == 0
    assert "Ticks are not saved." in note


def test_actions_that_do_not_arrive_cost_nothing(planner: Reader) -> None:
    """Where the list of actions fails to load, the page says so and the plan stays."""
    before = planner.kept()
    planner.page.route("**/plan.json", lambda route: route.abort())
    page = planner.go()
    planner.said.clear()  # the browser reports the failed request
    expect(page.get_by_text("The plan could not be loaded")).to_be_visible()
    assert planner.kept() == before
