"""The markers on the map: equal ones are drawn once and copied, the chosen one pulses."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, QTimer, Signal, Slot

from kiosk.screen.map.map_marker import MarkerState, draw_marker, marker_reach
from kiosk.screen.map.map_stamp import Stamp, put_stamps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtGui import QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapPlace

_PULSE_MS = 40


class MapMarkers(QObject):
    """Paints the places' markers, each kind drawn once, and lets the chosen one pulse."""

    pulsed = Signal()
    """The chosen marker looks a little different from now on."""

    def __init__(self, parent: QObject, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self._stamps: dict[tuple[str, MarkerState], Stamp] = {}
        self._pulse = 0.0
        self._pulsing = QTimer(self)
        self._pulsing.setInterval(_PULSE_MS)
        self._pulsing.timeout.connect(self._pulse_on)

    def set_look(self, look: Look) -> None:
        """Pulse in that look; one with other colours or sizes needs `forget_all` as well."""
        self._look = look

    def forget_all(self) -> None:
        """Draw every marker again."""
        self._stamps.clear()

    def pulse(self, *, on: bool) -> None:
        """Let the chosen marker pulse, or stop it."""
        if on:
            self._pulsing.start()
        else:
            self._pulsing.stop()

    def finish(self) -> None:
        """Have the chosen marker as it is when it does not pulse."""
        self._pulse = 0.0

    def area(self, point: QPointF) -> QRect:
        """What a chosen marker at that point of the view may paint on."""
        reach = marker_reach(self._look)
        rect = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        return rect.toAlignedRect()

    def paint(
        self,
        painter: QPainter,
        places: Iterable[tuple[MapPlace, float]],
        camera: Camera,
        *,
        chosen: str | None,
        pressed: str | None,
        ringed: Collection[str] = (),
        small: bool = False,
    ) -> None:
        """Paint the markers of those places, each with its opacity, the chosen one above all.

        Those that are `ringed` are pointed at; the others are `small` where there are many.
        """
        others = MarkerState.SMALL if small else MarkerState.IDLE
        if chosen or ringed:
            others = MarkerState.DIMMED
        chosen_place: MapPlace | None = None
        reach = self._reach
        stamps: list[tuple[Stamp, float, float, float]] = []
        for place, opacity in places:
            name = place.landmark.id
            if name == chosen:
                chosen_place = place
                continue
            state = MarkerState.RINGED if name in ringed else others
            if name == pressed:
                state = MarkerState.PRESSED
            x, y = camera.to_screen(place.point.x(), place.point.y())
            stamps.append((self._stamp(place.glyph, state), x - reach, y - reach, opacity))
        put_stamps(painter, stamps)
        if chosen_place is not None:
            at = QPointF(*camera.to_screen(chosen_place.point.x(), chosen_place.point.y()))
            swell = (1 - math.cos(2 * math.pi * self._pulse / self._period)) / 2
            glyph = chosen_place.glyph
            draw_marker(painter, self._look, glyph, at, MarkerState.CHOSEN, pulse=swell)

    def _stamp(self, glyph: str, state: MarkerState) -> Stamp:
        """A marker that is drawn once: a moving map has a dozen in every frame."""
        stamp = self._stamps.get((glyph, state))
        if stamp is None:
            look, reach = self._look, self._reach

            def draw(own: QPainter, area: QRectF) -> None:
                draw_marker(own, look, glyph, QPointF(reach, reach), state)

            side = math.ceil(2 * reach)
            stamp = self._stamps[glyph, state] = Stamp(QSize(side, side), draw)
        return stamp

    @property
    def _reach(self) -> float:
        return marker_reach(self._look)

    @property
    def _period(self) -> float:
        return self._look.motion.marker_pulse / _PULSE_MS

    @Slot()
    def _pulse_on(self) -> None:
        self._pulse = (self._pulse + 1) % self._period
        self.pulsed.emit()
