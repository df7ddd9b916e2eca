"""The lock files: every package with its hash, and all that pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.flows.workflows import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
ASKED = {
    "requirements.txt": [*PROJECT["project"]["dependencies"], *GROUPS["build"]],
    "requirements-dev.txt": [
        *PROJECT["project"]["dependencies"], *GROUPS["build"], *GROUPS["dev"],
    ],
    "requirements-tools.txt": GROUPS["tools"],
}  # fmt: skip


def locked(name: str) -> dict[str, set[str]]:
    """The versions in a lock file, by package; more than one where platforms differ."""
    found: dict[str, set[str]] = {}
    for line in entries(name):
        package, version = re.findall(r"^([a-z0-9-]+)==([^ ;]+)", line)[0]
        found.setdefault(package, set()).add(version)
    return found


def entries(name: str) -> list[str]:
    """The entries of a lock file, each on one line, without comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return "\n".join(lines).replace("\\\n", "").splitlines()


@pytest.mark.parametrize("name", ASKED)
def test_a_lock_file_holds_what_pyproject_asks_for(name: str) -> None:
    """Each dependency, in a version that pyproject.toml allows."""
    versions = locked(name)
    for asked in map(Requirement, ASKED[name]):
        found = versions.get(canonicalize_name(asked.name), set())
        assert found, f"{name} lacks {asked.name}: run make lock KEEP=1"
        assert all(asked.specifier.contains(own) for own in found), f"{name}: {asked}, but {found}"


@pytest.mark.parametrize("name", ASKED)
def test_every_package_has_its_hashes(name: str) -> None:
    """What comes from the index is compared with what was locked; there is no other source."""
    for line in entries(name):
        assert re.fullmatch(
            r"[a-z0-9-]+==\S+( ; [^-]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", line
        ), f"{name}: {line[:80]}"


def test_what_builds_the_site_is_what_is_tested() -> None:
    """The lock of the site is a part of the lock of the tests: the same versions and hashes."""
    assert set(entries("requirements.txt")) <= set(entries("requirements-dev.txt"))


def test_no_script_installs_what_is_not_locked() -> None:
    """Every installation from an index asks for hashes."""
    for path in sorted((ROOT / "scripts").glob("*.sh")):
        text = path.read_text(encoding="utf-8").replace("\\\n", " ")
        for line in re.findall(
            r"^.*(?:pip|-m pip)[\"']? install.*$|^ *pip \".*$", text, re.MULTILINE
        ):
            if not _is_a_function(line):
                assert "--require-hashes" in line or "--no-index" in line, f"{path.name}: {line}"


def _is_a_function(line: str) -> bool:
    return '"$@"' in line


def test_no_workflow_installs_anything_itself() -> None:
    """They call the scripts and make, which anyone can run as well."""
    for path in sorted(Path(ROOT / ".github/workflows").glob("*.yml")):
        assert not re.search(r"pip install|npm |apt|curl|wget", path.read_text(encoding="utf-8"))
