"""Asks what a figure means that was pasted: "1,195" is more than a thousand here, little there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.tables.pasted_tables import UnclearFigures
    from kiosk.look.interface_style import InterfaceStyle


class PasteQuestion(QFrame):
    """The question, and a button for each of the two meanings."""

    answered = Signal(str)
    """The sign before decimals."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._question = QLabel(self)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        layout.addWidget(self._question, 1)
        self._whole, self._decimal = QPushButton(self), QPushButton(self)
        for button in (self._whole, self._decimal):
            button.clicked.connect(self._answer)
            layout.addWidget(button)
        self.hide()

    def ask(self, unclear: UnclearFigures, style: InterfaceStyle) -> None:
        """Ask, and wait for one of the buttons."""
        self._question.setText(style.say("table_unclear", written=unclear.written))
        self._whole.setText(unclear.whole)
        self._decimal.setText(unclear.decimal)
        comma_groups = "," in unclear.written
        self._whole.setProperty("mark", "." if comma_groups else ",")
        self._decimal.setProperty("mark", "," if comma_groups else ".")
        self.show()
        self._whole.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _answer(self) -> None:
        self.answered.emit(str(self.sender().property("mark")))
