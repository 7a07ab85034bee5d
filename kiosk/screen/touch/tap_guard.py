"""The tap guard: no control answers a tap that was meant for what stood there a moment before.

People tap twice where once is enough, and hands tremble.  The first tap changes the screen, and
what has come under the finger since then must not take the second one.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.input_filters import filter_input

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.screen.map.map_goal import Goal
    from kiosk.screen.map.map_view import MapView

REPEAT_SECONDS = 0.5
"""How soon after a tap another one counts as its repetition: the usual time of a double click."""

MOST_SECONDS = 2.0
"""How long after a tap a row of quick ones counts as its repetition: no longer is anybody kept."""

_PRESSES = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
    }
)
_RELEASES = frozenset({QEvent.Type.TouchEnd, QEvent.Type.MouseButtonRelease})
_ENDS = _RELEASES | {QEvent.Type.TouchCancel}
_BETWEEN = frozenset({QEvent.Type.TouchUpdate, QEvent.Type.MouseMove})


class _Press(NamedTuple):
    """What stood around a finger when it came down."""

    at: QPointF
    touchable: QWidget | None
    name: str
    """What the touchable is called, which says what it does."""
    is_on: bool
    """Whether it was checked: another touch of what is on turns it off again."""
    area: QRectF
    place: str | None
    goal: Goal
    buttons: dict[QWidget, QRectF]
    """The buttons near the finger that nothing covered."""


class _Tap(NamedTuple):
    press: _Press
    seconds: float
    """When it was answered, or when its last repetition was."""
    answered: float


class TapGuard(QObject):
    """Swallows what repeats a tap where something else has come under the finger.

    A repetition may be repeated in its turn: a row of quick taps is one tap, until the hand rests.

    `reach` says how far from the first tap, in pixels of the moment, a second one can be its
    repetition.  Elsewhere, and wherever the same control or place is still there, every tap counts
    however soon it comes.
    """

    def __init__(
        self,
        window: QWidget,
        map_view: MapView,
        reach: Callable[[], float],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._map = map_view
        self._reach = reach
        self._clock = clock
        self._pressed: _Press | None = None
        self._tap: _Tap | None = None
        self._swallowing = False
        self._done = QTimer(self)
        self._done.setSingleShot(True)
        self._done.timeout.connect(self._count_from_now)
        filter_input(self)

    def forget(self) -> None:
        """The next tap is somebody else's."""
        self._tap = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _PRESSES and kind not in _ENDS and kind not in _BETWEEN:
            return False
        if not isinstance(watched, QWindow) or watched is not self._window.windowHandle():
            return False
        if kind in _PRESSES:
            self._press(_point_of(event))
        swallowed = self._swallowing
        if kind in _ENDS:
            self._swallowing = False
        if swallowed:
            # An ignored touch would come once more as a mouse.
            event.accept()
            if kind in _RELEASES and self._tap is not None:
                self._tap = self._tap._replace(seconds=self._clock())
        elif kind in _RELEASES and self._pressed is not None:
            now = self._clock()
            self._tap = _Tap(self._pressed, now, now)
            self._done.start(0)
        return swallowed

    def _press(self, at: QPointF) -> None:
        self._swallowing = self._is_repeated(at)
        self._pressed = None if self._swallowing else self._seen_around(at)

    @Slot()
    def _count_from_now(self) -> None:
        """What the tap has brought about is seen only now, however long it took."""
        if self._tap is not None:
            now = self._clock()
            self._tap = self._tap._replace(seconds=now, answered=now)

    def _is_repeated(self, at: QPointF) -> bool:
        tap = self._tap
        now = self._clock()
        if tap is None or now - tap.seconds >= REPEAT_SECONDS or now - tap.answered >= MOST_SECONDS:
            return False
        seen = tap.press
        distance = math.hypot(at.x() - seen.at.x(), at.y() - seen.at.y())
        same_spot = distance <= self._reach() / 2
        same_control = distance <= self._reach() and seen.area.contains(at)
        return (same_spot or same_control) and self._has_changed(at, seen)

    def _has_changed(self, at: QPointF, seen: _Press) -> bool:
        """Whether something else can be touched there now than before the first tap."""
        touchable = self._touchable_at(at)
        if touchable is self._map and seen.touchable is self._map:
            return self._map.goal != seen.goal and self._place_at(at) != seen.place
        if isinstance(touchable, QAbstractButton):
            if touchable is seen.touchable:
                now = (touchable.accessibleName(), touchable.isChecked())
                return now != (seen.name, seen.is_on)
            return seen.buttons.get(touchable) != _area_of(touchable, self._window)
        return touchable is not seen.touchable

    def _seen_around(self, at: QPointF) -> _Press:
        """What can be touched near a point at the moment."""
        reach = self._reach()
        near = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        buttons: dict[QWidget, QRectF] = {}
        for button in self._window.findChildren(QAbstractButton):
            area = _area_of(button, self._window)
            inside = area & near
            if not inside.isEmpty() and self._touchable_at(inside.center()) is button:
                buttons[button] = area
        touchable = self._touchable_at(at)
        area = QRectF() if touchable is None else _area_of(touchable, self._window)
        name = "" if touchable is None else touchable.accessibleName()
        is_on = isinstance(touchable, QAbstractButton) and touchable.isChecked()
        return _Press(at, touchable, name, is_on, area, self._place_at(at), self._map.goal, buttons)

    def _place_at(self, at: QPointF) -> str | None:
        return self._map.place_at(at - _area_of(self._map, self._window).topLeft())

    def _touchable_at(self, at: QPointF) -> QWidget | None:
        """The button there, or else the layer of the window, such as the map or a panel."""
        below: QWidget | None = self._window.childAt(at.toPoint())
        layer: QWidget | None = None
        while below is not None and below is not self._window:
            layer = below
            if isinstance(below, QAbstractButton):
                break
            below = below.parentWidget()
        return layer


def _area_of(widget: QWidget, window: QWidget) -> QRectF:
    return QRectF(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))


def _point_of(event: QEvent) -> QPointF:
    """Where on the window it happened."""
    if isinstance(event, QTouchEvent) and event.points():
        return event.points()[0].position()
    assert isinstance(event, QMouseEvent)
    return event.position()
