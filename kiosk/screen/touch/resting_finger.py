"""A resting finger: beside a hand, a sleeve or a wet cloth on the screen, other fingers go on."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice, QTouchEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.input_filters import filter_input
from kiosk.screen.exploring.view_touch import RESTING_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

STUCK_SECONDS = 60.0
"""No visitor holds a finger on one spot for this long."""

_TREMBLES_PIXELS = 12
"""A finger that moves no farther than this rests all the same."""

_LOOK_MS = 1_000
_FAR = QPointF(-100_000, -100_000)
"""Away from everything: a press that ends there has touched nothing."""


class _Finger(NamedTuple):
    since: float
    """When it came down, or moved, in seconds of the clock."""
    at: QPointF


class RestingFinger(QObject):
    """Watches how long each finger is down, among the touch events of one window.

    What a resting finger does counts no longer.  The next finger beside it works as a mouse, since
    Qt makes clicks of the first finger only.  A stuck finger is released even when no other
    one comes, so that nothing stays pressed and nobody seems to be there.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        resting_seconds: float = RESTING_SECONDS,
        stuck_seconds: float = STUCK_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._resting_seconds = resting_seconds
        self._stuck_seconds = stuck_seconds
        self._clock = clock
        self._down: dict[int, _Finger] = {}
        self._resting: set[int] = set()
        self._second: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on, before every other filter that is there already."""
        filter_input(self)

    @property
    def is_resting(self) -> bool:
        """Whether a finger that is still down has been released."""
        return bool(self._resting)

    @Slot()
    def look(self) -> None:
        """Release fingers that have been down for too long."""
        self._let_rest(self._stuck_seconds)

    def release(self) -> None:
        """Release whatever is pressed, without touching anything by it."""
        for button in self._window.findChildren(QAbstractButton):
            button.setDown(False)
        device = QPointingDevice.primaryPointingDevice()
        for widget in self._window.findChildren(QWidget):
            if widget.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents):
                cancel = QTouchEvent(QEvent.Type.TouchCancel, device)
                QCoreApplication.sendEvent(widget, cancel)
        self._send_mouse(QEvent.Type.MouseMove, _FAR)
        self._send_mouse(QEvent.Type.MouseButtonRelease, _FAR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and self._resting:
            return event.spontaneous() and watched is self._window.windowHandle()
        if not isinstance(event, QTouchEvent) or not isinstance(watched, QWindow):
            # The same event comes once more for each widget that gets it.
            return False
        return watched is self._window.windowHandle() and self.swallows(event)

    def swallows(self, event: QTouchEvent) -> bool:
        """Take note of a touch event of the window; true when nobody else may see it."""
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            self._forget()
        for point in event.points():
            is_new = point.state() == QEventPoint.State.Pressed
            if is_new and self._down and not self._is_with_others(point.position()):
                self._let_rest(self._resting_seconds)
        resting_before = bool(self._resting)
        for point in event.points():
            self._note(point)
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._forget()
            # Qt has to learn that the finger was lifted, or the next one would find no button.
            return False
        if self._down and not self._timer.isActive():
            self._timer.start()
        return resting_before and kind == QEvent.Type.TouchUpdate

    def _is_with_others(self, at: QPointF) -> bool:
        """Whether all that are down are on one view, which knows by itself what a hand does."""
        view = self._view_at(at)
        return view is not None and all(
            self._view_at(finger.at) is view for finger in self._down.values()
        )

    def _view_at(self, at: QPointF) -> QWidget | None:
        """The widget there that follows fingers by itself."""
        found = self._window.childAt(at.toPoint())
        while found is not None and not found.testAttribute(
            Qt.WidgetAttribute.WA_AcceptTouchEvents
        ):
            found = found.parentWidget()
        return found

    def _let_rest(self, seconds: float) -> None:
        """Release every finger that has been down for that long, unless one acts beside it."""
        now = self._clock()
        resting = {
            finger
            for finger, down in self._down.items()
            if now - down.since >= seconds and finger != self._second
        }
        if resting - self._resting:
            self._resting |= resting
            self.release()

    def _note(self, point: QEventPoint) -> None:
        finger = point.id()
        if point.state() == QEventPoint.State.Pressed:
            self._down[finger] = _Finger(self._clock(), point.position())
            if self._resting and self._second is None:
                self._second = finger
                self._send_mouse(QEvent.Type.MouseButtonPress, point.position())
        elif point.state() == QEventPoint.State.Updated and finger == self._second:
            self._send_mouse(QEvent.Type.MouseMove, point.position())
        elif point.state() == QEventPoint.State.Updated and finger in self._down:
            self._see_move(finger, point.position())
        elif point.state() == QEventPoint.State.Released:
            self._down.pop(finger, None)
            self._resting.discard(finger)
            if finger == self._second:
                self._second = None
                self._send_mouse(QEvent.Type.MouseButtonRelease, point.position())

    def _see_move(self, finger: int, at: QPointF) -> None:
        """Note that a finger does something: whoever moves the map may put down a second one."""
        moved = at - self._down[finger].at
        if finger not in self._resting and math.hypot(moved.x(), moved.y()) > _TREMBLES_PIXELS:
            self._down[finger] = _Finger(self._clock(), at)

    def _forget(self) -> None:
        self._down.clear()
        self._resting.clear()
        self._second = None
        self._timer.stop()

    def _send_mouse(self, kind: QEvent.Type, at: QPointF) -> None:
        handle = self._window.windowHandle()
        if handle is None:
            return
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        buttons = none if kind == QEvent.Type.MouseButtonRelease else left
        everywhere = QPointF(handle.mapToGlobal(at))
        event = QMouseEvent(
            kind, at, at, everywhere, button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(handle, event)
