"""One page of each kind of the real site, and the site served: for screenshots and audits."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path("site")
KINDS = {
    "home": "/",
    "getting-started": "/getting-started/",
    "sector": "/hospitality/",
    "theme": "/hospitality/recruitment/",
    "audience": "/hospitality/for/micro/",
    "checklist": "/hospitality/checklist/",
    "theme-across": "/themes/recruitment/",
    "actions": "/actions/",
    "plan": "/plan/",
    "data": "/data/",
    "groups": "/groups/",
    "framework": "/frameworks/wres/",
    "law": "/law/",
    "resources": "/resources/",
    "evidence": "/evidence/",
    "not-found": "/404.html",
}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps silent."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the parent's name
        """Says nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The address of site/ on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def browser_flags() -> list[str]:
    """What the browser needs where there is no screen and, for root, no sandbox."""
    flags = ["--disable-gpu", "--disable-background-networking", "--no-first-run"]
    return [*flags, "--no-sandbox"] if os.geteuid() == 0 else flags
