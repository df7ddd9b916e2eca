"""What a build does with sound content, with faults, and with a sixth sector."""

from __future__ import annotations

import posixpath
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.site.conftest import FROZEN, mkdocs_build, toolkits


def _copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FROZEN, tmp_path / "copy"))


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class _Text(HTMLParser):
    """Gathers the words of a page's article, its ids, and the targets of its links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps what the tests ask about."""
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value:
                self.links.append(value)

    def handle_data(self, data: str) -> None:
        """Keeps the words."""
        self.words.append(data)


def article(page: Path) -> _Text:
    """The content of a page, without menus."""
    html = page.read_text(encoding="utf-8")
    start = html.index("<article")
    found = _Text()
    found.feed(html[start : html.index("</article>")])
    return found


PAGES = [
    "index.html",
    "about/index.html",
    "actions/index.html",
    "evidence/index.html",
    "groups/index.html",
    "law/index.html",
    "resources/index.html",
    "frameworks/index.html",
    "themes/index.html",
    "themes/recruitment/index.html",
    "hospitality/index.html",
    "hospitality/recruitment/index.html",
    "hospitality/checklist/index.html",
    "hospitality/for/micro/index.html",
    "hospitality/for/large/index.html",
    "healthcare/for/nhs-trusts/index.html",
    "404.html",
]


@pytest.mark.parametrize("page", PAGES)
def test_every_kind_of_page_is_at_its_address(built: Path, page: str) -> None:
    """The addresses of DESIGN hold, one h1 each."""
    html = (built / page).read_text(encoding="utf-8")
    assert len(re.findall(r"<h1[ >]", html)) == 1


def test_page_titles_are_unique(built: Path) -> None:
    """No two pages share a title, and none says the site's name twice."""
    titles = [
        re.findall(r"<title>(.*?)</title>", page.read_text(encoding="utf-8"))
        for page in built.rglob("*.html")
    ]
    assert all(len(found) == 1 for found in titles)
    assert len({found[0] for found in titles}) == len(titles)


def test_ids_are_unique_in_every_page(built: Path) -> None:
    """An anchor leads to one place."""
    for page in built.rglob("*.html"):
        ids = article(page).ids if "<article" in page.read_text(encoding="utf-8") else []
        assert len(ids) == len(set(ids)), page


def test_navigation_lists_only_the_pages_own_sector(built: Path) -> None:
    """A hospitality page links to no page below healthcare from its menu, but to healthcare."""
    html = (built / "hospitality/recruitment/index.html").read_text(encoding="utf-8")
    menu = html[html.index('aria-label="Main"') :]
    menu = menu[: menu.index("</nav>")]
    links = re.findall(r'href="([^"]*)"', menu)
    assert "../../healthcare/" in links
    assert "../culture/" in links
    assert not [link for link in links if "healthcare/" in link and link != "../../healthcare/"]


def test_a_checklist_has_a_labelled_box_for_every_live_action(built: Path) -> None:
    """As many boxes as labels, each label naming its box; retired actions have none."""
    html = (built / "hospitality/checklist/index.html").read_text(encoding="utf-8")
    boxes = re.findall(r'<input type="checkbox" id="(tick-[^"]+)" data-action', html)
    labels = re.findall(r'<label for="(tick-[^"]+)">\s*\S', html)
    assert boxes == labels
    assert len(boxes) == 4


def test_a_retired_action_stays_at_its_anchor_and_points_on(built: Path) -> None:
    """It is on its theme's page with a link, and on no list, count or checklist."""
    theme = article(built / "hospitality/recruitment/index.html")
    retired = [id_ for id_ in theme.ids if re.fullmatch(r"hos-rec-\d\d", id_)]
    assert len(retired) == 3
    assert "This action is retired." in " ".join(theme.words)
    everywhere = article(built / "actions/index.html")
    listed = [link for link in everywhere.links if "hospitality/recruitment/#" in link]
    assert len(listed) == 2


def test_a_content_error_stops_the_build_before_the_old_site_is_touched(tmp_path: Path) -> None:
    """The last good site stays whole, the problems are told as `check` tells them."""
    project, site = _copy(tmp_path), tmp_path / "site"
    assert mkdocs_build(project, site).returncode == 0
    before = {p: p.stat().st_mtime_ns for p in site.rglob("*")}
    _change(project / "toolkits/hospitality/recruitment.yml", "done_when:", "done_wen:")
    failed = mkdocs_build(project, site)
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert 'Did you mean "done_when"?' in failed.stderr
    assert {p: p.stat().st_mtime_ns for p in site.rglob("*")} == before
    checked = toolkits("check", str(project))
    assert checked.returncode == 1
    first = checked.stderr.splitlines()[0]
    assert first.startswith("toolkits/hospitality/recruitment.yml:")
    assert first in failed.stderr


def test_house_style_is_told_and_stops_no_strict_build(tmp_path: Path) -> None:
    """A warning is shown as `check` shows it, and MkDocs' strict counter never sees it."""
    project, site = _copy(tmp_path), tmp_path / "site"
    rec = project / "toolkits/hospitality/recruitment.yml"
    _change(rec, "State the hourly rate", "Utilise the hourly rate")
    done = mkdocs_build(project, site)
    assert done.returncode == 0, done.stderr
    assert "71:9: warning [house-word]" in done.stderr
    _change(rec, "Utilise the hourly rate", "Ask BAME staff for the rate")
    assert mkdocs_build(project, site).returncode == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[About](about.md)", "[About](nowhere.md)"),
        ("[About](about.md)", "[About](hospitality/recruitment.md#hos-rec-99)"),
    ],
    ids=["no such page", "no such anchor"],
)
def test_a_broken_link_fails_the_build(tmp_path: Path, old: str, new: str) -> None:
    """Strict: a link or an anchor that leads nowhere gives exit 1."""
    project = _copy(tmp_path)
    _change(project / "toolkits/index.md", old, new)
    failed = mkdocs_build(project, tmp_path / "site")
    assert failed.returncode == 1
    assert "index.md" in failed.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hotels", "hospitality/"),
        ("hotels/culture", "hospitality/culture/"),
        ("hotels/hiring", "hospitality/recruitment/"),
        ("hotels/for/tiny", "hospitality/for/micro/"),
        ("hotels/checklist", "hospitality/checklist/"),
        ("hotels/for/large", "hospitality/for/large/"),
        ("hospitality/for/tiny", "hospitality/for/micro/"),
        ("hospitality/hiring", "hospitality/recruitment/"),
        ("themes/hiring", "themes/recruitment/"),
    ],
)
def test_an_old_address_sends_readers_on(built: Path, old: str, new: str) -> None:
    """`was` names the old slug; the page at its address leads to the new one, in no menu."""
    html = (built / old / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', html)
    assert found is not None
    assert posixpath.normpath(posixpath.join(old, found.group(1))) + "/" == new
    assert (built / new / "index.html").is_file()
    home = (built / "index.html").read_text(encoding="utf-8")
    assert f'href="{old}/"' not in home


SOCIAL_CARE = {
    "sector.yml": """\
title: Social care
code: SOC
order: 6
icon: home-heart
status: draft
summary: Care homes and care at home.
who_it_is_for: Anyone who employs care workers.
audiences:
  - id: homes
    title: Care homes
    staff: 10 to 99 people
    description: A manager runs each home.
    leads: [owner-manager]
changes:
  - {on: 2026-04-01, kind: added, note: First published.}
""",
    "recruitment.yml": """\
measures:
  - {count: Starters on nights, how: Count them., often: quarterly}
actions:
  - id: SOC-REC-01
    title: Meet night carers before dawn
    why: Carers on night shifts never see the noticeboard by day.
    steps: [Hold one open hour at five in the morning.]
    done_when: Every night carer has met the manager this season.
    audiences: {homes: {priority: foundational, lead: owner-manager}}
    takes: under-1-month
    repeats: quarterly
    evidence: {strength: practice, about: Not tested anywhere.}
    checked: {on: 2026-04-01, every: 12-months}
    changes: [{on: 2026-04-01, kind: added, note: First published.}]
""",
    "culture.yml": """\
measures:
  - {count: Complaints answered, how: Read the log., often: quarterly}
actions:
  - id: SOC-CUL-01
    title: Answer residents who refuse a carer
    why: A refusal on account of race wounds the carer who meets it.
    steps: [Agree beforehand what the shift lead will say.]
    done_when: Each refusal in the log has an answer beside it.
    audiences: {homes: {priority: foundational, lead: owner-manager}}
    takes: under-1-month
    repeats: quarterly
    evidence: {strength: practice, about: Not tested anywhere.}
    checked: {on: 2026-04-01, every: 12-months}
    changes: [{on: 2026-04-01, kind: added, note: First published.}]
""",
}


def test_another_sector_is_a_folder_and_no_code(tmp_path: Path) -> None:
    """An invented sector's pages, navigation and checklist appear once its folder is there."""
    project, site = _copy(tmp_path), tmp_path / "site"
    folder = project / "toolkits/social-care"
    folder.mkdir()
    for name, text in SOCIAL_CARE.items():
        (folder / name).write_text(text, encoding="utf-8")
    checked = toolkits("check", str(project))
    assert checked.returncode == 0, checked.stderr
    built = mkdocs_build(project, site)
    assert built.returncode == 0, built.stderr
    for page in ("", "recruitment", "culture", "checklist", "for/homes"):
        assert (site / "social-care" / page / "index.html").is_file(), page
    home = (site / "index.html").read_text(encoding="utf-8")
    assert home.count('href="social-care/"') == 2  # in the menu, and among the sectors
    everywhere = article(site / "actions/index.html")
    assert "../social-care/recruitment/#soc-rec-01" in everywhere.links
    checklist = (site / "social-care/checklist/index.html").read_text(encoding="utf-8")
    assert checklist.count('type="checkbox" id="tick-soc-') == 2


def test_titles_appear_as_typed_in_html_of_our_own(tmp_path: Path) -> None:
    """Also where a template writes HTML, such as the name of a folded part read aloud."""
    project, site = _copy(tmp_path), tmp_path / "site"
    title = 'Offer C# & "5*" hours! (a_b)'
    path = project / "toolkits/hospitality/recruitment.yml"
    _change(path, "title: Show pay and hours in each advert", f"title: '{title}'")
    result = mkdocs_build(project, site)
    assert result.returncode == 0, result.stderr
    for page in ("hospitality/recruitment", "hospitality/checklist", "hospitality/for/large"):
        words = "".join(article(site / page / "index.html").words)
        assert title in words, page
        assert "\\" not in words, page
    summary = "".join(article(site / "hospitality/recruitment/index.html").words)
    assert f"Why, steps and evidence: {title}" in summary
