"""The GUI thread's work for one frame while the map glides.

The exhibit runs at its own pace; 60 times in a second everything that waits is done, as a screen
would ask for it, and the time of doing so is a frame's work: the steps of all animations, and
painting the map, the panel that slides in and the thread.  The frame in which the finger is
lifted is not a frame of the glide: panel-open and longest-block measure that.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Slot

from kiosk.exhibit.place import HOME, Place
from tests.bench.rows import Row, percentile
from tests.bench.visit import Visit

_GLIDES = 6
_GOAL_MS = 10.0
_FRAME_SECONDS = 1 / 60


class _Glide(QObject):
    """Knows whether the map still moves and whether it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.over = False
        self.painted = False

    @Slot()
    def end(self) -> None:
        """The map has come to rest."""
        self.over = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False


def measure() -> list[Row]:
    """Glide to zones and home again."""
    visit = Visit(still=False)
    glide = _Glide()
    visit.app.stage.map_view.installEventFilter(glide)
    visit.app.stage.map_view.settled.connect(glide.end)
    zones = [
        zone.id
        for zone in visit.exhibit.zones
        if visit.app.stage.map_view.target_point(zone.id) is not None
    ]
    frames: list[float] = []
    for zone in zones[:_GLIDES]:
        for place in (Place(zone), HOME):
            visit.rest()
            glide.over = False
            glide.painted = False
            visit.app.journey.go(place)
            frames += _frames(visit, glide)
    size = visit.screen_name
    return [
        Row(f"frame of a glide, p99, {size}", percentile(frames, 0.99), "ms", _GOAL_MS),
        Row(f"frame of a glide, median, {size}", percentile(frames, 0.5), "ms"),
        Row(f"frame of a glide, longest, {size}", max(frames), "ms"),
        Row(f"frames in a glide, {size}", len(frames) / (2 * _GLIDES), ""),
    ]


def _frames(visit: Visit, glide: _Glide) -> list[float]:
    """The milliseconds of each frame until the map rests, without the first.

    A frame ends with the pass of the event loop that painted the map: where frames take longer
    than the screen's beat, the next one waits already.
    """
    frames = []
    work = 0.0
    due = time.perf_counter()
    while not glide.over:
        for took in visit.passes():
            work += took
            if glide.painted:
                frames.append(work * 1000)
                work, glide.painted = 0.0, False
            if glide.over:
                break
        due = max(due + _FRAME_SECONDS, time.perf_counter())
        time.sleep(max(0.0, due - time.perf_counter()))
    return frames[1:]
