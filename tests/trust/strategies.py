"""Valid content, invented along the model: a new field is generated without another line.

What the model cannot say, such as that every audience needs a start in each theme, stands in
`_SPECIAL` and in `projects`.
"""

from __future__ import annotations

import datetime
import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import MaxLen, MinLen
from hypothesis import strategies as st
from pydantic import StringConstraints

from generator.content import fields, model
from generator.content.fields import Line, Link, Prose, Ref
from generator.content.names import RESERVED_SECTORS, RESERVED_THEMES, WINDOWS
from tests.trust.planting import Plain

Draw = Callable[[st.SearchStrategy[Any]], Any]

# Letters that every sheet can show: of several scripts, and every sign of a keyboard.
LETTERS = (
    string.ascii_letters + string.digits + string.punctuation + " \u00a3\u20ac\u00a9\u00e9\u00f1"
    "\u00fc\u00df\u00f8\u0141\u0142\u0391\u03a9\u0416\u044f\u05e9\u05dc\u0645\u0631\u2013\u2014"
    "\u2026\u2018\u2019\u201c\u201d\U0001f642\U0001f389"
)
WORDS = (
    *("pay", "rota", "chef", "Nurse", "the", "of", "it's", "don't", "Café", "A&E", "24/7", "C#"),
    *("**bold**", "*star*", "_line_", "`code`", "{{x}}", "{%y%}", "<b>", "</p>", "&amp;", "#1"),
    *("1.", "-", "+", "=", "|", "\\", "!!!", ":::", "~~~", "$x$", "@sum", "%0", "--8<--", "<!--"),
)
_PLACEHOLDER = re.compile(r"\b(tbc|tbd|lorem|ipsum|x{3,}|todo|fixme)\b", re.IGNORECASE)
_DAY = st.dates(datetime.date(2020, 1, 1), datetime.date(2029, 12, 31)).map(str)
_LATER = "2026-03-01"


@dataclass
class Known:
    """The ids that content may cite so far, by kind, and how many names were made."""

    ids: dict[str, list[str]] = field(default_factory=dict)
    made: int = 0

    def number(self) -> int:
        """A number that no other name has."""
        self.made += 1
        return self.made


def text(known: Known, kind: Prose | Line, least: int, most: int) -> st.SearchStrategy[str]:
    """Words, signs and marks; the number at its end makes it unlike all others."""
    pieces = st.one_of(st.sampled_from(WORDS), st.text(LETTERS, min_size=1, max_size=8))
    ending = f" n{known.number()}"
    marks: list[str] = []
    if isinstance(kind, Prose):
        marks = ["[the words](https://example.org/a_(b)?c=1&d=2)", "[us](mailto:a@example.org)"]
        pieces = pieces.map(lambda piece: re.sub(r"[\[\]@()*]", "", piece) or "and")
        marks += [f"[@{id_}]" for id_ in known.ids.get("source", ())]
    whole = st.lists(st.one_of(pieces, st.sampled_from(marks)) if marks else pieces, max_size=12)
    cited = isinstance(kind, Prose) and kind.cited
    source = f" [@{known.ids['source'][0]}]" if cited else ""
    return whole.map(lambda found: _fitted(found, least, most, source + ending)).filter(
        lambda made: not _PLACEHOLDER.search(made)
    )


def _fitted(pieces: list[str], least: int, most: int, ending: str) -> str:
    """As many pieces as fit; words of their own where they are too few."""
    kept: list[str] = []
    for piece in pieces:
        if len(" ".join([*kept, piece])) + len(ending) <= most:
            kept.append(piece)
    made = " ".join(kept).strip() + ending
    missing = max(0, least - len(made.strip()))
    return f"{'enough words ' * (missing // 12 + 1) if missing else ''}{made}".strip()[-most:]


def value(draw: Draw, kind: Any, known: Known, name: str = "") -> Plain:
    """Something that fits a kind of field."""
    for own, strategy in _SIMPLE:
        if kind == own:
            return str(draw(strategy))
    if get_origin(kind) is Annotated:
        base, *metadata = get_args(kind)
        return _annotated(draw, base, metadata, known, name)
    if get_origin(kind) is Literal:
        return str(draw(st.sampled_from(get_args(kind))))
    if get_origin(kind) in {Union, type(int | None)}:
        return value(draw, get_args(kind)[0], known, name)
    if get_origin(kind) is tuple:
        return _some(draw, get_args(kind)[0], known, 0, 3)
    if isinstance(kind, type) and issubclass(kind, model.Content):
        return entry(draw, kind, known)
    raise AssertionError(f"no strategy for {name}: {kind}")


def _annotated(draw: Draw, base: Any, metadata: list[Any], known: Known, name: str) -> Plain:
    mark = next((own for own in metadata if isinstance(own, Ref | Prose | Line | Link)), None)
    limits = next((own for own in metadata if isinstance(own, StringConstraints)), None)
    if isinstance(mark, Ref):
        return str(draw(st.sampled_from(known.ids[mark.kind])))
    if isinstance(mark, Link):
        return f"https://example.org/{known.number()}?a=1&b=2#c_(d)"
    if mark and limits:
        least, most = limits.min_length or 1, limits.max_length or 300
        made: str = draw(text(known, mark, least, most))
        return made
    if limits and limits.pattern:
        return str(draw(st.from_regex(limits.pattern, fullmatch=True, alphabet=_PLAIN)))[:20]
    return value(draw, base, known, name)


_PLAIN = st.sampled_from(string.ascii_letters + string.digits + "-.")


def _some(draw: Draw, kind: Any, known: Known, least: int, most: int) -> list[Plain]:
    made = [value(draw, kind, known) for _ in range(draw(st.integers(least, most)))]
    return [item for index, item in enumerate(made) if item not in made[:index]]


def entry(draw: Draw, kind: type[model.Content], known: Known, **given: Plain) -> dict[str, Plain]:
    """Every needed field of a model, and some of the others; what is given stays as it is."""
    made: dict[str, Plain] = dict(given)
    hints = get_type_hints(kind, include_extras=True)
    for attribute, info in kind.model_fields.items():
        name = info.alias or attribute
        if info.exclude or name in given:
            continue
        if not info.is_required() and not draw(st.booleans()):
            continue
        special = _SPECIAL.get((kind, name))
        limits = {type(own): own for own in info.metadata}
        if special is not None:
            made[name] = special(draw, known)
        elif get_origin(hints[attribute]) is tuple:
            least = getattr(limits.get(MinLen), "min_length", 0)
            most = getattr(limits.get(MaxLen), "max_length", 3)
            one = get_args(hints[attribute])[0]
            made[name] = _some(draw, one, known, max(least, 1), max(least, min(most, 3)))
        else:
            made[name] = value(draw, hints[attribute], known, name)
    return made


_SIMPLE: tuple[tuple[Any, st.SearchStrategy[Any]], ...] = (
    (fields.Date, _DAY),
    (fields.Version, st.sampled_from(["2024", "2024-05", "2024-05-17"])),
    (fields.Whole, st.integers(0, 9999)),
    (fields.Decimal, st.decimals(-1000, 1000, places=1)),
    (fields.Icon, st.sampled_from(["account-group", "account-search", "hospital-building"])),
)


def _slug(known: Known, word: str) -> str:
    return f"{word}-{known.number()}"


def _slugs(word: str) -> Callable[[Draw, Known], Plain]:
    return lambda draw, known: [_slug(known, word) for _ in range(draw(st.integers(0, 2)))]


def _none(_draw: Draw, _known: Known) -> Plain:
    return []


def _people(draw: Draw, _known: Known) -> Plain:
    least = draw(st.integers(0, 300))
    return {"least": str(least), "most": str(least + draw(st.integers(0, 300)))}


def _binds(draw: Draw, known: Known) -> Plain:
    some: list[Plain] = list(known.ids["any-audience"][:2])
    everyone: list[Plain] = ["everyone", "250", some]
    chosen: Plain = draw(st.sampled_from(everyone))
    return chosen


def _served(draw: Draw, known: Known) -> Plain:
    framework = draw(st.sampled_from(known.ids["framework"]))
    return {framework: [draw(st.sampled_from(known.ids[f"item of {framework}"]))]}


_SPECIAL: Mapping[tuple[type[model.Content], str], Callable[[Draw, Known], Plain]] = {
    (model.Theme, "was"): _slugs("old-theme"),
    (model.Sector, "was"): _slugs("old-sector"),
    (model.Audience, "was"): _slugs("old-audience"),
    (model.Audience, "people"): _people,
    (model.Law, "binds"): _binds,
    (model.Action, "frameworks"): _served,
    (model.Action, "related"): _none,
    (model.Action, "needs"): _none,
}


@st.composite
def projects(draw: Draw) -> dict[str, Plain]:
    """Every YAML file of a toolkit that check finds nothing wrong with, by its path."""
    known = Known()
    codes = iter(draw(st.lists(_CODE, min_size=4, max_size=4, unique=True)))
    themes = {_named(draw, RESERVED_THEMES): next(codes) for _ in range(draw(st.integers(1, 2)))}
    sectors = {_named(draw, RESERVED_SECTORS): next(codes) for _ in range(draw(st.integers(1, 2)))}
    audiences = {s: [_slug(known, "kind") for _ in range(draw(_FEW))] for s in sectors}
    known.ids["any-audience"] = [id_ for found in audiences.values() for id_ in found]
    known.ids["source"] = [_slug(known, "source") for _ in range(draw(_FEW))]
    files: dict[str, Plain] = {"toolkits/vocabulary.yml": _vocabulary(draw, known)}
    files |= _lists(draw, known)
    for order, (theme, code) in enumerate(themes.items()):
        given: dict[str, Plain] = {"code": code, "order": str(order)}
        files[f"themes/{theme}.yml"] = entry(draw, model.Theme, known, **given)
    for order, (sector, code) in enumerate(sectors.items()):
        leads = known.ids["lead"]
        kinds: list[Plain] = [
            entry(draw, model.Audience, known, id=id_, leads=list(leads))
            for id_ in audiences[sector]
        ]
        given = {"code": code, "order": str(order), "audiences": kinds}
        files[f"toolkits/{sector}/sector.yml"] = entry(draw, model.Sector, known, **given)
        for theme, own in themes.items():
            made = _theme_file(draw, known, f"{code}-{own}", audiences[sector])
            files[f"toolkits/{sector}/{theme}.yml"] = made
    return files


_CODE = st.text(string.ascii_uppercase, min_size=3, max_size=3)
_FEW = st.integers(1, 3)


def _named(draw: Draw, reserved: frozenset[str]) -> str:
    """The name of a file or folder, which stands in addresses."""
    names = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5}){1,2}", fullmatch=True)
    name: str = draw(names.filter(lambda own: own not in reserved | WINDOWS))
    return name


def _vocabulary(draw: Draw, known: Known) -> Plain:
    made: dict[str, Plain] = {}
    kinds = {"leads": "lead", "groups": "group"}
    for name in model.Vocabulary.model_fields:
        if name == "origin":
            continue
        ids = [_slug(known, name) for _ in range(draw(_FEW))]
        known.ids[kinds.get(name, name)] = ids
        made[name] = {id_: draw(text(known, Line(), 1, 120)) for id_ in ids}
    return made


def _lists(draw: Draw, known: Known) -> dict[str, Plain]:
    sources: list[Plain] = [
        entry(draw, model.Source, known, id=id_, url=f"https://example.org/{id_}")
        for id_ in known.ids["source"]
    ]
    made: dict[str, Plain] = {"toolkits/sources.yml": sources}
    for name, kind in (("law", model.Law), ("resource", model.Resource)):
        known.ids[name] = [_slug(known, name) for _ in range(draw(_FEW))]
        entries: list[Plain] = [entry(draw, kind, known, id=id_) for id_ in known.ids[name]]
        made[f"toolkits/{name}{'s' * (name == 'resource')}.yml"] = entries
    known.ids["framework"] = [_slug(known, "framework") for _ in range(draw(_FEW))]
    frameworks: list[Plain] = []
    for id_ in known.ids["framework"]:
        numbers = [f"{number}.{draw(_FEW)}" for number in range(1, 1 + draw(_FEW))]
        known.ids[f"item of {id_}"] = numbers
        items: list[Plain] = [entry(draw, model.Item, known, id=number) for number in numbers]
        frameworks.append(entry(draw, model.Framework, known, id=id_, items=items))
    return {**made, "toolkits/frameworks.yml": frameworks}


def _theme_file(draw: Draw, known: Known, start: str, audiences: list[str]) -> Plain:
    """Actions of one theme: the first is foundational for all, and cites all that must be cited."""
    actions: list[Plain] = []
    for number in range(1, 1 + draw(_FEW)):
        given: dict[str, Plain] = {"id": f"{start}-{number:02}"}
        parts: dict[str, Plain] = {
            id_: entry(
                draw, model.Part, known, **({"priority": "foundational"} if number == 1 else {})
            )
            for id_ in (audiences if number == 1 else audiences[: draw(st.integers(1, 3))])
        }
        given["audiences"] = parts
        if number == 1:
            sources: list[Plain] = list(known.ids["source"])
            given["evidence"] = entry(draw, model.Evidence, known, sources=sources)
            given["resources"] = list(known.ids["resource"])
        else:
            given["needs"] = [f"{start}-01"]
        actions.append(entry(draw, model.Action, known, **given))
    if draw(st.booleans()):
        given = {"id": f"{start}-{number + 1:02}", "status": "retired"}
        given["replaced_by"] = [f"{start}-01"]
        actions.append(entry(draw, model.RetiredAction, known, **given))
    measures = _some(draw, model.Measure, known, 1, 2)
    return {"measures": measures, "actions": actions}
