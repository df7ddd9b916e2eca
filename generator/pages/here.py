"""One page's point of view: every text it shows, encoded, and every link it makes, relative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.content import addresses, dates
from generator.content.model import Source
from generator.content.toolkit import Toolkit
from generator.pages import encode
from generator.pages.encode import Safe


@dataclass(frozen=True, slots=True)
class Index:
    """What pages of one sector say of others: of every action and every audience."""

    actions: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    """Where every action lies: its sector, theme and title, retired ones included."""

    titles: Mapping[str, str] = field(default_factory=dict)
    """What each kind of organisation is called."""

    @classmethod
    def of(cls, toolkit: Toolkit) -> Index:
        """Gathers the actions and the audiences of a toolkit."""
        found: dict[str, tuple[str, str, str]] = {}
        titles: dict[str, str] = {}
        for sector in toolkit.sectors.values():
            titles |= {audience.id: audience.title for audience in sector.sector.audiences}
            for theme, file in sector.themes.items():
                for action in file.actions:
                    found[action.id] = (sector.id, theme, action.title)
        return cls(found, titles)


@dataclass(frozen=True, slots=True)
class Made:
    """What a page says about a file: how many bytes it has, and how many pages, if any."""

    size: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Here:
    """The page at `path`, and the toolkit it shows; `made` are the take-aways, by their paths."""

    path: str
    toolkit: Toolkit
    index: Index
    made: Mapping[str, Made] = field(default_factory=dict)

    def words(self, text: str) -> Safe:
        """Plain words, as typed."""
        return encode.words(text)

    def prose(self, text: str) -> Safe:
        """A text with its bold words, links and citations."""
        return encode.prose(text, self.citation, self._within)

    def each(self, texts: Iterable[str]) -> tuple[Safe, ...]:
        """Several texts."""
        return tuple(self.prose(text) for text in texts)

    def link(self, label: str, path: str, anchor: str = "") -> Safe:
        """A link to another page of the site."""
        return encode.link(self.words(label), addresses.relative(self.path, path, anchor))

    def filtered(self, label: str, path: str, **filters: str) -> Safe:
        """A link to a list of actions with filters on, such as sector="hospitality"."""
        query = "&".join(f"{name}={value}" for name, value in filters.items())
        return encode.link(self.words(label), f"{addresses.relative(self.path, path)}?{query}")

    def action(self, id_: str, *, title: str = "") -> Safe:
        """A link to an action, named by its title."""
        sector, theme, own = self.index.actions[id_]
        path = addresses.sector_theme(sector, theme)
        return self.link(title or own, path, addresses.anchor(id_))

    def citation(self, source_id: str) -> Safe:
        """A citation: the publisher and year as a link to the source, understandable read aloud."""
        source = self.toolkit.sources[source_id]
        label = self.words(f"{source.publisher}, {year(source)}")
        url = addresses.relative(self.path, addresses.EVIDENCE, source_id)
        return Safe(f"({encode.link(label, url)})")

    def source(self, source_id: str) -> Safe:
        """A source named in full, linked to its entry on the evidence page."""
        source = self.toolkit.sources[source_id]
        title = self.link(source.title, addresses.EVIDENCE, source_id)
        published = self.words(f"{source.publisher}, {dates.publication(source.date)}")
        return Safe(f"{title}, {published}")

    def _within(self, address: str) -> str:
        path, anchor = addresses.from_address(address)
        if path.removesuffix(".md") in self.toolkit.sectors:
            path = addresses.sector(path.removesuffix(".md"))
        return addresses.relative(self.path, path, anchor)


def year(source: Source) -> str:
    """The year of a source, or "undated"."""
    return source.date[:4] if source.date else "undated"
