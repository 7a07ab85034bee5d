"""Fields of one plain text: words, figures, dates, numbers, ids, and lists of plain texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton

from kiosk.exhibit.editing.edits import SetText, SetValue
from kiosk.exhibit.editing.form import FieldKind
from kiosk.exhibit.skeletons import UNWRITTEN
from kiosk.workshop.editing.field_row import FieldRow
from kiosk.workshop.editing.pane_style import write_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.form import Field
    from kiosk.workshop.editing.form_context import FormContext

_SAMPLES = {
    FieldKind.FIGURE: "1195 · 4.2 billion · 2014-12-07",
    FieldKind.DATE: "2024 · 2024-06 · 2024-06-16",
}


class PlainRow(FieldRow):
    """A line of text, written as it stands in the file."""

    def build(self) -> None:
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self._write)
        self.body.addWidget(self.line)

    def first(self, language: str) -> QWidget:
        return self.line

    def fill(self, field: Field, context: FormContext) -> None:
        # What only holds the place of words is none.
        words = "" if field.written.strip() == UNWRITTEN else field.written
        if self.line.text().strip() != words.strip() or not self.line.hasFocus():
            self.line.setText(words)
        write_in(self.line, context.style.language)
        self.line.setPlaceholderText(field.usual or _SAMPLES.get(field.kind, ""))
        self.name_of(self.line)

    @Slot(str)
    def _write(self, words: str) -> None:
        if self.field is not None and self.context is not None:
            file, place = self.context.form.file, self.field.location
            self.change(SetText(file, place, words.strip()), joins=f"{file}:{place}")


class IdRow(FieldRow):
    """An id, which many places of the files name: it is renamed everywhere at once, on a button."""

    renamed = Signal(str, str)
    """The id that is written, and the new one."""

    def build(self) -> None:
        around = QHBoxLayout()
        self.line = QLineEdit(self)
        self._rename = QPushButton(self)
        around.addWidget(self.line, 1)
        around.addWidget(self._rename)
        self.body.addLayout(around)
        self.line.returnPressed.connect(self._say)
        self.line.textChanged.connect(self._look)
        self._rename.clicked.connect(self._say)

    def first(self, language: str) -> QWidget:
        return self.line

    def fill(self, field: Field, context: FormContext) -> None:
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(field.written)
            self.line.setModified(False)
        self._rename.setText(context.style.say("edit_rename"))
        self.name_of(self.line)
        self._look()

    @Slot()
    def _look(self) -> None:
        written = "" if self.field is None else self.field.written
        self._rename.setVisible(self.line.text().strip() not in ("", written))

    @Slot()
    def _say(self) -> None:
        new = self.line.text().strip()
        if self.field is not None and new and new != self.field.written:
            self.line.setModified(False)
            self.renamed.emit(self.field.written, new)


class ListRow(FieldRow):
    """Plain texts, each in a line of its own."""

    def build(self) -> None:
        self.lines = QPlainTextEdit(self)
        self.lines.setTabChangesFocus(True)
        self.lines.setUndoRedoEnabled(False)
        self.lines.setFixedHeight(84)
        self.lines.textChanged.connect(self._write)
        self._is_filling = False
        self.body.addWidget(self.lines)

    def first(self, language: str) -> QWidget:
        return self.lines

    def fill(self, field: Field, context: FormContext) -> None:
        entries = tuple(each for each in field.entries if each != UNWRITTEN)
        if tuple(self._written()) != entries:
            self._is_filling = True
            self.lines.setPlainText("\n".join(entries))
            self._is_filling = False
        write_in(self.lines, context.style.language)
        self.name_of(self.lines)

    def _written(self) -> list[str]:
        lines = self.lines.toPlainText().split("\n")
        return [line.strip() for line in lines if line.strip()]

    @Slot()
    def _write(self) -> None:
        if self.field is not None and self.context is not None and not self._is_filling:
            file, place = self.context.form.file, self.field.location
            self.change(SetValue(file, place, self._written()), joins=f"{file}:{place}")
