"""Every form can be gone through with the keyboard, and everything in it says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.workshop.editing.held_lines import HeldLines
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.text.yaml_source import Location
    from tests.workshop.preview.desk import Desk

FORMS: list[tuple[str, Location]] = [
    ("exhibit.yaml", ()),
    (QIANHAI, ()),
    (QIANHAI, ("map",)),
    (QIANHAI, ("panels", 0)),
    (QIANHAI, ("panels", 0, "facts", 1)),
    (QIANHAI, ("panels", 1)),
    (QIANHAI, ("panels", 1, "series", 0)),
    (QIANHAI, ("panels", 2, "series", 0, "data")),
    ("sources.yaml", ("peoples-daily-2024-06-16",)),
    ("units.yaml", ("teams",)),
]


def gone_through(desk: Desk, most: int = 150) -> list[QWidget]:
    """What Tab comes to between the title of the form and what adds fields."""
    pane = desk.window.pane
    desk.window.activateWindow()
    pane._title.setFocus()
    found: list[QWidget] = []
    for _ in range(most):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is pane._more or now is pane._title or not pane.isAncestorOf(now):
            break
        found.append(now)
    return found


@pytest.mark.parametrize(("file", "location"), FORMS)
def test_tab_comes_to_all_of_a_form_in_its_order(desk: Desk, file: str, location: Location) -> None:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    # Rows are used again: another form first has them made in another order.
    desk.preview.editing.open(QIANHAI, ("panels", 0, "facts", 0))
    desk.preview.editing.open(file, location)
    pane = desk.window.pane
    found = gone_through(desk)
    for row in pane.rows:
        wanted = [each for each in row.tab_widgets if each.isVisible() and each.isEnabled()]
        missed = [each for each in wanted if each not in found]
        assert not missed, (row.accessibleName(), missed)
    # Below the rows come the lines that lead to what holds for a figure.
    rows: list[QWidget] = [*pane.rows, *pane.findChildren(HeldLines)]
    order = [next(n for n, row in enumerate(rows) if row.isAncestorOf(each)) for each in found]
    assert order == sorted(order)


@pytest.mark.parametrize(("file", "location"), FORMS)
def test_everything_in_a_form_has_a_name(desk: Desk, file: str, location: Location) -> None:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    desk.preview.editing.open(file, location)
    for row in desk.window.pane.rows:
        for each in row.tab_widgets:
            if each.isVisible():
                words = each.text() if isinstance(each, QAbstractButton) else ""
                assert each.accessibleName() or words, (row.accessibleName(), each)


def test_an_entry_is_added_moved_and_deleted_by_keys(desk: Desk) -> None:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    file = desk.content.folder / QIANHAI
    before = file.read_text("utf-8")
    desk.preview.editing.open(QIANHAI, ("panels", 0))

    def press(name: str) -> None:
        button = next(each for each in gone_through(desk) if each.accessibleName() == name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def is_first() -> bool:
        text = file.read_text("utf-8")
        return text.index("id: hong-kong") < text.index("id: all")

    press("Move up: from Hong Kong")
    wait_until(is_first)
    press("Delete: raised")
    wait_until(lambda: "id: raised" not in file.read_text("utf-8"))
    press("Facts, Add")
    wait_until(lambda: "id: fact" in file.read_text("utf-8"))
    for _ in range(3):
        desk.preview.editing.undo()
    wait_until(lambda: file.read_text("utf-8") == before)
