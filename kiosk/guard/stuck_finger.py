"""A stuck finger: a palm, a sleeve or a wet cloth is let go, and other fingers go on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QEventPoint, QMouseEvent, QPointingDevice, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

STUCK_SECONDS = 60.0
"""No visitor holds a finger on one spot for so long."""

_LOOK_MS = 1_000
_FAR = QPointF(-100_000, -100_000)
"""Away from everything: a press that ends there has touched nothing."""


class StuckFinger(QObject):
    """Watches how long each finger is down; the window's touch events are to be shown to it.

    What a stuck finger does counts no longer.  The next finger beside it works as a mouse, since
    Qt makes clicks of the first finger only.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        stuck_seconds: float = STUCK_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._stuck_seconds = stuck_seconds
        self._clock = clock
        self._down: dict[int, float] = {}
        self._stuck: set[int] = set()
        self._second: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_stuck(self) -> bool:
        """Whether a finger has been let go that is still down."""
        return bool(self._stuck)

    @Slot()
    def look(self) -> None:
        """Look at the clock."""
        now = self._clock()
        stuck = {each for each, since in self._down.items() if now - since >= self._stuck_seconds}
        if stuck - self._stuck:
            self._stuck |= stuck
            self.let_go()

    def let_go(self) -> None:
        """Release whatever is pressed, without touching anything by it."""
        for button in self._window.findChildren(QAbstractButton):
            button.setDown(False)
        device = QPointingDevice.primaryPointingDevice()
        for widget in self._window.findChildren(QWidget):
            if widget.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents):
                cancel = QTouchEvent(QEvent.Type.TouchCancel, device)
                QCoreApplication.sendEvent(widget, cancel)
        self._mouse(QEvent.Type.MouseMove, _FAR)
        self._mouse(QEvent.Type.MouseButtonRelease, _FAR)

    def swallows(self, event: QTouchEvent) -> bool:
        """Take note of a touch event of the window; true when nobody else may see it."""
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            self._forget()
        stuck_before = bool(self._stuck)
        for point in event.points():
            self._note(point)
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._forget()
            # Qt has to learn that the finger was lifted, or the next one would find no button.
            return False
        if self._down and not self._timer.isActive():
            self._timer.start()
        return stuck_before and kind == QEvent.Type.TouchUpdate

    def _note(self, point: QEventPoint) -> None:
        finger = point.id()
        if point.state() == QEventPoint.State.Pressed:
            self._down[finger] = self._clock()
            if self._stuck and self._second is None:
                self._second = finger
                self._mouse(QEvent.Type.MouseButtonPress, point.scenePosition())
        elif point.state() == QEventPoint.State.Released:
            self._down.pop(finger, None)
            self._stuck.discard(finger)
            if finger == self._second:
                self._second = None
                self._mouse(QEvent.Type.MouseButtonRelease, point.scenePosition())

    def _forget(self) -> None:
        self._down.clear()
        self._stuck.clear()
        self._second = None
        self._timer.stop()

    def _mouse(self, kind: QEvent.Type, at: QPointF) -> None:
        handle = self._window.windowHandle()
        if handle is None:
            return
        moving = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
        up = kind == QEvent.Type.MouseButtonRelease
        buttons = Qt.MouseButton.NoButton if up else Qt.MouseButton.LeftButton
        everywhere = QPointF(handle.mapToGlobal(at))
        event = QMouseEvent(
            kind, at, at, everywhere, button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(handle, event)
