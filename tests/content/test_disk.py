"""What may lie in the folders of content: no links, no odd names, nothing that a browser runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.content import disk
from generator.content.disk import KINDS, MAX_BESIDE, MAX_DEPTH, look
from generator.content.load import load
from tests.frozen import change, write

Deed = Callable[[Path], object]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
SIGNS = {
    ".png": PNG,
    ".jpg": b"\xff\xd8\xff\xe0 JFIF",
    ".jpeg": b"\xff\xd8\xff\xe1 Exif",
    ".gif": b"GIF89a ",
    ".webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    ".pdf": b"%PDF-1.7 ",
    ".docx": b"PK\x03\x04 ",
    ".xlsx": b"PK\x03\x04 ",
    ".txt": b"words",
    ".csv": b"a,b",
}


def codes(folder: Path) -> list[tuple[str, str]]:
    """File and code of every problem of a folder; each can be shown on one line and mended."""
    found = load(folder).problems
    for problem in found:
        assert str(problem.place).isprintable()
        assert problem.message.endswith(".")
        assert problem.fix.endswith((".", "?"))
    return [(problem.place.file.path, problem.code) for problem in found]


@pytest.mark.parametrize("kind", KINDS)
def test_files_that_a_browser_only_shows_may_lie_beside_the_content(
    toolkit_folder: Path, kind: str
) -> None:
    """Pictures, papers and plain data, also with an ending in capital letters."""
    write(toolkit_folder, f"toolkits/pictures/team{kind}", SIGNS[kind])
    write(toolkit_folder, f"toolkits/hospitality/Menu_2{kind.upper()}", SIGNS[kind])
    assert codes(toolkit_folder) == []


ACTIVE = (
    *("page.html", "page.HTM", "page.xhtml", "page.shtml", "page.php", "script.js", "script.mjs"),
    *(
        "picture.svg",
        "picture.svgz",
        "feed.xml",
        "style.css",
        "style.xsl",
        "code.wasm",
        "data.json",
    ),
    *("app.webmanifest", "old.swf", "macro.docm", "macro.xlsm", "run.exe", "run.sh", "all.zip"),
    *("page.markdown", "page.mkd", "page.MD", "list.YML", "photo.heic", "noending", "web.config"),
    *("team.png.html", "team.html.", "CNAME", "page.mht", "paper.doc", "x.pdf.js"),
)


@pytest.mark.parametrize("name", ACTIVE)
def test_no_other_file_may(toolkit_folder: Path, name: str) -> None:
    """Whatever a browser or a server might run, or a builder take for a page, is refused."""
    write(toolkit_folder, f"toolkits/hospitality/{name}", "<script>alert(1)</script>")
    path, code = codes(toolkit_folder)[0]
    assert path == f"toolkits/hospitality/{name}"
    assert code in {"wrong-kind", "bad-name"}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {".txt", ".csv"}))
def test_a_file_is_what_its_name_says(toolkit_folder: Path, kind: str) -> None:
    """A page under the name of a picture is refused."""
    write(toolkit_folder, f"toolkits/team{kind}", "<html><script>alert(1)</script>")
    assert codes(toolkit_folder) == [(f"toolkits/team{kind}", "wrong-kind")]


NAMES = (
    *(
        "con.png",
        "NUL",
        "aux.txt",
        "COM1.pdf",
        "lpt9.csv",
        "prn",
        "team .png",
        "team.png ",
        "a.png.",
    ),
    *("two words.png", "caf\u00e9.png", "cafe\u0301.png", "\u0441af.png", "a:b.png", "a*b.png"),
    *(
        "a?b.png",
        "a<b.png",
        'a"b.png',
        "a|b.png",
        "a\\b.png",
        "-rf.png",
        "_x.png",
        "~x.png",
        "$x.png",
    ),
    *(
        "a\nb.png",
        "a\x1b[31m.png",
        "a\u202egnp.txt",
        "a\u200b.png",
        "x" * 101 + ".png",
        "a%2fb.png",
    ),
)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_names_that_some_disk_cannot_hold_are_refused(toolkit_folder: Path, name: str) -> None:
    """Of files and of folders: devices of Windows, signs, spaces, accents, what nobody sees."""
    write(toolkit_folder, f"toolkits/{name}", PNG)
    write(toolkit_folder, f"toolkits/pictures/{name}/team.png", PNG)
    found = codes(toolkit_folder)
    assert {code for _path, code in found} == {"bad-name"}
    assert len(found) == 2


def test_a_name_that_is_no_text_is_refused(toolkit_folder: Path) -> None:
    """Bytes that are no letters are told like any other name, without breaking the message."""
    (toolkit_folder / os.fsdecode(b"toolkits/\xff\xfe.png")).write_bytes(PNG)
    assert codes(toolkit_folder) == [("toolkits/\u2423\u2423.png", "bad-name")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("toolkits/Team.png", "toolkits/team.png"),
        ("toolkits/About.md", "toolkits/about.md"),
        ("toolkits/Pictures/a.png", "toolkits/pictures/b.png"),
    ],
)
def test_names_that_differ_by_capitals_only_are_refused(
    toolkit_folder: Path, one: str, other: str
) -> None:
    """Of files and folders: on other disks the one would overwrite the other."""
    for path in (one, other):
        write(toolkit_folder, path, "# Word\n" if path.endswith(".md") else PNG)
    assert {code for _path, code in codes(toolkit_folder)} == {"bad-name"}


LINKS = {
    "a list": "toolkits/law.yml",
    "a sector's file": "toolkits/hospitality/culture.yml",
    "a theme": "themes/culture.yml",
    "a page": "toolkits/about.md",
    "a picture": "toolkits/team.png",
    "a hidden file": "toolkits/.secret",
}


@pytest.mark.parametrize("path", LINKS.values(), ids=LINKS)
def test_a_link_to_a_file_is_refused_and_never_read(
    toolkit_folder: Path, tmp_path: Path, path: str
) -> None:
    """Neither the site nor a message shows a word of what it leads to."""
    secret = tmp_path / "secret"
    secret.write_text("password: <script>hunter2</script> & [")
    (toolkit_folder / path).unlink(missing_ok=True)
    (toolkit_folder / path).symlink_to(secret)
    assert (path, "symbolic-link") in codes(toolkit_folder)
    assert "hunter2" not in "".join(own.describe() for own in load(toolkit_folder).problems)


@pytest.mark.parametrize(
    "path", ["toolkits", "themes", "toolkits/hospitality", "toolkits/pictures"]
)
@pytest.mark.parametrize("target", [".", "..", "/", "outside"])
def test_a_link_to_a_folder_is_refused_and_never_followed(
    toolkit_folder: Path, tmp_path: Path, path: str, target: str
) -> None:
    """Also one that leads to itself, out of the project, or to nothing."""
    folder = toolkit_folder / path
    if folder.exists():
        folder.rename(tmp_path / "outside")
    folder.symlink_to(tmp_path / "outside" if target == "outside" else target)
    assert (path, "symbolic-link") in codes(toolkit_folder)


@pytest.mark.parametrize("path", ["toolkits/law.yml", "themes/culture.yml", "toolkits/team.png"])
def test_a_pipe_is_refused_and_never_opened(toolkit_folder: Path, path: str) -> None:
    """Reading one would wait for ever."""
    (toolkit_folder / path).unlink(missing_ok=True)
    os.mkfifo(toolkit_folder / path)
    assert (path, "cannot-open") in codes(toolkit_folder)


def test_the_largest_files(toolkit_folder: Path) -> None:
    """A picture of the greatest size may lie there, a larger one may not, nor a larger list."""
    write(toolkit_folder, "toolkits/most.png", PNG.ljust(MAX_BESIDE, b"x"))
    assert codes(toolkit_folder) == []
    write(toolkit_folder, "toolkits/more.png", PNG.ljust(MAX_BESIDE + 1, b"x"))
    with (toolkit_folder / "toolkits/law.yml").open("r+b") as file:
        file.truncate(40_000_000_000)  # nothing of it is ever in memory
    assert codes(toolkit_folder) == [
        ("toolkits/law.yml", "file-too-large"),
        ("toolkits/more.png", "file-too-large"),
    ]


def test_the_deepest_folder(toolkit_folder: Path) -> None:
    """Folders in folders up to the limit, and one more."""
    deep = "/".join("abcdefghij"[: MAX_DEPTH - 1])
    write(toolkit_folder, f"toolkits/{deep}/team.png", PNG)
    assert codes(toolkit_folder) == []
    write(toolkit_folder, f"toolkits/{deep}/one/team.png", PNG)
    assert codes(toolkit_folder) == [(f"toolkits/{deep}/one/team.png", "too-deep")]


def test_too_many_files(toolkit_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit nothing is looked at, and that is told once."""
    monkeypatch.setattr(disk, "MAX_FILES", len(list(toolkit_folder.rglob("*"))))
    assert look(toolkit_folder).problems == ()
    monkeypatch.setattr(disk, "MAX_FILES", 10)
    assert codes(toolkit_folder) == [("toolkits", "too-many-files")]


@pytest.mark.parametrize(
    "path",
    [
        "toolkits/assets/team.png",
        "toolkits/search/team.png",
        "toolkits/templates/page.md",
        "toolkits/search/page.md",
        "toolkits/data/actions.csv",
        "toolkits/hospitality/checklist/hospitality.pdf",
    ],
)
def test_nothing_may_lie_where_the_site_puts_its_own_files(toolkit_folder: Path, path: str) -> None:
    """It would hide one of them, or MkDocs would leave it out."""
    write(toolkit_folder, path, b"# Word" if path.endswith(".md") else SIGNS[path[-4:]])
    assert codes(toolkit_folder) == [(path, "reserved-name")]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("toolkits/hospitality/sector.yml", "was: [hotels]", "was: [nul]"),
        ("toolkits/hospitality/sector.yml", "was: [tiny]", "was: [com1]"),
        ("themes/recruitment.yml", "was: [hiring]", "was: [con]"),
        ("toolkits/frameworks.yml", "id: board-charter", "id: aux"),
        ("toolkits/healthcare/sector.yml", "id: nhs-trusts", "id: prn"),
    ],
)
def test_an_id_that_becomes_a_folder_is_one_that_windows_can_have(
    toolkit_folder: Path, path: str, old: str, new: str
) -> None:
    """Pages of audiences, frameworks and old names lie in folders named like them."""
    change(toolkit_folder, path, old, new)
    assert (path, "bad-name") in codes(toolkit_folder)


@pytest.mark.parametrize("path", ["toolkits/hospitality/more/law.yml", "toolkits/a/b/x.yaml"])
def test_a_list_that_lies_too_deep_is_told(toolkit_folder: Path, path: str) -> None:
    """Nothing of it would be shown, or it would be copied as it is."""
    write(toolkit_folder, path, "a: b")
    assert codes(toolkit_folder) == [(path, "unexpected-file")]
