"""WCAG by machine: axe and the HTML checker find nothing, in any state a reader can reach."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.content import addresses
from generator.content.load import load
from generator.pages.site import site
from tests.site.conftest import NODE_MODULES, REAL, page_paths
from tests.site.kinds import KINDS, NARROW, WIDE
from tests.site.visiting import ADD_STYLES, visit


@cache
def _axe() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


# Contrast of 7:1 is not among what axe runs by itself; what has not even 4.5:1 it leaves to the
# other rule.
EVERY_RULE: dict[str, Any] = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
RULES_OF_COLOUR: dict[str, Any] = {
    "runOnly": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
}
OTHER_RULES: dict[str, Any] = {"rules": {"color-contrast": {"enabled": False}}}
RUN = "([part, options]) => axe.run(part, {resultTypes: ['violations'], ...options})"


def violations(page: Page, part: str = "html", rules: dict[str, Any] | None = None) -> list[str]:
    """What axe finds with its rules, best practice and 7:1 included, a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    result = page.evaluate(RUN, [part, rules or EVERY_RULE])
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


@dataclass(frozen=True)
class State:
    """How a reader reaches a state, and the part of the page that is new in it."""

    reach: Callable[[Page], None]
    new: str = ""


# One after the other on the same page: each begins where the one before it ended.
STATES = {
    "as it opens": State(_plain, "html"),
    "details open": State(_details(True), "html"),
    "details closed": State(_details(False)),
    "menu open": State(_menu, "#menu"),
    "search with results": State(_search, "#search"),
    "search without results": State(_nothing_found, "#search"),
}


def _in_every_state(browser: Browser, url: str) -> list[str]:
    """Every rule in every state; those of colour in light and dark, wherever something is new.

    Nothing but colours differs between light and dark, and to measure a long page again because
    its menu is open would take most of the time.
    """
    found: list[str] = []
    for width in (WIDE, NARROW):
        page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        visit(page, url)
        folds = page.locator("details").count() > 0
        for name, state in STATES.items():
            if ("details" in name and not folds) or ("menu" in name and width == WIDE):
                continue  # the page has no such state
            state.reach(page)
            seen = [("", line) for line in violations(page, rules=OTHER_RULES)]
            for colours in ("light", "dark") if state.new else ():
                page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
                seen += [(colours, ln) for ln in violations(page, state.new, RULES_OF_COLOUR)]
            found += [f"{width} {colours} {name}: {line}" for colours, line in seen]
        page.close()
    return found


@pytest.mark.parametrize("grey", ["#666666", "#999999"])
def test_axe_would_find_letters_that_are_too_pale(page: Page, real_address: str, grey: str) -> None:
    """Those that have 4.5:1 and not 7:1, and those that have neither."""
    visit(page, f"{real_address}/hospitality/")
    assert violations(page) == []
    page.evaluate(ADD_STYLES, f".md-typeset p {{ color: {grey} !important; }}")
    for rules in (EVERY_RULE, RULES_OF_COLOUR):
        assert any("contrast" in line.split(":")[0] for line in violations(page, rules=rules))


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
