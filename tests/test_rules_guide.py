"""The guide of the rules: every code has its place there, and every example is tried."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.content.load import load
from generator.editing import since
from generator.editing.telling import GUIDE
from generator.editing.things import snapshot
from tests.frozen import FROZEN, change, copy, write

TEXT = (Path(__file__).parent.parent / GUIDE).read_text(encoding="utf-8")
_RULE = re.compile(
    r"^### `(?P<code>[a-z0-9-]+)`\n(?P<body>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
_TRY = re.compile(r"^<!-- try: (?P<where>.*?) -->$", re.MULTILINE)
_EXAMPLE = re.compile(
    r"^(?P<kind>Not like this|Like this):\n\n```\w+\n(?P<text>.*?)\n?```$", re.MULTILINE | re.DOTALL
)
_SIGN = re.compile(r"(?P<sign>.) is (?:U\+(?P<point>[0-9A-F]{4})|a byte (?P<byte>[0-9A-F]{2}))")


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, where its examples are tried, and the two examples, empty where they are words."""

    code: str
    where: str
    bad: str
    good: str

    def __str__(self) -> str:
        return self.code


def rules() -> list[Rule]:
    """Every rule of the guide."""
    found = []
    for match in _RULE.finditer(TEXT):
        (where,) = _TRY.findall(match["body"])
        shown = {own["kind"]: own["text"] for own in _EXAMPLE.finditer(match["body"])}
        bad, good = shown.get("Not like this", ""), shown.get("Like this", "")
        found.append(Rule(match["code"], where, bad, good))
    return found


def codes(folder: Path, rule: Rule) -> list[str]:
    """What is told of a copy; where the guide says so, only what shows beside the frozen one."""
    if "beside an earlier state" in rule.where:
        problems = since.check(folder, snapshot(FROZEN), snapshot(folder))
    else:
        problems = iter(load(folder).problems)
    return [problem.code for problem in problems]


def put(folder: Path, rule: Rule, example: str) -> None:
    """Puts an example into a copy of the frozen toolkit, as the guide's remark says."""
    path, *options = rule.where.split("; ")
    verb, _, rest = path.partition(" ")
    if verb in {"whole", "new"}:
        write(folder, rest, example + "\n")
    elif rest:
        do(folder, verb, rest)
    else:
        put_in(folder / path, rule.good, example, options)


def do(folder: Path, verb: str, rest: str) -> None:
    """What is done to files themselves: the word, and the path it is done to."""
    path = folder / rest
    if verb == "move":
        old, new = rest.split(" to ")
        (folder / old).rename(folder / new)
    elif verb == "add":
        write(folder, rest, "Words.\n")
    elif verb == "fill":
        for number in range(5001):
            write(folder, f"{rest}/{number}.png", b"")
    elif verb == "without":
        path.unlink()
    elif verb == "link":
        path.unlink()
        path.symlink_to("nowhere")
    elif verb == "pipe":
        path.unlink()
        os.mkfifo(path)
    else:
        pytest.fail(f"the guide does not explain {verb!r}")


def put_in(file: Path, instead: str, example: str, options: list[str]) -> None:
    """Puts an example into a file, in place of the good one or of what the options name."""
    data = example.encode()
    for option in options:
        if option.startswith("in place of"):
            instead = option.removeprefix("in place of ").strip("`").replace("\\n", "\n")
            data += b"\n" if instead.endswith("\n") and example else b""
        elif option.endswith(" times"):
            first, last = example.split("\n")
            data = (f"{first}\n" * int(option.split()[0]) + last).encode()
        elif sign := _SIGN.fullmatch(option):
            byte = bytes.fromhex(sign["byte"]) if sign["byte"] else b""
            data = data.replace(sign["sign"].encode(), byte or chr(int(sign["point"], 16)).encode())
    change(file.parent, file.name, instead, data)


@pytest.mark.parametrize("rule", rules(), ids=str)
def test_what_the_guide_warns_of_is_found(tmp_path: Path, rule: Rule) -> None:
    """The example gives one problem, of this code; "among others" says where there are more."""
    folder = copy(tmp_path / "toolkit")
    put(folder, rule, rule.bad)
    told = codes(folder, rule)
    if rule.where.endswith("among others"):
        assert told.count(rule.code) == 1
    else:
        assert told == [rule.code]


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.good], ids=str)
def test_what_the_guide_advises_passes(tmp_path: Path, rule: Rule) -> None:
    """The good example gives no problem, in the very same place."""
    folder = copy(tmp_path / "toolkit")
    put(folder, rule, rule.good if " times" not in rule.where else f"# Once.\n{rule.good}")
    told = codes(folder, rule)
    if rule.where.endswith("among others"):
        assert rule.code not in told
    else:
        assert told == []


def test_every_rule_says_what_and_shows_how() -> None:
    """No place in the guide is a heading alone."""
    for match in _RULE.finditer(TEXT):
        assert re.match(r"\n[A-Z`].*?\.\n", match["body"], re.DOTALL), match["code"]
        assert "Not like this:" in match["body"], match["code"]
        assert "Like this:" in match["body"], match["code"]
