"""Opens a page as a reader sees it: once its scripts have done what they do at the start."""

from __future__ import annotations

from playwright.sync_api import Page

# What scripts fetch after the page has loaded may come late on a busy machine. A page without
# scripts keeps the class `no-js` and has nothing to wait for.
_SETTLED = (
    "html:not(.tk-waiting):is(.no-js, .js:not(.tk-shortening, .tk-folding, .tk-finding"
    ", :has(#plan:not(.tk-ready, .tk-failed))"
    ", :has([data-action]):not(:has(.tk-said, #plan))))"
)

# As a reader's own style sheet would: the page's policy lets no style element in.
ADD_STYLES = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


def visit(page: Page, url: str) -> None:
    """Opens an address and waits until long parts are folded, filters set, the plan drawn."""
    page.goto(url)
    page.locator(_SETTLED).wait_for(state="attached")
