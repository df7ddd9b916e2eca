"""The kinds of field the model is made of: text, dates, numbers, and words chosen from a list.

Every scalar arrives as the text an editor typed. Each kind says in its metadata what the text may
hold, so that the rules find every citation, link and reference by reading the model itself.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Ref:
    """The field holds the id of something of this kind, declared elsewhere in the content."""

    kind: str


@dataclass(frozen=True, slots=True)
class Prose:
    """The field may hold bold words, links and citations; `cited`: its figures need a citation."""

    cited: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The field holds plain words: every mark appears as typed."""


@dataclass(frozen=True, slots=True)
class Link:
    """The field holds one web address."""


def _length(least: int, most: int) -> StringConstraints:
    return StringConstraints(min_length=least, max_length=most)


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_VERSION = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
_NUMBER = r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$"  # of a framework's item: it becomes an anchor
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("date_shape", "")
    if not _DATE.fullmatch(value):
        raise PydanticCustomError("date_shape", "")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("date_impossible", "") from None


def _version(value: Any) -> Any:
    if not (isinstance(value, str) and _VERSION.fullmatch(value)):
        raise PydanticCustomError("version_shape", "")
    try:
        datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        raise PydanticCustomError("date_impossible", "") from None
    return value


def _number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(_NUMBER, value):
        raise PydanticCustomError("number_there", "")
    return value


def _whole(value: Any) -> Any:
    if not (isinstance(value, str) and _WHOLE.fullmatch(value)):
        raise PydanticCustomError("whole_number", "")
    return int(value)


def _decimal(value: Any) -> Any:
    if not (isinstance(value, str) and _DECIMAL.fullmatch(value)):
        raise PydanticCustomError("number", "")
    return float(value)


def _binds(value: Any) -> Any:
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    if value == "everyone":
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return value
    raise PydanticCustomError("binds", "")


Date = Annotated[datetime.date, BeforeValidator(_date)]
Whole = Annotated[int, BeforeValidator(_whole)]
Decimal = Annotated[float, BeforeValidator(_decimal)]
Binds = BeforeValidator(_binds)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
ActionId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[A-Z]{3}-[0-9]{2,3}$")]
Icon = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=60)]
Version = Annotated[str, BeforeValidator(_version)]
ItemNumber = Annotated[
    str, StringConstraints(pattern=_NUMBER, max_length=20), BeforeValidator(_number)
]
Address = Annotated[str, Link(), _length(1, 500)]

Title = Annotated[str, Line(), _length(3, 120)]
LongTitle = Annotated[str, Line(), _length(3, 250)]
ShortLine = Annotated[str, Line(), _length(1, 300)]
Sentence = Annotated[str, Prose(), _length(3, 320)]
Paragraph = Annotated[str, Prose(), _length(20, 700)]
CitedSentence = Annotated[str, Prose(cited=True), _length(3, 400)]
CitedParagraph = Annotated[str, Prose(cited=True), _length(20, 700)]
CopyText = Annotated[str, Line(), _length(20, 1800)]
