"""A real Git repository around a copy of the frozen toolkit."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_OWN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "An editor",
    "GIT_AUTHOR_EMAIL": "editor@toolkits.example",
    "GIT_COMMITTER_NAME": "An editor",
    "GIT_COMMITTER_EMAIL": "editor@toolkits.example",
}


def git(folder: Path, *words: str) -> str:
    """Runs Git in a folder, with no settings but its own."""
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        env={**os.environ, **_OWN},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def committed(folder: Path, branch: str = "main") -> Path:
    """Makes the folder a repository, if it is none yet, and commits all of it."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", f"--initial-branch={branch}")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=A change")
    return folder
