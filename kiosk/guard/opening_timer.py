"""When the screen goes dark and is lit again, by the museum's opening hours."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.settings.opening_hours import OpeningHours

CHECK_SECONDS = 15.0
WARNING_MINUTES = 15
"""How long before closing time staff are warned."""


def _now() -> datetime.datetime:
    return datetime.datetime.now()


class OpeningTimer(QObject):
    """Checks the wall clock every 15 s, so that a jump is noticed and no timer overflows."""

    changed = Signal(bool)
    """Whether the museum is open now."""
    neared = Signal()
    """`minutes_left` has changed."""

    def __init__(
        self,
        hours: OpeningHours,
        *,
        wall_clock: Callable[[], datetime.datetime] = _now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hours = hours
        self._wall_clock = wall_clock
        self.is_open = True
        self.minutes_left: int | None = None
        """Until closing time: 0 when it is past, None when it is far."""
        self._timer = QTimer(self)
        self._timer.setInterval(round(CHECK_SECONDS * 1000))
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Check now and from now on; until then the museum counts as open."""
        self.check()
        self._timer.start()

    @Slot()
    def check(self) -> None:
        """Check once."""
        moment = self._wall_clock()
        minutes_left = self._hours.minutes_left(moment, WARNING_MINUTES)
        has_neared = minutes_left != self.minutes_left
        self.minutes_left = minutes_left
        is_open = minutes_left != 0
        if is_open != self.is_open:
            self.is_open = is_open
            self.changed.emit(is_open)
        if has_neared:
            self.neared.emit()
