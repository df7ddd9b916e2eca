"""The published project: every file that pages, theme and settings make together.

The plugin hands these files to MkDocs; `toolkits render` writes them to a folder, where any other
builder of MkDocs projects finds them.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from generator.content.toolkit import Toolkit
from generator.kept import Kept
from generator.pages.encode import attribute
from generator.pages.here import Made
from generator.pages.navigation import NavItem
from generator.pages.site import site
from generator.pages.written import Memory, Writer
from generator.preview import Later
from generator.progress import watched
from generator.settings import settings
from generator.takeaways import TakeAwayError, everything, plan_data
from generator.takeaways.everything import TakeAway

THEME = Path(__file__).parent / "theme"
KEPT = Path(".cache") / "take-aways"
KEPT_WHOLE = Path(".cache") / "whole"
KEPT_PAGES = Path(".cache") / "pages"
"""Where what was made before is kept, below the project; safe to delete."""
_MARK = ".rendered-by-toolkits"


def take_aways(
    toolkit: Toolkit, config: Mapping[str, Any], kept: Kept, later: Later | None = None
) -> Iterator[TakeAway]:
    """Every file to take away, one by one; those made before are `kept`, all may come `later`.

    Raises TakeAwayError where one cannot be made or would hold no action.
    """
    ask = partial(everything.orders, toolkit, settings(dict(config)).site_url)
    if later and later.last.keys() == everything.paths(toolkit):
        return iter(later.put_off(ask))
    return everything.made(ask(), kept, partial(watched, label="Making files"))


class Arriving(Mapping[str, Made]):
    """What pages say of the files to take away, by path: who asks for one waits until it is made.

    Meanwhile the pages that show none can be decided.
    """

    def __init__(self, toolkit: Toolkit, files: Iterator[TakeAway]) -> None:
        self._paths = everything.paths(toolkit)
        self._rest = files
        self._here: dict[str, TakeAway] = {}

    def __getitem__(self, path: str) -> Made:
        if path in self._paths and path not in self._here:
            for file in self._rest:
                self._here[file.path] = file
                if file.path == path:
                    break
        found = self._here[path]
        return Made(len(found.content), found.pages)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def files(self) -> tuple[TakeAway, ...]:
        """All of them, in their order."""
        self._here.update((file.path, file) for file in self._rest)
        return tuple(self._here.values())


def pages(
    toolkit: Toolkit,
    config: Mapping[str, Any],
    arriving: Arriving | None = None,
    memory: Memory | None = None,
) -> tuple[dict[str, str], list[Any]]:
    """Every page's Markdown by its path, and the navigation as MkDocs writes one.

    With a `memory`, only the pages that differ from those of the call before are decided again.
    Raises TakeAwayError where a file to take away holds another number of actions than its page.
    """
    edit_base = settings(dict(config)).edit_base
    planned = site(toolkit, edit_base, with_data=arriving is not None)
    writer = Writer(toolkit, {} if arriving is None else arriving, edit_base, memory)
    texts: dict[str, str] = {}
    number: Counter[str] = Counter()
    for page in planned.pages:  # each is written as soon as it is decided, and its view forgotten
        written = writer.write(page)
        texts[page.path] = written.text
        number.update(written.listed)
    _same_number(number, arriving.files() if arriving else ())
    in_order = sorted(texts.items(), key=lambda page: _on_disk(page[0]))
    return dict(in_order), _nav(planned.nav)


def _same_number(number: Mapping[str, int], files: Iterable[TakeAway]) -> None:
    """A file that lists fewer actions than its page, or more, is a fault of ours: say which."""
    for file in files:
        listed = number.get(file.path)
        if listed is not None and file.actions not in (listed, everything.UNCOUNTED):
            raise TakeAwayError(
                f"{file.path} holds {file.actions} actions and its page {listed}. "
                "This is a fault in the generator: report it."
            )


def plan(toolkit: Toolkit) -> TakeAway:
    """What the scripts of the plan ask for: in no list of take-aways, but with every site."""
    return TakeAway(plan_data.PATH, plan_data.write(toolkit))


def _on_disk(path: str) -> tuple[tuple[str, ...], bool, str]:
    """The order in which MkDocs meets files in a folder, so that both ways build the same."""
    file = PurePosixPath(path)
    return file.parent.parts, file.stem not in {"index", "README"}, file.name


def _nav(items: tuple[NavItem, ...]) -> list[Any]:
    """Titles are HTML here: MkDocs' templates write them without encoding."""
    return [
        {attribute(item.title): _nav(item.items) if item.items else item.path}
        if item.title
        else item.path
        for item in items
    ]


def files(folder: Path, toolkit: Toolkit, config: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Every file of the rendered project: path below it, and content."""
    arriving = Arriving(toolkit, take_aways(toolkit, config, Kept(folder / KEPT)))
    markdown, nav = pages(toolkit, config, arriving)
    yield "mkdocs.yml", _settings(config, nav)
    for path, text in markdown.items():
        yield f"docs/{path}", text.encode()
    for file in (*arriving.files(), plan(toolkit)):
        yield f"docs/{file.path}", file.content
    for path, data in _beside(folder / "toolkits"):
        yield f"docs/{path}", data
    for path, data in _beside(THEME):
        yield f"theme/{path}", data


def _settings(config: dict[str, Any], nav: list[Any]) -> bytes:
    """The project's own mkdocs.yml, as JSON, which is YAML too."""
    kept = {
        k: v for k, v in config.items() if k not in {"docs_dir", "exclude_docs", "nav", "watch"}
    }
    plugins = [p for p in config.get("plugins", []) if "toolkits" not in (p, *_keys(p))]
    theme = config.get("theme", {})
    theme = {"name": theme} if isinstance(theme, str) else dict(theme)
    theme["custom_dir"] = "theme"
    kept |= {"docs_dir": "docs", "theme": theme, "plugins": plugins, "nav": nav}
    return (json.dumps(kept, indent=2, ensure_ascii=False) + "\n").encode()


def _keys(entry: object) -> tuple[str, ...]:
    return tuple(entry) if isinstance(entry, dict) else ()


def _beside(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a folder that are neither content nor pages: pictures, styles, templates."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix not in {".yml", ".yaml", ".md", ".pyc"}:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def refusal(folder: Path, target: Path) -> str:
    """Why a folder cannot be written to, in words; nothing where it can.

    It must be new, empty, or an earlier render with nothing else in it, and not among the content.
    """
    place = target.resolve()
    for own in ("toolkits", "themes"):
        if place.is_relative_to((folder / own).resolve()):
            return f"{target} lies in {own}/, where only content belongs."
    if (folder.resolve()).is_relative_to(place):
        return f"{target} holds the project itself."
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return f"{target} is not a folder."
    if not target.exists():
        return ""
    written = set()
    if (target / _MARK).is_file():
        written = set((target / _MARK).read_text(encoding="utf-8").splitlines()[1:])
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        ours = name in written or name == _MARK or name.startswith("site/")
        if path.is_file() and not ours:
            return f"{target} holds {name}, which is not ours and would be lost."
    return ""


def write(folder: Path, toolkit: Toolkit, config: dict[str, Any], target: Path) -> int:
    """Writes the rendered project beside `target`, then puts it in its place; returns the count.

    Raises OSError where the disk refuses; `target` is then as it was before.
    """
    made = tuple(files(folder, toolkit, config))
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".rendered.", dir=target.parent))
    try:
        for path, data in made:
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_bytes(data)
        listed = "\n".join(("Made by `toolkits render`, with these files:", *(p for p, _ in made)))
        (beside / _MARK).write_text(listed + "\n", encoding="utf-8")
        beside.chmod(0o755)
        if target.exists():
            shutil.rmtree(target)
        beside.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return len(made)
