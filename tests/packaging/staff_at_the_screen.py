"""Staff who end a running exhibit at its screen: the corner, the PIN, the desk, two touches.

A headless compositor has no screen that could be touched, so a test puts this file into the
exhibit's own environment, with a line in a `.pth` file that imports it.  Staff come when the
file COME appears.
"""

from __future__ import annotations

import sys
from pathlib import Path

COME = Path("/run/kiosk/staff-come")
PIN = "482915"


def stand_by() -> None:
    """Look for staff from the moment on at which the exhibit is locked."""
    from kiosk.guard.staff.staff_access import StaffAccess

    begin = StaffAccess.begin

    def begin_and_look(self: StaffAccess) -> None:
        from PySide6.QtCore import QTimer

        begin(self)
        timer = QTimer(self)
        timer.setInterval(200)
        timer.timeout.connect(come)
        timer.start()

    StaffAccess.begin = begin_and_look  # type: ignore[method-assign]


def come() -> None:
    """Hold the corner, type the PIN, touch the last button twice."""
    if not COME.exists():
        return
    COME.unlink()
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from kiosk.screen.control.button import Button

    (window,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    handle = window.windowHandle()
    screen = QTest.createTouchDevice()
    corner = QPoint(10, 10)
    QTest.touchEvent(handle, screen).press(0, corner).commit()
    QTest.qWait(6000)
    QTest.touchEvent(handle, screen).release(0, corner).commit()
    for digit in PIN:
        QTest.keyClick(handle, Qt.Key(Qt.Key.Key_0.value + int(digit)))
    QTest.keyClick(handle, Qt.Key.Key_Return)
    QTest.qWait(3000)
    (leave,) = (each for each in window.findChildren(Button) if each.key == "staff_leave")
    for _ in range(2):
        at = leave.mapTo(window, leave.rect().center())
        QTest.touchEvent(handle, screen).press(0, at).commit()
        QTest.touchEvent(handle, screen).release(0, at).commit()
        QTest.qWait(500)


if "--locked" in sys.orig_argv:
    stand_by()
