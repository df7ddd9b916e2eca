"""What a page offers to take away is there and is what it says, or the build stops."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import project
from generator.content.load import load
from generator.pages.downloads import in_bytes
from generator.settings import read_config
from generator.takeaways import TakeAwayError, everything
from generator.takeaways.everything import TakeAway
from tests.frozen import FROZEN, change, copy
from tests.site.conftest import mkdocs_build

LINK = re.compile(r'<a href="([^"]+\.(?:pdf|docx|xlsx|csv|json))">([^<]+)</a>')
OFFERING = {
    "hospitality/index.html": 5,
    "hospitality/checklist/index.html": 17,
    "hospitality/for/micro/index.html": 3,
    "healthcare/for/nhs-trusts/index.html": 3,
}


def offers(page: Path) -> list[tuple[Path, str]]:
    """Every file that a page links to, and the words of the link."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    return [((page.parent / href).resolve(), unescape(words)) for href, words in found]


@pytest.mark.parametrize("page", OFFERING)
def test_a_page_offers_what_goes_with_it(built: Path, page: str) -> None:
    """The sector's own files on its page, all on the checklist, an audience's on its own."""
    assert len(offers(built / page)) == OFFERING[page]


@pytest.mark.parametrize("page", [*OFFERING, "data/index.html"])
def test_each_link_says_format_size_and_pages_as_they_are(built: Path, page: str) -> None:
    """The words of a link hold for the file behind it, read by another library."""
    for file, words in offers(built / page):
        data = file.read_bytes()
        assert words.endswith(f", {in_bytes(len(data))}"), words
        if file.suffix == ".pdf":
            number = len(PdfReader(file).pages)
            assert f", PDF, {number} page{'s' * (number != 1)}, " in words


def test_every_file_made_is_offered_on_the_page_of_the_data(built: Path) -> None:
    """None lies on the site unseen, but what only the scripts of the pages ask for."""
    offered = {file for file, _words in offers(built / "data" / "index.html")}
    endings = {".pdf", ".docx", ".xlsx", ".csv", ".json"}
    made = {path.resolve() for path in built.rglob("*") if path.suffix in endings}
    for_scripts = ("search/search_index.json", "data/plan.json")
    assert made - offered == {(built / path).resolve() for path in for_scripts}
    assert offered <= made


def test_without_take_aways_no_page_offers_any(tmp_path: Path) -> None:
    """The option `takeaways: false` leaves the files, their links and their page out."""
    folder = copy(tmp_path / "copy")
    change(folder, "mkdocs.yml", "- toolkits", "- toolkits: {takeaways: false, cache: false}")
    result = mkdocs_build(folder, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert [path.name for path in (tmp_path / "site" / "data").iterdir()] == ["plan.json"]
    assert not list((tmp_path / "site").rglob("*.pdf"))
    for page in OFFERING:
        assert offers(tmp_path / "site" / page) == []
    assert not (folder / ".cache").exists()


def test_a_file_that_cannot_be_made_stops_the_build(tmp_path: Path) -> None:
    """The message names the file and what to change; the last good site stays as it was."""
    folder = copy(tmp_path / "copy")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one", encoding="utf-8")
    change(folder, "toolkits/hospitality/sector.yml", "title: Hospitality", "title: Hospitality ༄༅")
    result = mkdocs_build(folder, site)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "༄" in result.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    "path",
    [
        "hospitality/checklist/hospitality-micro.pdf",
        "hospitality/checklist/hospitality-micro-large-print.pdf",
        "hospitality/checklist/hospitality.docx",
        "hospitality/checklist/hospitality.xlsx",
        "hospitality/checklist/hospitality.csv",
        "data/actions.csv",
        "data/toolkits.json",
    ],
)
def test_a_file_with_another_number_of_actions_than_its_page_is_refused(path: str) -> None:
    """A list on paper that differs from the site's is a fault, whoever made it."""
    toolkit = load(FROZEN).toolkit
    assert toolkit is not None
    files = (
        TakeAway(own, b"", 1, 99 if own == path else everything.UNCOUNTED)
        for own in sorted(everything.paths(toolkit))
    )
    arriving = project.Arriving(toolkit, files)
    with pytest.raises(TakeAwayError, match="holds 99 actions and its page"):
        project.pages(toolkit, read_config(FROZEN / "mkdocs.yml"), arriving)


def test_a_build_from_kept_files_gives_the_same_bytes(tmp_path: Path) -> None:
    """Made anew, kept, or kept with one damaged: the site's files are the same."""
    folder = copy(tmp_path / "copy")
    sites = []
    for number in range(3):
        if number == 2:
            kept = sorted((folder / ".cache" / "take-aways").iterdir())
            assert kept
            kept[0].write_bytes(b"damaged")
        site = tmp_path / f"site{number}"
        assert mkdocs_build(folder, site).returncode == 0
        sites.append(
            {
                path.relative_to(site).as_posix(): path.read_bytes()
                for path in site.rglob("*")
                if path.suffix in {".pdf", ".docx", ".xlsx", ".csv", ".json"}
            }
        )
    assert sites[0] == sites[1] == sites[2]
    assert len(sites[0]) > 30
