"""A visitor who explores the map: fingers, wheel and buttons move it away from its goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal, Slot

from kiosk.geography.gesture import Gesture, Throw
from kiosk.screen.map.map_touch import MapTouch

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QInputEvent

    from kiosk.geography.camera import Camera
    from kiosk.geography.reach import Reach
    from kiosk.look.look import Look

_DRAG_U = 24
_MILLIMETRE_U = 1.6
"""How large a millimetre is taken to be where nobody knows the screen: 55 inches at 1920 u."""
_ZOOM_MS = 320
_SETTLE_MS = 240


class MapExplorer(QObject):
    """Makes cameras of what fingers do, and knows whether the map is where its goal has it."""

    place_touched = Signal(str)
    water_touched = Signal()
    changed = Signal()
    """Something else is pressed from now on, or nothing, or fingers have taken hold."""
    moved = Signal(object)
    """Fingers have the map at this `Camera`."""
    sent = Signal(object, float)
    """The map is to come to rest at this `Camera` in so many milliseconds."""
    left_goal = Signal()
    """The map is moved away from its goal."""

    def __init__(
        self,
        parent: QObject,
        place_at: Callable[[QPointF], str | None],
        camera: Callable[[], Camera],
        reach: Callable[[], Reach],
    ) -> None:
        """`camera` is the one of the moment, and `reach` how far it can be moved."""
        super().__init__(parent)
        self._camera = camera
        self._reach = reach
        self._millimetre = 1.0
        self._is_still = False
        self._is_away = False
        self._end: Camera | None = None
        self._touch = MapTouch(self, place_at, self._take_hold)
        self._touch.place_touched.connect(self.place_touched)
        self._touch.water_touched.connect(self.water_touched)
        self._touch.changed.connect(self.changed)
        self._touch.held.connect(self._follow)
        self._touch.let_go.connect(self._let_go)
        self._touch.zoomed.connect(self.zoom)

    @property
    def pressed(self) -> str | None:
        """The place that is pressed."""
        return self._touch.pressed

    @property
    def is_away(self) -> bool:
        """Whether the map has been moved away from its goal."""
        return self._is_away

    def set_look(self, look: Look) -> None:
        """Measure fingers in that look's millimetres, and throw nothing where nothing moves."""
        self._millimetre = look.millimetre or look.px(_MILLIMETRE_U)
        self._is_still = look.motion.still
        self._touch.drag = look.px(_DRAG_U)
        self._touch.near = look.target

    def handle(self, event: QInputEvent) -> bool:
        """Follow an input of the map; returns whether it was one of a finger or a mouse."""
        return self._touch.handle(event)

    def let_go(self, *, of_map: bool) -> None:
        """Whatever is down touches nothing any more, and moves the map no further if it does."""
        if of_map or not self._touch.is_holding:
            self._touch.cancel()

    def come_back(self) -> bool:
        """The map goes to its goal again, whoever holds it; gives whether it was away."""
        self._touch.cancel()
        self._end = None
        was_away, self._is_away = self._is_away, False
        return was_away

    @Slot(QPointF, float)
    def zoom(self, at: QPointF, levels: float) -> None:
        """Let the map grow about a point of the view; a level is twice as large."""
        if self._touch.is_holding:
            return
        start = self._end or self._camera()
        end = self._reach().within(start, at, levels)
        if end != start:
            self._go_away()
            self._send(end, _ZOOM_MS)

    def _take_hold(self, scaling: bool) -> Gesture:
        return Gesture(self._camera(), self._reach(), self._millimetre, scaling=scaling)

    def _go_away(self) -> None:
        if not self._is_away:
            self._is_away = True
            self.left_goal.emit()

    def _send(self, end: Camera, duration: float) -> None:
        self._end = end
        self.sent.emit(end, duration)

    @Slot(object)
    def _follow(self, camera: Camera) -> None:
        if camera == self._camera():
            return
        self._end = None
        self._go_away()
        self.moved.emit(camera)

    @Slot(object)
    def _let_go(self, throw: Throw) -> None:
        """Let the map go on as it was thrown, or back within its limits."""
        if not self._is_away:
            return
        if self._is_still and throw.duration:
            throw = Throw(self._camera(), 0.0)
        self._send(throw.end, throw.duration or _SETTLE_MS)
