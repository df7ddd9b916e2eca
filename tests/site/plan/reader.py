"""A reader with a plan, in a browser of their own, by mouse or by keyboard alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page

from tests.site.visiting import visit

WAYS = [(1280, "mouse"), (390, "keyboard"), (390, "mouse"), (1280, "keyboard")]
"""How wide the screen is, and what the reader works with: each test takes the first two."""
KEY = "toolkits-plan"
FIRST = "HOS-REC-01"
LARGE = "hospitality/large"
KIND = "inclusive-employer-toolkits-plan"


@dataclass
class Reader:
    """Someone at a browser of their own, with what it asked for and complained of."""

    context: BrowserContext
    address: str
    page: Page
    hand: str = "mouse"
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go(self, path: str = "/plan/") -> Page:
        """Opens a page, and waits until its scripts have done their work."""
        visit(self.page, self.address + path)
        return self.page

    def tab(self) -> Page:
        """One more page of the same browser, listened to as well."""
        page = self.context.new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda r: self.asked.append(f"{r.method} {r.url}"))
        return page

    def do(self, target: Locator) -> None:
        """Presses a button, ticks a box or opens a part: by mouse, or by keyboard alone."""
        if self.hand == "mouse":
            target.click()
            return
        target.wait_for()
        by_keyboard(
            self.page, target, "Space" if target.get_attribute("type") == "checkbox" else "Enter"
        )

    def write(self, target: Locator, text: str) -> None:
        """Writes over what a field holds."""
        if self.hand == "mouse":
            target.fill(text)
            return
        by_keyboard(self.page, target, "ControlOrMeta+A", "Delete")
        self.page.keyboard.insert_text(text)

    def open_file(self, file: Path) -> None:
        """Chooses a file to open."""
        with self.page.expect_file_chooser() as chooser:
            self.do(self.page.locator("[data-do=open]:visible").first)
        chooser.value.set_files(file)

    def kept(self) -> dict[str, Any]:
        """What the browser keeps of the plan."""
        text = self.page.evaluate(f"localStorage.getItem('{KEY}')")
        return dict(json.loads(text)) if text else {}


NewReader = Callable[..., Reader]


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


def text_of(path: Path | str) -> str:
    """A downloaded file, its line ends as they are."""
    return Path(path).read_bytes().decode("utf-8-sig")
