"""Another release while the exhibit runs: swapped in between two visitors, and confirmed later."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.guard.content.content_choice import ContentChoice
from kiosk.guard.content.content_watch import map_of
from kiosk.guard.content.usable import why_unusable
from kiosk.jobs import Answer, Jobs
from kiosk.screen.late_reading import Arrival

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.guard.content.release_folders import ReleaseFolders
    from kiosk.guard.occupancy import Occupancy

LOOK_MS = 1_000
CONFIRMED_AFTER_MS = 60_000
"""So long the exhibit has to live with a release before there is no way back by itself."""

_LOOK, _CHANGE = "a look at the releases", "what becomes of a release"
_log = logging.getLogger("kiosk.guard")


class _Waiting(NamedTuple):
    """A release that was read and waits for a moment without visitors."""

    release: str
    choice: ContentChoice
    arrival: Arrival


class ReleaseWatch(QObject):
    """Looks every second which release is to be shown, and brings it when nobody has the exhibit.

    `shown` is the folder that is shown from the start, which need not be a release.
    """

    chosen = Signal(object)
    """The `ContentChoice` that is shown from now on."""
    came = Signal(object)
    """The `Arrival` that is to be shown now."""

    def __init__(
        self,
        store: ReleaseFolders,
        shown: Path,
        occupancy: Occupancy,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._shown = shown.name if shown.parent == store.folder else ""
        self._occupancy = occupancy
        self._waiting: _Waiting | None = None
        # A look that fails is followed by the next one anyway.
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self.look)
        self._life = QTimer(self, singleShot=True)
        self._life.setInterval(CONFIRMED_AFTER_MS)
        self._life.timeout.connect(self._confirm)

    @Slot()
    def watch(self) -> None:
        """The exhibit stands: from now on look, and count its life with what is shown."""
        self._looks.start()
        self._begin()

    @Slot()
    def stop(self) -> None:
        """The exhibit ends as it should: no release is to blame."""
        self._looks.stop()
        self._life.stop()
        self._jobs.rest()
        if self._shown:
            self._store.end(self._shown)

    @Slot()
    def look(self) -> None:
        """Look once, and bring what waits."""
        self._hand_over()
        if not self._jobs.is_asked(_LOOK):
            self._jobs.ask(_LOOK, self._other)

    def _other(self) -> _Waiting | None:
        """What is to be shown in place of what is shown or waits; called beside the GUI thread."""
        waiting = self._waiting
        wanted = self._store.wanted()
        if wanted in ("", self._shown if waiting is None else waiting.release):
            return waiting if wanted else None
        folder = self._store.shown_folder()
        if folder is None or folder.name == self._shown:
            return None
        # Late: the first picture does without the reader and its models.
        from kiosk.exhibit.reading.exhibit_reading import read_exhibit

        reading = read_exhibit(folder)
        why = why_unusable(reading)
        if why:
            self._store.take_back(folder.name, why)
            return None
        return _Waiting(folder.name, ContentChoice(folder), Arrival(reading, map_of(reading)))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.key != _LOOK or answer.error is not None:
            return
        self._waiting = answer.value
        self._hand_over()

    def _hand_over(self) -> None:
        """Between visitors, and not while staff have the exhibit."""
        waiting = self._waiting
        if waiting is None or not self._occupancy.free:
            return
        self._waiting = None
        self._shown = waiting.release
        _log.info("content: showing release %s", waiting.release)
        self._begin()
        self.chosen.emit(waiting.choice)
        self.came.emit(waiting.arrival)

    def _begin(self) -> None:
        if self._shown:
            self._jobs.ask(_CHANGE, self._say_begun)
            self._life.start()

    def _say_begun(self) -> None:
        self._store.begin(self._shown)

    @Slot()
    def _confirm(self) -> None:
        self._jobs.ask(_CHANGE, self._say_confirmed)

    def _say_confirmed(self) -> None:
        self._store.confirm(self._shown)
