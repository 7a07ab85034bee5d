"""The column beside the exhibit: what can be edited, what is wrong, or how it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kiosk.workshop.editing.contents_tree import ContentsTree
from kiosk.workshop.editing.edit_pane import EditPane
from kiosk.workshop.editing.history_pane import HistoryPane
from kiosk.workshop.editing.pane_style import pane_font, write_in
from kiosk.workshop.preview.choice_bar import Choice, ChoiceBar
from kiosk.workshop.preview.message_list import MessageList, PreviewReport

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle

EDIT, CHECK = "edit_column", "check_column"
"""What the column can show, by the keys of their names."""
_TOLD_MS = 8000
_TOLD_PX = 22


class SideColumn(QWidget):
    """A choice between both above, and a line below that says something for a while."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style: InterfaceStyle | None = None
        self._report = PreviewReport()
        self._current = EDIT
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._choices = ChoiceBar(self)
        self._choices.chosen.connect(self.chosen)
        head = QHBoxLayout()
        head.addWidget(self._choices)
        head.addStretch(1)
        layout.addLayout(head)
        self._stack = QStackedWidget(self)
        self._edits = QWidget(self._stack)
        inner = QVBoxLayout(self._edits)
        inner.setContentsMargins(0, 0, 0, 0)
        self.pane, self.tree = EditPane(self._edits), ContentsTree(self._edits)
        self.pane.hide()
        inner.addWidget(self.pane)
        inner.addWidget(self.tree)
        self.messages = MessageList(self._stack)
        self.history = HistoryPane(self._stack)
        for each in (self._edits, self.messages, self.history):
            self._stack.addWidget(each)
        layout.addWidget(self._stack, 1)
        self.told = QLabel(self)
        self.told.setObjectName("told")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        # A long sentence is cut, and whole in the tooltip: it moves nothing above it.
        self.told.setFixedHeight(_TOLD_PX)
        self.told.setMinimumWidth(1)
        layout.addWidget(self.told)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_TOLD_MS)
        self._forget.timeout.connect(self.forget)

    def speak(self, style: InterfaceStyle) -> None:
        """Say everything in the language of that style."""
        self._style = style
        self.told.setFont(pane_font(style.look, style.language))
        write_in(self.told, style.language)
        self.tree.wait(style)
        self.messages.speak(style)
        self.history.speak(style)
        self.show_part(self._current, looks_back=self._stack.currentWidget() is self.history)

    def show_report(self, report: PreviewReport) -> None:
        """Count what is wrong, and list it."""
        self._report = report
        self.messages.show_report(report)
        self._show_choices()

    def show_part(self, part: str, *, looks_back: bool) -> None:
        """Show `EDIT` or `CHECK`, or the history of saves instead."""
        self._current = part
        self._choices.setVisible(not looks_back)
        self.messages.look_at(is_looked_at=part == CHECK and not looks_back)
        shown = self.messages if part == CHECK else self._edits
        self._stack.setCurrentWidget(self.history if looks_back else shown)
        self._show_choices()

    def _show_choices(self) -> None:
        style = self._style
        if style is not None:
            say, own, found = style.say, style.language, len(self._report.quoted)
            words = {EDIT: say(EDIT), CHECK: f"{say(CHECK)}  {found}" if found else say(CHECK)}
            choices = [Choice(key, words[key], own) for key in (EDIT, CHECK)]
            self._choices.show_choices(choices, self._current)

    def tell(self, words: str) -> None:
        """Say something below everything for a while."""
        self._say(words)
        self._forget.start()

    @Slot()
    def forget(self) -> None:
        """Say nothing more of what was told."""
        self._forget.stop()
        self._say("")

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setToolTip(words)
        self.told.setAccessibleName(words)
