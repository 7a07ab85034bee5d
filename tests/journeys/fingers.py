"""Several fingers of one visitor, each put down, moved and lifted by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tests.journeys.visitor import Visitor


class Fingers:
    """Knows which fingers are down, so that each event tells of all of them, as a screen does."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self._down: set[int] = set()

    def act(self, deed: str, fingers: dict[int, QPoint]) -> None:
        """Have fingers `press`, `move` or `release` at these points, and the others stand."""
        sequence = QTest.touchEvent(self._visitor.window, touch_screen())
        for finger in self._down - set(fingers):
            sequence.stationary(finger)
        for finger, point in fingers.items():
            getattr(sequence, deed)(finger, point)
        sequence.commit()
        if deed == "press":
            self._down |= set(fingers)
        elif deed == "release":
            self._down -= set(fingers)
        QApplication.processEvents()

    def press(self, finger: int, point: QPoint) -> None:
        self.act("press", {finger: point})

    def move(self, finger: int, point: QPoint) -> None:
        self.act("move", {finger: point})

    def release(self, finger: int, point: QPoint) -> None:
        self.act("release", {finger: point})

    def tap(self, finger: int, point: QPoint) -> None:
        self.press(finger, point)
        self.release(finger, point)
