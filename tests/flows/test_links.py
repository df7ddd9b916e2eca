"""The links that leave the site: found in its pages, asked for politely, told in a report."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from scripts import links
from scripts.links import Answer, ask, ask_all, links_of, report
from tests.flows.workflows import ROOT, run


class Host:
    """Another host, on this machine: answers by path, and remembers who asked when."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, float]] = []
        self.agents: set[str | None] = set()
        self.busy = 1
        self.address = ""

    def status(self, method: str, path: str) -> tuple[int, dict[str, str]]:
        """What this host says."""
        moved = {"/moved": 301, "/for-now": 302, "/moved-for-now": 301, "/slash": 308}
        to = {"/moved-for-now": "/for-now", "/slash": "/slash/"}.get(path, "/well")
        if path in moved:
            return moved[path], {"Location": to}
        if path == "/busy" and self.busy:
            self.busy -= 1
            return 429, {"Retry-After": "0"}
        if path == "/impatient":
            return 503, {"Retry-After": "86400"}
        if path == "/no-head" and method == "HEAD":
            return 405, {}
        return {"/gone": 404, "/removed": 410, "/closed": 403, "/ill": 500}.get(path, 200), {}


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """The other host, and no long pauses."""
    monkeypatch.setattr(links, "PAUSE", 0.05)
    found = Host()

    class Handler(BaseHTTPRequestHandler):
        """Hands each request to the host."""

        def do_GET(self) -> None:
            """Answers."""
            found.asked.append((self.command, self.path, time.monotonic()))
            found.agents.add(self.headers["User-Agent"])
            status, headers = found.status(self.command, self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 # as above

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # as above
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/well", "well", "200"),
        ("/no-head", "well", "200"),
        ("/busy", "well", "200"),
        ("/for-now", "well", "200"),
        ("/moved-for-now", "well", "200"),
        ("/slash", "well", "200"),
        ("/moved", "moved", "leads to HOST/well"),
        ("/gone", "broken", "404 Not Found"),
        ("/removed", "broken", "410 Gone"),
        ("/closed", "unknown", "403 Forbidden"),
        ("/ill", "unknown", "500 Internal Server Error"),
        ("/impatient", "unknown", "503 Service Unavailable"),
    ],
)
def test_what_an_address_says(host: Host, path: str, kind: str, words: str) -> None:
    """Only what is surely gone is broken; a host that turns programs away is not."""
    address = host.address + path
    assert ask(address) == Answer(address, kind, words.replace("HOST", host.address))


def test_a_host_that_is_not_there_is_broken(host: Host) -> None:
    """Nobody answers at this address."""
    gone = host.address.rpartition(":")[0] + ":1/"
    answer = ask(gone)
    assert (answer.kind, answer.words[:11]) == ("broken", "no answer: ")


def test_a_host_that_stays_busy_is_asked_twice_at_most(host: Host) -> None:
    """Then it is left alone for this week."""
    host.busy = 99
    assert ask(host.address + "/busy").kind == "unknown"
    assert len(host.asked) == 2


def test_one_host_is_asked_one_address_at_a_time_with_pauses(host: Host) -> None:
    """Politely: in order, each once, with a pause between, by a program that says what it is."""
    asked = {f"{host.address}/{letter}": {"index.html"} for letter in "cab"}
    assert [own.kind for own in ask_all(asked)] == ["well"] * 3
    times = [at for _method, _path, at in host.asked]
    assert [path for _method, path, _at in host.asked] == ["/a", "/b", "/c"]
    assert min(after - before for before, after in pairwise(times)) >= 0.05
    assert host.agents == {"inclusive-employer-toolkits-links/1"}


def test_the_links_of_a_site_are_those_that_leave_it(preview: Path) -> None:
    """Sources, resources and law of the frozen toolkit, each with the pages that link to it."""
    found = links_of(preview)
    assert "evidence.html" in found["https://example.org/survey"]
    assert all(address.startswith("https://") for address in found)
    assert all("#" not in address for address in found)


def test_the_script_reads_a_site_and_prints_the_report(host: Host, tmp_path: Path) -> None:
    """As the weekly script calls it; a broken link is no failure of the run."""
    page = (
        f'<a href="{host.address}/gone#part">x</a> <a href="/own/">y</a> <a href="mailto:z">z</a>'
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    done = run('python3 -m scripts.links "$SITE"', ROOT, SITE=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Addresses asked for: 1." in done.stdout
    assert f"- `{host.address}/gone`: 404 Not Found. On page.html." in done.stdout


def test_the_report_tells_the_worst_first() -> None:
    """What is broken, moved and unknown, with the pages; what is well is only counted."""
    pages = {f"https://e.example/{n}": {f"{p}.html" for p in "abcd"[: n + 1]} for n in range(4)}
    kinds = ("well", "unknown", "moved", "broken")
    words = ("200", "403 Forbidden", "leads to https://e.example/9", "404 Not Found")
    answers = [Answer(*own) for own in zip(pages, kinds, words, strict=True)]
    assert report(answers, pages) == (
        "## Links to other sites\n\n"
        "Addresses asked for: 4.\n\n"
        "### Broken: mend these\n\n"
        "- `https://e.example/3`: 404 Not Found. On a.html, b.html, c.html and 1 more.\n\n"
        "### Moved: look whether the new address says the same\n\n"
        "- `https://e.example/2`: leads to https://e.example/9. On a.html, b.html, c.html.\n\n"
        "### Not known: these hosts turn programs away, so open them yourself\n\n"
        "- `https://e.example/1`: 403 Forbidden. On a.html, b.html."
    )


def test_when_all_is_well_the_report_says_so() -> None:
    """In one line."""
    answers = [Answer("https://e.example", "well", "200")]
    assert report(answers, {"https://e.example": {"a.html"}}).endswith("\n\nAll of them answered.")
