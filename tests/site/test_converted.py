"""Pages converted quicker, or not again, are the pages that plain MkDocs makes."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from markdown.treeprocessors import InlineProcessor
from material.plugins.search.plugin import (  # type: ignore[import-untyped]
    SearchIndex,
    SearchPlugin,
)
from mkdocs.structure.pages import Page

from generator.conversion.markdowns import EXTENSIONS, NEEDS
from tests.frozen import change, write
from tests.site.conftest import mkdocs_build, toolkits

RECRUITMENT = "toolkits/hospitality/recruitment.yml"
HOOK = "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nBy a hook.\\n'\n"


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a site; the packed map holds the minute it was packed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "sitemap.xml.gz"
    }


def built(project: Path) -> dict[str, bytes]:
    """The files of a project's site, built."""
    result = mkdocs_build(project, project.parent / "site")
    assert result.returncode == 0, result.stderr
    return files(project.parent / "site")


def plainly_built(project: Path) -> dict[str, bytes]:
    """The same by plain MkDocs, from the rendered project."""
    rendered = project.parent / "rendered"
    result = toolkits("render", str(rendered), "--folder", str(project))
    assert result.returncode == 0, result.stderr
    result = mkdocs_build(rendered, project.parent / "plain-site")
    assert result.returncode == 0, result.stderr
    return files(project.parent / "plain-site")


def differing(ours: dict[str, bytes], theirs: dict[str, bytes]) -> list[str]:
    """Where two sites differ."""
    return [path for path in sorted({*ours, *theirs}) if ours.get(path) != theirs.get(path)]


def records(project: Path) -> set[str]:
    """The names of the kept pages."""
    return {path.name for path in (project / ".cache/pages").iterdir()}


def test_cold_warm_and_after_edits_the_site_is_that_of_plain_mkdocs(toolkit_folder: Path) -> None:
    """Byte for byte, search index included; a moved address reaches pages that stayed the same."""
    plain = plainly_built(toolkit_folder)
    for state in ("cold", "warm"):
        assert differing(built(toolkit_folder), plain) == [], state
    change(toolkit_folder, RECRUITMENT, "Show pay and hours", "Show *pay* & hours")
    change(toolkit_folder, "toolkits/about.md", "# ", "# All ")
    write(toolkit_folder, "toolkits/new.md", "# New\n\n[About](about.md)\n")
    assert differing(built(toolkit_folder), plainly_built(toolkit_folder)) == []


def test_an_edit_converts_only_the_pages_that_show_it(toolkit_folder: Path) -> None:
    """As many new conversions as pages that differ; nothing new where nothing changed."""
    before, known = built(toolkit_folder), records(toolkit_folder)
    assert built(toolkit_folder) == before
    assert records(toolkit_folder) == known
    change(toolkit_folder, RECRUITMENT, "No advert goes out", "No notice goes out")
    after = built(toolkit_folder)
    pages = [path for path in differing(before, after) if path.endswith(".html")]
    assert "hospitality/recruitment/index.html" in pages
    assert len(pages) < 10 < len(known)
    assert len(records(toolkit_folder) - known) == len(pages)


def _flip(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    return bytes(data)


def _signed(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode() + content


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(_flip, id="a bit turned over"),
        pytest.param(lambda path: path.read_bytes()[:100], id="cut short"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: _signed(b"nothing of ours"), id="whole, but foreign"),
        pytest.param(lambda _: _signed(b'{"asked": {}}'), id="whole, but half a page"),
        pytest.param(lambda _: _signed(b"[]"), id="whole, but a list"),
    ],
)
def test_a_spoilt_cache_is_built_again(
    toolkit_folder: Path, spoil: Callable[[Path], bytes]
) -> None:
    """Whatever is wrong with it, the site is the same and the cache is whole again."""
    site = built(toolkit_folder)
    whole = {
        path: path.read_bytes() for path in (toolkit_folder / ".cache").rglob("*") if path.is_file()
    }
    for path in whole:
        path.write_bytes(spoil(path))
    assert built(toolkit_folder) == site
    assert {path: path.read_bytes() for path in whole} == whole


@pytest.mark.parametrize("cache", [True, False])
def test_without_the_cache_nothing_is_kept(toolkit_folder: Path, *, cache: bool) -> None:
    """The option of the plugin decides."""
    change(
        toolkit_folder,
        "mkdocs.yml",
        "  - toolkits\n",
        f"  - toolkits: {{cache: {str(cache).lower()}}}\n",
    )
    built(toolkit_folder)
    assert (toolkit_folder / ".cache").exists() == cache


def test_pages_are_left_to_mkdocs_where_another_plugin_has_a_hand_in_them(
    toolkit_folder: Path,
) -> None:
    """Its work shows on every page, and no page is kept."""
    write(toolkit_folder, "hook.py", HOOK)
    change(toolkit_folder, "mkdocs.yml", "plugins:\n", "hooks: [hook.py]\nplugins:\n")
    site = built(toolkit_folder)
    assert b"By a hook." in site["hospitality/recruitment/index.html"]
    assert not (toolkit_folder / ".cache/pages").exists()


def test_a_warning_is_told_by_every_build(toolkit_folder: Path) -> None:
    """A page that MkDocs warned of is not kept: the next build warns again."""
    change(toolkit_folder, "toolkits/about.md", "# ", "![A picture](nowhere.png)\n\n# ")
    for _ in range(2):
        failed = mkdocs_build(toolkit_folder, toolkit_folder.parent / "site")
        assert failed.returncode == 1
        assert failed.stderr.count("nowhere.png") == 1


@pytest.mark.parametrize(
    ("step", "digest"),
    [
        (Page.render, "320529348f7a8af1"),
        (Page.read_source, "b35101eabf605b08"),
        (
            vars(InlineProcessor)["_InlineProcessor__handleInline"],
            "fe27babc114aed0a",
        ),
        (SearchPlugin.on_page_context, "33eb62fd1688be4d"),
        (SearchIndex.add_entry_from_context, "4ca78ac4321f7704"),
    ],
    ids=lambda value: getattr(value, "__qualname__", ""),
)
def test_the_steps_that_we_follow_are_those_of_the_installed_versions(
    step: Callable[..., object], digest: str
) -> None:
    """When this fails: read the new step, follow it in conversion/, renew it."""
    source = inspect.getsource(step)
    assert hashlib.sha256(source.encode()).hexdigest()[:16] == digest


def test_no_pattern_matches_without_its_sign() -> None:
    """Each begins with the sign that the quick search asks for, or must come to it."""
    signs = {"`", "\\", "[", "<", "\n", "&"}
    assert set(NEEDS.values()) == signs
    md = markdown.Markdown(extensions=sorted(EXTENSIONS))
    text = "Plain `code` \\* [a][b] ![c](d) <https://e.example> <f@g.example>  \n<b>&amp; *h* _i_"
    for pattern in md.inlinePatterns:
        sign = NEEDS.get(pattern.pattern, "")
        without = text.replace(sign, "") if sign else ""
        assert not pattern.getCompiledRegExp().search(without), pattern.pattern
    assert {one.pattern for one in md.inlinePatterns} - NEEDS.keys() == {"\\*|_"}


def test_a_record_is_plain_data(toolkit_folder: Path) -> None:
    """Nothing kept can run: pages are JSON."""
    built(toolkit_folder)
    for path in (toolkit_folder / ".cache/pages").iterdir():
        assert isinstance(json.loads(path.read_bytes()[64:]), dict)
