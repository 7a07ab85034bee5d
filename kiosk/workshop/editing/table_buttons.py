"""The buttons below a table: rows and columns that come and go, and a CSV from a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from kiosk.workshop.editing.pane_style import pane_icon

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.editing.grid_rows import GridTable

_ROWS = {
    "row_new": ("plus", "table_row_new"),
    "row_delete": ("trash-2", "table_row_delete"),
    "row_up": ("chevron-up", "edit_up"),
    "row_down": ("chevron-down", "edit_down"),
}
_COLUMNS = ("column_new", "column_delete")


class TableButtons(QWidget):
    """Say what is to be done, by the name of the button."""

    acted = Signal(str)
    csv_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self._rows = {name: QToolButton(self) for name in _ROWS}
        self._columns = {name: QPushButton(self) for name in _COLUMNS}
        self.all: dict[str, QToolButton | QPushButton] = {**self._rows, **self._columns}
        for name, button in self.all.items():
            button.setObjectName(name)
            button.clicked.connect(self._act)
            layout.addWidget(button)
        self._csv = QPushButton(self)
        self._csv.clicked.connect(self.csv_wanted)
        layout.addWidget(self._csv)
        layout.addStretch(1)

    def offer(self, table: GridTable, style: InterfaceStyle) -> None:
        """Offer what can be done with a table."""
        for name, (icon, words) in _ROWS.items():
            button = self._rows[name]
            button.setIcon(pane_icon(style.look, icon))
            button.setToolTip(style.say(words))
            button.setAccessibleName(style.say(words))
            button.setVisible(table.is_editable)
        for name, column in self._columns.items():
            column.setText(style.say(f"table_{name}"))
            column.setVisible(table.is_editable and table.has_own_heads)
        self._csv.setText(style.say("table_make_csv"))
        self._csv.setVisible(not table.is_editable)

    def allow(self, table: GridTable, row: int) -> None:
        """Let be pressed what can be done in that row."""
        first, count = (1 if table.has_own_heads else 0), len(table.rows)
        is_row = first <= row < count
        self.all["row_delete"].setEnabled(is_row)
        self.all["row_up"].setEnabled(is_row and row > first)
        self.all["row_down"].setEnabled(is_row and row < count - 1)
        self.all["column_delete"].setEnabled(table.width > 1)

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self.sender().objectName())
