"""Asks which texts go to translators, into which language, and in what form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from kiosk.exhibit.exchanging.exchange_files import SHEET, XLIFF_1, XLIFF_2
from kiosk.exhibit.exchanging.exchanged_texts import CHOICES
from kiosk.languages.language import language as language_of
from kiosk.workshop.editing.choices import Choices
from kiosk.workshop.editing.desk_dialog import MARGINS_PX, DeskDialog
from kiosk.workshop.editing.pane_style import write_in
from kiosk.workshop.editing.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

_WIDTH_PX = 460
_CHOICES: Mapping[str, str] = {
    "all": "translation_all",
    "missing": "translation_missing",
    "old": "translation_older",
    "unconfirmed": "translation_unconfirmed",
}
"""The words of the interface for which texts there are to choose."""


class ExportDialog(DeskDialog):
    """`wanted` says the language, the kinds of texts and the ending of the file."""

    wanted = Signal(str, object, str)

    def __init__(
        self, parent: QWidget, style: InterfaceStyle, languages: Sequence[str], kept: str
    ) -> None:
        """`kept` is the filter of the table, which is what most want to send."""
        super().__init__(parent, style, style.say("exchange_out"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH_PX)
        self._style = style
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS_PX)
        layout.setSpacing(8)
        self._add_label(layout, "exchange_out", "title")
        self.language = Choices(self)
        for tag in languages:
            self.language.addItem(language_of(tag).name, tag)
        self._add_field(layout, "exchange_into", self.language)
        self._add_label(layout, "exchange_which", "key")
        self.kinds: dict[str, TickBox] = {}
        first = kept if kept in CHOICES else "old" if kept == "older" else "all"
        for choice, word in _CHOICES.items():
            box = TickBox(self, style.say(word))
            box.setChecked(choice == first)
            box.toggled.connect(self._look)
            self.kinds[choice] = box
            layout.addWidget(box)
        self.form = Choices(self)
        for ending, words in (
            (SHEET, style.say("exchange_sheet")),
            (XLIFF_1, "XLIFF 1.2 (.xlf)"),
            (XLIFF_2, "XLIFF 2.1 (.xliff)"),
        ):
            self.form.addItem(words, ending)
        self._add_field(layout, "exchange_form", self.form)
        below = QHBoxLayout()
        below.addStretch(1)
        cancel = QPushButton(style.say("edit_cancel"), self)
        self.save = QPushButton(style.say("exchange_save"), self)
        self.save.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._want)
        for widget in (*self.kinds.values(), self.form, cancel, self.save):
            write_in(widget, style.language)
        below.addWidget(cancel)
        below.addWidget(self.save)
        layout.addSpacing(8)
        layout.addLayout(below)

    def choose_language(self, tag: str) -> None:
        """Offer this language first, if it can be chosen."""
        self.language.setCurrentIndex(max(0, self.language.findData(tag)))

    def _add_label(self, layout: QVBoxLayout, word: str, name: str) -> QLabel:
        label = QLabel(self._style.say(word), self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        write_in(label, self._style.language)
        layout.addWidget(label)
        return label

    def _add_field(self, layout: QVBoxLayout, word: str, field: Choices) -> None:
        label = self._add_label(layout, word, "key")
        label.setBuddy(field)
        field.setAccessibleName(self._style.say(word))
        layout.addWidget(field)

    @Slot()
    def _look(self) -> None:
        self.save.setEnabled(any(box.isChecked() for box in self.kinds.values()))

    @Slot()
    def _want(self) -> None:
        kinds = [choice for choice, box in self.kinds.items() if box.isChecked()]
        self.accept()
        self.wanted.emit(self.language.currentData(), kinds, self.form.currentData())
