"""Ctrl+F finds in all texts of the exhibit, leads there, and writes other words in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import ready, written
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from kiosk.workshop.editing.find_dialog import FindDialog
    from tests.workshop.preview.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk) -> FindDialog:
    """The dialog, as the key opens it."""
    ready(desk)
    desk.window.activateWindow()
    QTest.keyClick(desk.window, Qt.Key.Key_F, CONTROL)
    dialog = desk.preview.search.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def lines(dialog: FindDialog) -> list[str]:
    """The places as they are listed."""
    items = (dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount()))
    return [item.text(0) for item in items if item is not None]


def find(dialog: FindDialog, words: str, count: int) -> None:
    dialog.words.clear()
    QTest.keyClicks(dialog.words, words)
    wait_until(lambda: dialog.list.topLevelItemCount() == count)


def test_what_is_found_is_shown_with_the_cursor_in_its_language(desk: Desk) -> None:
    dialog = opened(desk)
    find(dialog, "de hong kong", written(desk).count("de Hong Kong"))
    assert lines(dialog)[0].startswith("Qianhai › ")
    assert "(Português)" in lines(dialog)[0]
    assert dialog.count.text() == f"Places: {len(lines(dialog))}"
    # A screen reader hears what the line says.
    heard = dialog.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "de Hong Kong" in heard

    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert desk.preview.editing.place is not None
    file, location = desk.preview.editing.place
    assert (file, location[-1]) == (QIANHAI, "pt")
    row = desk.window.pane.row("label")
    assert row is not None
    assert desk.window.focusWidget() is row.first("pt")


def test_other_words_are_seen_before_they_are_written_and_undone_at_once(desk: Desk) -> None:
    dialog = opened(desk)
    before = written(desk)
    find(dialog, "from Hong Kong", before.count("from Hong Kong"))
    count = dialog.list.topLevelItemCount()
    assert not dialog.replace.isEnabled()

    QTest.keyClicks(dialog.instead, "out of Hong Kong")
    assert all("→" in line and "out of Hong Kong" in line for line in lines(dialog))
    assert dialog.replace.text() == f"Write it in {count} places"
    QTest.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    wait_until(lambda: written(desk) == before.replace("from Hong Kong", "out of Hong Kong"))
    wait_until(lambda: dialog.list.topLevelItemCount() == 0)
    assert dialog.count.text() == "No text has this."

    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)
    wait_until(lambda: dialog.list.topLevelItemCount() == count)


def test_a_place_whose_mark_is_taken_away_stays_as_it_is(desk: Desk) -> None:
    dialog = opened(desk)
    before = written(desk)
    find(dialog, "from Hong Kong", before.count("from Hong Kong"))
    QTest.keyClicks(dialog.instead, "elsewhere")
    item = dialog.list.topLevelItem(0)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Unchecked)
    if dialog.replace.isEnabled():
        QTest.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert written(desk).count("from Hong Kong") >= 1


def test_the_contents_have_a_button_for_it_and_escape_closes_it(desk: Desk) -> None:
    ready(desk)
    desk.preview.editing.show_contents()
    desk.window.tree.search_wanted.emit()
    dialog = desk.preview.search.dialog
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
