"""Which files are content, what each holds, and what is missing or misnamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath

from generator.content.names import RESERVED_SECTORS, RESERVED_THEMES, is_slug
from generator.content.problems import Place, Problem, SourceFile, did_you_mean


class Role(StrEnum):
    """What a file holds."""

    THEME = "theme"
    SECTOR = "sector"
    ACTIONS = "actions"
    SOURCES = "sources"
    LAW = "law"
    RESOURCES = "resources"
    FRAMEWORKS = "frameworks"
    VOCABULARY = "vocabulary"
    STYLE = "style"
    PAGE = "page"


_YAML = frozenset({".yml", ".yaml"})
_SAVED_AS_TEXT = (".yml.txt", ".yaml.txt")  # what some programs make of a name that is typed
_NEAR = 0.75  # how alike a name must be to be taken for a mistyped one
_HOLDS = {
    Role.SOURCES: "the publications that the content cites",
    Role.LAW: "what the law says",
    Role.RESOURCES: "what readers can go on to",
    Role.FRAMEWORKS: "the frameworks that actions serve",
    Role.VOCABULARY: "the words that actions choose from",
}
_NEEDED = (Role.SOURCES, Role.LAW, Role.RESOURCES, Role.FRAMEWORKS, Role.VOCABULARY)
SHARED = (*_NEEDED, Role.STYLE)
"""The lists beside the sectors. A toolkit may do without a house style of its own."""


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of content: `path` is below the project folder, with forward slashes."""

    path: str
    role: Role
    sector: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every content file of a folder, and what is wrong with their names."""

    files: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """Whether no file of any sector is missing or misnamed, so that all its ids are known."""
        told = (PurePosixPath(problem.place.file.path) for problem in self.problems)
        return all(_is_yaml(path) and path.parent.name == "toolkits" for path in told)


def inventory(folder: Path) -> Inventory:
    """Finds the content files below a project folder, in a fixed order."""
    problems: list[Problem] = []
    files = list(_themes(folder, problems))
    themes = [file.theme for file in files]
    files += _shared(folder, problems)
    files += _sectors(folder, themes, problems)
    files += _pages(folder)
    return Inventory(tuple(files), tuple(problems))


def _listing(folder: Path) -> list[Path]:
    """The entries of a folder but the hidden ones, sorted; none where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _is_yaml(path: PurePath) -> bool:
    return path.suffix in _YAML or path.name.endswith(_SAVED_AS_TEXT)


def _stem(name: str) -> str:
    return name.partition(".")[0]


def _themes(folder: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    found = False
    for path in _listing(folder / "themes"):
        name = f"themes/{path.name}"
        found = True
        if path.stem in RESERVED_THEMES:
            problems.append(_reserved(name, path.stem))
        elif path.suffix == ".yml" and is_slug(path.stem) and not path.is_dir():
            yield ContentFile(name, Role.THEME, theme=path.stem)
        else:
            problems.append(_unexpected(name, "a theme's file is named like retention.yml."))
    if not found:
        problems.append(_missing("themes", "one file for each theme", "folder "))


def _shared(folder: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    names = [f"{role}.yml" for role in SHARED]
    lists = (path for path in _listing(folder / "toolkits") if _is_yaml(path))
    others = [path.name for path in lists if path.name not in names and not path.is_dir()]
    for role in SHARED:
        path = f"toolkits/{role}.yml"
        if (folder / path).is_file():
            yield ContentFile(path, role)
        elif wrong := _misnamed(role, others):
            others.remove(wrong)
            problems.append(_unexpected(f"toolkits/{wrong}", f"it seems to be {role}.yml."))
        elif role in _NEEDED:
            problems.append(_missing(path, _HOLDS[role]))
    for name in others:
        help_ = f"no list has this name. {did_you_mean(_stem(name), SHARED)}"
        problems.append(_unexpected(f"toolkits/{name}", help_))


def _misnamed(name: str, found: list[str]) -> str:
    """The file among those found that seems to be meant as `name`.yml, or nothing."""
    stems = {_stem(other): other for other in found}
    near = get_close_matches(name, list(stems), n=1, cutoff=_NEAR)
    return stems[near[0]] if near else ""


def _sectors(folder: Path, themes: list[str], problems: list[Problem]) -> Iterator[ContentFile]:
    strangers: dict[str, list[Problem]] = {}
    for path in _listing(folder / "toolkits"):
        content = [entry for entry in _listing(path) if _is_yaml(entry)]
        if not content:
            continue  # a folder of pictures or pages is no sector
        name = f"toolkits/{path.name}"
        if path.name in RESERVED_SECTORS:
            problems.append(_reserved(name, path.name))
        elif not is_slug(path.name):
            help_ = "a sector's folder is named like social-care."
            problems.append(_unexpected(name, help_, "folder"))
        elif not (path / "sector.yml").is_file():
            problems.append(_no_sector(name, [entry.name for entry in content]))
        else:
            yield ContentFile(f"{name}/sector.yml", Role.SECTOR, sector=path.name)
            yield from _sector(path, content, themes, problems, strangers)
    paths = [PurePosixPath(problem.place.file.path) for problem in problems]
    misnamed = {_stem(path.name).lower() for path in paths if path.parent.name == "themes"}
    for stranger, told in strangers.items():
        if _stem(stranger) in misnamed:
            continue  # its theme is there, under a name that is told already
        if len(told) == 1:
            problems += told
        elif themes:  # it is the theme that is missing, and with none at all that is told already
            where = f"the theme for which {len(told)} sectors have actions"
            problems.append(_missing(f"themes/{stranger}", where))


def _no_sector(folder: str, found: list[str]) -> Problem:
    wrong = _misnamed("sector", found)
    if wrong:
        return _unexpected(f"{folder}/{wrong}", "it seems to be sector.yml.")
    return _missing(f"{folder}/sector.yml", "what the sector is")


def _sector(
    folder: Path,
    content: list[Path],
    themes: list[str],
    problems: list[Problem],
    strangers: dict[str, list[Problem]],
) -> Iterator[ContentFile]:
    """The actions of a sector; files that no theme accounts for go to `strangers`, by name."""
    names = {f"{theme}.yml": theme for theme in themes}
    others = [path.name for path in content if path.name not in {"sector.yml", *names}]
    for name, theme in names.items():
        path = f"toolkits/{folder.name}/{name}"
        if (folder / name).is_file():
            yield ContentFile(path, Role.ACTIONS, sector=folder.name, theme=theme)
        elif wrong := _misnamed(theme, others):
            others.remove(wrong)
            where = f"toolkits/{folder.name}/{wrong}"
            problems.append(_unexpected(where, f"it seems to be {name}."))
        else:
            problems.append(_missing(path, "the sector's actions for this theme"))
    for name in others:
        path = f"toolkits/{folder.name}/{name}"
        help_ = f"no theme has this name. {did_you_mean(_stem(name), themes)}"
        strangers.setdefault(name, []).append(_unexpected(path, help_))


def _pages(folder: Path) -> Iterator[ContentFile]:
    for path in sorted((folder / "toolkits").rglob("*.md")):
        below = path.relative_to(folder)
        if not path.is_dir() and not any(part.startswith(".") for part in below.parts):
            yield ContentFile(below.as_posix(), Role.PAGE)


def _missing(path: str, holds: str, what: str = "") -> Problem:
    return Problem(
        Place(SourceFile(path)),
        "missing-file",
        f"There is no {what}{PurePosixPath(path).name} here; it holds {holds}.",
        f"Add {path}. CONTRIBUTING.md shows what belongs in it.",
    )


def _unexpected(path: str, help_: str, what: str = "file") -> Problem:
    return Problem(
        Place(SourceFile(path)),
        "unexpected-file",
        f"The toolkits do not know this {what}, so nothing of it would be shown.",
        f"Rename or remove it: {help_}",
    )


def _reserved(path: str, name: str) -> Problem:
    return Problem(
        Place(SourceFile(path)),
        "reserved-name",
        f'"{name}" is the address of a page the site makes itself, which this would hide.',
        "Choose another name.",
    )
