"""A text in all languages, side by side where there is room, with the state of each translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton

from kiosk.exhibit.editing.edits import SetText, SetValue
from kiosk.exhibit.editing.form import FieldKind
from kiosk.exhibit.editing.written_words import as_written
from kiosk.workshop.editing.field_row import FieldRow
from kiosk.workshop.editing.language_words import ONCE, LanguageWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.form import Field
    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue
    from kiosk.workshop.editing.form_context import FormContext

_COLUMN_PX = 240
"""A language needs so much room for its state and its length in one line."""
_BETWEEN_PX = 12


class TextRow(FieldRow):
    """The languages of the exhibit side by side; of a name perhaps one field for all."""

    confirmed = Signal(object, str)
    """The place of a text and the language that somebody has confirmed."""
    left = Signal()

    def build(self) -> None:
        self._languages: list[LanguageWords] = []
        self._shown = 0
        self._columns = 0
        self._once_at: tuple[str, Location] | None = None
        """Where somebody wants to write once for all languages, and has not begun yet."""
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN_PX)
        self._grid.setVerticalSpacing(8)
        self.body.addLayout(self._grid)
        self._each = QPushButton(self)
        self._each.setObjectName("confirm")
        self._each.clicked.connect(self._say_in_each_or_once)
        self.body.addWidget(self._each, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_deep(self) -> bool:
        return True

    def first(self, language: str) -> QWidget:
        self._grow(1)
        shown = self._languages[: max(1, self._shown)]
        return next((each for each in shown if each.language == language), shown[0]).edit

    @property
    def tab_widgets(self) -> list[QWidget]:
        """Language by language, each with its button."""
        found = super().tab_widgets
        return [*(each for each in found[:-1] if each is not self._each), self._each, found[-1]]

    def fill(self, field: Field, context: FormContext) -> None:
        place = (context.form.file, field.location)
        is_empty = not any(words.strip() for words in field.words.values())
        if not is_empty or place != self._once_at:
            self._once_at = None
        is_name = field.kind is FieldKind.NAME
        once = is_name and (ONCE in field.words or self._once_at is not None)
        tags = (ONCE,) if once else context.shown_languages
        self._grow(len(tags))
        name, meaning = self.accessibleName(), self.accessibleDescription()
        for words, tag in zip(self._languages, tags, strict=False):
            words.show_words(tag, field, context, name=name, meaning=meaning)
            words.show()
        for spare in self._languages[len(tags) :]:
            spare.hide()
        if len(tags) != self._shown:
            self._shown, self._columns = len(tags), 0
        self._place()
        can_be_once = is_name and (is_empty or _alike(field.words, context.languages))
        key = "edit_say_in_each" if once else "edit_say_once"
        self._each.setText(context.style.say(key))
        self.name_of(self._each, context.style.say(key))
        self._each.setVisible(len(context.languages) > 1 and (once or can_be_once))

    def _place(self) -> None:
        """Put the languages into as many columns as have room: none is left alone in a row."""
        room = max(1, (self.width() + _BETWEEN_PX) // (_COLUMN_PX + _BETWEEN_PX))
        columns = next(n for n in range(min(room, self._shown), 0, -1) if self._shown % n == 0)
        if columns == 1 < room and self._shown > 1:
            columns = min(room, self._shown)
        if columns == self._columns:
            return
        self._columns = columns
        for number in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        for words in self._languages:
            self._grid.removeWidget(words)
        for number, words in enumerate(self._languages[: self._shown]):
            self._grid.addWidget(words, *divmod(number, columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown:
            self._place()

    def _grow(self, count: int) -> None:
        while len(self._languages) < count:
            words = LanguageWords(self)
            words.written.connect(self._write)
            words.confirmed.connect(self._confirm)
            words.left.connect(self.left)
            self._languages.append(words)
            self.grown.emit(words.edit)

    @Slot(str, str)
    def _write(self, language: str, words: str) -> None:
        field, context = self.field, self.context
        if field is None or context is None:
            return
        joins = f"{context.form.file}:{field.location}:{language}"
        words = as_written(words, field.words.get(language, ""))
        if language == ONCE:
            self.change(SetValue(context.form.file, field.location, words), joins=joins)
        else:
            place = (*field.location, language)
            self.change(SetText(context.form.file, place, words), joins=joins)

    @Slot()
    def _say_in_each_or_once(self) -> None:
        """Write in every language what was written once; or once what is the same in all."""
        field, context = self.field, self.context
        if field is None or context is None:
            return
        if ONCE not in field.words and not any(each.strip() for each in field.words.values()):
            # There is nothing to write yet: only the fields are others.
            here = (context.form.file, field.location)
            self._once_at = None if self._once_at == here else here
            self.fill(field, context)
            self.first(context.original).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        once = field.words.get(ONCE)
        value: YamlValue = next(iter(field.words.values()), "")
        if once is not None:
            value = dict.fromkeys(context.languages, once)
        self.change(SetValue(context.form.file, field.location, value))
        self.first(context.original).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _confirm(self, language: str) -> None:
        if self.field is not None:
            self.confirmed.emit(self.field.location, language)


def _alike(words: Mapping[str, str], languages: tuple[str, ...]) -> bool:
    """Whether each language has words, and all have the same."""
    said = [words.get(language, "").strip() for language in languages]
    return bool(said) and bool(said[0]) and len(set(said)) == 1
