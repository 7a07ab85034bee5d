"""The points of a chart, shown as a table beside the exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.workshop.editing.table_file_row import TableFileRow
from kiosk.workshop.editing.table_row import EntryTableRow
from tests.exhibit.sound_content import Content, sound_content
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHART = """\
- id: rows
  kind: chart
  chart: ranking
  headline: {en: Rows, zh-Hant: 排名, zh-Hans: 排名, pt: Filas}
  sentence: {en: Rows., zh-Hant: 排名。, zh-Hans: 排名。, pt: Filas.}
  unit: teams
  series:
  - id: rows
    label: {en: rows, zh-Hant: 排名, zh-Hans: 排名, pt: filas}
    points:   # from the yearbook
    - {zone: qianhai, value: 7}
    - {zone: shenzhen, value: 4}   # so far
  source: peoples-daily-2024-06-16
  as_of: 2024-06
"""
SERIES = ("panels", 3, "series", 0)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = sound_content(tmp_path / "content")
    text = (content.folder / QIANHAI).read_text(encoding="utf-8")
    content.write(QIANHAI, text + CHART)
    return content


@pytest.fixture
def table(qapp: object, content: Content) -> Iterator[tuple[Desk, EntryTableRow]]:
    """The points of that chart in the pane."""
    desk = Desk(content)
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    desk.preview.editing.open(QIANHAI, SERIES)
    row = desk.window.pane.row("points")
    assert isinstance(row, EntryTableRow)
    yield desk, row
    desk.leave()


def written(desk: Desk) -> str:
    return desk.content.folder.joinpath(QIANHAI).read_text("utf-8")


def test_points_are_typed_pasted_and_undone(table: tuple[Desk, EntryTableRow]) -> None:
    desk, row = table
    before = written(desk)
    assert row.grid.rows.table.heads == ("Place", "Figure")
    row.grid.view.setCurrentIndex(row.grid.rows.index(0, 1))
    QTest.keyClicks(row.grid.view, "9")
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_until(lambda: "{zone: qianhai, value: 9}" in written(desk))

    copied = QMimeData()
    copied.setText("hetao\t1.195,5\r\n")
    QGuiApplication.clipboard().setMimeData(copied)
    row.grid.view.setCurrentIndex(row.grid.rows.index(2, 0))
    row.grid.paste()
    wait_until(lambda: "- {zone: hetao, value: 1195.5}" in written(desk))
    assert "# from the yearbook" in written(desk)
    assert "# so far" in written(desk)

    desk.preview.editing.undo()
    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)
    assert row.grid.rows.table.rows == (("qianhai", "7"), ("shenzhen", "4"))


def test_what_the_check_says_of_a_point_is_at_its_cell(table: tuple[Desk, EntryTableRow]) -> None:
    _, row = table
    row.grid.view.setCurrentIndex(row.grid.rows.index(1, 1))
    QTest.keyClicks(row.grid.view, "x")
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)

    wait_until(lambda: (1, 1) in row.grid.rows.table.notes)

    assert "'x' is no" in row.grid.rows.table.notes[1, 1]


def test_a_further_key_is_a_further_column(table: tuple[Desk, EntryTableRow]) -> None:
    _, row = table
    action = next(each for each in row._menu.actions() if each.data() == "highlight")

    action.trigger()

    assert len(row.grid.rows.table.heads) == 3


@pytest.fixture
def csv(qapp: object, content: Content) -> Iterator[tuple[Desk, TableFileRow]]:
    """The table of the chart of growth in the pane."""
    desk = Desk(content)
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    desk.preview.editing.open(QIANHAI, ("panels", 2, "series", 0, "data"))
    row = desk.window.pane.row("file")
    assert isinstance(row, TableFileRow)
    wait_until(row.grid.isVisible)
    yield desk, row
    desk.leave()


def table_file(desk: Desk) -> str:
    return desk.content.folder.joinpath("data/teams.csv").read_text("utf-8")


def type_into(row: TableFileRow, cell: tuple[int, int], words: str) -> None:
    row.grid.view.setCurrentIndex(row.grid.rows.index(*cell))
    QTest.keyClicks(row.grid.view, words[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, words[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_csv_is_edited_below_its_name_and_undone(csv: tuple[Desk, TableFileRow]) -> None:
    desk, row = csv
    before = table_file(desk)
    type_into(row, (3, 1), "1,196")

    wait_until(lambda: table_file(desk) == before.replace('"1,195"', '"1,196"'))
    type_into(row, (4, 0), "2025")
    wait_until(lambda: table_file(desk).endswith("2025,\n"))

    desk.preview.editing.undo()
    desk.preview.editing.undo()
    wait_until(lambda: table_file(desk) == before)
    assert row.grid.rows.table.rows[3] == ("2024", "1,195")


def test_what_the_check_says_of_a_csv_is_at_its_cell(csv: tuple[Desk, TableFileRow]) -> None:
    _, row = csv
    type_into(row, (2, 1), "many")

    wait_until(lambda: (2, 1) in row.grid.rows.table.notes)


def test_a_spreadsheet_becomes_a_csv_that_can_be_edited(
    csv: tuple[Desk, TableFileRow],
) -> None:
    desk, row = csv
    book = Workbook()
    for cells in (("year", "teams"), (2018, 348), (2022, 601)):
        book.active.append(cells)  # type: ignore[union-attr]
    book.save(desk.content.folder / "data" / "counts.xlsx")
    desk.content.change(QIANHAI, "{file: teams.csv,", "{file: counts.xlsx,")
    wait_until(lambda: row.grid.isVisible() and not row.grid.rows.table.is_editable)
    assert row.grid.rows.table.rows[1] == ("2018", "348")

    QTest.mouseClick(row.grid._below._csv, Qt.MouseButton.LeftButton)

    made = desk.content.folder / "data" / "counts.csv"
    wait_until(made.exists)
    assert made.read_text(encoding="utf-8") == "year,teams\n2018,348\n2022,601\n"
    wait_until(lambda: "{file: counts.csv," in written(desk))
    wait_until(lambda: row.grid.isVisible() and row.grid.rows.table.is_editable)


def test_a_figure_is_not_cut_where_there_are_many_columns(
    table: tuple[Desk, EntryTableRow],
) -> None:
    desk, row = table
    figure = "1,285.75 million"
    desk.content.change(QIANHAI, "value: 7", f"value: {figure}")
    wait_until(lambda: row.grid.rows.table.words(0, 1) == figure)
    assert row.field is not None
    assert row.context is not None
    row._revealed[row.field.location] = {"label", "note", "at"}
    row.fill(row.field, row.context)
    column = next(iter(row.grid.rows.table.figures))
    letters = row.grid.view.fontMetrics().horizontalAdvance(figure)
    assert row.grid.view.columnWidth(column) > letters


def test_further_fields_of_the_form_and_columns_of_its_table_are_told_apart(
    table: tuple[Desk, EntryTableRow],
) -> None:
    desk, _ = table
    buttons = [each.text() for each in desk.window.pane.findChildren(QPushButton)]
    assert buttons.count("More fields") == 1
    assert buttons.count("More columns") == 1
