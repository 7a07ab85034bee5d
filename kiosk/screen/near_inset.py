"""The inset of what somebody explores: on the map home it comes where the map can get no nearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, Signal, Slot

from kiosk.screen.map.map_cameras import nearest_scale

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.look.look import Look
    from kiosk.screen.map.map_view import MapView
    from kiosk.screen.stage_state import StageState

_NEAR = 1.3
"""How much nearer than places are looked at an inset comes; the nearest is a little beyond."""
_AROUND_U = 60
_MIDDLE = 0.2
"""How much of the view at each side is too far from its middle for an inset to be meant."""


class NearInset(QObject):
    """Knows which zone with an inset is explored from near by, once the map rests."""

    changed = Signal()

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._state: StageState | None = None
        self._sized: Look | None = None
        self._area: QRect | None = None
        self._zone: Zone | None = None
        view.settled.connect(self._look)
        view.explored.connect(self._look)

    def zone(self, state: StageState, look: Look, area: QRect | None) -> Zone | None:
        """The zone whose inset is shown on the map home in that area; None elsewhere."""
        self._state, self._sized, self._area = state, look, area
        at_home = state.place.is_home and not state.place.layer
        return self._zone if at_home and state.exhibit is not None else None

    @Slot()
    def _look(self) -> None:
        zone = self._nearest()
        if zone is not self._zone:
            self._zone = zone
            self.changed.emit()

    def _nearest(self) -> Zone | None:
        state, look, view = self._state, self._sized, self._view
        if state is None or look is None or state.exhibit is None or not view.is_explored:
            return None
        if not state.place.is_home or state.place.layer:
            return None
        near = nearest_scale(look, state.world, look.tokens["map"]["px_per_km"]["zone"])
        if view.camera.scale < near * _NEAR:
            return None
        rect = QRectF(view.rect())
        across, down = rect.width() * _MIDDLE, rect.height() * _MIDDLE
        middle = rect.adjusted(across, down, -across, -down)
        if self._area is None or self._hides_a_place(state, look.px(_AROUND_U)):
            return None
        for zone in state.exhibit.zones:
            point = view.target_point(zone.id) if zone.inset is not None else None
            if point is not None and middle.contains(point):
                return zone
        return None

    def _hides_a_place(self, state: StageState, around: float) -> bool:
        """Whether the inset would cover a marker, or leave its name no room; cities are large."""
        area = QRectF(self._area or QRect()).adjusted(-around, -around, around, around)
        marked = (each.landmark for each in state.world.places if each.landmark.kind != "city")
        points = (self._view.target_point(landmark.id) for landmark in marked)
        return any(point is not None and area.contains(point) for point in points)
