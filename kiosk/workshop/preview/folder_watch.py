"""Notices every save in a content folder, however the file gets there."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from kiosk.jobs import Answer, Jobs
from kiosk.workshop.preview.snapshot import SUBFOLDERS, FileStamp, snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

QUIET_MS = 40
"""A save takes several steps; the folder is scanned this long after the last one."""
_LONGEST_MS = 400
"""The longest that a tool which never stops writing can delay a scan."""
_POLL_MS = 1_000
"""Some file systems, such as network ones, report no changes at all."""


class FolderWatch(QObject):
    """Reports which files of a folder have changed; the first time, all of them.

    Directories are watched for files that are renamed into place, files for those that are written
    in place, and the parent folder for the whole folder appearing and disappearing.  A scan of all
    stamps once a second finds whatever slipped through.
    """

    changed = Signal(object)
    """A frozenset of names, such as `zones/hetao.yaml`, including deleted files."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder.absolute()
        self._before: Mapping[str, FileStamp] | None = None
        self._hinted: set[str] = set()
        self._expected: dict[str, tuple[int, int, int] | None] = {}
        """What the editor has just written, and has had read itself."""
        self._first_hint = 0.0
        self._looking = self._look_again = False
        # A disk of the network may take its time; what a look could not see the next one will.
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._end_look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._hear)
        self._watcher.fileChanged.connect(self._hear_file)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self.look)

    def expect(self, name: str, stamp: tuple[int, int, int] | None) -> None:
        """Tell of a file only once it is something else than this: time, size and inode."""
        self._expected[name] = stamp

    def start(self) -> None:
        """Scan the folder now, and watch it from now on."""
        self._watcher.blockSignals(False)
        self._poll.start()
        self.look()

    def stop(self) -> None:
        """Stop watching, and wait a little for the scan that is running."""
        # What the editor still writes at the end is nobody's to show.
        self._watcher.blockSignals(True)
        self._poll.stop()
        self._quiet.stop()
        self._jobs.rest()
        self._looking = self._look_again = False

    @Slot()
    def look(self) -> None:
        """Start a scan, or another one after the running scan."""
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        self._jobs.ask(self._folder, partial(snapshot, self._folder))

    @Slot()
    def _hear(self) -> None:
        now = time.monotonic()
        if not self._quiet.isActive():
            self._first_hint = now
        if (now - self._first_hint) * 1000 < _LONGEST_MS:
            self._quiet.start()

    @Slot(str)
    def _hear_file(self, path: str) -> None:
        # Two saves within one tick of the file system's clock can have the same stamp.
        root = f"{self._folder.as_posix()}/"
        if path.startswith(root):
            self._hinted.add(path.removeprefix(root))
        self._hear()

    @Slot(object)
    def _end_look(self, answer: Answer) -> None:
        self._looking = False
        if answer.error is None:
            self._compare(answer.value)
        if self._look_again:
            self._look_again = False
            self.look()

    def _compare(self, found: Mapping[str, FileStamp]) -> None:
        before, self._before = self._before, found
        known = before or {}
        names = {name for name in known.keys() | found.keys() if known.get(name) != found.get(name)}
        names |= self._hinted
        self._hinted.clear()
        names = {name for name in names if not self._is_expected(name, found.get(name))}
        self._watch_all(found)
        if names or before is None:
            self.changed.emit(frozenset(names))

    def _is_expected(self, name: str, found: FileStamp | None) -> bool:
        if name not in self._expected:
            return False
        stamp = None if found is None else (found.written, found.size, found.inode)
        if stamp == self._expected[name]:
            return True
        del self._expected[name]
        return False

    def _watch_all(self, found: Mapping[str, FileStamp]) -> None:
        """Watch new paths; Qt drops a file when another one is renamed over it."""
        folders = [self._folder.parent, self._folder, *(self._folder / sub for sub in SUBFOLDERS)]
        wanted = [folder.as_posix() for folder in folders if folder.is_dir()]
        wanted += [f"{self._folder.as_posix()}/{name}" for name in found]
        watched = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in wanted if path not in watched]
        if new:
            self._watcher.addPaths(new)
