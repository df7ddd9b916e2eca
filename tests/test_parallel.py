"""Work that is shared between copies of a process: whatever befalls one, all of it is done."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

# In a process of its own: a copy of this one would hold the threads of other tests.
BESIDE_DIES = """
import os, signal
from generator.parallel import beside
mine = os.getpid()
def work():
    yield "done there"
    if os.getpid() != mine:
        os.kill(os.getpid(), signal.SIGKILL)
    yield "done here"
print(*(beside(work) or work()))
"""
BESIDE_FAILS = """
from generator.parallel import beside
def work():
    yield 1
    raise ValueError("once more, where it is seen")
print(*(beside(work) or work()))
"""
EACH = """
import os
from generator.parallel import each
mine = os.getpid()
def work(number):
    return number * number, os.getpid() == mine
made = list(each(work, range(100), 2))
print([square for square, _ in made] == [n * n for n in range(100)], any(here for _, here in made))
"""
EACH_DIES = """
import os, signal
from generator.parallel import each
mine = os.getpid()
def work(number):
    if number in (3, 4) and os.getpid() != mine:
        os.kill(os.getpid(), signal.SIGKILL)
    return number
print(*each(work, range(8), 2))
"""
EACH_FAILS = """
from generator.parallel import each
def work(number):
    if number == 3:
        raise ValueError("once more, where it is seen")
    return number
for number in each(work, range(8), 2):
    print(number, flush=True)
"""
FEW = """
import os
from generator.parallel import each
mine = os.getpid()
print(*(os.getpid() == mine for _ in each(lambda thing: thing, range(2), 3)))
"""
TWICE = """
from generator.parallel import beside, each
told = beside(lambda: iter(["beside"]))
print(*each(str, range(3), 2), *each(str, range(3), 2), *told)
"""


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (BESIDE_DIES, "done there done here\n"),
        (BESIDE_FAILS, "ValueError: once more, where it is seen\n"),
        (EACH, "True False\n"),
        (EACH_DIES, "0 1 2 3 4 5 6 7\n"),
        (EACH_FAILS, "ValueError: once more, where it is seen\n"),
        (FEW, "True True\n"),
        (TWICE, "0 1 2 0 1 2 beside\n"),
    ],
    ids=["beside, killed", "beside, fails", "each", "each, killed", "each, fails", "few", "twice"],
)
def test_all_is_done_and_in_order(program: str, said: str) -> None:
    """What a lost process should have done is done here; an error shows as if it were ours."""
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (result.stdout + result.stderr).endswith(said)


ORPHANS = """
import os, sys, time
from generator.parallel import beside, each
def work(number):
    open(os.path.join(sys.argv[1], str(os.getpid())), "w").close()
    return b"x" * 1_000_000  # more than waits in a pipe
def told():
    yield work(0)
held = beside(told)
made = each(work, range(50), 2)
next(made)
time.sleep(600)
"""


def test_nobody_works_on_for_one_who_is_gone(tmp_path: Path) -> None:
    """A build that is killed leaves no process behind that waits for it."""
    process = subprocess.Popen([sys.executable, "-c", ORPHANS, str(tmp_path)])
    until = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 3:
        assert time.monotonic() < until, "the three processes never began"
        time.sleep(0.05)
    process.kill()
    process.wait()
    workers = [int(path.name) for path in tmp_path.iterdir()]
    while any(_lives(worker) for worker in workers):
        assert time.monotonic() < until, "a process waits for one who is gone"
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    """Whether a process is there and has not ended; one that nobody waits for may stay listed."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"
