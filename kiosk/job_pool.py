"""The threads on which the works of `kiosk.jobs` run."""

from __future__ import annotations

import atexit
from functools import cache

from PySide6.QtCore import QThreadPool

_MOST_THREADS = 256
"""Of the whole program: more than all `Jobs` together may use, so that none waits for others."""


@cache
def job_pool() -> QThreadPool:
    """The threads of all `Jobs`.

    A pool that is destroyed while it works waits for its threads with Python's lock held, and the
    threads need that lock to end.  So no window owns one, and this one is empty when Python ends.
    """
    pool = QThreadPool()
    pool.setMaxThreadCount(_MOST_THREADS)
    atexit.register(pool.waitForDone)
    return pool
