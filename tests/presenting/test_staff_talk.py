"""A talk from the staff's desk: nothing resets while it goes on, and visitors have the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.journey.place import Place
from kiosk.presenting.staff_talk import StaffTalk

if TYPE_CHECKING:
    from kiosk.app import App


def test_staff_begin_a_talk_and_the_exhibit_is_the_visitors_again(hall_app: App) -> None:
    talk = StaffTalk(hall_app.hall, hall_app)
    begun, over = QSignalSpy(talk.begun), QSignalSpy(talk.over)

    talk.open()
    QTest.keyClick(hall_app.stage, Qt.Key.Key_PageDown)
    assert hall_app.journey.place == Place("csns", "super-steel", 2)
    talk.open()
    assert (begun.count(), over.count()) == (1, 0)
    QTest.keyClick(hall_app.stage, Qt.Key.Key_Escape)
    assert over.count() == 1

    QTest.keyClick(hall_app.stage, Qt.Key.Key_PageDown)
    assert hall_app.journey.place == Place("csns", "super-steel", 2)
