"""Posts or updates the one comment under a pull request: what the change does, in words.

Run with the rights to comment, after a pull request's checks, which had no rights at all. What
those made is data (see untrusted.py). The number of the pull request is never read from it: it is
looked up from what GitHub itself says of the run, and must fit in the commit and the repository.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from scripts.github import BOT, GitHub, Json
from scripts.untrusted import UnreadableError, disarm, member

MARKER = "<!-- toolkits: the change in words -->"
ARTEFACT, IN_WORDS, PREVIEW = "changes", "changes.md", "preview"
MOST_ARTEFACT = 1_000_000
MOST_PAGES_NAMED = 20
MOST_FILES = 1000  # as many as GitHub.every reads

_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_SHARED = {
    "sources": "evidence.html",
    "law": "law.html",
    "resources": "resources.html",
    "frameworks": "frameworks/index.html",
    "vocabulary": "actions.html",
}


@dataclass(frozen=True)
class Run:
    """A finished run of the checks, as GitHub tells of it."""

    id: int
    good: bool
    head: str
    owner: str
    branch: str
    fork: int

    @classmethod
    def of_event(cls, event: Json) -> Run | None:
        """The run that this event is about, if it is one to comment on."""
        told = event["workflow_run"]
        if told["event"] != "pull_request" or told["conclusion"] not in {"success", "failure"}:
            return None
        if told["head_repository"] is None:  # the fork is gone
            return None
        return cls(
            id=int(told["id"]),
            good=told["conclusion"] == "success",
            head=str(told["head_sha"]),
            owner=str(told["head_repository"]["owner"]["login"]),
            branch=str(told["head_branch"]),
            fork=int(told["head_repository"]["id"]),
        )


def main() -> int:
    """Finds the pull request and says what the change does."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    github = GitHub.of_this_workflow()
    run = Run.of_event(event)
    if run is None:
        return _say("This run is not one to comment on.")
    pull = pull_request(github, run)
    if pull is None:
        return _say("No one open pull request has this commit at its head: nothing is posted.")
    files = list(github.every(f"/pulls/{pull}/files"))
    left = github.artefacts(run.id)
    words = words_of(github.archive(left.get(ARTEFACT), MOST_ARTEFACT))
    page = f"{os.environ['GITHUB_SERVER_URL']}/{github.repository}/actions/runs/{run.id}"
    body = compose(run.good, page, files, words, preview=PREVIEW in left)
    return _say(f"{post(github, pull, body)} the comment under pull request {pull}.")


def pull_request(github: GitHub, run: Run) -> int | None:
    """The number of the open pull request that this run is about; none where that is in doubt."""
    head = quote(f"{run.owner}:{run.branch}", safe="")
    found = [
        int(pull["number"])
        for pull in github.every(f"/pulls?state=open&head={head}")
        if pull["head"]["sha"] == run.head
        and (pull["head"]["repo"] or {}).get("id") == run.fork
        and pull["base"]["repo"]["full_name"] == github.repository
    ]
    return found[0] if len(found) == 1 else None


def words_of(archive: bytes | None) -> str:
    """The change in words, disarmed; or why there are none."""
    if archive is None:
        return "_There is no description of this change, or it is too large to be read here._"
    try:
        text = member(archive, IN_WORDS)
    except UnreadableError as error:
        return f"_The description of this change cannot be read: {error}._"
    shown, cut = disarm(text)
    if cut:
        return f"_Here is the beginning. The artefact **{ARTEFACT}** holds all of it._\n\n{shown}"
    return shown.strip() or "_Nothing changes for readers._"


def compose(good: bool, checks: str, files: list[Json], words: str, *, preview: bool) -> str:
    """The comment: our own words first, so that nothing in the others can swallow them."""
    parts = [MARKER, _verdict(good, checks)]
    if preview:
        parts += [_how_to_look(checks), _where_to_look(files)]
    parts += [_caution(files), "---", words]
    return "\n\n".join(part for part in parts if part) + "\n"


def _verdict(good: bool, checks: str) -> str:
    if good:
        return f"✅ [The checks]({checks}) found no error."
    return (
        f"❌ [The checks]({checks}) found something to mend: open them to read what. A message "
        "about content also stands beside its line, under **Files changed**."
    )


def _how_to_look(checks: str) -> str:
    return (
        f"**See the site with this change:** open [the checks]({checks}), go down to "
        f"**Artifacts** and press **{PREVIEW}**. Unpack the file that comes, and open "
        "`index.html` in it. You need to be signed in to GitHub. Search and filters work only "
        "on the published site. The preview is kept for 14 days."
    )


def _where_to_look(files: list[Json]) -> str:
    pages = sorted({page for file in files for page in pages_of(file)})
    if not pages:
        return ""
    lines = [f"- `{page}`" for page in pages[:MOST_PAGES_NAMED]]
    if len(pages) > MOST_PAGES_NAMED:
        lines.append(f"- and {len(pages) - MOST_PAGES_NAMED} more")
    return "**Pages to look at in it:**\n\n" + "\n".join(lines)


def pages_of(file: Json) -> Iterator[str]:
    """The page of the preview that shows a changed file best. The name is checked by its form."""
    name = str(file["filename"])
    if file["status"] == "removed":
        return
    if found := re.fullmatch(f"toolkits/({_NAME})/({_NAME})\\.yml", name):
        yield f"{found[1]}/{'index' if found[2] == 'sector' else found[2]}.html"
    elif found := re.fullmatch(f"themes/({_NAME})\\.yml", name):
        yield f"themes/{found[1]}.html"
    elif found := re.fullmatch(f"toolkits/({_NAME})\\.md", name):
        yield f"{found[1]}.html"
    elif (found := re.fullmatch(f"toolkits/({_NAME})\\.yml", name)) and found[1] in _SHARED:
        yield _SHARED[found[1]]


def _caution(files: list[Json]) -> str:
    program = sum(not re.match("(toolkits|themes)/", str(file["filename"])) for file in files)
    if not program and len(files) < MOST_FILES:
        return ""
    return (
        "> ⚠️ This pull request changes more than content. The words below and the preview were "
        "made by the program **as it was changed here**. Read **Files changed** before you rely "
        "on them, and open the preview only if you trust whoever wrote it."
    )


def post(github: GitHub, pull: int, body: str) -> str:
    """Puts the comment in the place of our earlier one, if there is one. Says what was done."""
    for comment in github.every(f"/issues/{pull}/comments"):
        ours = comment["user"] and comment["user"]["login"] == BOT
        if ours and str(comment["body"]).startswith(MARKER):
            github.send("PATCH", f"/issues/comments/{int(comment['id'])}", {"body": body})
            return "Updated"
    github.send("POST", f"/issues/{pull}/comments", {"body": body})
    return "Posted"


def _say(words: str) -> int:
    print(words)  # noqa: T201 # a script
    return 0


if __name__ == "__main__":
    sys.exit(main())
