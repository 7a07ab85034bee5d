"""A touch on open water: it leads nearer, to where places stand apart, and the next one back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Slot

from kiosk.exhibit.model.place_signs import DOT, NO_SIGN
from kiosk.screen.exploring.view_touch import SECOND_TAP_SECONDS
from kiosk.screen.map.map_cameras import view_camera

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.exploring.explorer import Explorer
    from kiosk.screen.map.map_goal import Goal
    from kiosk.screen.map.map_world import MapWorld

_CROWDED_U = 120
"""Places whose signs are nearer to each other than this do not stand apart."""
_AROUND_U = 160
"""So far around them a touch on water means them."""
_FOOT_U = 120
"""What the dock takes of the map's lower edge."""
_WORTH = 1.2
"""A view that is not so many times as large shows nothing more."""


def apart_camera(
    look: Look, world: MapWorld, goal: Goal, camera: Camera, at: QPointF
) -> Camera | None:
    """Where the places stand apart that are crowded around a point of this home view.

    None where nothing is crowded there, or the map is not at home.
    """
    shaded = goal.shading is not None or not goal.light.is_dark
    if goal.place is not None or goal.whole_bay or shaded:
        return None
    points = {
        place.landmark.id: QPointF(*camera.to_screen(place.point.x(), place.point.y()))
        for place in world.places
        if place.glyph not in (DOT, NO_SIGN)
    }
    near = look.px(_CROWDED_U)
    crowded = [
        name
        for name, point in points.items()
        if any(_distance(point, other) < near for each, other in points.items() if each != name)
    ]
    if not crowded:
        return None
    around = QRectF(points[crowded[0]], points[crowded[0]])
    for name in crowded:
        around |= QRectF(points[name], points[name]).adjusted(-1, -1, 1, 1)
    edge = look.px(_AROUND_U)
    if not around.adjusted(-edge, -edge, edge, edge).contains(at):
        return None
    free = goal.free.adjusted(0, 0, 0, -look.px(_FOOT_U))
    end = view_camera(look, world, crowded, free, at_home=False)
    return end if end is not None and end.scale > camera.scale * _WORTH else None


class MapApproach(QObject):
    """Waits after a touch until it is no double tap, and then leads there, or back."""

    def __init__(
        self,
        view: QObject,
        explorer: Explorer,
        apart: Callable[[QPointF], Camera | None],
        back: Callable[[], None],
    ) -> None:
        """`apart` says where a touch leads, if anywhere; `back` leads home again."""
        super().__init__(view)
        self._explorer = explorer
        self._apart = apart
        self._back = back
        self._at = QPointF()
        self._led: Camera | None = None
        self._single = QTimer(self)
        self._single.setSingleShot(True)
        self._single.setInterval(round(SECOND_TAP_SECONDS * 1000))
        self._single.timeout.connect(self._lead)
        explorer.changed.connect(self._single.stop)
        explorer.ground_touched.connect(self._wait)

    def forget(self) -> None:
        """The last touch leads nowhere any more."""
        self._single.stop()

    @Slot(QPointF)
    def _wait(self, at: QPointF) -> None:
        self._at = at
        self._single.start()

    @Slot()
    def _lead(self) -> None:
        if self._explorer.is_away:
            if self._explorer.end == self._led:
                self._back()
            return
        self._led = self._apart(self._at)
        if self._led is not None:
            self._explorer.glide(self._led)


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
