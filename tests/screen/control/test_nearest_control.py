"""Where fingers would reach two controls, the one whose shape is nearer is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.screen.control.button import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

GAP = 12


@pytest.fixture
def pair(parent: QWidget, still_look: Look) -> tuple[Button, Button]:
    """Two buttons on a small screen, where each reaches far beyond its shape."""
    look = still_look.sized(QSizeF(1920, 1080), (345.0, 194.0))
    first, second = Button(parent, key="first"), Button(parent, key="second")
    for button in (first, second):
        button.show_words(look, button.key, language="en")
        button.show()
    first.place_drawn(100, 100)
    second.place_drawn(100 + first.drawn_width + GAP, 100)
    return first, second


def between(pair: tuple[Button, Button], share: float) -> QPoint:
    """A point of their parent in the gap between both."""
    first, _ = pair
    x = 100 + first.drawn_width + GAP * share
    return QPoint(round(x), 130)


@pytest.mark.parametrize(("share", "meant"), [(0.1, 0), (0.4, 0), (0.6, 1), (0.9, 1)])
def test_the_nearer_of_two_answers(pair: tuple[Button, Button], share: float, meant: int) -> None:
    spies = [QSignalSpy(button.chosen) for button in pair]
    upper, at = pair[1], between(pair, share)
    assert all(button.geometry().contains(at) for button in pair)
    QTest.mouseClick(upper, Qt.MouseButton.LeftButton, pos=at - upper.pos())

    assert [spy.count() for spy in spies] == [int(meant == number) for number in range(2)]


def test_it_looks_pressed_and_lets_go_off_itself(pair: tuple[Button, Button]) -> None:
    first, upper = pair
    spy, at = QSignalSpy(first.chosen), between(pair, 0.1) - upper.pos()
    QTest.mousePress(upper, Qt.MouseButton.LeftButton, pos=at)
    assert first.isDown()
    assert not upper.isDown()
    QTest.mouseRelease(upper, Qt.MouseButton.LeftButton, pos=QPoint(2000, 2000))

    assert not first.isDown()
    assert spy.count() == 0


def test_one_that_can_not_be_pressed_keeps_its_side(pair: tuple[Button, Button]) -> None:
    first, upper = pair
    first.setEnabled(False)
    spies = [QSignalSpy(button.chosen) for button in pair]
    QTest.mouseClick(upper, Qt.MouseButton.LeftButton, pos=between(pair, 0.1) - upper.pos())

    assert [spy.count() for spy in spies] == [0, 0]
