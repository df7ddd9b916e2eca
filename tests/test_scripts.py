"""The scripts in the pages: typed by their comments, checked by TypeScript, small."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "generator/theme/assets/javascripts"
COMPILER = ROOT / "tests/node_modules/typescript/bin/tsc"


STRICT = (
    *("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUncheckedIndexedAccess"),
    *("--target", "es2022", "--module", "es2022", "--moduleResolution", "bundler"),
)


def faults(*scripts: Path) -> str:
    """What the TypeScript compiler, as a strict checker, says of scripts and their JSDoc."""
    command = ["node", str(COMPILER), *STRICT, *map(str, scripts)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode == 0) == (not result.stdout), result.stderr
    return result.stdout


def test_typescript_finds_no_fault() -> None:
    """Every value has the type its comment says, and every element may be missing."""
    assert faults(*sorted((*SCRIPTS.glob("*.js"), *SCRIPTS.glob("*.d.ts")))) == ""


def test_a_wrong_type_is_seen(tmp_path: Path) -> None:
    """The checker reads JSDoc in plain JavaScript, and sees what may be missing."""
    wrong = tmp_path / "wrong.js"
    wrong.write_text('export const height = document.getElementById("a").offsetHeight;\n')
    assert "possibly 'null'" in faults(wrong)


# What brings the plan and the filters to life; everything else is the frame of every page.
TOOLS = ("plan*.js", "find*.js")


def test_scripts_are_small() -> None:
    """The frame's weigh at most 8 kB compressed, those of plan and filters 15 kB, all together."""
    sizes = {path: len(gzip.compress(path.read_bytes(), 6)) for path in SCRIPTS.glob("*.js")}
    tools = {path for pattern in TOOLS for path in SCRIPTS.glob(pattern)}
    named = {path.name for path in tools}
    for path in tools:  # so the sum hides nothing that plan and filters bring along
        assert set(re.findall(r"""["']\./([\w-]+\.js)""", path.read_text("utf-8"))) <= named
    assert sum(sizes[path] for path in tools) <= 15_000
    assert sum(size for path, size in sizes.items() if path not in tools) <= 8_000


def test_no_script_writes_html_or_calls_anyone() -> None:
    """Text is set as text; the only requests are for the site's own search index and actions."""
    for path in SCRIPTS.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
        assert not re.search(r"https?://", text), path.name
        assert len(re.findall(r"\bfetch\(", text)) == (path.name in {"search.js", "plan.js"})


def test_no_page_frame_has_inline_script_or_style() -> None:
    """Templates of the theme hold no script text, no event handler and no style of their own."""
    for path in (ROOT / "generator/theme").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script>|<style|\sstyle=|\son[a-z]+=", text), path.name
