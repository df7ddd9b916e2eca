"""The printed checklist, read back by other libraries and held to what its sheet holds."""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import outloud  # type: ignore[import-untyped]
import pdfua
import pytest
from pypdf import PdfReader
from pypdf.generic import BooleanObject, Destination, DictionaryObject

from generator.content.dates import in_words
from generator.content.load import load
from generator.takeaways import counting, pdf
from generator.takeaways.sheet import NOT_ADVICE, Item, Section, Sheet, _priorities, sheets
from tests.frozen import FROZEN

ROOT = Path(__file__).parents[2]
ADDRESS = "https://toolkits.example/"
PEN_COLUMN = 390  # points from the left: there "Who" and "Notes" have lines of their own
SIZES = pytest.mark.parametrize("large", [False, True], ids=["normal", "large print"])

HOSTILE = (
    '<b>&amp; $x^2$ #let @me *bold* _it_ \\n "q"',
    "'q' `c` [x](y) ~ ^ | {y} // c /* d */ -- --- ...",
    "= Heading / term: - item + item <label> #sys.inputs",
    "/Type/Pages/Count 99 <</Type/Pages/Count 99",
    "Emoji 🎉 👩🏽‍💻 ☐ ✓ → 🇬🇧",
    "Łódź Ελλάδα Привет",
    "עברית שלום",
    "A very ordinary title's end…",
)
# pypdf repeats letters that are drawn in parts: these are held by their bookmarks.
OTHER_SCRIPTS = ("Ŵyth İstanbul", "عربي مرحبا 123 (قوس)", "اردو زبان", "বাংলা ভাষা", "हिन्दी ਪੰਜਾਬੀ")


@cache
def found(folder: Path) -> tuple[Sheet, ...]:
    """Every sheet of a project folder."""
    toolkit = load(folder).toolkit
    assert toolkit is not None
    return sheets(toolkit, ADDRESS)


def named(name: str) -> Sheet:
    """A sheet of the frozen toolkit."""
    return next(sheet for sheet in found(FROZEN) if sheet.name == name)


def kinds() -> tuple[Sheet, ...]:
    """One sheet of each kind: an audience, a sector, one without an address."""
    micro = named("hospitality-micro")
    return micro, named("hospitality"), replace(micro, address="")


@cache
def made(sheet: Sheet, large: bool) -> bytes:
    """The PDF of a sheet, made once."""
    return pdf.write(sheet, large_print=large)


def read(data: bytes) -> PdfReader:
    """A PDF, read strictly."""
    return PdfReader(io.BytesIO(data), strict=True)


def packed(text: str) -> str:
    """A text without its spaces: lines break where they fit."""
    return "".join(text.split())


def text_of(reader: PdfReader) -> str:
    """All the words of a PDF, without spaces."""
    return packed("".join(page.extract_text() for page in reader.pages))


def value(reader: PdfReader, *path: str) -> object:
    """What the root of a PDF holds under these keys."""
    found: object = reader.root_object
    for key in path:
        assert isinstance(found, DictionaryObject)
        found = found[key].get_object()
    return found.value if isinstance(found, BooleanObject) else found


def bookmarks(reader: PdfReader) -> list[tuple[int, str]]:
    """Every bookmark with its depth, in order."""

    def walk(nodes: object, depth: int) -> Iterator[tuple[int, str]]:
        assert isinstance(nodes, list)
        for node in nodes:
            if isinstance(node, Destination):
                yield depth, str(node.title)
            else:
                yield from walk(node, depth + 1)

    return list(walk(reader.outline, 1))


def tags(reader: PdfReader) -> list[DictionaryObject]:
    """Every element of the structure tree, in reading order."""

    def walk(node: object) -> Iterator[DictionaryObject]:
        kids = node if isinstance(node, list) else [node]
        for kid in kids:
            element = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(element, DictionaryObject):
                yield element
                yield from walk(element.get("/K", []))

    root = reader.root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)
    return list(walk(root["/K"]))


def items(sheet: Sheet) -> list[Item]:
    """Every action of a sheet, in order."""
    return [item for section in sheet.sections for item in section.items]


def with_items(sheet: Sheet, new: list[Item]) -> Sheet:
    """A sheet that holds these actions alone, in one section."""
    return replace(sheet, sections=(replace(sheet.sections[0], items=tuple(new)),))


def sizes(reader: PdfReader) -> set[float]:
    """The sizes in which words are set, in points."""
    seen: set[float] = set()

    def visit(text: str, at: list[float], place: list[float], _font: object, size: float) -> None:
        if text.strip():
            seen.add(round(abs(size * place[3] * at[3]), 1))

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    return seen


@SIZES
@pytest.mark.parametrize("sheet", found(FROZEN), ids=lambda sheet: sheet.name)
def test_everything_on_the_sheet_stands_in_the_pdf(sheet: Sheet, large: bool) -> None:
    """Every action with its id, title, "done when", lead and time, in the sheet's order."""
    text = text_of(read(made(sheet, large)))
    place = 0
    for item in items(sheet):
        for part in (item.id, item.title, item.done_when, item.lead, item.takes):
            place = text.index(packed(part), place)
    assert text.count("Donewhen:") == sheet.count + 1  # and once in the key to words
    assert text.count("Notes") == text.count("Bywhen") == sheet.count
    for section in sheet.sections:
        assert packed(section.title) in text
    first = packed(read(made(sheet, large)).pages[0].extract_text())
    for part in (sheet.title, sheet.staff, sheet.status, *pdf._HOW["steps"]):
        assert packed(part) in first
    for word, meaning in pdf._KEY["words"]:
        assert packed(f"{word}: {meaning}") in first


def test_the_whole_sector_says_for_whom_an_action_is_foundational() -> None:
    """Priorities by audience, which a sheet for one audience shows as headings alone."""
    sheet = named("hospitality")
    text = text_of(read(made(sheet, large=False)))
    assert all(packed(item.priority) in text for item in items(sheet))
    assert packed("Every kind of organisation · ") in text
    said = {item.priority for item in items(sheet)}
    assert {"Foundational for all", "Enhanced for medium-sized and large organisations"} <= said
    assert items(sheet)[0].lead == "Owner or manager, HR manager, board"


def test_both_priorities_of_an_action_stand_in_one_sentence() -> None:
    """Where an action is foundational for some and enhanced for others."""
    toolkit = load(FROZEN).toolkit
    assert toolkit is not None
    sector = toolkit.sectors["hospitality"]
    _theme, action = next(iter(sector.every_action()))
    parts = dict(action.audiences)
    parts["large"] = parts["large"].model_copy(update={"priority": "enhanced"})
    mixed = action.model_copy(update={"audiences": parts})
    assert _priorities(sector, mixed) == (
        "Foundational for micro-enterprises, small and medium-sized organisations; "
        "enhanced for large organisations"
    )


@SIZES
@pytest.mark.parametrize("sheet", kinds(), ids=["audience", "sector", "no address"])
def test_every_page_says_what_it_is(sheet: Sheet, large: bool) -> None:
    """Sector, audience, edition, address, page n of N and "Not legal advice." on each page."""
    reader = read(made(sheet, large))
    for number, page in enumerate(reader.pages, start=1):
        text = packed(page.extract_text())
        running = " · ".join(part for part in (sheet.sector, sheet.audience) if part)
        assert packed(running) in text
        assert packed(f"Edition {in_words(sheet.edition)}") in text
        assert packed(f"page {number} of {len(reader.pages)}") in text
        assert packed(NOT_ADVICE) in text
        assert ("toolkits.example/hospitality/" in text) == bool(sheet.address)
        assert page.mediabox.width == pytest.approx(595.28, abs=0.1)
        assert page.mediabox.height == pytest.approx(841.89, abs=0.1)


@SIZES
@pytest.mark.parametrize("sheet", kinds(), ids=["audience", "sector", "no address"])
def test_it_can_be_read_aloud(sheet: Sheet, large: bool) -> None:
    """Language, title, tags; the headings, which are the bookmarks too; words for the QR code."""
    reader = read(made(sheet, large))
    assert value(reader, "/Lang") == "en-GB"
    assert value(reader, "/MarkInfo", "/Marked") is True
    assert value(reader, "/ViewerPreferences", "/DisplayDocTitle") is True
    assert reader.metadata is not None
    title = f"{sheet.title}. Checklist{' in large print' if large else ''}, edition "
    assert reader.metadata.title == title + in_words(sheet.edition)
    elements = tags(reader)
    headings = [
        (int(str(element["/S"])[2:]), str(element["/T"]))
        for element in elements
        if element.get("/S") in {"/H1", "/H2", "/H3", "/H4"}
    ]
    assert headings == bookmarks(reader)
    assert headings[0] == (1, sheet.title)
    assert [name for level, name in headings if level == 2][2:] == [
        section.title for section in sheet.sections
    ]
    assert [name for level, name in headings if level == 4] == [
        f"{item.id} {item.title}" for item in items(sheet)
    ]
    pictures = [element for element in elements if element.get("/S") == "/Figure"]
    assert [str(picture["/Alt"]) for picture in pictures] == (
        [f"QR code that opens {sheet.address[8:].rstrip('/')}"] if sheet.address else []
    )


def test_foundational_stands_before_enhanced() -> None:
    """Each theme has a heading for each priority it holds, foundational first."""
    marks = bookmarks(read(made(named("hospitality-large"), large=False)))
    inside = [name for level, name in marks if level == 3]
    expected = []
    for section in named("hospitality-large").sections:
        expected += list(dict.fromkeys(item.priority for item in section.items))
    assert inside == expected
    assert {"Foundational", "Enhanced"} == set(inside)
    whole = {name for level, name in bookmarks(read(made(named("hospitality"), large=False)))}
    assert "Foundational for some or all" in whole


@SIZES
@pytest.mark.parametrize(
    "sheet",
    [*kinds(), pytest.param("hostile", id="hostile")],
    ids=["audience", "sector", "no address", "hostile"],
)
def test_the_checkers_find_nothing(sheet: Sheet | str, large: bool, tmp_path: Path) -> None:
    """No error and no warning by outloud and pdfua; one rule of pdfua cannot run today."""
    file = tmp_path / "checklist.pdf"
    file.write_bytes(made(hostile() if isinstance(sheet, str) else sheet, large))
    heard = outloud.check(str(file))
    assert heard.error is None
    assert heard.findings == []
    report = pdfua.validate(str(file))
    assert report.findings == ()
    skipped = {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason}
    # It stumbles over pikepdf: delete it here once it runs. outloud looks for empty headings too.
    assert skipped <= {"UA-14-001"}


@pytest.mark.long
@SIZES
@pytest.mark.parametrize("sheet", found(ROOT), ids=lambda sheet: sheet.name)
def test_the_checkers_find_no_error_in_any(sheet: Sheet, large: bool, tmp_path: Path) -> None:
    """outloud warns where a page begins with "By when" like the one before: no error, no fault."""
    file = tmp_path / "checklist.pdf"
    file.write_bytes(made(sheet, large))
    heard = outloud.check(str(file))
    assert heard.error is None
    assert heard.errors == 0, heard.findings
    assert {finding.rule for finding in heard.findings} <= {"PAG-001"}
    assert pdfua.validate(str(file)).findings == ()


@SIZES
def test_lines_and_boxes_are_artefacts(large: bool) -> None:
    """What only a pen needs is drawn outside the tags, and every word lies inside or is running."""
    for page in read(made(named("hospitality-micro"), large)).pages:
        contents = page.get_contents()
        assert contents is not None
        inside = 0
        for operands, operator in contents.operations:
            if operator in {b"BMC", b"BDC"}:
                inside += 1
            elif operator == b"EMC":
                inside -= 1
            elif operator in {b"S", b"s", b"f", b"B", b"Tj", b"TJ"}:
                assert inside, f"{operator!r} {operands} is neither tagged nor an artefact"


def test_the_bytes_are_the_same_again_and_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made twice, by a fresh compiler, from another folder: one file."""
    sheet = named("hospitality-micro")
    first = pdf.write(sheet)
    assert pdf.write(sheet) == first
    folder = tmp_path / "another place"
    shutil.copytree(pdf._TEMPLATE.parent, folder)
    monkeypatch.setattr(pdf, "_TEMPLATE", folder / pdf._TEMPLATE.name)
    monkeypatch.chdir(tmp_path)
    pdf._compiler.cache_clear()
    try:
        assert pdf.write(sheet) == first
    finally:
        pdf._compiler.cache_clear()


def test_its_dates_are_the_edition() -> None:
    """The day of the edition, never the day of the build."""
    sheet = replace(named("hospitality-micro"), edition=datetime.date(1999, 2, 3))
    reader = read(pdf.write(sheet))
    assert reader.metadata is not None
    assert reader.metadata.creation_date == datetime.datetime(1999, 2, 3, tzinfo=datetime.UTC)
    assert "Edition3February1999" in text_of(reader)


def hostile() -> Sheet:
    """A sheet whose every text is full of marks that mean something to someone."""
    like = items(named("hospitality-micro"))[0]
    texts = (*HOSTILE, *OTHER_SCRIPTS)
    new = [
        replace(like, id=f"HOS-COM-{n:02}", title=text, done_when=text, lead=text, takes=text)
        for n, text in enumerate(texts)
    ]
    sheet = with_items(named("hospitality-micro"), new)
    return replace(sheet, sector=HOSTILE[0], audience=HOSTILE[1], staff=HOSTILE[2])


@SIZES
def test_text_comes_out_as_typed(large: bool) -> None:
    """No mark is read as markup, and other scripts and emoji have shapes."""
    reader = read(made(hostile(), large))
    text = text_of(reader)
    for typed in HOSTILE[:6] + HOSTILE[7:]:
        assert text.count(packed(typed)) >= 4, typed
    titles = [name for level, name in bookmarks(reader) if level == 4]
    expected = (*HOSTILE, *OTHER_SCRIPTS)
    assert titles == [f"HOS-COM-{n:02} {typed}" for n, typed in enumerate(expected)]
    assert counting.pages(made(hostile(), large)) == len(reader.pages)


def test_a_sign_of_measure_is_read_as_its_letter_and_changes_no_other() -> None:
    """Kelvin, angstrom and ohm have the shapes of letters, and a PDF knows one meaning of each."""
    like = items(named("hospitality-micro"))[0]
    typed = "300 \u212a, 5 \u212b, 7 \u2126"
    new = [replace(like, id="HOS-COM-01", title=typed, done_when="Kate Åkesson Ω")]
    text = text_of(read(made(with_items(named("hospitality-micro"), new), False)))
    assert packed("300 K, 5 Å, 7 Ω") in text
    assert packed("Kate Åkesson Ω") in text
    assert not set(text) & set("\u212a\u212b\u2126")


@SIZES
@pytest.mark.parametrize("char", ["中", "\U000f0000"])
def test_a_character_without_a_shape_is_told_with_the_file(char: str, large: bool) -> None:
    """Which file, which character, and where it stands."""
    like = items(named("hospitality-micro"))[0]
    new = [replace(like, id="HOS-REC-09", done_when=f"Say {char}.")]
    with pytest.raises(pdf.PdfError) as told:
        pdf.write(with_items(named("hospitality-micro"), new), large_print=large)
    message = str(told.value)
    assert message.startswith(f"hospitality-micro{'-large-print' if large else ''}.pdf cannot be")
    assert f"“{char}” (U+{ord(char):04X})" in message
    assert "HOS-REC-09" in message


@pytest.mark.parametrize("field", ["sector", "audience", "staff"])
def test_a_character_without_a_shape_outside_the_actions_is_told(field: str) -> None:
    """Titles and the staff band are searched too."""
    sheet = named("hospitality-micro")
    changed = replace(sheet, **{field: "中"})  # type: ignore[arg-type] # each is a text
    with pytest.raises(pdf.PdfError, match="title or staff"):
        pdf.write(changed)
    section = replace(sheet.sections[0], title="中")
    with pytest.raises(pdf.PdfError, match=f"the title of the theme {section.id}"):
        pdf.write(replace(sheet, sections=(section,)))


@SIZES
@pytest.mark.parametrize("letters", ["Wide words WWWWW ", "W", "illicit "])
def test_the_longest_fields_are_whole_and_on_one_page(letters: str, large: bool) -> None:
    """Title, "done when", lead and time at their bounds: no word is lost, no action is split."""
    like = items(named("hospitality-micro"))[0]

    def long(most: int, end: str) -> str:
        return (letters * most)[: most - len(end)] + end

    new = [
        replace(
            like,
            id=f"HOS-REC-{n:02}",
            title=long(120, f"t{n}"),
            done_when=long(320, f"d{n}"),
            lead=long(60, f"l{n}"),
            takes=long(40, f"k{n}"),
        )
        for n in range(4)
    ]
    sheet = with_items(named("hospitality-micro"), new)
    reader = read(pdf.write(sheet, large_print=large))
    texts = [packed(page.extract_text()) for page in reader.pages]
    for item in new:
        at = [n for n, text in enumerate(texts) if item.id in text]
        assert len(at) == 1
        for part in (item.title, item.done_when, item.lead, item.takes):
            assert packed(part) in texts[at[0]]


@SIZES
def test_what_is_not_measured_surely_fits(large: bool) -> None:
    """The widest letters there are, under the tallest head of a page."""
    like = items(named("hospitality-micro"))[0]
    rest = len(like.id + like.lead + like.takes) + 100
    wide = replace(like, title="🎉" * 100, done_when="🎉" * (pdf._SURELY_FITS - rest))
    sheet = replace(named("hospitality-micro"), sector="Long " * 24, audience="Name " * 24)
    reader = read(pdf.write(with_items(sheet, [wide]), large_print=large))
    texts = [packed(page.extract_text()) for page in reader.pages]
    (page,) = [text for text in texts if wide.id in text]
    assert wide.title in page
    assert wide.done_when in page
    assert packed(f"{wide.takes} Who By when Notes") in page


def too_close(reader: PdfReader) -> list[str]:
    """Every line of words that reaches into the line above it."""
    found: list[str] = []
    lines: dict[float, tuple[float, str]] = {}

    def visit(text: str, at: list[float], place: list[float], _font: object, size: float) -> None:
        across = place[4] * at[0] + place[5] * at[2] + at[4]
        if text.strip() and across < PEN_COLUMN:
            height = round(place[4] * at[1] + place[5] * at[3] + at[5], 1)
            lines[height] = (abs(size * place[3] * at[3]), lines.get(height, (0, ""))[1] + text)

    for page in reader.pages:
        lines.clear()
        page.extract_text(visitor_text=visit)
        for above, below in pairwise(sorted(lines, reverse=True)):
            size, text = lines[below]
            if above - below < size:
                found.append(text)
    return found


@SIZES
def test_no_line_is_printed_over_another(large: bool) -> None:
    """Long actions, which are measured, keep their distance as short ones do."""
    like = items(named("hospitality"))[0]
    long = replace(like, done_when="These words fill the line. " * 12, title="Words " * 15)
    sheet = with_items(named("hospitality"), [like, long, long, like, long, like])
    assert too_close(read(pdf.write(sheet, large_print=large))) == []


@SIZES
@pytest.mark.parametrize(
    "sheet", [own for own in found(ROOT) if not own.audience], ids=lambda sheet: sheet.name
)
def test_no_line_of_the_real_sectors_is_printed_over_another(sheet: Sheet, large: bool) -> None:
    """They say most about each action: who leads and how urgent it is, for every audience."""
    assert too_close(read(made(sheet, large))) == []


@SIZES
def test_what_no_page_could_hold_runs_on_and_is_never_cut(large: bool) -> None:
    """Many audiences with long names could fill more than a page: every word still prints."""
    like = items(named("hospitality"))[0]
    words = [f"word{n}" for n in range(1500)]
    long = replace(like, priority="Foundational: " + " ".join(words))
    reader = read(pdf.write(with_items(named("hospitality"), [long, like]), large_print=large))
    assert "".join(words) in "".join(
        packed(body(page.extract_text(), large)) for page in reader.pages
    )


@SIZES
def test_the_longest_names_stay_on_the_paper(large: bool) -> None:
    """The head of a page makes room for the longest sector and audience there can be."""
    long = "A name of many words, which goes on and on until it has one hundred and twenty letters"
    sheet = replace(named("hospitality-micro"), sector=long + long[:34], audience=long + long[:34])
    ends: list[float] = []

    def visit(text: str, at: list[float], place: list[float], _font: object, _size: float) -> None:
        if text.strip():
            ends.append(place[4] * at[1] + place[5] * at[3] + at[5])

    for page in read(pdf.write(sheet, large_print=large)).pages:
        assert packed(f"{sheet.sector} · {sheet.audience}") in packed(page.extract_text())
        page.extract_text(visitor_text=visit)
    assert min(ends) > 14  # five millimetres, which printers leave white
    assert max(ends) < 842 - 30


def body(text: str, large: bool) -> str:
    """A page's text without its head and foot."""
    lines = [line for line in text.splitlines() if not line.startswith(("Who", "By when", "Notes"))]
    return "\n".join(lines[2 if large else 1 : -2])


@SIZES
@pytest.mark.parametrize("sheet", found(ROOT), ids=lambda sheet: sheet.name)
def test_no_action_is_split_and_no_heading_stands_alone(sheet: Sheet, large: bool) -> None:
    """On the real toolkits: an action's own words lie on one page, below their headings."""
    reader = read(made(sheet, large))
    texts = [packed(page.extract_text()) for page in reader.pages]
    for item in items(sheet):
        at = next(n for n, text in enumerate(texts) if packed(item.id + item.title) in text)
        rest = texts[at].split(packed(item.id + item.title))[1]
        assert packed(f"Done when: {item.done_when}Who leads: {item.lead}") in rest
        assert packed("WhoBy whenNotes") in rest
    for text in texts:
        end = text.split("Notlegaladvice.")[0]
        for section in sheet.sections:
            assert not end.endswith(packed(section.title))
        assert not end.endswith(("Foundational", "Enhanced", "Foundationalforsomeorall"))


@pytest.mark.parametrize("sheet", found(ROOT), ids=lambda sheet: sheet.name)
def test_the_real_lists_are_small_and_short(sheet: Sheet) -> None:
    """An audience's list takes about one page a theme; all are far below 200 kB."""
    normal, large = made(sheet, large=False), made(sheet, large=True)
    assert max(len(normal), len(large)) < 200_000
    assert counting.pages(normal) == len(read(normal).pages)
    assert counting.pages(large) == len(read(large).pages)
    if sheet.audience_id:
        # The first page is half about the list; the largest hold nine actions a theme.
        assert counting.pages(normal) <= len(sheet.sections) + 2


def test_sizes_of_print() -> None:
    """12 points; in large print nothing is smaller than 18, head and foot included."""
    normal = sizes(read(made(named("hospitality"), large=False)))
    assert min(normal) == 10.5  # head, foot and the labels of blanks
    assert 12 in normal
    assert min(sizes(read(made(named("hospitality"), large=True)))) == 18


def test_only_black_on_white() -> None:
    """Fit for any printer: no colour and no grey is ever set."""
    for page in read(made(named("hospitality-micro"), large=False)).pages:
        contents = page.get_contents()
        assert contents is not None
        for operands, operator in contents.operations:
            if operator in {b"g", b"G", b"rg", b"RG", b"k", b"K", b"sc", b"SC", b"scn", b"SCN"}:
                assert {float(part) for part in operands} <= {0.0}, operator


def test_pages_refuses_what_is_no_pdf() -> None:
    """A count of pages is never guessed."""
    with pytest.raises(ValueError, match="no PDF"):
        counting.pages(b"PK")


def test_one_of_each_says_so_in_the_singular() -> None:
    """1 action in 1 theme."""
    sheet = with_items(named("hospitality-micro"), items(named("hospitality-micro"))[:1])
    assert "1actionin1theme" in text_of(read(pdf.write(sheet)))


def test_a_theme_without_foundational_actions_has_one_heading() -> None:
    """No empty heading is written."""
    sheet = named("hospitality-large")
    further = [item for item in items(sheet) if item.priority == "Enhanced"][:1]
    section = Section("culture", "Culture", tuple(further))
    marks = bookmarks(read(pdf.write(replace(sheet, sections=(section,)))))
    assert [name for level, name in marks if level == 3] == ["Enhanced"]
