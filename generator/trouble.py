"""What `mkdocs serve` shows while the content has errors: the last good pages, and the problems."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from generator.content.problems import Problem

PATH = "index.md"
_END_OF_FRONT = "\n---\n"


def pages(last_good: Mapping[str, str], problems: Iterable[Problem]) -> dict[str, str]:
    """Every page as it last was, headed by the list of problems; one page where there was none."""
    notice = _notice(tuple(problems))
    if not last_good:
        return {PATH: f"# The content has errors\n\n{notice}"}
    return {path: _headed(text, notice) for path, text in last_good.items()}


def _notice(problems: tuple[Problem, ...]) -> str:
    listed = html.escape("\n\n".join(problem.describe() for problem in problems))
    listed = listed.replace("\n\n", "\n&#8203;\n")  # a blank line would end the block in Markdown
    number = len(problems)
    return (
        f'<div class="tk-trouble" role="alert"><p>{number} error{"s" * (number != 1)} in the '
        "content. This page shows the last good state; it renews itself once the errors are "
        f"mended.</p><pre>{listed}</pre></div>\n\n"
    )


def _headed(text: str, notice: str) -> str:
    front, end, body = text.partition(_END_OF_FRONT)
    if text.startswith("---\n") and end:
        return f"{front}{end}\n{notice}{body.lstrip()}"
    return notice + text
