"""The list of messages beside the picture: everything that is wrong, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kiosk.workshop.preview.message_row import MessageRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.preview.quoted_messages import QuotedMessage

MOST = 100
"""The most that are shown; with more of them, the first ones are to be fixed first."""
_GAP_U = 12
_BAR_STYLE = """
QScrollArea, QWidget#rows {{ background: {ground}; }}
QScrollBar:vertical {{ background: transparent; width: {width}px; }}
QScrollBar::handle:vertical {{ background: {bar}; border-radius: {radius}px; min-height: 40px; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
"""


class MessageList(QScrollArea):
    """A scrolling column of rows; each row widget is built once and used again."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[MessageRow] = []
        self._page = QWidget()
        self._page.setObjectName("rows")
        self.setWidget(self._page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_messages(self, messages: Sequence[QuotedMessage], style: InterfaceStyle) -> None:
        """Show these in the current width."""
        look = style.look
        bar = round(look.px(10))
        sheet = _BAR_STYLE.format(
            ground=look.theme.ground.name(),
            bar=look.theme.control_border.name(),
            width=bar,
            radius=bar // 2,
        )
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        gap = round(look.px(_GAP_U))
        width = self.width() - bar - gap
        y = 0
        for number, quoted in enumerate(messages[:MOST]):
            row = self._row(number)
            row.show_message(quoted, style, width)
            row.setGeometry(QRect(0, y, width, row.height()))
            row.show()
            y += row.height() + gap
        for spare in self._rows[len(messages) :]:
            spare.hide()
        self._page.resize(self.width() - bar, max(1, y))

    def _row(self, number: int) -> MessageRow:
        while number >= len(self._rows):
            row = MessageRow(self._page)
            row.chosen.connect(self.chosen)
            self._rows.append(row)
        return self._rows[number]
