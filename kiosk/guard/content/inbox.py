"""What was brought into the inbox: a pack, or a folder, once nobody writes to it any more.

A stick, rsync, Syncthing or git bring files one after the other, some under names of their own
until they are whole.  So what is there counts when nothing of it has changed for a while.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from kiosk.plain_file import is_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUIET_SECONDS = 3.0
_ENTRIES_LIMIT = 200
_FILES_LIMIT = 10_000
_ENDING = ".zip"

Stamps = tuple[tuple[str, int, int, int], ...]


class _Seen(NamedTuple):
    """How something looked, and since when, in seconds of the monotonic clock."""

    stamps: Stamps
    since: float


class Inbox:
    """Says what of `folder` is ready to be taken; each state of it once."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._seen: dict[Path, _Seen] = {}
        self._handed: dict[Path, Stamps] = {}

    def ready(self) -> Path | None:
        """A pack or folder that has been quiet and was not handed out as it is; looks at all."""
        now = self._clock()
        present = {entry: _stamps(entry) for entry in self._entries()}
        self._seen = {
            entry: seen
            if (seen := self._seen.get(entry)) is not None and seen.stamps == stamps
            else _Seen(stamps, now)
            for entry, stamps in present.items()
        }
        for entry, seen in self._seen.items():
            is_new = self._handed.get(entry) != seen.stamps
            if is_new and now - seen.since >= QUIET_SECONDS:
                self._handed[entry] = seen.stamps
                return entry
        return None

    def _entries(self) -> list[Path]:
        """What could be content: packs and folders of it, or the inbox itself as one."""
        if is_plain(self._folder / "exhibit.yaml"):
            return [self._folder]
        try:
            with os.scandir(self._folder) as entries:
                names = sorted(
                    entry.name
                    for entry in islice(entries, _ENTRIES_LIMIT)
                    if not entry.name.startswith((".", "~"))
                )
        except OSError:
            return []
        places = [self._folder / name for name in names]
        return [
            place
            for place in places
            if (place.name.endswith(_ENDING) and is_plain(place))
            or is_plain(place / "exhibit.yaml")
        ]


def _may_be_content(place: Path) -> bool:
    return is_plain(place if place.name.endswith(_ENDING) else place / "exhibit.yaml")


def _stamps(entry: Path) -> Stamps:
    """Name, size, time of change and inode of a file, or of all files in a folder."""
    stamps: list[tuple[str, int, int, int]] = []
    places = [entry]
    if entry.is_dir():
        for folder, folders, files in os.walk(entry):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            places += [entry / folder / name for name in sorted(files)]
            if len(places) > _FILES_LIMIT:
                break
    for place in places:
        with suppress(OSError):
            found = place.stat(follow_symlinks=False)
            stamps.append((str(place), found.st_size, found.st_mtime_ns, found.st_ino))
    return tuple(stamps)
