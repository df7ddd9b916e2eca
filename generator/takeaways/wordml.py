"""The markup that Word itself writes, as text: paragraphs, tables, fields and boxes to tick.

python-docx knows no tick box, no field, and no name for a table. Every text is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

_TWIPS_PER_MM = 1440 / 25.4
_BOX_FONT = "MS Gothic"  # the one that Word takes for its own tick boxes
_BOX = "\N{BALLOT BOX}"


def paragraph(*runs: str, style: str = "Normal") -> str:
    """A paragraph in the style with this id."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str, style: str = "") -> str:
    """Words as typed, spaces, tabs and line breaks included."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    inner = "<w:br/>".join(
        "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in line.split("\t"))
        for line in escape(text).split("\n")
    )
    return f"<w:r>{look}{inner}</w:r>"


def link(key: str, text: str) -> str:
    """Words that lead to the address kept under this key."""
    return f'<w:hyperlink r:id="{key}">{run(text, "Hyperlink")}</w:hyperlink>'


def field(code: str) -> str:
    """A number that Word counts, such as PAGE."""
    return f'<w:fldSimple w:instr=" {code} ">{run("1")}</w:fldSimple>'


def text_box(name: str) -> str:
    """A place to type in."""
    return _control(name, "<w:showingPlcHdr/><w:text/>", run("Type here", "PlaceholderText"))


def tick_box(name: str) -> str:
    """A box to tick."""
    font = f'w14:font="{_BOX_FONT}"'
    kind = (
        '<w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2612" {font}/><w14:uncheckedState w14:val="2610" {font}/>'
        "</w14:checkbox>"
    )
    fonts = " ".join(f'w:{use}="{_BOX_FONT}"' for use in ("ascii", "eastAsia", "hAnsi"))
    look = f'<w:rPr><w:rFonts w:hint="eastAsia" {fonts}/></w:rPr>'
    return _control(name, kind, f"<w:r>{look}<w:t>{_BOX}</w:t></w:r>")


def table(
    title: str, description: str, columns: Mapping[str, int], rows: Iterable[Iterable[str]]
) -> str:
    """A table: columns by name with their widths in millimetres, rows of cells of paragraphs.

    The header row is repeated on every page and no row is split; title and description are what
    a screen reader says first.
    """
    widths = [round(width * _TWIPS_PER_MM) for width in columns.values()]
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    head = (paragraph(run(name), style="TableHeading") for name in columns)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/><w:tblDescription w:val="{escape(description)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{_row(widths, head, '<w:tblHeader/>')}"
        f"{''.join(_row(widths, row) for row in rows)}</w:tbl>"
    )


def _row(widths: Iterable[int], cells: Iterable[str], more: str = "") -> str:
    inner = (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for wide, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(inner)}</w:tr>"


def _control(name: str, kind: str, inner: str) -> str:
    """A content control; its name is what a screen reader says."""
    about = f'<w:alias w:val="{escape(name)}"/><w:tag w:val="{escape(name)}"/>'
    return f"<w:sdt><w:sdtPr>{about}{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
