"""A plan in every state: accessible, and without scripts the page says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.plan.reader import NewReader, Reader, choose, saved
from tests.site.test_accessibility import violations
from tests.site.visiting import visit


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
    reader.open_file(saved(tmp_path / "plan.json", answers=answers))
    expect(page.locator(".tk-card")).to_have_count(3)
    page.evaluate("document.querySelectorAll('details').forEach(own => { own.open = true; })")
    look("filled")
    reader.open_file(saved(tmp_path / "plan.json"))
    look("opening")
    reader.do(page.get_by_role("button", name="Only compare"))
    look("compared")
    reader.do(page.get_by_role("button", name="Make a link for a workshop"))
    look("sharing")
    page.keyboard.press("Escape")
    page = reader.go("/hospitality/recruitment/")
    look("pressed")
    assert found == []


def test_without_javascript_the_page_points_to_paper(browser: Browser, address: str) -> None:
    """It says what it would do, and leads to checklists, downloads and tables."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, f"{address}/plan/")
    shown = page.locator("article").inner_text()
    links = page.locator(".tk-without-script a").evaluate_all("all => all.map(a => a.href)")
    buttons = page.locator("article button:visible").count()
    visit(page, f"{address}/hospitality/checklist/")
    note = page.locator("article").inner_text()
    context.close()
    assert "This page keeps a plan with JavaScript, which is off or did not load." in shown
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
