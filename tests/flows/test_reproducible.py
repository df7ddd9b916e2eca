"""The same content gives the same bytes: in another folder, on another day, in another place."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

from scripts.reproducible import differences
from tests.flows.workflows import ROOT
from tests.frozen import change


def compare(project: Path) -> subprocess.CompletedProcess[str]:
    """Builds a project twice, as the workflow does."""
    script = ROOT / "scripts/reproducible.py"
    command = [sys.executable, str(script), str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_two_worlds_build_the_same_site(frozen: Path) -> None:
    """Folder, date, time zone, locale, hash seed, permissions and order of files do not matter."""
    done = compare(frozen)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("All ")
    if (platform.system(), platform.machine()) == ("Linux", "x86_64"):
        assert "the date was the same" not in done.stdout


def test_a_clock_or_chance_in_the_site_is_found(toolkit_folder: Path) -> None:
    """The test above would fail: a page that holds the day of its build or a hash differs."""
    (toolkit_folder / "clock.py").write_text(
        "import datetime\n"
        "def on_page_markdown(markdown, **_):\n"
        "    return f'{markdown}\\n\\nOn {datetime.date.today()}, {hash(\"x\")}.\\n'\n"
    )
    mkdocs = toolkit_folder / "mkdocs.yml"
    hook = f"hooks: [{toolkit_folder / 'clock.py'}]\n"
    mkdocs.write_text(mkdocs.read_text(encoding="utf-8") + hook, encoding="utf-8")
    # One page is enough: the files to take away would only take time.
    change(toolkit_folder, "mkdocs.yml", "  - toolkits\n", "  - toolkits: {takeaways: false}\n")
    done = compare(toolkit_folder)
    assert done.returncode == 1
    assert "about/index.html: differs at byte " in done.stdout
    assert "files are not the same." in done.stdout


def test_a_site_that_cannot_be_built_is_told(toolkit_folder: Path) -> None:
    """With what the build said."""
    (toolkit_folder / "toolkits/law.yml").write_text("-", encoding="utf-8")
    done = compare(toolkit_folder)
    assert done.returncode == 1
    assert "law.yml" in done.stderr
    assert "The site could not be built as of 2026-02-03 04:05:06." in done.stderr


def test_what_differs_is_shown_with_its_place(tmp_path: Path) -> None:
    """The file, the byte, and what stands around it; files that one site lacks too."""
    one, other = tmp_path / "one", tmp_path / "other"
    for site, word in ((one, b"Monday"), (other, b"Friday")):
        site.mkdir()
        (site / "same.html").write_bytes(b"same")
        (site / "day.html").write_bytes(b"x" * 100 + word)
        (site / "longer.html").write_bytes(b"ab" if site is one else b"abc")
    (one / "alone.html").write_bytes(b"")
    around = b"x" * 40
    assert list(differences(one, other)) == [
        "alone.html: is in one site only",
        f"day.html: differs at byte 100\n    {around + b'Monday'!r}\n    {around + b'Friday'!r}",
        "longer.html: differs at byte 2\n    b'ab'\n    b'abc'",
    ]
