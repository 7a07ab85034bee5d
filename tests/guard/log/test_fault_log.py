"""Faults are written down, told once a minute, survived, and in a burst the end."""

from __future__ import annotations

import errno
import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal, qWarning
from PySide6.QtWidgets import QWidget

from kiosk.guard.exit_code import ExitCode
from kiosk.guard.log.fault_log import FaultLog, LogHandler
from kiosk.guard.log.log_file import LogFile
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Faulty(QWidget):
    """Raises in a slot."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(self.fail)

    def fail(self) -> None:
        raise LookupError("a slot that raises")


class Recorded(FaultLog):
    """With a clock and an end that can be looked at."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.ends: list[int] = []
        self.folder = folder
        super().__init__(folder, clock=self.clock, give_up=self.ends.append)

    def log(self) -> str:
        self._file.flush()
        path = self.folder / "kiosk.log"
        return path.read_text("utf-8") if path.exists() else ""


@pytest.fixture
def fault_log(tmp_path: Path, qapp: object) -> Iterator[Recorded]:
    fault_log = Recorded(tmp_path / "logs")
    fault_log.install()
    yield fault_log
    fault_log.uninstall()


def test_a_slot_that_raises_is_written_down_and_sends_the_visitor_home(
    fault_log: Recorded, qtbot: QtBot
) -> None:
    widget = Faulty()
    qtbot.addWidget(widget)

    with qtbot.waitSignal(fault_log.faulted) as faulted:
        widget.clicked.emit()

    assert faulted.args == ["LookupError: a slot that raises"]
    assert "in fail" in fault_log.log()
    assert [fault.text for fault in fault_log.faults] == ["LookupError: a slot that raises"]


def test_a_paint_that_raises_is_told_after_the_paint(fault_log: Recorded, qtbot: QtBot) -> None:
    told: list[str] = []
    fault_log.faulted.connect(told.append)
    told_while_painting: list[str] = []

    class Canvas(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            try:
                fault_log.record(LookupError("before the end of the paint"), where="paint")
                told_while_painting.extend(told)
            finally:
                raise ArithmeticError("a paint that raises")

    widget = Canvas()
    qtbot.addWidget(widget)

    with qtbot.waitSignal(fault_log.faulted):
        widget.show()

    assert told[0] == "LookupError: before the end of the paint"
    qtbot.waitUntil(lambda: "ArithmeticError: a paint that raises" in told)
    assert told_while_painting == []


def test_a_thread_and_what_nobody_can_raise_are_written_down(
    fault_log: Recorded, qtbot: QtBot
) -> None:
    class Unraisable:
        def __del__(self) -> None:
            raise KeyError("while being deleted")

    thread = threading.Thread(target=lambda: 1 / 0, name="reader")
    with qtbot.waitSignals([fault_log.faulted, fault_log.faulted]):
        thread.start()
        thread.join()
        fault_log.clock.now += 1
        Unraisable()

    assert "fault in thread reader: ZeroDivisionError" in fault_log.log()
    assert "while being deleted" in fault_log.log()


@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("something is odd")
def test_what_qt_says_goes_into_the_same_log(fault_log: Recorded) -> None:
    qWarning("something is odd")

    assert "WARNING qt.default: something is odd" in fault_log.log()
    assert fault_log.faults == ()


def test_the_same_fault_is_written_once_a_minute_with_a_count(fault_log: Recorded) -> None:
    for second in range(8):
        fault_log.clock.now = 1000.0 + second
        fault_log.record(LookupError("one"), where="fault")
    assert fault_log.log().count("LookupError: one") == 2, "once in the message, once in the trace"

    fault_log.clock.now = 1060.0
    fault_log.record(LookupError("one"), where="fault")
    assert "(and 7 times before)" in fault_log.log()
    assert len(fault_log.faults) == 9


def test_ten_faults_in_a_minute_are_the_end(fault_log: Recorded) -> None:
    for number in range(9):
        fault_log.clock.now = 1000.0 + 6 * number
        fault_log.record(LookupError("one"), where="fault")
    assert fault_log.ends == []

    fault_log.clock.now = 1060.0
    fault_log.record(LookupError("one"), where="fault")
    assert fault_log.ends == [ExitCode.FAULTS]
    assert "10 faults within 60 s" in fault_log.log()


def test_ten_faults_in_an_hour_are_not(fault_log: Recorded) -> None:
    for number in range(10):
        fault_log.clock.now = 1000.0 + 360 * number
        fault_log.record(LookupError("one"), where="fault")

    assert fault_log.ends == []


def test_ten_faults_of_the_disk_are_no_crash(fault_log: Recorded) -> None:
    for number in range(10):
        fault_log.clock.now = 1000.0 + number
        fault_log.record(OSError(errno.ENOSPC, "No space left on device"), where="fault")

    assert fault_log.ends == [ExitCode.OUTSIDE]


def test_one_fault_of_ours_among_those_of_the_disk_is_ours(fault_log: Recorded) -> None:
    for number in range(10):
        fault_log.clock.now = 1000.0 + number
        error = OSError(errno.ENOSPC, "No space left on device") if number else LookupError("one")
        fault_log.record(error, where="fault")

    assert fault_log.ends == [ExitCode.FAULTS]


@pytest.mark.parametrize(
    "said",
    [
        "The X11 connection broke (error 1). Did the X11 server die?",
        "The Wayland connection broke. Did the Wayland compositor die?",
        "The Wayland connection broke during blocking read event. Did the Wayland compositor die?",
    ],
)
@pytest.mark.qt_log_ignore("connection broke")
def test_a_display_server_that_has_gone_is_told_from_a_crash(
    fault_log: Recorded, said: str
) -> None:
    qWarning(said)

    assert fault_log.ends == [ExitCode.OUTSIDE]
    assert said in fault_log.log()


def test_the_frames_of_one_bad_picture_count_once(fault_log: Recorded) -> None:
    for frame in range(30):
        fault_log.clock.now = 1000.0 + frame / 60
        fault_log.record(ArithmeticError("a paint that raises"), where="fault")

    assert fault_log.ends == []


def test_the_hooks_are_given_back(tmp_path: Path, qapp: object) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    fault_log = Recorded(tmp_path)
    fault_log.install()
    assert sys.excepthook != before[0]

    fault_log.uninstall()

    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_a_folder_that_can_not_be_written_costs_only_the_log(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    fault_log = Recorded(tmp_path / "logs")
    fault_log.install()
    try:
        fault_log.record(LookupError("one"), where="fault")
        assert fault_log.stacks is None
        assert len(fault_log.faults) == 1
    finally:
        fault_log.uninstall()


def test_a_record_that_can_not_be_formatted_does_not_raise(tmp_path: Path) -> None:
    file = LogFile(tmp_path / "kiosk.log")
    handler = LogHandler(file)

    handler.handle(logging.makeLogRecord({"msg": "%d", "args": ("no number",)}))
    file.close()

    assert "can't be written" in (tmp_path / "kiosk.log").read_text("utf-8")


def test_a_sender_lives_on_after_its_slot_has_raised(fault_log: Recorded, qtbot: QtBot) -> None:
    class Sender(QObject):
        said = Signal(int)

    heard: list[int] = []

    class Listener(QObject):
        def hear(self, number: int) -> None:
            if number == 1:
                raise LookupError("the first one")
            heard.append(number)

    sender, listener = Sender(), Listener()
    sender.said.connect(listener.hear)
    with qtbot.waitSignal(fault_log.faulted):
        sender.said.emit(1)
    sender.said.emit(2)

    assert heard == [2]
