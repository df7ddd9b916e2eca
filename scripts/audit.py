"""Lighthouse over each kind of page: accessibility, best practices and search must reach 100."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from pages import KINDS, browser_flags, served

CATEGORIES = ("accessibility", "best-practices", "seo")
LIGHTHOUSE = "tests/audit/node_modules/lighthouse/cli/index.js"


def scores(url: str) -> dict[str, int]:
    """The scores of a page from 0 to 100, and what fell short."""
    result = subprocess.run(  # noqa: S603 # our own command
        [  # noqa: S607 # node is found on the PATH
            "node",
            LIGHTHOUSE,
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags=--headless=new {' '.join(browser_flags())}",
        ],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CHROME_PATH": os.environ["TOOLKITS_BROWSER"]},
    )
    report = json.loads(result.stdout)
    for name, category in report["categories"].items():
        for part in category["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                print(f"  {name}: {audit['title']}")  # noqa: T201 # a script
    return {name: round(100 * c["score"]) for name, c in report["categories"].items()}


def main() -> int:
    """Prints a line for each kind of page; 1 where a score is below 100."""
    low = 0
    with served() as address:
        for kind, path in KINDS.items():
            if kind == "not-found":
                continue  # Lighthouse refuses pages served as errors, and this one is meant to be
            found = scores(address + path)
            low += any(score < 100 for score in found.values())  # noqa: PLR2004 # the best there is
            print(kind.ljust(16), found)  # noqa: T201 # a script
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
