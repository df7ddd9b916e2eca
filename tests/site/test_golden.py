"""Golden pages: one of each kind, word for word, so that every change to a page is seen.

After a change that is meant, write them anew with TOOLKITS_UPDATE_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = {
    "home": "index.md",
    "hand-written": "about.md",
    "sector": "hospitality/index.md",
    "theme of a sector": "hospitality/recruitment.md",
    "audience": "hospitality/for/micro.md",
    "checklist": "hospitality/checklist.md",
    "theme across sectors": "themes/recruitment.md",
    "themes": "themes/index.md",
    "every action": "actions.md",
    "my plan": "plan.md",
    "groups": "groups.md",
    "framework": "frameworks/fair-test-standard.md",
    "frameworks": "frameworks/index.md",
    "law": "law.md",
    "resources": "resources.md",
    "evidence": "evidence.md",
    "data": "data.md",
}
SIZE = re.compile(r", [\d.]+ [kM]B")  # a zipped file's size differs with the machine's zlib


@pytest.mark.parametrize("kind", PAGES)
def test_page_is_as_it_was(rendered: Path, kind: str) -> None:
    """The Markdown of the frozen toolkit's page is the golden one."""
    made = SIZE.sub(", … kB", (rendered / "docs" / PAGES[kind]).read_text(encoding="utf-8"))
    golden = GOLDEN / f"{kind.replace(' ', '-')}.md"
    if os.environ.get("TOOLKITS_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_the_settings_are_as_they_were(rendered: Path) -> None:
    """The rendered project's settings and navigation are the golden ones."""
    made = (rendered / "mkdocs.yml").read_text(encoding="utf-8")
    golden = GOLDEN / "mkdocs.yml"
    if os.environ.get("TOOLKITS_UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_golden_page_is_used() -> None:
    """No golden file is left behind."""
    names = {f"{kind.replace(' ', '-')}.md" for kind in PAGES} | {"mkdocs.yml"}
    assert {path.name for path in GOLDEN.iterdir()} == names
