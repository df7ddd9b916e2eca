"""What can be wrong with the files themselves: missing, misnamed, in the way, not to be opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content.load import load
from tests.content.faults import told
from tests.frozen import FROZEN, copy, write

Deed = Callable[[Path], object]
NOT_KNOWN = "The toolkits do not know this file, so nothing of it would be shown."
SHOWS = "CONTRIBUTING.md shows what belongs in it."


def remove(path: str) -> Deed:
    """Deletes a file or a folder."""

    def deed(folder: Path) -> None:
        target = folder / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    return deed


def rename(path: str, other: str) -> Deed:
    """Renames a file or a folder."""
    return lambda folder: (folder / path).rename(folder / other)


def add(path: str) -> Deed:
    """Adds a file with a heading in it."""
    return lambda folder: write(folder, path, "# Word\n")


def add_folder(path: str) -> Deed:
    """Adds an empty folder."""
    return lambda folder: (folder / path).mkdir(parents=True)


def lead_nowhere(path: str) -> Deed:
    """Adds a link to a file that is not there."""
    return lambda folder: (folder / path).symlink_to("nowhere")


def missing(path: str, holds: str) -> tuple[str, str, str, str]:
    """What is told of a file that is not there."""
    name = path.rsplit("/", maxsplit=1)[-1]
    message = f"There is no {name} here; it holds {holds}."
    return f"{path}:1:1", "missing-file", message, f"Add {path}. {SHOWS}"


def unexpected(path: str, help_: str) -> tuple[str, str, str, str]:
    """What is told of a file that should not be there."""
    return f"{path}:1:1", "unexpected-file", NOT_KNOWN, f"Rename or remove it: {help_}"


def reserved(path: str) -> tuple[str, str, str, str]:
    """What is told of a folder or a theme with the name of a page."""
    name = path.rsplit("/", maxsplit=1)[-1].removesuffix(".yml")
    message = f'"{name}" is the address of a page the site makes itself, which this would hide.'
    return f"{path}:1:1", "reserved-name", message, "Choose another name."


def hides(path: str, page: str) -> tuple[str, str, str, str]:
    """What is told of a hand-written page at the address of a generated one."""
    message = f"The site makes the page /{page}/ itself; this file would hide it."
    return f"{path}:1:1", "reserved-name", message, "Rename the file."


def leads_away(path: str) -> tuple[str, str, str, str]:
    """What is told of a link."""
    message = "This is a link to another place, and what lies there may not be ours to show."
    fix = "Put the file itself here, or delete the link."
    return f"{path}:1:1", "symbolic-link", message, fix


HOS = "toolkits/hospitality"
CASES: dict[str, tuple[Deed, tuple[str, str, str, str]]] = {
    "no list of sources": (
        remove("toolkits/sources.yml"),
        missing("toolkits/sources.yml", "the publications that the content cites"),
    ),
    "no list of law": (
        remove("toolkits/law.yml"),
        missing("toolkits/law.yml", "what the law says"),
    ),
    "no list of resources": (
        remove("toolkits/resources.yml"),
        missing("toolkits/resources.yml", "what readers can go on to"),
    ),
    "no list of frameworks": (
        remove("toolkits/frameworks.yml"),
        missing("toolkits/frameworks.yml", "the frameworks that actions serve"),
    ),
    "no vocabulary": (
        remove("toolkits/vocabulary.yml"),
        missing("toolkits/vocabulary.yml", "the words that actions choose from"),
    ),
    "no actions for a theme": (
        remove(f"{HOS}/culture.yml"),
        missing(f"{HOS}/culture.yml", "the sector's actions for this theme"),
    ),
    "a sector that does not say what it is": (
        remove(f"{HOS}/sector.yml"),
        missing(f"{HOS}/sector.yml", "what the sector is"),
    ),
    "a theme that sectors have actions for": (
        remove("themes/culture.yml"),
        missing("themes/culture.yml", "the theme for which 2 sectors have actions"),
    ),
    "no themes": (
        remove("themes"),
        (
            "themes:1:1",
            "missing-file",
            "There is no folder themes here; it holds one file for each theme.",
            f"Add themes. {SHOWS}",
        ),
    ),
    "a list with a mistyped name": (
        rename("toolkits/resources.yml", "toolkits/resource.yml"),
        unexpected("toolkits/resource.yml", "it seems to be resources.yml."),
    ),
    "a list nobody knows": (
        add("toolkits/contacts.yml"),
        unexpected(
            "toolkits/contacts.yml",
            "no list has this name. "
            "Choose from: frameworks, law, resources, sources, style, vocabulary.",
        ),
    ),
    "actions saved as text": (
        rename(f"{HOS}/culture.yml", f"{HOS}/culture.yml.txt"),
        unexpected(f"{HOS}/culture.yml.txt", "it seems to be culture.yml."),
    ),
    "a list saved as text": (
        rename("toolkits/law.yml", "toolkits/law.yml.txt"),
        unexpected("toolkits/law.yml.txt", "it seems to be law.yml."),
    ),
    "a sector saved as text": (
        rename(f"{HOS}/sector.yml", f"{HOS}/sector.yml.txt"),
        unexpected(f"{HOS}/sector.yml.txt", "it seems to be sector.yml."),
    ),
    "a theme saved as text": (
        rename("themes/culture.yml", "themes/culture.yml.txt"),
        unexpected("themes/culture.yml.txt", "a theme's file is named like retention.yml."),
    ),
    "actions with the other ending": (
        rename(f"{HOS}/culture.yml", f"{HOS}/culture.yaml"),
        unexpected(f"{HOS}/culture.yaml", "it seems to be culture.yml."),
    ),
    "actions with a mistyped name": (
        rename(f"{HOS}/culture.yml", f"{HOS}/cultur.yml"),
        unexpected(f"{HOS}/cultur.yml", "it seems to be culture.yml."),
    ),
    "actions for no theme": (
        add(f"{HOS}/notes.yml"),
        unexpected(
            f"{HOS}/notes.yml",
            "no theme has this name. Choose from: culture, recruitment.",
        ),
    ),
    "a theme with a space in its name": (
        add("themes/Pay gaps.yml"),
        unexpected("themes/Pay gaps.yml", "a theme's file is named like retention.yml."),
    ),
    "a file of another kind among the themes": (
        add("themes/readme.md"),
        unexpected("themes/readme.md", "a theme's file is named like retention.yml."),
    ),
    "a folder among the themes": (
        add_folder("themes/old.yml"),
        unexpected("themes/old.yml", "a theme's file is named like retention.yml."),
    ),
    "a sector with capitals in its name": (
        rename(HOS, "toolkits/Hospitality"),
        (
            "toolkits/Hospitality:1:1",
            "unexpected-file",
            "The toolkits do not know this folder, so nothing of it would be shown.",
            "Rename or remove it: a sector's folder is named like social-care.",
        ),
    ),
    "a theme with the name of a page": (
        add("themes/checklist.yml"),
        reserved("themes/checklist.yml"),
    ),
    "a theme with the name of a sector's file": (
        add("themes/sector.yml"),
        reserved("themes/sector.yml"),
    ),
    "a page that hides a list": (add("toolkits/law.md"), hides("toolkits/law.md", "law")),
    "a page that hides a page to come": (
        add("toolkits/plan.md"),
        hides("toolkits/plan.md", "plan"),
    ),
    "a page that hides a sector": (
        add("toolkits/hospitality.md"),
        hides("toolkits/hospitality.md", "hospitality"),
    ),
    "a page that hides a sector from inside": (
        add(f"{HOS}/index.md"),
        hides(f"{HOS}/index.md", "hospitality"),
    ),
    "a page that hides a sector's theme": (
        add(f"{HOS}/culture.md"),
        hides(f"{HOS}/culture.md", "hospitality/culture"),
    ),
    "a page that hides a checklist": (
        add(f"{HOS}/checklist.md"),
        hides(f"{HOS}/checklist.md", "hospitality/checklist"),
    ),
    "a page that hides an audience": (
        add(f"{HOS}/for/micro.md"),
        hides(f"{HOS}/for/micro.md", "hospitality/for/micro"),
    ),
    "a page that hides a theme": (
        add("toolkits/themes/culture.md"),
        hides("toolkits/themes/culture.md", "themes/culture"),
    ),
    "a page that hides a framework": (
        add("toolkits/frameworks/board-charter.md"),
        hides("toolkits/frameworks/board-charter.md", "frameworks/board-charter"),
    ),
    "a page that is a link to one that is gone": (
        lead_nowhere("toolkits/story.md"),
        leads_away("toolkits/story.md"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_fault_gives_one_problem_word_for_word(toolkit_folder: Path, case: str) -> None:
    """A file that is missing, misnamed or in the way is told once, with what to do."""
    deed, expected = CASES[case]
    deed(toolkit_folder)
    assert told(toolkit_folder) == [expected]


@pytest.mark.parametrize(
    "name",
    ["actions", "plan", "data", "themes", "for", "checklist", "about", "index", "assets", "search"],
)
def test_a_sector_cannot_have_the_name_of_a_page(toolkit_folder: Path, name: str) -> None:
    """Every first part of an address that the site uses itself is refused, and told once."""
    (toolkit_folder / "toolkits/hospitality").rename(toolkit_folder / "toolkits" / name)
    assert told(toolkit_folder) == [reserved(f"toolkits/{name}")]


@pytest.mark.parametrize(
    "deed",
    [
        add("toolkits/hospitality/story.md"),
        lambda folder: write(folder, "toolkits/pictures/cafe.png", b"\x89PNG\r\n\x1a\n"),
        add("toolkits/.notes.yml"),
        add("toolkits/.drafts/idea.md"),
        add("themes/.notes.yml"),
        add_folder("toolkits/empty.md"),
        add_folder("toolkits/new"),
    ],
    ids=["page", "picture", "hidden list", "hidden page", "hidden theme", "folder.md", "folder"],
)
def test_other_files_are_left_alone(toolkit_folder: Path, deed: Deed) -> None:
    """Pages, pictures, hidden files and empty folders are no fault."""
    deed(toolkit_folder)
    assert told(toolkit_folder) == []


YAML = sorted(
    path.relative_to(FROZEN).as_posix()
    for path in FROZEN.rglob("*.yml")
    if path.name != "mkdocs.yml"
)


@pytest.mark.parametrize("path", [path for path in YAML if path != "toolkits/style.yml"])
def test_a_file_that_is_gone_is_told_once(toolkit_folder: Path, path: str) -> None:
    """Whatever cites what the file held, its absence is one cause and gives one message."""
    (toolkit_folder / path).unlink()
    assert [(place, code) for place, code, *_words in told(toolkit_folder)] == [
        (f"{path}:1:1", "missing-file")
    ]


@pytest.mark.parametrize("path", YAML)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [b]]\n", "unreadable"),
        ("", "empty-file"),
        ("&a []\n", "anchor"),
        ("word\n", "wrong-type"),
    ],
    ids=["unreadable", "empty", "anchor", "text"],
)
def test_a_file_that_says_nothing_is_told_once(
    toolkit_folder: Path, path: str, text: str, code: str
) -> None:
    """Whatever cites what the file held, one broken file gives one message."""
    write(toolkit_folder, path, text)
    assert [(place.split(":")[0], told_) for place, told_, *_words in told(toolkit_folder)] == [
        (path, code)
    ]


def test_a_file_of_nothing_but_faults_is_not_read_to_its_end(tmp_path: Path) -> None:
    """A thousand are told, and that there are more; nobody would read twenty thousand."""
    folder = copy(tmp_path / "toolkit")
    (folder / "toolkits/law.yml").write_text("\ta: b\n" * 20_000, encoding="utf-8")
    (folder / "toolkits/sources.yml").write_text("a: b\n" * 20_000, encoding="utf-8")
    problems = load(folder).problems
    for path in ("toolkits/law.yml", "toolkits/sources.yml"):
        own = [problem for problem in problems if problem.place.file.path == path]
        assert 1_000 < len(own) < 1_100
        assert own[0].message == (
            "More than 1,000 faults stand in this file, and the rest of it was not read."
        )
