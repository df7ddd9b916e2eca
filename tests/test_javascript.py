"""The scripts of the pages: their types hold, and what only some pages need stays small."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "generator/theme/assets/javascripts").glob("*.js"))
COMPILER = ROOT / "tests/node_modules/typescript/bin/tsc"
STRICT = (
    *("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUncheckedIndexedAccess"),
    *("--target", "es2022", "--lib", "es2022,dom,dom.iterable"),
    *("--module", "esnext", "--moduleResolution", "bundler"),
)
# Bytes as a server sends them, for modules that only some pages load.
MOST = {"finder.js": 4096}


def faults(*scripts: Path) -> str:
    """What the TypeScript compiler, as a strict checker, says of scripts and their JSDoc."""
    command = ["node", str(COMPILER), *STRICT, *map(str, scripts)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode == 0) == (not result.stdout), result.stderr
    return result.stdout


def test_types_hold() -> None:
    """Every script and module of the theme passes TypeScript's strict checks."""
    assert SCRIPTS
    assert faults(*SCRIPTS) == ""


def test_a_wrong_type_is_seen(tmp_path: Path) -> None:
    """The checker reads JSDoc in plain JavaScript, and sees what may be missing."""
    wrong = tmp_path / "wrong.js"
    wrong.write_text('export const height = document.getElementById("a").offsetHeight;\n')
    assert "possibly 'null'" in faults(wrong)


@pytest.mark.parametrize("name", MOST)
def test_modules_stay_small(name: str) -> None:
    """What a page loads beyond the others is no larger than it was meant to be."""
    (script,) = (path for path in SCRIPTS if path.name == name)
    assert len(gzip.compress(script.read_bytes(), 6)) <= MOST[name]
