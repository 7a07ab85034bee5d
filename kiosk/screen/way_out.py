"""The way out for a person at the keyboard: Ctrl+Q, Escape twice at home, or closing the window."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

STEP_UP_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
"""They close a card, or else lead one step up."""

_ESCAPE_TWICE_SECONDS = 1.5


class WayOut(QObject):
    """Watches the keys of a window.

    Escape and Backspace mean one step up.  Escape twice means leaving, where there is no step up:
    whoever closes one thing after the other must not find the exhibit closed too.
    """

    left = Signal()
    stepped_up = Signal()

    def __init__(
        self, window: QWidget, parent: QObject, is_home: Callable[[], bool] | None = None
    ) -> None:
        """`is_home` says whether nothing is left to be closed; without it nothing ever is."""
        super().__init__(parent)
        self._is_home = is_home
        self._escaped_at = -_ESCAPE_TWICE_SECONDS
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.Close:
            self.left.emit()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Q and control:
            self.left.emit()
            return True
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            if self._is_home is not None and not self._is_home():
                self.stepped_up.emit()
                return True
            before, self._escaped_at = self._escaped_at, time.monotonic()
            if self._escaped_at - before < _ESCAPE_TWICE_SECONDS:
                self.left.emit()
            return True
        if event.key() in STEP_UP_KEYS and not event.isAutoRepeat():
            self.stepped_up.emit()
            return True
        return False
