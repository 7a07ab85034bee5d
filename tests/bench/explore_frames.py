"""The GUI thread's work for one frame while fingers pan and pinch the map, and after a throw.

Fingers move once in a frame, as a touch screen of 60 Hz says it.  The frame in which they come is
left out.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.bench.frames import FrameWatch, frame_rows
from tests.bench.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.rows import Row
    from tests.bench.visit import Pass

_HOLDS = 4
_BEATS = 60

Fingers = tuple[QPoint, ...]


def measure() -> list[Row]:
    """Pan in circles, and pinch in and out about the middle."""
    visit = Visit(still=False)
    watch = FrameWatch(visit)
    size = visit.app.stage.size()
    middle, reach = QPoint(size.width() // 2, size.height() // 2), size.height() // 5
    rows = []
    for name, ways in (
        ("pan", partial(_circle, middle, reach)),
        ("pinch", partial(_spread, middle, reach)),
    ):
        frames: list[Pass] = []
        for number in range(_HOLDS):
            visit.rest()
            frames += _hold(visit, watch, partial(ways, number))[1:]
        rows += frame_rows(name, visit.screen_name, frames, _HOLDS)
    return rows


def _circle(middle: QPoint, reach: int, number: int, beat: int) -> Fingers:
    turn = math.tau * (beat / _BEATS + number / _HOLDS)
    return (middle + QPoint(round(reach * math.cos(turn)), round(reach * math.sin(turn))),)


def _spread(middle: QPoint, reach: int, number: int, beat: int) -> Fingers:
    share = beat / _BEATS if number % 2 else 1 - beat / _BEATS
    half = QPoint(round(reach * (0.3 + 0.9 * (1 - share))), reach // 8)
    return middle - half, middle + half


def _hold(visit: Visit, watch: FrameWatch, way: Callable[[int], Fingers]) -> list[Pass]:
    """The frames from putting the fingers down until the map rests after they have let go."""
    beats = list(range(_BEATS + 2))

    def move() -> None:
        if not beats:
            return
        beat = beats.pop(0)
        watch.over = False
        visit.touch("press" if beat == 0 else "move" if beats else "release", *way(beat))

    return list(watch.until(lambda: not beats and watch.over, move))
