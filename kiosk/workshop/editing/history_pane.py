"""Every save of the content, day by day: which one is to be looked at, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.editing.save_runs import save_runs
from kiosk.workshop.editing.deeds import deed_words
from kiosk.workshop.editing.difference_words import differences_in_words
from kiosk.workshop.editing.moment_words import day_words
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet, write_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.exhibit.editing.differences import Difference
    from kiosk.exhibit.editing.history_files import Save
    from kiosk.exhibit.editing.save_runs import SaveRun
    from kiosk.look.interface_style import InterfaceStyle

_SAVE = Qt.ItemDataRole.UserRole
_NOW = "now"


class HistoryPane(QWidget):
    """Lists the saves, the latest first; what is chosen is to be looked at."""

    chosen = Signal(object)
    """The `SaveRun` whose end somebody wants to see; None is how it is now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._style: InterfaceStyle | None = None
        self._runs: dict[str, SaveRun] = {}
        self.name_of: Callable[[str], str] = str
        """What is in a file, in the words of the window."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._title = QLabel(self)
        self._title.setObjectName("title")
        self._note = QLabel(self)
        self._note.setObjectName("note")
        for label in (self._title, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        self.tree = QTreeWidget(parts)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(10)
        self.tree.setWordWrap(True)
        self.tree.currentItemChanged.connect(self._choose)
        self.changes = QPlainTextEdit(parts)
        self.changes.setReadOnly(True)
        self.changes.setTabChangesFocus(True)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout.addWidget(parts, 1)

    def speak(self, style: InterfaceStyle) -> None:
        """Say everything in the language of that style."""
        self._style = style
        self.setStyleSheet(pane_sheet(style.look, style.language))
        for widget in (self._title, self._note, self.tree, self.changes):
            widget.setFont(pane_font(style.look, style.language))
            write_in(widget, style.language)
        self._title.setText(style.say("earlier_title"))
        self._note.setText(style.say("earlier_note"))
        self.tree.setAccessibleName(style.say("earlier_title"))
        self.changes.setAccessibleName(style.say("earlier_changes"))
        self.changes.setPlaceholderText(style.say("earlier_changes"))

    def show_saves(self, saves: Sequence[Save]) -> None:
        """List these; how it is now is chosen."""
        style = self._style
        if style is None:
            return
        runs = save_runs(saves)
        self._runs = {run.last.id: run for run in runs}
        self.tree.blockSignals(True)
        self.tree.clear()
        now = QTreeWidgetItem([style.say("earlier_now")])
        now.setData(0, _SAVE, _NOW)
        self.tree.addTopLevelItem(now)
        day: QTreeWidgetItem | None = None
        shown = ""
        for run in reversed(runs):
            save = run.last
            words = day_words(save.time, style)
            if day is None or words != shown:
                day, shown = QTreeWidgetItem([words]), words
                day.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.tree.addTopLevelItem(day)
            item = QTreeWidgetItem([_line_of(save, style)])
            item.setData(0, _SAVE, save.id)
            item.setToolTip(0, "\n".join(run.files))
            day.addChild(item)
        self.tree.expandAll()
        self.tree.setCurrentItem(now)
        self.tree.blockSignals(False)
        self.changes.clear()

    def show_now(self) -> None:
        """Mark that nothing earlier is looked at."""
        now = self.tree.topLevelItem(0)
        if now is not None:
            self.tree.blockSignals(True)
            self.tree.setCurrentItem(now)
            self.tree.blockSignals(False)
        self.changes.clear()

    def show_changes(
        self, run: SaveRun, changed: Mapping[str, tuple[Difference, ...] | None]
    ) -> None:
        """Say what these saves have changed, if they are the ones that are chosen."""
        style, item = self._style, self.tree.currentItem()
        if style is None or item is None or item.data(0, _SAVE) != run.last.id:
            return
        parts = []
        for file, found in changed.items():
            words = differences_in_words(found, style) if found else ""
            name = self.name_of(file)
            parts.append(f"{name}\n{words}" if words else name)
        self.changes.setPlainText("\n\n".join(parts))

    @Slot(object, object)
    def _choose(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        found = item.data(0, _SAVE) if item is not None else None
        if found == _NOW:
            self.changes.clear()
            self.chosen.emit(None)
        elif found in self._runs:
            self.chosen.emit(self._runs[found])


def _line_of(save: Save, style: InterfaceStyle) -> str:
    did = deed_words(save.label, style) if save.label else style.say("earlier_found")
    return f"{save.time.astimezone():%H:%M}  {did}"
