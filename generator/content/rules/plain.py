"""What house style finds in the words of a file: each with its span, so that it can be allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.model import Style, Term
from generator.content.problems import Place, Problem, Severity
from generator.content.reading import (
    HIGHEST_GRADE,
    MOST_WORDS,
    grade,
    sentence_spans,
    syllables,
    words,
)
from generator.content.rules.wording import GAP, Wording

_LEAST = 100  # words: the grade of a shorter text says little
_LONGEST = 3  # words shown as hard ones
_LINK = re.compile(r"\[(?P<words>[^\[\]\x00]+)\]\([^()\s\x00]*")
_ADDRESS = re.compile(r"https?://[^\s<>\x00]+|\bwww\.[^\s<>\x00]+")
_HOST = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:com|org|net|uk|london|info)(?:/\S*)?")
_LETTERS = re.compile(r"[A-Z]{2,}")
_JOINED = re.compile(r"[\w&/.-]")  # what may stand before letters that are part of something longer
_GOES_ON = re.compile(r"[\w&-]")
_ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of house style and the span of the words that it is about."""

    start: int
    end: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Match:
    """Words to avoid, found in a text."""

    start: int
    end: int
    said: str
    term: Term


def phrase(said: str) -> re.Pattern[str]:
    """Finds a phrase as whole words, in small letters or capitals, over the end of a line too."""
    inner = r"\s+".join(re.escape(word) for word in said.split())
    return re.compile(rf"(?<!\w){inner}(?!\w)", re.IGNORECASE)


class Terms:
    """The terms of a house style, ready to be looked for."""

    def __init__(self, own: Style) -> None:
        self._all = [
            (" ".join(avoid.lower().split()), phrase(avoid), term)
            for term in own.terms
            for avoid in term.avoid
        ]

    def find(self, text: str) -> Iterator[Match]:
        """Every word to avoid in a text but in the phrases in which it is fine."""
        # Quick tests first, nearly always in vain: among the different words, then in their order.
        words_in_order = text.lower().replace(GAP, " ").split()
        different, running = " ".join(set(words_in_order)), " ".join(words_in_order)
        for said, pattern, term in self._all:
            if max(said.split(), key=len) in different and said in running:
                fine = [m.span() for own in term.fine_in for m in phrase(own).finditer(text)]
                for match in pattern.finditer(text):
                    start, end = match.span()
                    if not any(first <= start and end <= last for first, last in fine):
                        yield Match(start, end, " ".join(match.group().split()), term)


def findings(read: Wording, own: Style, terms: Terms) -> Iterator[Finding]:
    """Every breach of house style in a file."""
    yield from _house_words(read, terms)
    yield from _links(read, own)
    yield from _long_sentences(read)
    yield from _acronyms(read, own)
    yield from _hard_units(read)


def _house_words(read: Wording, terms: Terms) -> Iterator[Finding]:
    for match in terms.find(read.words):
        because = match.term.because
        problem = Problem(
            read.place(match.start),
            "house-word",
            f'House style does not say "{match.said}". {because}',
            f"Write {match.term.say}.",
            Severity(match.term.level),
        )
        yield Finding(match.start, match.end, problem)


def _links(read: Wording, own: Style) -> Iterator[Finding]:
    empty = {said.lower() for said in own.link_words}
    within: set[int] = set()
    for match in _LINK.finditer(read.typed):
        said = " ".join(match["words"].split())
        if said.lower().strip(" .:!…*") in empty or _HOST.fullmatch(said):
            start, end = match.span("words")
            within.update(range(start, end))
            message = f'The words of this link, "{said}", do not say where it leads.'
            yield Finding(start, end, _link_text(read.place(start), message))
    for first, last in read.sentences:
        for match in _ADDRESS.finditer(read.words, first, last):
            start, end = match.span()
            if start not in within:
                message = "An address stands here by itself: hard to read, and harder to hear."
                yield Finding(start, end, _link_text(read.place(start), message))


def _link_text(place: Place, message: str) -> Problem:
    fix = "Let the words of the link name what it leads to: [holiday pay](https://…)."
    return Problem(place, "link-text", message, fix, Severity.WARNING)


def _long_sentences(read: Wording) -> Iterator[Finding]:
    for first, last in read.sentences:
        text = read.words[first:last]
        if text.count(" ") + text.count("\n") < MOST_WORDS:
            continue
        for start, end in sentence_spans(text):
            number = len(words(text[start:end]))
            if number > MOST_WORDS:
                problem = Problem(
                    read.place(first + start),
                    "long-sentence",
                    f"This sentence has {number} words; house style stops at {MOST_WORDS}.",
                    "Make two sentences of it, each with one idea.",
                    Severity.WARNING,
                )
                yield Finding(first + start, first + end, problem)


def _acronyms(read: Wording, own: Style) -> Iterator[Finding]:
    told: set[tuple[str, int]] = set()
    for match in _LETTERS.finditer(read.words):
        letters, (start, end) = match.group(), match.span()
        if letters in own.acronyms or _ROMAN.fullmatch(letters):
            continue
        if _JOINED.match(read.words[start - 1 : start]) or _GOES_ON.match(_behind(read, end)):
            continue
        unit, last = read.unit(start)
        if (letters, unit) in told or _explained(letters, read.words[unit:last]):
            continue
        told.add((letters, unit))
        problem = Problem(
            read.place(start),
            "acronym",
            f'Nothing here says what "{letters}" stands for.',
            f"Write the name, and the letters in brackets after it: … ({letters}). "
            "An acronym that every reader knows goes into toolkits/style.yml.",
            Severity.WARNING,
        )
        yield Finding(start, end, problem)


def _behind(read: Wording, end: int) -> str:
    """What follows some letters and the s of their plural."""
    after = read.words[end : end + 2]
    return after[1:] if after.startswith("s") else after[:1]


def _explained(letters: str, unit: str) -> bool:
    return any(said in unit for said in (f"({letters}", f"{letters} (", f"{letters}s ("))


def _hard_units(read: Wording) -> Iterator[Finding]:
    by_unit: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for start, end in read.sentences:
        by_unit.setdefault(read.unit(start), []).append((start, read.words[start:end]))
    for (first, last), own in by_unit.items():
        texts = [text for _start, text in own]
        if sum(text.count(" ") for text in texts) < _LEAST:
            continue
        reached = grade(texts)
        if reached <= HIGHEST_GRADE:
            continue
        spoken = {word for text in texts for word in words(text)}
        hard = sorted(spoken, key=lambda word: (-syllables(word), word))[:_LONGEST]
        problem = Problem(
            read.place(own[0][0]),
            "hard-to-read",
            f"From here on the words take {reached:.0f} years of school to read; house style "
            f"allows {HIGHEST_GRADE}.",
            f"Split long sentences, and find short words for long ones: {', '.join(hard)}.",
            Severity.WARNING,
        )
        yield Finding(first, last, problem)
