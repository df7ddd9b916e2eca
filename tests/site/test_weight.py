"""Light: a first visit to any page is small, calls nobody else, and does not jump."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.site.conftest import page_paths
from tests.site.kinds import KINDS, WIDE
from tests.site.visiting import visit

MOST_BYTES = 90_000
MOST_REQUESTS = 12
MOST_SHIFT = 0.05
OBSERVE = """
  window.shift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
"""


def _heard(page: Page) -> list[Response]:
    """Every answer the page gets from now on."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.extend([answer]))
    return answers


def test_a_first_visit_is_light(browser: Browser, real_address: str, real_site: Path) -> None:
    """At most 90 kB compressed and 12 requests for every page, all of them to the site itself."""
    too_much = {}
    for path in page_paths(real_site):
        context = browser.new_context()  # nothing kept from the page before
        page = context.new_page()
        answers = _heard(page)
        visit(page, real_address + path)
        page.wait_for_load_state("load")
        size = sum(len(gzip.compress(answer.body(), 6)) for answer in answers)
        foreign = [a.url for a in answers if not a.url.startswith(real_address)]
        index = [a.url for a in answers if "search_index" in a.url]
        context.close()
        if size > MOST_BYTES or len(answers) > MOST_REQUESTS or foreign or index:
            too_much[path] = (size, len(answers), foreign, index)
    assert too_much == {}


def test_a_plan_from_before_is_light_too(browser: Browser, real_address: str) -> None:
    """A reader who comes back with a plan, long after, gets all its scripts within the limits."""
    plan = {
        "kind": "inclusive-employer-toolkits-plan", "form": 1,
        "sector": "hospitality", "audience": "micro", "answers": {},
    }  # fmt: skip
    context = browser.new_context()
    context.add_init_script(f"localStorage['toolkits-plan'] = {json.dumps(json.dumps(plan))}")
    page = context.new_page()
    answers = _heard(page)
    visit(page, f"{real_address}/plan/")
    page.wait_for_load_state("load")
    size = sum(len(gzip.compress(answer.body(), 6)) for answer in answers)
    asked = [answer.url for answer in answers]
    context.close()
    assert any("plan-sums.js" in url for url in asked)
    assert size <= MOST_BYTES
    assert len(asked) <= MOST_REQUESTS, asked


@pytest.mark.parametrize("width", [WIDE, 360])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_while_a_page_opens(
    browser: Browser, real_address: str, kind: str, width: int
) -> None:
    """The layout shifts by no more than 0.05."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(OBSERVE)
    visit(page, real_address + KINDS[kind])
    page.wait_for_load_state("networkidle")
    shift = page.evaluate("window.shift")
    page.close()
    assert shift <= MOST_SHIFT


def test_pages_that_repeat_actions_stay_out_of_the_search(real_site: Path) -> None:
    """A word of an action is found where the action stands, and not on every list of it."""
    index = (real_site / "search" / "search_index.json").read_text(encoding="utf-8")
    for path in ("checklist/", "for/micro/", "actions/", "groups/", "frameworks/wres/"):
        assert f'{path}"' not in index
        assert f"{path}#" not in index
    assert '"themes/recruitment/' not in index
    assert '"hospitality/recruitment/#' in index
