"""What is taken hold of to move something on the map: with the mouse, or with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from kiosk.look.look import Look

_SIDE = 34
_AIR = 9
_RADIUS = 11.0
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_FAR = 10
"""So many steps at once with Shift."""


class MapHandle(QWidget):
    """A ring over a point; it is moved, and says so, and at last where it was let go.

    Points are those of the widget that it lies on.  Escape takes it back to where it was.
    """

    moved = Signal(QPointF)
    dropped = Signal(QPointF)
    left_alone = Signal()
    """It is back where it was."""

    def __init__(self, parent: QWidget, key: str) -> None:
        super().__init__(parent)
        self.key = key
        self._look: Look | None = None
        self._home = QPointF()
        self._at = QPointF()
        self._held: QPointF | None = None
        self._is_passing = False
        self._is_away = False
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.hide()

    @property
    def at(self) -> QPointF:
        """Its point."""
        return QPointF(self._at)

    @property
    def is_moving(self) -> bool:
        """Whether somebody moves it and has not let go yet."""
        return self._is_away

    def show_at(self, point: QPointF, look: Look, size: QSizeF | None = None) -> None:
        """Lie over a point, as large as what is there, unless somebody moves it at the moment."""
        self._look = look
        self._home = QPointF(point)
        if size is not None:
            wide, high = size.width() + 2 * _AIR, size.height() + 2 * _AIR
            self.setFixedSize(round(max(_SIDE, wide)), round(max(_SIDE, high)))
        if not self._is_away:
            self._put(point)
        self.show()
        self.raise_()
        self.update()

    def leave_alone(self) -> None:
        """Go back to where it was."""
        self._held, self._is_away = None, False
        self._put(self._home)
        self.left_alone.emit()

    def _put(self, point: QPointF) -> None:
        self._at = QPointF(point)
        left, top = point.x() - self.width() / 2, point.y() - self.height() / 2
        self.move(round(left), round(top))

    def _go(self, point: QPointF) -> None:
        self._is_away = True
        self._put(point)
        self.moved.emit(self.at)

    def _drop(self) -> None:
        if self._is_away:
            self._held, self._is_away = None, False
            self._home = self.at
            self.dropped.emit(self.at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._at - QPointF(self.mapToParent(event.position()))
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._go(QPointF(self.mapToParent(event.position())) + self._held)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Pressed twice, what it stands on acts: the picture below passes that on.
        self._held, self._is_passing = None, True
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_passing:
            self._is_passing = False
            event.ignore()
            return
        self._drop()
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            is_far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(self._at + step * (_FAR if is_far else 1))
        elif event.key() == Qt.Key.Key_Escape and self._is_away:
            self.leave_alone()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_away:
            self._drop()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._held is None:
            self._drop()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        theme, middle = self._look.theme, QRectF(self.rect()).center()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 3.5 if self.hasFocus() else 2.0
        for color, line in ((theme.ground, width + 3), (theme.accent_text, width)):
            painter.setPen(QPen(color, line))
            if self.key == "at":
                painter.drawEllipse(middle, _RADIUS, _RADIUS)
            else:
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, 8)
