"""By keyboard alone: everything can be reached, seen and left again."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.kinds import KINDS, NARROW, WIDE
from tests.site.visiting import visit

MOST_STOPS = 60  # tab stops followed on a page; long lists repeat the same kinds of link

FOCUS = """() => {
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  const box = el.getClientRects()[0] ?? el.getBoundingClientRect();
  const style = getComputedStyle(el);
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 12), 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 8), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const seen = top &&
    (el.contains(top) || top.contains(el) || top.closest('label')?.control === el);
  return {
    html: el.outerHTML.slice(0, 160),
    name: (el.getAttribute('aria-label') || el.labels?.[0]?.textContent || el.textContent).trim(),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !seen,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def focused(page: Page) -> dict[str, Any]:
    """What has the focus, and whether it can be seen."""
    found: dict[str, Any] | None = page.evaluate(FOCUS)
    assert found is not None, "nothing has the focus"
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_skip_link_comes_first_and_leads_to_the_content(
    page: Page, real_address: str, kind: str
) -> None:
    """On every kind of page, 404 included, and it is seen while it has the focus."""
    visit(page, real_address + KINDS[kind])
    page.keyboard.press("Tab")
    first = focused(page)
    assert first["name"] == "Skip to content"
    assert first["inView"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("kind", KINDS)
def test_every_tab_stop_is_named_seen_and_ringed(
    browser: Browser, real_address: str, kind: str, width: int
) -> None:
    """No stop off the screen, unnamed, covered by something else or without a ring."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    visit(page, real_address + KINDS[kind])
    wrong = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stop = focused(page)
        good = stop["name"] and stop["inView"] and stop["ring"] and not stop["covered"]
        if not good:
            wrong.append(stop)
    page.close()
    assert wrong == []


def test_the_menu_opens_and_closes_by_keyboard(browser: Browser, real_address: str) -> None:
    """Enter opens it with the focus inside; Escape closes it with the focus back on the button."""
    page = browser.new_page(viewport={"width": NARROW, "height": 800})
    visit(page, f"{real_address}/hospitality/")
    assert not page.locator("#menu").is_visible()
    page.locator("#menu-button").focus()
    page.keyboard.press("Enter")
    assert page.locator("#menu").is_visible()
    assert page.locator("#menu-button").get_attribute("aria-expanded") == "true"
    assert focused(page)["name"] == "Home"
    page.keyboard.press("Escape")
    assert not page.locator("#menu").is_visible()
    assert page.evaluate("document.activeElement.id") == "menu-button"
    page.close()


def test_leaving_the_menu_by_keyboard_closes_it(browser: Browser, real_address: str) -> None:
    """The menu never stays open behind what has the focus."""
    page = browser.new_page(viewport={"width": NARROW, "height": 800})
    visit(page, f"{real_address}/hospitality/")
    page.locator("#menu-button").press("Enter")
    page.locator("#menu a").last.focus()
    page.keyboard.press("Tab")
    assert not page.locator("#menu").is_visible()
    assert focused(page)["inView"]
    page.close()


def test_search_by_keyboard_leads_to_an_action(page: Page, real_address: str) -> None:
    """Open, type, read how many, go to the first result; it is the action's own anchor."""
    visit(page, real_address)
    page.locator("#search-button").press("Enter")
    assert page.evaluate("document.activeElement.id") == "search-input"
    page.keyboard.type("zero-hours contracts")
    page.locator("#search-results li").first.wait_for()
    assert page.locator("#search-status").inner_text().endswith("are shown.") or (
        "results for" in page.locator("#search-status").inner_text()
    )
    result = page.locator("#search-results li").filter(has_text="Swap zero-hours contracts").first
    assert "Hospitality: engagement and recruitment" in result.inner_text()
    result.get_by_role("link").press("Enter")
    page.wait_for_url("**/hospitality/recruitment/#hos-rec-*")


def test_search_says_that_it_is_loading_and_then_answers(page: Page, real_address: str) -> None:
    """On a slow line the index takes seconds; a reader who types hears why nothing is there yet."""
    held: list[Route] = []
    page.route("**/search_index.json", lambda route: held.extend([route]))
    visit(page, real_address)
    page.locator("#search-button").click()
    page.keyboard.type("rota")
    status = page.locator("#search-status")
    expect(status).to_have_text("Loading the search.")
    held[0].continue_()
    expect(status).to_contain_text('results for "rota"', timeout=30_000)


@pytest.mark.parametrize("lost", ["search.js", "search_index.json"])
def test_search_says_when_it_cannot_be_loaded(page: Page, real_address: str, lost: str) -> None:
    """Whatever of it does not arrive."""
    page.route(f"**/{lost}", lambda route: route.abort())
    visit(page, real_address)
    page.locator("#search-button").click()
    page.keyboard.type("rota")
    expect(page.locator("#search-status")).to_contain_text("Search could not be loaded.")


def test_escape_closes_the_search_and_returns_the_focus(page: Page, real_address: str) -> None:
    """Also from inside the results; and leaving it with Tab closes it too."""
    visit(page, real_address)
    page.locator("#search-button").press("Enter")
    page.keyboard.press("Escape")
    assert not page.locator("#search").is_visible()
    assert page.evaluate("document.activeElement.id") == "search-button"
    page.keyboard.press("Enter")
    page.locator("#search-close").focus()
    page.keyboard.press("Tab")
    assert not page.locator("#search").is_visible()


def test_no_single_key_does_anything(page: Page, real_address: str) -> None:
    """Letters typed or spoken outside a field open nothing and go nowhere."""
    visit(page, f"{real_address}/hospitality/")
    for key in "sfnp/.,?hjk":
        page.keyboard.press(key)
    assert page.url == f"{real_address}/hospitality/"
    assert not page.locator("#search").is_visible()
    assert page.evaluate("document.activeElement === document.body")


def test_a_choice_of_colours_is_kept(page: Page, real_address: str) -> None:
    """The button says its state, and the next page has the same colours."""
    visit(page, real_address)
    button = page.get_by_role("button", name="Dark colours")
    assert button.get_attribute("aria-pressed") == "false"
    button.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    visit(page, f"{real_address}/law/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    assert button.get_attribute("aria-pressed") == "true"
