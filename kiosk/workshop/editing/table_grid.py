"""A table that curators edit: cells by keys, ranges from spreadsheets, rows moved and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kiosk.exhibit.tables.pasted_tables import UnclearFigures, figures_written, pasted_table
from kiosk.exhibit.tables.table_changes import (
    InsertColumn,
    InsertRows,
    MoveRow,
    RemoveColumn,
    RemoveRows,
    Rows,
    SetCells,
    TableChange,
)
from kiosk.workshop.editing.grid_rows import GridCells, GridRows, GridTable
from kiosk.workshop.editing.pane_style import pane_font, pane_icon
from kiosk.workshop.editing.paste_question import PasteQuestion
from kiosk.workshop.editing.table_buttons import TableButtons

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kiosk.look.interface_style import InterfaceStyle

_MOST_ROWS = 12
"""So many are seen at once."""
_LEAST_COLUMN = 72
_MOST_COLUMN = 240
_IN_CELL = 8
"""What the rules around a cell take of its column."""
_REFUSED = {
    "nothing": "table_nothing_pasted",
    "rows": "table_too_many_rows",
    "columns": "table_too_many_columns",
    "letters": "table_too_many_rows",
}


class TableGrid(QWidget):
    """Shows the table that it is given, and says what somebody wants changed in it.

    The table changes only when it is shown anew: so undo, and what a file can't say, are up to
    whoever shows it.
    """

    changed = Signal(object)
    """A TableChange."""
    csv_wanted = Signal()
    """A spreadsheet is to become a CSV file, which can be edited here."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._style: InterfaceStyle | None = None
        self._pasted: Rows = ()
        self._at = (0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.rows = GridRows(self)
        self.rows.changed.connect(self.changed)
        self.view = self._make_view()
        layout.addWidget(self.view)
        self._note = QLabel(self)
        self._note.setObjectName("wrong")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        layout.addWidget(self._note)
        self._asking = PasteQuestion(self)
        self._asking.answered.connect(self._answer)
        layout.addWidget(self._asking)
        self._below = TableButtons(self)
        self._below.acted.connect(self.act)
        self._below.csv_wanted.connect(self.csv_wanted)
        self.buttons = self._below.all
        layout.addWidget(self._below)
        self._hint = QLabel(self)
        self._hint.setObjectName("note")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        layout.addWidget(self._hint)
        self._note.hide()
        self.setFocusProxy(self.view)

    def _make_view(self) -> QTableView:
        view = QTableView(self)
        view.setModel(self.rows)
        view.setItemDelegate(GridCells(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setTabKeyNavigation(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setWordWrap(False)
        view.horizontalHeader().setMinimumSectionSize(_LEAST_COLUMN)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._show_cell)
        return view

    def show_table(self, table: GridTable, style: InterfaceStyle) -> None:
        """Show a table, or the same one as it is by now; what is chosen stays so."""
        self._style = style
        look, language = style.look, style.language
        self.view.setFont(pane_font(look, language))
        self.rows.bold = QFont(self.view.font())
        self.rows.bold.setBold(True)
        at = self.view.currentIndex()
        row, column = at.row(), at.column()
        self.rows.wrong = QColor(look.theme.accent_text)
        self.rows.wrong_sign = pane_icon(look, "triangle-alert")
        self.rows.show_table(table, style.say("table_row", n="{n}"))
        if row >= 0 and not self.view.currentIndex().isValid():
            self._go_to(row, column)
        self.view.horizontalHeader().setVisible(not table.has_own_heads)
        self._below.offer(table, style)
        self._hint.setText(style.say("table_hint" if table.is_editable else "table_read_only"))
        self._fit()
        self._show_cell()

    def name_as(self, words: str) -> None:
        """Have the table called so, for those who hear it."""
        self.view.setAccessibleName(words)

    @property
    def chosen(self) -> tuple[int, int, int, int]:
        """The upper, left, lower and right cell of what is chosen."""
        # Its ranges: asking for each cell of the longest table held the window up for 16 seconds.
        selection = self.view.selectionModel().selection()
        found = [selection.at(number) for number in range(selection.count())]
        if not found:
            at = self.view.currentIndex()
            row, column = max(0, at.row()), max(0, at.column())
            return row, column, row, column
        return (
            min(each.top() for each in found),
            min(each.left() for each in found),
            max(each.bottom() for each in found),
            max(each.right() for each in found),
        )

    def copy(self) -> None:
        """Put what is chosen on the clipboard, as spreadsheets do."""
        top, left, bottom, right = self.chosen
        lines = [
            "\t".join(
                _as_spreadsheets_do(self.rows.table.words(row, column))
                for column in range(left, right + 1)
            )
            for row in range(top, bottom + 1)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def clear(self) -> None:
        """Empty what is chosen."""
        top, left, bottom, right = self.chosen
        bottom = min(bottom, len(self.rows.table.rows) - 1)
        if self.rows.table.is_editable and bottom >= top:
            self._change(SetCells(top, left, (("",) * (right + 1 - left),) * (bottom + 1 - top)))

    def paste(self, found: QMimeData | None = None) -> None:
        """Put what was copied in a spreadsheet over the cells from the chosen one on."""
        found = found or QGuiApplication.clipboard().mimeData()
        table, style = self.rows.table, self._style
        if not table.is_editable or style is None:
            return
        self._end_asking()
        rows, refused = pasted_table(found.text(), found.html())
        if refused is not None:
            self.tell(style.say(_REFUSED[refused]))
            return
        top, left, bottom, right = self.chosen
        if len(rows) == 1 and len(rows[0]) == 1:
            rows = (rows[0] * (right + 1 - left),) * (bottom + 1 - top)
        room = table.width - left
        if table.heads and len(rows[0]) > room:
            count = str(len(rows[0]))
            self.tell(style.say("table_too_wide", count=count, room=str(room)))
            return
        self._pasted, self._at = self._without_names(rows, left), (top, left)
        self._put(None)

    def _without_names(self, rows: Rows, left: int) -> Rows:
        """Without a first row that names the columns: a word stands there above figures alone."""
        figures = [column - left for column in self.rows.table.figures if column >= left]
        for column in figures:
            cells = [row[column] for row in rows if column < len(row)]
            if len(cells) > 1 and not _has_digit(cells[0]) and all(map(_has_digit, cells[1:])):
                return rows[1:] if cells[0].strip() else rows
        return rows

    def _put(self, mark: Literal[".", ","] | None) -> None:
        """Change the cells to what was pasted, once it is clear what its figures mean."""
        top, left = self._at
        columns = list(zip(*self._pasted, strict=True))
        for number, column in enumerate(columns):
            if left + number in self.rows.table.figures:
                written = figures_written(column, mark)
                if isinstance(written, UnclearFigures):
                    assert self._style is not None
                    self._asking.ask(written, self._style)
                    return
                columns[number] = written or column
        rows = tuple(zip(*columns, strict=True))
        self._end_asking()
        self._change(SetCells(top, left, rows))

    @Slot(str)
    def _answer(self, mark: str) -> None:
        self._put("." if mark == "." else ",")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_asking(self) -> None:
        self._asking.hide()

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what a button is for, with the chosen cells."""
        table = self.rows.table
        top, left, bottom, _ = self.chosen
        first, count = (1 if table.has_own_heads else 0), len(table.rows)
        bottom = min(bottom, count - 1)
        match name:
            case "row_new":
                at = min(max(self.view.currentIndex().row() + 1, first), count)
                self._change(InsertRows(at, (("",) * table.width,)))
                self._go_to(at, left)
            case "row_delete" if max(top, first) <= bottom:
                self._change(RemoveRows(max(top, first), bottom + 1 - max(top, first)))
            case "row_up" if first < top < count:
                self._move(top, top - 1, left)
            case "row_down" if first <= top < count - 1:
                self._move(top, top + 1, left)
            case "column_new":
                self._change(InsertColumn(min(left + 1, table.width), ()))
            case "column_delete" if table.width > 1:
                self._change(RemoveColumn(left))

    def _move(self, row: int, to: int, column: int) -> None:
        self._change(MoveRow(row, to))
        self._go_to(to, column)

    def _change(self, change: TableChange) -> None:
        if self.rows.table.is_editable:
            self.changed.emit(change)

    def _go_to(self, row: int, column: int) -> None:
        row = min(row, self.rows.rowCount() - 1)
        column = min(max(0, column), self.rows.columnCount() - 1)
        index = self.rows.index(row, column)
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, choose)

    def tell(self, words: str) -> None:
        """Say something below the table, until another cell is chosen."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    @Slot()
    def _show_cell(self, current: QModelIndex | None = None) -> None:
        """Say what is wrong with the current cell, and allow what can be done with it."""
        table, at = self.rows.table, self.view.currentIndex()
        self.tell(table.notes.get((at.row(), at.column()), ""))
        self._below.allow(table, at.row())

    def _fit(self) -> None:
        """Be as high as the rows, up to some: a pane scrolls, and a table in it should not."""
        header = self.view.verticalHeader()
        height = self.view.fontMetrics().height() + 10
        header.setDefaultSectionSize(height)
        shown = min(self.rows.rowCount(), _MOST_ROWS)
        above = (
            0 if self.rows.table.has_own_heads else self.view.horizontalHeader().sizeHint().height()
        )
        bar = self.view.horizontalScrollBar().sizeHint().height()
        columns = range(self.rows.columnCount())
        wanted = [self._wanted_width(column) for column in columns]
        spare = self.view.viewport().width() - sum(wanted)
        for column, width in zip(columns, wanted, strict=True):
            if spare >= 0:
                self.view.setColumnWidth(column, width + spare // len(wanted))
            elif self.view.columnWidth(column) < width:
                self.view.setColumnWidth(column, width)
        # With room for the bar of a wide table always: a height that followed the width would
        # have the bar of a pane come and go, and with it the width.
        self.view.setFixedHeight(above + shown * height + bar + 14)

    def _wanted_width(self, column: int) -> int:
        """How wide a column has to be for its head and, up to some, for its figures.

        A figure is never cut: "285 million" is another one than "285".
        """
        width = max(_LEAST_COLUMN, self.view.horizontalHeader().sectionSizeHint(column))
        if column in self.rows.table.figures:
            width = max(width, self.view.sizeHintForColumn(column) + _IN_CELL)
        return min(_MOST_COLUMN, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether a key on the table is one of its own."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif is_alt and event.key() == Qt.Key.Key_Up:
            self.act("row_up")
        elif is_alt and event.key() == Qt.Key.Key_Down:
            self.act("row_down")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.rows.table.is_editable:
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        """Begin to edit a cell, or go on to the one below once it is edited."""
        at = self.view.currentIndex()
        if self.view.indexWidget(at) is not None:
            # What was typed is taken in the next turn of the event loop.
            QTimer.singleShot(0, self, self._go_down)
        else:
            self.view.edit(at)

    @Slot()
    def _go_down(self) -> None:
        at = self.view.currentIndex()
        self._go_to(at.row() + 1, at.column())


def _as_spreadsheets_do(words: str) -> str:
    is_marked = any(sign in words for sign in '\t\n"')
    return '"' + words.replace('"', '""') + '"' if is_marked else words


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))
