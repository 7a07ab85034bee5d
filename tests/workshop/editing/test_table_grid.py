"""A table in the editor: by keys alone, ranges from spreadsheets, and told to screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QSizeF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from kiosk.exhibit.tables.table_changes import (
    InsertColumn,
    InsertRows,
    MoveRow,
    RemoveRows,
    Rows,
    SetCells,
    TableChange,
    changed,
)
from kiosk.exhibit.tables.tables import ROW_LIMIT
from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.workshop.editing.grid_rows import GridTable
from kiosk.workshop.editing.table_grid import TableGrid

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS = GridTable((("2018", "348"), ("2022", "601")), ("Date", "Figure"), frozenset({1}))
CSV = GridTable((("year", "teams"), ("2018", "348"), ("2022", "601")))


class Desk:
    """A grid, and whoever makes the changes that it asks for."""

    def __init__(self) -> None:
        assets = shipped("assets")
        look = read_look(assets).sized(QSizeF(1440, 900))
        self.style = InterfaceStyle(look, read_words(assets / "words"), "en")
        self.grid = TableGrid(None)
        self.asked: list[TableChange] = []
        self.table = POINTS
        self.grid.changed.connect(self._take)
        self.grid.resize(420, 400)
        self.grid.show()

    def show(self, table: GridTable) -> None:
        self.table = table
        self.grid.show_table(table, self.style)
        self.grid.view.setFocus()
        self.choose(1, 1)

    def choose(self, row: int, column: int) -> None:
        self.grid.view.setCurrentIndex(self.grid.rows.index(row, column))

    def _take(self, change: TableChange) -> None:
        self.asked.append(change)
        rows = changed(self.table.rows, change)
        self.table = GridTable(rows, self.table.heads, self.table.figures)
        self.grid.show_table(self.table, self.style)

    @property
    def rows(self) -> Rows:
        return self.table.rows

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.grid.view, key, modifier)

    def type_over(self, words: str) -> None:
        """Type into the chosen cell, and end it with Enter."""
        QTest.keyClicks(self.grid.view, words[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        QTest.keyClicks(editor, words[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()

    def paste(self, text: str, html: str = "") -> None:
        found = QMimeData()
        found.setText(text)
        if html:
            found.setHtml(html)
        QGuiApplication.clipboard().setMimeData(found)
        QTest.keySequence(self.grid.view, QKeySequence(QKeySequence.StandardKey.Paste))

    def said(self) -> list[str]:
        """What stands below the table."""
        return [each.text() for each in self.grid.findChildren(QLabel) if each.isVisible()]

    def button(self, words: str) -> QPushButton:
        found = [each for each in self.grid.findChildren(QPushButton) if each.isVisible()]
        return next(each for each in found if each.text() == words)


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    desk = Desk()
    desk.grid.activateWindow()
    desk.show(POINTS)
    yield desk
    desk.grid.close()
    desk.grid.deleteLater()
    QApplication.sendPostedEvents()


def test_a_cell_is_typed_over(desk: Desk) -> None:
    desk.type_over("602")

    assert desk.asked == [SetCells(1, 1, (("602",),))]
    assert desk.rows[1] == ("2022", "602")
    assert desk.grid.view.currentIndex().row() == 2


def test_what_is_typed_below_the_last_row_is_a_new_one(desk: Desk) -> None:
    desk.choose(2, 0)
    desk.type_over("2024")
    desk.choose(2, 1)
    desk.type_over("1195")

    assert desk.rows[2:] == (("2024", "1195"),)


def test_nothing_is_said_of_a_cell_that_stays_as_it_is(desk: Desk) -> None:
    desk.type_over("601")
    desk.press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "9")
    QTest.keyClick(editor, Qt.Key.Key_Escape)

    assert desk.asked == []


def test_what_is_being_typed_stays_while_the_table_is_shown_anew(desk: Desk) -> None:
    QTest.keyClicks(desk.grid.view, "9")
    desk.grid.show_table(GridTable(POINTS.rows, POINTS.heads, notes={(0, 0): "late"}), desk.style)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "8")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert desk.asked == [SetCells(1, 1, (("98",),))]


def test_a_range_of_a_spreadsheet_is_pasted_and_the_table_grows(desk: Desk) -> None:
    desk.choose(1, 0)
    desk.paste("2022\t602\r\n2023\t900\r\n2024\t1195\r\n")

    assert desk.rows == (("2018", "348"), ("2022", "602"), ("2023", "900"), ("2024", "1195"))


def test_figures_are_pasted_as_our_files_write_them(desk: Desk) -> None:
    desk.paste("1.195,5\n2.000,0")

    assert desk.rows[1:] == (("2022", "1195.5"), ("", "2000.0"))


@pytest.mark.parametrize(
    ("answer", "written"), [("1195", ("1195", "2")), ("1.195", ("1.195", "2"))]
)
def test_what_an_unclear_figure_means_is_asked(
    desk: Desk, answer: str, written: tuple[str, str]
) -> None:
    desk.choose(0, 1)
    desk.paste("1,195\n2")
    assert desk.asked == []
    assert "What does 1,195 mean?" in desk.said()

    QTest.keyClick(desk.button(answer), Qt.Key.Key_Space)

    assert tuple(row[1] for row in desk.rows) == written
    assert "What does 1,195 mean?" not in desk.said()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The clipboard holds no table."),
        (
            "1\t2\n" * 11_000,
            "The clipboard holds more than 10,000 rows. Copy what the chart shows.",
        ),
        ("1\t2\t3", "Columns copied: 3. Columns from here on: 1."),
    ],
)
def test_what_can_not_be_pasted_is_told_and_changes_nothing(
    desk: Desk, text: str, words: str
) -> None:
    desk.paste(text)

    assert desk.asked == []
    assert words in desk.said()


def test_one_cell_fills_all_that_are_chosen(desk: Desk) -> None:
    desk.grid.view.selectAll()
    desk.paste("7")

    assert {cell for row in desk.rows for cell in row} == {"7"}


def test_what_is_copied_can_be_pasted(desk: Desk) -> None:
    desk.choose(0, 0)
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keySequence(desk.grid.view, QKeySequence(QKeySequence.StandardKey.Copy))

    assert QGuiApplication.clipboard().text() == "2018\t348"


def test_rows_are_moved_deleted_and_added_by_keys_and_buttons(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.grid.view.currentIndex().row() == 0
    desk.grid.act("row_new")
    desk.choose(0, 0)
    desk.grid.act("row_delete")
    desk.press(Qt.Key.Key_Delete)

    assert desk.asked == [
        MoveRow(1, 0),
        InsertRows(1, (("", ""),)),
        RemoveRows(0),
        SetCells(0, 0, (("",),)),
    ]


def test_the_first_row_of_a_csv_names_its_columns_and_stays(desk: Desk) -> None:
    desk.show(CSV)
    desk.choose(0, 1)

    for name in ("row_delete", "row_up", "row_down"):
        assert not desk.grid.buttons[name].isEnabled()
        desk.grid.act(name)
    desk.grid.act("column_new")

    assert desk.asked == [InsertColumn(2, ())]
    assert desk.grid.rows.columnCount() == 3


def test_a_spreadsheet_is_shown_and_not_written(desk: Desk) -> None:
    wanted = QSignalSpy(desk.grid.csv_wanted)
    desk.show(GridTable(CSV.rows, is_editable=False))

    desk.paste("1")
    QTest.keyClicks(desk.grid.view, "9")
    desk.press(Qt.Key.Key_Delete)
    QTest.mouseClick(desk.button("Make a CSV of it here"), Qt.MouseButton.LeftButton)

    assert desk.asked == []
    assert wanted.count() == 1
    assert "Edit it in your spreadsheet program: the exhibit follows each save." in desk.said()


def test_what_the_check_says_of_a_cell_stands_below_while_it_is_chosen(desk: Desk) -> None:
    desk.show(GridTable(POINTS.rows, POINTS.heads, notes={(0, 1): "no number"}))
    assert "no number" not in desk.said()

    desk.choose(0, 1)

    assert "no number" in desk.said()


def test_a_screen_reader_is_told_of_cells_rows_and_columns(desk: Desk) -> None:
    desk.grid.name_as("Points")
    desk.show(GridTable(POINTS.rows, POINTS.heads, notes={(0, 1): "no number"}))
    told = QAccessible.queryAccessibleInterface(desk.grid.view)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Points"
    children = [told.child(number) for number in range(told.childCount())]
    texts = [each.text(QAccessible.Text.Name) for each in children]
    assert [each for each in texts if each] == [
        *("Date", "Figure"),
        *("Row 1", "Date: 2018", "Figure: 348"),
        *("Row 2", "Date: 2022", "Figure: 601"),
        *("Row 3", "Date: ", "Figure: "),
    ]
    notes = [each.text(QAccessible.Text.Description) for each in children]
    assert "no number" in notes


def test_heads_are_read_whole_wherever_there_is_room(desk: Desk) -> None:
    """A table was measured before it had its width, and its heads stayed cut for good."""
    desk.grid.resize(120, 400)
    desk.show(GridTable(desk.rows, ("Date", "Figure of those that were counted"), frozenset({1})))
    QApplication.processEvents()

    desk.grid.resize(640, 400)
    QApplication.processEvents()

    header = desk.grid.view.horizontalHeader()
    assert header.sectionSize(1) >= header.sectionSizeHint(1)
    room = desk.grid.view.viewport().width()
    assert room - 2 <= header.length() <= room


def test_tab_leaves_the_table(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is desk.grid.buttons["row_new"]


def test_the_longest_table_is_copied_as_a_whole(desk: Desk) -> None:
    rows = tuple((str(number), "1") for number in range(ROW_LIMIT))
    desk.show(GridTable((("year", "teams"), *rows)))
    desk.grid.view.selectAll()
    desk.grid.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == ["year\tteams", "0\t1"]
    assert len(lines) == ROW_LIMIT + 2, "the last row is the empty one below them"
    assert lines[ROW_LIMIT] == f"{ROW_LIMIT - 1}\t1"
