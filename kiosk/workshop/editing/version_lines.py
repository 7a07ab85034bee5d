"""Two versions of a file beside each other, with the lines that differ: for what has no fields."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QWidget

from kiosk.text.written_lines import lines_of
from kiosk.workshop.editing.pane_style import write_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.exhibit.editing.folder_changes import ChangedElsewhere
    from kiosk.look.interface_style import InterfaceStyle

_COMPARED_LINES = 20_000


class VersionLines(QWidget):
    """Theirs on the left, ours on the right."""

    def __init__(self, parent: QWidget, style: InterfaceStyle, conflict: ChangedElsewhere) -> None:
        super().__init__(parent)
        self._style = style
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        theirs, ours = _text(conflict.theirs), _text(conflict.ours)
        differing = _differing(theirs, ours)
        self.theirs = self._version(theirs, differing[0], "edit_theirs")
        self.ours = self._version(ours, differing[1], "edit_ours")
        layout.addWidget(self.theirs)
        layout.addWidget(self.ours)

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
