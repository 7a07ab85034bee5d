"""Lockdown: nobody gets out of the exhibit by what a screen and a keyboard can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.guard.occupancy import Occupancy, Occupant
from kiosk.screen.aloud.pressed_key import key_name
from kiosk.screen.full_screen import fill_screen
from kiosk.screen.touch.resting_finger import RestingFinger

if TYPE_CHECKING:
    from collections.abc import Collection

_REASSERT_MS = (500, 2_000, 5_000)
"""After a screen came, went or turned: compositors take their time, some forget the first try."""

_KEYS_HARMLESS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Period,
        *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
    }
)
"""What a keyboard or a clicker sends; everything else does nothing but what the settings name."""

_COMBINING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    }
)
_GESTURES = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.WhatsThis,
        QEvent.Type.HelpRequest,
        QEvent.Type.ToolTip,
    }
)


class Lockdown(QObject):
    """Keeps one window fullscreen and alone, and lets only harmless input through.

    A talk has the cursor and windows of its own, which stay where it puts them.
    """

    reasserted = Signal()

    def __init__(
        self,
        window: QWidget,
        occupancy: Occupancy,
        *,
        fingers: RestingFinger | None = None,
        keypad: Collection[str] = (),
        parent: QObject | None = None,
    ) -> None:
        """`fingers` already watches the window's touches; without one, the lock has its own.

        `keypad` are the names of the keys of a visitor's keypad.
        """
        super().__init__(parent)
        self._window = window
        self._occupancy = occupancy
        self._keypad = frozenset(keypad)
        self._may_close = False
        self._has_cursor = True
        self.fingers = fingers or RestingFinger(window)
        self._tries = [QTimer(self) for _ in _REASSERT_MS]
        for timer, delay in zip(self._tries, _REASSERT_MS, strict=True):
            timer.setSingleShot(True)
            timer.setInterval(delay)
            timer.timeout.connect(self.reassert)

    def begin(self) -> None:
        """Lock from now on."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setQuitOnLastWindowClosed(False)
        application.installEventFilter(self)
        self.fingers.begin()
        application.screenAdded.connect(self._screen_came)
        application.screenRemoved.connect(self._screens_changed)
        application.primaryScreenChanged.connect(self._screens_changed)
        for screen in application.screens():
            screen.geometryChanged.connect(self._screens_changed)
        if not self._window.windowFlags() & Qt.WindowType.FramelessWindowHint:
            # Qt hides and recreates a visible window for this, so lock before it is shown.
            self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._occupancy.changed.connect(self._follow)
        self._hide_cursor()
        self.reassert()

    def end(self) -> None:
        """Let the window close: the staff wants to leave."""
        self._may_close = True
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._show_cursor()

    def release_touches(self) -> None:
        """Release whatever is pressed, without touching anything by it."""
        self.fingers.release()

    @Slot()
    def reassert(self) -> None:
        """Fill the current screen again; without any screen, wait for one."""
        if not QGuiApplication.screens() or self._talks:
            return
        fill_screen(self._window, self._window.screen())
        self._window.raise_()
        self._window.activateWindow()
        self.reasserted.emit()

    @Slot(QScreen)
    def _screen_came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_changed)
        self._screens_changed()

    @Slot()
    def _screens_changed(self) -> None:
        for timer in self._tries:
            timer.start()

    def _hide_cursor(self) -> None:
        if self._has_cursor:
            self._has_cursor = False
            QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))

    def _show_cursor(self) -> None:
        if not self._has_cursor:
            self._has_cursor = True
            QGuiApplication.restoreOverrideCursor()

    @property
    def _talks(self) -> bool:
        return self._occupancy.who is Occupant.TALK

    @Slot(str)
    def _follow(self, occupant: str) -> None:
        """Leave the windows to a talk while it goes on, and take them back after it."""
        if occupant == Occupant.TALK:
            self._show_cursor()
        elif self._has_cursor and not self._may_close:
            self._hide_cursor()
            self.reassert()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _GESTURES:
            return True
        if kind in _MOUSE and isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            return not self._is_harmless(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return not self._is_harmless(event)
        if kind == QEvent.Type.Close and watched is self._window and not self._may_close:
            event.ignore()
            return True
        if kind == QEvent.Type.WindowStateChange and watched is self._window:
            self._return_to_full_screen()
        return False

    def _return_to_full_screen(self) -> None:
        if not self._window.isFullScreen() and not self._may_close and not self._talks:
            self._tries[0].start()

    def _is_harmless(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _COMBINING:
            return False
        return event.key() in _KEYS_HARMLESS or key_name(event) in self._keypad
