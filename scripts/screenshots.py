"""Pictures of each kind of page into screenshots/: wide, narrow, light, dark and on paper."""

from __future__ import annotations

import os
from pathlib import Path

from pages import KINDS, browser_flags, served
from playwright.sync_api import sync_playwright

FOLDER = Path("screenshots")
MOST_HEIGHT = 6000  # pixels: the rest of a long page looks like what is above it


def main() -> None:
    """Writes the pictures and says where they are."""
    FOLDER.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["TOOLKITS_BROWSER"], args=browser_flags()
        )
        for kind, path in KINDS.items():
            for width in (1280, 360):
                for colours in ("light", "dark"):
                    page = browser.new_page(
                        viewport={"width": width, "height": 900},
                        color_scheme="dark" if colours == "dark" else "light",
                    )
                    page.goto(address + path)
                    height = min(MOST_HEIGHT, page.evaluate("document.body.scrollHeight"))
                    page.screenshot(
                        path=FOLDER / f"{kind}-{width}-{colours}.png",
                        full_page=True,
                        clip={"x": 0, "y": 0, "width": width, "height": height},
                    )
                    page.close()
            page = browser.new_page()
            page.goto(address + path)
            page.pdf(path=FOLDER / f"{kind}-printed.pdf", format="A4", prefer_css_page_size=True)
            page.close()
        browser.close()
    print(f"{len(list(FOLDER.iterdir()))} pictures are in {FOLDER}/.")  # noqa: T201 # a script


if __name__ == "__main__":
    main()
