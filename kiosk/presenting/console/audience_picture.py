"""A picture of the audience's screen on the console, on which the presenter can point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QPixmap

    from kiosk.look.look import Look
    from kiosk.presenting.audience.pointing import Pointing

_CORNER_U = 10


class AudiencePicture(QWidget):
    """Shows a picture with round corners; a `Pointing` makes it follow the mouse."""

    def __init__(self, parent: QWidget, pointing: Pointing | None = None) -> None:
        super().__init__(parent)
        self._pointing = pointing
        self._look: Look | None = None
        self._picture: QPixmap | None = None
        self._fitted: QPixmap | None = None
        if pointing is not None:
            self.setMouseTracking(True)
            pointing.changed.connect(self._follow)

    def show_picture(self, picture: QPixmap | None, look: Look, name: str) -> None:
        """Show a picture, scaled to the widget, or the plain ground without one."""
        self._look = look
        self.setAccessibleName(name)
        if picture is not self._picture or self._fitted is None or self._outgrown():
            self._picture = picture
            self._fitted = None if picture is None else self._fit(picture)
        self.update()

    def _outgrown(self) -> bool:
        return self._fitted is not None and self._fitted.size() != self._pixels()

    def _pixels(self) -> QSize:
        return (QSize(self.size()).toSizeF() * self.devicePixelRatio()).toSize()

    def _fit(self, picture: QPixmap) -> QPixmap:
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = picture.scaled(self._pixels(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        fitted.setDevicePixelRatio(self.devicePixelRatio())
        return fitted

    @Slot(object)
    def _follow(self, where: QRectF | None) -> None:
        self.update()

    def _share(self, event: QMouseEvent) -> QPointF:
        at = event.position()
        return QPointF(
            min(1.0, max(0.0, at.x() / max(1, self.width()))),
            min(1.0, max(0.0, at.y() / max(1, self.height()))),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pointing is not None and self._pointing.tool:
            self._pointing.press(self._share(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointing = self._pointing
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if pointing is not None and (held or pointing.tool == "laser"):
            pointing.move(self._share(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pointing is not None:
            self._pointing.lift()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.stroke(1.3) / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        corner = look.px(_CORNER_U)
        path = QPainterPath()
        path.addRoundedRect(shape, corner, corner)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(self.rect(), look.theme.panel)
        if self._fitted is not None:
            painter.drawPixmap(0, 0, self._fitted)
        if self._pointing is not None:
            self._pointing.paint(painter, QRectF(self.rect()), look)
        painter.restore()
        painter.setPen(QPen(look.theme.rule, 2 * half))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
