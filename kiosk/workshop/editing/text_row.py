"""A text in all languages, one below the other, with the state of each translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from kiosk.exhibit.editing.edits import SetText, SetValue
from kiosk.exhibit.editing.form import FieldKind
from kiosk.exhibit.editing.written_words import as_written
from kiosk.workshop.editing.field_row import FieldRow
from kiosk.workshop.editing.language_words import LanguageWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.form import Field
    from kiosk.workshop.editing.form_context import FormContext

_ONCE = ""
"""The tag of words that are written once for all languages."""


class TextRow(FieldRow):
    """The languages of the exhibit side by side; of a name perhaps one field for all."""

    confirmed = Signal(object, str)
    """The place of a text and the language that somebody has confirmed."""
    left = Signal()

    def build(self) -> None:
        self._languages: list[LanguageWords] = []

    @property
    def is_deep(self) -> bool:
        return True

    def first(self, language: str) -> QWidget:
        self._grow(1)
        found = (each for each in self._languages if each.language == language)
        return next(found, self._languages[0]).edit

    def fill(self, field: Field, context: FormContext) -> None:
        once = field.kind is FieldKind.NAME and _ONCE in field.words
        tags = (_ONCE,) if once else context.languages
        self._grow(len(tags))
        for row, tag in zip(self._languages, tags, strict=False):
            row.show_words(
                tag,
                field.words.get(tag, ""),
                context.style,
                state=context.states.get((field.location, tag)),
                is_original=tag == context.original,
                key=field.key,
                is_long=field.is_long,
                name=self.accessibleName(),
            )
            row.show()
        for spare in self._languages[len(tags) :]:
            spare.hide()

    def _grow(self, count: int) -> None:
        while len(self._languages) < count:
            row = LanguageWords(self)
            row.written.connect(self._write)
            row.confirmed.connect(self._confirm)
            row.left.connect(self.left)
            self.body.addWidget(row)
            self._languages.append(row)
            self.grown.emit(row.edit)

    @Slot(str, str)
    def _write(self, language: str, words: str) -> None:
        field, context = self.field, self.context
        if field is None or context is None:
            return
        joins = f"{context.form.file}:{field.location}:{language}"
        words = as_written(words, field.words.get(language, ""))
        if language == _ONCE:
            self.change(SetValue(context.form.file, field.location, words), joins=joins)
        else:
            place = (*field.location, language)
            self.change(SetText(context.form.file, place, words), joins=joins)

    @Slot(str)
    def _confirm(self, language: str) -> None:
        if self.field is not None:
            self.confirmed.emit(self.field.location, language)
