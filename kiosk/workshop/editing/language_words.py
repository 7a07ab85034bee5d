"""One language of a text: its words, how many they are, and the state of the translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.exhibit.editing.text_length import text_length
from kiosk.exhibit.rules.placeholder_rules import is_placeholder
from kiosk.exhibit.skeletons import UNWRITTEN
from kiosk.exhibit.translating.translations import State
from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.pane_style import write_in
from kiosk.workshop.editing.words_edit import WordsEdit

if TYPE_CHECKING:
    from kiosk.exhibit.editing.form import Field
    from kiosk.workshop.editing.form_context import FormContext

_MARKS = {
    State.MISSING: ("translation_missing", "○"),
    State.OLDER: ("translation_older", "◐"),
    State.UNCONFIRMED: ("translation_unconfirmed", "◌"),
    State.CURRENT: ("translation_current", "●"),
}
_HEAD_PX = 20
ONCE = ""
"""The tag of words that are written once for all languages."""


class LanguageWords(QWidget):
    """The words of a text in one language: above them whose they are and how they stand."""

    written = Signal(str, str)
    confirmed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.language = ""
        self._context: FormContext | None = None
        self._key = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._tag = self._label("tag")
        self._state = self._label("count")
        self._count = self._label("count")
        for label in (self._tag, self._state, self._count):
            # Signs of other scripts are higher: what stands side by side would begin lower.
            label.setFixedHeight(_HEAD_PX)
        # In a narrow column the words give way, and not the column.
        for label in (self._state, self._count):
            label.setMinimumWidth(1)
        self.edit = WordsEdit(self)
        self._confirm = QPushButton(self)
        self._confirm.setObjectName("confirm")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._tag)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self._count)
        layout.addLayout(head)
        layout.addWidget(self.edit)
        layout.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.edit.written.connect(self._say)
        self.edit.left.connect(self.left)
        self._confirm.clicked.connect(self._confirm_it)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def show_words(
        self, language: str, field: Field, context: FormContext, *, name: str, meaning: str
    ) -> None:
        """Show a language of a field, or what is written once; `name` is what the field is called.

        Words that a template has left are none: the field is empty, and they are its hint.
        """
        self.language, self._context, self._key = language, context, field.key
        style = context.style
        own = language_of(language) if language != ONCE else None
        said = style.say("edit_all_languages") if own is None else own.name
        self._tag.setText(said if own is None else own.drawn)
        self._tag.setToolTip(said)
        words = field.words.get(language, "")
        is_open = is_placeholder(words, language or context.original)
        hint = words.strip() if is_open else ""
        write_in(self.edit, language or style.language)
        self.edit.fill("" if is_open else words, is_long=field.is_long)
        self.edit.show_hint(meaning if hint in ("", UNWRITTEN) else hint)
        self.edit.setAccessibleName(f"{name}, {said}")
        state = State.MISSING if is_open else context.states.get((field.location, language))
        is_original = language == context.original
        key, mark = _MARKS.get(state, ("", "")) if state is not None else ("", "")
        if is_original and state is not State.MISSING:
            key, mark = "translation_original", ""
        state_words = f"{mark} {style.say(key)}".strip() if key else ""
        self._state.setText(state_words)
        self.edit.setAccessibleDescription(f"{state_words} {meaning}".strip())
        self._confirm.setText(style.say("confirm"))
        self._confirm.setAccessibleName(f"{style.say('confirm')}: {name}, {said}")
        self._confirm.setVisible(state in (State.OLDER, State.UNCONFIRMED) and not is_original)
        self._show_count()

    def _show_count(self) -> None:
        if self._context is None:
            return
        length = text_length(self._key, self.edit.toPlainText(), self.language)
        key = "character_count" if length.in_characters else "word_count"
        said = str(length.length) if length.most is None else f"{length.length} / {length.most}"
        words = self._context.style.say(key, count=said)
        self._count.setText(words if length.length or length.most else "")
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
