"""The folder into which an earlier state is written to be looked at, and that never stays.

It belongs to one process, by a lock that ends with it: what a crash has left goes with the next
start.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_ROOT = "looked-at"
_LOCK = ".lock"


class LookedFolder:
    """Folders with numbers, of which only the latest is looked at."""

    def __init__(self, state: Path) -> None:
        self._root = state / _ROOT
        self._own = self._root / f"{os.getpid()}-{os.urandom(4).hex()}"
        self._lock: int | None = None
        self._number = 0

    def sweep(self) -> None:
        """Remove what others have left who are not there any more; a worker calls it."""
        if not self._root.is_dir():
            return
        for folder in self._root.iterdir():
            if folder != self._own and not _is_held(folder / _LOCK):
                shutil.rmtree(folder, ignore_errors=True)

    def next(self) -> Path:
        """A folder of its own for another state, empty; raises OSError."""
        self._own.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = _held(self._own / _LOCK)
        self._number += 1
        folder = self._own / str(self._number)
        folder.mkdir()
        return folder

    def keep(self, folder: Path) -> None:
        """Remove all states but that one."""
        for each in self._own.iterdir():
            if each.is_dir() and each != folder:
                shutil.rmtree(each, ignore_errors=True)

    def remove(self) -> None:
        """Remove everything."""
        shutil.rmtree(self._own, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _held(file: Path) -> int:
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    _try_lock(descriptor)
    return descriptor


def _is_held(file: Path) -> bool:
    """Whether a process that lives holds it."""
    try:
        descriptor = os.open(file, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
