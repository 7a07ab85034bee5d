"""A year of ends: the supervisor itself may not grow."""

from __future__ import annotations

import gc
import os
import sys
import threading
from pathlib import Path

import pytest

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.process_memory import memory_mb
from kiosk.guard.process.supervisor import Patience, Supervisor

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system lists no files"),
]

WARM_UP = 50
ENDS = 800
"""About two a day."""


def test_hundreds_of_ends_leave_nothing_behind(tmp_path: Path) -> None:
    measured: list[tuple[int, int, float]] = []
    content = tmp_path / "content"
    content.mkdir()

    def say(line: str) -> None:
        ends.append(line)
        if len(ends) in (WARM_UP, ENDS):
            gc.collect()
            files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - one of them is the listing
            measured.append((files, threading.active_count(), memory_mb() or 0.0))
        if len(ends) == ENDS:
            supervisor.stop()

    ends: list[str] = []
    supervisor = Supervisor(
        [sys.executable, "-S", "-c", "print('READY=1'); raise SystemExit(1)"],
        content=lambda: content,
        outside=lambda: "",
        trust=ContentTrust(tmp_path / "trust.json"),
        say=say,
        patience=Patience(wait=0.0, longest_wait=0.0),
    )

    assert supervisor.keep_running() == ExitCode.LEFT
    (files, threads, memory), (files_later, threads_later, memory_later) = measured
    assert abs(files_later - files) <= 2
    assert abs(threads_later - threads) <= 1
    assert memory_later - memory < 5.0
