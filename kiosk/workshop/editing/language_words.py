"""One language of a text: its words, how many they are, and the state of the translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from kiosk.exhibit.editing.text_length import text_length
from kiosk.exhibit.translating.translations import State
from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.pane_style import write_in
from kiosk.workshop.editing.words_edit import WordsEdit

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle

_MARKS = {
    State.MISSING: ("translation_missing", "○"),
    State.OLDER: ("translation_older", "◐"),
    State.UNCONFIRMED: ("translation_unconfirmed", "◌"),
    State.CURRENT: ("translation_current", "●"),
}
_ONCE = ""


class LanguageWords(QWidget):
    """The words of a text in one language; an empty tag is for all of them."""

    written = Signal(str, str)
    confirmed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.language = ""
        self._style: InterfaceStyle | None = None
        self._key = ""
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(1)
        self._tag = QLabel(self)
        self._tag.setObjectName("tag")
        self._tag.setMinimumWidth(34)
        self._tag.setTextFormat(Qt.TextFormat.PlainText)
        self.edit = WordsEdit(self)
        self._state = QLabel(self)
        self._state.setObjectName("count")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._confirm = QPushButton(self)
        self._confirm.setObjectName("confirm")
        self._count = QLabel(self)
        self._count.setObjectName("count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(self._tag, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.edit, 0, 1, 1, 3)
        layout.addWidget(self._state, 1, 1)
        layout.addWidget(self._confirm, 1, 2)
        layout.addWidget(self._count, 1, 3, Qt.AlignmentFlag.AlignRight)
        layout.setColumnStretch(1, 1)
        self.edit.written.connect(self._say)
        self.edit.left.connect(self.left)
        self._confirm.clicked.connect(self._confirm_it)

    def show_words(
        self,
        language: str,
        words: str,
        style: InterfaceStyle,
        *,
        state: State | None,
        is_original: bool,
        key: str,
        is_long: bool,
        name: str,
    ) -> None:
        """Show the words; `key` is what they are written for."""
        self.language, self._style, self._key = language, style, key
        own = language_of(language) if language != _ONCE else None
        self._tag.setText("∗" if own is None else own.drawn)
        said = style.say("edit_all_languages") if own is None else own.name
        self._tag.setToolTip(said)
        write_in(self.edit, language or style.language)
        self.edit.fill(words, is_long=is_long)
        self.edit.setAccessibleName(f"{name}, {said}")
        said_of, mark = _MARKS.get(state, ("", "")) if state is not None else ("", "")
        if is_original and state is not State.MISSING:
            said_of, mark = "translation_original", ""
        self._state.setText(f"{mark} {style.say(said_of)}".strip() if said_of else "")
        self._confirm.setText(style.say("confirm"))
        self._confirm.setAccessibleName(f"{style.say('confirm')}: {name}, {said}")
        self._confirm.setVisible(state in (State.OLDER, State.UNCONFIRMED) and not is_original)
        self._show_count()

    def _show_count(self) -> None:
        style = self._style
        if style is None:
            return
        length = text_length(self._key, self.edit.toPlainText(), self.language)
        key = "character_count" if length.in_characters else "word_count"
        said = str(length.length) if length.most is None else f"{length.length} / {length.most}"
        self._count.setText(style.say(key, count=said) if length.length else "")
        self._count.setObjectName("wrong" if length.is_too_long else "count")
        self._count.style().unpolish(self._count)
        self._count.style().polish(self._count)

    @Slot(str)
    def _say(self, words: str) -> None:
        self._show_count()
        self.written.emit(self.language, words)

    @Slot()
    def _confirm_it(self) -> None:
        self.confirmed.emit(self.language)
