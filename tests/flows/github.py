"""A GitHub on this machine: answers what a test lays out, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "london/toolkits"
TOKEN = "a-token-for-the-tests"  # noqa: S105 # no secret: nothing knows it
BOT = {"login": "github-actions[bot]"}


@dataclass
class Asked:
    """One request."""

    method: str
    path: str
    query: dict[str, list[str]]
    authorization: str | None
    body: Any


@dataclass
class Fake:
    """What GitHub would answer, by path below the repository; and the requests that came."""

    answers: dict[str, Any] = field(default_factory=dict)
    archives: dict[int, bytes] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    address: str = ""

    def written(self) -> list[Asked]:
        """The requests that changed something."""
        return [own for own in self.asked if own.method != "GET"]

    def environment(self) -> dict[str, str]:
        """What GitHub tells a step of a workflow."""
        return {
            "GITHUB_API_URL": self.address,
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_TOKEN": TOKEN,
        }

    def offer(self, run: int, name: str, archive: bytes, size: int | None = None) -> None:
        """Lets a run of a workflow have left an artefact."""
        number = len(self.archives) + 1
        self.archives[number] = archive
        told = {
            "id": number,
            "name": name,
            "expired": False,
            "size_in_bytes": len(archive) if size is None else size,
        }
        listed = self.answers.setdefault(f"/actions/runs/{run}/artifacts", {"artifacts": []})
        listed["artifacts"].append(told)

    def answer(self, asked: Asked) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body."""
        if asked.path.startswith("/elsewhere/"):
            return 200, {}, self.archives[int(asked.path.rpartition("/")[2])]
        below = asked.path.removeprefix(f"/repos/{REPOSITORY}")
        if below.startswith("/actions/artifacts/"):
            # As GitHub does: the archive lies with another host.
            elsewhere = self.address.replace("127.0.0.1", "localhost")
            return 302, {"Location": f"{elsewhere}/elsewhere/{below.split('/')[3]}"}, b""
        if asked.method != "GET":
            return 200, {}, b"{}"
        if below not in self.answers:
            return 404, {}, b"{}"
        found = self.answers[below]
        if isinstance(found, list) and "page" in asked.query:
            size, page = int(asked.query["per_page"][0]), int(asked.query["page"][0])
            found = found[(page - 1) * size : page * size]
        return 200, {}, json.dumps(found).encode()


@contextmanager
def github() -> Iterator[Fake]:
    """A GitHub that answers while the test runs."""
    fake = Fake()

    class Handler(BaseHTTPRequestHandler):
        """Hands each request to the fake."""

        def handle_any(self) -> None:
            """Reads the request, and answers."""
            url = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            asked = Asked(
                self.command, url.path, parse_qs(url.query), self.headers["Authorization"], body
            )
            fake.asked.append(asked)
            status, headers, data = fake.answer(asked)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = handle_any  # noqa: N815 # the names the library looks for

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # as above
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # It looks often whether it shall stop: every test has a server of its own.
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    fake.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
