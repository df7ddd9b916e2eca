"""What the README and CONTRIBUTING say holds: commands, fields, limits, problem codes, examples."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import click
import pytest
from annotated_types import MaxLen, MinLen
from pydantic import StringConstraints

from generator.cli import main
from generator.content import fields, model
from generator.content.explain import validate
from generator.content.files import Role
from generator.content.model import Action, Content
from generator.content.names import is_slug
from generator.content.rules.pages import MARKERS
from generator.content.source import read
from generator.content.tree import Listing
from generator.editing.format import format_file
from generator.editing.telling import GUIDE

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "RULES.md", "CHANGELOG.md", "SECURITY.md")

# What CONTRIBUTING calls each kind of field.
KINDS: tuple[tuple[Any, str], ...] = (
    (fields.Title, "title"),
    (fields.LongTitle, "long title"),
    (fields.ShortLine, "line"),
    (fields.CopyText, "words to copy"),
    (fields.Sentence, "sentence"),
    (fields.Paragraph, "paragraph"),
    (fields.CitedSentence, "cited sentence"),
    (fields.CitedParagraph, "cited paragraph"),
    (fields.Slug, "short name"),
    (fields.Icon, "icon name"),
    (fields.Code, "three capitals"),
    (fields.ActionId, "action id"),
    (fields.Date, "date"),
    (fields.Version, "year or date"),
    (fields.ItemNumber, "item number"),
    (fields.Whole, "whole number"),
    (fields.Decimal, "number"),
    (fields.Address, "https address"),
)

Row = list[str]


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def table_below(text: str, line: str) -> dict[str, Row]:
    """The rows of the table that follows a line, by their first cell without its backticks."""
    _before, found, after = text.partition(f"\n{line}\n")
    assert found, f"CONTRIBUTING.md has no line {line!r}"
    table = list(_table_lines(after))
    rows = [_cells(row) for row in table[2:]]  # below the head and its rule
    assert len({row[0] for row in rows}) == len(rows), f"a row stands twice below {line!r}"
    return {row[0].strip("`"): row for row in rows}


def _table_lines(text: str) -> Iterator[str]:
    for line in text.lstrip("\n").split("\n"):
        if not line.startswith("|"):
            return
        yield line


def _cells(row: str) -> Row:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


# The commands.


def commands() -> list[tuple[str, click.Command]]:
    """Every command by its words; one that holds others is told by those."""
    return list(_commands(main, ""))


def _commands(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        elif command is not None:
            yield before + name, command


def make_targets() -> list[str]:
    return re.findall(r"^([a-z-]+):.*## ", document("Makefile"), re.MULTILINE)


@pytest.mark.parametrize("target", make_targets())
def test_every_make_target_is_in_the_readme(target: str) -> None:
    """Whoever reads the README finds each target that `make` lists, with what it does."""
    assert f"`make {target}`" in document("README.md")


@pytest.mark.parametrize("name", [name for name, _command in commands()])
def test_every_command_is_in_the_readme_with_its_arguments(name: str) -> None:
    """Each command of `toolkits` stands in the README with all its arguments and options."""
    readme = document("README.md")
    usage = re.search(rf"^\| `toolkits {name}\b([^`]*)`", readme, re.MULTILINE)
    assert usage, f"README.md has no row for `toolkits {name}`"
    for parameter in dict(commands())[name].params:
        if isinstance(parameter, click.Argument):
            assert parameter.human_readable_name.upper() in usage.group(1)
        else:
            assert max(parameter.opts, key=len) in usage.group(1)


def test_the_options_of_all_commands_are_in_the_readme() -> None:
    """The options that `toolkits --help` shows stand in the README, with their short forms."""
    context = click.Context(main, info_name="toolkits", **main.context_settings)
    options = [word for option in main.get_params(context) for word in option.opts]
    assert {"--help", "-h", "--version"} <= set(options)
    for option in options:
        assert re.search(rf"[`\s]{option}`", document("README.md")), f"README.md lacks {option}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_tells_of_a_command_that_does_not_exist(name: str) -> None:
    """A `make` or `toolkits` command in a document is one that can be typed today."""
    text = document(name)
    for command in re.findall(r"`(?:\.venv/bin/)?toolkits ([a-z]+)", text):
        assert command in {name.split()[0] for name, _command in commands()}
    for target in re.findall(r"(?:`|^    )make ([a-z-]+)", text, re.MULTILINE):
        assert target in make_targets()


@pytest.mark.parametrize("setting", ["site_url", "edit_uri"])
def test_the_settings_are_in_the_readme(setting: str) -> None:
    """The README says what each setting of the site is, and what is left out without it."""
    assert f"\n| `{setting}` |" in document("README.md")
    assert f"# {setting}:" in document("mkdocs.yml") or f"\n{setting}:" in document("mkdocs.yml")


def test_the_readme_names_the_pythons_that_the_scripts_accept() -> None:
    """The versions of Python in the README are those that `make site` takes."""
    newest = re.search(r"^newest=(\d+)$", document("scripts/lib.sh"), re.MULTILINE)
    least = re.search(r'^requires-python = ">=(3\.\d+)"$', document("pyproject.toml"), re.MULTILINE)
    assert newest
    assert least
    assert f"Python {least.group(1)} to 3.{newest.group(1)}" in document("README.md")


# The fields.


def kinds_of_content() -> list[type[Content]]:
    found = (own for own in vars(model).values() if isinstance(own, type))
    return [own for own in found if issubclass(own, Content) and own is not Content]


def hints(kind: type[Content]) -> dict[str, Any]:
    """What each field holds, by the name an editor types."""
    types = get_type_hints(kind, include_extras=True)
    infos = kind.model_fields.items()
    return {info.alias or name: types[name] for name, info in infos if name != "origin"}


@pytest.mark.parametrize("kind", kinds_of_content(), ids=lambda kind: kind.__name__)
def test_every_field_is_described(kind: type[Content]) -> None:
    """Each field has a row, no row is of another, and it says if the field is needed."""
    rows = table_below(document("CONTRIBUTING.md"), f"<!-- fields of {kind.__name__} -->")
    assert sorted(rows) == sorted(hints(kind))
    infos = {info.alias or name: info for name, info in kind.model_fields.items()}
    for name, row in rows.items():
        assert row[1] == ("needed" if infos[name].is_required() else "optional"), name
        assert row[3], f"{name} has no word on what to write"


@pytest.mark.parametrize("kind", kinds_of_content(), ids=lambda kind: kind.__name__)
def test_the_limits_of_every_field_are_told(kind: type[Content]) -> None:
    """What a field may hold stands in its row: kind, length, number of items, allowed words."""
    rows = table_below(document("CONTRIBUTING.md"), f"<!-- fields of {kind.__name__} -->")
    infos = {info.alias or name: info for name, info in kind.model_fields.items()}
    for name, hint in hints(kind).items():
        for phrase in [*_phrases(hint), *_number_of_items(infos[name].metadata)]:
            assert re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", rows[name][2]), (
                f"the row of {name} does not say {phrase!r}"
            )


def _phrases(hint: Any) -> Iterator[str]:
    for known, word in KINDS:
        if hint == known:
            yield word + _length(hint)
            return
    if get_origin(hint) is Literal:
        yield from get_args(hint)
        return
    if get_origin(hint) is Annotated:
        yield from _phrases(get_args(hint)[0])
        return
    for part in get_args(hint):
        yield from _phrases(part)


def _length(hint: Any) -> str:
    for mark in get_args(hint)[1:]:
        if isinstance(mark, StringConstraints) and mark.max_length:
            least = mark.min_length or 0
            return f", {least} to {mark.max_length}" if least > 1 else f", up to {mark.max_length}"
    return ""


def _number_of_items(metadata: list[Any]) -> Iterator[str]:
    least = [mark.min_length for mark in metadata if isinstance(mark, MinLen)]
    most = [mark.max_length for mark in metadata if isinstance(mark, MaxLen)]
    if most:
        yield f"{least[0]} to {most[0]}"
    elif least:
        yield f"at least {least[0]}"


@pytest.mark.parametrize(("hint", "word"), KINDS, ids=[word for _hint, word in KINDS])
def test_every_kind_of_field_is_explained(hint: Any, word: str) -> None:
    """The table of kinds says how long each may be, and whether it may hold marks."""
    row = table_below(document("CONTRIBUTING.md"), KINDS_OF_TEXT)[word]
    assert row[1] == _length(hint).removeprefix(", ") or not _length(hint)
    marks = get_args(hint)[1:]
    may_hold_marks = any(isinstance(mark, fields.Prose) for mark in marks)
    assert row[2].startswith("Yes." if may_hold_marks else "No.")
    assert ("need a citation" in row[2]) == (fields.Prose(cited=True) in marks)


KINDS_OF_TEXT = "The tables below say which of these kinds a field is. Lengths are in characters."


def test_every_field_of_an_action_has_a_good_and_a_bad_example() -> None:
    """Each field of an action, and of what it holds, is shown well done and badly, with why."""
    rows = table_below(document("CONTRIBUTING.md"), "#### Each field, good and bad")
    assert sorted({*rows, "audiences"}) == sorted({*_leaves(Action), "audiences"})
    for name, row in rows.items():
        assert all(row), f"{name} lacks an example or its why"


def _leaves(kind: type[Content]) -> Iterator[str]:
    for name, hint in hints(kind).items():
        inner = [own for own in _contents(hint) if own is not kind]
        if inner:
            yield from (f"{name}: {leaf}" for own in inner for leaf in _leaves(own))
        else:
            yield name


def _contents(hint: Any) -> Iterator[type[Content]]:
    if isinstance(hint, type) and issubclass(hint, Content):
        yield hint
    for part in get_args(hint):
        yield from _contents(part)


# The problem codes.


def problem_codes() -> set[str]:
    """Every code that the program gives to a problem, read from its sources."""
    found: set[str] = set()
    for path in sorted((ROOT / "generator").rglob("*.py")):
        found |= _codes(ast.parse(path.read_text(encoding="utf-8")), path)
    return found


def _codes(tree: ast.Module, path: Path) -> set[str]:
    found: set[str] = set()
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and ast.unparse(call.func).endswith("Problem")):
            continue
        code = next((word.value for word in call.keywords if word.arg == "code"), None)
        code = code or (call.args[1] if len(call.args) > 1 else None)
        if isinstance(code, ast.Constant):
            found.add(str(code.value))
        elif isinstance(code, ast.JoinedStr):
            found |= _spelled_out(code, tree)
        elif isinstance(code, ast.Name):  # it comes from a table of code, message and fix
            found |= set(_in_tables(tree))
        else:
            pytest.fail(f"{path}:{call.lineno}: there is no code that this test can read")
    return found


def _spelled_out(code: ast.JoinedStr, tree: ast.Module) -> set[str]:
    """What an f-string with one name becomes, for each word that a loop gives that name."""
    (name,) = [part.value for part in code.values if isinstance(part, ast.FormattedValue)]
    words = {
        str(item.value)
        for loop in ast.walk(tree)
        if isinstance(loop, ast.For) and ast.unparse(loop.target) == ast.unparse(name)
        if isinstance(loop.iter, ast.Tuple)
        for item in loop.iter.elts
        if isinstance(item, ast.Constant)
    }
    assert words, f"no loop says what {ast.unparse(name)} may be"
    return {
        "".join(str(part.value) if isinstance(part, ast.Constant) else word for part in code.values)
        for word in words
    }


def _in_tables(tree: ast.Module) -> Iterator[str]:
    for row in ast.walk(tree):
        if isinstance(row, ast.Tuple) and len(row.elts) == len(("code", "message", "fix")):
            first = row.elts[0]
            if isinstance(first, ast.Constant) and is_slug(str(first.value)):
                yield str(first.value)


def described_codes() -> list[str]:
    return re.findall(r"^### `([a-z0-9-]+)`$", document(GUIDE), re.MULTILINE)


def test_every_problem_code_is_described() -> None:
    """Each code has one place in the guide, and none is left of a code that is gone."""
    assert sorted(described_codes()) == sorted(problem_codes())


@pytest.mark.parametrize("code", ["duplicate-order", "bad-date", "not-in-list", "unknown-field"])
def test_codes_are_found_in_every_way_the_program_writes_them(code: str) -> None:
    """The reader above sees codes that are spelled out, composed, or kept in a table."""
    assert code in problem_codes()


FMT_HEADING = "errors too, where it is certain what you meant:"


def mends() -> list[tuple[str, str]]:
    rows = table_below(document("CONTRIBUTING.md"), FMT_HEADING).values()
    return [(before.strip("`"), after.strip("`")) for _what, before, after in rows]


@pytest.mark.parametrize(("before", "after"), mends())
def test_the_examples_of_fmt_are_what_it_does(before: str, after: str) -> None:
    """What CONTRIBUTING shows before and after is what `toolkits fmt` makes of it."""
    start = "- " if before.startswith("{") else ""
    found = format_file(f"{start}{before}\n".encode(), Role.ACTIONS).data.decode()
    assert found == f"{start}{after}\n"


# Examples, markers and links.


def yaml_examples() -> list[str]:
    text = document("CONTRIBUTING.md")
    found = re.findall(r"^( *)```yaml\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"(?m)^{indent}", "", example) for indent, example in found]


@pytest.mark.parametrize("example", yaml_examples())
def test_every_yaml_example_can_be_read(example: str) -> None:
    """What an editor copies out of CONTRIBUTING is YAML that the toolkits accept."""
    reading = read("CONTRIBUTING.md", example.encode())
    assert reading.root is not None
    assert not reading.problems


def whole_examples() -> list[tuple[str, str]]:
    text = document("CONTRIBUTING.md")
    return re.findall(
        r"^<!-- an example of (\w+) -->\n```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL
    )


@pytest.mark.parametrize(("kind", "example"), whole_examples())
def test_every_whole_example_has_the_fields_it_needs(kind: str, example: str) -> None:
    """The whole actions shown in CONTRIBUTING would be accepted as they stand."""
    root = read("CONTRIBUTING.md", example.encode()).root
    assert isinstance(root, Listing)
    for item in root.items:
        made, problems = validate(getattr(model, kind), item)
        assert not [problem.describe() for problem in problems]
        assert made is not None


def test_a_live_and_a_retired_action_are_shown_whole() -> None:
    """CONTRIBUTING shows one action of each kind from its first field to its last."""
    assert {kind for kind, _example in whole_examples()} == {"Action", "RetiredAction"}


def test_every_marker_is_described() -> None:
    """Each marker of a page written by hand stands in CONTRIBUTING, and no other does."""
    shown = re.findall(r"<!-- toolkits:([a-z]+) -->", document("CONTRIBUTING.md"))
    assert sorted(shown) == sorted(MARKERS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_between_the_documents_leads_somewhere(name: str) -> None:
    """A link to a file of the project or to a heading of a document is not broken."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", document(name), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if target.startswith("https://"):
            continue
        path, _hash, anchor = target.partition("#")
        assert (ROOT / (path or name)).exists(), f"{name} links to {target}"
        if anchor:
            assert anchor in _anchors(document(path or name)), f"{name} links to {target}"


def _anchors(text: str) -> set[str]:
    """The anchors GitHub gives the headings, and those written by hand."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", own.lower()).replace(" ", "-") for own in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', text))
