"""The field in which a text is written where it stands in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from kiosk.workshop.editing.words_edit import WordsEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.translating.translations import TranslatedText

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellEdit(WordsEdit):
    """Words of one text in one language.  What is typed is written at once, as in a form."""

    finished = Signal()
    went_on = Signal(int)
    """Somebody goes to the next field, or with -1 to the one before."""
    confirmed = Signal()
    """What stands here is right, and the next field is to be written."""

    def __init__(self, parent: QWidget, text: TranslatedText, language: str) -> None:
        super().__init__(parent)
        # Else Tab would never come here.
        self.setTabChangesFocus(False)
        self.text, self.language = text, language
        """What is written here."""
        self._before = text.words_in(language)
        # Text that has several lines, or paragraphs, may get more of them.
        self._has_lines = "\n" in text.original_words or "\n" in self._before

    @property
    def has_lines(self) -> bool:
        """Whether Enter begins a line here, and does not go on."""
        return self._has_lines

    def restore(self) -> None:
        """Say again what was said before anything was typed."""
        if self.toPlainText().strip() != self._before:
            self.setPlainText(self._before)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # The window undoes, over all files.
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(each) for each in keys):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & _MODIFIERS
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            is_back = key == Qt.Key.Key_Backtab or bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.went_on.emit(-1 if is_back else 1)
        elif key in _ENTER and held & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
        elif key in _ENTER and (held or self._has_lines):
            # Shift+Enter begins a line in any text.
            self.insertPlainText("\n")
            self._has_lines = True
        elif key in _ENTER:
            self.finished.emit()
        elif key == Qt.Key.Key_Escape:
            self.restore()
            self.finished.emit()
        else:
            super().keyPressEvent(event)
