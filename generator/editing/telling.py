"""Problems as different readers need them: a terminal, GitHub's checks, another program."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.content.problems import Problem, Severity

GUIDE = "RULES.md"
"""The guide that explains every code; each has a heading of its own."""

ANNOTATIONS = 10
"""As many as GitHub shows of one step."""

_MOST_BYTES = 900_000  # GitHub refuses a summary of more than a mebibyte
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~@:])")


def count(problems: Iterable[Problem]) -> str:
    """How many problems there are of each kind, in words."""
    kinds = [problem.severity for problem in problems]
    return ", ".join(
        f"{kinds.count(kind)} {kind}{'' if kinds.count(kind) == 1 else 's'}" for kind in Severity
    )


def worst(problems: Iterable[Problem], folder: str) -> Iterator[str]:
    """The worst problems as GitHub's workflow commands; `folder` is where the content lies."""
    ordered = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    for problem in ordered[:ANNOTATIONS]:
        properties = {
            "file": f"{folder}{problem.place.file.path}",
            "line": str(problem.place.line),
            "col": str(problem.place.column),
            "title": problem.code,
        }
        shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        message = _escaped(f"{problem.message}\n{problem.fix}")
        yield f"::{problem.severity} {shown}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: tuple[Problem, ...]) -> str:
    """Every problem as Markdown, by file, for the summary page of a run."""
    if not problems:
        return "### The content has no problems\n"
    parts = [f"### The content: {count(problems)}\n\n{GUIDE} explains each code.\n"]
    for path, own in groupby(problems, key=lambda problem: problem.place.file.path):
        parts.append(f"\n#### {_plain(path)}\n\n")
        parts += map(_item, own)
    text = "".join(parts)
    if len(text.encode()) <= _MOST_BYTES:
        return text
    kept = text.encode()[:_MOST_BYTES].decode("utf-8", "ignore").rpartition("\n- ")[0]
    return f"{kept}\n\nThere are more problems than this page can hold. Mend these first.\n"


def _item(problem: Problem) -> str:
    excerpt = problem.place.text.strip()
    shown = f"\n  <br><code>{_plain(excerpt)}</code>" if excerpt else ""
    return (
        f"- **Line {problem.place.line}**, {problem.severity} `{problem.code}`: "
        f"{_plain(problem.message)}{shown}\n  <br>{_plain(problem.fix)}\n"
    )


def _plain(text: str) -> str:
    """Text that Markdown and HTML show as it stands."""
    return _MARKDOWN.sub(r"\\\1", html.escape(text, quote=False))


def as_json(problems: tuple[Problem, ...]) -> str:
    """One object for programs; README.md says what it holds, and it only ever grows."""
    kinds = [problem.severity for problem in problems]
    return json.dumps(
        {
            "errors": kinds.count(Severity.ERROR),
            "warnings": kinds.count(Severity.WARNING),
            "problems": [_record(problem) for problem in problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def _record(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.place.file.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.message,
        "fix": problem.fix,
        "guide": f"{GUIDE}#{problem.code}",
    }
