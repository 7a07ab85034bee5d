"""A box to tick whose tick is drawn in our own colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_TICK = ((0.22, 0.53), (0.42, 0.73), (0.79, 0.29))
"""Its corners, as shares of the box."""


class TickBox(QCheckBox):
    """A style sheet draws the box, and knows ticks only as files of one colour."""

    def __init__(self, parent: QWidget, words: str = "") -> None:
        super().__init__(parent)
        self.say(words)
        # Else layouts take off what the system's own boxes have around them.
        self.setAttribute(Qt.WidgetAttribute.WA_LayoutUsesWidgetRect)

    def say(self, words: str) -> None:
        """Show these words: by itself a box takes an ampersand for the sign of a key."""
        self.setText(words.replace("&", "&&"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = QRectF(self.style().subElementRect(part, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 2.0))
        corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
        painter.drawPolyline(corners)
        painter.end()
