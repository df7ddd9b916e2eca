"""The house keeps its rooms apart: who may import what, and what the core may not touch."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"
MODULES = sorted(path for path in GENERATOR.rglob("*.py"))

# A room may import itself and the rooms named here.
KNOWS = {
    "content": set(),
    "pages": {"content"},
    "takeaways": {"content", "kept", "parallel"},
    "kept": set(),
    "parallel": set(),
    "judged": {"content", "parallel"},
    "unchanged": {"kept", "takeaways"},
    "progress": set(),
    "conversion": {"kept", "parallel", "progress"},
    "editing": {"content"},
    "settings": set(),
    "preview": {"kept", "takeaways"},
    "project": {"content", "kept", "pages", "preview", "progress", "settings", "takeaways"},
    "swap": set(),
    "trouble": {"content"},
    "build": {
        *("content", "judged", "kept", "pages", "preview", "project", "settings", "takeaways"),
        "unchanged",
    },
    "plugin": {
        *("build", "content", "conversion", "project", "settings", "swap", "takeaways"),
        *("trouble", "unchanged"),
    },
    "commands": {"content", "editing", "kept", "project", "settings", "takeaways"},
    "cli": {"commands"},
    "__main__": {"cli"},
    "__init__": set(),
}

# A library may be imported by these modules alone.
ONLY = {
    "yaml": {"content/source.py", "settings.py"},
    "jinja2": {"pages/render.py"},
    "mkdocs": {
        *("plugin.py", "conversion/converted.py", "conversion/markdowns.py"),
        "conversion/searched.py",
    },
    "markdown": {
        *("conversion/inline.py", "conversion/markdowns.py", "conversion/plain.py"),
        "content/rules/rendered.py",
    },
    "multiprocessing": {"parallel.py"},
    "ctypes": {"swap.py"},
    "fcntl": {"swap.py"},
    "typst": {"takeaways/pdf.py"},
    "fontpkg": {"takeaways/pdf.py"},
    "segno": {"takeaways/pdf.py"},
    "docx": {"takeaways/word.py"},
    "xlsxwriter": {"takeaways/excel.py"},
    "csv": {"takeaways/counting.py", "takeaways/table.py"},
    "tempfile": {"project.py", "commands/history.py"},
    "subprocess": {"commands/history.py"},
    "shutil": {"project.py", "swap.py"},
}

# What would make the same content give another site: the clock, the environment, the network.
OUTSIDE = {"time", "random", "secrets", "socket", "urllib.request", "http", "requests", "locale"}
CLOCK = {"today", "now", "utcnow", "environ", "getenv", "getcwd"}


def name(path: Path) -> str:
    """A module as the tables above call it."""
    return path.relative_to(GENERATOR).as_posix()


def room(path: Path) -> str:
    """The room a module lies in."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_of_the_house_is_known_here() -> None:
    """A new room needs a line in this test, and in ARCHITECTURE.md."""
    assert {room(path) for path in MODULES} == set(KNOWS)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_go_one_way(path: Path) -> None:
    """Content knows nothing else, pages know content, and nobody knows plugin or command line."""
    own = room(path)
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "generator" and len(parts) > 1:
            assert parts[1] == own or parts[1] in KNOWS[own], f"{name(path)} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_library_has_one_door(path: Path) -> None:
    """YAML is parsed, templates are run and MkDocs is met in one module each."""
    for module in imports(path):
        library = module.split(".")[0]
        if library == "click":
            assert room(path) in {"cli", "commands", "progress"}, f"{name(path)} imports {module}"
        if library in ONLY:
            assert name(path) in ONLY[library], f"{name(path)} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_the_core_has_no_clock_environment_or_network(path: Path) -> None:
    """The same content gives the same site, on any day and any machine."""
    found = [module for module in imports(path) if module in OUTSIDE]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found += [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCK
    ]
    assert not found or room(path) == "commands", f"{name(path)} uses {found}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_line_prints(path: Path) -> None:
    """Everything else returns what it has to say."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert not [
        call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]


def test_templates_decide_nothing() -> None:
    """No template sorts, filters, counts or does sums: those decisions stand in pages/."""
    forbidden = ("|sort", "| sort", "|length", "| length", "|select", "|reject", "|map", "groupby")
    for path in (GENERATOR / "pages" / "templates").glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert not [word for word in forbidden if word in text], path.name
        assert "macro" not in text, f"{path.name}: what a macro returns would be encoded twice"


def test_architecture_names_every_module_and_every_override() -> None:
    """The page that explains the house has a line for each file in it."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    files = [path for path in MODULES if path.name != "__init__.py"]
    files += [path for path in (GENERATOR / "theme").rglob("*") if path.is_file()]
    missing = [name(path) for path in files if f"`{name(path)}`" not in text]
    assert missing == []


def test_modules_stay_small() -> None:
    """About 200 lines a module: one that grows past 260 holds two things."""
    sizes = {name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    allowed = {"content/model.py": 380}  # every field of the content, in one place on purpose
    assert {n: size for n, size in sizes.items() if size > allowed.get(n, 260)} == {}
