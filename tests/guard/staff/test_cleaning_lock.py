"""The cleaning lock: half a minute, whatever a cloth does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton

from kiosk.guard.staff.cleaning_lock import CLEANING_SECONDS, CleaningLock
from tests.clock import Clock
from tests.guard.staff.locked_exhibit import Board
from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_cloth_touches_nothing_and_prolongs_nothing(qtbot: QtBot) -> None:
    board, clock = Board(960, 540), Clock()
    qtbot.addWidget(board)
    below = QPushButton(board)
    below.setGeometry(board.rect())
    pressed = QSignalSpy(below.pressed)
    board.show()
    lock = CleaningLock(board, board.interface_style, clock=clock)
    closed = QSignalSpy(lock.closed)
    lock.open()

    for second in range(CLEANING_SECONDS - 1):
        clock.now += 1
        wiped = QPoint(10 * second + 5, 9 * second + 5)
        QTest.touchEvent(board.handle, touch_screen()).press(0, wiped).press(1, wiped).commit()
        QTest.touchEvent(board.handle, touch_screen()).release(0, wiped).release(1, wiped).commit()
        QTest.mouseClick(
            board.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, wiped
        )
        QTest.keyClick(lock, Qt.Key.Key_Escape)
        lock.tick()
    assert not lock.isHidden()
    assert lock.seconds_left == 1

    clock.now += 1
    lock.tick()

    assert lock.isHidden()
    assert closed.count() == 1
    assert pressed.count() == 0
