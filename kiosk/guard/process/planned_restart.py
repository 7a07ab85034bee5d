"""Restarts the exhibit although nothing is wrong: at night, or if it uses too much memory."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.guard.due import MEMORY, NIGHT
from kiosk.guard.process.process_memory import memory_mb
from kiosk.settings.opening_hours import FIRST_PLAUSIBLE_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.guard.occupancy import Occupancy
    from kiosk.settings.settings import Settings

CHECK_SECONDS = 15.0
MEMORY_QUIET_SECONDS = 60.0
_JITTER_SECONDS = 1800.0
"""A visitor who has pressed nothing for so long is the jitter of a mouse, which never leaves."""

_NIGHT_MINUTES = 120
_NIGHT_UPTIME_SECONDS = 3 * 3600.0
"""However the wall clock jumps, the night comes at most every three hours."""

_MEMORY_UPTIME_SECONDS = 600.0
"""A ceiling that is too low must not restart the exhibit every minute."""


def _now() -> datetime.datetime:
    return datetime.datetime.now()


class PlannedRestart(QObject):
    """Emits `due` once, and only while nobody has the exhibit and it was untouched for a while.

    The wall clock tells the night and nothing else; everything that lasts is measured by the
    monotonic one.
    """

    due = Signal(str)
    """Why the exhibit should end with `ExitCode.START_ANEW` now."""
    neared = Signal()
    """`waiting` has changed."""

    def __init__(
        self,
        settings: Settings,
        occupancy: Occupancy,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], datetime.datetime] = _now,
        memory: Callable[[], float | None] = memory_mb,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._occupancy = occupancy
        self._clock = clock
        self._wall_clock = wall_clock
        self._memory = memory
        self._started_at = self._touched_at = clock()
        self._told = False
        self.waiting = ""
        """What is wanted, by the key of its words: `MEMORY`, `NIGHT` or nothing."""
        self._timer = QTimer(self)
        self._timer.setInterval(round(CHECK_SECONDS * 1000))
        self._timer.timeout.connect(self.check)

    @property
    def uptime_seconds(self) -> float:
        """How long the exhibit has been running."""
        return self._clock() - self._started_at

    @property
    def untouched_seconds(self) -> float:
        """How long nobody has touched it; since the start where nobody has yet."""
        return self._clock() - self._touched_at

    def start(self) -> None:
        """Check every 15 s from now on."""
        self._timer.start()

    @Slot()
    def touched(self) -> None:
        """Somebody has just touched the exhibit."""
        self._touched_at = self._clock()

    @Slot()
    def check(self) -> None:
        """Check once."""
        used, ceiling = self._memory(), self._settings.memory_ceiling_mb
        uptime_seconds = self.uptime_seconds
        waiting = self.waiting
        self.waiting = ""
        if used is not None and used > ceiling and uptime_seconds >= _MEMORY_UPTIME_SECONDS:
            self.waiting = MEMORY
        elif uptime_seconds >= _NIGHT_UPTIME_SECONDS and self._is_night():
            self.waiting = NIGHT
        if self.waiting != waiting:
            self.neared.emit()
        if self.waiting and not self._told and self._may_restart(self.untouched_seconds):
            self._told = True
            too_much = f"{used:.0f} MB of memory in use, {ceiling} MB allowed"
            self.due.emit(too_much if self.waiting == MEMORY else "the night's restart")

    def _may_restart(self, quiet_seconds: float) -> bool:
        """Whether a restart disturbs nobody, after so many seconds without a touch."""
        if self._occupancy.staffed:
            return False
        needed = MEMORY_QUIET_SECONDS
        if self.waiting == NIGHT:
            needed = self._settings.quiet_minutes * 60
        if not self._occupancy.free:
            needed = max(needed, _JITTER_SECONDS)
        return quiet_seconds >= needed

    def _is_night(self) -> bool:
        at, moment = self._settings.restart_at, self._wall_clock()
        if at is None or moment.year < FIRST_PLAUSIBLE_YEAR:
            return False
        minute = moment.hour * 60 + moment.minute
        return (minute - (at.hour * 60 + at.minute)) % (24 * 60) < _NIGHT_MINUTES
