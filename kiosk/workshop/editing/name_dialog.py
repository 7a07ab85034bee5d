"""Asks what something new is called, and under which id the files are to name it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from kiosk.exhibit.authoring.key_names import key_name
from kiosk.exhibit.editing.edited_yaml import free_id
from kiosk.exhibit.editing.new_names import refusal_of_id
from kiosk.text.ids import LONGEST_ID
from kiosk.workshop.editing.desk_dialog import MARGINS_PX, DeskDialog
from kiosk.workshop.editing.pane_style import pane_font

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle

_NO_ID = re.compile("[^a-z0-9]+")


class NewName(NamedTuple):
    """What something is called, and its id."""

    name: str
    id: str


class NameDialog(DeskDialog):
    """Two lines: the name, and the id, which follows the name until somebody writes another."""

    def __init__(
        self, parent: QWidget, style: InterfaceStyle, title: str, kind: str, taken: Collection[str]
    ) -> None:
        """`kind` is what an id is called like where the name has no letters for one."""
        super().__init__(parent, style, title)
        self._style, self._kind, self._taken = style, kind, frozenset(taken)
        self.setMinimumWidth(420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS_PX)
        layout.setSpacing(8)
        heading = QLabel(title, self)
        heading.setObjectName("title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(heading)
        self.name = self._line(_name_of(kind, style), layout)
        self.id = self._line(style.say("edit_id"), layout)
        self._wrong = QLabel(self)
        self._wrong.setObjectName("wrong")
        self._wrong.setWordWrap(True)
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(self._wrong)
        below = QHBoxLayout()
        below.addStretch(1)
        cancel = QPushButton(style.say("edit_cancel"), self)
        self.make = QPushButton(style.say("edit_add"), self)
        self.make.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.make.clicked.connect(self.accept)
        below.addWidget(cancel)
        below.addWidget(self.make)
        layout.addLayout(below)
        self.name.textEdited.connect(self._follow)
        self.id.textEdited.connect(self._look)
        self._follow("")

    @property
    def chosen(self) -> NewName:
        """What was written."""
        return NewName(self.name.text().strip(), self.id.text().strip())

    def _line(self, words: str, layout: QVBoxLayout) -> QLineEdit:
        label = QLabel(words, self)
        label.setObjectName("key")
        line = QLineEdit(self)
        line.setFont(pane_font(self._style.look, self._style.language))
        label.setBuddy(line)
        line.setAccessibleName(label.text())
        layout.addWidget(label)
        layout.addWidget(line)
        return line

    @Slot(str)
    def _follow(self, name: str) -> None:
        if not self.id.isModified():
            self.id.setText(free_id(id_of(name) or self._kind, self._taken))
            self.id.setModified(False)
        self._look()

    @Slot()
    def _look(self) -> None:
        own = self.id.text().strip()
        refusal = refusal_of_id(own, self._taken, self._kind)
        said = "" if refusal is None else self._style.say(refusal.word, name=own)
        self._wrong.setText(said)
        self.make.setEnabled(not said)


def _name_of(kind: str, style: InterfaceStyle) -> str:
    """What the form will call the name that is asked for."""
    if kind == "source":
        return key_name("Source", "title", style.language)
    return style.say("edit_name")


def id_of(name: str) -> str:
    """An id like a name, as far as it has Latin letters: marks above them are left out."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return _NO_ID.sub("-", plain).strip("-")[:LONGEST_ID].strip("-")
