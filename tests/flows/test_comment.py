"""The one comment under a pull request: whose it is, where it goes, what it says."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts.comment import MARKER, pages_of
from tests.flows.github import BOT, REPOSITORY, TOKEN, Fake
from tests.flows.hostile import Shown, zipped
from tests.flows.workflows import ROOT, lines, run

HEAD = "a" * 40
RUN, FORK = 99, 4242
WORDS = "**HOS-REC-01** changed: `why`\n"


def event(**changed: Any) -> dict[str, Any]:
    """What GitHub tells of a finished run; values of it can be changed."""
    told = {
        "id": RUN,
        "event": "pull_request",
        "conclusion": "success",
        "head_sha": HEAD,
        "head_branch": "mend/the rota & more",
        "head_repository": {"id": FORK, "owner": {"login": "an-editor"}},
        "pull_requests": [],
    }
    return {"workflow_run": told | changed}


def pull(number: int = 7, sha: str = HEAD, repo: Any = FORK, base: str = REPOSITORY) -> Any:
    """An open pull request."""
    return {
        "number": number,
        "head": {"sha": sha, "repo": repo and {"id": repo}},
        "base": {"repo": {"full_name": base}},
    }


def changed(*names: str, status: str = "modified") -> list[Any]:
    """The files a pull request changes."""
    return [{"filename": name, "status": status} for name in names]


@pytest.fixture
def ready(fake: Fake) -> Fake:
    """A pull request whose checks are done, with its artefact."""
    fake.answers |= {
        "/pulls": [pull()],
        "/pulls/7/files": changed("toolkits/hospitality/recruitment.yml"),
        "/issues/7/comments": [],
    }
    fake.offer(RUN, "preview", b"not looked at", size=80_000_000)
    fake.offer(RUN, "changes", zipped(("changes.md", WORDS.encode())))
    return fake


def comment(
    fake: Fake, folder: Path, told: dict[str, Any] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs the very line of the workflow."""
    path = folder / "event.json"
    path.write_text(json.dumps(told or event()), encoding="utf-8")
    line = lines("comment", "comment", "Post or update the comment")
    return run(line, ROOT, **fake.environment(), GITHUB_EVENT_PATH=str(path))


def body(fake: Fake) -> str:
    """What was posted, once."""
    (written,) = fake.written()
    return str(written.body["body"])


def test_the_first_run_posts_a_comment(ready: Fake, tmp_path: Path) -> None:
    """It says that all is well, how to see the site, which pages to look at, and what changes."""
    done = comment(ready, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Posted the comment under pull request 7.\n"
    (written,) = ready.written()
    assert (written.method, written.path) == ("POST", f"/repos/{REPOSITORY}/issues/7/comments")
    text = body(ready)
    assert text.startswith(MARKER + "\n")
    address = f"https://github.example/{REPOSITORY}/actions/runs/{RUN}"
    assert f"✅ [The checks]({address}) found no error." in text
    assert "press **preview**" in text
    assert "- `hospitality/recruitment.html`\n" in text
    assert "⚠️" not in text
    assert text.endswith(f"\n---\n\n{WORDS}")


def test_a_later_run_updates_the_same_comment(ready: Fake, tmp_path: Path) -> None:
    """Ours is found on the second page of comments too; nobody else's is touched."""
    others = [{"id": n, "user": {"login": "an-editor"}, "body": MARKER} for n in range(120)]
    others.append({"id": 500, "user": None, "body": MARKER})
    others.append({"id": 600, "user": BOT, "body": "another bot's words"})
    ours = {"id": 700, "user": BOT, "body": MARKER + "\nold"}
    ready.answers["/issues/7/comments"] = [*others, ours]
    assert comment(ready, tmp_path).stdout == "Updated the comment under pull request 7.\n"
    (written,) = ready.written()
    assert (written.method, written.path) == ("PATCH", f"/repos/{REPOSITORY}/issues/comments/700")


def test_checks_that_found_something_say_where_to_read_it(ready: Fake, tmp_path: Path) -> None:
    """Without a preview, none is offered."""
    ready.answers[f"/actions/runs/{RUN}/artifacts"] = {"artifacts": []}
    comment(ready, tmp_path, event(conclusion="failure"))
    text = body(ready)
    assert "found something to mend" in text
    assert "**Files changed**" in text
    assert "preview" not in text
    assert "There is no description of this change" in text


def test_a_preview_is_offered_whenever_there_is_one(ready: Fake, tmp_path: Path) -> None:
    """A test of the program may fail while the site was built well."""
    comment(ready, tmp_path, event(conclusion="failure"))
    assert "found something to mend" in body(ready)
    assert "press **preview**" in body(ready)


@pytest.mark.parametrize(
    "told",
    [
        event(conclusion="cancelled"),
        event(conclusion=None),
        event(event="push"),
        event(head_repository=None),
    ],
    ids=["cancelled", "not finished", "not of a pull request", "the fork is gone"],
)
def test_other_runs_are_left_alone(ready: Fake, tmp_path: Path, told: dict[str, Any]) -> None:
    """Nothing is asked and nothing is posted."""
    done = comment(ready, tmp_path, told)
    assert (done.returncode, ready.asked) == (0, [])


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [pull(sha="b" * 40)],
        [pull(repo=1)],
        [pull(repo=None)],
        [pull(base="elsewhere/toolkits")],
        [pull(7), pull(8)],
    ],
    ids=["none", "newer commit", "another fork", "fork gone", "another base", "two"],
)
def test_a_pull_request_that_does_not_fit_gets_no_comment(
    ready: Fake, tmp_path: Path, pulls: list[Any]
) -> None:
    """Commit, fork and base must be those of the run, and only one pull request may fit."""
    ready.answers["/pulls"] = pulls
    done = comment(ready, tmp_path)
    assert done.returncode == 0
    assert "nothing is posted" in done.stdout
    assert ready.written() == []


def test_a_number_in_the_artefact_means_nothing(ready: Fake, tmp_path: Path) -> None:
    """A fork could write any: the comment goes where GitHub's own words lead."""
    ready.archives[2] = zipped(
        ("changes.md", WORDS.encode()), ("number", b"1"), ("pr.json", b'{"number": 1}')
    )
    comment(ready, tmp_path)
    assert [own.path for own in ready.written()] == [f"/repos/{REPOSITORY}/issues/7/comments"]
    (asked,) = [own for own in ready.asked if own.path.endswith("/pulls")]
    assert asked.query["head"] == ["an-editor:mend/the rota & more"]


def test_the_token_stays_with_github(ready: Fake, tmp_path: Path) -> None:
    """Where GitHub sends us elsewhere for the artefact, the token does not go along."""
    comment(ready, tmp_path)
    told = {own.path: own.authorization for own in ready.asked}
    assert told.pop("/elsewhere/2") is None
    assert set(told.values()) == {f"Bearer {TOKEN}"}


@pytest.mark.parametrize(
    "archive",
    [b"no zip", zipped(("../changes.md", b"x")), zipped(("changes.md", b"\0" * 9_000_000))],
    ids=["no zip", "zip slip", "a bomb"],
)
def test_a_hostile_artefact_gives_a_comment_that_says_so(
    ready: Fake, tmp_path: Path, archive: bytes
) -> None:
    """The rest of the comment stands, and the reason is told."""
    ready.archives[2] = archive
    assert comment(ready, tmp_path).returncode == 0
    assert "The description of this change cannot be read: " in body(ready)


@pytest.mark.parametrize(("size", "told"), [(2_000_000, 2_000_000), (2_000_000, 10)])
def test_an_artefact_that_is_too_large_is_not_read(
    fake: Fake, ready: Fake, tmp_path: Path, size: int, told: int
) -> None:
    """Neither where GitHub tells its size, nor where more comes than was told."""
    ready.answers[f"/actions/runs/{RUN}/artifacts"] = {"artifacts": []}
    fake.offer(RUN, "changes", b"x" * size, size=told)
    comment(ready, tmp_path)
    assert "too large to be read here" in body(ready)


def test_a_long_description_is_cut_and_fits(ready: Fake, tmp_path: Path) -> None:
    """GitHub takes 65,536 characters."""
    ready.archives[2] = zipped(("changes.md", b"words\n" * 60_000))
    ready.answers["/pulls/7/files"] = changed(*(f"toolkits/s/{n}.yml" for n in range(150)))
    comment(ready, tmp_path)
    text = body(ready)
    assert len(text) < 65_536
    assert "_Here is the beginning. The artefact **changes** holds all of it._" in text
    assert "- and 130 more\n" in text


def test_hostile_words_stay_below_ours_and_inert(ready: Fake, tmp_path: Path) -> None:
    """Our own links are the only ones, and nobody is mentioned."""
    hostile = "<!-- </details>\n\n@octocat [Approve](https://evil.example) #12 <img src=x>"
    ready.archives[2] = zipped(("changes.md", hostile.encode()))
    comment(ready, tmp_path)
    shown = Shown(body(ready))
    links = {own for own in shown.attributes if own.startswith("a ")}
    assert links == {f"a href=https://github.example/{REPOSITORY}/actions/runs/{RUN}"}
    assert shown.comments == [MARKER.removeprefix("<!--").removesuffix("-->")]
    assert "img" not in shown.tags
    assert not [own for own in shown.texts if "@octocat" in own or "#12" in own]


def test_no_change_for_readers_is_said(ready: Fake, tmp_path: Path) -> None:
    """An empty description is a description."""
    ready.archives[2] = zipped(("changes.md", b"\n"))
    comment(ready, tmp_path)
    assert body(ready).endswith("_Nothing changes for readers._\n")


@pytest.mark.parametrize(
    "name", ["generator/cli.py", ".github/workflows/x.yml", "mkdocs.yml", "toolkits.py"]
)
def test_a_change_of_the_program_is_told_first(ready: Fake, tmp_path: Path, name: str) -> None:
    """Then the words were made by a program that nobody has reviewed yet."""
    ready.answers["/pulls/7/files"] = changed("toolkits/law.yml", name)
    comment(ready, tmp_path)
    before, _line, _words = body(ready).partition("\n---\n")
    assert "This pull request changes more than content." in before
    assert name not in body(ready)


@pytest.mark.parametrize(
    ("name", "leads_to"),
    [
        ("toolkits/hospitality/recruitment.yml", "hospitality/recruitment.html"),
        ("toolkits/hospitality/sector.yml", "hospitality/index.html"),
        ("themes/culture.yml", "themes/culture.html"),
        ("toolkits/about.md", "about.html"),
        ("toolkits/index.md", "index.html"),
        ("toolkits/sources.yml", "evidence.html"),
        ("toolkits/law.yml", "law.html"),
        ("toolkits/resources.yml", "resources.html"),
        ("toolkits/frameworks.yml", "frameworks/index.html"),
        ("toolkits/vocabulary.yml", "actions.html"),
    ],
)
def test_the_page_to_look_at_is_there_in_the_preview(
    name: str, leads_to: str, preview: Path
) -> None:
    """Each kind of content file leads to a page that the preview really has."""
    assert list(pages_of(*changed(name))) == [leads_to]
    assert (preview / leads_to).is_file()


@pytest.mark.parametrize(
    "name",
    ["toolkits/a`b/c.yml", "toolkits/../x.yml", "toolkits/A/b.yml", "toolkits/a/b/c.yml", "x.md"],
)
def test_a_name_that_is_no_content_leads_to_no_page(name: str) -> None:
    """A file's name is an outsider's word too."""
    assert list(pages_of(*changed(name))) == []


def test_a_removed_file_leads_to_no_page() -> None:
    """The preview does not have it any more."""
    assert list(pages_of(*changed("toolkits/about.md", status="removed"))) == []


def test_a_github_that_does_not_answer_fails_the_run(fake: Fake, tmp_path: Path) -> None:
    """Loudly: a comment that is missing must not look like one that was posted."""
    done = comment(fake, tmp_path)
    assert done.returncode == 1
    assert "GET /pulls" in done.stderr
