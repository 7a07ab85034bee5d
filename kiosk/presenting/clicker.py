"""The clicker: which key does what during a talk, as slide programs have it."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.screen.control import Control

if TYPE_CHECKING:
    from collections.abc import Mapping


class Action(StrEnum):
    """What a presenter can want."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    BLACK = "black"
    WHITE = "white"
    BEGIN = "begin"
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
"""The keys of each action, as Qt calls them; digits and Enter jump to a step besides."""

_ACTIONS = {
    getattr(Qt.Key, f"Key_{name}"): action for action, names in KEYS.items() for name in names
}
_COMBINING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REPEATING = (Action.LARGER, Action.SMALLER)
_DIGITS_LIMIT = 3


class Clicker(QObject):
    """Takes the keys of the whole application while it is on; what is not in the table passes.

    Space and Enter belong to a button that has the focus.
    """

    acted = Signal(str)
    jumped = Signal(int)
    """To the step of that number, counted from 1."""
    noticed = Signal()
    """A key was pressed, of which nobody else may hear."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._digits = ""

    def begin(self) -> None:
        """Listen from now on."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def end(self) -> None:
        """Leave the keys to the exhibit."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

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
        key = Qt.Key(event.key())
        on_button = isinstance(QApplication.focusWidget(), Control)
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digits = (self._digits + str(key.value - Qt.Key.Key_0.value))[-_DIGITS_LIMIT:]
            return True
        digits, self._digits = self._digits, ""
        if key in _ENTER:
            if digits:
                self.jumped.emit(int(digits))
            return bool(digits)
        if key == Qt.Key.Key_Space and on_button:
            return False
        action = _ACTIONS.get(key)
        if action is None:
            return False
        if not event.isAutoRepeat() or action in _REPEATING:
            self.acted.emit(action)
        return True
