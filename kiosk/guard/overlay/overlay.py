"""An overlay: a widget that covers the whole exhibit and stays on top of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screen.control.focus_order import controls_in, move_focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from kiosk.look.interface_style import InterfaceStyle

_TICK_MS = 250
_FULL_CIRCLE = 360 * 16
_RISING = frozenset({QEvent.Type.ZOrderChange, QEvent.Type.Show})
_TOUCHING = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)
_PULSE = "pulse"
"""The heartbeat's one pixel, which rises above everything at each beat."""


class Overlay(QWidget):
    """Covers its parent, keeps touches and keys to itself, and closes when left untouched.

    `open_seconds` is how long it stays open untouched, 0 without limit.
    """

    CLOSES_BY_KEY = False
    """Whether the Escape key closes it."""

    closed = Signal()
    """A person, or the time, has closed it."""

    def __init__(
        self,
        parent: QWidget,
        style: Callable[[], InterfaceStyle],
        *,
        open_seconds: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._ask_style = style
        self._style: InterfaceStyle | None = None
        self._open_seconds = open_seconds
        self._clock = clock
        self._until = 0.0
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.tick)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open(self) -> None:
        """Cover the parent from now on."""
        self.stay()
        self._fit()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.show()
        self.raise_()
        self.setFocus()
        if self._open_seconds:
            self._ticks.start()

    def dismiss(self) -> None:
        """Hide without emitting `closed`."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._ticks.stop()
        had_focus = self._has_focus()
        self.hide()
        parent = self.parentWidget()
        if had_focus and parent is not None:
            parent.setFocus()

    @Slot()
    def close_overlay(self) -> None:
        """Hide and emit `closed`."""
        if self.isHidden():
            return
        self.dismiss()
        self.closed.emit()

    def stay(self) -> None:
        """Restart the countdown: somebody is using it."""
        self._until = self._clock() + self._open_seconds

    @property
    def seconds_left(self) -> float:
        """Until it closes by itself."""
        return max(0.0, self._until - self._clock())

    def arrange(self, style: InterfaceStyle) -> None:
        """Set the words and put the controls in their places, for the current size."""

    def paint(self, painter: QPainter, style: InterfaceStyle) -> None:
        """Draw all of it but its controls, in its pixels, with smooth edges."""

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        if self.seconds_left <= 0:
            self.close_overlay()
        else:
            self.update()

    def draw_time_left(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        """Draw a ring that empties."""
        assert self._style is not None
        look = self._style.look
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.theme.rule, look.stroke(6)))
        painter.drawEllipse(box)
        pen = QPen(look.theme.pearl, look.stroke(6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        share = self.seconds_left / self._open_seconds if self._open_seconds else 0.0
        painter.drawArc(box, 90 * 16, round(_FULL_CIRCLE * share))

    def _fit(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self._style = self._ask_style()
        self.arrange(self._style)
        self.update()

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _has_focus(self) -> bool:
        focused = self._focused()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    @Slot()
    def _take_focus(self) -> None:
        """Take the keys back from what lies below, but not from another overlay."""
        focused = self._focused()
        while focused is not None and not isinstance(focused, Overlay):
            focused = focused.parentWidget()
        if self.isVisible() and focused is None:
            self.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        move_focus(controls_in([self], self), self._focused(), forward=forward)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHING:
            self.stay()
        elif kind in _RISING and isinstance(watched, QWidget):
            above = watched.parentWidget() is self.parentWidget()
            if above and not isinstance(watched, Overlay) and watched.objectName() != _PULSE:
                self.raise_()
        elif kind == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        elif kind == QEvent.Type.FocusIn and not self._has_focus():
            QTimer.singleShot(0, self._take_focus)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab:
            self.focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Escape and self.CLOSES_BY_KEY:
            self.close_overlay()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, self._style)
