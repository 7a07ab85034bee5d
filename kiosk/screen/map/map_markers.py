"""The markers that stand on the map: copied where they are alike, breathing where one is chosen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, QTimer, Signal, Slot

from kiosk.screen.map.map_marker import MarkerState, draw_marker, marker_reach
from kiosk.screen.map.map_stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtGui import QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapPlace

_BREATH_MS = 40


class MapMarkers(QObject):
    """Paints the places' markers, each kind drawn once, and lets the chosen one breathe."""

    breathed = Signal()
    """The chosen marker looks a little different from now on."""

    def __init__(self, parent: QObject, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._stamps: dict[tuple[str, MarkerState], Stamp] = {}
        self._breath = 0.0
        self._breathing = QTimer(self)
        self._breathing.setInterval(_BREATH_MS)
        self._breathing.timeout.connect(self._breathe)

    def set_look(self, look: Look) -> None:
        """Breathe in that look; one with other colours or sizes needs `forget_all` as well."""
        self._look = look

    def forget_all(self) -> None:
        """Draw every marker anew."""
        self._stamps.clear()

    def breathe(self, *, on: bool) -> None:
        """Let the chosen marker breathe, or hold its breath."""
        if on:
            self._breathing.start()
        else:
            self._breathing.stop()

    def area(self, point: QPointF) -> QRect:
        """What a chosen marker at that point of the view may paint on."""
        reach = marker_reach(self._look)
        rect = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        return rect.toAlignedRect()

    def paint(
        self,
        painter: QPainter,
        places: Iterable[MapPlace],
        camera: Camera,
        *,
        chosen: str | None,
        pressed: str | None,
        highlight: Collection[str] = (),
    ) -> None:
        """Paint the markers of those places, the chosen one above the others."""
        chosen_place: MapPlace | None = None
        for place in places:
            if place.landmark.id == chosen:
                chosen_place = place
                continue
            state = MarkerState.DIMMED if chosen or highlight else MarkerState.IDLE
            if place.landmark.id in highlight:
                state = MarkerState.CHOSEN
            if place.landmark.id == pressed:
                state = MarkerState.PRESSED
            x, y = camera.to_screen(place.point.x(), place.point.y())
            self._put(painter, place.glyph, state, x, y)
        if chosen_place is not None:
            at = QPointF(*camera.to_screen(chosen_place.point.x(), chosen_place.point.y()))
            swell = (1 - math.cos(2 * math.pi * self._breath / self._period)) / 2
            glyph = chosen_place.glyph
            draw_marker(painter, self._look, glyph, at, MarkerState.CHOSEN, breath=swell)

    def _put(self, painter: QPainter, glyph: str, state: MarkerState, x: float, y: float) -> None:
        """Copy a marker that was drawn once: a moving map has a dozen in every frame."""
        reach = marker_reach(self._look)
        if (glyph, state) not in self._stamps:
            look = self._look

            def draw(own: QPainter, area: QRectF) -> None:
                draw_marker(own, look, glyph, QPointF(reach, reach), state)

            side = math.ceil(2 * reach)
            self._stamps[glyph, state] = Stamp(QSize(side, side), draw)
        self._stamps[glyph, state].put(painter, x - reach, y - reach)

    @property
    def _period(self) -> float:
        return self._look.motion.marker_breath / _BREATH_MS

    @Slot()
    def _breathe(self) -> None:
        self._breath = (self._breath + 1) % self._period
        self.breathed.emit()
