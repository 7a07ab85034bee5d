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
_FILES_LIMIT = 20_000

_log = logging.getLogger("kiosk.guard")


class Refusal(NamedTuple):
    """A folder that is not shown any more, for the staff desk."""

    folder: Path
    crashes: int


class ContentTrust:
    """Counts crashes by content folder and keeps them in `file`.

    Call `begin` before a folder is shown and `end` after a clean end; a `begin` without an `end`
    before it was a crash.  A disk that can't be written costs nothing but the memory of it.
    """

    def __init__(self, file: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = file
        self._clock = clock
        kept = read_record(file)
        self._folder = str(kept.get("folder", ""))
        self._refused = str(kept.get("refused", ""))
        self._crashes: list[float] = []
        self._running = False
        crashes, began = kept.get("crashes"), kept.get("began")
        now = clock()
        if isinstance(crashes, list) and _are_times(crashes, str(kept.get("boot")), now):
            self._crashes = crashes
        if _are_times([began], str(kept.get("boot")), now):
            self._running = True

    @property
    def refusal(self) -> Refusal | None:
        """The folder that is not shown because of its crashes."""
        if not self._refused:
            return None
        return Refusal(Path(self._folder), CRASHES)

    def begin(self, folder: Path) -> bool:
        """Say whether to show the folder now, and remember that it is being shown."""
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
        self._running = False
        self._keep()

    def forgive(self) -> None:
        """Give the folder another chance."""
        self._refused, self._crashes = "", []
        self._keep()

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


def _are_times(found: list[Any], boot: str, now: float) -> bool:
    return all(isinstance(at, float) and same_boot(boot, at, now) for at in found)


def _fingerprint(folder: Path) -> str:
    """Changes with every name, size and time of change in the folder."""
    digest = hashlib.sha256()
    for path in islice(sorted(folder.rglob("*")), _FILES_LIMIT):
        try:
            found = path.stat()
        except OSError:
            continue
        digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "replace"))
    return digest.hexdigest()
