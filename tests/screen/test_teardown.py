"""A window is taken down at once, and nothing works for it any more."""

from __future__ import annotations

import threading

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from kiosk.jobs import Jobs
from kiosk.screen.teardown import tear_down
from tests.journeys.visitor import HANG_SECONDS


def test_a_window_goes_at_once_although_a_thread_works_for_it(qapp: object) -> None:
    window, begun, gate, done = QWidget(), threading.Event(), threading.Event(), list[bool]()
    jobs = Jobs(QObject(window))

    def work() -> None:
        begun.set()
        done.append(gate.wait(HANG_SECONDS))

    window.show()
    jobs.ask("work", work)
    assert begun.wait(HANG_SECONDS)
    threading.Timer(0.01, gate.set).start()
    tear_down(window)

    assert not shiboken6.isValid(window)
    assert done == [True]
    QCoreApplication.processEvents()
