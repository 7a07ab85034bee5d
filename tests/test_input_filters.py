"""Filters of input: asked about touches, clicks and keys, the latest first, while they live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from kiosk.input_filters import filter_input, leave_input
from kiosk.screen.teardown import tear_down

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


class Watcher(QObject):
    """Writes down its name and what it was asked about."""

    def __init__(self, name: str, heard: list[str], *, swallows: bool = False) -> None:
        super().__init__()
        self.name, self.heard, self.swallows = name, heard, swallows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard.append(f"{self.name} {event.type().name}")
        return self.swallows


@pytest.fixture
def target(qapp: QApplication) -> Iterator[QObject]:
    found = QObject()
    yield found
    tear_down(found)


def press(target: QObject) -> None:
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(target, key)


def test_the_latest_filter_sees_input_first_and_may_keep_it(target: QObject) -> None:
    heard: list[str] = []
    first, second = Watcher("first", heard), Watcher("second", heard)
    filter_input(first)
    filter_input(second)

    press(target)
    assert heard == ["second KeyPress", "first KeyPress"]

    heard.clear()
    second.swallows = True
    press(target)
    filter_input(first)
    press(target)
    assert heard == ["second KeyPress", "first KeyPress", "second KeyPress"]
    tear_down(first, second)


def test_only_input_is_asked_about(target: QObject) -> None:
    heard: list[str] = []
    watcher = Watcher("it", heard)
    filter_input(watcher)

    QCoreApplication.sendEvent(target, QEvent(QEvent.Type.UpdateRequest))
    at, none = QPointF(), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(target, move)
    assert heard == ["it MouseMove"]

    leave_input(watcher)
    press(target)
    assert heard == ["it MouseMove"]
    tear_down(watcher)


def test_a_filter_that_is_gone_is_asked_no_more(target: QObject) -> None:
    heard: list[str] = []
    watcher = Watcher("it", heard)
    filter_input(watcher)
    tear_down(watcher)

    press(target)
    assert heard == []
