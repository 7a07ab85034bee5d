"""Whether a content folder can be trusted: after three crashes in five minutes, no longer.

Bad content would otherwise kill the exhibit again and again.  The folder gets another chance as
soon as anything in it changes, or when staff say so.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.guard.boot import boot_id, same_boot
from kiosk.guard.record import read_record, write_record

if TYPE_CHECKING:
    from collections.abc import Callable

CRASHES = 3
WITHIN_SECONDS = 300.0
_FILES_LIMIT = 5_000

_log = logging.getLogger("kiosk.guard")


class Refusal(NamedTuple):
    """A folder that is not shown any more, for the staff desk."""

    folder: Path
    crashes: int


class _Version(NamedTuple):
    """Tells one file from the next that took its place."""

    number: int
    changed_ns: int


class ContentTrust:
    """Counts crashes by content folder and keeps them in `file`.

    Call `begin` before a folder is shown and `end` after a clean end; a `begin` without an `end`
    before it was a crash.  A disk that can't be written costs nothing but the memory of it.
    The supervisor and the exhibit have one each: what the other has written since counts.
    """

    def __init__(self, file: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = file
        self._clock = clock
        self._version: _Version | None = None
        self._folder = self._refused = ""
        self._crashes: list[float] = []
        self._running = False
        self._catch_up()

    @property
    def refusal(self) -> Refusal | None:
        """The folder that is not shown because of its crashes."""
        if not self._refused:
            return None
        return Refusal(Path(self._folder), CRASHES)

    def begin(self, folder: Path) -> bool:
        """Say whether to show the folder now, and remember that it is being shown."""
        self._catch_up()
        now = self._clock()
        if self._running:
            self._crashes.append(now)
        real = os.path.realpath(folder)
        if real != self._folder:
            self._folder, self._crashes, self._refused = real, [], ""
        self._crashes = [at for at in self._crashes if 0 <= now - at <= WITHIN_SECONDS]
        if self._refused and self._refused != _fingerprint(folder):
            self._refused, self._crashes = "", []
        if not self._refused and len(self._crashes) >= CRASHES:
            self._refused = _fingerprint(folder)
            _log.error("content: %s is not shown: it crashed %s times", folder, CRASHES)
        self._running = not self._refused
        self._keep()
        return not self._refused

    def end(self) -> None:
        """Say that the folder was shown to a clean end."""
        self._catch_up()
        self._running = False
        self._keep()

    def forgive(self) -> None:
        """Give the folder another chance."""
        self._catch_up()
        self._refused, self._crashes = "", []
        self._keep()

    def _catch_up(self) -> None:
        """Read the file again if it is not the one that was read or written last.

        A file that could not be replaced has not changed, so it takes no memory of ours away.
        """
        version = _version_of(self._file)
        if version is None or version == self._version:
            return
        self._version = version
        kept = read_record(self._file)
        self._folder = str(kept.get("folder", ""))
        self._refused = str(kept.get("refused", ""))
        crashes, began = kept.get("crashes"), kept.get("began")
        boot, now = str(kept.get("boot")), self._clock()
        self._crashes = []
        if isinstance(crashes, list) and _are_times(crashes, boot, now):
            self._crashes = crashes
        self._running = _are_times([began], boot, now)

    def _keep(self) -> None:
        content: dict[str, Any] = {
            "boot": boot_id(),
            "folder": self._folder,
            "crashes": self._crashes,
            "began": self._clock() if self._running else None,
            "refused": self._refused,
        }
        try:
            write_record(self._file, content)
        except OSError as error:
            _log.warning("the crashes of the content can't be kept: %s", error)
        else:
            self._version = _version_of(self._file)


def _version_of(file: Path) -> _Version | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return _Version(found.st_ino, found.st_mtime_ns)


def _are_times(found: list[Any], boot: str, now: float) -> bool:
    return all(isinstance(at, float) and same_boot(boot, at, now) for at in found)


def _fingerprint(folder: Path) -> str:
    """Changes with every name, size and time of change in the folder."""
    digest = hashlib.sha256()
    # Taken before they are sorted: a folder may hold a million files, or a whole disk.
    for path in sorted(islice(folder.rglob("*"), _FILES_LIMIT)):
        try:
            found = path.stat()
        except OSError:
            continue
        digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "replace"))
    return digest.hexdigest()
