"""One run of one command, or one edit under a preview: its wall time, CPU time and memory."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
# Libraries were compiled when they were installed; our own code is compiled at its first run, and
# that is kept as it is everywhere but where this is set.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
PATIENCE = 300.0  # seconds until a preview must have shown an edit
MKDOCS = [sys.executable, "-m", "mkdocs"]


@dataclass(frozen=True)
class Cost:
    """What a run took; memory is that of its largest process."""

    wall: float
    cpu: float
    megabytes: float


def build(project: Path, *, cold: bool = False) -> Cost:
    """One build of a project in a new process."""
    if cold:
        shutil.rmtree(project / ".cache", ignore_errors=True)
        shutil.rmtree(project / "site", ignore_errors=True)
    log = project.parent / f"{project.name}.log"
    with log.open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 # our own command
            [*MKDOCS, "build"], cwd=project, env=ENVIRONMENT, stdout=out, stderr=out
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        told = log.read_text(encoding="utf-8")[-2000:]
        raise SystemExit(f"The build of {project} failed. Its log, {log}, ends:\n{told}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def edits(project: Path, path: str, edit: Callable[[int], str], times: int) -> list[Cost]:
    """Several edits under `mkdocs serve`, each from saving to the new text being served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = project.parent / f"{project.name}-serve.log"
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 # our own command
            [*MKDOCS, "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env=ENVIRONMENT,
            stdout=out,
            stderr=out,
        )
        address = f"http://127.0.0.1:{port}/{path}"
        try:
            _shown(address, "</html>")
            costs = []
            for number in range(times):
                time.sleep(1.5)  # the preview looks for changes every half second
                used, begun = _cpu(process.pid), time.perf_counter()
                _shown(address, edit(number))
                wall = time.perf_counter() - begun
                costs.append(Cost(wall, _cpu(process.pid) - used, 0))
            return costs
        finally:
            process.terminate()
            process.wait()


def _shown(address: str, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 # ours
                if words.encode() in answer.read():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.01)
    raise SystemExit(f"{address} never showed {words!r}")


def _cpu(pid: int) -> float:
    """Seconds of CPU that a running process has used; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
