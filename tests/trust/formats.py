"""Pages and office files of a toolkit, read back as words by other means than made them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import markdown
import openpyxl  # type: ignore[import-untyped] # it has no types
import yaml

from generator import project
from generator.content.load import load
from tests.frozen import FROZEN
from tests.trust.reading import Shown

FILTERS = r"(\?[a-z]+=[a-z0-9-]+(&[a-z]+=[a-z0-9-]+)*)?"  # of a list of actions, all of them ids
SAFE = re.compile(rf"https://|mailto:|[./a-z0-9#_-]*{FILTERS}$")
SETTINGS = yaml.safe_load((FROZEN / "mkdocs.yml").read_text(encoding="utf-8"))


def pages(folder: Path) -> dict[str, Shown]:
    """Every page of a copy as HTML, made with the extensions of its settings."""
    toolkit = load(folder).toolkit
    assert toolkit is not None
    return {path: _page(text) for path, text in project.pages(toolkit, SETTINGS)[0].items()}


def _page(text: str) -> Shown:
    names = [next(iter(e)) if isinstance(e, dict) else e for e in SETTINGS["markdown_extensions"]]
    options = {
        name: own
        for entry in SETTINGS["markdown_extensions"]
        if isinstance(entry, dict)
        for name, own in entry.items()
    }
    body = text.split("\n---\n", 1)[1]
    return Shown(markdown.markdown(body, extensions=names, extension_configs=options))


def words_of_word(made: bytes) -> str:
    """Every word of a Word file; nothing in it is a field, link or part that an editor made."""
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        names = packed.namelist()
        assert not [name for name in names if re.search(r"vba|embed|external", name, re.IGNORECASE)]
        parts = [ET.fromstring(packed.read(n)) for n in names if n.endswith(".xml")]  # noqa: S314
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    written = {f"{space}tab": "\t", f"{space}br": "\n", f"{space}p": "\n"}
    fields = {e.get(f"{space}instr") for part in parts for e in part.iter(f"{space}fldSimple")}
    assert fields <= {" PAGE ", " NUMPAGES "}
    assert not [e for part in parts for e in part.iter(f"{space}instrText")]
    return "".join(
        (element.text or "") if element.tag == f"{space}t" else written.get(element.tag, "")
        for part in parts
        for element in part.iter()
    )


def words_of_excel(made: bytes) -> str:
    """Every text of a workbook, its escapes read as Excel reads them; no cell is a formula."""
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert all(page.oddHeader.left.text and page.oddHeader.right.text for page in book)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        kept = ET.fromstring(packed.read("xl/sharedStrings.xml"))  # noqa: S314
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    texts = (
        "".join(t.text or "" for t in own.iter(f"{space}t")) for own in kept.iter(f"{space}si")
    )
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), "\n".join(texts))
