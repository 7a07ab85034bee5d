"""A locked exhibit in a hall of a test's own, and a hand that does anything at all to it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.guard.overlay.overlay import Overlay
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.staff.staff_access import StaffAccess
from kiosk.guard.staff.staff_report import StaffReporter
from kiosk.guard.staff_pin import StaffPin
from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading
from kiosk.shipped import shipped
from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QWindow

    from kiosk.app import App

PIN = "482915"
FINGERS = 10


class Board(QWidget):
    """A bare window with the look and words of the exhibit, for a screen of the guard alone."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        super().__init__()
        self.resize(width, height)
        self._look = read_look(shipped("assets"))
        self._words = read_words(shipped("assets") / "words")

    def interface_style(self) -> InterfaceStyle:
        return InterfaceStyle(self._look.sized(self.size().toSizeF()), self._words, "en")

    @property
    def handle(self) -> QWindow:
        handle = self.windowHandle()
        assert handle is not None
        return handle


class LockedExhibit:
    """The exhibit as `kiosk run --locked` opens it, on a state folder of its own."""

    def __init__(self, app: App, folder: Path, *, has_pin: bool = True) -> None:
        settings = Settings(shipped("content"), state=folder / "state", logs=folder / "logs")
        self.app = app
        windows = QApplication.topLevelWidgets()
        self.others = [each for each in windows if each.isVisible() and each is not app.stage]
        self.guard = ProcessGuard(settings, app.occupancy, environment={})
        self.pin = StaffPin(settings.state)
        if has_pin:
            self.pin.set(PIN)
        reporter = StaffReporter(SettingsReading(settings), self.guard, app.content_messages)
        self.locked = StaffAccess(
            app.stage, self.guard, self.pin, reporter, app.interface_style, settings
        )
        self.locked.begin()
        QApplication.processEvents()

    def close(self) -> None:
        self.locked.lockdown.end()
        for overlay in self.app.stage.findChildren(Overlay):
            overlay.dismiss()
            overlay.deleteLater()
        self.locked.deleteLater()
        self.guard.end(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class RandomHand:
    """Touches, presses, turns, drags and closes whatever there is, the same for the same seed."""

    def __init__(self, window: QWidget, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)
        self._down: dict[int, QPoint] = {}
        self._deeds: tuple[Callable[[], None], ...] = (
            self._touch,
            self._touch,
            self._touch,
            self._key,
            self._click,
            self._turn_wheel,
            self._ask_for_menu,
            self._close,
            self._drag_in,
        )

    def do(self, count: int) -> None:
        for _ in range(count):
            self._random.choice(self._deeds)()
            QApplication.processEvents()
        self._lift_all()

    @property
    def _handle(self) -> QWindow:
        handle = self._window.windowHandle()
        assert handle is not None
        return handle

    def _point(self) -> QPoint:
        return QPoint(
            self._random.randrange(self._window.width()),
            self._random.randrange(self._window.height()),
        )

    def _widget(self) -> QWidget:
        return self._window.childAt(self._point()) or self._window

    def _touch(self) -> None:
        sequence = QTest.touchEvent(self._handle, touch_screen())
        deed, finger = self._random.random(), self._random.randrange(FINGERS)
        for other in self._down:
            if other != finger:
                sequence.stationary(other)
        if finger not in self._down:
            self._down[finger] = self._point()
            sequence.press(finger, self._down[finger])
        elif deed < 0.6:
            sequence.release(finger, self._down.pop(finger))
        else:
            self._down[finger] = self._point()
            sequence.move(finger, self._down[finger])
        sequence.commit()

    def _lift_all(self) -> None:
        sequence = QTest.touchEvent(self._handle, touch_screen())
        for finger, at in self._down.items():
            sequence.release(finger, at)
        if self._down:
            sequence.commit()
        self._down.clear()
        QApplication.processEvents()

    def _key(self) -> None:
        keys = [key for key in Qt.Key if key not in (Qt.Key.Key_unknown, Qt.Key.Key_Any)]
        likely = [Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_F4, Qt.Key.Key_Escape, Qt.Key.Key_Tab]
        key = self._random.choice(keys if self._random.random() < 0.5 else likely)
        modifiers = self._random.choice(
            [
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ControlModifier,
                Qt.KeyboardModifier.AltModifier,
                Qt.KeyboardModifier.MetaModifier,
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
            ]
        )
        QTest.keyClick(self._handle, key, modifiers)

    def _click(self) -> None:
        button = self._random.choice(
            [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton]
        )
        none = Qt.KeyboardModifier.NoModifier
        if self._random.random() < 0.2:
            QTest.mouseDClick(self._handle, button, none, self._point())
        else:
            QTest.mouseClick(self._handle, button, none, self._point())

    def _turn_wheel(self) -> None:
        at = QPointF(self._point())
        turned = QPoint(0, self._random.choice([-120, 120]))
        event = QWheelEvent(
            at,
            self._window.mapToGlobal(at),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self._widget(), event)

    def _ask_for_menu(self) -> None:
        reason = self._random.choice(list(QContextMenuEvent.Reason))
        at = self._point()
        event = QContextMenuEvent(reason, at, self._window.mapToGlobal(at))
        QCoreApplication.sendEvent(self._widget(), event)

    def _close(self) -> None:
        self._window.close()
        if self._random.random() < 0.2:
            QApplication.closeAllWindows()

    def _drag_in(self) -> None:
        data = QMimeData()
        data.setText("file:///")
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        widget, at, copy = self._widget(), self._point(), Qt.DropAction.CopyAction
        QCoreApplication.sendEvent(widget, QDragEnterEvent(at, copy, data, button, none))
        QCoreApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, button, none))


def visible_windows(hall: LockedExhibit) -> list[QWidget]:
    """Every top-level widget that can be seen, dialogs and menus among them.

    Exhibits of other test files that stand in this process are none of the hall's.
    """
    found = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [each for each in found if each not in hall.others]
