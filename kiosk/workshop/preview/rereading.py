"""Reads the content again after each save, in the background, and then checks it."""

from __future__ import annotations

import datetime
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.jobs import Answer, Cancelled, Jobs, is_wanted
from kiosk.screen.map.map_file import WholeMap, read_whole_map
from kiosk.text.messages import Severity
from kiosk.workshop.check.whole_check import whole_check
from kiosk.workshop.preview.quoted_messages import QuotedMessage, quoted_messages
from kiosk.workshop.preview.snapshot import is_fresh
from kiosk.workshop.preview.thorough_check import ThoroughCheck

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibit.model.map_meanings import Meanings
    from kiosk.text.messages import PlacedMessage

_PATIENCE_SECONDS = 0.35
"""A file with new errors that changed within this time may be half written."""
_CHECK_AFTER_MS = 250
"""The check begins this long after the picture is up, unless there is another save."""
_READ, _CHECK = "a reading of the content", "a check of the content"


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


class _KnownContent(NamedTuple):
    """What the last reading that was shown had: its errors, and which map with which time."""

    errors: frozenset[PlacedMessage] = frozenset()
    map_stamp: tuple[Path, int, Meanings] | None = None


class _FreshReading(NamedTuple):
    """What a thread has read, and what is known if that is shown."""

    reread: Reread
    known: _KnownContent


class Rereading(QObject):
    """Turns names of changed files into readings, and readings into what `kiosk check` reports."""

    read = Signal(object)
    """A Reread."""
    checked = Signal(object)
    """A Checked."""
    progressed = Signal(str, float)
    """What the check that lays everything out does, and which share of it is done."""
    postponed = Signal(object)
    """Names of files that may be half written: they are read again in a moment."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._memory = Memory()
        self._known = _KnownContent()
        self._reading: Reading | None = None
        self._unread: frozenset[str] = frozenset()
        """What has changed since the last reading that was shown."""
        self._held = ""
        self._is_edited = False
        """Whether what has changed was written by the editor: nothing of it is half a save."""
        self._overtaking: frozenset[str] | None = None
        """What has changed since a reading has begun that still runs; None for nothing."""
        # A check may take its time; the next save is read meanwhile.
        self._jobs = Jobs(self, threads=2)
        self._jobs.answered.connect(self._take)
        self._jobs.retrying.connect(self._take_retrying)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(round(_PATIENCE_SECONDS * 1000) + 20)
        self._patience.timeout.connect(self._read_unread)
        self._leisure = QTimer(self)
        self._leisure.setSingleShot(True)
        self._leisure.setInterval(_CHECK_AFTER_MS)
        self._leisure.timeout.connect(self._check)
        self._found: tuple[PlacedMessage, ...] | None = None
        """What the running check has found meanwhile and nobody has been shown yet."""
        self._thorough = ThoroughCheck(folder, self)
        self._thorough.found.connect(self._take_found)
        self._thorough.reported.connect(self._take_reported)
        self._thorough.progressed.connect(self.progressed)

    def look_first_at(self, open_zone: Callable[[], str]) -> None:
        """Begin each check with the zone that this tells, by its id."""
        self._thorough.open_zone = open_zone

    @Slot(object)
    def read_again(self, names: frozenset[str]) -> None:
        """Read the folder again; `names` are the files that have changed.

        A reading that runs already is shown all the same, and the next one follows it: on a slow
        disk saves may come faster than readings end.
        """
        self._leisure.stop()
        self._patience.stop()
        self._thorough.stop()
        self._found = None
        self._jobs.cancel(_CHECK)
        if self._jobs.is_running(_READ):
            self._overtaking = names | (self._overtaking or frozenset())
            return
        self._unread |= names
        is_patient = self._reading is not None and not self._is_edited
        self._is_edited = False
        read = partial(
            _read,
            self._folder,
            self._memory,
            self._known,
            self._unread,
            held=self._held,
            patient=is_patient,
        )
        self._jobs.ask(_READ, read)

    def hold(self, file: str) -> None:
        """Show a file with a mistake as it was without: somebody is writing in it."""
        self._held = file

    @Slot(object)
    def read_edited(self, names: frozenset[str]) -> None:
        """Read the folder again after the editor has written these files, which are whole."""
        self._is_edited = True
        self.read_again(names)

    @Slot()
    def stop_check(self) -> None:
        """Lay nothing more out until the next save."""
        self._thorough.stop()

    def stop(self) -> None:
        """Stop, and wait a little for what is running."""
        self._leisure.stop()
        self._patience.stop()
        self._thorough.end()
        self._jobs.rest()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is not None:
            # It has been logged; the next save is another chance.
            pass
        elif answer.key == _CHECK:
            self.checked.emit(answer.value)
            self._show_found()
        elif answer.value is None:
            self._patience.start()
            self.postponed.emit(self._unread)
        else:
            reread, self._known = answer.value
            self._unread = frozenset()
            self._reading = reread.reading
            self._leisure.start()
            self.read.emit(reread)
        if answer.key == _READ:
            self._read_overtaking()

    @Slot(object)
    def _take_retrying(self, answer: Answer) -> None:
        if answer.key == _READ:
            self._read_overtaking()

    def _read_overtaking(self) -> None:
        """Read what was saved while the reading ran that has just ended."""
        names, self._overtaking = self._overtaking, None
        if names is not None:
            self.read_again(names)

    @Slot()
    def _read_unread(self) -> None:
        self.read_again(frozenset())

    @Slot()
    def _check(self) -> None:
        if self._reading is not None:
            self._ask_for_check(self._reading, None)
            # Of what can't be read nothing can be laid out.
            if not self._reading.recalled:
                self._thorough.check_soon()

    @Slot(object)
    def _take_reported(self, messages: tuple[PlacedMessage, ...]) -> None:
        self._found = None
        if self._reading is not None:
            self._ask_for_check(self._reading, messages)

    @Slot(object)
    def _take_found(self, messages: tuple[PlacedMessage, ...]) -> None:
        self._found = messages
        self._show_found()

    def _show_found(self) -> None:
        """Check with what has been found so far, once what is asked for has been answered."""
        if self._reading is None or self._found is None or self._jobs.is_asked(_CHECK):
            return
        found, self._found = self._found, None
        self._jobs.ask(_CHECK, partial(_check, self._folder, self._reading, None, found))

    def _ask_for_check(self, reading: Reading, reported: tuple[PlacedMessage, ...] | None) -> None:
        self._jobs.ask(_CHECK, partial(_check, self._folder, reading, reported))


def _read(
    folder: Path,
    memory: Memory,
    known: _KnownContent,
    names: frozenset[str],
    *,
    held: str,
    patient: bool,
) -> _FreshReading | None:
    """Read a folder; None where that had better be done again, as a file may be half written.

    Quoting the lines and reading the map take as long again: `Cancelled` where nobody wants them.
    """
    memory.held = held
    reading = read_exhibit(folder, memory)
    if not is_wanted():
        raise Cancelled
    errors = frozenset(each for each in reading.messages if each.severity is Severity.ERROR)
    # Half a file of sources can be valid, and invalidate figures in other files.
    is_worse = not errors <= known.errors
    if patient and is_worse and any(_is_fresh(folder / name) for name in names):
        return None
    quoted = quoted_messages(reading.messages, reading, folder)
    stamp = _map_stamp(reading) or known.map_stamp
    whole_map = None
    if stamp is not None and stamp != known.map_stamp:
        file, written, meanings = stamp
        whole_map = read_whole_map(file if written else None, meanings)
    pictures = any(name.startswith("pictures/") for name in names)
    return _FreshReading(Reread(reading, quoted, whole_map, pictures), _KnownContent(errors, stamp))


def _check(
    folder: Path,
    reading: Reading,
    reported: tuple[PlacedMessage, ...] | None,
    found: tuple[PlacedMessage, ...] = (),
) -> Checked:
    """Every rule that needs no layout, unless a process has `reported` what all of them say.

    `found` is what it says of the layout before it has done all.
    """
    messages = reported
    if messages is None:
        messages = whole_check(folder, reading, today=datetime.date.today(), so_far=found)
    return Checked(reading, quoted_messages(messages, reading, folder), reported is not None)


def _is_fresh(file: Path) -> bool:
    try:
        found = file.stat()
    except OSError:
        return False
    return is_fresh(found, time.time(), _PATIENCE_SECONDS)


def _map_stamp(reading: Reading) -> tuple[Path, int, Meanings] | None:
    """The file of the map, when it was written, 0 where it is missing, and what is said of it."""
    if reading.exhibit is None:
        return None
    file = reading.exhibit.map_file
    try:
        return file, file.stat().st_mtime_ns, reading.exhibit.meanings
    except OSError:
        return file, 0, reading.exhibit.meanings
