"""A beat is proof of painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.guard.process.heartbeat import Heartbeat
from kiosk.guard.process.notify import Notifier

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Listener:
    """Keeps the lines that come, and can go away."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.lost = False

    def send(self, line: str) -> bool:
        self.lines.append(line)
        return True

    def close(self) -> None:
        pass


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(100, 100)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_first_beat_says_ready(window: QWidget, listener: Listener, qtbot: QtBot) -> None:
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))

    heartbeat.ask()
    qtbot.waitUntil(lambda: heartbeat.beats == 1)
    heartbeat.ask()
    qtbot.waitUntil(lambda: heartbeat.beats == 2)

    assert listener.lines == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]


def test_ready_waits_for_the_first_picture(listener: Listener, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))

    heartbeat.start()
    QApplication.processEvents()
    assert listener.lines == []

    window.show()
    qtbot.waitUntil(lambda: listener.lines == ["READY=1", "WATCHDOG=1"])


def test_it_beats_four_times_in_the_time_of_the_watchdog(
    window: QWidget, listener: Listener, qtbot: QtBot
) -> None:
    heartbeat = Heartbeat(window, Notifier(listener, 0.2))
    assert heartbeat._timer.interval() == 50

    heartbeat.start()

    qtbot.waitUntil(lambda: listener.lines.count("WATCHDOG=1") >= 4)
    heartbeat.stop()
    assert listener.lines[-1] == "STOPPING=1"


def test_a_paint_that_nobody_asked_for_is_no_beat(
    window: QWidget, listener: Listener, qtbot: QtBot
) -> None:
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))
    with qtbot.waitSignal(heartbeat._pulse.painted):
        window.update()
    QApplication.processEvents()

    assert listener.lines == []


def test_a_window_that_does_not_paint_any_more_has_no_heartbeat(
    window: QWidget, listener: Listener, qtbot: QtBot
) -> None:
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))
    window.setUpdatesEnabled(False)
    for _ in range(5):
        heartbeat.ask()
        QApplication.processEvents()
    assert listener.lines == []

    window.setUpdatesEnabled(True)
    heartbeat.ask()
    qtbot.waitUntil(lambda: listener.lines == ["READY=1", "WATCHDOG=1"])


def test_an_opaque_widget_that_was_raised_does_not_stop_the_heart(
    window: QWidget, listener: Listener, qtbot: QtBot
) -> None:
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))
    cover = QWidget(window)
    cover.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    cover.resize(window.size())
    cover.show()
    cover.raise_()
    QApplication.processEvents()

    heartbeat.ask()

    qtbot.waitUntil(lambda: heartbeat.beats == 1)


def test_a_paint_that_raises_is_a_fault_and_no_hang(listener: Listener, qtbot: QtBot) -> None:
    class Faulty(QWidget):
        fails = False

        def paintEvent(self, event: QPaintEvent) -> None:
            if self.fails:
                raise ArithmeticError("a paint that raises")

    window = Faulty()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))
    window.fails = True

    with qtbot.captureExceptions() as faults:
        heartbeat.ask()
        qtbot.waitUntil(lambda: heartbeat.beats == 1)

    assert [kind for kind, _, _ in faults] == [ArithmeticError]


def test_a_window_that_nobody_can_see_need_not_paint(window: QWidget, listener: Listener) -> None:
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))
    window.hide()

    heartbeat.ask()

    assert "WATCHDOG=1" in listener.lines


def test_who_has_gone_is_noticed(window: QWidget, listener: Listener, qtbot: QtBot) -> None:
    heartbeat = Heartbeat(window, Notifier(listener, 20.0))
    listener.lost = True

    with qtbot.waitSignal(heartbeat.lost):
        heartbeat.ask()


def test_each_beat_puts_off_the_writing_of_the_stack(
    window: QWidget, listener: Listener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put_off: list[float] = []
    monkeypatch.setattr(
        "kiosk.guard.process.heartbeat.faulthandler.dump_traceback_later",
        lambda seconds, file: put_off.append(seconds),
    )
    window.hide()
    with (tmp_path / "stacks.log").open("w") as stacks:
        heartbeat = Heartbeat(window, Notifier(listener, 20.0), stacks=stacks)
        heartbeat.ask()
        heartbeat.ask()

    assert put_off == [15.0, 15.0]


def test_the_pulse_takes_no_touch_and_no_focus(window: QWidget, listener: Listener) -> None:
    Heartbeat(window, Notifier(listener, 20.0))
    (pulse,) = window.findChildren(QWidget)

    assert (pulse.width(), pulse.height()) == (1, 1)
    assert pulse.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert pulse.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_longest_gap_is_known(window: QWidget, listener: Listener) -> None:
    now = [0.0]
    heartbeat = Heartbeat(window, Notifier(listener, 20.0), clock=lambda: now[0])
    window.hide()
    for moment in (0.0, 5.0, 12.0, 17.0):
        now[0] = moment
        heartbeat.ask()

    assert heartbeat.beats == 4
    assert heartbeat.longest_gap_seconds == 7.0
