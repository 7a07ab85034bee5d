"""Writes what was changed, beside the GUI thread, and says what became of it."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.jobs import Answer, Jobs
from kiosk.text.phrase import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.exhibit.editing.edited_folder import EditedFolder
    from kiosk.exhibit.editing.folder_changes import Pending, Written
    from kiosk.exhibit.editing.save_history import SaveHistory
    from kiosk.look.interface_style import InterfaceStyle

_WRITE, _KEEP = "write", "a version that was not taken"
_RETRY_AFTER_MS = 3_000
"""A disk that is full or away is tried again that much later."""
_Save = tuple[str, dict[str, bytes | None]]


class Unwritten(NamedTuple):
    """The files that the disk does not take, each with the reason, and since when."""

    files: tuple[tuple[str, str], ...]
    since: datetime.datetime


class Saving(QObject):
    """One save at a time: what was changed last is written last."""

    written = Signal(object)
    """Files that have just been written: by name what the disk says of each."""
    told = Signal(str)
    conflicted = Signal(object)
    unwritten = Signal(object)
    """What the disk does not take by now: an `Unwritten`, or None."""
    ended = Signal()
    """A save has come to its end, whatever became of it."""

    def __init__(
        self, edited: EditedFolder, history: SaveHistory, style: InterfaceStyle, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._edited, self._history, self._style = edited, history, style
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take)
        self._unwritten: Unwritten | None = None
        self._retrying = QTimer(self)
        self._retrying.setSingleShot(True)
        self._retrying.setInterval(_RETRY_AFTER_MS)
        self._retrying.timeout.connect(self.write)

    def speak(self, style: InterfaceStyle) -> None:
        """Say what became of a save in the language of that style."""
        self._style = style

    @property
    def is_saved(self) -> bool:
        """Whether everything that was changed is on the disk."""
        return self._edited.pending() is None and not self._jobs.is_running(_WRITE)

    @Slot()
    def write(self) -> None:
        """Write what is pending, unless something is being written: then it follows."""
        pending = self._edited.pending()
        if pending is not None and not self._jobs.is_running(_WRITE):
            self._jobs.ask(_WRITE, partial(_write, self._edited, pending))

    def keep(self, file: str, saves: Sequence[_Save]) -> None:
        """Keep versions of a file in the history, one after the other."""
        self._jobs.ask((_KEEP, file), partial(_keep, self._history, tuple(saves)))

    def save_now(self) -> tuple[str, ...]:
        """Write what is pending and wait for it; give the files that are not saved even so."""
        self._jobs.rest()
        pending = self._edited.pending()
        if pending is not None:
            self._take_written(self._edited.write(pending))
        pending = self._edited.pending()
        files = () if pending is None else tuple(name for name, _, _ in pending.files)
        return (*files, *(each.file for each in self._edited.conflicts))

    def stop(self) -> None:
        """Write what is pending, and wait for it."""
        self._retrying.stop()
        self._jobs.rest()
        pending = self._edited.pending()
        if pending is not None:
            self._edited.write(pending)
        self._edited.close()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is None and answer.key == _WRITE:
            value: Any = answer.value
            self._take_written(value)

    def _take_written(self, found: Written) -> None:
        if found.files:
            self.written.emit({file: self._edited.stamp(file) for file in found.files})
        if found.elsewhere:
            self.conflicted.emit(found.elsewhere)
        before = self._unwritten
        if found.failed:
            since = datetime.datetime.now() if before is None else before.since
            self._unwritten = Unwritten(found.failed, since)
            self._retrying.start()
            if before is None:
                self._tell_failed(found.failed)
        elif before is not None:
            self._unwritten = None
            # Of what waits for a choice between two versions nothing is saved.
            if self._edited.pending() is None and not self._edited.conflicts:
                self.told.emit(self._style.say("edit_saved_at_last"))
        if self._unwritten != before:
            self.unwritten.emit(self._unwritten)
        if found.history_message:
            reason = said(found.history_message, self._style.language)
            self.told.emit(self._style.say("edit_history_missing", reason=reason))
        if not found.failed:
            self.write()
        self.ended.emit()

    def _tell_failed(self, failed: Iterable[tuple[str, str]]) -> None:
        for file, reason in failed:
            said_so = said(reason, self._style.language)
            self.told.emit(self._style.say("edit_not_saved", file=file, reason=said_so))


def _write(edited: EditedFolder, pending: Pending) -> Written:
    return edited.write(pending)


def _keep(history: SaveHistory, saves: Iterable[_Save]) -> None:
    for label, written in saves:
        history.keep(label, written)
