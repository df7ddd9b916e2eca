"""The little of GitHub's REST API that the workflows need, with the standard library alone."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = Any  # what GitHub answers: looked at field by field where it is used

BOT = "github-actions[bot]"  # who writes with the token of a workflow
SECONDS = 30
MOST_ANSWER = 10_000_000
MOST_PAGES = 10
A_PAGE = 100


class GitHubError(Exception):
    """GitHub did not answer as hoped; the message says what was asked."""


@dataclass(frozen=True)
class GitHub:
    """One repository, and the token that a workflow was given for it."""

    api: str
    repository: str
    token: str

    @classmethod
    def of_this_workflow(cls) -> GitHub:
        """As the environment of a workflow's step tells it."""
        return cls(
            os.environ["GITHUB_API_URL"],
            os.environ["GITHUB_REPOSITORY"],
            os.environ["GITHUB_TOKEN"],
        )

    def get(self, path: str) -> Json:
        """What stands at an address of the repository."""
        return json.loads(self._ask("GET", path, None, MOST_ANSWER))

    def send(self, method: str, path: str, body: Json) -> Json:
        """Writes, and returns what GitHub made of it."""
        return json.loads(self._ask(method, path, body, MOST_ANSWER))

    def every(self, path: str, within: str = "") -> Iterator[Json]:
        """The items of a list that GitHub tells by pages; `within` names it in the answer."""
        mark = "&" if "?" in path else "?"
        for page in range(1, MOST_PAGES + 1):
            answer = self.get(f"{path}{mark}per_page={A_PAGE}&page={page}")
            items = answer[within] if within else answer
            yield from items
            if len(items) < A_PAGE:
                return

    def artefacts(self, run: int) -> dict[str, Json]:
        """What a run of a workflow uploaded and GitHub still has, by name."""
        found = self.every(f"/actions/runs/{run}/artifacts", "artifacts")
        return {str(own["name"]): own for own in found if not own["expired"]}

    def archive(self, artefact: Json | None, most: int) -> bytes | None:
        """The zip of an artefact, if there is one and it is no larger than `most`."""
        if artefact is None or artefact["size_in_bytes"] > most:
            return None
        data = self._ask("GET", f"/actions/artifacts/{int(artefact['id'])}/zip", None, most)
        return data if len(data) <= most else None

    def _ask(self, method: str, path: str, body: Json, most: int) -> bytes:
        asked = urllib.request.Request(  # noqa: S310 # GitHub's own address, from the runner
            f"{self.api}/repos/{self.repository}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "inclusive-employer-toolkits",
            },
        )
        # Artefacts lie with another host: the token must not follow the redirection there.
        asked.add_unredirected_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 # as above
                data: bytes = answer.read(most + 1)
        except (urllib.error.URLError, OSError) as error:
            raise GitHubError(f"{method} {path}: {error}") from error
        return data
