"""This machine's content while the exhibit runs: read from a copy, restored once it is good."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.guard.content.content_choice import (
    ContentChoice,
    ContentOrigin,
    instead,
    last_good_of,
    tell,
)
from kiosk.guard.content.last_good import NotKept, Version
from kiosk.guard.content.shown_release import is_release
from kiosk.guard.content.usable import why_unusable
from kiosk.jobs import Answer, Jobs
from kiosk.publishing.folder_copy import stamps_of
from kiosk.screen.late_reading import Arrival
from kiosk.screen.map.map_file import WholeMap, read_whole_map
from kiosk.shipped import shipped_content
from kiosk.text.folder import ContentFolder, readable

if TYPE_CHECKING:
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.guard.occupancy import Occupancy
    from kiosk.settings.settings import Settings

LOOK_MS = 5_000
LOOKS_UNTIL_READ_ANYWAY = 60
"""A disk may give up its faults without any change of what is on it."""

_LOOK = "a look at the machine's own content"
_log = logging.getLogger("kiosk.guard")


class _Settled(NamedTuple):
    """What is to be shown, and from where."""

    choice: ContentChoice
    arrival: Arrival


class ContentWatch(QObject):
    """Reads what was chosen at the start, or its replacement, and then watches.

    A running exhibit does not follow its folder.  Only while something else is shown the folder is
    looked at, and its own content comes back when nobody has the exhibit.
    """

    chosen = Signal(object)
    """The `ContentChoice` that is shown from now on."""
    came = Signal(object)
    """The `Arrival` that is to be shown now."""

    def __init__(
        self,
        settings: Settings,
        choice: ContentChoice,
        occupancy: Occupancy,
        parent: QObject | None = None,
    ) -> None:
        """`settings.content` is the machine's own folder."""
        super().__init__(parent)
        self._settings = settings
        self._choice = choice
        self._occupancy = occupancy
        self._last_good = last_good_of(settings)
        self._shown: Path | None = None
        self._seen = self._tried = ""
        self._looks = 0
        self._ready: _Settled | None = None
        # A look that fails is followed by the next one anyway.
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take_look)
        self._ticks = QTimer(self)
        self._ticks.setInterval(LOOK_MS)
        self._ticks.timeout.connect(self._tick)

    @property
    def own(self) -> Path:
        """The machine's own folder."""
        return self._settings.content

    def read(self) -> Arrival:
        """Read what is to be shown; it is called beside the GUI thread."""
        settled = self._settled()
        if settled.choice != self._choice:
            tell(settled.choice)
            self._choice = settled.choice
            self.chosen.emit(settled.choice)
        self._shown = _folder_of(settled.arrival)
        return settled.arrival

    @Slot(object)
    def follow(self, choice: ContentChoice) -> None:
        """A release is shown from now on: the machine's own content is that."""
        self._settings = replace(self._settings, content=choice.folder)
        self._choice = choice
        self._ready = None
        self._ticks.stop()

    @Slot()
    def watch(self) -> None:
        """From now on have the machine's own content back, unless it is shown."""
        if self._choice.origin is not ContentOrigin.OWN and not self._choice.refused:
            self._ticks.start()

    @Slot()
    def stop(self) -> None:
        """Stop watching, and wait a little for a look that is under way."""
        self._ticks.stop()
        self._jobs.rest()

    def look(self) -> _Settled | None:
        """The machine's own content where it has changed and can be shown; beside the GUI thread.

        What is still being copied into the folder looks different each time.
        """
        stamps = stamps_of(ContentFolder.at(self._settings.content))
        before, self._seen = self._seen, stamps
        self._looks += 1
        if stamps != before or (stamps == self._tried and self._looks < LOOKS_UNTIL_READ_ANYWAY):
            return None
        self._tried, self._looks = stamps, 0
        return self._own()[0]

    @Slot(object)
    def _take_look(self, answer: Answer) -> None:
        self._ready = answer.value or self._ready
        self._hand_over()

    @Slot()
    def _tick(self) -> None:
        if self._jobs.is_asked(_LOOK):
            # What is found takes the place of what waits, and that may be taken away.
            return
        self._hand_over()
        if self._ticks.isActive():
            self._jobs.ask(_LOOK, self.look)

    def _hand_over(self) -> None:
        """Between visitors, and not while staff have the exhibit."""
        if self._ready is None or not self._occupancy.free:
            return
        self._ticks.stop()
        self._choice, arrival = self._ready
        self._ready = None
        _log.info("content: showing %s again", readable(self._settings.content))
        self._shown = _folder_of(arrival)
        self.chosen.emit(self._choice)
        self.came.emit(arrival)

    def _settled(self) -> _Settled:
        # Late, here and below: the first picture does without the reader and its models.
        from kiosk.exhibit.reading.exhibit_reading import read_exhibit

        choice, messages = self._choice, None
        if choice.origin is ContentOrigin.OWN:
            settled, failed = self._own()
            if settled is not None:
                return settled
            messages = failed.messages
            choice = instead(self._settings, why_unusable(failed))
        elif choice.origin is ContentOrigin.LAST_GOOD and self._last_good.good() is None:
            choice = ContentChoice(shipped_content(), choice.reason, ContentOrigin.SHIPPED)
        reading = read_exhibit(choice.folder)
        if why_unusable(reading) and choice.origin is ContentOrigin.LAST_GOOD:
            choice = ContentChoice(shipped_content(), choice.reason, ContentOrigin.SHIPPED)
            reading = read_exhibit(choice.folder)
        if messages is None and not choice.refused:
            messages = read_exhibit(self._settings.content).messages
        if messages is not None:
            reading = replace(reading, messages=messages)
        is_other = choice.folder != self._choice.folder
        return _Settled(choice, Arrival(reading, map_of(reading) if is_other else None))

    def _own(self) -> tuple[_Settled | None, Reading]:
        """The machine's own content, or None and the reading that says why not."""
        from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit

        own = self._settings.content
        refusal = ContentFolder.at(own).refusal()
        if refusal is not None:
            return None, Reading(None, (refusal.at("."),))
        version = self._copy()
        pinned = own if is_release(self._settings) else _pinned(own)
        folder = version.folder if version is not None else pinned
        try:
            reading = read_exhibit(folder)
            if version is not None and not version.whole:
                # A copy can't say why something is missing in it.
                reading = replace(reading, messages=read_exhibit(own).messages)
        except Exception:
            _log.exception("content: reading %s failed", readable(own))
            return None, Reading(None, ())
        if why_unusable(reading):
            if version is not None:
                self._last_good.discard(version)
            return None, reading
        if version is not None:
            try:
                self._last_good.approve(version, self._shown)
            except OSError as error:
                _log.warning("content: no copy could be kept: %s", error)
        is_other = self._choice.origin is not ContentOrigin.OWN
        arrival = Arrival(reading, map_of(reading) if is_other else None)
        return _Settled(ContentChoice(own), arrival), reading

    def _copy(self) -> Version | None:
        """The copy to show; None if there is none, or what is shown needs none.

        The program's own content needs none, nor a release.
        """
        own = self._settings.content
        if os.path.realpath(own) == str(shipped_content()) or is_release(self._settings):
            return None
        try:
            return self._last_good.copy()
        except NotKept as error:
            _log.warning("content: no copy could be kept: %s", error)
            return None


def _folder_of(arrival: Arrival) -> Path | None:
    exhibit = arrival.reading.exhibit
    return exhibit.folder if exhibit is not None else None


def map_of(reading: Reading) -> WholeMap:
    """The map of what was read, with its waterlines, or ours where it has none."""
    exhibit = reading.exhibit
    if exhibit is None:
        return read_whole_map(None)
    return read_whole_map(exhibit.map_file, exhibit.meanings)


def _pinned(folder: Path) -> Path:
    """The folder by an open descriptor, so that another one in its place changes nothing."""
    if sys.platform != "linux":
        return folder
    try:
        pinned = Path(f"/proc/self/fd/{os.open(folder, os.O_PATH | os.O_DIRECTORY)}")
    except OSError:
        return folder
    return pinned if pinned.exists() else folder
