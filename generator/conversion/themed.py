"""The theme's environment of templates: Material's 14,000 icons are not listed, and it lasts.

MkDocs lists every file of a theme before it leaves the hidden ones out, and makes an environment
for each build and each plugin that asks. A test fails when either changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

Known = dict[tuple[str, ...], Any]


def hasten(theme: Any, known: Known) -> None:
    """Lets a theme give the environment that is known for its folders, or a quick new one."""
    plain = theme.get_env

    def get_env() -> Any:
        folders = (str(theme.locale), *theme.dirs)
        if folders in known:
            return known[folders]
        env = plain()
        env.loader.list_templates = lambda: sorted(set(_listed(env.loader.searchpath)))
        env.auto_reload = True  # who works on a template sees it at the next build of a preview
        known[folders] = env
        return env

    theme.get_env = get_env


def _listed(folders: list[str]) -> Iterator[str]:
    """Every file below some folders, without what MkDocs leaves out: names with a dot first."""
    for folder in folders:
        for path, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            inner = os.path.relpath(path, folder).replace(os.sep, "/")
            for name in names:
                if not name.startswith("."):
                    yield name if inner == "." else f"{inner}/{name}"
