"""A picture with the point on it that no crop cuts away: dragged, or moved with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look

_HIGH, _WIDEST = 230, 300
_RADIUS = 10.0
_STEP, _FAR = 0.01, 10
_STEPS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class FocusPicture(QWidget):
    """Says where the point is while it is moved, and where it was let go."""

    moved = Signal(float, float)
    dropped = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._look: Look | None = None
        self._at: Focus = (0.5, 0.5)
        self._is_held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def at(self) -> Focus:
        """The point, in shares of width and height."""
        return self._at

    def show_picture(self, image: QImage, at: Focus, look: Look) -> None:
        """Show a picture and its point, unless somebody moves it at the moment."""
        self._image, self._look = image, look
        if not self._is_held:
            self._at = at
        if not image.isNull():
            wide = min(_WIDEST, round(_HIGH * image.width() / image.height()))
            self.setFixedWidth(wide)
            self.setFixedHeight(min(_HIGH, round(wide * image.height() / image.width())))
        self.update()

    @property
    def area(self) -> QRectF:
        """Where the picture is in the widget."""
        if self._image.isNull():
            return QRectF()
        size = self._image.size().scaled(
            self.size() - QSize(4, 4), Qt.AspectRatioMode.KeepAspectRatio
        )
        return QRectF(2, 2, size.width(), size.height())

    def _go(self, x: float, y: float) -> None:
        self._at = (round(min(1.0, max(0.0, x)), 2), round(min(1.0, max(0.0, y)), 2))
        self.update()
        self.moved.emit(*self._at)

    def _go_to(self, point: QPointF) -> None:
        area = self.area
        if not area.isEmpty():
            self._go((point.x() - area.x()) / area.width(), (point.y() - area.y()) / area.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_held = True
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._is_held = False
            self.dropped.emit(*self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._image.isNull():
            super().keyPressEvent(event)
            return
        times = _FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self._go(self._at[0] + times * step[0], self._at[1] + times * step[1])
        self.dropped.emit(*self._at)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or self._image.isNull():
            return
        theme, area = self._look.theme, self.area
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._image)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent_text, 2))
            painter.drawRect(area)
        middle = area.topLeft() + QPointF(self._at[0] * area.width(), self._at[1] * area.height())
        for color, width in ((theme.ground, 5.0), (theme.accent_text, 2.5)):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
