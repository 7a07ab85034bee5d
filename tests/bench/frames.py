"""Frames of a moving map: what the GUI thread does for each of them.

The exhibit runs at its own pace; 60 times in a second everything that waits is done, as a screen
would ask for it, and what that takes is a frame: the steps of all animations, and painting the
map, the panel that slides in and the thread.  Qt scales large images on several threads while the
GUI thread waits, so that its own time is only a part of what a frame takes.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot

from tests.bench.rows import Row, percentile
from tests.bench.visit import Pass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.bench.visit import Visit

_GOALS_MS = {"4K": 12.0}
_GOAL_MS = 10.0
"""Of the GUI thread's own work."""
_BEAT_MS = 16.7
"""Of a whole frame, by the clock: what a screen of 60 Hz has time for."""
_FRAME_SECONDS = 1 / 60


class FrameWatch(QObject):
    """Knows whether the map still moves and whether it was painted."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self.over = False
        self.painted = False
        view = visit.app.stage.map_view
        view.installEventFilter(self)
        view.settled.connect(self.end)

    @Slot()
    def end(self) -> None:
        """The map has come to rest."""
        self.over = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False

    def until(self, is_over: Callable[[], bool], beat: Callable[[], None]) -> Iterator[Pass]:
        """The frames until that is so; `beat` is called before each of them.

        A frame ends with the pass of the event loop that painted the map: where frames take longer
        than the screen's beat, the next one waits already.
        """
        self.painted = False
        took = worked = 0.0
        due = time.perf_counter()
        while not is_over():
            began, had_worked = time.perf_counter(), time.thread_time()
            beat()
            took += time.perf_counter() - began
            worked += time.thread_time() - had_worked
            for each in self._visit.passes():
                took += each.took
                worked += each.worked
                if self.painted:
                    yield Pass(took, worked)
                    took, worked, self.painted = 0.0, 0.0, False
                if is_over():
                    break
            due = max(due + _FRAME_SECONDS, time.perf_counter())
            time.sleep(max(0.0, due - time.perf_counter()))


def frame_rows(name: str, size: str, frames: Sequence[Pass], holds: int) -> list[Row]:
    """What is said of the frames of a kind of movement, which was made so many times."""
    goal = _GOALS_MS.get(size.split(",")[0], _GOAL_MS)
    took = [1000 * each.took for each in frames]
    worked = [1000 * each.worked for each in frames]
    return [
        Row(f"frame of a {name}, p99, {size}", percentile(took, 0.99), "ms", _BEAT_MS),
        Row(f"frame of a {name}, median, {size}", percentile(took, 0.5), "ms"),
        Row(f"frame of a {name}, longest, {size}", max(took), "ms"),
        Row(f"the GUI thread in a {name}, p99, {size}", percentile(worked, 0.99), "ms", goal),
        Row(f"the GUI thread in a {name}, median, {size}", percentile(worked, 0.5), "ms"),
        Row(f"frames in a {name}, {size}", len(frames) / holds, ""),
    ]
