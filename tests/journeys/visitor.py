"""A visitor in front of a running exhibit, with fingers, a mouse or a keyboard.

Everything goes to the window, as from a real device, so that Qt itself decides which widget gets
it.  What a visitor can find is what is visible and has a name.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, SignalInstance
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPointingDevice, QWindow

    from kiosk.app import App
    from kiosk.exhibit.place import Place

HANG_SECONDS = 30
"""How long a test waits for something that must come: no measure of speed, only a guard."""

_devices: list[QPointingDevice] = []


def touch_screen() -> QPointingDevice:
    """The one touch screen of this test run."""
    if not _devices:
        _devices.append(QTest.createTouchDevice())
    return _devices[0]


def wait_until(true: Callable[[], bool], *, seconds: float = HANG_SECONDS) -> None:
    """Let the exhibit live until something is so."""
    give_up = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < give_up, "it never came to be so"
        # QSignalSpy.wait would keep Python's lock, and with it every thread of the pool.
        QTest.qWait(5)


def wait_for(signal: SignalInstance) -> None:
    """Let the exhibit live until a signal comes."""
    spy = QSignalSpy(signal)
    wait_until(lambda: spy.count() > 0)


class Visitor:
    """Sees the screen of an exhibit and touches it."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def place(self) -> Place:
        return self.app.journey.place

    @property
    def window(self) -> QWindow:
        window = self.app.stage.windowHandle()
        assert window is not None
        return window

    def _live(self) -> None:
        """Let the exhibit do what waits, until what was asked for is on the stage."""
        QApplication.processEvents()
        while self.app.stage._ahead.held is not None:
            QApplication.processEvents()

    # What can be seen and heard

    def controls(self) -> list[QAbstractButton]:
        """Everything visible that can be pressed."""
        return [each for each in self.app.stage.findChildren(QAbstractButton) if each.isVisible()]

    def names(self) -> list[str]:
        """What assistive technology calls the visible controls."""
        return [each.accessibleName() for each in self.controls()]

    def control(self, name: str, *, within: str = "") -> QAbstractButton:
        """The one visible control of that name; `within` names the class of a parent."""
        found = [
            each
            for each in self.controls()
            if each.accessibleName() == name
            and (not within or type(each.parentWidget()).__name__ == within)
        ]
        assert len(found) == 1, f"{name!r} stands {len(found)} times among {self.names()}"
        return found[0]

    def sees(self, kind: str) -> QWidget:
        """The one visible widget of that class."""
        found = [
            each
            for each in self.app.stage.findChildren(QWidget)
            if type(each).__name__ == kind and each.isVisible()
        ]
        assert len(found) == 1, f"{kind} is visible {len(found)} times"
        return found[0]

    def shows(self, kind: str) -> bool:
        """Whether a widget of that class is visible."""
        return any(
            type(each).__name__ == kind and each.isVisible()
            for each in self.app.stage.findChildren(QWidget)
        )

    def point_of(self, place: str) -> QPoint:
        """Where a place of the map stands in the window."""
        point = self.app.stage.map_view.target_point(place)
        assert point is not None
        return point.toPoint()

    def middle_of(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.app.stage, widget.rect().center())

    # Fingers

    def touch(self, point: QPoint | QPointF) -> None:
        self.put_down(point)
        self.lift(point)

    def put_down(self, point: QPoint | QPointF, finger: int = 0) -> None:
        QTest.touchEvent(self.window, touch_screen()).press(finger, _whole(point)).commit()
        self._live()

    def move(self, point: QPoint | QPointF, finger: int = 0) -> None:
        QTest.touchEvent(self.window, touch_screen()).move(finger, _whole(point)).commit()
        self._live()

    def lift(self, point: QPoint | QPointF, finger: int = 0) -> None:
        QTest.touchEvent(self.window, touch_screen()).release(finger, _whole(point)).commit()
        self._live()

    def put_down_second(self, first: QPoint, second: QPoint) -> None:
        """While one finger rests, put down another."""
        sequence = QTest.touchEvent(self.window, touch_screen())
        sequence.stationary(0).press(1, second).commit()
        self._live()

    def lift_both(self, first: QPoint, second: QPoint) -> None:
        QTest.touchEvent(self.window, touch_screen()).release(0, first).release(1, second).commit()
        self._live()

    def take_a_moment(self) -> None:
        """Look first at what the last touch has changed."""
        self.app.stage.tap_guard.forget()

    def touch_place(self, place: str) -> None:
        self.touch(self.point_of(place))

    def touch_control(self, name: str, *, within: str = "") -> None:
        self.touch(self.middle_of(self.control(name, within=within)))

    # The mouse

    def click(self, point: QPoint | QPointF) -> None:
        QTest.mouseClick(
            self.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            _whole(point),
        )
        self._live()

    def click_control(self, name: str, *, within: str = "") -> None:
        self.click(self.middle_of(self.control(name, within=within)))

    # The keyboard

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.window, key, modifier)
        self._live()

    @property
    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()

    def tab_round(self, most: int = 60) -> list[str]:
        """The names that Tab comes by, from where it is until they repeat."""
        seen: list[QWidget] = []
        for _ in range(most):
            self.press(Qt.Key.Key_Tab)
            focused = self.focused
            if focused is None or focused in seen:
                break
            seen.append(focused)
        return [each.accessibleName() for each in seen]

    def tab_to(self, name: str, most: int = 60) -> None:
        """Press Tab until the control of that name has the focus."""
        for _ in range(most):
            self.press(Qt.Key.Key_Tab)
            focused = self.focused
            if focused is not None and focused.accessibleName() == name:
                return
        raise AssertionError(f"Tab never comes to {name!r}")


def _whole(point: QPoint | QPointF) -> QPoint:
    return point.toPoint() if isinstance(point, QPointF) else point
