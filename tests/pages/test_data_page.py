"""The page of the open data: every column, field and file that there is, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import markdown

from generator.content import published
from generator.content.columns import COLUMNS
from generator.content.described import fields_of, name_of
from generator.content.load import load
from generator.content.meanings import meaning
from generator.content.published import FORMS
from generator.content.toolkit import Toolkit
from generator.pages import data as page
from generator.pages import downloads
from generator.pages.here import Here, Index, Made
from generator.pages.render import render
from generator.pages.site import Page
from generator.takeaways import data, schema, table
from tests.frozen import FROZEN

REAL = Path(__file__).parents[2]


def toolkit(folder: Path = FROZEN) -> Toolkit:
    """The toolkit of a folder."""
    found = load(folder).toolkit
    assert found is not None
    return found


def text(made: dict[str, Made] | None = None, folder: Path = FROZEN) -> str:
    """The page in Markdown."""
    whole = toolkit(folder)
    view = page.view(Here(page.PATH, whole, Index.of(whole), made or {}))
    return render(Page(page.PATH, page.TITLE, page.ABOUT, "data", view))


def part(anchor: str) -> str:
    """What stands below a heading, up to the next of the same rank or above."""
    shown = text()
    found = re.search(rf"^(##+) .*\{{#{anchor}\}}$", shown, re.MULTILINE)
    assert found, anchor
    rest = shown[found.end() :]
    ends = re.search(rf"^#{{2,{len(found.group(1))}}} ", rest, re.MULTILINE)
    return rest[: ends.start()] if ends else rest


def names(section: str) -> list[str]:
    """The first cells of a table: what it documents."""
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def test_every_column_is_documented_and_no_other() -> None:
    """In the order in which the file has them."""
    header = table.write(toolkit()).decode("utf-8-sig").split("\r\n")[0]
    assert names(part("columns")) == header.split(",") == list(COLUMNS)


def test_every_field_is_documented_and_no_other() -> None:
    """Form by form, as the schema has them."""
    own = json.loads(schema.of_data())
    forms = {"Toolkits": own, **own["$defs"]}
    assert {form.__name__ for form in FORMS} == set(forms)
    for form in FORMS:
        section = part(f"form-{name_of(form).replace(' ', '-')}")
        assert names(section) == list(forms[form.__name__]["properties"])
        assert names(section) == [field.name for field in fields_of(form)]
        for field in fields_of(form):
            assert meaning(form, field.name).endswith(".")


def test_every_field_of_the_data_itself_is_documented() -> None:
    """Read from the file, not from its form: no key is in it that the page does not tell."""
    chosen_freely = {"audiences", "frameworks", *toolkit().vocabulary.model_dump()}

    def keys(value: Any, above: str) -> set[str]:
        if isinstance(value, list):
            return {key for item in value for key in keys(item, above)}
        if not isinstance(value, dict):
            return set()
        own = set() if above in chosen_freely else set(value)
        return own | {key for name, item in value.items() for key in keys(item, name)}

    told = {name for form in FORMS for name in names(part(f"form-{_anchor(form)}"))}
    assert keys(json.loads(data.write(toolkit(REAL))), "") <= told


def _anchor(form: type) -> str:
    return name_of(form).replace(" ", "-")


def test_licence_edition_and_the_rule_of_the_apostrophe_are_told() -> None:
    """What a reader of the data must know before using it."""
    shown = text()
    assert "[Creative Commons Attribution 4.0 International]" in shown
    assert f"({published.LICENCE_ADDRESS})" in shown
    assert published.CREDIT in shown
    assert "Edition 7 June 2026." in shown
    assert "Not legal advice." in shown
    assert "apostrophe" in part("tables")
    assert "backslash" in part("tables")
    assert f"number {published.SCHEMA}" in part("json")


def test_every_file_of_data_is_linked() -> None:
    """The data and every schema always; a sector's own files once they are made."""
    linked = re.findall(r"\]\(((?:data|[a-z]+/checklist)/[^)]+)\)", text())
    expected = [published.EVERY_ACTION, published.WHOLE]
    expected += [path for path, _bytes in schema.files()]
    assert linked == expected
    for path, _bytes in schema.files():
        assert path.startswith("data/")


def test_a_link_says_what_one_gets() -> None:
    """Format, pages and size, for each file that was made."""
    made = {
        "data/actions.csv": Made(1_719_350),
        "hospitality/checklist/hospitality-micro.pdf": Made(96_111, 4),
        "hospitality/checklist/hospitality-micro-large-print.pdf": Made(99_900, 9),
        "hospitality/checklist/hospitality.xlsx": Made(20_400),
        "hospitality/checklist/hospitality.csv": Made(400_000),
        "healthcare/checklist/healthcare-nhs-trusts.docx": Made(40_000),
    }
    shown = text(made)
    assert "[Every action as a table, CSV, 1.7 MB](data/actions.csv)" in shown
    assert "[Hospitality: checklist for micro-enterprises, PDF, 4 pages, 96 kB](" in shown
    assert "in large print for micro-enterprises, PDF, 9 pages, 100 kB](" in shown
    assert (
        "[Hospitality: action plan, a sheet for each kind of organisation, Excel, 20 kB](" in shown
    )
    assert "[Hospitality: every action as a table, CSV, 400 kB](" in shown
    assert "[Healthcare: action plan for NHS trusts, Word, 40 kB](" in shown
    assert ".pdf" not in text()


def test_no_two_links_sound_the_same() -> None:
    """Read out of their place, each link says where it leads."""
    made = {
        f"{sector.id}/checklist/{sector.id}{end}": Made(1)
        for sector in toolkit(REAL).sectors.values()
        for end in (
            *(".pdf", "-large-print.pdf", ".docx", ".xlsx", ".csv"),
            *(f"-{own.id}.{form}" for own in sector.sector.audiences for form in ("pdf", "docx")),
            *(f"-{own.id}-large-print.pdf" for own in sector.sector.audiences),
        )
    }
    shown = text(made, REAL)
    labels = re.findall(r"\[([^\]]+)\]\(((?!#)[^)]+)\)", shown)
    assert len({label for label, _path in labels}) == len(labels)
    assert set(made) <= {path for _label, path in labels}


def test_the_page_reads_as_a_page() -> None:
    """Tables are tables, marks that are explained stay typed, anchors are there once."""
    made = markdown.markdown(text().split("---\n", 2)[2], extensions=["attr_list", "tables"])
    assert made.count("<table>") == 1 + len(FORMS)
    assert "**bold words**" in made
    assert "<strong>" not in made
    ids = re.findall(r'id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert made.count("<h1") == 1


def test_sizes_in_words() -> None:
    """Never nothing, never many digits."""
    assert downloads.in_bytes(1) == "1 kB"
    assert downloads.in_bytes(96_499) == "96 kB"
    assert downloads.in_bytes(999_400) == "999 kB"
    assert downloads.in_bytes(999_999) == "1.0 MB"
    assert downloads.in_bytes(1_000_000) == "1.0 MB"
