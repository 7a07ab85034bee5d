"""The clicker: the keys of a talk, with the meanings that slide programs give them."""

from __future__ import annotations

import sys
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.input_filters import filter_input, leave_input
from kiosk.screen.control.control import Control

if TYPE_CHECKING:
    from collections.abc import Mapping


class Action(StrEnum):
    """What a presenter can do by a key or a button."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    BLACK = "black"
    WHITE = "white"
    BEGIN = "begin"
    CONTINUE = "continue"
    END = "end"
    RETURN = "return"
    CONSOLE = "console"
    SWAP = "swap"
    AUDIENCE_LANGUAGE = "audience-language"
    NOTES_LANGUAGE = "notes-language"
    LASER = "laser"
    PEN = "pen"
    CLEAR = "clear"
    PAUSE = "pause"
    LARGER = "larger"
    SMALLER = "smaller"


KEYS: Mapping[Action, tuple[str, ...]] = MappingProxyType(
    {
        Action.NEXT: ("PageDown", "Right", "Space", "Down"),
        Action.BACK: ("PageUp", "Left", "Up", "Backspace"),
        Action.FIRST: ("Home",),
        Action.LAST: ("End",),
        Action.BLACK: ("Period", "B"),
        Action.WHITE: ("W",),
        Action.BEGIN: ("F5",),
        Action.CONTINUE: ("Shift+F5",),
        Action.END: ("Escape",),
        Action.RETURN: ("R",),
        Action.CONSOLE: ("C",),
        Action.SWAP: ("S",),
        Action.AUDIENCE_LANGUAGE: ("A",),
        Action.NOTES_LANGUAGE: ("N",),
        Action.LASER: ("L",),
        Action.PEN: ("P",),
        Action.CLEAR: ("E",),
        Action.PAUSE: ("T",),
        Action.LARGER: ("Plus",),
        Action.SMALLER: ("Minus",),
    }
)
"""The keys of each action, by Qt's names; digits and Enter also jump to a step."""

_SHIFT = "Shift+"
_ACTIONS = {
    (getattr(Qt.Key, f"Key_{name.removeprefix(_SHIFT)}"), name.startswith(_SHIFT)): action
    for action, names in KEYS.items()
    for name in names
}
_XKB_OFFSET = 8
"""The offset of X11's and Wayland's key codes from those in linux/input-event-codes.h."""
_PLACES: dict[int, Qt.Key] = {
    "darwin": {0x0B: Qt.Key.Key_B, 0x2F: Qt.Key.Key_Period},
    "win32": {0x30: Qt.Key.Key_B, 0x34: Qt.Key.Key_Period},
}.get(
    sys.platform,
    {
        48 + _XKB_OFFSET: Qt.Key.Key_B,
        52 + _XKB_OFFSET: Qt.Key.Key_Period,
        **{
            number + 1 + _XKB_OFFSET: Qt.Key(Qt.Key.Key_0.value + number % 10)
            for number in range(1, 11)
        },
    },
)
"""The meaning of physical keys for keyboard layouts whose letters mean nothing here.

A clicker sends the key codes of an American keyboard: kVK_ANSI_B of macOS, scan codes of Windows,
KEY_B, KEY_DOT and KEY_1 to KEY_0 of Linux.
"""
_COMBINING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
_REPEATING = (Action.LARGER, Action.SMALLER)
_DIGITS_LIMIT = 3
_DIGITS_MS = 5000
"""Digits without Enter are discarded after this time."""


class Clicker(QObject):
    """Handles the keys of the whole application while it is active; other keys pass through.

    Space and Enter go to a button that has the focus.
    """

    acted = Signal(str)
    jumped = Signal(int)
    """The number of the step to jump to, from 1."""
    noticed = Signal()
    """A key was handled, which the idle watch can't see."""
    typed = Signal(str)
    """The digits that wait for Enter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(_DIGITS_MS)
        self._forgetting.timeout.connect(self.forget)

    @property
    def digits(self) -> str:
        """The digits that wait for Enter."""
        return self._digits

    @Slot()
    def forget(self) -> None:
        """Discard the digits."""
        self._type("")

    def begin(self) -> None:
        """Start handling keys."""
        filter_input(self)

    def end(self) -> None:
        """Stop handling keys."""
        self._forgetting.stop()
        leave_input(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            taken = self._take(event)
            if taken:
                self.noticed.emit()
            return taken
        return False

    def _take(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _COMBINING:
            return False
        key = _meant(event)
        on_button = isinstance(QApplication.focusWidget(), Control)
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type((self._digits + str(key.value - Qt.Key.Key_0.value))[-_DIGITS_LIMIT:])
            return True
        if key in _MODIFIERS:
            return False
        digits = self._digits
        self._type("")
        if key in _ENTER:
            if digits:
                self.jumped.emit(int(digits))
            return bool(digits)
        if key == Qt.Key.Key_Space and on_button:
            return False
        action = _action(key, event.modifiers())
        if action is None:
            return False
        if not event.isAutoRepeat() or action in _REPEATING:
            self.acted.emit(action)
        return True

    def _type(self, digits: str) -> None:
        if digits:
            self._forgetting.start()
        else:
            self._forgetting.stop()
        if digits != self._digits:
            self._digits = digits
            self.typed.emit(digits)


def _action(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Action | None:
    """The action of a key; Shift matters only if the table has an entry with it."""
    shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    return _ACTIONS.get((key, shifted)) or _ACTIONS.get((key, False))


def _meant(event: QKeyEvent) -> Qt.Key:
    """The key by its letter, or by its position if the letter means nothing."""
    key = Qt.Key(event.key())
    is_digit = Qt.Key.Key_0 <= key <= Qt.Key.Key_9
    if is_digit or key in _ENTER or _action(key, event.modifiers()) is not None:
        return key
    darwin = sys.platform == "darwin"
    place = event.nativeVirtualKey() if darwin else event.nativeScanCode()
    return _PLACES.get(place, key)
