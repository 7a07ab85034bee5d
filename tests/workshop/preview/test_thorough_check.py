"""What doesn't fit is found in a process of its own, and a later save puts an end to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.workshop.preview.thorough_check import ThoroughCheck
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from kiosk.text.messages import PlacedMessage
    from tests.exhibit.sound_content import Content

CHECK_SECONDS = 150
"""Laying the whole exhibit out takes some 10 s on 2 quiet cores, and 40 on busy ones."""


def test_it_tells_what_only_the_laid_out_screens_can_tell(qapp: object, content: Content) -> None:
    long = "Qianhai and everything that lies around it, which is far too long for any map"
    content.change("zones/qianhai.yaml", "name: {en: Qianhai", f'name: {{en: "{long}"')
    parent = QObject()
    check = ThoroughCheck(content.folder, parent)
    reported: list[object] = []
    check.reported.connect(reported.append)
    found: list[tuple[PlacedMessage, ...]] = []
    check.found.connect(found.append)
    check.open_zone = _qianhai

    check.check_now()
    wait_until(lambda: bool(reported), seconds=CHECK_SECONDS)

    (messages,) = reported
    assert isinstance(messages, tuple)
    assert [each for each in messages if each.file == "zones/qianhai.yaml"]
    # What doesn't fit was told as it was found.
    assert len(found) > 1
    assert {(each.line, each.rule) for each in found[-1]} <= {
        (each.line, each.rule) for each in messages
    }


def _qianhai() -> str:
    return "qianhai"


def test_a_check_that_was_stopped_tells_nothing(qapp: object, content: Content) -> None:
    parent = QObject()
    check = ThoroughCheck(content.folder, parent)
    reported = QSignalSpy(check.reported)

    check.check_now()
    check.stop()
    check.end()
    QTest.qWait(50)

    assert reported.count() == 0
    assert check.findChildren(QProcess) == []


def test_a_save_never_waits_for_the_end_of_a_check(qapp: object, content: Content) -> None:
    parent = QObject()
    check = ThoroughCheck(content.folder, parent)
    check.check_now()
    (first,) = check.findChildren(QProcess)
    assert first.waitForStarted()

    check.stop()
    check.check_now()

    # Whoever had waited would know by now that the first one has ended.
    assert first.state() is QProcess.ProcessState.Running
    assert len(check.findChildren(QProcess)) == 2
    wait_until(lambda: len(check.findChildren(QProcess)) < 2, seconds=CHECK_SECONDS)
    check.end()
