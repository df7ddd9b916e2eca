"""Readers' own settings: small screens, large text, spacing, forced colours, no scripts, paper."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from tests.site.conftest import page_paths
from tests.site.kinds import KINDS, NARROW, WIDE
from tests.site.visiting import ADD_STYLES, visit

SCROLL = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CLIPPED = """() => [...document.querySelectorAll('article *, header *, footer *')].filter(el => {
  const style = getComputedStyle(el);
  const hides = ['hidden', 'clip'].includes(style.overflowY) && style.position !== 'absolute';
  return hides && el.scrollHeight > el.clientHeight + 1;
}).map(el => el.outerHTML.slice(0, 160))"""
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
  'button, input, summary, .tk-menu a, .tk-contents a, .tk-brand, .tk-choices strong a, .tk-skip'
)].filter(el => {
  const box = (el.closest('.tk-choices li') ?? el).getBoundingClientRect();  // the row leads on
  return box.width > 0 && (box.height < 24 || box.width < 24);
}).map(el => [el.outerHTML.slice(0, 120), el.getBoundingClientRect().height])"""


def test_no_page_scrolls_sideways_at_320_pixels(
    browser: Browser, real_address: str, real_site: Path
) -> None:
    """Every page of the real site reflows, tables included."""
    page = browser.new_page(viewport={"width": NARROW, "height": 800})
    wide = []
    for path in page_paths(real_site):
        visit(page, real_address + path)
        if page.evaluate(SCROLL) > 0:
            wide.append(path)
    page.close()
    assert wide == []


@pytest.mark.parametrize("kind", KINDS)
def test_text_can_be_twice_as_large_and_widely_spaced(
    page: Page, real_address: str, kind: str
) -> None:
    """At 200 % text, and with the spacing WCAG asks for, nothing is clipped or needs scrolling."""
    visit(page, real_address + KINDS[kind])
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate(SCROLL) <= 0
    assert page.evaluate(CLIPPED) == []
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.evaluate(ADD_STYLES, SPACING)
    assert page.evaluate(SCROLL) <= 0
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(
    browser: Browser, real_address: str, kind: str, width: int
) -> None:
    """Buttons, boxes and links that stand alone are at least 24 pixels high and wide."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    visit(page, real_address + KINDS[kind])
    if page.locator("#menu-button").is_visible():
        page.locator("#menu-button").click()
    small = page.evaluate(SMALL_TARGETS)
    page.close()
    assert small == []


def test_bars_and_boxes_are_seen_in_forced_colours(page: Page, real_address: str) -> None:
    """What is drawn differs from its ground when the system chooses the colours."""
    page.emulate_media(forced_colors="active")
    visit(page, f"{real_address}/hospitality/")
    bar, ground = page.evaluate(
        """() => {
          const svg = document.querySelector('.tk-bar');
          return [getComputedStyle(svg.querySelector('rect')).fill,
                  getComputedStyle(document.body).backgroundColor];
        }"""
    )
    assert bar != ground
    visit(page, f"{real_address}/hospitality/checklist/")
    box = page.get_by_role("checkbox").first
    assert box.evaluate("el => getComputedStyle(el).appearance") != "none"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_readable_and_navigable_without_scripts(
    browser: Browser, real_address: str, kind: str
) -> None:
    """The menu is there, long parts are open, and no button stands that would do nothing."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": NARROW, "height": 800}
    )
    page = context.new_page()
    visit(page, real_address + KINDS[kind])
    assert page.get_by_role("navigation", name="Main").is_visible()
    assert page.get_by_role("link", name="Menu", exact=True).is_visible()
    assert page.get_by_role("button").count() == 0
    closed = page.locator("details:not([open]):visible").count()
    context.close()
    assert closed == 0


def test_long_parts_fold_on_a_phone_but_not_where_the_address_points(
    browser: Browser, real_address: str
) -> None:
    """A phone shows titles to scan; the action linked to is open, and a link opens another."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    visit(page, f"{real_address}/hospitality/recruitment/#hos-rec-03")
    opened = page.evaluate(
        "[...document.querySelectorAll('.tk-action')]"
        ".filter(a => a.querySelector('details').open).map(a => a.querySelector('h2').id)"
    )
    assert opened == ["hos-rec-03"]
    page.evaluate("location.hash = '#hos-rec-02-steps'")
    page.wait_for_function("document.getElementById('hos-rec-02-steps').closest('details').open")
    page.close()


WAITS = 3000  # milliseconds, as start.js has it


@pytest.mark.parametrize("answer", ["an error", "nothing"])
def test_long_parts_are_seen_where_their_script_does_not_come(
    browser: Browser, real_address: str, answer: str
) -> None:
    """A connection lost after the page and before folding.js hides no word of an action."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.route(
        "**/folding.js", lambda route: route.abort() if answer == "an error" else None
    )  # not answered: the request hangs
    page.goto(f"{real_address}/hospitality/recruitment/")
    steps = page.locator("#hos-rec-01-steps")
    expect(steps).to_be_visible(timeout=4 * WAITS)
    page.goto(f"{real_address}/evidence/")
    expect(page.locator(".tk-used a").first).to_be_visible(timeout=4 * WAITS)
    page.close()


def test_a_page_whose_scripts_do_not_come_is_as_without_scripts(
    browser: Browser, real_address: str
) -> None:
    """Menu, long parts and words are there after a wait; a script that comes late still works."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    held: list[Route] = []
    page.route("**/toolkits.js", lambda route: held.extend([route]))
    page.goto(f"{real_address}/hospitality/recruitment/", wait_until="commit")
    menu = page.get_by_role("navigation", name="Main")
    expect(menu).to_be_visible(timeout=4 * WAITS)
    expect(page.locator("#hos-rec-01-steps")).to_be_visible()
    below = "e => e.getBoundingClientRect().top > document.querySelector('main').offsetHeight"
    assert menu.evaluate(below)
    held[0].continue_()
    expect(menu).to_be_hidden()
    expect(page.locator("#hos-rec-01-steps")).to_be_visible()  # nothing folds under one's eyes
    page.locator("#menu-button").click()
    expect(menu).to_be_visible()
    page.close()


def test_folded_parts_are_printed(browser: Browser, real_address: str) -> None:
    """Before printing every part opens, and afterwards it is as it was."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    visit(page, f"{real_address}/hospitality/recruitment/")
    closed = "document.querySelectorAll('details:not([open])').length"
    before = page.evaluate(closed)
    assert before > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(closed) == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(closed) == before
    page.close()


def test_an_action_on_paper_stays_together_and_sheets_are_full(
    page: Page, real_address: str
) -> None:
    """A title stands with its facts, and no sheet but the last is left half empty."""
    visit(page, f"{real_address}/hospitality/recruitment/")
    titles = page.locator(".tk-action:has(.tk-facts) h2").all_inner_texts()
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(paper)).pages]
    facts = [len(re.findall("^Who leads", sheet, re.MULTILINE)) for sheet in sheets]
    codes = [len(re.findall(r"^HOS-REC-\d\d$", sheet, re.MULTILINE)) for sheet in sheets]
    assert sum(facts) == len(titles)
    assert facts == codes
    lines = [len(sheet.splitlines()) for sheet in sheets]
    assert min(lines[:-1]) > max(lines) / 2, lines


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_no_menus_and_says_where_it_is_from(
    page: Page, real_address: str, kind: str
) -> None:
    """Header, menu and contents stay off the page; the address and the licence are on it."""
    visit(page, real_address + KINDS[kind])
    page.emulate_media(media="print")
    for part in (".tk-header", ".tk-menu", ".tk-contents", ".tk-skip"):
        for found in page.locator(part).all():
            assert not found.is_visible(), part
    assert page.locator("#address").inner_text().startswith("http")
