"""A button that unfolds a menu, and shows it by an arrow of its own colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from kiosk.workshop.editing.pane_style import ICON_PX, draw_arrow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu, QWidget

_BEFORE_PX, _BEHIND_PX, _ARROW_PX = 13, 31, 20
"""What is free before the words, and behind them with the arrow in it."""
BESIDE_ICON_PX = 7


class MenuButton(QPushButton):
    """Has its words between an icon, if it shows one, and the arrow."""

    def __init__(self, parent: QWidget, menu: QMenu | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu")
        self._drawn = QIcon()
        if menu is not None:
            self.setMenu(menu)

    def show_icon(self, icon: QIcon) -> None:
        """Show it before the words."""
        self._drawn = icon
        if not self.property("pictured"):
            self.setProperty("pictured", True)
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()

    def sizeHint(self) -> QSize:
        width = _BEFORE_PX + _BEHIND_PX
        words = self._shown
        if words:
            width += self.fontMetrics().horizontalAdvance(words)
        if not self._drawn.isNull():
            width += ICON_PX + (BESIDE_ICON_PX if words else 0)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        # By itself a button would put what is left over before the icon, and nothing between both.
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        left = _BEFORE_PX
        if not self._drawn.isNull():
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            place = QRect(left, (self.height() - ICON_PX) // 2, ICON_PX, ICON_PX)
            self._drawn.paint(painter, place, mode=mode)
            left += ICON_PX + BESIDE_ICON_PX
        room = self.rect().adjusted(left, 0, -_ARROW_PX, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, middle, self._shown)
        painter.end()
        draw_arrow(self)

    @property
    def _shown(self) -> str:
        return self.text().replace("&&", "&")
