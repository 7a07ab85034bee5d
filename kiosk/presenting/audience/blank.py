"""A black or white picture over the stage, so that all eyes turn to the speaker."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.presenting.tour_player import BLACK, WHITE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QMouseEvent, QPaintEvent

_COLOURS: Mapping[str, Qt.GlobalColor] = MappingProxyType(
    {BLACK: Qt.GlobalColor.black, WHITE: Qt.GlobalColor.white}
)


class Blank(QWidget):
    """Covers its parent with one colour; a touch asks for the picture again."""

    touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = BLACK
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def cover(self, colour: str) -> None:
        """Cover the parent with `black` or `white`; without a colour uncover it."""
        parent = self.parentWidget()
        assert parent is not None
        if colour:
            self._colour = colour
            self.setGeometry(parent.rect())
        self.setVisible(bool(colour))
        self.raise_()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), _COLOURS[self._colour])
