"""The settings of the published site that pages depend on, as `mkdocs.yml` gives them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site lives and where its content is edited; empty where nobody has said."""

    site_url: str = ""
    edit_uri: str = ""
    contact: str = ""

    @property
    def edit_base(self) -> str:
        """The address below which content files can be edited, where it is a whole address."""
        return self.edit_uri if self.edit_uri.startswith("https://") else ""

    @property
    def left_out(self) -> str:
        """One line on what the site goes without, or nothing."""
        missing = []
        if not self.site_url:
            missing.append("site_url (the site's own address in its map)")
        if not self.edit_base:
            missing.append('edit_uri ("Suggest a change")')
        if not self.contact:
            missing.append('extra.contact ("Ask for another format")')
        return (
            f"Left out, because mkdocs.yml does not set it: {', '.join(missing)}."
            if missing
            else ""
        )


def read_config(path: Path) -> dict[str, Any]:
    """The raw settings of a mkdocs.yml. Raises ValueError, in words, where it cannot be read."""
    try:
        data = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)  # the C loader is a safe one
    except OSError:
        raise ValueError(
            f"There is no {path.name} in {path.parent}; it holds the settings of the site."
        ) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ValueError(
            f"{path} cannot be read near line {line}. Check its indentation and quotes."
        ) from None
    if not isinstance(data, dict):
        raise ValueError(f"{path} holds no settings.")  # noqa: TRY004 # a fault of the file
    return data


def settings(config: dict[str, Any]) -> Settings:
    """The settings that pages depend on."""
    return Settings(
        site_url=str(config.get("site_url") or ""),
        edit_uri=str(config.get("edit_uri") or ""),
        contact=str((config.get("extra") or {}).get("contact") or ""),
    )
