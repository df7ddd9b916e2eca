"""A preview writes again the pages that an edit shows on, and no others; all are as if new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import project
from generator.content.fields import Line, Prose
from generator.content.load import begin, load
from generator.content.toolkit import Toolkit
from generator.pages.here import Made
from generator.pages.site import site
from generator.pages.written import Memory, Writer
from generator.settings import read_config
from tests.frozen import FROZEN, change

CONFIG = read_config(FROZEN / "mkdocs.yml")


def toolkit(folder: Path) -> Toolkit:
    """The content of a folder, which must be sound."""
    loaded = load(folder)
    assert loaded.toolkit is not None, loaded.errors
    return loaded.toolkit


def pages(content: Toolkit, memory: Memory | None = None) -> dict[str, str]:
    """Every page by its path."""
    return project.pages(content, CONFIG, None, memory)[0]


def written_again(before: Memory, after: Memory) -> set[str]:
    """The paths of the pages that were not taken from the memory."""
    return {path for path in after if after[path] is not before.get(path)}


def places() -> Iterator[tuple[str, str, int, int]]:
    """The first and the last text of every field of every file: where a word can be put in."""
    for document in begin(FROZEN).documents:
        fields: dict[str, list[tuple[str, str, int, int]]] = {}
        for found in document.found:
            if isinstance(found.mark, Prose | Line):
                at = found.text.find(found.text.value.split()[0])
                where = (document.about.path, found.field, at.line, at.column)
                fields.setdefault(found.field, []).append(where)
        for own in fields.values():
            yield from dict.fromkeys((own[0], own[-1]))


def test_after_every_edit_all_pages_are_as_if_new(toolkit_folder: Path) -> None:
    """A word more in any field, one after the other, and the memory of all edits before."""
    memory: Memory = {}
    pages(toolkit(toolkit_folder), memory)
    tried = 0
    for path, field, line, column in places():
        file = toolkit_folder / path
        typed = file.read_text(encoding="utf-8")
        lines = typed.split("\n")
        text = lines[line - 1]
        lines[line - 1] = f"{text[: column - 1]}Zed {text[column - 1 :]}"
        file.write_text("\n".join(lines), encoding="utf-8")
        content = load(toolkit_folder).toolkit
        if content is not None:  # some fields have a form of their own
            tried += 1
            assert pages(content, memory) == pages(content), f"{field} in {path}, line {line}"
        file.write_text(typed, encoding="utf-8")
    assert tried > 100


CUL = "toolkits/hospitality/culture.yml"
REC = "toolkits/hospitality/recruitment.yml"
EDITS: dict[str, list[tuple[str, str, str]]] = {
    "who leads": [(CUL, "priority: enhanced, lead: board", "priority: enhanced, lead: hr-manager")],
    "how long": [(CUL, "    takes: 1-3-months", "    takes: under-1-month")],
    "a priority": [(CUL, "large: {priority: enhanced", "large: {priority: foundational")],
    "a date": [(CUL, "checked: {on: 2026-03-04, every: 3", "checked: {on: 2026-04-04, every: 3")],
    "an edition": [
        (
            CUL,
            "on: 2026-03-04, kind: added, note: First published.}\n    related",
            "on: 2027-03-04, kind: added, note: First published.}\n    related",
        )
    ],
    "what is related": [(CUL, "    related: [HOS-CUL-01]", "    related: [HOS-REC-01]")],
    "the law cited": [(CUL, "    law: [equal-treatment]", "    law: [pay-report]")],
    "an audience's steps": [
        (REC, "- Publish how the scores differ by site.", "- Publish nothing.")
    ],
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_shown_and_leaves_the_other_sector_alone(
    toolkit_folder: Path, edit: str
) -> None:
    """Also a fact without words of its own; what only the other sector shows is not decided."""
    memory: Memory = {}
    before = pages(toolkit(toolkit_folder), memory)
    known = dict(memory)
    for path, old, new in EDITS[edit]:
        change(toolkit_folder, path, old, new)
    content = toolkit(toolkit_folder)
    after = pages(content, memory)
    assert after == pages(content)
    assert after != before
    again = written_again(known, memory)
    assert {path for path in after if after[path] != before[path]} <= again
    assert not [path for path in again if path.startswith("healthcare/")]


def test_the_title_of_an_action_is_shown_where_another_sector_names_it(
    toolkit_folder: Path,
) -> None:
    """A page asks for the titles it shows: where one is another, it is written again."""
    change(
        toolkit_folder,
        "toolkits/healthcare/recruitment.yml",
        "    changes:\n",
        "    related: [HOS-CUL-02]\n    changes:\n",
    )
    memory: Memory = {}
    pages(toolkit(toolkit_folder), memory)
    known = dict(memory)
    change(toolkit_folder, CUL, "title: Hold a meeting about rotas", "title: Hold another meeting")
    content = toolkit(toolkit_folder)
    after = pages(content, memory)
    assert after == pages(content)
    assert "Hold another meeting" in after["healthcare/recruitment.md"]
    here = {path for path in written_again(known, memory) if path.startswith("healthcare/")}
    assert here == {"healthcare/recruitment.md"}


def test_nothing_is_written_again_where_nothing_changed(toolkit_folder: Path) -> None:
    """Neither for the same content read again, nor for a file with a remark more."""
    memory: Memory = {}
    pages(toolkit(toolkit_folder), memory)
    known = dict(memory)
    pages(toolkit(toolkit_folder), memory)
    assert written_again(known, memory) == set()


def test_a_file_to_take_away_of_another_size_is_shown() -> None:
    """Pages that offer the file are written again, and no others."""
    content = toolkit(FROZEN)
    memory: Memory = {}
    path = "hospitality/checklist/hospitality-micro.pdf"
    planned = site(content, with_data=True).pages

    def write(size: int) -> dict[str, str]:
        writer = Writer(content, {path: Made(size, 4)}, "", memory)
        return {page.path: writer.write(page).text for page in planned}

    before = write(100_000)
    known = dict(memory)
    after = write(200_000)
    changed = {own for own in after if after[own] != before[own]}
    assert changed == written_again(known, memory)
    assert "hospitality/for/micro.md" in changed
