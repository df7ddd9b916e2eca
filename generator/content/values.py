"""The value of one line: quotes that end too early or never, colons, signs that need quotes."""

from __future__ import annotations

import re

from generator.content import brackets, slips, spacing
from generator.content.lines import Line, Style
from generator.content.mending import Draft

_CLOSING = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'(?!')")}
_REST = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
_NOTHING = re.compile(r"\s*(?:\s#.*)?$")
_COLON = re.compile(r":(?=\s|$)")
_REMARK = re.compile(r"\s#")
_FIELD = re.compile(r"[a-z][a-z_]*: ")
_SPECIAL = re.compile(r"%|@|`|!\s|&(?:\s|\S+$)|[|>]\s*\S|\*\s|\*\S*\s|,|\]|\}|[?-]\s")
_CURLY = re.compile(r"[“”„](?P<words>[^“”„\"]*)[“”\"]|[‘’](?P<word>[^‘’]*)[‘’]")
_LATE = re.compile("(?<=.)[“”„‘’]$")  # a curly quote that should end the text
_BLOCK_SIGN = re.compile(r"(?P<sign>[|>][-+]?)\s+(?=\S)")


def look(draft: Draft, line: Line, depth: int) -> int:
    """Tells and mends what is wrong with a value; gives the number of the line after it.

    What goes on below belongs to the value if it is indented further than `depth`.
    """
    style = line.style
    if style is Style.BLOCK:
        return _block(draft, line)
    if style is Style.QUOTED:
        return _quoted(draft, line)
    if style is Style.BRACKET:
        return brackets.look(draft, line)
    if style is Style.PLAIN:
        return _plain(draft, line, depth)
    if style is Style.REMARK and line.value[1:2].strip() and not _opens(draft, line):
        draft.tell(slips.lost(draft.place(line.number, line.start), line.value[1:].strip()))
        draft.quote(line, line.value)
    return line.number + 1


def _opens(draft: Draft, line: Line) -> bool:
    """Whether something below belongs to the line."""
    for number in range(line.number + 1, len(draft.lines) + 1):
        below = draft.line(number)
        if below:
            same = below.item and not line.item and below.indent == line.depth
            return below.indent > line.depth or same
    return False


def _block(draft: Draft, line: Line) -> int:
    """A text of many lines after | or >: those of it that are not indented are mended."""
    number, own = line.number + 1, 0
    while number <= len(draft.lines):
        text = draft.lines[number - 1]
        indent = len(text) - len(text.lstrip(" "))
        below = draft.line(number)
        if text.strip() and (indent <= line.depth or indent < own):
            if below is None or below.structural or draft.readable or stray(below):
                break
            wanted = own or line.depth + 2
            draft.tell(spacing.text_indentation(draft.place(number, indent), indent, wanted))
            draft.indent(number, wanted)
        elif text.strip():
            own = own or indent
        number += 1
    return number


def stray(line: Line) -> bool:
    """Whether a line that is no field and no item is meant as one, or is no text at all."""
    return bool(re.match(r"[a-z]\w*_\w+\b|[a-z]+[:;=]\S|[a-z]+$|-\S|[•–—*·] |[<=>]{7}", line.value))


def _quoted(draft: Draft, line: Line) -> int:
    sign, number = line.value[0], line.number
    closing = _CLOSING[sign].match(draft.lines[number - 1], line.start)
    while closing is None and number < len(draft.lines):
        number += 1
        below = draft.line(number)
        if not draft.readable and below and below.structural and below.indent <= line.depth:
            break
        closing = _REST[sign].match(draft.lines[number - 1])
    if closing is None:
        if not draft.readable:
            _unclosed(draft, line)
        return number if number > line.number else number + 1
    if _NOTHING.match(draft.lines[number - 1], closing.end()):
        return _after_quotes(draft, line, number)
    if not draft.readable:
        whole = not re.fullmatch(r'"\w[^"\\]*" \w[^"]*', line.value)
        place = draft.place(number, closing.end() - 1)
        draft.tell(slips.ends_early(place, sign, whole=whole or "'" in line.value))
        draft.quote(line, _bare(line.value))
        for after in range(line.number + 1, number + 1):
            draft.drop(after)
    return number + 1


def _unclosed(draft: Draft, line: Line) -> None:
    curly = _LATE.search(line.value)
    if curly:
        draft.tell(slips.curly_end(draft.place(line.number, line.start + curly.start())))
    else:
        draft.tell(slips.never_ends(draft.place(line.number, line.start)))
    draft.quote(line, line.value[1:])
    number = line.number + 1
    while number <= len(draft.lines):
        below = draft.line(number)
        if below and (below.structural or below.indent <= line.depth):
            break
        draft.drop(number)
        number += 1


def _bare(value: str) -> str:
    """The words of a text, without the quotes around them."""
    return value[1:-1] if value.endswith(value[0]) and len(value) > 1 else value[1:]


def _after_quotes(draft: Draft, line: Line, number: int) -> int:
    """More text below the line where the quotes were closed."""
    number += 1
    while not draft.readable and number <= len(draft.lines):
        below = draft.line(number)
        if below is None or below.structural or below.indent <= line.depth:
            break
        before = len(draft.lines[number - 2].rstrip()) - 1
        draft.tell(slips.ends_early(draft.place(number - 1, before), line.value[0]))
        draft.drop(number)
        number += 1
    return number


def _plain(draft: Draft, line: Line, depth: int) -> int:
    if not draft.readable and brackets.missing(draft, line):
        return line.number + 1
    curly = _CURLY.fullmatch(line.value)
    if curly:
        draft.tell(slips.curly(draft.place(line.number, line.start)))
        draft.quote(line, curly["words"] or curly["word"] or "")
        return line.number + 1
    if not draft.readable and (number := _block_on_line(draft, line)):
        return number
    if not draft.readable and _SPECIAL.match(line.value):
        sign = "**" if line.value.startswith("**") else line.value[0]
        place = draft.place(line.number, line.start)
        draft.tell(slips.list_on_line(place) if sign == "-" else slips.special(place, sign))
        draft.quote(line, line.value)
        return line.number + 1
    _colons(draft, line.number, line.start)
    number = line.number + 1
    while number <= len(draft.lines):
        below = draft.line(number)
        if below is None or below.indent <= depth or below.item or _is_field(below):
            break
        if not draft.readable:
            _cut(draft, number - 1)
            _colons(draft, number, below.indent)
        number += 1
    return number


def _block_on_line(draft: Draft, line: Line) -> int:
    """Text that starts right behind `>-` and goes on below; 0 where there is none."""
    sign = _BLOCK_SIGN.match(line.value)
    number, said = line.number + 1, [line.value[sign.end() :]] if sign else []
    while sign and number <= len(draft.lines):
        below = draft.line(number)
        if below is not None and (below.structural or below.indent <= line.depth):
            break
        said.append(draft.lines[number - 1].strip())
        number += 1
    if sign is None or not any(said[1:]):
        return 0
    draft.tell(slips.block_on_line(draft.place(line.number, line.start), sign["sign"]))
    draft.quote(line, " ".join(said).strip())
    for after in range(line.number + 1, number):
        draft.drop(after)
    return number


def _is_field(line: Line) -> bool:
    """Whether a line that could go on with a text is rather a field in the wrong column."""
    return bool(_FIELD.match(f"{line.name}: ")) if line.name else stray(line)


def _cut(draft: Draft, number: int) -> None:
    """A remark in the middle of a text cuts off what follows on this line."""
    text = draft.lines[number - 1]
    remark = _REMARK.search(text)
    if remark:
        words = text[remark.end() :].strip()
        draft.tell(slips.lost(draft.place(number, remark.start()), words))
        draft.replace(number, remark.start() + 1, 1, "\N{FULLWIDTH NUMBER SIGN}")


def _colons(draft: Draft, number: int, start: int) -> None:
    """Colons in plain text: one problem a line, each colon mended."""
    if draft.readable:
        return
    text = draft.lines[number - 1]
    remark = _REMARK.search(text, start)
    found = list(_COLON.finditer(text, start, remark.start() if remark else len(text)))
    if found:
        draft.tell(slips.colon(draft.place(number, found[0].start())))
    for colon in found:
        if colon.end() < len(text):
            draft.replace(number, colon.end(), 1, "\N{NO-BREAK SPACE}")
        else:
            draft.replace(number, colon.start(), 1, "\N{FULLWIDTH COLON}")
