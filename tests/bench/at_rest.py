"""What the exhibit costs while nobody touches it: at the map home, and in the attract loop.

It is the processor's time of all its threads in so many seconds of a running event loop, in
percent of one core.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEventLoop, QTimer

from tests.bench.rows import Row
from tests.bench.visit import Visit

_SECONDS = 12.0
_SETTLE_SECONDS = 4.0
_PREPARING_SECONDS = 12.0
_REST_GOAL, _ATTRACT_GOAL = 0.5, 12.0


def measure() -> list[Row]:
    """Wait at the map home, then let the loop begin and wait again."""
    visit = Visit(still=False)
    visit.rest()
    _run(_SETTLE_SECONDS)
    rows = [Row("the map home at rest, of a core", _share(), "%", _REST_GOAL)]
    visit.app.stage.attract()
    _run(_PREPARING_SECONDS)
    return [*rows, Row("the attract loop, of a core", _share(), "%", _ATTRACT_GOAL)]


def _share() -> float:
    had_worked = time.process_time()
    _run(_SECONDS)
    return 100 * (time.process_time() - had_worked) / _SECONDS


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
