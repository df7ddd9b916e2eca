"""Pages written by hand: their front matter, and the generated parts their markers ask for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.content import addresses, dates
from generator.content.toolkit import STATUSES, SectorToolkit
from generator.pages.encode import Safe
from generator.pages.here import Here
from generator.pages.phrases import count

_MARKER = re.compile(r"<!--\s*toolkits:([a-z]+)\s*-->")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FIELD = re.compile(r"^(title|description):\s*(.*?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^# (.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HandWrittenView:
    """A page as its author wrote it, its markers filled in."""

    title: str
    description: str
    body: Safe


def _split(text: str) -> tuple[dict[str, str], str]:
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    front = _FRONT.match(text)
    if not front:
        return {}, text
    fields = {name: value.strip("\"'") for name, value in _FIELD.findall(front.group(1))}
    return fields, text[front.end() :]


def title(text: str, path: str) -> str:
    """The title of a page: of its front matter, else its heading, else its name."""
    fields, body = _split(text)
    heading = _HEADING.search(body)
    name = path.removesuffix(".md").replace("-", " ").capitalize()
    return fields.get("title") or (heading.group(1) if heading else name)


def view(here: Here, text: str) -> HandWrittenView:
    """The page with its generated parts."""
    fields, body = _split(text)
    filled = _MARKER.sub(lambda match: _PARTS[match.group(1)](here), body)
    return HandWrittenView(title(text, here.path), fields.get("description", ""), Safe(filled))


def _sectors(here: Here) -> str:
    lines = []
    for sector in here.toolkit.sectors.values():
        link = here.link(sector.sector.title, addresses.sector(sector.id))
        total = count(len(tuple(sector.every_action())), "action")
        summary = here.prose(sector.sector.summary)
        lines.append(
            f'- **{link}** <span class="tk-count">{total}<span class="tk-hidden">.</span></span>\n'
            f'  <span class="tk-note">{summary}</span>'
        )
    return '<div class="tk-choices" markdown>\n\n' + "\n".join(lines) + "\n\n</div>"


def _themes(here: Here) -> str:
    return "\n".join(
        f"- {here.link(own.title, addresses.theme(id_))}: {here.prose(own.summary)}"
        for id_, own in here.toolkit.themes.items()
    )


def _groups(here: Here) -> str:
    return "\n".join(
        f"- {here.link(title_, addresses.GROUPS, id_)}"
        for id_, title_ in here.toolkit.vocabulary.groups.items()
    )


def _frameworks(here: Here) -> str:
    return "\n".join(
        f"- {here.link(own.title, addresses.framework(id_))}"
        for id_, own in here.toolkit.frameworks.items()
    )


_Change = tuple[datetime.date, int, str, str]  # day, order, action, words


def _changes(here: Here) -> str:
    found: list[_Change] = []
    for sector in here.toolkit.sectors.values():
        link = here.link(sector.sector.title, addresses.sector(sector.id))
        for change in sector.sector.changes:
            text = f"{link}: {change.kind}. {here.prose(change.note)}"
            found.append((change.on, sector.sector.order, "", text))
        found += _action_changes(here, sector)
    for order, (id_, own) in enumerate(here.toolkit.themes.items()):
        link = here.link(own.title, addresses.theme(id_))
        for change in own.changes:
            text = f"{link}: {change.kind}. {here.prose(change.note)}"
            found.append((change.on, 1000 + order, "", text))
    found.sort(key=lambda entry: (-entry[0].toordinal(), *entry[1:3]))
    lines: list[str] = []
    day = None
    for on, _order, _id, text in found:
        if on != day:
            lines.append(f"\n## {dates.in_words(on)}\n")
            day = on
        lines.append(f"- {text}")
    return "\n".join(lines)


def _action_changes(here: Here, sector: SectorToolkit) -> list[_Change]:
    """What changed in a sector's actions since the sector was first published as a whole."""
    first = min(change.on for change in sector.sector.changes)
    return [
        (
            change.on,
            sector.sector.order,
            action.id,
            (
                f"{here.action(action.id)} <small>{here.words(action.id)}</small>: {change.kind}. "
                f"{here.prose(change.note)}"
            ),
        )
        for file in sector.themes.values()
        for action in file.actions
        for change in action.changes
        if change.on > first
    ]


def _edition(here: Here) -> str:
    toolkit = here.toolkit
    statuses = {sector.sector.status for sector in toolkit.sectors.values()}
    status = STATUSES["draft" if "draft" in statuses else "published"]
    return (
        f'<p class="tk-edition">Edition {dates.in_words(toolkit.edition)}. '
        f"{here.words(status)}.</p>"
    )


def _counts(here: Here) -> str:
    total = sum(len(tuple(s.every_action())) for s in here.toolkit.sectors.values())
    return f"{count(total, 'action')} in {count(len(here.toolkit.sectors), 'sector')}."


_PARTS: dict[str, Callable[[Here], str]] = {
    "sectors": _sectors,
    "themes": _themes,
    "groups": _groups,
    "frameworks": _frameworks,
    "changes": _changes,
    "edition": _edition,
    "counts": _counts,
}
