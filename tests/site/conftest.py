"""The frozen toolkit, built once for all tests of the site."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

FROZEN = Path(__file__).parents[1] / "toolkit"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": ""}


def mkdocs_build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Builds a project as its command line does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(
        [*command, "-f", str(project / "mkdocs.yml"), "-d", str(site)],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )


def toolkits(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs the `toolkits` command."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen toolkit's site, as `mkdocs build` makes it."""
    site = tmp_path_factory.mktemp("built") / "site"
    result = mkdocs_build(FROZEN, site)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr, result.stderr
    return site


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen toolkit's project, as `toolkits render` writes it."""
    folder = tmp_path_factory.mktemp("rendered") / "a folder with spaces"
    result = toolkits("render", str(folder), "--folder", str(FROZEN))
    assert result.returncode == 0, result.stderr
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps silent."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the parent's name
        """Says nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The address of the frozen toolkit's site."""
    with served(built) as found:
        yield found


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The machine's own browser, as `make test` found it, kept from calling anyone."""
    flags = [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses a sandbox to root
    return {"executable_path": os.environ["TOOLKITS_BROWSER"], "args": flags}


REAL = Path(__file__).parents[2]
NODE_MODULES = Path(__file__).parents[1] / "node_modules"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real toolkits' site, as `mkdocs build` makes it."""
    site = tmp_path_factory.mktemp("real") / "site"
    result = mkdocs_build(REAL, site)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as found:
        yield found


TELL = """
addEventListener("securitypolicyviolation", (event) => {
  console.error("policy:", event.violatedDirective, event.blockedURI);
});
"""


def _watched(context: BrowserContext, seen: list[str]) -> BrowserContext:
    """A context that notes whatever the site's policy stops, or the browser says of it."""
    context.add_init_script(TELL)

    def hear(message: ConsoleMessage) -> None:
        if "olicy" in message.text and message.type == "error":
            seen.append(f"{message.location.get('url')}: {message.text}")

    context.on("console", hear)
    return context


@pytest.fixture(scope="session")
def stopped() -> list[str]:
    """What the policy of a page has stopped, in any page of any test."""
    return []


@pytest.fixture(scope="session")
def browser(launch_browser: Callable[[], Browser], stopped: list[str]) -> Iterator[Browser]:
    """The browser of all tests; every context of it is watched."""
    found = launch_browser()
    new_context, new_page = found.new_context, found.new_page

    def context(*args: Any, **options: Any) -> BrowserContext:
        return _watched(new_context(*args, **options), stopped)

    def page(*args: Any, **options: Any) -> Page:
        made = new_page(*args, **options)
        _watched(made.context, stopped)
        return made

    found.new_context, found.new_page = context, page  # type: ignore[method-assign]
    yield found
    found.close()


@pytest.fixture(autouse=True)
def _nothing_is_stopped(stopped: list[str]) -> Iterator[None]:
    """No test may end with a page that did what its policy forbids."""
    stopped.clear()
    yield
    assert stopped == []


def page_paths(site: Path) -> list[str]:
    """The address of every page of a site, 404 included."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return ["/" + file.removesuffix("index.html") for file in files]
