"""A plan taken away and shared: tables, calendars, links for a workshop, paper."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import expect

from tests.site.plan.reader import FIRST, NewReader, Reader, card, status, text_of
from tests.site.test_accessibility import violations


def test_the_table_guards_cells_that_a_spreadsheet_would_run(planner: Reader) -> None:
    """The rule of the site's own tables: an apostrophe in front, also behind odd spaces."""
    page = planner.page
    planner.write(card(page).get_by_label("Who", exact=True), "=HYPERLINK(1)")
    planner.write(card(page).get_by_label("Notes"), 'a "b", c\nd')
    planner.write(card(page, "HOS-CUL-01").get_by_label("Who", exact=True), "\u200b \uff0b1")
    planner.write(card(page, "HOS-CUL-01").get_by_label("Notes"), "5 - 3")
    with page.expect_download() as download:
        planner.do(page.get_by_role("button", name="Download as CSV"))
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
    planner.write(card(page).get_by_label("Notes"), "<b>bold</b>")
    planner.do(page.get_by_role("button", name="Copy as a table"))
    expect(status(page)).to_contain_text("Copied as a table")
    copied = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain']
        .map(async type => (await item.getType(type)).text()));
    }""")
    assert "<table" in copied[0]
    assert "&lt;b&gt;bold" in copied[0]
    assert "<th>Notes</th>" in copied[0]
    assert 'border="1"' in copied[0]
    assert "HOS-REC-01\tRecruitment & <fair> choice\tScore interviews" in copied[1]


def test_a_table_that_cannot_be_copied_is_shown_selected(planner: Reader) -> None:
    """Where the browser refuses, the reader copies it with two keys."""
    page = planner.page
    page.evaluate("navigator.clipboard.write = () => Promise.reject(new Error('no')); 0")
    planner.do(page.get_by_role("button", name="Copy as a table"))
    dialog = page.get_by_role("dialog", name="Copy the table yourself")
    expect(dialog).to_be_visible()
    assert "Name one person" in page.evaluate("getSelection().toString()")
    assert violations(page) == []
    planner.do(dialog.get_by_role("button", name="Close"))
    expect(dialog).to_be_hidden()


def test_dates_go_into_a_calendar(planner: Reader) -> None:
    """RFC 5545: whole days, lines of at most 75 bytes, escaped text, ids that stay the same."""
    page = planner.page
    planner.do(page.get_by_role("button", name="Download dates for a calendar"))
    expect(status(page)).to_contain_text("No action has a day yet.")
    card(page).get_by_label("By when").fill("2027-02-28")
    planner.write(
        card(page).get_by_label("Who", exact=True), "Amina; Zoë, and 🙂 " + "everyone else " * 8
    )
    planner.write(card(page).get_by_label("Notes"), "A secret")
    files = []
    for _ in range(2):
        with page.expect_download() as download:
            planner.do(page.get_by_role("button", name="Download dates for a calendar"))
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


def test_a_workshop_link_fills_a_new_plan_and_only_adds_to_another(
    planner: Reader, new_reader: NewReader
) -> None:
    """It holds actions and no words; who has a plan keeps all of it."""
    page = planner.page
    planner.write(card(page).get_by_label("Who", exact=True), "Secret name")
    planner.do(page.get_by_role("button", name="Make a link for a workshop"))
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
    planner.do(page.get_by_role("button", name="Add them to my plan"))
    expect(page.locator(".tk-card")).to_have_count(3)
    kept = planner.kept()
    assert (kept["sector"], kept["audience"]) == ("hospitality", "large")
    assert kept["answers"][FIRST]["who"] == "Secret name"
    page = planner.go(f"/plan/{query}")
    planner.do(page.get_by_role("button", name="Leave my plan as it is"))
    assert planner.kept() == kept


def test_paper_shows_the_plan_or_blank_lines(planner: Reader) -> None:
    """Without buttons and notices; the blank one without answers."""
    page = planner.page
    planner.write(card(page).get_by_label("Who", exact=True), "Amina")
    page.emulate_media(media="print")
    assert page.locator("#plan button:visible").count() == 0
    expect(card(page).get_by_label("Who", exact=True)).to_be_visible()
    expect(page.locator("#plan-levels")).to_be_visible()
    day = card(page).get_by_label("By when")  # the browser would print "dd/mm/yyyy"
    assert day.evaluate("own => getComputedStyle(own).color") == "rgba(0, 0, 0, 0)"
    assert page.pdf(format="A4")[:5] == b"%PDF-"
    page.emulate_media(media="screen")
    page.evaluate(
        """window.print = () => {
          window.blank = document.documentElement.className;
          dispatchEvent(new Event('afterprint'));
        }"""
    )
    planner.do(page.get_by_role("button", name="Print it blank"))
    assert "tk-blank-plan" in page.evaluate("window.blank")
    assert "tk-blank-plan" not in page.evaluate("document.documentElement.className")
    page.evaluate("document.documentElement.classList.add('tk-blank-plan')")
    page.emulate_media(media="print")
    expect(page.locator("#plan-levels")).to_be_hidden()
    colour = (
        card(page).get_by_label("Who", exact=True).evaluate("own => getComputedStyle(own).color")
    )
    assert colour == "rgba(0, 0, 0, 0)"
