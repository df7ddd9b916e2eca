"""Which files are content, what each holds, and what is missing or misnamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

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
    PAGE = "page"


SHARED = (Role.SOURCES, Role.LAW, Role.RESOURCES, Role.FRAMEWORKS, Role.VOCABULARY)


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
        shared = {f"toolkits/{role}.yml" for role in SHARED}
        told = (problem.place.file.path for problem in self.problems)
        return all(path in shared or path.startswith("themes/") for path in told)


def inventory(folder: Path) -> Inventory:
    """Finds the content files below a project folder, in a fixed order."""
    problems: list[Problem] = []
    files = list(_themes(folder, problems))
    themes = [file.theme for file in files]
    files += _shared(folder, problems)
    files += _sectors(folder, themes, problems)
    files += _pages(folder, problems)
    return Inventory(tuple(files), tuple(problems))


def _listing(folder: Path) -> list[Path]:
    """The entries of a folder but the hidden ones, sorted; none where there is no folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _themes(folder: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    found = False
    for path in _listing(folder / "themes"):
        name = f"themes/{path.name}"
        found = True
        if path.suffix == ".yml" and is_slug(path.stem) and path.stem not in RESERVED_THEMES:
            yield ContentFile(name, Role.THEME, theme=path.stem)
        elif path.stem in RESERVED_THEMES:
            problems.append(_reserved(name, path.stem))
        else:
            problems.append(_unexpected(name, "a theme's file is named like retention.yml."))
    if not found:
        problems.append(_missing("themes", "the themes, one file each"))


def _shared(folder: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    for role in SHARED:
        path = f"toolkits/{role}.yml"
        if (folder / path).is_file():
            yield ContentFile(path, role)
        else:
            problems.append(_missing(path, f"the list of {role}"))


def _sectors(folder: Path, themes: list[str], problems: list[Problem]) -> Iterator[ContentFile]:
    names = [path for path in _listing(folder / "toolkits") if path.is_dir()]
    for path in names:
        content = [entry for entry in _listing(path) if entry.suffix in {".yml", ".yaml"}]
        if not content:
            continue  # a folder of pictures or pages is no sector
        name = f"toolkits/{path.name}"
        if path.name in RESERVED_SECTORS:
            problems.append(_reserved(name, path.name))
        elif not is_slug(path.name):
            help_ = "a sector's folder is named like social-care."
            problems.append(_unexpected(name, help_, "folder"))
        elif not (path / "sector.yml").is_file():
            problems.append(_missing(f"{name}/sector.yml", "what the sector is"))
        else:
            yield ContentFile(f"{name}/sector.yml", Role.SECTOR, sector=path.name)
            yield from _sector(path, content, themes, problems)


def _sector(
    folder: Path, content: list[Path], themes: list[str], problems: list[Problem]
) -> Iterator[ContentFile]:
    for path in content:
        name = f"toolkits/{folder.name}/{path.name}"
        if path.name == "sector.yml":
            continue
        if path.suffix == ".yml" and path.stem in themes:
            yield ContentFile(name, Role.ACTIONS, sector=folder.name, theme=path.stem)
        elif path.suffix == ".yaml":
            problems.append(_unexpected(name, f"its name would be {path.stem}.yml."))
        else:
            problems.append(
                _unexpected(name, f"no theme has this name. {did_you_mean(path.stem, themes)}")
            )
    for theme in themes:
        if not (folder / f"{theme}.yml").is_file():
            path_ = f"toolkits/{folder.name}/{theme}.yml"
            problems.append(_missing(path_, "the sector's actions for this theme"))


def _pages(folder: Path, problems: list[Problem]) -> Iterator[ContentFile]:
    shared = {f"{role}.yml" for role in SHARED}
    for path in _listing(folder / "toolkits"):
        if path.is_file() and path.suffix in {".yml", ".yaml"} and path.name not in shared:
            near = did_you_mean(path.name, shared)
            name = f"toolkits/{path.name}"
            problems.append(_unexpected(name, f"no list has this name. {near}"))
    for path in sorted((folder / "toolkits").rglob("*.md")):
        below = path.relative_to(folder)
        if not path.is_dir() and not any(part.startswith(".") for part in below.parts):
            yield ContentFile(below.as_posix(), Role.PAGE)


def _missing(path: str, holds: str) -> Problem:
    return Problem(
        Place(SourceFile(path)),
        "missing-file",
        f"There is no {PurePosixPath(path).name} here; it holds {holds}.",
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
