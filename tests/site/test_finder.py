"""The finder: a list of actions is filtered, sent, gone back to and printed as it is shown."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.frozen import change, copy
from tests.site.conftest import mkdocs_build, served
from tests.site.test_accessibility import violations
from tests.site.test_keyboard import focused
from tests.site.test_reflow import SMALL_TARGETS
from tests.site.test_weight import MOST_SHIFT, OBSERVE
from tests.site.visiting import visit

WIDTHS = [1280, 390]
SCORE = 'Score interviews: <same> questions & "fair" marks'
ADVERT = "Show pay and hours in each advert"
NAME = "Name one person whom anyone can tell"
ROTAS = "Hold a meeting about rotas"
OPEN = "Open entry posts to people from nearby streets"
BACK = "Back staff whom patients abuse"
EVERY = [OPEN, BACK, SCORE, ADVERT, NAME, ROTAS]
MICRO = "?sector=hospitality&audience=micro&priority=foundational"


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a desktop, then of a phone, on which every message of the console is a fault."""
    opened = browser.new_page(viewport={"width": request.param, "height": 800})
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    opened.close()
    assert said == []


def go(page: Page, address: str, query: str = "", path: str = "/actions/") -> None:
    """Opens a list and waits for its filters."""
    visit(page, f"{address}{path}{query}")
    expect(page.locator("#finder option").filter(has_text="(").first).to_be_attached()


def unfold(page: Page) -> None:
    """On a phone the filters are folded away."""
    if not page.get_by_label("Priority", exact=True).is_visible():
        page.locator("#finder summary").click()


def choose(page: Page, label: str, choice: str) -> None:
    """Chooses in one of the filters, whatever number stands beside the choice."""
    unfold(page)
    field = page.get_by_label(label, exact=True)
    field.select_option(field.locator("option").filter(has_text=choice).get_attribute("value"))


def titles(page: Page) -> list[str]:
    """The actions that are shown, in their order."""
    rows = page.locator(".tk-found li:visible")
    return [row.split("\n")[0].strip() for row in rows.all_inner_texts()]


def status(page: Page) -> Locator:
    """What is said of the list."""
    return page.locator("#finder [role=status]")


def query(page: Page) -> str:
    """The filters as the address holds them."""
    found: str = page.evaluate("location.search")
    return found


def test_filters_narrow_the_list_and_stand_in_the_address(page: Page, address: str) -> None:
    """Three filters leave two of six actions; the number and what is hidden are said."""
    go(page, address)
    assert titles(page) == EVERY
    assert status(page).inner_text() == "All 6 actions."
    for label, choice in (
        ("Sector", "Hospitality"),
        ("Kind of organisation", "Micro-enterprises"),
        ("Priority", "Foundational"),
    ):
        choose(page, label, choice)
    expect(status(page)).to_have_text("2 of 6 actions. 4 are hidden by the filters.")
    assert titles(page) == [SCORE, NAME]
    assert query(page) == MICRO
    assert page.locator("#finder summary").inner_text() == "Filter the actions: 3 on"
    shown = page.get_by_role("heading", level=2).all_inner_texts()
    assert [words for words in shown if words != "Healthcare"] == shown
    links = page.locator(".tk-contents li:not([hidden])")
    assert [text.strip() for text in links.all_text_contents()] == ["Hospitality"]


def test_filters_are_used_by_keyboard_alone(page: Page, address: str) -> None:
    """Tab to a filter, arrow to a choice, type a word, Enter: the focus is at the number found."""
    go(page, address)
    summary = page.locator("#finder summary")
    summary.focus()
    if not page.locator("#finder-sector").is_visible():
        page.keyboard.press("Enter")
    for _stop in range(2):  # the second choice of the second filter
        page.keyboard.press("Tab")
    assert focused(page)["name"] == "Kind of organisation"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(status(page)).to_have_text("4 of 6 actions. 2 are hidden by the filters.")
    while focused(page)["name"] != "Words in the list":
        page.keyboard.press("Tab")
    page.keyboard.type("pay")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "finder-status"
    assert status(page).inner_text().startswith("1 of 6 actions.")
    assert titles(page) == [ADVERT]
    assert query(page) == "?sector=hospitality&words=pay"
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "Remove: Hospitality"
    assert focused(page)["ring"]


def test_on_a_phone_the_filters_fold_and_fold_again(browser: Browser, address: str) -> None:
    """Folded at first with what is on beside it; the button shows the list and folds them."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    go(page, address, "?sector=hospitality")
    summary = page.locator("#finder summary")
    assert summary.inner_text() == "Filter the actions: 1 on"
    assert not page.locator("#finder-sector").is_visible()
    summary.click()
    page.get_by_role("button", name="Show 4 actions").click()
    assert not page.locator("#finder-sector").is_visible()
    assert page.evaluate("document.activeElement.id") == "finder-status"
    page.close()


def test_a_filtered_list_can_be_sent(page: Page, address: str, browser: Browser) -> None:
    """The same address shows the same list and the same choices to somebody else."""
    go(page, address, MICRO)
    context = browser.new_context()
    other = context.new_page()
    visit(other, page.url)
    expect(status(other)).to_have_text("2 of 6 actions. 4 are hidden by the filters.")
    assert titles(other) == titles(page) == [SCORE, NAME]
    for name, value in (("sector", "hospitality"), ("audience", "micro"), ("theme", "")):
        assert other.locator(f"#finder-{name}").input_value() == value
    context.close()


def test_back_and_forward_go_through_the_lists(page: Page, address: str) -> None:
    """Each choice is one step; the letters of one word are one step together."""
    go(page, address)
    choose(page, "Sector", "Hospitality")
    choose(page, "Kind of organisation", "Large organisations")
    page.get_by_label("Words in the list").press_sequentially("rot")
    page.wait_for_url("**&words=rot")
    page.get_by_label("Words in the list").press_sequentially("as")
    page.wait_for_url("**&words=rotas")
    expect(status(page)).to_contain_text("1 of 6")
    page.go_back()
    expect(status(page)).to_contain_text("4 of 6")
    assert query(page) == "?sector=hospitality&audience=large"
    assert page.get_by_label("Words in the list").input_value() == ""
    page.go_back()
    assert page.locator("#finder-audience").input_value() == ""
    page.go_back()
    assert titles(page) == EVERY
    page.go_forward()
    page.go_forward()
    page.go_forward()
    assert titles(page) == [ROTAS]
    assert page.get_by_label("Words in the list").input_value() == "rotas"


@pytest.mark.parametrize("key", ["", "Enter"], ids=["mouse", "keyboard"])
def test_filters_come_off_one_by_one_or_together(page: Page, address: str, key: str) -> None:
    """The focus goes to the next filter that is on, and at last to the filters themselves."""

    def use(button: Locator) -> None:
        if key:
            button.press(key)
        else:
            button.click()

    go(page, address, f"{MICRO}&theme=culture")
    assert titles(page) == [NAME]
    use(page.get_by_role("button", name="Remove: Culture"))
    assert focused(page)["name"] == "Remove: Foundational"
    assert titles(page) == [SCORE, NAME]
    assert query(page) == MICRO
    use(page.get_by_role("button", name="Remove: Foundational"))
    assert focused(page)["name"] == "Remove: Micro-enterprises"
    use(page.get_by_role("button", name="Remove all filters"))
    assert titles(page) == EVERY
    assert query(page) == ""
    assert page.evaluate("document.activeElement.localName") == "summary"
    assert page.locator("#finder-chips").is_hidden()
    expect(status(page)).to_have_text("All 6 actions.")
    go(page, address, "?theme=culture")
    use(page.get_by_role("button", name="Remove: Culture"))
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_kinds_of_organisation_follow_the_sector(page: Page, address: str) -> None:
    """Only those of the sector can be chosen; one that does not fit any more is said."""
    go(page, address)
    unfold(page)
    kinds = page.locator("#finder-audience option")
    assert kinds.all_text_contents() == ["Choose a sector first"]
    choose(page, "Sector", "Healthcare")
    expect(kinds).to_have_text(["All kinds", "GP practices (2)", "NHS trusts (2)"])
    choose(page, "Kind of organisation", "NHS trusts")
    choose(page, "Sector", "Hospitality")
    expect(kinds.nth(1)).to_have_text("Micro-enterprises (2)")
    assert query(page) == "?sector=hospitality"
    expect(status(page)).to_contain_text(
        "Left out, because there is no such choice here: Kind of organisation NHS trusts."
    )


MATCHES = {
    "?priority=enhanced": [ADVERT, ROTAS],
    "?priority=foundational&lead=board": [SCORE],  # of one and the same kind of organisation
    "?lead=board": [SCORE, ROTAS],
    "?sector=hospitality&audience=small&lead=board": [],
    "?evidence=promising": [OPEN],
    "?takes=1-3-months": [OPEN, ADVERT, ROTAS],
    "?group=black-women": [OPEN, SCORE],
    "?framework=board-charter": [SCORE],
    "?words=MARKS": [SCORE],
    "?words=hos-rec": [SCORE, ADVERT],
    "?words=p%C3%A1y+hours": [ADVERT],  # an accent that the list has not
    "?words=hours+rotas": [],
}


def test_each_filter_finds_what_it_says(browser: Browser, address: str) -> None:
    """Without a kind of organisation, an action is found if any kind has it so."""
    page = browser.new_page()
    found = {}
    for asked in MATCHES:
        go(page, address, asked)
        found[asked] = titles(page)
    page.close()
    assert found == MATCHES


def test_an_empty_list_says_what_to_try(page: Page, address: str) -> None:
    """It names the filters that hide everything, with the number behind each, and the search."""
    go(page, address, "?sector=hospitality&priority=enhanced&words=zebra")
    assert titles(page) == []
    assert status(page).locator("p").all_inner_texts() == [
        "0 of 6 actions. 6 are hidden by the filters.",
        'Remove one filter to see actions: "zebra" (2).',
        "Words are looked for in this list only. The search at the top looks through every page.",
    ]
    page.get_by_role("button", name='Remove: "zebra"').click()
    assert titles(page) == [ADVERT, ROTAS]
    go(page, address, "?theme=culture&evidence=strong&words=zebra")
    expect(status(page)).to_contain_text("Remove two filters or more to see actions.")


def test_what_an_address_asks_in_vain_is_said(page: Page, address: str) -> None:
    """Unknown values are left out and named; what is no filter is passed over in silence."""
    go(page, address, "?utm_source=x&sector=hospitality&priority=urgent&theme=culture&theme=rest")
    assert titles(page) == [NAME, ROTAS]
    assert status(page).locator("p").all_inner_texts()[1:] == [
        'Left out, because there is no such choice here: Theme "rest"; Priority "urgent".'
    ]
    go(page, address, "?audience=micro")
    assert titles(page) == EVERY
    expect(status(page)).to_contain_text("Kind of organisation Micro-enterprises")


def test_words_are_text_and_never_html(page: Page, address: str) -> None:
    """What somebody puts into an address is shown as typed."""
    go(page, address, "?words=%3Cimg+src=x+onerror=alert(1)%3E")
    typed = "<img src=x onerror=alert(1)>"
    assert page.get_by_label("Words in the list").input_value() == typed
    assert f'Remove: "{typed}"' in page.locator("#finder-chips").inner_text()
    assert page.locator("article img").count() == 0


def test_the_number_is_said_once_after_a_pause(page: Page, address: str) -> None:
    """Typing a word changes the announcement once, not once for each letter."""
    go(page, address)
    unfold(page)
    page.evaluate(
        """() => {
          window.said = [];
          const status = document.getElementById('finder-status');
          new MutationObserver(() => window.said.push(status.textContent))
            .observe(status, {childList: true, subtree: true, characterData: true});
        }"""
    )
    page.get_by_label("Words in the list").press_sequentially("rotas", delay=20)
    expect(status(page)).to_contain_text("1 of 6")
    assert page.evaluate("window.said") == ["1 of 6 actions. 5 are hidden by the filters."]


def test_nothing_jumps_on_a_filtered_list(page: Page, address: str) -> None:
    """The list is not seen before it is filtered."""
    page.add_init_script(OBSERVE)
    go(page, address, MICRO)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") <= MOST_SHIFT


def test_a_list_without_its_filters_is_whole(browser: Browser, address: str) -> None:
    """Where the module does not arrive, there is no form that would do nothing."""
    page = browser.new_page()
    page.route("**/finder.js", lambda route: route.abort())
    visit(page, f"{address}/actions/{MICRO}")
    expect(page.locator("#finder")).to_be_hidden()
    assert titles(page) == EVERY
    page.close()


@pytest.mark.parametrize("path", ["/actions/", "/hospitality/checklist/"])
def test_without_javascript_the_whole_list_stands(
    browser: Browser, address: str, path: str
) -> None:
    """And no filter form, whatever the address asks."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, f"{address}{path}?priority=enhanced")
    shown = len(titles(page))
    form = page.locator("#finder").is_visible()
    context.close()
    assert shown == (6 if path == "/actions/" else 4)
    assert not form


def printed(page: Page) -> str:
    """The words on paper, spaces and line ends evened out."""
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in pages).split())


def test_a_checklist_prints_exactly_what_is_shown(page: Page, address: str) -> None:
    """The rows that are shown, their own lead, the line that says the filter; no filters."""
    go(page, address, "?audience=micro", "/hospitality/checklist/")
    assert status(page).inner_text() == "2 of 4 actions. 2 are hidden by the filters."
    paper = printed(page)
    assert "Part of the list, 2 of 4 actions. Kind of organisation: Micro-enterprises." in paper
    assert "HOS-REC-01" in paper
    assert "HOS-CUL-01" in paper
    assert ADVERT not in paper
    assert ROTAS not in paper
    assert paper.count("Led by: Owner or manager. Takes") == 2
    assert "Remove:" not in paper
    assert "Filter the actions" not in paper
    assert "hospitality/checklist/?audience=micro" in paper
    page.get_by_role("button", name="Remove: Micro-enterprises").click()
    expect(status(page)).to_have_text("All 4 actions.")
    paper = printed(page)
    assert "Part of the list" not in paper
    assert "Led by: Owner or manager, HR manager, board." in paper
    assert ROTAS in paper


def test_a_checklist_is_filtered_and_ticked_by_keyboard(page: Page, address: str) -> None:
    """Choices are those of its sector; a tick stays when filters come and go."""
    go(page, address, path="/hospitality/checklist/")
    summary = page.locator("#finder summary")
    summary.focus()
    if not page.locator("#finder-audience").is_visible():
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "Kind of organisation"
    page.keyboard.press("ArrowDown")
    expect(status(page)).to_contain_text("2 of 4")
    box = page.get_by_role("checkbox", name=f"HOS-CUL-01 {NAME}")
    box.press("Space")
    page.get_by_role("button", name="Remove: Micro-enterprises").press("Enter")
    assert query(page) == ""
    assert box.is_checked()
    assert page.locator("#finder-sector").count() == 0


@pytest.fixture(scope="module")
def differing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site on which two actions change places for large organisations."""
    folder = copy(tmp_path_factory.mktemp("differing") / "toolkit")
    file = "toolkits/hospitality/culture.yml"
    change(folder, file, "large: {priority: enhanced", "large: {priority: FIRST")
    change(folder, file, "large: {priority: foundational", "large: {priority: enhanced")
    change(folder, file, "FIRST", "foundational")
    change(folder, file, ROTAS, "Hold a meeting in the café")
    site = folder / "site"
    result = mkdocs_build(folder, site)
    assert result.returncode == 0, result.stderr
    with served(site) as found:
        yield found


def test_a_kind_of_organisation_has_its_own_priorities_and_order(
    browser: Browser, differing: str
) -> None:
    """Foundational first as that kind has it, and only its own priority is shown."""
    page = browser.new_page()
    cafe = "Hold a meeting in the café"
    go(page, differing, "?theme=culture&sector=hospitality")
    assert titles(page) == [NAME, cafe]
    rows = page.locator(".tk-found li:visible")
    assert "Foundational" in rows.first.inner_text()
    assert "Enhanced for large organisations" in rows.first.inner_text()
    choose(page, "Kind of organisation", "Large organisations")
    assert titles(page) == [cafe, NAME]
    assert "Foundational" not in rows.last.inner_text()
    assert "Enhanced for large organisations" in rows.last.inner_text()
    page.get_by_role("button", name="Remove: Large organisations").click()
    assert titles(page) == [NAME, cafe]
    page.get_by_label("Words in the list").fill("CAFE")
    expect(status(page)).to_contain_text("1 of 6")
    page.close()


STATES: dict[str, Callable[[Page], None]] = {
    "/actions/": unfold,
    f"/actions/{MICRO}": lambda _page: None,
    "/actions/?priority=urgent&words=zebra&evidence=strong": unfold,
    "/hospitality/checklist/?audience=micro": unfold,
}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(page: Page, address: str, colours: str) -> None:
    """Folded and open, filtered, empty, with something left out; targets are large enough."""
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    found = []
    for state, make in STATES.items():
        go(page, address, state, "")
        make(page)
        found += [f"{state}: {line}" for line in violations(page)]
        found += page.evaluate(SMALL_TARGETS)
    assert found == []


LINKS = {
    "/hospitality/": ("Filter them", "/actions/?sector=hospitality", 4),
    "/hospitality/for/micro/": (
        "Filter these actions",
        "/actions/?sector=hospitality&audience=micro",
        2,
    ),
    "/groups/": ("Filter these actions", "/actions/?group=black-men-16-24", 1),
    "/themes/culture/": ("Filter these actions", "/actions/?theme=culture", 3),
    "/frameworks/board-charter/": ("Filter these actions", "/actions/?framework=board-charter", 1),
    "/healthcare/for/nhs-trusts/": ("Printable checklist", "/healthcare/checklist/", 2),
}


def test_other_pages_lead_to_their_part_of_the_list(browser: Browser, address: str) -> None:
    """From a sector, a kind of organisation, a group, a theme and a framework."""
    page = browser.new_page()
    for path, (words, to, number) in LINKS.items():
        visit(page, address + path)
        page.locator("article").get_by_role("link", name=words).first.click()
        expect(page.locator("#finder-chips")).to_be_visible()
        assert page.url.startswith(address + to), path
        assert len(titles(page)) == number, path
    page.close()
