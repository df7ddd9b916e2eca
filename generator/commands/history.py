"""The content as it was at a revision of Git: the only module that runs Git.

Git is asked to read and never to write. The files of the revision go to a temporary folder, so
that the same code reads them as reads today's.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

_CONTENT = ("toolkits", "themes")
_FILES = (b"100644", b"100755")  # neither links nor other repositories


@contextmanager
def at(folder: Path, revision: str) -> Iterator[Path]:
    """A folder with the content as it was where this branch left `revision`, while it is used.

    Later changes on the other branch are not ours, so they are not undone by comparing with them.
    A usage error, in words, where there is no Git or it does not know the revision.
    """
    commit = _commit(folder, revision)
    names = tuple(_names(folder, commit))
    if not names:
        raise click.UsageError(
            f'There are no toolkits at "{revision}". Name a revision that has the folder '
            '"toolkits", such as origin/main.'
        )
    with TemporaryDirectory(prefix="toolkits-") as made:
        for name, data in _contents(folder, names):
            file = Path(made) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield Path(made)


def ever_held(folder: Path, words: str) -> bool:
    """Whether a line with these words was ever in the content, as far as Git knows; else False."""
    try:
        done = _git(folder, "log", f"-S{words}", "--max-count=1", "--format=%h", "--", "toolkits")
    except click.UsageError:
        return False
    return bool(done.stdout.strip())


def _commit(folder: Path, revision: str) -> str:
    """The commit where the present branch left a revision; the revision itself where unknown."""
    inside = _git(folder, "rev-parse", "--is-shallow-repository")
    if inside.returncode:
        raise click.UsageError(
            f"{folder} is not in a Git repository, so there is nothing to compare it with."
            if b"not a git repository" in inside.stderr
            else f"Git cannot read this repository. It says: {_last_line(inside.stderr)}"
        )
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^0")
    if found.returncode:
        shallow = inside.stdout.strip() == b"true"
        raise click.UsageError(f'Git knows no revision "{revision}" here. {_ADVICE[shallow]}')
    commit = found.stdout.decode().strip()
    shared = _git(folder, "merge-base", commit, "HEAD")
    return commit if shared.returncode else shared.stdout.decode().split()[0]


_ADVICE = {
    True: "This clone is shallow: it holds only the newest commits. Fetch the rest with "
    '"git fetch --unshallow origin", then try again.',
    False: 'Write a branch, a tag or a commit, such as origin/main. "git branch --all" lists '
    'the branches; "git fetch origin" fetches new ones.',
}


def _names(folder: Path, commit: str) -> Iterator[tuple[str, str]]:
    """The name of each content file at a commit, below the folder, and Git's name for its text."""
    listed = _asked(folder, "ls-tree", "-r", "-z", commit, "--", *_CONTENT)
    for entry in listed.split(b"\0")[:-1]:
        about, _tab, name = entry.partition(b"\t")
        mode, _kind, blob = about.split()
        if mode in _FILES:
            yield name.decode("utf-8", "surrogateescape"), blob.decode()


def _contents(folder: Path, names: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, bytes]]:
    wanted = "".join(f"{blob}\n" for _name, blob in names).encode()
    answer = _asked(folder, "cat-file", "--batch", given=wanted)
    start = 0
    for name, _blob in names:
        head, _newline, _rest = answer[start:].partition(b"\n")
        size = int(head.split()[-1])
        start += len(head) + 1
        yield name, answer[start : start + size]
        start += size + 1


def _asked(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What Git answers; a failure is told in one line."""
    done = _git(folder, *words, given=given)
    if done.returncode:
        raise click.ClickException(f"Git could not read the files. {_last_line(done.stderr)}")
    return done.stdout


def _last_line(told: bytes) -> str:
    return (told.decode("utf-8", "replace").strip().splitlines() or [""])[-1]


def _git(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 # no shell; a revision cannot pass as an option
            ["git", "-C", str(folder), *words],  # noqa: S607 # the user's own Git
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise click.UsageError(
            "Git is not installed, and it holds the earlier versions. Install it: "
            "https://git-scm.com/downloads."
        ) from None
