"""A list to choose from, with an arrow of our own colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from kiosk.exhibit.skeletons import UNWRITTEN
from kiosk.workshop.editing.pane_style import draw_arrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.editing.named_things import Named

_MOST_SHOWN = 14


class Choices(QComboBox):
    """A list to choose from.  Whoever scrolls past it with the wheel changes nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(_MOST_SHOWN)

    def offer(self, found: Sequence[Named], current: str, *, nothing: str | None) -> None:
        """Show what there is; what is written and is none of it stays as it is written."""
        self.clear()
        if nothing is not None:
            self.addItem(nothing, "")
        for each in found:
            self.addItem(
                f"{each.title} — {each.written}" if each.title else each.written, each.written
            )
        if current == UNWRITTEN:
            current = ""
        if current and self.findData(current) < 0:
            self.addItem(current, current)
        self.setCurrentIndex(self.findData(current) if current or nothing is not None else -1)

    def find_by_letters(self) -> None:
        """Let somebody type some letters of what they look for."""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
