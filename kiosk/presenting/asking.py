"""Asks for confirmation before something that can't be undone: ending or restarting a talk."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED_SECONDS = 6.0
"""How long a question is open; after that the same key asks again."""


class Asking(QObject):
    """Holds the one open question, which only the console shows."""

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
        """The action that waits for confirmation, or an empty string."""
        return self._asked

    def is_sure(self, action: str) -> bool:
        """Whether this confirms the open question; if not, ask about this action."""
        self.tick()
        if self._asked == action:
            self.withdraw()
            return True
        self._asked, self._until = action, self._clock() + ASKED_SECONDS
        self.changed.emit()
        return False

    @Slot()
    def withdraw(self) -> None:
        """Close the question without an answer."""
        if self._asked:
            self._asked = ""
            self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """Close the question once its time is up."""
        if self._clock() >= self._until:
            self.withdraw()
