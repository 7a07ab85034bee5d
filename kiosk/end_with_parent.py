"""Has a process end as soon as whoever began it has ended, however that came about.

Whatever is killed can't tell its own processes, and those of a pool would wait for work for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing.connection import wait
from threading import Thread

_ENDED = 1
"""Nobody is left who could ask for the code."""


def end_with_pool() -> None:
    """End this process of a pool once the process with the pool has ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), name="parent", daemon=True).start()


def end_with_input() -> None:
    """End this process once its input has: whoever began it holds the other end."""
    Thread(target=_end_after_input, name="input", daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(_ENDED)


def _end_after_input() -> None:
    # Past Python's own buffer: at its end the interpreter would wait for whoever reads from that.
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os._exit(_ENDED)
