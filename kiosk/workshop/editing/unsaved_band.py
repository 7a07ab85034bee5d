"""The band above everything while something can't be saved: what, since when, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kiosk.workshop.editing.pane_style import pane_font, pane_sheet, write_in

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle

_SHEET = """
QWidget#band {{ background: {ground}; }}
QWidget#band QLabel {{ color: {ink}; background: transparent; font-size: 16px; }}
"""


class UnsavedBand(QWidget):
    """Words that can't be overlooked, and a button."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(22, 10, 22, 10)
        layout.setSpacing(12)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        layout.addWidget(self.label, 1)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.pressed)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_words(self, words: str, action: str, style: InterfaceStyle) -> None:
        """Say why something is not saved, and on the button what can be done."""
        theme = style.look.theme
        colours = _SHEET.format(ground=theme.accent.name(), ink=theme.on_accent.name())
        self.setStyleSheet(f"{pane_sheet(style.look, style.language)}\n{colours}")
        is_new = self.isHidden() or self.label.text() != words
        for widget, said in ((self.label, words), (self.button, action)):
            widget.setFont(pane_font(style.look, style.language))
            write_in(widget, style.language)
            widget.setText(said)
        self.show()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
