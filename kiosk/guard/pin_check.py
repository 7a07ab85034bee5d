"""Trying a PIN beside the GUI thread: scrypt takes 0.1 s, and the disk as long as it likes."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from kiosk.guard.pin import StaffPin

_log = logging.getLogger("kiosk.guard")


class _Try(QRunnable):
    """Tries one PIN in the pool."""

    def __init__(self, check: PinCheck, pin: StaffPin, number: int, digits: str) -> None:
        super().__init__()
        self._check = check
        self._pin = pin
        self._number = number
        self._digits = digits

    def run(self) -> None:
        right = False
        try:
            right = self._pin.accepts(self._digits)
        except (MemoryError, OSError, ValueError) as error:
            _log.error("staff: the PIN can't be tried: %s", error)
        # The window may have gone in the meantime.
        with suppress(RuntimeError):
            self._check.answered.emit(self._number, right)


class PinCheck(QObject):
    """Has digits tried one after the other; StaffPin counts each before it looks at it."""

    answered = Signal(int, bool)
    """The number of the try, and whether it was the PIN."""

    def __init__(self, pin: StaffPin, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pin = pin
        self._number = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def wait_seconds(self) -> float:
        """How long no PIN is accepted, 0 when one is."""
        return self._pin.wait_seconds

    def ask(self, digits: str) -> int:
        """Have the digits tried; returns the number of the try, for the answer."""
        self._number += 1
        self._pool.start(_Try(self, self._pin, self._number, digits))
        return self._number
