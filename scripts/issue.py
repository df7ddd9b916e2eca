"""Opens or updates the one issue that holds the weekly report, so that reports do not pile up.

    python3 -m scripts.issue ARTEFACT MEMBER

The report is read from the artefact of this same run of the workflow.
"""

from __future__ import annotations

import os
import sys

from scripts.github import BOT, GitHub
from scripts.untrusted import disarm, member

MARKER = "<!-- toolkits: the weekly report -->"
TITLE = "Weekly report: links, due checks, known weaknesses"
MOST_ARTEFACT = 1_000_000


def main(words: list[str]) -> int:
    """Reads the report and puts it where the last one was."""
    artefact, name = words
    github = GitHub.of_this_workflow()
    left = github.artefacts(int(os.environ["GITHUB_RUN_ID"]))
    archive = github.archive(left.get(artefact), MOST_ARTEFACT)
    if archive is None:
        sys.exit(f"This run has no artefact {artefact!r} of a size that can be read.")
    text = member(archive, name)
    done = publish(github, text)
    print(f"{done} the issue.")  # noqa: T201 # a script
    return 0


def publish(github: GitHub, text: str) -> str:
    """Writes the report into the open issue, or a new one. Says what was done."""
    # Texts in it come from other people's hosts and packages: shown, never followed.
    body = f"{MARKER}\n\n{disarm(text)[0]}\n"
    number = _open_issue(github)
    if number is not None:
        github.send("PATCH", f"/issues/{number}", {"title": TITLE, "body": body})
        return "Updated"
    github.send("POST", "/issues", {"title": TITLE, "body": body})
    return "Opened"


def _open_issue(github: GitHub) -> int | None:
    for issue in github.every("/issues?state=open&sort=updated"):
        ours = issue["user"] and issue["user"]["login"] == BOT
        if ours and "pull_request" not in issue and str(issue["body"]).startswith(MARKER):
            return int(issue["number"])
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
