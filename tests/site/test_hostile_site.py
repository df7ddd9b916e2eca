"""The whole site of hostile texts: built by MkDocs, indexed for search, opened in a browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.frozen import copy
from tests.site.conftest import mkdocs_build, page_paths, served
from tests.site.visiting import visit
from tests.trust.corpus import CORPUS
from tests.trust.formats import SAFE
from tests.trust.harvest import Harvest, Planted, harvest
from tests.trust.reading import Shown, folded

TURNS = [
    turn if turn % 90 == 0 else pytest.param(turn, marks=pytest.mark.long)
    for turn in range(0, len(CORPUS), 15)
]


@pytest.fixture(scope="module", params=TURNS)
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Harvest, Path]]:
    """A toolkit with a hostile text in every field, and its site."""
    folder = tmp_path_factory.mktemp("hostile")
    made = harvest(copy(folder / "toolkit"), request.param, printed=True)
    result = mkdocs_build(folder / "toolkit", folder / "site")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr, result.stderr
    yield made, folder / "site"
    shutil.rmtree(folder)


def read(site: Path, path: str) -> Shown:
    """A page of a site."""
    file = site / path.lstrip("/")
    html = (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")
    return Shown(html)


def test_pages_have_the_parts_of_clean_ones(hostile: tuple[Harvest, Path], built: Path) -> None:
    """Head, menus and contents too: the same pages, scripts, elements, attributes and addresses."""
    _made, site = hostile
    assert page_paths(site) == page_paths(built)
    for path in page_paths(site):
        page, clean = read(site, path), read(built, path)
        more = (page.elements - clean.elements) + (clean.elements - page.elements)
        assert set(more) <= {"strong", "a", "br", "p"}, path
        assert page.attributes <= clean.attributes, path
        assert page.elements["script"] == clean.elements["script"] == 2, path
        assert [url for url in page.addresses if not SAFE.match(url)] == [], path
        assert page.strays == clean.strays, path


def test_every_text_is_on_a_page_and_in_the_index_as_typed(hostile: tuple[Harvest, Path]) -> None:
    """In titles, descriptions, menus and articles; the index holds the same words."""
    made, site = hostile
    pages = [read(site, path) for path in page_paths(site)]
    words = "\n".join([text for page in pages for text in (page.words, *page.said)])
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    entries = [Shown(entry[part]) for entry in index["docs"] for part in ("title", "text")]
    indexed = "\n".join(entry.words for entry in entries)
    assert not [entry.addresses for entry in entries if entry.addresses]
    assert {name for entry in entries for name in entry.elements} <= {
        *("p", "ul", "ol", "li", "strong", "small", "br", "em", "code", "dl", "dt", "dd"),
        *("table", "thead", "tbody", "tr", "th", "td", "div", "span", "details", "summary", "h3"),
    }
    assert [str(own.hostile) for own in made.let_through if not stands(own, words)] == []
    indexed_too = [own for own in made.let_through if own.mark in indexed]
    assert len(indexed_too) > len(made.let_through) / 2
    assert [str(own.hostile) for own in indexed_too if not stands(own, indexed)] == []


def stands(own: Planted, words: str) -> bool:
    """Whether a text is there as typed; words to copy keep their spaces as no-break ones."""
    spaced = own.keeps_lines and "\u00a0" not in own.text
    return own.stands_in(folded(words.replace("\u00a0", " ")) if spaced else words) > 0


def test_nothing_runs_in_a_browser(hostile: tuple[Harvest, Path], browser: Browser) -> None:
    """No page asks, says, runs or sends anything; a search shows hostile titles as words."""
    _made, site = hostile
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with served(site) as address:
        moved = [path for path in page_paths(site) if "refresh" in read(site, path).equivalents]
        for path in [path for path in page_paths(site) if path not in moved]:
            visit(page, address + path)
            handlers = page.evaluate(
                "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
                ".filter(name => name.startsWith('on') || name === 'style')"
            )
            assert handlers == [], path
            assert page.locator("script").count() == 2, path
            assert page.locator("iframe, object, embed, base, style, math").count() == 0, path
        visit(page, f"{address}/hospitality/recruitment/")
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_label("Search the toolkits").fill("Qz0")
        page.get_by_text(re.compile(r'results? for "Qz0"')).wait_for()
        assert page.locator("#search-results a").count() > 0
        assert page.locator("#search-results").locator("script, img, svg, iframe").count() == 0
        asked = [url for url in asked if not url.startswith((address, "data:"))]
    page.close()
    assert said == []
    assert asked == []
