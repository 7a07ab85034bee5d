"""The GUI thread's work for one frame while the map glides to zones and home again.

A finger touches the zones as a visitor's does: it rests for a moment before it is lifted.  The
frame in which it is lifted is not a frame of the glide: panel-open and longest-block measure that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.place import HOME, Place
from tests.bench.frames import FrameWatch, frame_rows
from tests.bench.visit import Visit

if TYPE_CHECKING:
    from tests.bench.rows import Row
    from tests.bench.visit import Pass

_GLIDES = 6


def measure() -> list[Row]:
    """Glide to zones and home again."""
    visit = Visit(still=False)
    watch = FrameWatch(visit)
    zones = [
        zone.id
        for zone in visit.exhibit.zones
        if visit.app.stage.map_view.target_point(zone.id) is not None
    ]
    frames: list[Pass] = []
    for zone in zones[:_GLIDES]:
        for place in (Place(zone), HOME):
            visit.rest()
            touches = place != HOME and visit.press(zone)
            if touches:
                visit.hold()
            watch.over = False
            if touches:
                visit.release()
            else:
                visit.app.journey.go(place)
            frames += list(watch.until(lambda: watch.over, _wait))[1:]
    return frame_rows("glide", visit.screen_name, frames, 2 * _GLIDES)


def _wait() -> None:
    """Nothing is touched meanwhile."""
