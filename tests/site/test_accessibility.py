"""WCAG by machine: axe and the HTML checker find nothing, in any state a reader can reach."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.content import addresses
from generator.content.load import load
from generator.pages.site import site
from tests.site.conftest import NODE_MODULES, REAL, page_paths
from tests.site.kinds import KINDS, NARROW, WIDE
from tests.site.visiting import visit


@cache
def _axe() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


# Contrast of 7:1 is not among what axe runs by itself. It holds that of 4.5:1 as well, and to
# measure both would take half of the time again.
RUN = """axe.run(document, {
  resultTypes: ['violations'],
  rules: {'color-contrast-enhanced': {enabled: true}, 'color-contrast': {enabled: false}},
})"""


def violations(page: Page) -> list[str]:
    """What axe finds with its rules, best practice and 7:1 included, a line for each element."""
    page.evaluate(_axe())
    result = page.evaluate(RUN)
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def _plain(_page: Page) -> None:
    """The page as it opens."""


def _menu(page: Page) -> None:
    page.locator("#menu-button").click()
    assert page.locator("#menu").is_visible()


def _search(page: Page) -> None:
    page.keyboard.press("Escape")  # the menu closes
    page.locator("#search-button").click()
    page.locator("#search-input").fill("rota")
    page.locator("#search-results li").first.wait_for()


def _nothing_found(page: Page) -> None:
    page.locator("#search-input").fill("zzzzzz")
    page.get_by_text("Nothing found").wait_for()


def _details(open_: bool) -> Callable[[Page], None]:
    def state(page: Page) -> None:
        page.evaluate(
            "open => document.querySelectorAll('details').forEach(d => { d.open = open; })", open_
        )

    return state


# One after the other on the same page: each begins where the one before it ended.
STATES: dict[str, Callable[[Page], None]] = {
    "as it opens": _plain,
    "details open": _details(True),
    "details closed": _details(False),
    "menu open": _menu,
    "search with results": _search,
    "search without results": _nothing_found,
}


def _in_every_state(browser: Browser, url: str) -> list[str]:
    found: list[str] = []
    for width in (WIDE, NARROW):
        page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        visit(page, url)
        folds = page.locator("details").count() > 0
        for name, state in STATES.items():
            if ("details" in name and not folds) or ("menu" in name and width == WIDE):
                continue  # the page has no such state
            state(page)
            for colours in ("light", "dark"):
                page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
                found += [f"{width} {colours} {name}: {line}" for line in violations(page)]
        page.close()
    return found


def test_axe_finds_nothing_on_any_page(page: Page, real_address: str, real_site: Path) -> None:
    """Every page of the real site, once."""
    found = {}
    for path in page_paths(real_site):
        visit(page, real_address + path)
        if lines := violations(page):
            found[path] = lines
    assert found == {}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_any_state(browser: Browser, real_address: str, kind: str) -> None:
    """Light and dark, wide and narrow, menu, search and details open and closed."""
    assert _in_every_state(browser, real_address + KINDS[kind]) == []


def _every_page() -> list[str]:
    """The address of every page that the real content makes."""
    toolkit = load(REAL).toolkit
    return [addresses.address(page.path) for page in site(toolkit).pages] if toolkit else []


@pytest.mark.long
@pytest.mark.parametrize("path", _every_page())
def test_axe_finds_nothing_in_any_state_of_any_page(
    browser: Browser, real_address: str, path: str
) -> None:
    """The same for every page of the real site."""
    assert _in_every_state(browser, f"{real_address}/{path}") == []


def test_the_html_is_valid(real_site: Path, real_address: str) -> None:
    """The Nu HTML checker finds no error and gives no warning on any page.

    It asks a server for them: in a file, the page's policy would mean nothing by 'self'.
    """
    addresses = [real_address + path for path in page_paths(real_site)]
    jar = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    result = subprocess.run(
        [
            "java",
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            str(jar),
            "--format",
            "json",
            *addresses,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(result.stderr)["messages"]
    # What is left is information: python-markdown writes <br /> where <br> would do.
    faults = [m for m in messages if m["type"] != "info" or m.get("subType") == "warning"]
    assert [(m["message"], m["url"], m.get("lastLine")) for m in faults] == []


def test_headings_are_in_order_on_every_page(
    page: Page, real_address: str, real_site: Path
) -> None:
    """One h1 each, and no level left out on the way down."""
    for path in page_paths(real_site):
        visit(page, real_address + path)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))"
        )
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)


def test_landmarks_have_names_of_their_own(page: Page, real_address: str) -> None:
    """The two navigations and the search can be told apart by name."""
    visit(page, f"{real_address}/hospitality/recruitment/")
    names = page.evaluate(
        "[...document.querySelectorAll('nav, search')].map(n => n.getAttribute('aria-label'))"
    )
    assert sorted(names) == ["Main", "On this page", "This site"]
