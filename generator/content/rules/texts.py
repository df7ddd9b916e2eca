"""Texts: their marks and links, figures that need a citation, placeholders left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from generator.content import slips
from generator.content.fields import Line, Link, Prose, Ref
from generator.content.marks import Bold, Citation, LinkTo, Words, is_https, is_safe, parse
from generator.content.problems import Problem, Severity
from generator.content.rules.documents import Document
from generator.content.tree import Text
from generator.content.walk import Found

_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|half)"
_PART = "half|third|quarter|fifth|sixth|eighth|tenth"
_COUNTED = (
    "people|workers|staff|employees|jobs|women|men|adults|londoners|applicants|managers|"
    "freelancers|trusts|businesses|employers|organisations|nurses|doctors|leaders|chefs|cooks|"
    "waiters|cleaners|porters|carers|drivers|engineers|developers|installers|apprentices|interns|"
    "students|graduates|trainees|directors|board members|members|respondents|candidates|firms|"
    "companies|practices|restaurants|hotels|venues|theatres|museums|galleries|schools|households|"
    "families|interviews|applications|vacancies|tests|complaints|suppliers|artists|performers"
)
_FIGURE = re.compile(
    rf"\d[\d,.]*\s?(?:%|per\s?cent\b)|£\s?\d[\d,]*(?:\.\d+)?"
    rf"|\b{_NUMBER} (?:in|out of) (?:every )?{_NUMBER}\b"
    rf"|\b\d[\d,.]* of (?:the |its |their )?\d[\d,.]*"
    rf"|\b(?:a|one|two|three|four) (?:{_PART})s?\b|\bhalf (?:a|of)\b"
    rf"|\b(?:\d[\d,.]*|a|half a) (?:million|billion)\b|\b\d{{1,3}}(?:,\d{{3}})+\b"
    rf"|\b\d[\d,.]*(?: [\w-]+){{0,2}} (?:{_COUNTED})\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[[a-z0-9]+(?:-[a-z0-9]+)+\](?!\()")
_PLACEHOLDER = re.compile(r"\b(tbc|tbd|lorem|ipsum|x{3,}|todo|fixme)\b", re.IGNORECASE)
_SAID = re.compile(r"(?:https?://|\bwww\.)([\w.-]+)|^([\w.-]+\.uk)(?:/\S*)?$", re.IGNORECASE)
_BROKEN_LINK = re.compile(r"\]\s*\(|\[@")


def check(documents: list[Document]) -> Iterator[Problem]:
    """What is wrong inside the texts of every document."""
    for document in documents:
        yield from document.once("texts", None, partial(_found, document))


def _found(document: Document) -> list[Problem]:
    return [problem for found in document.found for problem in _of_text(found)]


def _of_text(found: Found) -> Iterator[Problem]:
    if isinstance(found.mark, Prose | Line) and found.text.remark:
        place = found.text.place
        place = found.text.find(" #") if " #" in place.text else place
        yield slips.lost(place, found.text.remark)
    if isinstance(found.mark, Prose):
        problems = tuple(_prose(found.text))
        yield from problems
        broken = any(problem.code == "broken-mark" for problem in problems)
        if found.mark.cited and not broken:  # it may be the citation that is broken
            yield from _figures(found.text)
    elif isinstance(found.mark, Link):
        yield from _address(found.text)
    elif isinstance(found.mark, Line) and found.field != "text":
        yield from _marks_in_line(found.text, found.field)
    if not isinstance(found.mark, Ref):  # that there is no such id is told elsewhere
        yield from _placeholders(found.text, found.field)


def _marks_in_line(text: Text, field: str) -> Iterator[Problem]:
    """A link or a citation where every sign is shown as typed."""
    for span in parse(text.value):
        if isinstance(span, LinkTo | Citation):
            what = "link" if isinstance(span, LinkTo) else "citation"
            opening = f"[{span.text}](" if isinstance(span, LinkTo) else f"[@{span.source}]"
            yield Problem(
                text.find(opening),
                "mark-not-allowed",
                f'"{field}" shows every sign as typed, so this would not become a {what}.',
                f"Write plain words here, and put the {what} into a longer text.",
                Severity.WARNING,
            )


def _prose(text: Text) -> Iterator[Problem]:
    for span in parse(text.value):
        if isinstance(span, LinkTo) and not is_safe(span.url):
            yield Problem(
                text.find(f"[{span.text}]("),
                "unsafe-link",
                f'The link "{span.text}" goes to "{span.url}", which is not a web address '
                "we can show.",
                "Write a whole address that starts with https://, a mailto: address, or an "
                "address within the site such as /law/.",
            )
        elif isinstance(span, LinkTo) and (said := _another_host(span)):
            yield Problem(
                text.find(f"[{span.text}]("),
                "misleading-link",
                f'The words of this link say "{said}", and it goes to "{span.url}".',
                "Write words that say what readers find there.",
            )
        elif isinstance(span, Words) and (broken := _BROKEN_LINK.search(span.text)):
            yield Problem(
                text.find(broken.group()),
                "broken-mark",
                "A link or a citation here is not complete, so it would be shown as typed.",
                "Write [words](https://address) without spaces in the address, "
                "or [@source-id] for a citation.",
            )


def _another_host(link: LinkTo) -> str:
    """The host that a link's words name, where it leads to another; else nothing."""
    host = (urlsplit(link.url).hostname or "").removeprefix("www.")
    named = _SAID.search(link.text)
    if not (host and named):
        return ""
    said = (named[1] or named[2]).rstrip(".")
    plain = said.lower().removeprefix("www.")
    same = plain == host or plain.endswith(f".{host}") or host.endswith(f".{plain}")
    return "" if same else said


def _figures(text: Text) -> Iterator[Problem]:
    spans = parse(text.value)
    if any(isinstance(span, Citation) for span in spans) or _BRACKETED.search(text.value):
        return  # cited, or meant to be: a citation without its sign is told as such
    words = " ".join(s.text for s in spans if isinstance(s, Words | Bold | LinkTo))
    figure = _FIGURE.search(words)
    if figure:
        yield Problem(
            text.find(figure.group().strip()),
            "figure-without-source",
            f'"{figure.group().strip()}" is a figure, and no source is cited for it.',
            "Add the source's id in this text: [@source-id].",
        )


def _address(text: Text) -> Iterator[Problem]:
    if not is_https(text.value):
        yield Problem(
            text.place,
            "unsafe-link",
            f'"{text.value}" is not a whole web address that starts with https://.',
            "Copy the address from the browser; it must start with https://.",
        )


def _placeholders(text: Text, field: str) -> Iterator[Problem]:
    found = _PLACEHOLDER.search(text.value)
    if found and field != "id":
        yield Problem(
            text.find(found.group()),
            "placeholder",
            f'"{found.group()}" looks like a placeholder that was left behind.',
            "Write the real words, or leave the field out.",
        )
