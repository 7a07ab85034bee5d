"""The points of a chart, shown as a table beside the exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
