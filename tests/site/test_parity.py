"""The rendered project, built by others, is the same site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.conftest import ENVIRONMENT, mkdocs_build


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "sitemap.xml.gz"  # holds the minute it was packed
    }


def test_plain_mkdocs_builds_the_rendered_project_to_the_same_bytes(
    built: Path, rendered: Path, tmp_path: Path
) -> None:
    """Every page, the search index and every asset are the same, whoever builds them."""
    result = mkdocs_build(rendered, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    ours, theirs = _files(built), _files(tmp_path / "site")
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert len([path for path in ours if path.endswith(".html")]) > 20


def test_the_rendered_project_needs_nothing_of_ours(rendered: Path) -> None:
    """Its settings name no plugin of ours, and its files lie in three folders."""
    assert '"toolkits"' not in (rendered / "mkdocs.yml").read_text(encoding="utf-8")
    names = {path.name for path in rendered.iterdir()}
    assert names == {"mkdocs.yml", "docs", "theme", ".rendered-by-toolkits"}


@pytest.mark.long
def test_zensical_builds_the_rendered_project_strictly(rendered: Path) -> None:
    """Material's successor finds nothing to complain of, and makes every page."""
    result = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=rendered,
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "No issues found" in result.stdout + result.stderr
    pages = sorted(
        path.relative_to(rendered / "docs") for path in (rendered / "docs").rglob("*.md")
    )
    for page in pages:
        folder = page.parent if page.stem == "index" else page.with_suffix("")
        made = rendered / "site" / folder / "index.html"
        assert made.is_file(), page
