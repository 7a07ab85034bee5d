"""What doesn't fit is found in a process of its own, and a later save puts an end to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.workshop.thorough_check import ThoroughCheck
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


def test_it_tells_what_only_the_laid_out_screens_can_tell(qapp: object, content: Content) -> None:
    long = "Qianhai and everything that lies around it, which is far too long for any map"
    content.change("zones/qianhai.yaml", "name: {en: Qianhai", f'name: {{en: "{long}"')
    parent = QObject()
    check = ThoroughCheck(content.folder, parent)
    told: list[object] = []
    check.told.connect(told.append)

    check.check_now()
    wait_until(lambda: bool(told))

    (problems,) = told
    assert isinstance(problems, tuple)
    assert [each for each in problems if each.file == "zones/qianhai.yaml"]


def test_a_check_that_was_stopped_tells_nothing(qapp: object, content: Content) -> None:
    parent = QObject()
    check = ThoroughCheck(content.folder, parent)
    told = QSignalSpy(check.told)

    check.check_now()
    check.stop()
    QTest.qWait(50)

    assert told.count() == 0
