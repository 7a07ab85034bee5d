"""After a change the pane says what else in the exhibit says the same, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from kiosk.exhibit.editing.edits import SetText
from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import ready, written
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from tests.workshop.preview.desk import Desk

INTRODUCTION = ("introduction", "en")


def change_the_figure(desk: Desk, figure: str) -> None:
    """Somebody has written another figure, which the introduction says as well."""
    editing = desk.preview.editing
    editing.change([SetText(QIANHAI, INTRODUCTION, "All 1,195 teams are here.")], "")
    editing.open(QIANHAI, ("panels", 0, "facts", 0))
    row = desk.window.pane.row("value")
    assert row is not None
    edit = row.first("en")
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    QTest.keyClicks(edit, figure)
    desk.window.picture.setFocus()


def buttons(desk: Desk) -> dict[str, QPushButton]:
    """The buttons of the note, by what a screen reader calls them."""
    found = desk.preview.elsewhere.note.findChildren(QPushButton)
    return {
        each.accessibleName() or each.text(): each
        for each in found
        if each.isVisibleTo(desk.preview.elsewhere.note)
    }


def test_an_old_figure_in_a_text_is_told_shown_and_written_anew(desk: Desk) -> None:
    ready(desk)
    change_the_figure(desk, "1295")
    note = desk.preview.elsewhere.note
    wait_until(note.isVisible)
    assert note.heading.text() == "“1195” is still written here:"
    places = [each.text() for each in note.lines.findChildren(QLabel, "key")]
    assert "Qianhai › Introduction (English)" in places
    lines = note.lines
    assert lines.height() == 190 or lines.verticalScrollBar().maximum() == 0, "all of it is seen"

    QTest.mouseClick(
        buttons(desk)["Show: Qianhai › Introduction (English)"], Qt.MouseButton.LeftButton
    )
    assert desk.preview.editing.place == (QIANHAI, INTRODUCTION)

    QTest.mouseClick(
        buttons(desk)["Write 1,295 there: Qianhai › Introduction (English)"],
        Qt.MouseButton.LeftButton,
    )
    wait_until(lambda: "All 1,295 teams are here." in written(desk))
    wait_until(lambda: "Qianhai › Introduction (English)" not in "".join(buttons(desk)))
    assert desk.preview.editing.undo_label == "1295 in place of 1195"


def test_what_was_undone_is_not_told_any_more_nor_what_was_left(desk: Desk) -> None:
    ready(desk)
    note = desk.preview.elsewhere.note
    change_the_figure(desk, "1295")
    wait_until(note.isVisible)
    desk.preview.editing.undo()
    wait_until(note.isHidden)

    desk.preview.editing.redo()
    wait_until(note.isVisible)
    QTest.mouseClick(buttons(desk)["Leave as it is"], Qt.MouseButton.LeftButton)
    assert note.isHidden()
