"""What changed, in words: by action, whatever the layout, safe to post and never too long."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing import since
from generator.editing.diff import compare
from generator.editing.inert import words
from generator.editing.markdown import MOST, markdown
from generator.editing.things import Snapshot, snapshot
from tests.content.test_mutations import COMMON, FILES
from tests.editing.repository import committed, git
from tests.flows.hostile import Shown
from tests.frozen import FROZEN, change, copy, write
from tests.test_cli import run

REC = "toolkits/hospitality/recruitment.yml"
CUL = "toolkits/hospitality/culture.yml"
SECTOR = "toolkits/hospitality/sector.yml"
NOTHING = (
    "## What changes for readers\n\n"
    "Nothing that readers see has changed: no action, page, source or law.\n"
)


@cache
def frozen_snapshot() -> Snapshot:
    """What the frozen toolkit holds."""
    return snapshot(FROZEN)


def told(folder: Path) -> str:
    """What changed between the frozen toolkit and a copy of it."""
    new = snapshot(folder)
    return markdown(
        compare(frozen_snapshot(), new), {own.id: own.title for own in new.of("sector")}
    )


def cut(folder: Path, path: str, start: str, end: str = "") -> str:
    """Takes out a part of a file, from one text to the next, and gives it back."""
    text = (folder / path).read_text(encoding="utf-8")
    first = text.index(start)
    last = text.index(end, first + 1) if end else len(text)
    write(folder, path, text[:first] + text[last:])
    return text[first:last]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            REC,
            "Write five questions",
            "Write six questions",
            (('Changed: HOS-REC-01: Score interviews: <same> questions & "fair" '
              "marks · /hospitality/recruitment/#hos-rec-01 (step)"),
             "- step 1: Write ~~five~~ **six** questions before anyone opens an application."),
        ),
        (
            REC,
            "title: Show pay and hours in each advert",
            "title: Show pay and hours in every advert",
            (("Retitled: HOS-REC-02: Show pay and hours in every advert · "
              "/hospitality/recruitment/#hos-rec-02 (title)"),
             "- title: Show pay and hours in ~~each~~ **every** advert"),
        ),
        (
            REC,
            "      micro:\n        priority: foundational",
            "      micro:\n        priority: enhanced",
            ("(priority for Micro-enterprises)",
             "- priority for Micro-enterprises: ~~foundational~~ **enhanced**"),
        ),
        (
            CUL,
            "      large: {priority: enhanced, lead: board}\n",
            "      medium: {priority: enhanced, lead: hr-manager}\n",
            ("(now also for Medium-sized organisations, no longer for Large organisations)",
             "- no longer for Large organisations: ~~enhanced, led by board~~"),
        ),
        (
            REC,
            "Ask a neighbour to sit in",
            "Ask a friend to sit in",
            ("(step 1 for Micro-enterprises)",
             ("- step 1 for Micro-enterprises: Ask a ~~neighbour~~ **friend** to "
              "sit in when only …")),
        ),
        (
            REC,
            "    cost: low\n",
            "",
            ("(cost)",
             "- cost: ~~low~~"),
        ),
        (
            REC,
            "[black-men-16-24, black-women]",
            "[black-women, nobody-aims-here]",
            ("(groups)",
             "- groups: ~~black-men-16-24~~ **nobody-aims-here**"),
        ),
        (
            REC,
            "strength: practice",
            "strength: not-assessed",
            ("(evidence: strength)",
             "- evidence: strength: ~~practice~~ **not-assessed**"),
        ),
        (
            REC,
            "Total: ______ of 10",
            "Total: ______ of 20",
            ('(words to copy "Score sheet": paragraph)',
             "of ~~10~~ **20** \\| signed: \\_\\_"),
        ),
        (
            "toolkits/law.yml",
            "You must not treat",
            "You must never treat",
            ("Changed: equal-treatment: Equal treatment · /law/#equal-treatment (says)",
             "- Cited by HOS-CUL-01, HOS-REC-01."),
        ),
        (
            "toolkits/sources.yml",
            'publisher: Test publisher\n  date: "2023"',
            'publisher: Test publisher\n  date: "2025"',
            ("Changed: test-review: A review of trials · /evidence/#test-review (date)",
             "- date: ~~2023~~ **2025**"),
        ),
        (
            SECTOR,
            "description: A chain with a board.",
            "description: A chain that has a board.",
            (("Changed: the audience “Large organisations” · "
              "/hospitality/for/large/ (description)"),
             "- description: A chain ~~with~~ **that has** a board."),
        ),
        (
            SECTOR,
            "value: 18.7",
            "value: 19.1",
            (('Changed: the sector · /hospitality/ (figure "Share of jobs <by '
              'kind> & place": value "Low-paid jobs": value)'),
             ('figure "Share of jobs \\<by kind\\> \\& place": value "Low-paid '
              'jobs": value: ~~18.7~~ **19.1**')),
        ),
        (
            CUL,
            "how: Keep a list with dates.",
            "how: Keep a list with days.",
            (("Changed: what to measure in culture · /hospitality/culture/ "
              '(measure "Complaints raised and answered": how)'),
             "Keep a list with ~~dates.~~ **days.**"),
        ),
        (
            "themes/culture.yml",
            "Running one training session",
            "Running one short training session",
            ("Changed: culture: Culture · /themes/culture/ (mistake)",
             "- mistake 1: Running one **short** training session and changing nothing else."),
        ),
        (
            "toolkits/vocabulary.yml",
            "Black women",
            "Black women of any age",
            ("Changed: toolkits/vocabulary.yml (groups: black-women)",
             "- groups: black-women: Black women **of any age**"),
        ),
    ],
)  # fmt: skip
def test_a_change_is_told_by_what_and_where_it_is(
    toolkit_folder: Path, path: str, old: str, new: str, expected: tuple[str, str]
) -> None:
    """The line says what, which, where and in which fields; below it stand the words."""
    change(toolkit_folder, path, old, new)
    text = told(toolkit_folder)
    summary = re.search(r"<summary>(<b>.*)</summary>", text)
    assert summary
    line = html.unescape(re.sub(r"</?(b|code)>|<!-- -->", "", summary.group(1)))
    assert text.count("<b>") == 1
    assert expected[0] in line
    assert expected[1] in text


def retire(folder: Path) -> None:
    """Retires HOS-CUL-02."""
    cut(folder, CUL, "    why: Late shifts")
    with (folder / CUL).open("a", encoding="utf-8") as file:
        file.write(
            "    status: retired\n    replaced_by: [HOS-CUL-01]\n    changes:\n"
            "      - {on: 2026-07-01, kind: retired, note: Gone.}\n"
        )


def remove(folder: Path) -> None:
    """Deletes HOS-CUL-02."""
    cut(folder, CUL, "  - id: HOS-CUL-02")


def add(folder: Path) -> None:
    """Adds HOS-CUL-03."""
    again = cut(folder, CUL, "  - id: HOS-CUL-02")
    with (folder / CUL).open("a", encoding="utf-8") as file:
        file.write(again + again.replace("HOS-CUL-02", "HOS-CUL-03"))


def restore(folder: Path) -> None:
    """Brings HOS-REC-03 back."""
    entries = (
        "      - {on: 2026-03-03, kind: added, note: First published.}\n      - {on: 2026-06-07"
    )
    cut(folder, REC, "    status: retired\n", f"    changes:\n{entries}")


def move(folder: Path) -> None:
    """Moves HOS-REC-02 to the other theme."""
    assert run("new", "action", "hospitality", "culture", "--replaces", "HOS-REC-02",
               "--folder", folder).exit_code == 0  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "line", "more"),
    [
        (retire, "Actions: 1 retired.", "- Readers are sent on to HOS-CUL-01."),
        (remove, "Actions: 1 removed.", "> **HOS-CUL-02 was removed.** Readers' plans, printed"),
        (add, "Actions: 1 added.", "- step 1: **Look at three months of rotas together.**"),
        (restore, "Actions: 1 brought back.", "<b>Brought back:</b> HOS-REC-03"),
        (move, "Actions: 1 moved.", "(was <code>HOS-REC-02</code>)"),
    ],
)
def test_actions_that_come_and_go_are_told_as_that(
    toolkit_folder: Path, edit: Callable[[Path], None], line: str, more: str
) -> None:
    """Added, retired, removed, brought back and moved are counted and told apart."""
    edit(toolkit_folder)
    text = told(toolkit_folder)
    assert line in text
    assert more in text
    assert "## What changes for readers" in text


def test_the_order_and_the_layout_of_yaml_do_not_count(toolkit_folder: Path) -> None:
    """Other quotes, line breaks, remarks, order of fields and entries, Windows line ends."""
    why = "why: People with no savings cannot guess what a job pays."
    folded = "why: >-\n      People with no savings\n      cannot guess what a job pays."
    change(toolkit_folder, REC, why, f"# a remark\n    {folded}")
    change(
        toolkit_folder,
        REC,
        "[test-trial, test-review]",
        "\n        - test-review\n        - test-trial",
    )
    first = cut(toolkit_folder, CUL, "  - id: HOS-CUL-01", "  - id: HOS-CUL-02")
    text = (toolkit_folder / CUL).read_text(encoding="utf-8") + first
    write(toolkit_folder, CUL, text.replace("\n", "\r\n"))
    title = cut(toolkit_folder, SECTOR, "title: Hospitality\n", "code:")
    with (toolkit_folder / SECTOR).open("a", encoding="utf-8") as file:
        file.write(title)
    assert told(toolkit_folder) == NOTHING


def test_a_renamed_sector_has_moved_and_is_not_gone(toolkit_folder: Path) -> None:
    """With `was`, its actions keep their ids and are told at their new address."""
    (toolkit_folder / "toolkits/hospitality").rename(toolkit_folder / "toolkits/food")
    change(
        toolkit_folder, "toolkits/food/sector.yml", "was: [hotels]", "was: [hotels, hospitality]"
    )
    text = told(toolkit_folder)
    assert "Actions: 5 moved." in text
    assert "removed" not in text
    assert "(was <code>/hospitality/culture/#<!-- -->hos-cul-01</code>)" in text


def test_a_renamed_audience_and_theme_change_no_action(toolkit_folder: Path) -> None:
    """Actions are compared under the names that audiences and themes have now."""
    change(toolkit_folder, SECTOR, "id: micro\n", "id: tiniest\n")
    change(toolkit_folder, SECTOR, "was: [tiny]", "was: [tiny, micro]")
    for path in (REC, CUL):
        text = (toolkit_folder / path).read_text(encoding="utf-8")
        write(toolkit_folder, path, text.replace("      micro:", "      tiniest:"))
    text = told(toolkit_folder)
    assert "No action changes." in text
    assert "(was <code>/hospitality/for/micro/</code>)" in text


def test_two_sectors_that_became_one_are_no_trouble(toolkit_folder: Path) -> None:
    """Both old names stand in `was`; the actions of both are told where they are now."""
    for name in ("hospitality", "healthcare"):
        (toolkit_folder / "toolkits" / name).rename(toolkit_folder / "toolkits" / f"new-{name}")
    path = "toolkits/new-hospitality/sector.yml"
    change(toolkit_folder, path, "was: [hotels]", "was: [hotels, hospitality, healthcare]")
    assert "Actions: 7 moved." in told(toolkit_folder)


def test_pages_written_by_hand_are_told_by_paragraph(toolkit_folder: Path) -> None:
    """With the page's address, and only the paragraph that differs."""
    page = toolkit_folder / "toolkits/about.md"
    write(toolkit_folder, "toolkits/about.md", page.read_text(encoding="utf-8") + "\nA new end.\n")
    text = told(toolkit_folder)
    assert "No action changes. Beside them: 1 page written by hand." in text
    assert "### Pages written by hand" in text
    assert "<code>toolkits/about.md</code> · <code>/about/</code>" in text
    assert "**A new end.**" in text


def test_the_pages_to_look_at_are_named_once(toolkit_folder: Path) -> None:
    """The page of the theme, and the table of an audience whose priority changed."""
    change(toolkit_folder, REC, "Write five questions", "Write six questions")
    change(toolkit_folder, REC, "medium: {priority: enhanced", "medium: {priority: foundational")
    text = told(toolkit_folder)
    assert text.endswith(
        "<details><summary>2 pages to look at</summary>\n\n"
        "- `/hospitality/recruitment/`\n- `/hospitality/for/medium/`\n\n</details>\n"
    )


def test_what_cannot_be_read_is_said_and_the_rest_is_told(toolkit_folder: Path) -> None:
    """A broken file stops nothing, and its actions do not seem to be gone."""
    change(toolkit_folder, CUL, "measures:", "measures: [")
    change(toolkit_folder, REC, "    cost: low\n", "")
    text = told(toolkit_folder)
    assert f"> Not compared, because it could not be read as it is now: `{CUL}`." in text
    assert "Actions: 1 changed." in text
    assert "removed" not in text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a *b* _c_ `d` ~~e~~", r"a \*b\* \_c\_ \`d\` \~\~e\~\~"),
        ("<script>&amp;", r"\<script\>\&amp;"),
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        (
            "ask @octocat about #12 or GH-12",
            "ask @<!-- -->octocat about #<!-- -->12 or GH-<!-- -->12",
        ),
        (
            "https://example.org www.example.org",
            "https:/<!-- -->/example.org www<!-- -->.example.org",
        ),
        ("a | b \\ c", r"a \| b \\ c"),
    ],
)
def test_words_are_shown_as_typed_and_call_nobody(typed: str, shown: str) -> None:
    """Text from a fork makes no mark-up, no link, no mention and no reference."""
    assert words(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "**bold** __bold__ *it* _it_ ~~gone~~ `code`",
        "[words](https://example.org) ![picture](/x.png) <https://example.org>",
        "<script>alert(1)</script> <b>bold</b> <!-- hidden -->",
        "ends with a star* and with two**",
        "*starts with one; a\\backslash\\",
        "&lt;b&gt; &amp; &#64;someone @someone @some-team/all",
        "#12 and GH-12, org/name#12, 5 > 3 | x < y",
        "www.example.org, https://example.org/a_b_c and someone@example.org",
        "1. one - two + three > four $a$ !",
        "~~~ ``` $$",
        "[^1] [@source] [x]: /y",
    ],
)
def test_github_shows_words_as_they_were_typed(typed: str) -> None:
    """By GitHub's own parser: no mark-up comes of a text, and none of its signs are lost."""
    for piece, tag in (("~~", "del"), ("**", "strong"), ("", "")):
        shown = Shown(f"- step 1: one {piece}{words(typed)}{piece} two")
        assert "".join(shown.texts).strip() == f"step 1: one {typed} two"
        assert sorted(shown.tags) == sorted(["ul", "li", *([tag] if tag else [])])
        assert not [text for text in shown.texts if re.search(r"[@#][A-Za-z0-9]", text)]


def test_titles_are_shown_as_they_were_typed(toolkit_folder: Path) -> None:
    """In the line that folds, which is HTML and not Markdown."""
    change(toolkit_folder, REC, "title: Show pay and hours in each advert",
           'title: "Pay <b>& `hours` *now* @acas</b> #12"')  # fmt: skip
    shown = Shown(told(toolkit_folder))
    assert "Pay <b>& `hours` *now* @acas</b> #12" in "".join(shown.texts)
    assert set(shown.tags) <= {"h2", "h3", "p", "del", "strong", "ul", "li", "details", "summary",
                               "b", "code"}  # fmt: skip
    assert shown.tags.count("b") == 1


def test_a_comment_is_never_too_long(toolkit_folder: Path) -> None:
    """Beyond the limit changes are counted, and the words say where all of them are."""
    entries = "".join(
        f"- id: test-{number}\n  title: {'A long title ' * 15}{number}\n  publisher: Test\n"
        f"  url: https://example.org/{number}\n  read_on: 2026-02-01\n  kind: trial\n"
        for number in range(400)
    )
    with (toolkit_folder / "toolkits/sources.yml").open("a", encoding="utf-8") as file:
        file.write(entries)
    text = told(toolkit_folder)
    assert MOST / 2 < len(text) <= MOST
    shown = text.count("<b>Added:</b>")
    assert f"**{400 - shown} more are not shown, because a comment may not be longer.**" in text
    assert "`toolkits diff --format json` tells all of them." in text


@settings(max_examples=150, derandomize=True, database=None, deadline=None)
@given(path=st.sampled_from(FILES), seed=st.integers(0, 10_000))
def test_no_mutation_breaks_the_comparison(mutated: Path, path: str, seed: int) -> None:
    """Whatever stands in a file, before or now, it is compared or named as not read."""
    before = data = (mutated / path).read_bytes()
    chance = Random(seed)  # noqa: S311 # nothing here is secret
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(COMMON)(data, chance)
    try:
        (mutated / path).write_bytes(data)
        new, old = snapshot(mutated), frozen_snapshot()
        told = [markdown(compare(*pair), {}) for pair in ((old, new), (new, old))]
        problems = [*since.check(mutated, old, new), *since.check(FROZEN, new, old)]
    finally:
        (mutated / path).write_bytes(before)
    for said in told:
        assert said.startswith("## What changes for readers\n\n")
        assert len(said) <= MOST
    for problem in problems:
        assert problem.describe().endswith(f"\n  {problem.fix}")


@pytest.mark.parametrize("value", ["x", "{a: b}", "[[a]]", "[{a: b}]"])
@pytest.mark.parametrize(
    ("path", "field"),
    [
        (REC, "    replaced_by: [HOS-REC-01]"),
        (REC, "    audiences:\n      medium: {priority: enhanced, lead: hr-manager}"),
        (SECTOR, "was: [hotels]"),
        (SECTOR, "order: 2"),
        (SECTOR, "title: Hospitality"),
        (CUL, "  - id: HOS-CUL-02"),
        (CUL, "    related: [HOS-CUL-01]"),
    ],
)
def test_a_field_of_another_kind_breaks_no_comparison(
    toolkit_folder: Path, path: str, field: str, value: str
) -> None:
    """A list where a text belongs, or the like: check tells it, and the rest is compared."""
    change(toolkit_folder, path, field, f"{field.partition(':')[0]}: {value}")
    old, new = frozen_snapshot(), snapshot(toolkit_folder)
    for pair in ((old, new), (new, old)):
        assert markdown(compare(*pair), {}).startswith("## What changes for readers\n\n")
    for problem in since.check(toolkit_folder, old, new):
        assert problem.describe().endswith(f"\n  {problem.fix}")


@pytest.fixture(scope="module")
def mutated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy for all examples; each puts back what it changes."""
    return copy(tmp_path_factory.mktemp("mutated") / "toolkit")


# With real Git.


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the frozen toolkit with a history of one commit."""
    return committed(copy(tmp_path / "repository"))


def test_the_folder_is_compared_with_a_branch(repository: Path) -> None:
    """What is not committed yet counts too."""
    change(repository, REC, "    cost: low\n", "")
    result = run("diff", "main", "--folder", repository)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "- cost: ~~low~~\n" in result.stdout
    assert run("diff", "HEAD", "--folder", repository).stdout == result.stdout


def test_nothing_changed_is_said(repository: Path) -> None:
    """One sentence, and exit code 0."""
    result = run("diff", "HEAD", "--folder", repository)
    assert (result.exit_code, result.stdout) == (0, NOTHING)


def test_later_changes_of_the_base_are_not_ours(repository: Path) -> None:
    """A branch is compared with where it left, so it does not seem to undo what came later."""
    git(repository, "switch", "--quiet", "--create=ours")
    change(repository, REC, "    cost: low\n", "")
    committed(repository)
    git(repository, "switch", "--quiet", "main")
    change(repository, CUL, "    law: [equal-treatment]\n", "")
    committed(repository)
    git(repository, "switch", "--quiet", "ours")
    text = run("diff", "main", "--folder", repository).stdout
    assert "HOS-REC-02" in text
    assert "HOS-CUL-01" not in text


def test_a_project_below_the_root_of_its_repository_works(tmp_path: Path) -> None:
    """Its files are looked for where it lies."""
    folder = copy(tmp_path / "around" / "project")
    committed(tmp_path / "around")
    change(folder, REC, "    cost: low\n", "")
    assert "- cost: ~~low~~\n" in run("diff", "HEAD", "--folder", folder).stdout


def test_a_shallow_clone_says_how_to_fetch_the_rest(repository: Path, tmp_path: Path) -> None:
    """It works with what is there, and a revision that is not gets a plain message."""
    older = git(repository, "rev-parse", "HEAD")
    change(repository, REC, "    cost: low\n", "")
    committed(repository)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), str(shallow))
    assert run("diff", "HEAD", "--folder", shallow).stdout == NOTHING
    result = run("diff", older, "--folder", shallow)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.endswith(
        f'Error: Git knows no revision "{older}" here. This clone is shallow: it holds only the '
        'newest commits. Fetch the rest with "git fetch --unshallow origin", then try again.\n'
    )


@pytest.mark.parametrize("revision", ["nowhere", "--help", "", "main..main", "HEAD:toolkits"])
def test_an_unknown_revision_is_a_wrong_use(repository: Path, revision: str) -> None:
    """Exit code 2 and what to write, whatever is typed."""
    result = run("diff", "--folder", repository, "--", revision)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f'Error: Git knows no revision "{revision}" here. Write a branch' in result.stderr


def test_a_folder_without_git_is_told(toolkit_folder: Path) -> None:
    """Exit code 2 in plain words."""
    result = run("diff", "HEAD", "--folder", toolkit_folder)
    assert result.exit_code == 2
    assert "is not in a Git repository, so there is nothing to compare it with." in result.stderr


def test_a_machine_without_git_is_told(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Exit code 2, and where to get it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("diff", "HEAD", "--folder", repository)
    assert result.exit_code == 2
    assert "Git is not installed" in result.stderr


def test_a_revision_without_toolkits_is_told(repository: Path) -> None:
    """A branch of something else, such as the published pages."""
    git(repository, "switch", "--quiet", "--orphan=pages")
    committed(repository)
    git(repository, "switch", "--quiet", "main")
    result = run("diff", "pages", "--folder", repository)
    assert result.exit_code == 2
    assert 'There are no toolkits at "pages".' in result.stderr


def test_errors_at_the_base_are_said(repository: Path) -> None:
    """What can be read is compared."""
    change(repository, CUL, "measures:", "measures: [")
    committed(repository)
    change(repository, CUL, "measures: [", "measures:")
    change(repository, REC, "    cost: low\n", "")
    result = run("diff", "HEAD", "--folder", repository)
    assert result.exit_code == 0
    assert (
        f"> Not compared, because it could not be read as it was before: `{CUL}`." in result.stdout
    )
    assert "Actions: 1 changed." in result.stdout


def test_the_json_tells_the_same(repository: Path) -> None:
    """Every field that the README names, for each change."""
    change(repository, REC, "Write five questions", "Write six questions")
    data = json.loads(run("diff", "HEAD", "--format", "json", "--folder", repository).stdout)
    assert data == {
        "form": 1,
        "base": "HEAD",
        "not_compared": {"before": [], "now": []},
        "changes": [
            {
                "what": "changed",
                "kind": "action",
                "id": "HOS-REC-01",
                "title": 'Score interviews: <same> questions & "fair" marks',
                "sector": "hospitality",
                "theme": "recruitment",
                "file": REC,
                "line": 10,
                "address": "/hospitality/recruitment/#hos-rec-01",
                "before": "",
                "goes_to": [],
                "reason": "",
                "used_by": [],
                "pages": ["/hospitality/recruitment/#hos-rec-01"],
                "fields": [
                    {
                        "label": "step 1",
                        "words": [
                            {"is": "same", "text": "Write"},
                            {"is": "gone", "text": "five"},
                            {"is": "new", "text": "six"},
                            {"is": "same", "text": "questions before anyone opens an application."},
                        ],
                    }
                ],
            }
        ],
    }
