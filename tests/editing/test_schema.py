"""toolkits schema: with it, a real YAML language server explains fields and marks slips."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.content.files import Role
from tests.editing.language_server import LanguageServer, running
from tests.frozen import copy
from tests.test_cli import run

REC = "toolkits/hospitality/recruitment.yml"
SECTOR = "toolkits/hospitality/sector.yml"
SCHEMAS = {f"{role}.schema.json" for role in Role if role is not Role.PAGE}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """A language server for a copy of the frozen toolkit, with the settings written for VS Code."""
    folder = copy(tmp_path_factory.mktemp("editor") / "toolkit")
    assert run("schema", folder / ".vscode", "--folder", folder).exit_code == 0
    with running(folder) as made:
        yield made


def content_files(folder: Path) -> list[str]:
    """Every YAML file of content."""
    found = (*folder.glob("themes/*.yml"), *folder.glob("toolkits/**/*.yml"))
    return sorted(path.relative_to(folder).as_posix() for path in found)


def test_sound_files_have_no_fault(server: LanguageServer) -> None:
    """Each file of the toolkit, the way an editor opens it."""
    files = content_files(server.folder)
    assert len(files) == 14
    for path in files:
        assert server.faults(path) == [], path


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"),
    [
        (REC, "    cost: low", "    cots: low", (85, "Property cots is not allowed.")),
        (REC, "strength: strong", "strength: [strong]",
         (38, ('Value is not accepted. Valid values: "strong", "promising", "mixed", '
              '"practice", "not-assessed".'))),
        (REC, "status: retired", "status: gone", (88, 'Value must be "retired".')),
        (REC, "small: {priority: foundational", "small: {priority: first",
         (27, 'Value is not accepted. Valid values: "foundational", "enhanced".')),
        (REC, "{on: 2026-03-03, every: 12-months}", "{on: 3 March, every: 12-months}",
         (41, "Write a day as year-month-day, such as 2027-02-15.")),
        (REC, "id: HOS-REC-02", "id: HOS-REC-2", (67, "Write an action's id, such as HOS-REC-01.")),
        (SECTOR, "code: HOS\n", "code: Hos\n", (2, "Write three capitals, such as HOS.")),
        (SECTOR, "status: draft\n", "", (1, 'Missing property "status".')),
        (SECTOR, "value: 18.7", "value: 18.7%",
         (41, "Write a number in digits, with a point for decimals.")),
        ("themes/culture.yml", "order: 2", "order: two", (3, "Write a whole number in digits.")),
        ("toolkits/sources.yml", "url: https://example.org/survey", "url: http://example.org/survey",
         (20, "Write a whole address that starts with https://.")),
        ("toolkits/sources.yml", 'date: "2023"', "date: in 2023",
         (12, "Write a year, a month or a day, such as 2023, 2023-05 or 2023-05-17.")),
        ("toolkits/law.yml", "kind: take-care", "kind: careful",
         (21, 'Value is not accepted. Valid values: "legal-duty", "good-practice", "take-care".')),
        ("toolkits/vocabulary.yml", "groups:", "grops:", (2, 'Missing property "groups".')),
        ("toolkits/frameworks.yml", "items:", "item:", (1, 'Missing property "items".')),
        ("toolkits/resources.yml", "gives:", "give:", (1, 'Missing property "gives".')),
    ],
)  # fmt: skip
def test_a_slip_is_marked_on_its_line(
    server: LanguageServer, path: str, old: str, new: str, fault: tuple[int, str]
) -> None:
    """While the editor types, in plain words, with no expression and no format's name in them."""
    text = text_of(server, path)
    assert old in text
    faults = server.faults(path, text.replace(old, new, 1))
    assert fault in faults
    assert not [told for _line, told in faults if "pattern" in told or "RFC" in told]


def text_of(server: LanguageServer, path: str) -> str:
    """A file of the server's folder."""
    return (server.folder / path).read_text(encoding="utf-8")


def place(text: str, words: str) -> dict[str, int]:
    """Where some words first stand in a text, as the server counts."""
    lines = text.splitlines()
    line = next(number for number, line in enumerate(lines) if words in line)
    return {"line": line, "character": lines[line].index(words)}


def test_a_field_is_explained_where_the_pointer_rests(server: LanguageServer) -> None:
    """In an editor's words, with the marks that it may hold."""
    where = {"uri": server.opened(REC, text_of(server, REC))}
    position = place(text_of(server, REC), "steps:")
    told = server.ask("textDocument/hover", {"textDocument": where, "position": position})
    assert "How to do it, for every audience it applies to, in order." in str(told)
    assert "bold words" in str(told)


def test_fields_that_are_not_there_yet_are_offered(server: LanguageServer) -> None:
    """With what they are for."""
    where = {"uri": server.opened(REC, text_of(server, REC))}
    position = place(text_of(server, REC), "cost: low")
    offered = server.ask("textDocument/completion", {"textDocument": where, "position": position})
    means = {item["label"]: item.get("documentation") for item in offered["items"]}
    assert means["law"] == "The law that bears on it, by its ids."


@pytest.mark.parametrize(
    ("words", "offered", "means"),
    [
        ("under-1-month", "1-3-months", "1 to 3 months"),
        ("owner-manager}", "board", "Board"),
        ("test-slides", "test-survey", "A survey of test organisations"),
        ("pay-report]", "public-duty", "Public bodies' duty"),
        ("HEA-REC-01]", "HOS-CUL-02", "Hold a meeting about rotas"),
    ],
)
def test_ids_are_offered_with_what_they_mean(
    server: LanguageServer, words: str, offered: str, means: str
) -> None:
    """Nobody has to look them up in another file."""
    text = text_of(server, REC)
    where = {"uri": server.opened(REC, text)}
    position = place(text, words)
    items = server.ask("textDocument/completion", {"textDocument": where, "position": position})
    found = {item["label"].strip('"'): str(item.get("documentation")) for item in items["items"]}
    assert means in found[offered]


def test_an_id_that_was_added_later_is_not_marked(server: LanguageServer) -> None:
    """The schema may be older than the list; only check knows the whole of it."""
    text = text_of(server, REC).replace("takes: under-1-month", "takes: two-years")
    assert server.faults(REC, text) == []


def test_the_settings_bind_each_schema_to_its_files(toolkit_folder: Path) -> None:
    """Every content file has one schema, and every schema is there."""
    result = run("schema", toolkit_folder / ".vscode", "--folder", toolkit_folder)
    assert result.exit_code == 0
    target = toolkit_folder / ".vscode"
    assert result.stdout == f"Wrote 9 schemas and settings.json to {target}.\n"
    assert {path.name for path in target.iterdir()} == {*SCHEMAS, "settings.json"}
    bound = json.loads((target / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(bound) == {f"./.vscode/{name}" for name in SCHEMAS}
    found = [
        path for globs in bound.values() for glob in globs for path in toolkit_folder.glob(glob)
    ]
    files = sorted(path.relative_to(toolkit_folder).as_posix() for path in found)
    assert files == content_files(toolkit_folder)


def forms(own: object) -> Iterator[dict[str, object]]:
    """Each part of a schema that asks for a form."""
    if isinstance(own, dict):
        if isinstance(own.get("pattern"), str):
            yield own
        for part in own.values():
            yield from forms(part)
    elif isinstance(own, list):
        for part in own:
            yield from forms(part)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_form_is_said_in_words(server: LanguageServer, name: str) -> None:
    """Whoever adds a form must say what to write, or VS Code shows an expression."""
    own = json.loads((server.folder / ".vscode" / name).read_text(encoding="utf-8"))
    assert [form for form in forms(own) if "patternErrorMessage" not in form] == []


def test_a_second_run_changes_nothing_and_other_settings_stay(toolkit_folder: Path) -> None:
    """What someone else has set is kept."""
    target = toolkit_folder / ".vscode"
    target.mkdir()
    own = {"editor.wordWrap": "on", "yaml.schemas": {"./other.json": "other.yml"}}
    (target / "settings.json").write_text(json.dumps(own), encoding="utf-8")
    run("schema", target, "--folder", toolkit_folder)
    first = {path.name: path.read_bytes() for path in target.iterdir()}
    made = json.loads(first["settings.json"])
    assert made["editor.wordWrap"] == "on"
    assert made["yaml.schemas"]["./other.json"] == "other.yml"
    run("schema", target, "--folder", toolkit_folder)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == first


def test_settings_with_remarks_are_left_alone(toolkit_folder: Path) -> None:
    """Exit code 1, what to do, and nothing is written."""
    target = toolkit_folder / ".vscode"
    target.mkdir()
    (target / "settings.json").write_text("{ // mine\n}\n", encoding="utf-8")
    result = run("schema", target, "--folder", toolkit_folder)
    assert result.exit_code == 1
    assert "holds remarks or mistakes, so nothing can be added to it." in result.stderr
    assert [path.name for path in target.iterdir()] == ["settings.json"]


def test_another_folder_is_named_by_its_whole_address(toolkit_folder: Path, tmp_path: Path) -> None:
    """And the user is told where VS Code looks."""
    target = tmp_path / "schemas"
    result = run("schema", target, "--folder", toolkit_folder)
    assert result.exit_code == 0
    assert result.stdout.endswith(
        "VS Code reads only .vscode/settings.json: copy the settings there.\n"
    )
    bound = json.loads((target / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert f"{target.as_uri()}/law.schema.json" in bound


def test_a_folder_that_cannot_be_made_is_told(toolkit_folder: Path) -> None:
    """A file stands in the way."""
    result = run("schema", toolkit_folder / "mkdocs.yml" / "x", "--folder", toolkit_folder)
    assert result.exit_code == 1
    assert "was not made" in result.stderr
