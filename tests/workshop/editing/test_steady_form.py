"""What the check says late moves nothing under the pointer, and waits while that is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.exhibit.editing.edits import SetText
from kiosk.text.messages import Message, PlacedMessage, Severity
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.yaml_source import Location
    from tests.workshop.preview.desk import Desk

LABEL: Location = ("panels", 0, "facts", 0, "label")
WORDS = "a warning that comes late, and needs more than one line of the column below its field"


@pytest.fixture(autouse=True)
def pointer() -> Iterator[None]:
    yield
    QCursor.setPos(0, 0)


def ready(desk: Desk, key: str = "label") -> None:
    wait_until(lambda: bool(desk.preview.editing.languages))
    desk.preview.rereading.stop()
    desk.preview.editing.open(QIANHAI, (*LABEL[:-1], key))
    QTest.qWait(50)


def late(desk: Desk, *, count: int = 2) -> tuple[PlacedMessage, ...]:
    """Warnings at a field that stands above the others."""
    node = desk.preview.editing.roots[QIANHAI].at(LABEL)
    assert node is not None
    message = Message("late", WORDS, "mend it", Severity.WARNING)
    return tuple(message.at(QIANHAI, node.line, node.column + number) for number in range(count))


def field(desk: Desk, key: str) -> QWidget:
    row = desk.window.pane.row(key)
    assert row is not None
    return row.first("en")


def place(desk: Desk, key: str) -> int:
    return field(desk, key).mapTo(desk.window, QPoint()).y()


def point_at(desk: Desk, key: str, *, beside: int = 0) -> None:
    widget = field(desk, key)
    QCursor.setPos(widget.mapToGlobal(widget.rect().center() + QPoint(beside, 0)))


def notes(desk: Desk) -> list[str]:
    labels = desk.window.pane.findChildren(QLabel, "wrong")
    return [each.text() for each in labels if each.isVisible()]


@pytest.mark.parametrize("key", ["unit", "value", "lead"])
@pytest.mark.parametrize("height", [560, 760, 1400])
def test_what_is_below_the_pointer_stays_there(desk: Desk, key: str, height: int) -> None:
    desk.window.resize(1280, height)
    ready(desk, key)
    point_at(desk, key)
    before = place(desk, key)

    desk.preview.editing.take_messages(late(desk))
    assert notes(desk) == []
    wait_until(lambda: len(notes(desk)) == 2)
    assert abs(place(desk, key) - before) <= 1
    QTest.qWait(50)
    assert abs(place(desk, key) - before) <= 1

    desk.preview.editing.take_messages(())
    wait_until(lambda: notes(desk) == [])
    QTest.qWait(50)
    assert abs(place(desk, key) - before) <= 1


def test_nothing_comes_while_the_pointer_is_on_its_way(desk: Desk) -> None:
    ready(desk)
    point_at(desk, "label")
    before = place(desk, "unit")
    desk.preview.editing.take_messages(late(desk))
    for step in range(12):
        point_at(desk, "label", beside=step)
        QTest.qWait(100)
        assert notes(desk) == []
        assert place(desk, "unit") == before

    wait_until(lambda: len(notes(desk)) == 2)


def test_without_the_pointer_the_field_with_the_keyboard_stays(desk: Desk) -> None:
    ready(desk)
    field(desk, "unit").setFocus()
    before = place(desk, "unit")

    desk.preview.editing.take_messages(late(desk))

    assert len(notes(desk)) == 2
    assert abs(place(desk, "unit") - before) <= 1


def test_another_form_begins_where_forms_begin(desk: Desk) -> None:
    desk.window.resize(1280, 1400)
    ready(desk)
    top = place(desk, "label")
    point_at(desk, "unit")
    desk.preview.editing.take_messages(late(desk))
    wait_until(lambda: len(notes(desk)) == 2)
    assert place(desk, "label") < top

    desk.preview.editing.open(QIANHAI, ("panels", 0, "facts", 1))
    QTest.qWait(50)
    assert abs(place(desk, "label") - top) <= 2


def test_a_form_that_has_just_come_below_the_pointer_stays_at_its_beginning(desk: Desk) -> None:
    desk.window.resize(1280, 760)
    ready(desk)
    point_at(desk, "value")
    desk.preview.editing.open(QIANHAI, LABEL[:-1])
    QTest.qWait(50)
    top = place(desk, "label")

    desk.preview.editing.take_messages(late(desk))
    wait_until(lambda: len(notes(desk)) == 2)

    assert abs(place(desk, "label") - top) <= 1


def test_a_menu_that_is_open_keeps_its_entries(desk: Desk) -> None:
    ready(desk)
    more = desk.window.pane._more_menu
    more.popup(desk.window.pane.mapToGlobal(QPoint(20, 20)))
    entries = more.actions()

    desk.preview.editing.take_messages(late(desk))
    QTest.qWait(1200)
    assert more.actions() == entries
    assert notes(desk) == []

    more.close()
    wait_until(lambda: len(notes(desk)) == 2)


def noted(desk: Desk) -> list[str]:
    """The fields at which the late warning is shown."""
    return [
        row.field.key
        for row in desk.window.pane.rows
        if row.field is not None
        and any(WORDS[1:] in each.text() for each in row.findChildren(QLabel) if each.isVisible())
    ]


def test_while_a_button_of_the_mouse_is_down_nothing_moves(desk: Desk) -> None:
    ready(desk)
    handle = desk.window.windowHandle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    desk.preview.editing.take_messages(late(desk))
    QTest.qWait(900)
    assert noted(desk) == []
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    wait_until(lambda: noted(desk) == ["label"])


def test_what_is_said_of_a_field_stays_with_it_while_another_one_grows(desk: Desk) -> None:
    ready(desk)
    desk.preview.editing.take_messages(late(desk))
    wait_until(lambda: noted(desk) == ["label"])
    words = SetText(QIANHAI, ("introduction", "en"), "One.\n\nTwo.\n\nThree.")
    desk.preview.editing.change([words], "typed")
    assert noted(desk) == ["label"]
