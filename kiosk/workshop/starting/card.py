"""A large button with an icon, a title and a line that says what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kiosk.workshop.editing.pane_style import ICON_PX, pane_font, pane_icon

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle


class Card(QPushButton):
    """As high as its words need in the width that it has."""

    def __init__(self, parent: QWidget, icon: str) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icon = icon
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        self._row = row
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        self._sign = self._label("sign")
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        self._title, self._note = self._label("cardtitle"), self._label("cardnote")
        lines.addWidget(self._title)
        lines.addWidget(self._note)
        lines.addStretch(1)
        row.addLayout(lines, 1)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    def say(self, style: InterfaceStyle, title: str, note: str) -> None:
        """Show these words."""
        self._sign.setPixmap(pane_icon(style.look, self._icon).pixmap(QSize(ICON_PX, ICON_PX)))
        self._title.setText(title)
        self._note.setText(note)
        self._title.setFont(pane_font(style.look, style.language))
        self._note.setFont(pane_font(style.look, style.language))
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)
