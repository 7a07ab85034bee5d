"""Every save of a folder, kept beside it, so that any day's state can be looked at again.

It is no version control: it belongs to one machine, thins out with time, and nothing of it is
part of the content (decision 026).
"""

from __future__ import annotations

import os
import shutil
import threading
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.atomic_file import write_bytes
from kiosk.exhibit.editing.disk_files import content_of, path_of
from kiosk.exhibit.editing.disk_reasons import reason_of
from kiosk.exhibit.editing.edits import DeleteFile, SetContent
from kiosk.exhibit.editing.history_files import NOT_KEPT, HistoryFiles, Save
from kiosk.exhibit.editing.one_writer import one_writer
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.text.folder import KEPT_FILE_LIMIT_BYTES, SUBFOLDERS, ContentFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit

JOINED_SECONDS = 60
"""Within that time what is saved under one label is one save: a sentence, not its letters."""
WHOLE_DAYS = 30
"""So long every save is kept; of older days the last one is."""
_LONGEST_REST = timedelta(days=5 * 365)
"""Nobody saves anything for so long and then goes on: a clock that says so is wrong."""
LIMIT_BYTES = 500 * 1000 * 1000


_EARLIEST, _LATEST = datetime(1970, 1, 2, tzinfo=UTC), datetime(9998, 12, 30, tzinfo=UTC)
"""Within these every reckoning and every time zone has its place in the calendar."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class _OpenSave:
    """What has been saved under a label for a while, and is not on the disk as a save yet."""

    label: str
    since: datetime
    written: dict[str, bytes | None]

    def takes(self, label: str, now: datetime) -> bool:
        """Whether what is saved now belongs to it."""
        passed = (now - self.since).total_seconds()
        return label == self.label and 0 <= passed < JOINED_SECONDS


@dataclass
class SaveHistory:
    """The saves of the content in `root`, in a folder beside it.

    `message` says why nothing can be kept, in the system's words; empty while all is well.
    """

    root: Path
    folder: Path
    now: Callable[[], datetime] = _now
    limit_bytes: int = LIMIT_BYTES
    message: str = field(default="", init=False)
    _has_begun: bool = field(default=False, init=False)
    _open: _OpenSave | None = field(default=None, init=False)
    _lock: threading.RLock = field(default_factory=threading.RLock, init=False)

    def __post_init__(self) -> None:
        self._content = ContentFolder.at(self.root)
        self._files = HistoryFiles(self.folder, self.root)

    @classmethod
    def beside(cls, root: Path, now: Callable[[], datetime] = _now) -> SaveHistory:
        """The history of a content folder, called like it: `content.history`."""
        real = Path(os.path.realpath(root))
        return cls(real, real.with_name(f"{real.name}.history"), now)

    def begin(self) -> None:
        """Keep the folder as it is found, where it is not as the last save left it, and thin out
        what is old.  A worker calls it; once is enough."""
        with self._lock:
            if self._has_begun:
                return
            self._has_begun = True
            try:
                self._files.make()
                with one_writer(self.folder):
                    self._keep_found()
                    self._thin_out()
                self.message = ""
            except OSError as error:
                self.message = reason_of(error)

    def keep(self, label: str, written: Mapping[str, bytes | None]) -> None:
        """Keep a save: what was written into files, None for one that was removed.

        It is open for a while to what else is saved under its label.
        """
        with self._lock:
            now = self._moment()
            if self._open is not None and not self._open.takes(label, now):
                self.finish()
            if self._open is None:
                self._open = _OpenSave(label, now, {})
            self._open.written.update(written)

    def finish(self) -> None:
        """Put the save that is open on the disk; what a crash loses of it, the next opening
        finds in the folder."""
        with self._lock:
            save, self._open = self._open, None
            if save is None:
                return
            try:
                self._files.make()
                with one_writer(self.folder):
                    changed = {name: self._put(content) for name, content in save.written.items()}
                    self._add(save.label, changed, save.since)
                self.message = ""
            except OSError as error:
                self.message = reason_of(error)

    def saves(self) -> tuple[Save, ...]:
        """All saves, the oldest first."""
        self.finish()
        return self._files.saves()

    def days(self) -> dict[date, tuple[Save, ...]]:
        """The saves of each day, by the machine's own clock, the oldest first."""
        found: dict[date, list[Save]] = {}
        for save in self.saves():
            found.setdefault(save.time.astimezone().date(), []).append(save)
        return {day: tuple(saves) for day, saves in found.items()}

    def state_at(self, save: Save) -> dict[str, bytes]:
        """Every file as that save left it; without those that were too large, or are lost."""
        found = {name: self._files.content(own) for name, own in self._digests_at(save).items()}
        return {name: content for name, content in found.items() if content is not None}

    def materialise(self, save: Save, folder: Path) -> None:
        """Write the state of a save into an empty folder, to be looked at; raises OSError.

        What was too large to be kept is taken from the content as it is now.
        """
        folder.mkdir(parents=True, exist_ok=True)
        target = ContentFolder.at(folder)
        for name, own in self._digests_at(save).items():
            content = self._files.content(own)
            try:
                path = path_of(target, name)
                if content is not None:
                    write_bytes(path, content, durable=False)
                elif own == NOT_KEPT and self._content.has(name):
                    path.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path_of(self._content, name), path)
            except EditRefused:
                continue

    def restoring(self, save: Save, draft: Draft) -> list[Edit]:
        """The edits that bring a state back; files that were too large to be kept stay."""
        digests, state = self._digests_at(save), self.state_at(save)
        edits: list[Edit] = [
            SetContent(name, content)
            for name, content in state.items()
            if _content_in(draft, name) != content
        ]
        there = {*self._names(), *draft.yaml_files()}
        edits += [
            DeleteFile(name)
            for name in sorted(there - digests.keys())
            if _content_in(draft, name) is not None
        ]
        return edits

    # What follows are parts of the above.

    def _moment(self) -> datetime:
        """The time by the machine's clock, which may be set to anything."""
        return min(max(self.now(), _EARLIEST), _LATEST)

    def _digests_at(self, save: Save) -> dict[str, str]:
        state: dict[str, str] = {}
        for each in self.saves():
            _add_changes(state, each.changed)
            if each.id == save.id:
                break
        return state

    def _names(self) -> list[str]:
        names = (name for folder in ("", *SUBFOLDERS) for name in self._content.names(folder))
        return [name for name in names if self._content.has(name)]

    def _put(self, content: bytes | None) -> str | None:
        if content is None:
            return None
        return NOT_KEPT if len(content) > KEPT_FILE_LIMIT_BYTES else self._files.put(content)

    def _add(self, label: str, changed: Mapping[str, str | None], time: datetime) -> None:
        self._files.add(Save(os.urandom(6).hex(), time, label, changed))

    def _keep_found(self) -> None:
        last: dict[str, str] = {}
        for save in self.saves():
            _add_changes(last, save.changed)
        found: dict[str, str | None] = {}
        for name in self._names():
            try:
                size = path_of(self._content, name).stat().st_size
                large = size > KEPT_FILE_LIMIT_BYTES
                content = None if large else content_of(self._content, name)
            except EditRefused:
                continue
            if large or content is not None:
                found[name] = self._put(content) if content is not None else NOT_KEPT
        changed = {name: own for name, own in found.items() if last.get(name) != own}
        changed |= dict.fromkeys(last.keys() - found.keys())
        if changed:
            self._add("", changed, self._moment())

    def _thin_out(self) -> None:
        saves = list(self.saves())
        now = self._moment()
        if saves and now - saves[-1].time > _LONGEST_REST:
            # A clock that runs ahead by years makes nothing old.
            now = saves[-1].time
        kept = _thinned(saves, now - timedelta(days=WHOLE_DAYS))
        sizes = self._files.sizes()
        while len(kept) > 1 and _size(kept, sizes) > self.limit_bytes:
            kept = _without_first(kept)
        if len(kept) < len(saves):
            self._files.replace(kept)
        self._files.remove(sizes.keys() - _used(kept))


def _content_in(draft: Draft, name: str) -> bytes | None:
    try:
        return draft.content(name)
    except EditRefused:
        return None


def _add_changes(state: dict[str, str], changed: Mapping[str, str | None]) -> None:
    for name, own in changed.items():
        if own is None:
            state.pop(name, None)
        else:
            state[name] = own


def _thinned(saves: Sequence[Save], before: datetime) -> list[Save]:
    """Without all but the last save of each day before a moment; what they changed goes on."""
    kept: list[Save] = []
    for save in saves:
        last = kept[-1] if kept else None
        is_old = save.time < before
        if last is not None and is_old and _day(last) == _day(save):
            save = save._replace(changed={**last.changed, **save.changed})
            kept.pop()
        kept.append(save)
    return kept


def _without_first(saves: Sequence[Save]) -> list[Save]:
    first, second, *others = saves
    whole: dict[str, str] = {}
    _add_changes(whole, first.changed)
    _add_changes(whole, second.changed)
    return [second._replace(changed=whole), *others]


def _day(save: Save) -> date:
    return save.time.astimezone().date()


def _used(saves: Sequence[Save]) -> set[str]:
    return {own for save in saves for own in save.changed.values() if own}


def _size(saves: Sequence[Save], sizes: Mapping[str, int]) -> int:
    return sum(sizes.get(own, 0) for own in _used(saves))
