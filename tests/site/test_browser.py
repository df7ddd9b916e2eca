"""Pages in a real browser: they open cleanly, fit a phone, tick, and print."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.site.visiting import visit

KINDS = {
    "home": "/",
    "hand-written": "/about/",
    "sector": "/hospitality/",
    "theme of a sector": "/hospitality/recruitment/",
    "audience": "/hospitality/for/micro/",
    "checklist": "/hospitality/checklist/",
    "theme across sectors": "/themes/recruitment/",
    "every action": "/actions/",
    "my plan": "/plan/",
    "groups": "/groups/",
    "framework": "/frameworks/fair-test-standard/",
    "law": "/law/",
    "resources": "/resources/",
    "evidence": "/evidence/",
    "not found": "/404.html",
}


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", KINDS)
def test_page_opens_cleanly_and_fits(browser: Browser, address: str, kind: str, width: int) -> None:
    """No message in the console, no request elsewhere, no sideways scrolling, one heading."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    said: list[str] = []
    asked: list[Request] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.extend([request]))
    visit(page, address + KINDS[kind])
    page.wait_for_load_state("networkidle")
    scroll = page.evaluate("document.documentElement.scrollWidth")
    headings = page.locator("article h1").count()
    elsewhere = [r.url for r in asked if not r.url.startswith((address, "data:"))]
    page.close()
    assert said == []
    assert elsewhere == []
    assert scroll <= width
    assert headings == 1


def test_a_box_is_ticked_by_its_words(page: Page, address: str) -> None:
    """Each box on the checklist has a name, and clicking the name ticks it."""
    visit(page, f"{address}/hospitality/checklist/")
    box = page.get_by_role("checkbox", name="HOS-REC-02 Show pay and hours in each advert")
    assert not box.is_checked()
    page.get_by_text("HOS-REC-02 Show pay and hours in each advert").click()
    assert box.is_checked()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/hotels/", "/hospitality/"),
        ("/hotels/hiring/#hos-rec-02", "/hospitality/recruitment/#hos-rec-02"),
        ("/hospitality/hiring/#hos-rec-03", "/hospitality/recruitment/#hos-rec-03"),
    ],
)
def test_an_old_address_leads_to_the_very_action(
    page: Page, address: str, old: str, new: str
) -> None:
    """Sector and theme were renamed, and a link to one of their actions still ends there."""
    page.goto(address + old)
    page.wait_for_url(address + new)
    assert page.locator("h1").inner_text() != "This page has moved"


def test_a_retired_anchor_and_a_citation_lead_somewhere(page: Page, address: str) -> None:
    """An old link scrolls to the stub; a citation opens the source's own entry."""
    visit(page, f"{address}/hospitality/recruitment/#hos-rec-03")
    assert page.get_by_role("heading", name="Ask for references first").is_visible()
    page.get_by_role("link", name="Test publisher, 2024").first.click()
    page.wait_for_url("**/evidence/#test-trial")
    assert page.locator("#test-trial").is_visible()


def test_a_page_is_readable_without_javascript(browser: Browser, address: str) -> None:
    """Every action, step and link is there when scripts are off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, f"{address}/hospitality/recruitment/")
    shown = page.locator("article").inner_text()
    context.close()
    assert "Write five questions before anyone opens an application." in shown
    assert "The last five appointments each have a full set of score sheets." in shown


def test_a_checklist_prints_without_menus(page: Page, address: str) -> None:
    """On paper there is the list and its boxes, and no navigation, search or header."""
    visit(page, f"{address}/hospitality/checklist/")
    page.emulate_media(media="print")
    for part in (".md-header", ".md-sidebar--primary", ".md-footer"):
        assert not page.locator(part).first.is_visible(), part
    assert page.get_by_role("checkbox").count() == 4
    assert io.BytesIO(page.pdf(format="A4")).read(5) == b"%PDF-"
