"""`mkdocs serve`: an edit is on screen, an error is told there, and mending it recovers."""

from __future__ import annotations

import io
import random
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator.plugin import ToolkitsPlugin
from tests.site.conftest import ENVIRONMENT, FROZEN

PACKAGE = Path(__file__).parents[2] / "generator"
PATIENCE = 60.0  # seconds a slow machine may take; a quick one needs one or two


class Preview:
    """A running `mkdocs serve` over a copy of the frozen toolkit and of the generator."""

    def __init__(self, folder: Path, port: int) -> None:
        self.project = folder / "project"
        self.package = folder / "code" / "generator"
        self.address = f"http://127.0.0.1:{port}"

    def text(self, path: str) -> str:
        """A page's HTML as served; the words of the failure where it is not."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310 # ours
                page: bytes = answer.read()
                return page.decode("utf-8")
        except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
            return f"not served: {error}"

    def data(self, path: str) -> bytes:
        """A file as served."""
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310 # ours
            return bytes(answer.read())

    def wait_for(self, words: str, path: str) -> str:
        """The page, as soon as it holds the words."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            page = self.text(path)
            if words in page:
                return page
            time.sleep(0.2)
        pytest.fail(f"{path} never showed {words!r}; it shows: {self.text(path)[:2000]}")

    def change(self, path: Path, old: str, new: str) -> None:
        """Edits one file."""
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def words(document: bytes) -> str:
    """The words of a Word file."""
    return "".join(
        part.text for part in docx.Document(io.BytesIO(document)).element.iter() if part.text
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview that is up."""
    shutil.copytree(FROZEN, tmp_path / "project")
    shutil.copytree(PACKAGE, tmp_path / "code" / "generator")
    made = Preview(tmp_path, _free_port())
    address = made.address.removeprefix("http://")
    settings = str(made.project / "mkdocs.yml")
    log = (tmp_path / "log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-f", settings, "-a", address],
        cwd=tmp_path / "code",
        env={**ENVIRONMENT, "PYTHONPATH": str(tmp_path / "code")},
        stdout=log,
        stderr=log,
    )
    try:
        yield made
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def test_a_preview_looks_for_saves_more_often_than_mkdocs_does() -> None:
    """At every folder that is watched, whoever asked for it."""
    config = load_config(str(FROZEN / "mkdocs.yml"))
    server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(FROZEN))
    server.watch(config.docs_dir)
    plugin = config.plugins["toolkits"]
    assert isinstance(plugin, ToolkitsPlugin)
    assert plugin.on_serve(server, config=config, builder=None) is server
    watching: tuple[Any, ...] = (server.observer, *server.observer.emitters)
    assert len(watching) > 4
    assert {one.timeout for one in watching} == {0.2}
    server.server_close()


def test_edits_show_errors_are_told_and_mending_recovers(preview: Preview) -> None:
    """YAML, hand-written page, template and theme are watched; a fault does not end the preview."""
    actions = preview.project / "toolkits/hospitality/recruitment.yml"
    shown = preview.wait_for("Show pay and hours in each advert", "/hospitality/recruitment/")
    assert "livereload(" in shown
    assert "Content-Security-Policy" not in shown  # it would stop that script of MkDocs' own

    preview.change(actions, "Show pay and hours in each advert", "Show wages in each advert")
    preview.wait_for("Show wages in each advert", "/hospitality/recruitment/")

    preview.change(actions, "done_when:", "done_wen:")
    told = preview.wait_for("done_wen", "/hospitality/recruitment/")
    assert "toolkits/hospitality/recruitment.yml:" in told
    assert "Show wages in each advert" in told  # the last good page stands below the message

    preview.change(actions, "done_wen:", "done_when:")
    preview.change(actions, "Show wages in each advert", "Show true wages in each advert")
    mended = preview.wait_for("Show true wages in each advert", "/hospitality/recruitment/")
    assert "done_wen" not in mended

    preview.change(preview.project / "toolkits/about.md", "# ", "# Newly ")
    preview.wait_for("Newly ", "/about/")

    preview.change(preview.project / "themes/culture.yml", "summary: ", "summary: Anew, ")
    preview.wait_for("Anew, ", "/hospitality/")

    preview.change(
        preview.package / "pages/templates/theme.md.j2", "Common mistakes", "Common slips"
    )
    preview.wait_for("Common slips", "/hospitality/recruitment/")

    style = preview.package / "theme/assets/stylesheets/toolkits.css"
    preview.change(style, "/* The look", "/* The new look")
    preview.wait_for("/* The new look", "/assets/stylesheets/toolkits.css")


def test_files_to_take_away_follow_the_pages(preview: Preview) -> None:
    """The page shows an edit first; a little later its files do, whatever is edited meanwhile."""
    actions = preview.project / "toolkits/hospitality/recruitment.yml"
    file = "/hospitality/checklist/hospitality-large.docx"
    preview.wait_for("Show pay and hours in each advert", "/hospitality/recruitment/")
    assert "Say wages aloud" not in words(preview.data(file))
    preview.change(actions, "Show pay and hours in each advert", "Say wages aloud in each advert")
    preview.wait_for("Say wages aloud", "/hospitality/recruitment/")
    _wait_for_words(preview, "Say wages aloud", file)
    preview.change(actions, "Say wages aloud in each advert", "Say hours aloud in each advert")
    preview.change(actions, "Say hours aloud in each advert", "Say wages aloud in each advert")
    preview.change(preview.project / "toolkits/about.md", "# ", "# Newly ")
    preview.wait_for("Newly ", "/about/")
    _wait_for_words(preview, "Say wages aloud", file)


def _wait_for_words(preview: Preview, said: str, file: str) -> None:
    until = time.monotonic() + PATIENCE
    while said not in words(preview.data(file)):
        assert time.monotonic() < until
        time.sleep(0.2)


BAD = (
    b"",  # emptied
    b"actions: [",  # half of a file
    b"actions: \xff\xfe",  # not text
    b"actions:\n\t- id: HOS-REC-01\n",
    None,  # gone, as between an editor's two steps of saving
)


def test_fifty_rapid_saves_good_and_bad_do_not_end_the_preview(preview: Preview) -> None:
    """Saved faster than the site is built, and half of them broken: the last one shows."""
    actions = preview.project / "toolkits/hospitality/recruitment.yml"
    preview.wait_for("Show pay and hours in each advert", "/hospitality/recruitment/")
    good = actions.read_text(encoding="utf-8")
    dice = random.Random(50)  # noqa: S311 # the same saves in every run
    for save in range(50):
        bad = dice.choice(BAD)
        if save % 2:
            text = good.replace("Show pay and hours", f"Show pay, hours and day {save}")
            actions.write_text(text, encoding="utf-8")
        elif bad is None:
            actions.unlink()
        else:
            actions.write_bytes(bad)
        time.sleep(dice.uniform(0, 0.2))
    shown = preview.wait_for("Show pay, hours and day 49", "/hospitality/recruitment/")
    assert "tk-trouble" not in shown
    assert "Show pay, hours and day 49" in preview.wait_for("</html>", "/actions/")


def test_a_preview_can_start_on_content_with_errors(tmp_path: Path) -> None:
    """Before any good build there is one page, which lists the errors; mending it recovers."""
    project = Path(shutil.copytree(FROZEN, tmp_path / "project"))
    made = Preview(tmp_path, _free_port())
    law = project / "toolkits/law.yml"
    made.change(law, "kind: legal-duty", "kind: legal-duti")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "mkdocs", "serve", "-f", str(project / "mkdocs.yml")),
            *("-a", made.address.removeprefix("http://")),
        ],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        told = made.wait_for("The content has errors", "/")
        assert "Did you mean &quot;legal-duty&quot;?" in told
        made.change(law, "kind: legal-duti", "kind: legal-duty")
        assert "legal-duti" not in made.wait_for("Equal treatment", "/law/")
    finally:
        process.terminate()
        process.wait(timeout=20)
