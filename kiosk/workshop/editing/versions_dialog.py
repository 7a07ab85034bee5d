"""Shows what differs between two versions of a file, and asks for each field which one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
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

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.folder_changes import ChangedElsewhere
    from kiosk.look.interface_style import InterfaceStyle

_WIDTH, _HEIGHT = 980, 620
TYPED_ON_MS = 1_500
"""What is typed in the first moment was meant for the field below."""


class ChosenVersion(NamedTuple):
    """What somebody has chosen, of the versions in `conflict`: ours or theirs whole, or the
    content of a file that has something of both."""

    conflict: ChangedElsewhere
    keeps_ours: bool
    mixed: bytes | None = None


class VersionsDialog(QDialog):
    """What somebody else has saved, and what is edited here.  Closed without an answer it leaves
    both as they are.

    Whoever asks closes it: the answer counts only if nothing newer is on the disk.
    """

    answered = Signal(object)
    """A `ChosenVersion`."""
    typed = Signal(object)
    """A key, just after this has come up, that was meant for something else."""

    def __init__(
        self, parent: QWidget, style: InterfaceStyle, conflict: ChangedElsewhere, folder: Path
    ) -> None:
        super().__init__(parent)
        self._style, self._folder = style, folder
        self.conflict = conflict
        self.fields: VersionFields | None = None
        self.lines: VersionLines | None = None
        self.setObjectName("pane")
        self.setFont(pane_font(style.look, style.language))
        self.setStyleSheet(pane_sheet(style.look, style.language))
        self.resize(_WIDTH, _HEIGHT)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        self._title, self._note = self._label("title"), self._label("note")
        # No key does anything before somebody has gone to a button.
        self._title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body = QVBoxLayout()
        self.newer, self._wrong = self._label("wrong"), self._label("wrong")
        self.newer.setText(style.say("edit_versions_newer"))
        self.newer.hide()
        self._wrong.hide()
        layout.addWidget(self._title)
        layout.addWidget(self._note)
        layout.addWidget(self.newer)
        layout.addLayout(self._body, 1)
        layout.addWidget(self._wrong)
        below = QHBoxLayout()
        self.take_theirs = self._button("edit_take_theirs", below)
        self.keep_ours = self._button("edit_keep_ours", below)
        below.addStretch(1)
        self.mix = self._button("edit_save_chosen", below)
        layout.addLayout(below)
        self.take_theirs.clicked.connect(self._take_theirs)
        self.keep_ours.clicked.connect(self._keep_ours)
        self.mix.clicked.connect(self._mix)
        self._just_opened = QTimer(self)
        self._just_opened.setSingleShot(True)
        self._just_opened.start(TYPED_ON_MS)
        self._show_versions()
        self._title.setFocus()

    def show_conflict(self, conflict: ChangedElsewhere) -> None:
        """Show the versions as they are by now, and say that they have become others.

        What was chosen of a field stays chosen where both versions of it are as they were.
        """
        self.conflict = conflict
        self.newer.show()
        self._show_versions()
        for button in (self.take_theirs, self.keep_ours, self.mix):
            button.setEnabled(True)
        self._title.setFocus()

    def _show_versions(self) -> None:
        before, lines = self.fields, self.lines
        self.fields, self.lines = self._fields(), None
        title = self._style.say("edit_two_versions", file=self._name())
        self.setWindowTitle(title)
        self._title.setText(title)
        fields = self.fields
        for old in (before, lines):
            if old is not None:
                self._body.removeWidget(old)
                old.hide()
                old.deleteLater()
        note = "edit_two_versions_note" if fields is None else "edit_two_versions_fields"
        self._note.setText(self._style.say(note))
        if fields is None:
            # Of what is no YAML, or can't be read, only the lines can be told apart.
            self.lines = VersionLines(self, self._style, self.conflict)
            self._body.addWidget(self.lines)
            self.lines.show()
        else:
            self._body.addWidget(fields)
            fields.show()
            if before is not None:
                fields.choose_as(before)
        self.mix.setVisible(fields is not None)

    def _fields(self) -> VersionFields | None:
        """What differs in fields; None where nothing does, or where that can't be told."""
        conflict = self.conflict
        found = field_versions(conflict.file, conflict.before, conflict.theirs, conflict.ours)
        if not found or conflict.theirs is None or conflict.ours is None:
            return None
        theirs, ours = (
            text_of(content, conflict.file).document.root
            for content in (conflict.theirs, conflict.ours)
        )
        pictures = self._folder / "pictures"
        return VersionFields(self, self._style, conflict.file, (theirs, ours), found, pictures)

    def _name(self) -> str:
        conflict = self.conflict
        if self.fields is None or conflict.ours is None:
            return conflict.file
        root = text_of(conflict.ours, conflict.file).document.root
        return place_title(conflict.file, root, (), self._style.language)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, word: str, into: QHBoxLayout) -> QPushButton:
        button = QPushButton(self._style.say(word), self)
        button.setAutoDefault(False)
        into.addWidget(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._just_opened.isActive() and not self._is_looked_at:
            words = event.text()
            if words and words.isprintable():
                self.typed.emit(event)
            # Neither Escape nor Enter answers what nobody has read yet.
            event.accept()
            return
        super().keyPressEvent(event)

    @property
    def _is_looked_at(self) -> bool:
        """Whether somebody has gone to one of the choices."""
        return self.focusWidget() is not self._title

    def _answer(self, *, keeps_ours: bool, mixed: bytes | None = None) -> None:
        for button in (self.take_theirs, self.keep_ours, self.mix):
            button.setEnabled(False)
        self.answered.emit(ChosenVersion(self.conflict, keeps_ours, mixed))

    @Slot()
    def _take_theirs(self) -> None:
        self._answer(keeps_ours=False)

    @Slot()
    def _keep_ours(self) -> None:
        self._answer(keeps_ours=True)

    @Slot()
    def _mix(self) -> None:
        conflict = self.conflict
        assert self.fields is not None
        assert conflict.theirs is not None
        try:
            content = merged(conflict.file, conflict.theirs, self.fields.chosen)
        except EditRefused as error:
            said = self._style.say(error.word, **{"file": conflict.file, **error.values})
            self._wrong.setText(said)
            self._wrong.show()
            return
        self._answer(keeps_ours=False, mixed=content)
