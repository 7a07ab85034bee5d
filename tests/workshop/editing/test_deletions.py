"""Before something is deleted its mentions are listed; they go, name another, or all stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_editing_beside import press, ready, written
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from kiosk.workshop.editing.deletion_dialog import DeletionDialog
    from tests.workshop.preview.desk import Desk

SOURCES = "sources.yaml"


def sources(desk: Desk) -> str:
    return desk.content.folder.joinpath(SOURCES).read_text("utf-8")


def asked(desk: Desk) -> tuple[DeletionDialog, str]:
    """The dialog, after somebody has pressed Delete at Qianhai's source; and its id."""
    ready(desk)
    wait_until(lambda: SOURCES in desk.preview.editing.roots)
    root = desk.preview.editing.roots[QIANHAI]
    source = root.at(("panels", 0, "source"))
    assert source is not None
    desk.preview.editing.open(SOURCES, (source.value,))
    press(desk, "Delete")
    dialog = desk.preview.things.deletions.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog, source.value


def test_who_names_a_source_is_listed_and_led_to(desk: Desk) -> None:
    dialog, source = asked(desk)
    shown = [
        each
        for each in dialog.lines.findChildren(QPushButton)
        if each.accessibleName().startswith("Show: Qianhai › ")
    ]
    assert shown
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert desk.preview.editing.place is not None
    assert desk.preview.editing.place[0] == QIANHAI
    assert f"{source}:" in sources(desk)


def test_what_becomes_of_each_place_is_said_until_another_is_named(desk: Desk) -> None:
    def said(dialog: DeletionDialog) -> list[str]:
        return [each.text() for each in dialog.lines.findChildren(QLabel, "note") if each.text()]

    ready(desk)
    wait_until(lambda: SOURCES in desk.preview.editing.roots)
    (desk.content.folder / SOURCES).write_text(
        sources(desk) + "another:\n  title: T\n  publisher: P\n  date: 2024\n", "utf-8"
    )
    wait_until(lambda: "another" in desk.preview.editing.roots[SOURCES].value)
    dialog, _ = asked(desk)
    assert "Is not shown to visitors any more; it can’t be without one" in said(dialog)
    assert dialog.missed.isVisible()
    dialog.instead.setCurrentIndex(1)
    assert dialog.missed.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_panel_that_others_name_is_asked_for_by_its_kind(desk: Desk) -> None:
    ready(desk)
    link = "tours/short.yaml"
    step = "id: short\ntitle: Short\nsteps:\n- id: one\n  place: qianhai/teams\n"
    desk.content.write(link, step)
    wait_until(lambda: link in desk.preview.editing.roots)
    desk.preview.editing.open(QIANHAI, ("panels", 0))
    press(desk, "Delete")
    dialog = desk.preview.things.deletions.dialog
    assert dialog is not None
    said = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Delete the whole panel “Facts: teams”?" in said


def test_cancelling_changes_nothing(desk: Desk) -> None:
    before = (written(desk), sources(desk))
    dialog, _ = asked(desk)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.preview.editing.undo_label == ""
    assert (written(desk), sources(desk)) == before


def test_the_mentions_go_with_it_in_one_step(desk: Desk) -> None:
    before = (written(desk), sources(desk))
    dialog, source = asked(desk)
    QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert desk.window.column.told.text().startswith("Also left out in: Qianhai")
    wait_until(lambda: f"{source}:" not in sources(desk) and source not in written(desk))
    # Undone by its button, nothing is said of it any more.
    QTest.mouseClick(desk.window.toolbar.undo, Qt.MouseButton.LeftButton)
    assert desk.window.column.told.text() == ""
    wait_until(lambda: (written(desk), sources(desk)) == before)
