"""A record that the exhibit was told to go dark: a restart at night does not light it again."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.guard.record import read_record, write_record
from kiosk.jobs import Answer, Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.settings.opening_hours import OpeningHours

FILE = "told-dark.json"
_READING, _KEEPING = "whether it was told to be dark", "keeping whether it is to be dark"


def _now() -> datetime.datetime:
    return datetime.datetime.now()


class BlackoutRecord(QObject):
    """Kept in the state folder from `keep` to `end`; opening time ends it too."""

    lasting = Signal()
    """It was told before this start, and there was no opening time since."""

    def __init__(
        self,
        state: Path,
        hours: OpeningHours,
        parent: QObject | None = None,
        *,
        wall_clock: Callable[[], datetime.datetime] = _now,
    ) -> None:
        super().__init__(parent)
        self._file = state / FILE
        self._hours = hours
        self._wall_clock = wall_clock
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)

    def begin(self) -> None:
        """Look what was told before this start."""
        self._jobs.ask(_READING, partial(read_record, self._file))

    def keep(self) -> None:
        """It has gone dark."""
        since = self._wall_clock().isoformat(timespec="seconds")
        self._jobs.ask(_KEEPING, partial(write_record, self._file, {"since": since}))

    def end(self) -> None:
        """It is lit again."""
        self._jobs.ask(_KEEPING, partial(self._file.unlink, missing_ok=True))

    @Slot(bool)
    def follow_hours(self, is_open: bool) -> None:
        """The museum opens or closes."""
        if is_open:
            self.end()

    @Slot()
    def stop(self) -> None:
        """Wait a little for what is being written."""
        self._jobs.finish()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.key != _READING or answer.error is not None or not answer.value:
            return
        try:
            since = datetime.datetime.fromisoformat(answer.value.get("since"))
            lasts = not self._hours.opens_between(since, self._wall_clock())
        except (TypeError, ValueError):
            return
        if lasts:
            self.lasting.emit()
