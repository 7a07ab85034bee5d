"""The threads on which the works of `kiosk.jobs` run, and the end of the process with them."""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
from contextlib import suppress
from functools import cache

from PySide6.QtCore import QThreadPool

REST_SECONDS = 2.0
"""How long whatever ends waits for works; systemd gives the whole end 10 s (`TimeoutStopSec`)."""
_MOST_THREADS = 256
"""Of the whole program: more than all `Jobs` together may use, so that none waits for others."""
_GIVES_WAY = 5
"""How much nicer than the GUI thread works are, where the system knows that of a thread.

Qt scales a frame on threads of its own while the GUI thread waits: a work must not have their
processor.  It may hold Python's lock, so it is not so nice that it never comes on.
"""
_LOCK_SECONDS = 0.001
"""So long a work that computes in Python keeps its lock where the GUI thread waits for it."""
_CRASH = 1
"""With this code Python ends after an exception; whatever else ends calls `end_works` before."""

_log = logging.getLogger("kiosk")


@cache
def job_pool() -> QThreadPool:
    """The threads of all `Jobs`.

    A pool that is destroyed while it works waits for its threads with Python's lock held, and the
    threads need that lock to end.  So no window owns one, and this one is empty when Python ends.
    """
    pool = QThreadPool()
    pool.setMaxThreadCount(_MOST_THREADS)
    atexit.register(end_works, _CRASH)
    sys.setswitchinterval(_LOCK_SECONDS)
    return pool


def give_way() -> None:
    """Let the present thread, one of the pool, give way to the GUI thread from now on."""
    if sys.platform == "linux":
        with suppress(OSError):
            nice = os.getpriority(os.PRIO_PROCESS, os.getpid()) + _GIVES_WAY
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), nice)


def end_works(code: int) -> None:
    """Wait for the works before the process ends with `code`.

    A drawing may never end (decision 013), and Python can't end while a thread draws.  So where one
    goes on, the process ends here and at once.
    """
    if job_pool().waitForDone(round(REST_SECONDS * 1000)):
        return
    _log.warning("a work goes on, and the process ends without it")
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(code)
