"""The site is built beside the last good one, and takes its place whole at the very end.

Whatever stops a build, the folder that readers see holds one whole site: the old or the new.
Where the system cannot exchange two folders in one step, a kill between the two renames leaves
none there for a while; the old one lies beside, and the next build puts it back.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

_HERE = -100  # AT_FDCWD: paths are as given, not below an open folder
_EXCHANGE = 2  # RENAME_EXCHANGE


@dataclass(frozen=True, slots=True)
class Building:
    """A build under way: the place its site is for, and the lock that keeps others away."""

    site: Path
    lock: IO[bytes]

    @property
    def folder(self) -> Path:
        """Where the new site is built."""
        return _beside(self.site, "building")


def begin(site: Path) -> Building:
    """Makes an empty folder beside a site, and mends what a killed build left there.

    Raises OSError where the disk refuses, or another build of the same site is running.
    """
    site = site.resolve()  # a link stays a link, and what it points to is replaced
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(0, "A site needs a folder, and this is a file", str(site))
    site.parent.mkdir(parents=True, exist_ok=True)
    building = Building(site, _locked(_beside(site, "lock")))
    try:
        _mend(site)
        building.folder.mkdir()
    except OSError:
        _release(building)
        raise
    return building


def finish(building: Building) -> None:
    """Puts the new site in the place of the old one. Raises OSError; the old one then stays."""
    site = building.site
    if not (site.exists() and _exchanged(building.folder, site)):
        if site.exists():
            site.rename(_beside(site, "before"))
        building.folder.rename(site)
    give_up(building)


def give_up(building: Building) -> None:
    """Takes away what a build has made and not put in place. Never fails: the next one mends."""
    with contextlib.suppress(OSError):
        _mend(building.site)
    _release(building)


def _beside(site: Path, what: str) -> Path:
    """The site's name is part of it, because two sites may lie in one folder."""
    return site.with_name(f".{site.name}.{what}")


def _mend(site: Path) -> None:
    """Leaves one whole site and nothing beside it, whatever state a kill has left."""
    building, old = _beside(site, "building"), _beside(site, "before")
    if old.is_dir() and not site.exists():
        old.rename(site)
    for left in (old, building):
        if left.is_dir() and not left.is_symlink():
            _keep_hidden(left, site)
            shutil.rmtree(left)
        else:
            left.unlink(missing_ok=True)


def _keep_hidden(old: Path, site: Path) -> None:
    """Moves `.git`, `.well-known` and the like across: MkDocs leaves hidden names alone too."""
    for path in sorted(old.glob(".*")) if site.exists() else ():
        if not os.path.lexists(site / path.name):
            path.rename(site / path.name)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places, in one step; only Linux can, on most disks."""
    call = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        return False
    return bool(call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _locked(path: Path) -> IO[bytes]:
    """The lock, held until it is released or its process dies. Raises OSError where it is held."""
    while True:
        lock = path.open("ab")
        try:
            if sys.platform != "win32":
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock.fileno()), path.stat()):
                return lock  # and not one that its holder took away as we opened it
        except BlockingIOError:
            lock.close()
            raise BlockingIOError(0, "Another build of this site is running", str(path)) from None
        except FileNotFoundError:
            pass
        lock.close()


def _release(building: Building) -> None:
    with contextlib.suppress(OSError):
        _beside(building.site, "lock").unlink()
    building.lock.close()
