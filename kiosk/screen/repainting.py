"""Frames of a widget that moves: no more of them than a screen shows, and only of what is seen."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from kiosk.screen.seen_part import seen_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

FRAME_MS = 12.0
"""Less than a frame of 60 Hz, so that a clock of that beat is never held up; fingers, and what is
drawn beside, would have the same frame painted twice and three times."""

LATE_MS = 33.0
"""Two frames of 60 Hz: whoever looks on sees that one is missing."""

_REST_MS = 3.0
"""Where painting takes all the time there is, whatever else waits is done between two frames."""


class Repainting(QObject):
    """Has a widget painted again: at once, or when the frame before has been seen."""

    def __init__(self, widget: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds."""
        super().__init__(widget)
        self._widget = widget
        self._clock = clock
        self._begun = self._due = -math.inf
        self._wanted: float | None = None
        """Since when a frame could have been seen that was asked for."""
        self.late = 0
        """How many came more than `LATE_MS` after that."""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setTimerType(Qt.TimerType.PreciseTimer)
        self._waiting.timeout.connect(self._paint)

    @property
    def is_due(self) -> bool:
        """Whether a frame that was asked for is still to be painted."""
        return self._waiting.isActive()

    def begin_frame(self) -> None:
        """A frame is being painted."""
        self._begun = self._clock()
        self._waiting.stop()

    def end_frame(self) -> None:
        """It has been painted."""
        now = self._clock()
        if self._wanted is not None and 1000 * (now - self._wanted) > LATE_MS:
            self.late += 1
        self._wanted = None
        self._due = max(self._begun + FRAME_MS / 1000, now + _REST_MS / 1000)

    @Slot()
    def paint_again(self) -> None:
        """Have another frame painted; several that are asked for in the time of one are one."""
        if self._waiting.isActive():
            return
        now = self._clock()
        if self._wanted is None:
            self._wanted = max(now, self._due)
        left = 1000 * (self._due - now)
        if left > 0:
            self._waiting.start(math.ceil(left))
        else:
            self._paint()

    @Slot()
    def _paint(self) -> None:
        seen = seen_part(self._widget)
        if seen.isEmpty() or not self._widget.isVisible():
            # Nothing is painted, and nobody misses it.
            self._wanted = None
        self._widget.update(seen)
