"""Fingers or a mouse on a view: a tap on something or beside it, or a hold that moves the view."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QInputEvent, QMouseEvent, QTouchEvent, QWheelEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.geography.gesture import Gesture

_MOUSE = -1
RESTING_SECONDS = 1.0
"""A finger that has stood still this long may be a hand at rest: beside it another one taps."""
SECOND_TAP_SECONDS = 0.3
_NOTCH = 120
_LEVELS_A_NOTCH = 0.5


class _GroundTap(NamedTuple):
    at: QPointF
    seconds: float


class _Stand(NamedTuple):
    """Where a finger stands, and since when in seconds of the clock."""

    at: QPointF
    since: float


class ViewTouch(QObject):
    """Knows what is pressed, and emits what was touched when it is released.

    A finger that moves farther than `drag`, or a second one, holds the view: from then on nothing
    is pressed, until all fingers are gone.  Beside fingers that rest another one may tap; once it
    moves, all of them hold the view.
    """

    place_touched = Signal(str)
    ground_touched = Signal(QPointF)
    """A touch that means no place."""
    came_down = Signal()
    """A finger is down where none was."""
    changed = Signal()
    """Something else is pressed from now on, or nothing."""
    held = Signal(object)
    """The fingers have moved the view to this `Camera`."""
    let_go = Signal(object)
    """The last finger has gone; with the `Throw` that it gave the view."""
    zoomed = Signal(QPointF, float)
    """The view is to grow about a point of it by so many levels; a level is twice as large."""

    def __init__(
        self,
        parent: QObject,
        place_at: Callable[[QPointF], str | None],
        take_hold: Callable[[bool], Gesture],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`place_at` says which place a touch at a point of the view means.

        `take_hold` begins a gesture with the camera of the moment; True for a finger that scales.
        """
        super().__init__(parent)
        self._place_at = place_at
        self._take_hold = take_hold
        self._clock = clock
        self._fingers: dict[int, tuple[float, float]] = {}
        self._press_at: QPointF | None = None
        self._stands: dict[int, _Stand] = {}
        self._tap: _GroundTap | None = None
        self._is_second = False
        self._gesture: Gesture | None = None
        self.drag = 0.0
        """A finger that has moved farther than this, in pixels, no longer taps."""
        self.near = 0.0
        """How near to each other two taps are one double tap, in pixels."""
        self.pressed: str | None = None
        """The place that is pressed, for as long as letting go would touch it."""

    @property
    def is_holding(self) -> bool:
        """Whether fingers move the view."""
        return self._gesture is not None

    def press(self, at: QPointF, finger: int = _MOUSE) -> None:
        """A finger or the mouse comes down."""
        taps = all(map(self._rests, self._fingers))
        is_first = not self._fingers
        self._fingers[finger] = (at.x(), at.y())
        self._stands[finger] = _Stand(at, self._clock())
        if is_first:
            self.came_down.emit()
        if not taps or (is_first and self._gesture is not None):
            self._hold()
            return
        self._press_at = at
        self._is_second = is_first and self._follows_tap(at)
        self.pressed = None if self._is_second else self._place_at(at)
        self.changed.emit()

    def move(self, at: QPointF, finger: int = _MOUSE) -> None:
        """It moves while it is down."""
        if finger not in self._fingers:
            return
        self._fingers[finger] = (at.x(), at.y())
        strays = _distance(at, self._stands[finger].at) > self.drag
        if strays:
            self._stands[finger] = _Stand(at, self._clock())
        if self._gesture is not None and self._press_at is None:
            self.held.emit(self._gesture.move(self._fingers, self._now))
        elif strays:
            self._hold()

    def release(self, at: QPointF, finger: int = _MOUSE) -> None:
        """It is lifted: what was pressed has been touched, or the view has been let go."""
        if self._fingers.pop(finger, None) is None:
            return
        stood = self._stands.pop(finger)
        if self._press_at is not None and stood.at == self._press_at:
            self._touch_pressed(at)
        if not self._fingers:
            self._press_at = None
            gesture, self._gesture = self._gesture, None
            if gesture is not None:
                self.let_go.emit(gesture.throw(self._now))

    def _touch_pressed(self, at: QPointF) -> None:
        place, is_second = self.pressed, self._is_second
        self._forget()
        if is_second:
            self.zoomed.emit(at, 1.0)
        elif place is not None:
            self.place_touched.emit(place)
        else:
            self._tap = _GroundTap(at, self._clock())
            self.ground_touched.emit(at)

    def catch(self) -> None:
        """Take hold of the view at once, with whatever is down."""
        if self._gesture is None:
            self._gesture = self._take_hold(False)

    def cancel(self) -> None:
        """What is down touches nothing any more, and moves the view no further."""
        self._gesture = None
        self._fingers.clear()
        self._stands.clear()
        self._forget()

    def handle(self, event: QInputEvent) -> bool:
        """Follow an input of the widget; returns whether it was one of a finger or a mouse."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
        elif isinstance(event, QWheelEvent):
            self.zoomed.emit(event.position(), event.angleDelta().y() / _NOTCH * _LEVELS_A_NOTCH)
            event.accept()
        elif isinstance(event, QMouseEvent):
            self._mouse(event)
        else:
            return event.type() == QEvent.Type.ContextMenu
        return True

    @property
    def _now(self) -> float:
        return self._clock() * 1000

    def _follows_tap(self, at: QPointF) -> bool:
        """Whether this is the second touch of a double tap on what is no place."""
        tap, self._tap = self._tap, None
        if tap is None or self._clock() - tap.seconds > SECOND_TAP_SECONDS:
            return False
        return _distance(at, tap.at) <= self.near and self._place_at(at) is None

    def _rests(self, finger: int) -> bool:
        """Whether it has stood still for long."""
        return self._clock() - self._stands[finger].since >= RESTING_SECONDS

    def _hold(self) -> None:
        """From now on the fingers move the view."""
        if self._gesture is None:
            self._gesture = self._take_hold(self._is_second and len(self._fingers) == 1)
        if self._press_at is not None:
            self._forget()
        self.held.emit(self._gesture.move(self._fingers, self._now))

    def _forget(self) -> None:
        self._press_at, self._is_second = None, False
        self.pressed = None
        self.changed.emit()

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
        """Follow each finger of the view; those on other widgets are not among them."""
        event.accept()
        points = {point.id(): point for point in event.points()}
        is_cancel = event.type() == QEvent.Type.TouchCancel
        if is_cancel or event.type() == QEvent.Type.TouchBegin or not points:
            # Whatever is still down from before was lifted where nobody saw it.
            gesture = self._gesture
            self.cancel()
            if gesture is not None:
                self.let_go.emit(gesture.throw(math.inf))
        if is_cancel:
            return
        for state, act in (
            (QEventPoint.State.Pressed, self.press),
            (QEventPoint.State.Updated, self.move),
            (QEventPoint.State.Released, self.release),
        ):
            for finger, point in points.items():
                if point.state() == state:
                    act(point.position(), finger)


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
