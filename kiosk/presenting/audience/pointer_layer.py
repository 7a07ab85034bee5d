"""Draws the presenter's pointer and pen above everything on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.presenting.audience.pointing import REACH_U

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.presenting.audience.pointing import Pointing


class PointerLayer(QWidget):
    """Lets every touch through; it is hidden while there is nothing to draw."""

    def __init__(self, parent: QWidget, pointing: Pointing, look: Look) -> None:
        super().__init__(parent)
        self._pointing = pointing
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        pointing.changed.connect(self._follow)
        self.hide()

    @Slot(object)
    def _follow(self, where: QRectF | None) -> None:
        parent = self.parentWidget()
        assert parent is not None
        if self.isHidden() and not self._pointing.is_empty:
            self.setGeometry(parent.rect())
            self.raise_()
        self.setVisible(not self._pointing.is_empty)
        self.update(self.rect() if where is None else self._pixels(where))

    def _pixels(self, where: QRectF) -> QRect:
        """The pixels to repaint, as few as possible because all below is repainted too."""
        reach = REACH_U * min(self.width(), self.height()) / 1080
        wide, high = self.width(), self.height()
        rect = QRectF(where.x() * wide, where.y() * high, where.width() * wide, 0)
        rect.setHeight(where.height() * high)
        return rect.adjusted(-reach, -reach, reach, reach).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._pointing.paint(QPainter(self), QRectF(self.rect()), self._look)
