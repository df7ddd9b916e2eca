"""How easily a text reads: its sentences, its words, and a grade from both.

The grade is Flesch-Kincaid's (Kincaid and others, 1975): about the years of schooling that an easy
reading takes. Syllables are counted by their vowel groups, which errs by a few in a hundred words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

MOST_WORDS = 24
"""House style: a sentence has fewer than 25 words."""
HIGHEST_GRADE = 10
"""House style: what an action or a page may take to read, in years of school."""

_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’.,-][A-Za-z0-9]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"[^laeiouy](?:es|ed|e)$|[aeiouy]l(?:es|ed|e)$")
_SOUNDED = re.compile(r"(?:[td]ed|[sxz]es|[cs]hes|[cg]es)$")
# Two vowels said apart: are-a, employ-ee, soc-i-ety, experi-ence, cre-a-ted, be-ing.
_APART = re.compile(r"(?<![ct])i[ao](?!n)|(?<!r)ie(?=[trn])|ie(?=nce)|ea(?=$|ted|tor)|eing|yee")


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    return [part for part in _SENTENCE.split(" ".join(text.split())) if _WORD.search(part)]


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text starts and ends."""
    start = 0
    for end, following in (*(m.span() for m in _SENTENCE.finditer(text)), (len(text), len(text))):
        if _WORD.search(text, start, end):
            begins = start + len(text[start:end]) - len(text[start:end].lstrip())
            yield begins, end
        start = following


def words(text: str) -> list[str]:
    """The words of a text; a number or a hyphened word is one."""
    return _WORD.findall(text)


@cache
def syllables(word: str) -> int:
    """About how many syllables a word has; a number or an abbreviation is said as one."""
    if not word.isascii() or any(char.isdigit() for char in word) or word.isupper():
        return 1
    small = word.lower()
    number = sum(len(_VOWELS.findall(part)) for part in re.split(r"[^a-z]+", small))
    if _SILENT.search(small) and not _SOUNDED.search(small):
        number -= 1
    number += len(_APART.findall(small))
    return max(1, number)


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of some texts together; 0 where there are no words."""
    said = [sentence for text in texts for sentence in sentences(text)]
    spoken = [word for sentence in said for word in words(sentence)]
    if not spoken:
        return 0.0
    per_sentence = len(spoken) / len(said)
    per_word = sum(syllables(word) for word in spoken) / len(spoken)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def long_sentences(text: str) -> list[str]:
    """The sentences with more words than house style allows."""
    return [sentence for sentence in sentences(text) if len(words(sentence)) > MOST_WORDS]
