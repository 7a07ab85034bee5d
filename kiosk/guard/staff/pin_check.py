"""Trying a PIN beside the GUI thread: scrypt takes 0.1 s, and the disk as long as it likes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.jobs import Answer, Jobs

if TYPE_CHECKING:
    from kiosk.guard.staff_pin import StaffPin


class PinCheck(QObject):
    """Has digits tried one after the other; StaffPin counts each before it looks at it."""

    answered = Signal(int, bool)
    """The number of the try, and whether it was the PIN."""

    def __init__(self, pin: StaffPin, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pin = pin
        self._number = 0
        # Each try counts, so none is made twice.
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._answer)

    @property
    def wait_seconds(self) -> float:
        """How long no PIN is accepted, 0 when one is."""
        return self._pin.wait_seconds

    def ask(self, digits: str) -> int:
        """Have the digits tried; returns the number of the try, for the answer."""
        self._number += 1
        self._jobs.ask(("staff PIN", self._number), partial(self._pin.accepts, digits))
        return self._number

    @Slot(object)
    def _answer(self, answer: Answer) -> None:
        _, number = answer.key
        self.answered.emit(number, answer.value is True)
