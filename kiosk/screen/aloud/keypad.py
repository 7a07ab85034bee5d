"""The keypad: keys of the machine that go through the screen item by item, and help with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.input_filters import filter_input, leave_input
from kiosk.screen.aloud.pressed_key import key_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_COMBINING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_REPEATING = frozenset({"next", "previous", "louder", "quieter", "faster", "slower", "switch_move"})
_TOUCHED = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd)
_HELP = "help"
_SOCKET = {"headphones_in": True, "headphones_out": False}
"""Keys that a keypad presses by itself, and what they say of its socket."""


class Keypad(QObject):
    """Says what a key of the keypad means; other keys go on to whoever has the focus.

    While Help is held down a key does nothing: what it means is to be told.  A Help that was
    pressed alone is told when it is let go.
    """

    meant = Signal(str)
    """A key was pressed that has this meaning."""
    asked = Signal(str)
    """A key was pressed while Help was held: what does this one do?"""
    helped = Signal()
    """Help was pressed alone."""
    came = Signal()
    """A key was pressed that woke the exhibit or answered its question, and did no more."""
    touched = Signal()
    """Something was touched, whatever that did."""
    plugged = Signal(bool)
    """Headphones were put in, or pulled out; told whoever has the exhibit, and asleep too."""

    def __init__(
        self,
        keys: Mapping[str, tuple[str, ...]],
        is_free: Callable[[], bool],
        is_awake: Callable[[], bool],
        takes: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        """`keys` are the names of the keys of each meaning.

        `is_free` says whether it may listen: a talk, staff and an overlay of the guard have the
        keyboard to themselves.  `takes` says of a key whether it is the keypad's now: a keyboard
        goes on by itself where nothing is read.
        """
        super().__init__(parent)
        self._meanings = {name: meaning for meaning, names in keys.items() for name in names}
        self._is_free, self._is_awake, self._takes = is_free, is_awake, takes
        self._helping = False
        self._explained = False
        self._taken: set[str] = set()
        self._passes = False

    def begin(self) -> None:
        """Listen from now on, before all widgets and whoever watches whether anybody is there."""
        filter_input(self, first=True)

    def end(self) -> None:
        """Listen no more."""
        leave_input(self)

    def forget(self) -> None:
        """The visit is over: a Help that is still down belongs to nobody."""
        self._helping = False

    def press_for(self, window: QObject, key: Qt.Key) -> None:
        """Press another key for somebody, which goes on to the window as one of a keyboard."""
        self._passes = True
        try:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
                QCoreApplication.sendEvent(window, event)
        finally:
            self._passes = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHED:
            self.touched.emit()
        if self._passes or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._release(event)
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & _COMBINING:
            return False
        name = key_name(event)
        if name not in self._meanings:
            return False
        if self._meanings[name] in _SOCKET:
            return self._plug(name, repeated=event.isAutoRepeat())
        if not self._is_free():
            return False
        if not self._is_awake():
            # Whoever swallows what wakes the exhibit has to see it let go as well.
            self._taken.discard(name)
            if not event.isAutoRepeat():
                self.came.emit()
            return False
        if not self._takes(name):
            return False
        self._taken.add(name)
        self._press(self._meanings[name], repeated=event.isAutoRepeat())
        return True

    def _plug(self, name: str, *, repeated: bool) -> bool:
        """Tell of the socket, which nobody presses: it counts whoever has the keys."""
        is_free = self._is_free()
        if is_free:
            self._taken.add(name)
        if not repeated:
            self.plugged.emit(_SOCKET[self._meanings[name]])
        return is_free

    def _press(self, meaning: str, *, repeated: bool) -> None:
        if meaning == _HELP:
            if not repeated:
                self._helping, self._explained = True, False
        elif self._helping:
            self._explained = True
            if not repeated:
                self.asked.emit(meaning)
        elif not repeated or meaning in _REPEATING:
            self.meant.emit(meaning)

    def _release(self, event: QKeyEvent) -> bool:
        """Whatever was pressed here is let go here too."""
        name = key_name(event)
        if name not in self._taken:
            return False
        if event.isAutoRepeat():
            return True
        self._taken.discard(name)
        if self._meanings[name] == _HELP and self._helping:
            self._helping = False
            if not self._explained:
                self.helped.emit()
        return True
