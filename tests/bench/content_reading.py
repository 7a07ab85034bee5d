"""Reading the exhibit, and `kiosk check` as a curator waits for it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.shipped import shipped
from tests.bench.processes import PROJECT
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUNDS = 5


def measure() -> list[Row]:
    """Read in this process, and check in new ones."""
    reading = _median_ms(_read)
    checking = _median_ms(_check)
    return [
        Row("reading the content", reading, "ms"),
        Row("kiosk check, with its start", checking, "ms"),
    ]


def _read() -> None:
    read_exhibit(shipped("content"))


def _check() -> None:
    command = [sys.executable, "-m", "kiosk", "check", "--fast", str(shipped("content"))]
    subprocess.run(command, cwd=PROJECT, stdout=subprocess.DEVNULL, check=False)


def _median_ms(act: Callable[[], None]) -> float:
    took = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)
