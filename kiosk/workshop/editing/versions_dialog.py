"""Shows what differs between two versions of a file, and asks for each field which one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kiosk.exhibit.editing.draft import text_of
from kiosk.exhibit.editing.merging import field_versions, merged
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.workshop.editing.form_titles import place_title
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet
from kiosk.workshop.editing.version_fields import VersionFields
from kiosk.workshop.editing.version_lines import VersionLines

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.edited_folder import ChangedElsewhere
    from kiosk.look.interface_style import InterfaceStyle

_WIDTH, _HEIGHT = 980, 620


class VersionsDialog(QDialog):
    """What somebody else has saved, and what is edited here.  Closed without an answer it leaves
    both as they are."""

    chosen = Signal(object, bool)
    """The conflict, and whether ours is kept whole."""
    mixed = Signal(object, object)
    """The conflict, and the content of a file that has something of both."""

    def __init__(
        self, parent: QWidget, style: InterfaceStyle, conflict: ChangedElsewhere, folder: Path
    ) -> None:
        super().__init__(parent)
        self._style, self._conflict = style, conflict
        self.setObjectName("pane")
        self.setFont(pane_font(style.look, style.language))
        self.setStyleSheet(pane_sheet(style.look))
        self.fields = self._fields(folder)
        self.lines: VersionLines | None = None
        title = style.say("edit_two_versions", file=self._title())
        self.setWindowTitle(title)
        self.resize(_WIDTH, _HEIGHT)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._label("title", title))
        note = "edit_two_versions_note" if self.fields is None else "edit_two_versions_fields"
        layout.addWidget(self._label("note", style.say(note)))
        if self.fields is None:
            # Of what is no YAML, or can't be read, only the lines can be told apart.
            self.lines = VersionLines(self, style, conflict)
            layout.addWidget(self.lines, 1)
        else:
            layout.addWidget(self.fields, 1)
        self._wrong = self._label("wrong", "")
        self._wrong.hide()
        layout.addWidget(self._wrong)
        below = QHBoxLayout()
        self.take_theirs = self._button("edit_take_theirs", below)
        self.keep_ours = self._button("edit_keep_ours", below)
        below.addStretch(1)
        self.mix = self._button("edit_save_chosen", below)
        self.mix.setVisible(self.fields is not None)
        layout.addLayout(below)
        self.take_theirs.clicked.connect(self._take_theirs)
        self.keep_ours.clicked.connect(self._keep_ours)
        self.mix.clicked.connect(self._mix)

    def _fields(self, folder: Path) -> VersionFields | None:
        """What differs in fields; None where nothing does, or where that can't be told."""
        conflict = self._conflict
        found = field_versions(conflict.file, conflict.before, conflict.theirs, conflict.ours)
        if not found or conflict.theirs is None or conflict.ours is None:
            return None
        theirs, ours = (
            text_of(content, conflict.file).document.root
            for content in (conflict.theirs, conflict.ours)
        )
        pictures = folder / "pictures"
        return VersionFields(self, self._style, conflict.file, (theirs, ours), found, pictures)

    def _title(self) -> str:
        conflict = self._conflict
        if self.fields is None or conflict.ours is None:
            return conflict.file
        root = text_of(conflict.ours, conflict.file).document.root
        return place_title(conflict.file, root, (), self._style.language)

    def _label(self, name: str, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, word: str, into: QHBoxLayout) -> QPushButton:
        button = QPushButton(self._style.say(word), self)
        button.setAutoDefault(False)
        into.addWidget(button)
        return button

    @Slot()
    def _take_theirs(self) -> None:
        self.accept()
        self.chosen.emit(self._conflict, False)

    @Slot()
    def _keep_ours(self) -> None:
        self.accept()
        self.chosen.emit(self._conflict, True)

    @Slot()
    def _mix(self) -> None:
        conflict = self._conflict
        assert self.fields is not None
        assert conflict.theirs is not None
        try:
            content = merged(conflict.file, conflict.theirs, self.fields.chosen)
        except EditRefused as error:
            said = self._style.say(error.word, **{"file": conflict.file, **error.values})
            self._wrong.setText(said)
            self._wrong.show()
            return
        self.accept()
        self.mixed.emit(conflict, content)
