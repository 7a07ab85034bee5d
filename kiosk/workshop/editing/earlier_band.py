"""The band above everything while an earlier state is looked at: which one, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kiosk.workshop.editing.moment_words import moment_words
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet, write_in

if TYPE_CHECKING:
    from kiosk.exhibit.editing.history_files import Save
    from kiosk.look.interface_style import InterfaceStyle

BAND_PX = 52
_SHEET = """
QWidget#band {{ background: {ground}; }}
QWidget#band QLabel {{ color: {ink}; background: transparent; font-size: 16px; }}
"""


class EarlierBand(QWidget):
    """Says what is looked at; nothing can be edited meanwhile."""

    wanted = Signal()
    """The state is to be brought back."""
    left = Signal()
    """Back to how it is now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(22, 0, 22, 0)
        layout.setSpacing(12)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(self._label, 1)
        self.bring = QPushButton(self)
        self.leave = QPushButton(self)
        layout.addWidget(self.bring)
        layout.addWidget(self.leave)
        self.bring.clicked.connect(self.wanted)
        self.leave.clicked.connect(self.left)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def show_state(self, save: Save, style: InterfaceStyle, *, is_shown: bool) -> None:
        """Say which state is looked at, or that it is being read."""
        theme = style.look.theme
        colours = _SHEET.format(ground=theme.pearl.name(), ink=theme.pearl_ink.name())
        self.setStyleSheet(f"{pane_sheet(style.look, style.language)}\n{colours}")
        when = moment_words(save.time, style)
        self._words = style.say("earlier_shown" if is_shown else "earlier_reading", when=when)
        for widget, words in (
            (self._label, self._words),
            (self.bring, style.say("earlier_bring")),
            (self.leave, style.say("earlier_leave")),
        ):
            widget.setFont(pane_font(style.look, style.language))
            write_in(widget, style.language)
            widget.setText(words)
        self.bring.setEnabled(is_shown)
        self.show()
        if is_shown:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words))
