"""Focus belongs to the keyboard: a touch takes it away, a Tab brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screen.control.button import Button
from kiosk.screen.control.focus_keeper import FocusKeeper
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.look.look import Look


@pytest.fixture
def stage(qapp: object, still_look: Look) -> Iterator[QWidget]:
    stage = QWidget()
    stage.resize(600, 300)
    FocusKeeper(stage)
    for number, words in enumerate(("Facts", "Charts")):
        button = Button(stage)
        button.show_words(still_look, words, language="en")
        button.move(20 + 200 * number, 20)
    stage.show()
    stage.activateWindow()
    wait_until(stage.isActiveWindow)
    stage.setFocus()
    yield stage
    stage.close()


def test_a_tab_gives_a_button_the_focus(stage: QWidget) -> None:
    QTest.keyClick(stage, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is stage.findChildren(Button)[0]


def test_a_touch_anywhere_takes_it_away(stage: QWidget) -> None:
    first, second = stage.findChildren(Button)
    QTest.keyClick(stage, Qt.Key.Key_Tab)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is stage

    QTest.keyClick(stage, Qt.Key.Key_Tab)
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is stage
    assert not first.hasFocus()


def test_the_ring_is_only_there_with_the_focus(stage: QWidget, still_look: Look) -> None:
    button = stage.findChildren(Button)[0]
    middle = button.width() // 2
    plain = button.grab().toImage()
    QTest.keyClick(stage, Qt.Key.Key_Tab)
    ringed = button.grab().toImage()

    column = [ringed.pixelColor(middle, y) for y in range(round(button.margin) + 1)]
    assert still_look.theme.pearl in column
    assert still_look.theme.pearl not in [
        plain.pixelColor(middle, y) for y in range(round(button.margin) + 1)
    ]
