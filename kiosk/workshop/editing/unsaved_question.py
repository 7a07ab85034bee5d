"""Asks before a window closes whose changes can't be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kiosk.workshop.editing.desk_dialog import MARGINS_PX, DeskDialog
from kiosk.workshop.editing.pane_style import pane_font, write_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

_MOST_FILES = 8


class UnsavedQuestion(DeskDialog):
    """Names the files; whoever does not give them up stays."""

    given_up = Signal()

    def __init__(self, parent: QWidget, style: InterfaceStyle, files: Sequence[str]) -> None:
        super().__init__(parent, style, style.say("edit_unsaved"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS_PX)
        layout.setSpacing(12)
        more = [] if len(files) <= _MOST_FILES else [f"+ {len(files) - _MOST_FILES}"]
        for name, words in (
            ("title", style.say("edit_unsaved")),
            ("note", style.say("edit_unsaved_note")),
            ("", "\n".join([*files[:_MOST_FILES], *more])),
        ):
            label = QLabel(words, self)
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(pane_font(style.look, style.language))
            write_in(label, style.language)
            layout.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        self.leave = QPushButton(style.say("edit_unsaved_leave"), self)
        self.stay = QPushButton(style.say("edit_unsaved_stay"), self)
        for button in (self.leave, self.stay):
            button.setFont(pane_font(style.look, style.language))
            write_in(button, style.language)
            row.addWidget(button)
        layout.addLayout(row)
        self.stay.setDefault(True)
        self.leave.setAutoDefault(False)
        self.stay.setFocus()
        self.stay.clicked.connect(self.reject)
        self.leave.clicked.connect(self._give_up)

    @Slot()
    def _give_up(self) -> None:
        self.accept()
        self.given_up.emit()
