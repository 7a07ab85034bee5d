"""The hidden corner: only a finger that stays in it asks for the pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.guard.staff.corner_long_press import CornerLongPress
from tests.guard.staff.locked_exhibit import Board
from tests.journeys.visitor import touch_screen, wait_until

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

IN, OUT = QPoint(20, 20), QPoint(200, 20)


class Hall:
    def __init__(self, hold_seconds: float) -> None:
        self.board = Board(960, 540)
        self.board.show()
        self.corner = CornerLongPress(
            self.board, side=self.side, hold_seconds=hold_seconds, parent=self.board
        )
        self.corner.begin()
        self.held = QSignalSpy(self.corner.held)

    def side(self) -> float:
        return 96.0

    def put_down(self, at: QPoint) -> None:
        QTest.touchEvent(self.board.handle, touch_screen()).press(0, at).commit()

    def move(self, at: QPoint) -> None:
        QTest.touchEvent(self.board.handle, touch_screen()).move(0, at).commit()

    def lift(self, at: QPoint) -> None:
        QTest.touchEvent(self.board.handle, touch_screen()).release(0, at).commit()

    @property
    def is_counting(self) -> bool:
        return self.corner._holding.isActive()


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    hall = Hall(hold_seconds=1000)
    qtbot.addWidget(hall.board)
    return hall


def test_a_finger_held_in_the_corner_asks_for_the_pad_once(qtbot: QtBot) -> None:
    hall = Hall(hold_seconds=0.01)
    qtbot.addWidget(hall.board)

    hall.put_down(IN)
    wait_until(lambda: hall.held.count() > 0)
    hall.lift(IN)

    assert hall.held.count() == 1


def test_it_is_held_for_five_seconds_unless_told_otherwise(qtbot: QtBot) -> None:
    board = Board(960, 540)
    qtbot.addWidget(board)

    assert CornerLongPress(board, side=board.height, parent=board)._holding.interval() == 5_000


def test_a_lifted_finger_asks_for_nothing(hall: Hall) -> None:
    hall.put_down(IN)
    assert hall.is_counting

    hall.lift(IN)

    assert not hall.is_counting


def test_a_finger_that_leaves_the_corner_asks_for_nothing(hall: Hall) -> None:
    hall.put_down(IN)
    hall.move(OUT)
    assert not hall.is_counting
    hall.lift(OUT)


def test_a_finger_elsewhere_asks_for_nothing(hall: Hall) -> None:
    hall.put_down(OUT)
    assert not hall.is_counting
    hall.lift(OUT)
