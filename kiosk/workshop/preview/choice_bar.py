"""Choices side by side, of which one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from kiosk.workshop.editing.pane_style import write_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton


class Choice(NamedTuple):
    """One of several: its key, the words on it, their language, and what it is called in full."""

    key: str
    words: str
    language: str
    name: str = ""


class ChoiceBar(QFrame):
    """A row of buttons; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._choose)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)

    def show_choices(self, choices: Sequence[Choice], current: str) -> None:
        """Offer these, and mark the current one."""
        while len(self._buttons) < len(choices):
            button = QPushButton(self)
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons.append(button)
        for button, choice in zip(self._buttons, choices, strict=False):
            button.setProperty("key", choice.key)
            button.setText(choice.words.replace("&", "&&"))
            button.setAccessibleName(choice.name or choice.words)
            button.setToolTip(choice.name)
            write_in(button, choice.language)
            button.setChecked(choice.key == current)
            button.show()
        for spare in self._buttons[len(choices) :]:
            spare.hide()

    @Slot("QAbstractButton*")
    def _choose(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("key")))
