"""Shows two versions of a file beside each other, with the lines that differ, and asks for one."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
)

from kiosk.text.written_lines import lines_of
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet, write_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.edited_folder import ChangedElsewhere
    from kiosk.look.interface_style import InterfaceStyle

_WIDTH, _HEIGHT = 980, 620
_COMPARED_LINES = 20_000


class VersionsDialog(QDialog):
    """What somebody else has saved, and what is edited here.  Closed without an answer it leaves
    both as they are."""

    chosen = Signal(object, bool)
    """The conflict, and whether ours is kept."""

    def __init__(self, parent: QWidget, style: InterfaceStyle, conflict: ChangedElsewhere) -> None:
        super().__init__(parent)
        self._style, self._conflict = style, conflict
        self.setObjectName("pane")
        self.setFont(pane_font(style.look, style.language))
        self.setStyleSheet(pane_sheet(style.look))
        self.setWindowTitle(style.say("edit_two_versions", file=conflict.file))
        self.resize(_WIDTH, _HEIGHT)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._label("title", self.windowTitle()))
        layout.addWidget(self._label("note", style.say("edit_two_versions_note")))
        theirs, ours = _text(conflict.theirs), _text(conflict.ours)
        differing = _differing(theirs, ours)
        beside = QGridLayout()
        self.theirs = self._version(theirs, differing[0], "edit_theirs")
        self.ours = self._version(ours, differing[1], "edit_ours")
        self.take_theirs = QPushButton(style.say("edit_take_theirs"), self)
        self.keep_ours = QPushButton(style.say("edit_keep_ours"), self)
        for column, (key, version, button) in enumerate(
            (
                ("edit_theirs", self.theirs, self.take_theirs),
                ("edit_ours", self.ours, self.keep_ours),
            )
        ):
            beside.addWidget(self._label("key", style.say(key)), 0, column)
            beside.addWidget(version, 1, column)
            beside.addWidget(button, 2, column)
        layout.addLayout(beside, 1)
        self.take_theirs.setAutoDefault(False)
        self.keep_ours.setAutoDefault(False)
        self.take_theirs.clicked.connect(self._take_theirs)
        self.keep_ours.clicked.connect(self._keep_ours)

    def _label(self, name: str, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _version(self, text: str | None, differing: Collection[int], key: str) -> QPlainTextEdit:
        version = QPlainTextEdit(self)
        version.setReadOnly(True)
        version.setTabChangesFocus(True)
        version.setAccessibleName(self._style.say(key))
        write_in(version, self._style.language)
        version.setPlainText(self._style.say("edit_no_text") if text is None else text)
        marks = []
        for number in differing:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(version.document().findBlockByNumber(number))
            theme = self._style.look.theme
            mark.format.setBackground(theme.pearl)
            mark.format.setForeground(theme.pearl_ink)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        version.setExtraSelections(marks)
        if differing:
            version.setTextCursor(QTextCursor(version.document().findBlockByNumber(min(differing))))
            version.centerCursor()
        return version

    @Slot()
    def _take_theirs(self) -> None:
        self.accept()
        self.chosen.emit(self._conflict, False)

    @Slot()
    def _keep_ours(self) -> None:
        self.accept()
        self.chosen.emit(self._conflict, True)


def _text(content: bytes | None) -> str | None:
    """A version as text; None for no file, and for one that is no text."""
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        return None


def _differing(theirs: str | None, ours: str | None) -> tuple[list[int], list[int]]:
    """The numbers of the lines of each that the other has not."""
    if theirs is None or ours is None:
        return [], []
    left, right = lines_of(theirs), lines_of(ours)
    if len(left) + len(right) > _COMPARED_LINES:
        return [], []
    found: tuple[list[int], list[int]] = ([], [])
    for kind, begin, end, other_begin, other_end in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            found[0].extend(range(begin, end))
            found[1].extend(range(other_begin, other_end))
    return found
