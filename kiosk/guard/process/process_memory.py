"""How much memory this process has in use."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_STATM = Path("/proc/self/statm")
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""Parameters of glibc's mallopt(3)."""
_GIVEN_BACK_BYTES = 256 * 1024


def give_freed_memory_back() -> None:
    """Have the C library return large pieces to the system as soon as they are freed.

    By itself glibc keeps them once one has been freed, and gives every thread a heap of its own:
    the rasters of past views then stay in the process.  One heap for all threads is 10 MB less
    after a visit than two; each thread keeps small pieces at hand, so none waits for another.
    Other systems' libraries are left alone.
    """
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_MMAP_THRESHOLD, _GIVEN_BACK_BYTES)
        mallopt(_M_TRIM_THRESHOLD, _GIVEN_BACK_BYTES)
        mallopt(_M_ARENA_MAX, 1)


def give_back_now() -> None:
    """Return what has been freed in small pieces, which glibc keeps by itself; takes 3 ms."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def memory_mb() -> float | None:
    """The resident memory in megabytes; None where there is no /proc to say it."""
    try:
        pages = int(_STATM.read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE") / (1024 * 1024)
