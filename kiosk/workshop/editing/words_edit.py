"""A field for words that is as high as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

_MOST_LINES = 14
_HIGHEST_HINT_PX = 400.0
_AROUND = 9
"""The border and the padding above and below, in pixels."""


class WordsEdit(QPlainTextEdit):
    """Plain words, without any formatting.  `written` says what somebody types."""

    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._is_long = False
        self._has_room_for_hint = False
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Undo is for all files at once: the window has it.
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._say)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def fill(self, words: str, *, is_long: bool) -> None:
        """Show these words; the cursor stays where it is while they are the same."""
        self._is_long = is_long
        if words.strip() == self.toPlainText().strip() and (words or not self.toPlainText()):
            return
        self._has_room_for_hint = False
        self._is_filling = True
        at = self.textCursor().position()
        self.setPlainText(words.strip("\n"))
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.toPlainText())))
        self.setTextCursor(cursor)
        self._is_filling = False

    def show_hint(self, hint: str) -> None:
        """Say in the empty field what is to be written there."""
        if hint != self.placeholderText():
            self._has_room_for_hint = False
            self.setPlaceholderText(hint)
            self._fit()

    @Slot()
    def _say(self) -> None:
        if not self._is_filling:
            self.written.emit(self.toPlainText())

    @Slot()
    def _fit(self) -> None:
        """Be as high as the lines are: Chinese ones are higher than those of the font.

        A hint of several lines keeps its room while somebody writes over it: else everything below
        would come up with the first letter.
        """
        height, block = 0.0, self.document().firstBlock()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        self._has_room_for_hint |= self.document().isEmpty()
        if self._has_room_for_hint:
            height = max(height, self._hint_height())
        line = self.document().firstBlock().layout().lineAt(0)
        spacing = max(line.height() if line.isValid() else 0.0, self.fontMetrics().lineSpacing())
        # Of whole lines: half a line at the end reads as a fault.
        most = _MOST_LINES * spacing
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if height > most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        height = min(most, max(height, spacing))
        whole = round(height + 2 * self.document().documentMargin() + _AROUND)
        if whole != self.height():
            self.setFixedHeight(whole)

    def _hint_height(self) -> float:
        inside = self.viewport().width() - 2 * self.document().documentMargin()
        room = QRectF(0, 0, max(1.0, inside), _HIGHEST_HINT_PX)
        wrapped = Qt.TextFlag.TextWordWrap.value
        return (
            QFontMetricsF(self.font()).boundingRect(room, wrapped, self.placeholderText()).height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self._is_long:
            # A label has one line: Enter goes on to the next field.
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
