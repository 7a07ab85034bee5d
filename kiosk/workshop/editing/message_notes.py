"""What the check says of one field, below it, with a button where there is exactly one fix."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.exhibit.authoring.key_names import key_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage

MOST_NOTES = 6


class MessageNote(QWidget):
    """One message."""

    fixed = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._message: PlacedMessage | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._words = QLabel(self)
        self._words.setObjectName("wrong")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._fix = QPushButton(self)
        self._fix.setObjectName("fix")
        self._fix.clicked.connect(self._choose)
        self._allow = QPushButton(self)
        self._allow.setObjectName("fix")
        self._allow.clicked.connect(self._choose_allowance)
        layout.addWidget(self._words, 1)
        for button in (self._fix, self._allow):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_message(self, message: PlacedMessage, style: InterfaceStyle) -> None:
        """Show what is wrong, what to do, and the one fix."""
        self._message = message
        name_of = partial(key_name, "", language=style.language)
        text, hint = message.shown_in(style.language, name_of)
        first = text[:1].upper() + text[1:]
        self._words.setText(f"{first}\n→ {hint}" if hint else first)
        for button, fix in ((self._fix, message.fix), (self._allow, message.allowance)):
            button.setVisible(fix is not None)
            if fix is not None:
                button.setText(fix.said_in(style.language).replace("&", "&&"))
                button.setAccessibleDescription(first)

    @Slot()
    def _choose(self) -> None:
        if self._message is not None:
            self.fixed.emit(self._message, self._message.fix)

    @Slot()
    def _choose_allowance(self) -> None:
        if self._message is not None:
            self.fixed.emit(self._message, self._message.allowance)


class MessageNotes(QWidget):
    """The messages of a field, one below the other; each note is built once."""

    fixed = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._notes: list[MessageNote] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self.hide()

    def show_messages(self, messages: Sequence[PlacedMessage], style: InterfaceStyle) -> None:
        """Show these, none where there are none."""
        shown = list(dict.fromkeys(messages))[:MOST_NOTES]
        while len(self._notes) < len(shown):
            note = MessageNote(self)
            note.fixed.connect(self.fixed)
            self._layout.addWidget(note)
            self._notes.append(note)
        for note, message in zip(self._notes, shown, strict=False):
            note.show_message(message, style)
            note.show()
        for spare in self._notes[len(shown) :]:
            spare.hide()
        self.setVisible(bool(shown))
