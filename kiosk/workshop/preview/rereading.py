"""Reads the content again after each save, in the background, and then checks it."""

from __future__ import annotations

import datetime
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.screen.map.map_file import WholeMap, read_whole_map
from kiosk.text.messages import Severity
from kiosk.workshop.check.whole_check import whole_check
from kiosk.workshop.preview.quoted_messages import QuotedMessage, quoted_messages
from kiosk.workshop.preview.snapshot import is_fresh
from kiosk.workshop.preview.thorough_check import ThoroughCheck

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.text.messages import PlacedMessage

_PATIENCE_SECONDS = 0.35
"""A file with new errors that changed within this time may be half written."""
_CHECK_AFTER_MS = 250
"""The check begins this long after the picture is up, unless there is another save."""


class Reread(NamedTuple):
    """The content after a save; `whole_map` is None if the map is unchanged."""

    reading: Reading
    quoted: tuple[QuotedMessage, ...]
    whole_map: WholeMap | None
    pictures_changed: bool


class Checked(NamedTuple):
    """The result of a check; a `thorough` one has laid everything out as well."""

    reading: Reading
    quoted: tuple[QuotedMessage, ...]
    thorough: bool


class _Read(QRunnable):
    def __init__(self, rereading: Rereading, names: frozenset[str], *, patient: bool) -> None:
        super().__init__()
        self._rereading = rereading
        self._names = names
        self._patient = patient

    def run(self) -> None:
        self._rereading.read_in_pool(self._names, patient=self._patient)


class _Check(QRunnable):
    def __init__(
        self, rereading: Rereading, reading: Reading, told: tuple[PlacedMessage, ...] | None
    ) -> None:
        super().__init__()
        self._rereading = rereading
        self._reading = reading
        self._told = told

    def run(self) -> None:
        self._rereading.check_in_pool(self._reading, self._told)


class Rereading(QObject):
    """Turns names of changed files into readings, and readings into what `kiosk check` reports."""

    read = Signal(object)
    """A Reread."""
    checked = Signal(object)
    """A Checked."""
    postponed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._memory = Memory()
        self._errors: set[PlacedMessage] = set()
        self._map: tuple[Path, int] | None = None
        self._reading: Reading | None = None
        self._late: frozenset[str] = frozenset()
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(1)
        self._checkers = QThreadPool(self)
        self._checkers.setMaxThreadCount(1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(round(_PATIENCE_SECONDS * 1000) + 20)
        self._patience.timeout.connect(self._read_late)
        self._leisure = QTimer(self)
        self._leisure.setSingleShot(True)
        self._leisure.setInterval(_CHECK_AFTER_MS)
        self._leisure.timeout.connect(self._check)
        self._thorough = ThoroughCheck(folder, self)
        self._thorough.told.connect(self._take_told)
        self.read.connect(self._keep)
        self.postponed.connect(self._postpone)

    @Slot(object)
    def read_again(self, names: frozenset[str]) -> None:
        """Read the folder again; `names` are the files that have changed."""
        self._leisure.stop()
        self._patience.stop()
        self._thorough.stop()
        names, self._late = names | self._late, frozenset()
        self._readers.start(_Read(self, names, patient=self._reading is not None))

    def stop(self) -> None:
        """Stop, and wait for what is running."""
        self._leisure.stop()
        self._patience.stop()
        self._thorough.end()
        self._readers.clear()
        self._checkers.clear()
        self._readers.waitForDone()
        self._checkers.waitForDone()

    def read_in_pool(self, names: frozenset[str], *, patient: bool) -> None:
        """What the thread does: read, and hold back what may be half written."""
        reading = read_exhibit(self._folder, self._memory)
        errors = {each for each in reading.messages if each.severity is Severity.ERROR}
        # Half a file of sources can be valid, and invalidate figures in other files.
        worse = not errors <= self._errors
        hasty = patient and worse and any(self._is_fresh(name) for name in names)
        # The preview may have been closed in the meantime.
        with suppress(RuntimeError):
            if hasty:
                self.postponed.emit(names)
                return
            self._errors = errors
            quoted = quoted_messages(reading.messages, reading, self._folder)
            pictures = any(name.startswith("pictures/") for name in names)
            self.read.emit(Reread(reading, quoted, self._map_again(reading), pictures))

    def check_in_pool(self, reading: Reading, told: tuple[PlacedMessage, ...] | None) -> None:
        """What the other thread does: every rule that needs no layout, unless all have `told`."""
        today = datetime.date.today()
        messages = whole_check(self._folder, reading, today=today) if told is None else told
        quoted = quoted_messages(messages, reading, self._folder)
        with suppress(RuntimeError):
            self.checked.emit(Checked(reading, quoted, told is not None))

    def _is_fresh(self, name: str) -> bool:
        try:
            found = (self._folder / name).stat()
        except OSError:
            return False
        return is_fresh(found, time.time(), _PATIENCE_SECONDS)

    def _map_again(self, reading: Reading) -> WholeMap | None:
        if reading.exhibit is None:
            return None
        file = reading.exhibit.map_file
        try:
            stamp = (file, file.stat().st_mtime_ns)
        except OSError:
            stamp = (file, 0)
        if stamp == self._map:
            return None
        self._map = stamp
        return read_whole_map(file if stamp[1] else None)

    @Slot(object)
    def _postpone(self, names: frozenset[str]) -> None:
        self._late |= names
        self._patience.start()

    @Slot()
    def _read_late(self) -> None:
        self.read_again(frozenset())

    @Slot(object)
    def _keep(self, reread: Reread) -> None:
        self._reading = reread.reading
        self._leisure.start()

    @Slot()
    def _check(self) -> None:
        if self._reading is not None:
            self._checkers.clear()
            self._checkers.start(_Check(self, self._reading, None))
            # Files that can't be read can't be laid out.
            if not self._reading.recalled:
                self._thorough.check_soon()

    @Slot(object)
    def _take_told(self, messages: tuple[PlacedMessage, ...]) -> None:
        if self._reading is not None:
            self._checkers.start(_Check(self, self._reading, messages))
