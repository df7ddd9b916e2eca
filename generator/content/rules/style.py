"""House style: words to avoid, links that say nothing, long sentences, unexplained acronyms.

The words are data, in toolkits/style.yml. A toolkit without that file has no house style.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from generator.content.model import Allowed, Style
from generator.content.problems import Problem, Severity, did_you_mean
from generator.content.rules import plain
from generator.content.rules.documents import Document
from generator.content.rules.plain import Finding, Terms
from generator.content.rules.wording import Wording, said, wording


def check(documents: list[Document], own: Style | None, told: list[Problem]) -> list[Problem]:
    """Every breach of house style that nobody has allowed.

    A file with errors is not yet read for mere style, or one slip would be told twice.
    """
    if own is None:
        return []
    terms = Terms(own)
    faulty = {p.place.file.path for p in told if p.severity is Severity.ERROR}
    problems = list(_examples(own, terms))
    exceptions = _Exceptions(own)
    for document in documents:
        read, every = document.once("style", own, partial(_read, document, own, terms))
        if read:
            found = exceptions.without(read, every)
            stops = [f.problem for f in found if f.problem.severity is Severity.ERROR]
            clean = document.about.path not in faulty and not stops
            problems += [f.problem for f in found] if clean else stops
            if not clean:
                faulty.add(document.about.path)
    if not faulty:
        problems += exceptions.unused({document.about.path for document in documents})
    return problems


def _read(document: Document, own: Style, terms: Terms) -> tuple[Wording | None, list[Finding]]:
    """The words of a document, and what house style finds in them."""
    read = wording(document)
    return read, list(plain.findings(read, own, terms)) if read else []


def _examples(own: Style, terms: Terms) -> Iterator[Problem]:
    """Examples of the list that do not show what they are there to show."""
    for number, term in enumerate(own.terms):
        for kind, examples in (("bad", term.bad), ("good", term.good)):
            for index, example in enumerate(examples):
                found = [match.term for match in terms.find(said(example))]
                if kind == "bad" and all(other is not term for other in found):
                    message = "This bad example holds none of the words to avoid."
                elif kind == "good" and found:
                    message = "This good example holds words to avoid."
                else:
                    continue
                yield Problem(
                    own.origin.at("terms", number, kind, index),
                    "style-example",
                    message,
                    "Change the example, or the words under avoid.",
                )


@dataclass(frozen=True, slots=True)
class _Exceptions:
    """The cases that the list allows, and which of them turned out to be needed."""

    own: Style
    used: set[int] = field(default_factory=set)

    def without(self, read: Wording, found: list[Finding]) -> list[Finding]:
        """The findings that no exception covers."""
        here = [
            (number, allowed, [m.span() for m in plain.phrase(allowed.words).finditer(read.typed)])
            for number, allowed in enumerate(self.own.allowed)
            if allowed.file == read.file.path
        ]
        return [finding for finding in found if not self._covered(finding, here)]

    def _covered(
        self, finding: Finding, here: list[tuple[int, Allowed, list[tuple[int, int]]]]
    ) -> bool:
        covering = [
            number
            for number, allowed, spans in here
            if allowed.rule == finding.problem.code
            and any(start < finding.end and finding.start < end for start, end in spans)
        ]
        self.used.update(covering)
        return bool(covering)

    def unused(self, paths: set[str]) -> Iterator[Problem]:
        """Exceptions that nothing needs, once every file has been read."""
        for number, allowed in enumerate(self.own.allowed):
            place = self.own.origin.at("allowed", number, "file")
            if allowed.file not in paths:
                yield Problem(
                    place,
                    "unused-exception",
                    f'There is no file "{allowed.file}" among the content.',
                    did_you_mean(allowed.file, paths),
                    Severity.WARNING,
                )
            elif number not in self.used:
                yield Problem(
                    place,
                    "unused-exception",
                    "Nothing needs this exception: its words are not there, or break no rule.",
                    "Delete the entry, or copy the words again from the text.",
                    Severity.WARNING,
                )
