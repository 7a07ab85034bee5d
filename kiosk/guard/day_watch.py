"""Which day it is for the exhibit: it changes between two visits, and never under a finger."""

from __future__ import annotations

import datetime
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.guard.occupancy import Occupancy

CHECK_SECONDS = 15.0
_log = logging.getLogger("kiosk.guard")


def local_day() -> datetime.date:
    """Today where the machine stands, by its own clock."""
    return datetime.date.today()


class DayWatch(QObject):
    """Looks at the clock every 15 s, so that it may be set on and back as it likes.

    A clock that says nothing sensible leaves the day as it is.
    """

    changed = Signal()
    """Another day has begun, and nobody has the exhibit."""

    def __init__(
        self,
        occupancy: Occupancy,
        parent: QObject,
        *,
        clock: Callable[[], datetime.date] = local_day,
    ) -> None:
        super().__init__(parent)
        self._occupancy = occupancy
        self._clock = clock
        self._day = self._read(datetime.date.min)
        self._timer = QTimer(self)
        self._timer.setInterval(round(CHECK_SECONDS * 1000))
        self._timer.timeout.connect(self.check)

    @property
    def day(self) -> datetime.date:
        """The day that the exhibit is shown on."""
        return self._day

    def start(self) -> None:
        """From now on look at the clock."""
        self._timer.start()

    @Slot()
    def check(self) -> None:
        """Look once."""
        if not self._occupancy.free:
            return
        today = self._read(self._day)
        if today != self._day:
            self._day = today
            self.changed.emit()

    def _read(self, otherwise: datetime.date) -> datetime.date:
        try:
            return self._clock()
        except (OSError, OverflowError, ValueError):
            _log.warning("the clock can't be read: it is %s for the exhibit", otherwise)
            return otherwise
