"""`make bench`: how long a build takes, beside plain MkDocs over the same pages.

Plain MkDocs builds the project that `toolkits render` wrote, with the take-aways lying there as
finished files. Both take turns, so that a busy machine slows both; the median of each counts.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import corpus
import measure
from measure import Cost

ROOT = Path(__file__).parents[1]
WORK = ROOT / ".bench"
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
START = ROOT / "benchmarks" / "start.md"
TIMES = int(os.environ.get("TIMES") or 5)

Runs = dict[str, list[Cost]]


def project(name: str, *, takeaways: bool = True) -> Path:
    """A fresh copy of the real project, or an invented one: "real", "1000" or "5000"."""
    folder = WORK / (name if takeaways else f"{name}-pages")
    shutil.rmtree(folder, ignore_errors=True)
    if name == "real":
        for part in ("toolkits", "themes"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "mkdocs.yml", folder)
    else:
        corpus.write(folder, *{"1000": (10, 20), "5000": (25, 40)}[name])
    if not takeaways:
        settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
        new = settings.replace("  - toolkits\n", "  - toolkits: {takeaways: false}\n")
        (folder / "mkdocs.yml").write_text(new, encoding="utf-8")
    return folder


def rendered(source: Path) -> Path:
    """The same as a plain MkDocs project."""
    target = source.with_name(f"{source.name}-rendered")
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "generator", "render", "--folder", str(source), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 # our own
    return target


def in_turns(**ways: Callable[[], Cost]) -> Runs:
    """Every way so many times, one after the other, so that noise falls on all of them."""
    runs: Runs = {name: [] for name in ways}
    for _ in range(TIMES):
        for name, run in ways.items():
            runs[name].append(run())
    return runs


def pages() -> Runs:
    """The real site, pages only, with nothing kept."""
    ours, base = project("real", takeaways=False), rendered(project("real"))
    return in_turns(base=lambda: measure.build(base), ours=lambda: measure.build(ours, cold=True))


def everything() -> Runs:
    """The real site with every take-away, with nothing kept."""
    ours = project("real")
    base = rendered(ours)
    return in_turns(base=lambda: measure.build(base), ours=lambda: measure.build(ours, cold=True))


def unchanged() -> Runs:
    """The real site again, with nothing changed, in a new process."""
    ours = project("real")
    base = rendered(ours)
    measure.build(ours)
    return in_turns(base=lambda: measure.build(base), ours=lambda: measure.build(ours))


def thousand() -> Runs:
    """1,000 actions, pages only, with nothing kept."""
    ours = project("1000", takeaways=False)
    base = rendered(ours)
    return in_turns(base=lambda: measure.build(base), ours=lambda: measure.build(ours, cold=True))


def edit() -> Runs:
    """One edit of an action under `mkdocs serve`: the real site."""
    ours = project("real")
    return _edits(ours, rendered(ours), "hospitality", "recruitment")


def edit_thousand() -> Runs:
    """One edit of an action under `mkdocs serve`: 1,000 actions, pages only."""
    ours = project("1000", takeaways=False)
    return _edits(ours, rendered(ours), "sector-aax", "recruitment")


def growth() -> Runs:
    """Five times the actions: at most so much more CPU for each. Memory is that of 5,000."""
    small, large = project("1000", takeaways=False), project("5000", takeaways=False)
    return in_turns(
        base=lambda: measure.build(small, cold=True), ours=lambda: measure.build(large, cold=True)
    )


def _edits(ours: Path, base: Path, sector: str, theme: str) -> Runs:
    content = ours / "toolkits" / sector / f"{theme}.yml"
    page = base / "docs" / sector / f"{theme}.md"
    title = next(
        line.partition("title: ")[2].strip()
        for line in content.read_text(encoding="utf-8").splitlines()
        if line.startswith("    title: ")
    )

    def editor(file: Path) -> Callable[[int], str]:
        original = file.read_text(encoding="utf-8")

        def edit_(number: int) -> str:
            file.write_text(original.replace(title, f"{title} {number}", 1), encoding="utf-8")
            return f"{title} {number}"

        return edit_

    address = f"{sector}/{theme}/"
    return {
        "base": measure.edits(base, address, editor(page), TIMES),
        "ours": measure.edits(ours, address, editor(content), TIMES),
    }


ROWS: dict[str, tuple[str, float, Callable[[], Runs]]] = {
    "pages": ("cold build of the real site, pages only", 0.5, pages),
    "everything": ("cold build of the real site, every take-away included", 1.0, everything),
    "unchanged": ("unchanged build in a new process, every take-away included", 0.4, unchanged),
    "thousand": ("cold build at 1,000 actions, pages only", 0.3, thousand),
    "edit": ("one YAML edit under `mkdocs serve`, real site", 0.25, edit),
    "edit-thousand": ("one YAML edit under `mkdocs serve`, 1,000 actions", 0.1, edit_thousand),
    "growth": ("CPU for each action, 5,000 actions against 1,000", 1.1, growth),
}


def median(runs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(column) for column in zip(*map(_row, runs), strict=True)))


def _row(cost: Cost) -> tuple[float, float, float]:
    return cost.wall, cost.cpu, cost.megabytes


def main() -> None:
    """Measures the rows named in ROWS, or all; those measured before stay in the table."""
    wanted = (os.environ.get("ROWS") or " ".join(ROWS)).split()
    if unknown := [row for row in wanted if row not in ROWS]:
        sys.exit(f"There is no row {', '.join(unknown)}. There are: {', '.join(ROWS)}.")
    WORK.mkdir(exist_ok=True)
    kept = WORK / "results.json"
    results = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    for row in wanted:
        print(f"{ROWS[row][0]} …", file=sys.stderr, flush=True)  # noqa: T201 # a script
        runs = ROWS[row][2]()
        results[row] = {way: _row(median(costs)) for way, costs in runs.items()}
        kept.write_text(json.dumps(results, indent=1), encoding="utf-8")
        table = report(results) + "\n" + START.read_text(encoding="utf-8")
        RESULTS.write_text(table, encoding="utf-8")  # so that a run that is stopped leaves its rows
    print(report(results))  # noqa: T201 # a script


def report(results: dict[str, dict[str, list[float]]]) -> str:
    """The table, as Markdown."""
    libraries = ("mkdocs", "mkdocs-material", "markdown")
    python = f"Python {platform.python_version()}"
    versions = ", ".join((python, *(f"{name} {version(name)}" for name in libraries)))
    lines = [
        "# How fast it is",
        "",
        "`make bench` writes this page. Plain MkDocs with Material builds the project that",
        "`toolkits render` writes from the same content. Both take turns; the figures are medians",
        f"of {TIMES} runs. Times are in seconds. A ratio is of wall time, but of CPU for growth.",
        "",
        f"Machine: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, {versions}.",
        "",
        "| work | plain: wall | CPU | ours: wall | CPU | memory, MB | ratio | at most |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row, (title, most, _) in ROWS.items():
        if row not in results:
            continue
        base, ours = Cost(*results[row]["base"]), Cost(*results[row]["ours"])
        ratio = ours.cpu / base.cpu / 5 if row == "growth" else ours.wall / base.wall
        cells = [title, *(f"{n:.2f}" for n in (base.wall, base.cpu, ours.wall, ours.cpu))]
        cells += [f"{ours.megabytes:.0f}" if ours.megabytes else "", f"{ratio:.2f}", f"{most}"]
        lines.append(f"| {' | '.join(cells)} |")
    if "growth" in results:
        lines += ["", 'In the last row, "plain" is our own build of 1,000 actions.']
    lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
