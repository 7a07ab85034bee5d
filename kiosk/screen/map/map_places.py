"""The places of the map as fingers, the keyboard and screen readers reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from kiosk.screen.map.map_hits import MapHits
from kiosk.screen.map.map_targets import MapTargets

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.control.control import Control
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_shading import Shading
    from kiosk.screen.map.map_words import MapWords
    from kiosk.screen.map.map_world import MapWorld


class MapPlaces(QObject):
    """Knows which place a touch means, and keeps a button over each for whoever can't touch."""

    chosen = Signal(str)
    """The button of a place was pressed."""
    focus_moved = Signal()
    due = Signal()
    """The map has rested for a moment: the buttons are to be put in their places."""

    def __init__(self, view: QWidget, world: MapWorld) -> None:
        super().__init__(view)
        self._world = world
        self._hits = MapHits(world)
        self._targets = MapTargets(view)
        self._targets.chosen.connect(self.chosen)
        self._targets.focus_moved.connect(self.focus_moved)
        self._targets.due.connect(self.due)

    def set_world(self, world: MapWorld) -> None:
        """Have other places."""
        self._world = world
        self._hits = MapHits(world)

    def set_words(self, words: MapWords) -> None:
        """Name places in these words from now on."""
        self._targets.set_words(words)

    def point_of(self, place: str, camera: Camera) -> QPointF | None:
        """Where a place stands in the view of that camera; None for one that is not there."""
        found = self._world.place(place)
        if found is None:
            return None
        return QPointF(*camera.to_screen(found.point.x(), found.point.y()))

    def place_at(
        self,
        point: QPointF,
        look: Look,
        camera: Camera,
        lettering: Lettering,
        *,
        moving: bool,
        shading: Shading | None = None,
    ) -> str | None:
        """The place that a touch there means; chips count only while nothing is moving."""
        return self._hits.place_at(point, look, camera, lettering, moving=moving, shading=shading)

    def reading_point(self, zone: str, camera: Camera) -> QPointF | None:
        """Where a zone of a data layer was touched, or else its own point, in the camera's view."""
        touched = self._hits.touched_at(zone)
        if touched is None:
            return self.point_of(zone, camera)
        return QPointF(*camera.to_screen(touched.x(), touched.y()))

    @property
    def is_late(self) -> bool:
        """Whether the buttons are still where the map was before."""
        return self._targets.is_late

    def put_soon(self) -> None:
        """Say in a moment that the buttons are due; that takes time that a glide needs."""
        self._targets.place_soon()

    def put(
        self,
        look: Look,
        camera: Camera,
        lettering: Lettering,
        shading: Shading | None,
        *,
        free: QRectF,
    ) -> None:
        """Put each button over its place, and hide those outside of what is `free`.

        On a data layer these are the zones that it shows.
        """
        among = None if shading is None else frozenset(shading.by_zone)
        self._targets.place(self._world, look, camera, lettering, free=free, among=among)

    def controls(self) -> list[Control]:
        """The places that can be reached, from west to east."""
        return self._targets.controls(self._world)

    def paint_focus(self, painter: QPainter, look: Look) -> None:
        """Draw the ring round the place that has the keyboard."""
        self._targets.paint_focus(painter, look)
