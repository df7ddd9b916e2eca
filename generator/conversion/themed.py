"""The theme's environment of templates: Material's 14,000 icons are not listed, and it lasts.

MkDocs lists every file of a theme before it leaves the hidden ones out, and makes an environment
for each build and each plugin that asks. A test fails when either changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

Stamps = tuple[tuple[str, int], ...]
Known = dict[tuple[str, ...], tuple[Stamps, Any]]


def hasten(theme: Any, known: Known) -> None:
    """Lets a theme give the environment that is known for its folders, or a quick new one.

    It lasts until a template is saved: that is looked up once for a build, not at each use.
    """
    plain, stamps = theme.get_env, cache(_stamps)

    def get_env() -> Any:
        folders = (str(theme.locale), *theme.dirs)
        now = stamps(tuple(theme.dirs))
        before, env = known.get(folders, (None, None))
        if before != now:
            env = plain()
            env.loader.list_templates = lambda: sorted(set(_listed(env.loader.searchpath)))
            env.auto_reload = False
            known[folders] = now, env
        return env

    theme.get_env = get_env


def _stamps(folders: tuple[str, ...]) -> Stamps:
    """When each file of a theme was last saved."""
    files = (Path(folder, name) for folder in folders for name in _listed([folder]))
    return tuple((str(file), file.stat().st_mtime_ns) for file in files if file.exists())


def _listed(folders: list[str]) -> Iterator[str]:
    """Every file below some folders, without what MkDocs leaves out: names with a dot first."""
    for folder in folders:
        for path, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            inner = os.path.relpath(path, folder).replace(os.sep, "/")
            for name in names:
                if not name.startswith("."):
                    yield name if inner == "." else f"{inner}/{name}"
