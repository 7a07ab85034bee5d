"""A stuck finger is let go, and the fingers beside it go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.guard.occupancy import Occupancy
from kiosk.guard.staff.lockdown import Lockdown
from kiosk.screen.touch.resting_finger import STUCK_SECONDS
from tests.clock import Clock
from tests.guard.staff.locked_exhibit import Board
from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

PALM, ELSEWHERE = QPoint(50, 50), QPoint(250, 50)


class Hall:
    """A window with two buttons, locked, and a clock that a test turns on."""

    def __init__(self) -> None:
        self.board, self.clock = Board(400, 100), Clock()
        self.board.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.first, self.second = QPushButton(self.board), QPushButton(self.board)
        self.first.setGeometry(0, 0, 200, 100)
        self.second.setGeometry(200, 0, 200, 100)
        self.board.show()
        self.lockdown = Lockdown(self.board, Occupancy(self.board), parent=self.board)
        self.lockdown.begin()
        self.finger = self.lockdown.fingers
        self.finger._clock = self.clock
        self.first_clicked = QSignalSpy(self.first.clicked)
        self.second_clicked = QSignalSpy(self.second.clicked)

    def commit(self, deed: str, finger: int, at: QPoint, *, resting: tuple[int, ...] = ()) -> None:
        sequence = QTest.touchEvent(self.board.handle, touch_screen())
        for other in resting:
            sequence.stationary(other)
        getattr(sequence, deed)(finger, at)
        sequence.commit()
        QApplication.processEvents()

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.finger.look()


@pytest.fixture
def hall(qtbot: QtBot) -> Iterator[Hall]:
    hall = Hall()
    qtbot.addWidget(hall.board)
    yield hall
    hall.lockdown.end()


def test_a_palm_is_let_go_after_a_minute_and_has_touched_nothing(hall: Hall) -> None:
    hall.commit("press", 0, PALM)
    hall.wait(STUCK_SECONDS - 1)
    assert hall.first.isDown()

    hall.wait(1)
    assert not hall.first.isDown()
    hall.commit("move", 0, PALM + QPoint(3, 0))
    assert not hall.first.isDown()
    hall.commit("release", 0, PALM)

    assert hall.first_clicked.count() == 0


def test_beside_a_stuck_finger_another_one_touches(hall: Hall) -> None:
    hall.commit("press", 0, PALM)
    hall.wait(STUCK_SECONDS)

    hall.commit("press", 1, ELSEWHERE, resting=(0,))
    hall.commit("release", 1, ELSEWHERE, resting=(0,))
    hall.commit("press", 2, ELSEWHERE, resting=(0,))
    hall.commit("release", 2, ELSEWHERE, resting=(0,))

    assert hall.second_clicked.count() == 2
    hall.commit("release", 0, PALM)
    assert hall.first_clicked.count() == 0


def test_after_a_stuck_finger_the_next_touch_is_like_any_other(hall: Hall) -> None:
    hall.commit("press", 0, PALM)
    hall.wait(STUCK_SECONDS)
    hall.commit("release", 0, PALM)

    hall.commit("press", 0, ELSEWHERE)
    hall.commit("release", 0, ELSEWHERE)

    assert not hall.finger.is_resting
    assert (hall.first_clicked.count(), hall.second_clicked.count()) == (0, 1)


def test_two_hands_in_turn_are_never_stuck(hall: Hall) -> None:
    hall.commit("press", 0, PALM)
    for turn in range(10):
        down, up = (turn + 1) % 2, turn % 2
        hall.wait(STUCK_SECONDS / 3)
        hall.commit("press", down, ELSEWHERE, resting=(up,))
        hall.commit("release", up, PALM, resting=(down,))

    assert not hall.finger.is_resting
    hall.commit("release", 0, PALM)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_of_a_mouse_counts(hall: Hall, button: Qt.MouseButton) -> None:
    pressed = QSignalSpy(hall.first.pressed)
    none = Qt.KeyboardModifier.NoModifier

    QTest.mouseClick(hall.board.handle, button, none, PALM)
    assert pressed.count() == 0
    QTest.mouseClick(hall.board.handle, Qt.MouseButton.LeftButton, none, PALM)

    assert pressed.count() == 1


def test_the_cursor_is_hidden_until_staff_leave(hall: Hall) -> None:
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.BlankCursor

    hall.lockdown.end()

    assert QApplication.overrideCursor() is None


def test_the_keys_of_a_keypad_come_through_and_others_do_not(qtbot: QtBot) -> None:
    board = Board(400, 100)
    qtbot.addWidget(board)
    board.show()
    lockdown = Lockdown(board, Occupancy(board), keypad=("F19", "W"), parent=board)
    lockdown.begin()
    for key, comes in ((Qt.Key.Key_F19, True), (Qt.Key.Key_W, True), (Qt.Key.Key_F4, False)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        assert lockdown.eventFilter(board, event) is not comes, key
    lockdown.end()
