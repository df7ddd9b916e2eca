"""Values in square or curly brackets: their commas, colons and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import meant, slips
from generator.content.lines import Line
from generator.content.mending import Draft

_PART = re.compile(r"""[\[{]|[\]}]|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\s#.*""")
_NOTHING = re.compile(r"[\s,\]}]*(?:\s#.*)?$")
_FIELD = re.compile(r"\s*(?P<name>[\w-]+):(?:\s+|$)")
_TIGHT = re.compile(r"\s*(?P<name>[a-z_]+):(?=[^\s/])")
_NEXT = re.compile(r"(?P<value>[\w.-]+)(?:\s*;\s*|\s+)(?P<name>[a-z_]+):\s")
_CURLY = re.compile(r"[“”„][^“”„\"]*[“”\"]|[‘’][^‘’]*[‘’]")
_SEVERAL = re.compile(r"\(?[a-z_]+:\s[^,]*,\s*[a-z_]+:\s")
_THOUSANDS = re.compile(r"-?[\d]{1,3}(?:,\d{3})+(?:\.\d+)?")
_QUOTED = re.compile(r"\s*[\"'\[{]")


def look(draft: Draft, line: Line) -> int:
    """Tells and mends what is wrong in brackets; gives the number of the line after them."""
    text = draft.lines[line.number - 1]
    end, depth = _end(text, line.start)
    if end is None:
        return _open(draft, line, depth)
    if not _NOTHING.match(text, end):
        if not draft.readable and not text.startswith((":", ","), end):
            draft.tell(slips.bracket(draft.place(line.number, line.start)))
            draft.quote(line, line.value)
        return line.number + 1
    if text[line.start] == "{":
        _fields(draft, line.number, line.start + 1, end - 1)
    else:
        _items(draft, line.number, line.start + 1, end - 1)
    return line.number + 1


def missing(draft: Draft, line: Line) -> bool:
    """Whether several fields stand on one line without brackets; told and mended then."""
    text = draft.lines[line.number - 1]
    start = line.inner if line.item and line.name else line.start
    if not _SEVERAL.match(text, start):
        return False
    draft.tell(slips.no_brackets(draft.place(line.number, start)))
    if text[start] == "(":
        draft.replace(line.number, len(text.rstrip().rstrip(")")), len(text), "}")
        draft.replace(line.number, start, 1, "{")
    else:
        draft.replace(line.number, len(text.rstrip()), 0, "}")
        draft.insert(line.number, start, "{")
    _fields(draft, line.number, start + 1, len(draft.lines[line.number - 1].rstrip()) - 1)
    return True


def _end(text: str, start: int, depth: int = 0) -> tuple[int | None, int]:
    """The column behind the bracket that closes the first one, and how many are still open."""
    for part in _PART.finditer(text, start):
        depth += (part.group() in "[{") - (part.group() in "]}")
        if depth <= 0:
            return part.end(), depth
    return None, depth


def _open(draft: Draft, line: Line, depth: int) -> int:
    """Brackets over several lines, or one that nothing closes."""
    number = line.number + 1
    while number <= len(draft.lines):
        below = draft.line(number)
        if not draft.readable and below and below.indent <= line.depth and below.structural:
            break
        end, depth = _end(draft.lines[number - 1], 0, depth)
        number += 1
        if end is not None:
            return number
    if not draft.readable:
        _unclosed(draft, line)
    return number


def _unclosed(draft: Draft, line: Line) -> None:
    """The quote in the brackets that hides their end, or the bracket itself."""
    text, number = draft.lines[line.number - 1].rstrip(), line.number
    opened = re.search(r"""(?:[:,\[{])\s*(["'])(?:(?!\1).)*$""", text[line.start :])
    sign, closing = line.value[0], {"[": "]", "{": "}"}[line.value[0]]
    if opened and text.endswith(closing):
        draft.tell(slips.never_ends(draft.place(number, line.start + opened.start(1))))
        draft.replace(number, len(text) - 1, 1, opened[1] + closing)
        return
    draft.tell(slips.unclosed_bracket(draft.place(number, line.start), sign))
    last = number
    while last < len(draft.lines):
        below = draft.line(last + 1)
        if below is None or below.structural or below.indent <= line.depth:
            break
        last += 1
    if opened:
        draft.replace(number, len(text), 0, opened[1])
    draft.replace(last, len(draft.lines[last - 1].rstrip()), 0, closing)
    if sign == "{" and last == number:
        _fields(draft, number, line.start + 1, len(draft.lines[number - 1]) - 1)


@dataclass(slots=True)
class _Part:
    """What stands between two commas."""

    start: int
    end: int


def _parts(text: str, start: int, end: int) -> Iterator[_Part]:
    """What the commas divide, brackets and quotes inside it left whole."""
    depth, column, begin = 0, start, start
    while column < end:
        part = _PART.match(text, column) if text[column] in "[{]}" or _quote(text, column) else None
        if part and part.group() in "[]{}":
            depth += 1 if part.group() in "[{" else -1
        elif text[column] == "," and depth == 0:
            yield _Part(begin, column)
            begin = column + 1
        column = part.end() if part else column + 1
    if text[begin:end].strip():
        yield _Part(begin, end)


def _quote(text: str, column: int) -> bool:
    """Whether a quote here opens a text: an apostrophe inside a word does not."""
    return text[column] in "\"'" and text[:column].rstrip()[-1:] in {":", ",", "[", "{"}


def _fields(draft: Draft, number: int, start: int, end: int) -> None:
    """Fields in curly brackets; mends from the right, so that columns hold."""
    text = draft.lines[number - 1]
    held: list[_Part] = []
    for part in _parts(text, start, end):
        words = text[part.start : part.end]
        tight = _TIGHT.match(words)
        if _FIELD.match(words) or _QUOTED.match(words) or tight or not held:
            held.append(part)
        else:
            if not _one_value(text[held[-1].start : part.end]):
                draft.tell(slips.comma(draft.place(number, part.start - 1)))
            held[-1].end = part.end
    for part in reversed(held):
        _field(draft, number, part)


def _one_value(words: str) -> bool:
    """Whether a field's value is one with its comma: April 1, 2027 or 1,200."""
    field = _FIELD.match(words)
    value = words[field.end() :].strip() if field else ""
    return meant.is_day(value) or bool(_THOUSANDS.fullmatch(value))


def _field(draft: Draft, number: int, part: _Part) -> None:
    text = draft.lines[number - 1]
    words = text[part.start : part.end]
    field = _FIELD.match(words)
    if field is None:
        tight = _TIGHT.match(words)
        if tight and text[part.start - 1] in "{,":
            at = part.start + tight.end()
            draft.tell(slips.no_space_after_colon(draft.place(number, at - 1)))
            draft.insert(number, at, " ")
        return
    value = words[field.end() :]
    begin = part.start + field.end()
    if _QUOTED.match(value):
        bare = value.rstrip()
        if bare[0] in "\"'" and not _PART.fullmatch(bare) and not draft.readable:
            draft.tell(slips.never_ends(draft.place(number, begin)))
            draft.replace(number, begin + len(bare), 0, bare[0])
        return
    if _CURLY.fullmatch(value.strip()):
        _curly(draft, number, begin, value)
    elif not draft.readable and (following := _NEXT.match(value)):
        at = begin + following.end("value")
        draft.tell(slips.no_comma(draft.place(number, at)))
        if text[at:].lstrip().startswith(";"):
            draft.replace(number, text.index(";", at), 1, ",")
        else:
            draft.insert(number, at, ",")
    elif not draft.readable and (colon := re.search(r":(?=\s|$)", value)):
        draft.tell(slips.colon(draft.place(number, begin + colon.start())))
        _quoted(draft, number, begin, value)
    elif "," in value:
        _quoted(draft, number, begin, value)


def _quoted(draft: Draft, number: int, begin: int, value: str) -> None:
    bare = value.rstrip()
    words = '"' + bare.replace("\\", "\\\\").replace('"', '\\"') + '"'
    draft.replace(number, begin, len(bare), words)


def _curly(draft: Draft, number: int, begin: int, value: str) -> None:
    draft.tell(slips.curly(draft.place(number, begin)))
    bare = value.rstrip()
    draft.replace(number, begin, len(bare), f'"{bare[1:-1]}"')


def _items(draft: Draft, number: int, start: int, end: int) -> None:
    """Items in square brackets: only their curly quotes can be told for sure."""
    text = draft.lines[number - 1]
    for part in reversed(list(_parts(text, start, end))):
        words = text[part.start : part.end]
        lead = len(words) - len(words.lstrip())
        if _CURLY.fullmatch(words.strip()):
            _curly(draft, number, part.start + lead, words[lead:])
