"""Waits until whoever is typing rests, so that no question takes the keys meant for a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PAUSE_MS = 1_000
"""Whoever thinks about the next word takes longer; whoever types one is not disturbed."""


class TypingPause(QObject):
    """Sees the keys and the half-made words of one field, for as long as it waits."""

    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._is_composing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._rest)

    @property
    def field(self) -> QWidget | None:
        """What is typed in, as long as it is there."""
        field = self._field
        return field if field is not None and shiboken6.isValid(field) else None

    def wait(self, field: QWidget | None) -> None:
        """Say `rested` once nothing is typed in this field for a while; where it is waited for
        already, a while from now."""
        if field is not self.field:
            self._leave()
            self._field = field
            if field is not None:
                field.installEventFilter(self)
        self._timer.start()

    def _leave(self) -> None:
        field = self.field
        if field is not None:
            field.removeEventFilter(self)
        self._field, self._is_composing = None, False

    @Slot()
    def _rest(self) -> None:
        if self._is_composing:
            # A question would throw away what an input method has not handed over yet.
            self._timer.start()
        else:
            self.rested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            if self._timer.isActive():
                self._timer.start()
        elif event.type() == QEvent.Type.FocusOut:
            self._is_composing = False
        return False
