"""Asking once before something that can't be taken back: the end of a talk, or its beginning."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED_SECONDS = 6.0
"""So long the question stands; after that the same key asks again."""


class Asking(QObject):
    """Keeps the one question that stands; only the presenter's desk shows it."""

    changed = Signal()

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._asked = ""
        self._until = 0.0

    @property
    def asked(self) -> str:
        """What was asked for once, or nothing."""
        return self._asked

    def is_sure(self, action: str) -> bool:
        """Whether it is wanted for the second time; the first time it is asked."""
        self.tick()
        if self._asked == action:
            self.withdraw()
            return True
        self._asked, self._until = action, self._clock() + ASKED_SECONDS
        self.changed.emit()
        return False

    @Slot()
    def withdraw(self) -> None:
        """Ask no more: something else is wanted."""
        if self._asked:
            self._asked = ""
            self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        if self._clock() >= self._until:
            self.withdraw()
