"""Pictures of each kind of page into screenshots/: wide, narrow, light, dark and on paper.

Beside them what a reader opens, and the colours of a system that chooses its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pages import KINDS, browser_flags, served
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path("screenshots")
MOST_HEIGHT = 6000  # pixels: the rest of a long page looks like what is above it
WIDTHS = (1280, 360)


def _menu(page: Page) -> None:
    if page.locator("#menu-button").is_visible():
        page.locator("#menu-button").click()


def _search(words: str) -> Callable[[Page], None]:
    def opened(page: Page) -> None:
        page.locator("#search-button").click()
        page.locator("#search-input").fill(words)
        page.locator("#search-status").get_by_text(words).wait_for()

    return opened


def _plan(page: Page) -> None:
    choice = page.locator("#plan-organisation-choice")
    choice.select_option(index=1)
    page.locator("[data-do=start]").click()
    page.locator("#plan .tk-card").first.wait_for()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "menu-open": ("theme", _menu),
    "search-found": ("home", _search("rota")),
    "search-nothing": ("home", _search("zzzzzz")),
    "plan-begun": ("plan", _plan),
}
"""What a reader opens: the kind of page, and how it is opened."""


def _opened(browser: Browser, url: str, width: int, **colours: Any) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, **colours)
    page.goto(url, wait_until="networkidle")  # long parts are folded, the plan is drawn
    return page


def _taken(page: Page, name: str) -> None:
    """A picture of the page from its head down, which is then closed."""
    height = min(MOST_HEIGHT, page.evaluate("document.body.scrollHeight"))
    width = page.evaluate("innerWidth")
    page.screenshot(
        path=FOLDER / f"{name}.png",
        full_page=True,
        clip={"x": 0, "y": 0, "width": width, "height": height},
    )
    page.close()


def _kind(browser: Browser, kind: str, url: str) -> None:
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            page = _opened(browser, url, width, color_scheme=scheme)
            _taken(page, f"{kind}-{width}-{scheme}")
    _taken(_opened(browser, url, 1280, forced_colors="active"), f"{kind}-1280-forced")
    page = _opened(browser, url, 1280)
    page.pdf(path=FOLDER / f"{kind}-printed.pdf", format="A4", prefer_css_page_size=True)
    page.close()


def main() -> None:
    """Writes the pictures and says where they are."""
    FOLDER.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["TOOLKITS_BROWSER"], args=browser_flags()
        )
        for kind, path in KINDS.items():
            _kind(browser, kind, address + path)
        for name, (kind, reach) in STATES.items():
            for width in WIDTHS:
                page = _opened(browser, address + KINDS[kind], width)
                reach(page)
                _taken(page, f"{name}-{width}")
        browser.close()
    print(f"{len(list(FOLDER.iterdir()))} pictures are in {FOLDER}/.")  # noqa: T201 # a script


if __name__ == "__main__":
    main()
