"""One program at a time writes into a folder: between a look and a write nobody else's fits."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE_SECONDS = 3.0
"""A program that holds a folder for longer hangs; nothing typed here waits for it."""
_PAUSE_SECONDS = 0.01


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Keep other programs that do the same out of a folder, for workers.

    Where the system can't lock a folder, as Windows, or the folder is gone, it is not locked.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        yield
        return
    try:
        _lock(descriptor)
        yield
    finally:
        # Closing it gives the folder free.
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    import fcntl

    end = time.monotonic() + PATIENCE_SECONDS
    # Some network drives know no locks.
    with contextlib.suppress(OSError):
        while time.monotonic() < end:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_PAUSE_SECONDS)
            else:
                return
