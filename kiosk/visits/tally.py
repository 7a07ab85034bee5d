"""What was counted, in memory until it is written into the ledger beside the GUI thread."""

from __future__ import annotations

import datetime
import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.job_pool import REST_SECONDS
from kiosk.jobs import Jobs
from kiosk.visits.cells import NOTHING, Amount, HourCell, hour_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from kiosk.jobs import Answer

FLUSH_SECONDS = 600.0
_MOST_CELLS = 20_000
"""So much is held in memory at most while nothing can be written; then the oldest hours go."""


class Tally(QObject):
    """Adds up by the hour, and writes every ten minutes and at the full hour."""

    due = Signal()
    """All that is known should be added now: it is about to be written."""

    def __init__(
        self,
        ledger: Path,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
    ) -> None:
        super().__init__(parent)
        self._ledger, self._now = ledger, now
        self._counts: dict[HourCell, Amount] = {}
        self._writing: dict[HourCell, Amount] | None = None
        # A write that hangs must not keep the last one, at the end, from being tried.
        self._jobs = Jobs(self, threads=2, pauses=())
        self._jobs.answered.connect(self._take_answer)
        self._number = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.flush)

    @property
    def counts(self) -> Mapping[HourCell, Amount]:
        """What is not in the ledger yet."""
        return self._counts

    @property
    def is_writing(self) -> bool:
        """Whether some of it is on its way there."""
        return self._writing is not None

    @property
    def wait_ms(self) -> int:
        """How long it waits until it writes again; 0 while there is nothing to write."""
        return self._wait.interval() if self._wait.isActive() else 0

    def add(self, what: str, which: str, *, times: int = 0, seconds: int = 0) -> None:
        """Add to the present hour."""
        if times or seconds:
            cell = HourCell(hour_of(self._now()), what, which)
            self._counts[cell] = self._counts.get(cell, NOTHING).more(times, seconds)
            self._begin_to_wait()

    @Slot()
    def flush(self) -> None:
        """Have everything that was counted so far written into the ledger."""
        self.due.emit()
        if self._counts and self._writing is None:
            self._writing, self._counts = self._counts, {}
            self._write(self._writing)

    def finish(self) -> None:
        """Write what is left, and wait for that a little."""
        self.due.emit()
        self._wait.stop()
        if self._counts:
            self._write(self._counts).wait(REST_SECONDS)
            self._counts = {}

    def _write(self, counts: dict[HourCell, Amount]) -> threading.Event:
        self._number += 1
        has_ended = threading.Event()
        work = partial(_write_down, self._ledger, counts, self._now(), has_ended)
        self._jobs.ask(("visits", self._number), work)
        return has_ended

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        counts, self._writing = self._writing or {}, None
        if answer.error is not None:
            # Nothing of them was written: they wait for the next time.
            for cell, amount in counts.items():
                self._counts[cell] = self._counts.get(cell, NOTHING).more(*amount)
            for cell in sorted(self._counts)[: max(0, len(self._counts) - _MOST_CELLS)]:
                del self._counts[cell]
        if self._counts:
            self._begin_to_wait()

    def _begin_to_wait(self) -> None:
        if not self._wait.isActive():
            now = self._now()
            left = 3600 - now.minute * 60 - now.second
            self._wait.start(round(1000 * min(FLUSH_SECONDS, left)))


def _write_down(
    ledger: Path,
    counts: Mapping[HourCell, Amount],
    now: datetime.datetime,
    has_ended: threading.Event,
) -> None:
    """The job: the exhibit's start does without SQLite."""
    from kiosk.visits.ledger import write_counts

    try:
        write_counts(ledger, counts, now)
    finally:
        has_ended.set()
