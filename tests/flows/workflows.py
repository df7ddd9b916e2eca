"""The workflows as data, and their steps run as GitHub runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def read(path: Path) -> dict[str, Any]:
    """A file of YAML as plain data; the key `on` is a truth value to YAML 1.1."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else str(key): value for key, value in found.items()}


def workflow(name: str) -> dict[str, Any]:
    """One workflow, by its file's name without the ending."""
    return read(ROOT / f".github/workflows/{name}.yml")


def jobs() -> list[tuple[str, dict[str, Any]]]:
    """Every job of every workflow, with a name to tell it by."""
    return [
        (f"{path.stem}:{name}", job)
        for path in WORKFLOWS
        for name, job in read(path)["jobs"].items()
    ]


def steps() -> list[tuple[str, dict[str, Any]]]:
    """Every step of every job."""
    return [
        (f"{name}:{step.get('name') or step.get('uses') or step.get('id')}", step)
        for name, job in jobs()
        for step in job["steps"]
    ]


def lines(name: str, job: str, step: str) -> str:
    """What a named step runs."""
    (found,) = [own for own in workflow(name)["jobs"][job]["steps"] if own.get("name") == step]
    return str(found["run"])


def with_environment(folder: Path) -> Path:
    """Puts this environment where the workflows make theirs: they install, a test need not."""
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs lines as GitHub's runner on Linux does, with this environment's Python as `python3`."""
    own = Path(sys.executable).parent
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env={
            "PATH": f"{own}:{os.environ['PATH']}",
            "HOME": str(folder),
            "NO_MKDOCS_2_WARNING": "1",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
