"""The typed, frozen content: what a sector, an action, a source and the rest hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic.json_schema import SkipJsonSchema

from generator.content.fields import (
    ActionId,
    Address,
    Binds,
    CitedParagraph,
    CitedSentence,
    Code,
    CopyText,
    Date,
    Decimal,
    Icon,
    ItemNumber,
    LongTitle,
    Paragraph,
    Ref,
    Sentence,
    ShortLine,
    Slug,
    Title,
    Version,
    Whole,
)
from generator.content.tree import Mapping

# No editor can type these, so they can never hide a name of theirs.
_ORIGIN = "\0origin"
LIVE, RETIRED = "\0live", "\0retired"

Priority = Literal["foundational", "enhanced"]
Every = Literal["3-months", "6-months", "12-months", "24-months"]
SourceId = Annotated[str, Ref("source")]
LawId = Annotated[str, Ref("law")]
ResourceId = Annotated[str, Ref("resource")]
ActionRef = Annotated[str, Ref("action")]
AudienceId = Annotated[str, Ref("audience")]
LeadId = Annotated[str, Ref("lead")]
GroupId = Annotated[str, Ref("group")]
FrameworkId = Annotated[str, Ref("framework")]


class Fields(dict[str, Any]):
    """The plain data of one mapping, None where nothing was typed, and the tree it comes from."""

    def __init__(self, origin: Mapping, values: dict[str, Any]) -> None:
        super().__init__(values)
        self.origin = origin


class Content(BaseModel):
    """Anything read from a file; `origin` is the tree it came from, for places."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )

    FOREIGN: ClassVar[frozenset[str]] = frozenset()
    """Fields of a neighbouring kind, which may stand here while they are empty."""
    origin: SkipJsonSchema[Mapping] = Field(alias=_ORIGIN, exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _keep_origin(cls, data: Any) -> Any:
        if not isinstance(data, Fields):
            return data
        known = {info.alias or name for name, info in cls.model_fields.items()} | cls.FOREIGN
        # An empty field counts as left out, but not one of a name that nobody knows.
        typed = {name: it for name, it in data.items() if it is not None or name not in known}
        return {**typed, _ORIGIN: data.origin}


class Change(Content):
    """One entry of a history written for readers."""

    on: Date
    kind: Literal["added", "changed", "corrected", "moved", "retired"]
    note: Sentence


class Theme(Content):
    """One of the themes that every sector's actions are ordered by."""

    title: Title
    code: Code
    order: Whole
    icon: Icon
    summary: Sentence
    why: Paragraph
    mistakes: tuple[Sentence, ...] = Field(min_length=1, max_length=6)
    changes: tuple[Change, ...] = Field(min_length=1)
    was: tuple[Slug, ...] = ()


class People(Content):
    """How many people an organisation of this kind employs; an end left out is open."""

    least: Whole = 0
    most: Whole | None = None


class Audience(Content):
    """A kind of organisation within one sector."""

    id: Slug
    title: Title
    staff: ShortLine
    description: Sentence
    leads: tuple[LeadId, ...] = Field(min_length=1)
    people: People | None = None
    was: tuple[Slug, ...] = ()


class Bar(Content):
    """One value of a figure."""

    label: ShortLine
    value: Decimal


class Figure(Content):
    """Numbers that picture a sector, with their one source."""

    title: Title
    unit: ShortLine
    source: SourceId
    about: Sentence
    bars: tuple[Bar, ...] = Field(min_length=1, max_length=8)


class Challenge(Content):
    """Something that stands in the way in this sector."""

    text: CitedSentence


class Sector(Content):
    """A part of London's economy with a toolkit of its own."""

    title: Title
    code: Code
    order: Whole
    icon: Icon
    status: Literal["draft", "published"]
    summary: Sentence
    who_it_is_for: Sentence
    audiences: tuple[Audience, ...] = Field(min_length=1)
    figures: tuple[Figure, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    changes: tuple[Change, ...] = Field(min_length=1)
    was: tuple[Slug, ...] = ()


class Measure(Content):
    """What an employer in this sector counts for this theme."""

    count: Sentence
    how: Sentence
    often: Annotated[str, Ref("repeats")]
    small_numbers: Sentence | None = None


class Part(Content):
    """What an action asks of one audience."""

    priority: Priority
    lead: LeadId
    steps: tuple[Sentence, ...] = ()


class Evidence(Content):
    """How strong the evidence is, and for whom it was shown."""

    strength: Annotated[str, Ref("evidence")]
    about: Sentence
    sources: tuple[SourceId, ...] = ()


class Checked(Content):
    """When someone held the action against its sources, and how often that is due."""

    on: Date
    every: Every


class Template(Content):
    """Words to copy."""

    title: Title
    text: CopyText


class Example(Content):
    """What a named organisation has itself published."""

    who: ShortLine
    what: Sentence
    source: SourceId


class Action(Content):
    """One thing to do."""

    FOREIGN = frozenset({"status", "replaced_by", "reason"})

    id: ActionId
    title: Title
    why: CitedParagraph
    steps: tuple[Sentence, ...] = Field(min_length=1, max_length=10)
    done_when: Sentence
    audiences: dict[AudienceId, Part] = Field(min_length=1)
    takes: Annotated[str, Ref("takes")]
    repeats: Annotated[str, Ref("repeats")]
    evidence: Evidence
    checked: Checked
    changes: tuple[Change, ...] = Field(min_length=1)
    law: tuple[LawId, ...] = ()
    groups: tuple[GroupId, ...] = ()
    templates: tuple[Template, ...] = ()
    resources: tuple[ResourceId, ...] = ()
    examples: tuple[Example, ...] = ()
    cost: Annotated[str, Ref("cost")] | None = None
    needs: tuple[ActionRef, ...] = ()
    related: tuple[ActionRef, ...] = ()
    frameworks: dict[FrameworkId, tuple[str, ...]] = {}


class RetiredAction(Content):
    """What stays of an action that is no longer advised, at its old address."""

    FOREIGN = frozenset(Action.model_fields)

    id: ActionId
    title: Title
    status: Literal["retired"]
    changes: tuple[Change, ...] = Field(min_length=1)
    replaced_by: tuple[ActionRef, ...] = ()
    reason: Sentence | None = None


def _kind(value: Any) -> str:
    """Which of the two a value is; pydantic asks for what it reads and for what it writes."""
    if isinstance(value, dict):
        return kind_of_action(name for name, typed in value.items() if typed is not None)
    return RETIRED if isinstance(value, RetiredAction) else LIVE


def kind_of_action(typed: Iterable[str]) -> str:
    """The kind of action that an entry with these fields is meant as."""
    fields = frozenset(typed)
    points_on = not fields.isdisjoint({"replaced_by", "reason"}) and "steps" not in fields
    return RETIRED if "status" in fields or points_on else LIVE


AnyAction = Annotated[
    Annotated[Action, Tag(LIVE)] | Annotated[RetiredAction, Tag(RETIRED)], Discriminator(_kind)
]


class ThemeFile(Content):
    """One sector's actions for one theme."""

    measures: tuple[Measure, ...] = Field(min_length=1, max_length=6)
    actions: tuple[AnyAction, ...] = Field(min_length=1)


class Source(Content):
    """A publication that the content cites."""

    id: Slug
    title: LongTitle
    publisher: ShortLine
    date: Version | None = None
    url: Address | None = None
    no_url: Sentence | None = None
    read_on: Date
    kind: Literal["trial", "review", "survey", "statistics", "guidance", "law", "programme"]
    unconfirmed: Sentence | None = None


class Law(Content):
    """One thing the law says, whom it binds and since when."""

    id: Slug
    title: Title
    says: Paragraph
    kind: Literal["legal-duty", "good-practice", "take-care"]
    binds: Annotated[
        Literal["everyone"] | int | tuple[Annotated[str, Ref("any-audience")], ...], Binds
    ]
    from_: ShortLine = Field(alias="from")
    checked_on: Date
    source: SourceId
    unconfirmed: Sentence | None = None


class Resource(Content):
    """Something to go on to: a scheme, a guide, an organisation."""

    id: Slug
    title: Title
    who: ShortLine
    gives: Sentence
    url: Address
    kind: Literal["scheme", "guide", "template", "organisation", "training", "fund"]
    checked_on: Date
    unconfirmed: Sentence | None = None


class Item(Content):
    """One numbered part of a framework."""

    id: ItemNumber
    title: ShortLine
    outside: Sentence | None = None


class Framework(Content):
    """A published framework that actions are mapped to."""

    id: Slug
    title: Title
    version: ShortLine
    publisher: ShortLine
    url: Address
    items: tuple[Item, ...] = Field(min_length=1)


class Vocabulary(Content):
    """The words actions choose from, and what readers see for each."""

    leads: dict[Slug, ShortLine]
    takes: dict[Slug, ShortLine]
    repeats: dict[Slug, ShortLine]
    evidence: dict[Slug, ShortLine]
    groups: dict[Slug, ShortLine]
    cost: dict[Slug, ShortLine]


class Term(Content):
    """Words that house style replaces, and what to write instead."""

    avoid: tuple[ShortLine, ...] = Field(min_length=1)
    say: ShortLine
    because: Sentence
    good: tuple[ShortLine, ...] = Field(min_length=1)
    bad: tuple[ShortLine, ...] = Field(min_length=1)
    fine_in: tuple[ShortLine, ...] = ()
    level: Literal["error", "warning"] = "warning"


class Allowed(Content):
    """One case that house style would not have, and why it stays."""

    rule: Literal["house-word", "link-text", "long-sentence", "acronym", "hard-to-read"]
    file: ShortLine
    words: ShortLine
    because: Sentence


class Style(Content):
    """House style: what editors are told about wording."""

    terms: tuple[Term, ...] = Field(min_length=1)
    link_words: tuple[ShortLine, ...] = ()
    acronyms: dict[ShortLine, ShortLine] = {}
    allowed: tuple[Allowed, ...] = ()
