"""The PIN pad: by touch and by keypad, and what it does when nobody knows the PIN."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from kiosk.guard.staff.pin_check import PinCheck
from kiosk.guard.staff.pin_pad import OPEN_SECONDS, PinPad
from kiosk.guard.staff_pin import StaffPin
from tests.clock import Clock
from tests.guard.staff.locked_exhibit import Board

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Check(PinCheck):
    """Knows one PIN, closes after the second wrong one, and takes its time if told so."""

    def __init__(self) -> None:
        super().__init__(StaffPin(Path("nowhere")))
        self.closed_for = 0.0
        self.tried: list[str] = []
        self.takes_its_time = False

    @property
    def wait_seconds(self) -> float:
        return self.closed_for

    def ask(self, digits: str) -> int:
        self.tried.append(digits)
        if not self.takes_its_time:
            QTimer.singleShot(0, self.answer)
        return len(self.tried)

    @Slot()
    def answer(self) -> None:
        right = self.tried[-1] == "482915"
        if not right and len(self.tried) > 1:
            self.closed_for = 60.0
        self.answered.emit(len(self.tried), right)


class Hall:
    def __init__(self) -> None:
        self.board, self.clock, self.check = Board(), Clock(), Check()
        self.pad = PinPad(self.board, self.board.interface_style, self.check, clock=self.clock)
        self.accepted = QSignalSpy(self.pad.accepted)
        self.closed = QSignalSpy(self.pad.closed)

    def type(self, digits: str) -> None:
        for digit in digits:
            QTest.keyClick(self.pad, Qt.Key(Qt.Key.Key_0.value + int(digit)))
        QTest.keyClick(self.pad, Qt.Key.Key_Return)
        QApplication.processEvents()


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    hall = Hall()
    qtbot.addWidget(hall.board)
    hall.board.show()
    hall.pad.open()
    return hall


def test_the_right_digits_are_accepted_and_the_pad_is_gone(hall: Hall) -> None:
    hall.type("482915")

    assert hall.accepted.count() == 1
    assert hall.pad.isHidden()
    assert hall.closed.count() == 0


def test_wrong_digits_are_tried_once_and_forgotten(hall: Hall) -> None:
    hall.type("111111")
    hall.type("482915")

    assert hall.check.tried == ["111111", "482915"]
    assert hall.accepted.count() == 1


def test_a_pad_that_waits_tries_nothing(hall: Hall) -> None:
    hall.type("111111")
    hall.type("222222")
    hall.type("482915")

    assert hall.check.tried == ["111111", "222222"]
    assert hall.accepted.count() == 0


def test_while_a_pin_is_tried_keys_do_nothing_and_the_dots_stay(hall: Hall) -> None:
    hall.check.takes_its_time = True
    hall.type("482915")
    hall.type("0")

    assert hall.pad._message == "trying_pin"
    assert hall.pad._digits == "482915"
    assert hall.check.tried == ["482915"]

    hall.check.answer()

    assert hall.accepted.count() == 1


def test_an_answer_after_the_pad_was_closed_opens_nothing(hall: Hall) -> None:
    hall.check.takes_its_time = True
    hall.type("482915")
    QTest.keyClick(hall.pad, Qt.Key.Key_Escape)
    hall.pad.open()

    hall.check.answer()

    assert hall.accepted.count() == 0
    assert hall.pad._message == "enter_pin"


def test_too_few_digits_are_a_slip_and_no_try(hall: Hall) -> None:
    hall.type("48")
    assert hall.check.tried == []

    hall.type("2915")

    assert hall.accepted.count() == 1


def test_the_last_digit_can_be_taken_back(hall: Hall) -> None:
    for key in (Qt.Key.Key_4, Qt.Key.Key_7, Qt.Key.Key_Backspace):
        QTest.keyClick(hall.pad, key)
    hall.type("82915")

    assert hall.accepted.count() == 1


def test_a_pin_of_32_digits_can_be_typed(hall: Hall) -> None:
    hall.type("1" * 40)

    assert hall.check.tried == ["1" * 32]


def test_untouched_for_twenty_seconds_it_is_gone(hall: Hall) -> None:
    hall.clock.now += OPEN_SECONDS - 1
    hall.pad.tick()
    assert not hall.pad.isHidden()

    hall.clock.now += 1
    hall.pad.tick()

    assert hall.pad.isHidden()
    assert hall.closed.count() == 1


def test_each_digit_keeps_it_open(hall: Hall) -> None:
    hall.clock.now += OPEN_SECONDS - 1
    QTest.keyClick(hall.pad, Qt.Key.Key_4)
    hall.clock.now += OPEN_SECONDS - 1
    hall.pad.tick()

    assert not hall.pad.isHidden()


def test_what_was_typed_is_forgotten_when_it_closes(hall: Hall) -> None:
    QTest.keyClick(hall.pad, Qt.Key.Key_4)
    QTest.keyClick(hall.pad, Qt.Key.Key_Escape)
    hall.pad.open()

    hall.type("82915")

    assert hall.accepted.count() == 0


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (800, 800), (1280, 720)])
def test_every_key_is_on_the_screen_and_large_enough(hall: Hall, size: tuple[int, int]) -> None:
    hall.board.resize(*size)
    QTest.qWait(0)
    look = hall.board.interface_style().look

    for key in hall.pad._keys.values():
        assert hall.pad.rect().contains(key.geometry())
        assert min(key.width(), key.height()) >= look.target
