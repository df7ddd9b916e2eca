"""Problems for GitHub's checks and for programs."""

from __future__ import annotations

import json

import pytest

from generator.content.problems import Place, Problem, Severity, SourceFile
from generator.editing import telling


def problem(
    number: int, severity: Severity = Severity.ERROR, message: str = "This is wrong."
) -> Problem:
    """A problem on a line of its own."""
    file = SourceFile("toolkits/law.yml", tuple(f"line {n}" for n in range(1, 40)))
    return Problem(Place(file, number, 3), "a-code", message, "Write that.", severity)


def test_an_annotation_says_where_what_and_how() -> None:
    """File, line, column and code are properties; the message and the fix are the text."""
    assert list(telling.worst([problem(4)], "")) == [
        "::error file=toolkits/law.yml,line=4,col=3,title=a-code::This is wrong.%0AWrite that."
    ]


def test_annotations_tell_the_ten_worst() -> None:
    """Errors before warnings, and as many as GitHub shows; in the order of the files."""
    warnings = [problem(number, Severity.WARNING) for number in range(1, 6)]
    errors = [problem(number) for number in range(10, 18)]
    lines = list(telling.worst([*warnings, *errors], ""))
    assert [line.split(",")[1] for line in lines] == [
        *(f"line={number}" for number in range(10, 18)),
        "line=1",
        "line=2",
    ]
    assert lines[-1].startswith("::warning ")


@pytest.mark.parametrize(
    ("message", "escaped"),
    [
        ("100% sure", "100%25 sure"),
        ("a\nb\r", "a b"),  # a message is one line before it comes here
        ("::error::x, y: z", "::error::x, y: z"),
    ],
)
def test_no_text_ends_an_annotation(message: str, escaped: str) -> None:
    """Whatever content says, it starts no command of its own."""
    (line,) = telling.worst([problem(1, message=message)], "")
    assert line.endswith(f"title=a-code::{escaped}%0AWrite that.")
    assert "\n" not in line


def test_a_path_ends_no_property() -> None:
    """Colons, commas and per cent signs in names of files are spelled out."""
    place = Place(SourceFile("a,b:c%d.yml"))
    (line,) = telling.worst([Problem(place, "a-code", "Wrong.", "Write.")], "below/")
    assert line.startswith("::error file=below/a%2Cb%3Ac%25d.yml,line=1,")


def test_the_summary_holds_every_problem_by_file() -> None:
    """Also those that no annotation shows; text is shown as it stands."""
    told = (problem(1, message="*Stars* & <b>"), *(problem(n) for n in range(2, 14)))
    text = telling.summary(told)
    head = "### The content: 13 errors, 0 warnings\n\nRULES.md explains each code.\n\n"
    assert text.startswith(f"{head}#### toolkits/law")
    assert text.count("\n- **Line ") == 13
    assert (
        "- **Line 1**, error `a-code`: \\*Stars\\* &amp; &lt;b&gt;\n"
        "  <br><code>line 1</code>\n"
        "  <br>Write that\\.\n"
    ) in text


def test_a_summary_fits_what_github_takes() -> None:
    """A very long one is cut between two problems, and says so."""
    text = telling.summary(tuple(problem(1, message="x" * 1000) for _ in range(2000)))
    assert len(text.encode()) < 1024 * 1024
    end = "\n\nThere are more problems than this page can hold. Mend these first.\n"
    assert text.endswith(f"  <br>Write that\\.{end}")


def test_a_summary_of_nothing() -> None:
    """Good news is told too."""
    assert telling.summary(()) == "### The content has no problems\n"


def test_json_has_the_fields_that_the_readme_names() -> None:
    """One object, and every field of each problem."""
    assert json.loads(telling.as_json((problem(4), problem(5, Severity.WARNING)))) == {
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "file": "toolkits/law.yml",
                "line": number,
                "column": 3,
                "severity": severity,
                "code": "a-code",
                "message": "This is wrong.",
                "fix": "Write that.",
                "guide": "RULES.md#a-code",
            }
            for number, severity in ((4, "error"), (5, "warning"))
        ],
    }
