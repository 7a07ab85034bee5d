"""The rows that a table grid shows, with an empty one below them for what comes next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QStyledItemDelegate

from kiosk.exhibit.tables.table_changes import Rows, SetCells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class GridTable:
    """A table as a grid shows it.

    `heads` are what its columns are called; without them its first row says so, as in a CSV file,
    and columns can be added.  In columns of `figures` pasted ones become as our files write them.
    `notes` are what the check says of cells.
    """

    rows: Rows = ()
    heads: tuple[str, ...] = ()
    figures: frozenset[int] = frozenset()
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    is_editable: bool = True

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.heads) or max((len(row) for row in self.rows), default=0)

    @property
    def has_own_heads(self) -> bool:
        """Whether its first row names the columns."""
        return not self.heads

    def words(self, row: int, column: int) -> str:
        """What a cell says; nothing where there is none."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    def head(self, column: int) -> str:
        """What a column is called."""
        return self.heads[column] if self.heads else self.words(0, column)


class GridCells(QStyledItemDelegate):
    """Lets cells be typed over.  What is being typed stays, whatever is shown anew meanwhile."""

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            super().setEditorData(editor, index)


class GridRows(QAbstractTableModel):
    """The model of a grid.  It changes nothing by itself: it says what is to be changed."""

    changed = Signal(object)
    """A TableChange."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table = GridTable()
        self._row_words = "{n}"
        self.bold = QFont()
        """The letters of a first row that names the columns."""
        self.wrong = QColor()
        self.wrong_sign = QIcon()
        """How a cell is shown of which the check says something."""

    def show_table(self, table: GridTable, row_words: str) -> None:
        """Show a table; what is the same in it stays chosen.  `row_words` names a row `{n}`."""
        before, self._row_words = self.table, row_words
        count = self._count_of(table)
        if before.width != table.width or before.heads != table.heads:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
            return
        shown = self.rowCount()
        if count > shown:
            self.beginInsertRows(_NOWHERE, shown, count - 1)
            self.table = table
            self.endInsertRows()
        elif count < shown:
            self.beginRemoveRows(_NOWHERE, count, shown - 1)
            self.table = table
            self.endRemoveRows()
        self.table = table
        if count and table.width:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, table.width - 1))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count_of(self.table)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.table.width

    def flags(self, index: _Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self.table.is_editable else found

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        note = self.table.notes.get((row, column))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.table.words(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self.table.words(row, column)
                return f"{self.table.head(column)}: {words}" if self.table.head(column) else words
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                return note
            case Qt.ItemDataRole.ForegroundRole:
                return self.wrong if note else None
            case Qt.ItemDataRole.DecorationRole:
                return self.wrong_sign if note else None
            case Qt.ItemDataRole.FontRole if row == 0 and self.table.has_own_heads:
                return self.bold
            case Qt.ItemDataRole.TextAlignmentRole if column in self.table.figures:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_column = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.head(section) if is_column else str(section + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = self._row_words.replace("{n}", str(section + 1))
            return self.table.head(section) if is_column else number
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not self.table.is_editable:
            return False
        if words != self.table.words(index.row(), index.column()):
            self.changed.emit(SetCells(index.row(), index.column(), ((words,),)))
        return True

    @staticmethod
    def _count_of(table: GridTable) -> int:
        return len(table.rows) + (1 if table.is_editable and table.width else 0)
