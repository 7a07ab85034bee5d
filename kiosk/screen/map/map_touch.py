"""A finger or a mouse on the map: pressed, dragged away or released over a place or the water."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QInputEvent, QMouseEvent, QTouchEvent

if TYPE_CHECKING:
    from collections.abc import Callable


class MapTouch(QObject):
    """Knows what is pressed, and emits what was touched when it is released."""

    place_touched = Signal(str)
    water_touched = Signal()
    changed = Signal()
    """Something else is pressed from now on, or nothing."""

    def __init__(self, parent: QObject, place_at: Callable[[QPointF], str | None]) -> None:
        """`place_at` says which place a touch at a point of the view means."""
        super().__init__(parent)
        self._place_at = place_at
        self._press_at: QPointF | None = None
        self.drag = 0.0
        """A finger that has moved farther than this, in pixels, no longer taps."""
        self.pressed: str | None = None
        """The place that is pressed, for as long as letting go would touch it."""

    def press(self, at: QPointF) -> None:
        """A finger or the mouse comes down."""
        self._press_at = at
        self.pressed = self._place_at(at)
        self.changed.emit()

    def move(self, at: QPointF) -> None:
        """It moves while it is down."""
        if self._press_at is None:
            return
        moved = at - self._press_at
        if math.hypot(moved.x(), moved.y()) > self.drag:
            self.cancel()

    def release(self, at: QPointF) -> None:
        """It is lifted: what was pressed has been touched."""
        if self._press_at is None:
            return
        place = self.pressed
        self.cancel()
        if place is not None:
            self.place_touched.emit(place)
        else:
            self.water_touched.emit()

    def cancel(self) -> None:
        """It touches nothing any more."""
        self._press_at = None
        self.pressed = None
        self.changed.emit()

    def handle(self, event: QInputEvent) -> bool:
        """Follow an input of the widget; returns whether it was one of a finger or a mouse."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
        elif isinstance(event, QMouseEvent):
            self._mouse(event)
        else:
            return event.type() == QEvent.Type.ContextMenu
        return True

    def _mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseMove:
            self.move(event.position())
        elif event.button() != Qt.MouseButton.LeftButton:
            return
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self.release(event.position())
        else:
            self.press(event.position())

    def _touch(self, event: QTouchEvent) -> None:
        """One finger taps, two do not."""
        points = event.points()
        kind = event.type()
        if kind == QEvent.Type.TouchCancel or not points:
            self.cancel()
        elif kind == QEvent.Type.TouchBegin:
            self.press(points[0].position())
        elif kind == QEvent.Type.TouchUpdate:
            if len(points) > 1:
                self.cancel()
            else:
                self.move(points[0].position())
        elif kind == QEvent.Type.TouchEnd:
            self.release(points[0].position())
        event.accept()
