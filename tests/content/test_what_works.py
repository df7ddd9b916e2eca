"""What editors and their programs do without harm, and what the frozen toolkit becomes."""

from __future__ import annotations

import codecs
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.content import model
from generator.content.explain import validate
from generator.content.fitted import Memory
from generator.content.load import load
from generator.content.model import Content
from generator.content.source import read
from generator.content.toolkit import Toolkit
from tests.content.faults import ABOUT, REC, SECTOR, SOURCES, told
from tests.frozen import change, write


def loaded(folder: Path) -> Toolkit:
    """The toolkit of a folder without problems."""
    found = load(folder)
    assert found.problems == ()
    assert found.toolkit is not None
    return found.toolkit


def plain(toolkit: Toolkit) -> dict[str, Any]:
    """All content of a toolkit, without the places it came from."""
    return {
        "themes": {id_: theme.model_dump() for id_, theme in toolkit.themes.items()},
        "sectors": {id_: own.sector.model_dump() for id_, own in toolkit.sectors.items()},
        "actions": {
            f"{id_}/{theme}": file.model_dump()
            for id_, own in toolkit.sectors.items()
            for theme, file in own.themes.items()
        },
        "sources": {id_: own.model_dump() for id_, own in toolkit.sources.items()},
        "law": {id_: own.model_dump() for id_, own in toolkit.law.items()},
        "resources": {id_: own.model_dump() for id_, own in toolkit.resources.items()},
        "frameworks": {id_: own.model_dump() for id_, own in toolkit.frameworks.items()},
        "vocabulary": toolkit.vocabulary.model_dump(),
    }


Rewrite = Callable[[bytes], bytes]
REWRITES: dict[str, Rewrite] = {
    "Windows line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "old Macintosh line ends": lambda data: data.replace(b"\n", b"\r"),
    "a byte order mark": lambda data: codecs.BOM_UTF8 + data,
    "both, as Notepad writes": lambda data: codecs.BOM_UTF8 + data.replace(b"\n", b"\r\n"),
    "no line end at the end": lambda data: data.rstrip(b"\n"),
    "empty lines at the end": lambda data: data + b"\n\n",
    "comments above": lambda data: b"# a comment\n\n" + data,
}


@pytest.mark.parametrize("name", REWRITES)
def test_habits_of_editing_programs_change_nothing(
    frozen: Path, toolkit_folder: Path, name: str
) -> None:
    """Line ends, byte order marks and empty lines are no part of the content."""
    for path in toolkit_folder.rglob("*.yml"):
        path.write_bytes(REWRITES[name](path.read_bytes()))
    assert plain(loaded(toolkit_folder)) == plain(loaded(frozen))


EQUAL = {
    "a document start": (SECTOR, "title: Hospitality\n", "---\ntitle: Hospitality\n"),
    "spaces at the end": (SECTOR, "code: HOS\n", "code: HOS  \n"),
    "a comment at the end of a line": (SECTOR, "order: 2\n", "order: 2 # the second\n"),
    "quotes around a date": (REC, "on: 2026-06-07", 'on: "2026-06-07"'),
    "single quotes around a date": (REC, "on: 2026-06-07", "on: '2026-06-07'"),
    "quotes around a number": (SECTOR, "{least: 250}", '{least: "250"}'),
    "quotes around a word": (SECTOR, "status: draft", 'status: "draft"'),
    "quotes around a name": (SECTOR, "status: draft", '"status": draft'),
    "no quotes around a year": (SOURCES, 'date: "2023"', "date: 2023"),
    "no quotes around a date": (SOURCES, 'date: "2024-05-17"', "date: 2024-05-17"),
    "an empty optional field": (REC, "    cost: low\n", "    cost: low\n    groups:\n"),
    "an empty optional text": (REC, "    cost: low\n", "    cost: low\n    law: ''\n"),
    "an empty optional list": (REC, "    cost: low\n", "    cost: low\n    needs: []\n"),
    "an empty status": (REC, "    cost: low\n", "    cost: low\n    status:\n"),
    "a list on one line": (
        SECTOR,
        "    leads: [owner-manager]\n",
        "    leads:\n      - owner-manager\n",
    ),
    "another order of fields": (
        SECTOR,
        "title: Hospitality\ncode: HOS\n",
        "code: HOS\ntitle: Hospitality\n",
    ),
}


@pytest.mark.parametrize("name", EQUAL)
def test_ways_to_write_the_same(frozen: Path, toolkit_folder: Path, name: str) -> None:
    """What means the same to an editor is the same content."""
    change(toolkit_folder, *EQUAL[name])
    assert plain(loaded(toolkit_folder)) == plain(loaded(frozen))


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽‍🍳 A cook with skin tone and joiner",
        "🏳️‍🌈 A flag of two emoji, 🇬🇧 and one of two letters",
        "Wide: 🍳🍴, and a flag of England: 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "আপনার দল, שלום, مرحبا",
        "yes",
        "null",
        "0x1F",
        "12:30:45",
        "1_000",
        "2026-11-22",
        "~/path",
        "{{ not a template }} {% at all %}",
        "<b>bold</b> &amp; `code` | *stars* _lines_ # sign",
        "it's 5 o'clock \"sharp\"",
        "C:\\path\\n",
    ],
)
def test_a_text_comes_out_as_typed(toolkit_folder: Path, text: str) -> None:
    """Nothing turns into a number, a date, a truth value or markup."""
    quoted = "'" + text.replace("'", "''") + "'"
    change(toolkit_folder, REC, "title: Show pay and hours in each advert", f"title: {quoted}")
    action = loaded(toolkit_folder).sectors["hospitality"].actions("recruitment")[1]
    assert action.title == text


def test_text_to_copy_keeps_its_lines(frozen: Path) -> None:
    """An empty line divides the paragraphs of a template; other texts are folded by the parser."""
    action = loaded(frozen).sectors["hospitality"].actions("recruitment")[0]
    assert action.templates[0].text.split("\n")[:3] == [
        "Post: [title]. Panel member: [name].",
        "",
        "1. Tell us about a time you helped <someone>.",
    ]
    assert "\n" not in action.why


def test_the_toolkit_is_in_the_order_readers_meet_it(frozen: Path) -> None:
    """Sectors and themes follow their order, not the names of their files."""
    toolkit = loaded(frozen)
    assert list(toolkit.sectors) == ["healthcare", "hospitality"]
    assert list(toolkit.themes) == ["recruitment", "culture"]
    assert list(toolkit.sectors["hospitality"].themes) == ["recruitment", "culture"]
    assert [page.path for page in toolkit.pages] == ["about.md", "index.md"]


def test_actions_are_live_or_retired(frozen: Path) -> None:
    """A retired action is no action to do."""
    sector = loaded(frozen).sectors["hospitality"]
    assert [action.id for action in sector.actions("recruitment")] == ["HOS-REC-01", "HOS-REC-02"]
    assert [action.id for action in sector.retired("recruitment")] == ["HOS-REC-03"]
    assert [(theme, action.id) for theme, action in sector.every_action()] == [
        ("recruitment", "HOS-REC-01"),
        ("recruitment", "HOS-REC-02"),
        ("culture", "HOS-CUL-01"),
        ("culture", "HOS-CUL-02"),
    ]
    assert sector.actions("retention") == ()


def test_an_audience_is_found_by_its_id(frozen: Path) -> None:
    """A sector knows its own audiences and no others."""
    sector = loaded(frozen).sectors["hospitality"]
    assert sector.audience("micro").title == "Micro-enterprises"
    with pytest.raises(KeyError):
        sector.audience("nhs-trusts")


def test_editions_are_the_newest_changes(frozen: Path, toolkit_folder: Path) -> None:
    """A sector's edition is the newest date in its folder, the site's the newest of all."""
    toolkit = loaded(frozen)
    assert toolkit.sectors["healthcare"].edition == datetime.date(2026, 3, 6)
    assert toolkit.sectors["hospitality"].edition == datetime.date(2026, 6, 7)
    assert toolkit.edition == datetime.date(2026, 6, 7)
    change(toolkit_folder, "themes/culture.yml", "on: 2026-03-01", "on: 2026-07-01")
    assert loaded(toolkit_folder).edition == datetime.date(2026, 7, 1)


def test_what_the_law_binds_is_read_in_its_three_forms(frozen: Path) -> None:
    """Everyone, a number of staff, or kinds of organisation."""
    law = loaded(frozen).law
    assert law["equal-treatment"].binds == "everyone"
    assert law["pay-report"].binds == 250
    assert law["public-duty"].binds == ("gp-practices", "nhs-trusts")


def test_a_hand_written_page_may_link_in_every_safe_way(toolkit_folder: Path) -> None:
    """Pages, anchors, files, pictures, https and mailto are no fault."""
    links = (
        "[a](index.md) [b](index.md#choose) [c](law.md#equal-treatment) [d](#here) "
        "[e](hospitality/culture.md) [f](https://example.org/a_(b)) [g](mailto:a@example.org) "
        '[h](../toolkits/about.md "title") ![i](pictures/cafe.png) <https://example.org/> '
        '<a href="index.md">j</a> <a name="k"></a>\n\n[l]: https://example.org/\n'
    )
    write(toolkit_folder, ABOUT, f"# About\n\n{links}")
    assert load(toolkit_folder).errors == ()


def test_a_page_counts_as_citing(toolkit_folder: Path) -> None:
    """A source that only a hand-written page links to is not called uncited."""
    change(
        toolkit_folder,
        REC,
        "      sources: [test-trial, test-review]",
        "      sources: [test-trial]",
    )
    assert [code for _place, code, *_words in told(toolkit_folder)] == ["never-cited"]
    write(toolkit_folder, ABOUT, "# About\n\n[A review](evidence.md#test-review-of-all)\n")
    assert [code for _place, code, *_words in told(toolkit_folder)] == ["unknown-page"]
    write(toolkit_folder, ABOUT, "# About\n\n[A review](evidence.md#test-review)\n")
    assert told(toolkit_folder) == []


def used_fields(item: Any, used: dict[str, set[str]]) -> None:
    """Adds the names of the fields that an item and everything in it were given."""
    if isinstance(item, Content):
        used.setdefault(type(item).__name__, set()).update(item.model_fields_set)
        for name in type(item).model_fields:
            used_fields(getattr(item, name), used)
    elif isinstance(item, dict):
        for value in item.values():
            used_fields(value, used)
    elif isinstance(item, tuple):
        for value in item:
            used_fields(value, used)


def test_the_frozen_toolkit_uses_every_field(frozen: Path) -> None:
    """A new field of the model needs a line in the frozen toolkit, or nothing tests it."""
    toolkit = loaded(frozen)
    used: dict[str, set[str]] = {}
    lists = (toolkit.sources, toolkit.law, toolkit.resources, toolkit.frameworks, toolkit.themes)
    for entries in lists:
        used_fields(dict(entries), used)
    used_fields(toolkit.vocabulary, used)
    style = read("style.yml", (frozen / "toolkits" / "style.yml").read_bytes()).root
    used_fields(validate(model.Style, style)[0] if style else None, used)
    for own in toolkit.sectors.values():
        used_fields(own.sector, used)
        used_fields(dict(own.themes), used)
    every = {
        name: set(kind.model_fields)
        for name, kind in vars(model).items()
        if isinstance(kind, type) and issubclass(kind, Content) and kind is not Content
    }
    assert used == every


def test_a_memory_of_files_changes_nothing_but_the_time(toolkit_folder: Path) -> None:
    """Read again, spoilt and mended: the same content and problems as read afresh."""
    memory: Memory = {}
    path = toolkit_folder / "toolkits/hospitality/recruitment.yml"
    good = path.read_bytes()
    for data in (good, good, good.replace(b"done_when", b"done_wen"), b"a: [", b"", good):
        path.write_bytes(data)
        fresh, remembered = load(toolkit_folder), load(toolkit_folder, memory)
        assert remembered.problems == fresh.problems
        assert repr(remembered.toolkit) == repr(fresh.toolkit)
