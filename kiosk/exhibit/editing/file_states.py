"""The files of a folder that is edited, each as the disk last had it and as it is by now.

What others save is taken up where nothing of ours is pending; where something is, both versions
wait for somebody to choose.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.disk_files import content_of, stamp_of
from kiosk.exhibit.editing.draft import Draft, text_of
from kiosk.exhibit.editing.folder_changes import Change, ChangedElsewhere
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.text.folder import ContentFolder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from kiosk.exhibit.editing.disk_files import Stamp
    from kiosk.text.yaml_edit import YamlText


@dataclass
class FileState:
    """A file as it was last seen on the disk, and as it is edited."""

    known: bytes | None
    now: bytes | None
    stamp: Stamp
    text: YamlText | None = None


@dataclass
class FileStates:
    """What is in each file, and whose version that is; threads take turns by its lock."""

    root: Path
    _files: dict[str, FileState] = field(default_factory=dict, init=False)
    _conflicts: dict[str, ChangedElsewhere] = field(default_factory=dict, init=False)
    _unseen: list[str] = field(default_factory=list, init=False)
    """Files of others that were taken up on the way to something else."""
    _being_written: set[str] = field(default_factory=set, init=False)
    _lock: threading.RLock = field(default_factory=threading.RLock, init=False)
    _revision: int = field(default=0, init=False)
    """Another one after each change of what is edited."""

    def __post_init__(self) -> None:
        self._folder = ContentFolder.at(self.root)

    @property
    def conflicts(self) -> tuple[ChangedElsewhere, ...]:
        """The files of which two versions wait for somebody to choose."""
        with self._lock:
            return tuple(self._conflicts.values())

    def content(self, file: str) -> bytes | None:
        """What is in a file by now; None where there is none."""
        with self._lock:
            return self._file(file).now

    def stamp(self, file: str) -> Stamp:
        """What the disk says of a file as it was last read or written here."""
        with self._lock:
            found = self._files.get(file)
            return None if found is None else found.stamp

    def yaml(self, file: str) -> YamlText:
        """The text of a YAML file by now; EditRefused where there is none that can be read."""
        with self._lock:
            found = self._file(file)
            if found.now is None:
                raise EditRefused(EditRefusal.GONE, file, name=file)
            if found.text is None:
                found.text = text_of(found.now, file)
            return found.text

    def names(self, folder: str) -> tuple[str, ...]:
        """The files in a folder of the content by now; those beside `exhibit.yaml` without one."""
        with self._lock:
            names = {name for name in self._folder.names(folder) if self._folder.has(name)}
            names |= {each for each in self._files if each.rpartition("/")[0] == folder}
            gone = {name for name, each in self._files.items() if each.now is None}
            return tuple(sorted(names - gone))

    def draft(self) -> Draft:
        """A place to try edits that are not made."""
        return Draft(self.content, self.yaml, self.names)

    def accept_theirs(self, file: str) -> Change:
        """Of two versions of a file take the one on the disk; ours can't be undone to any more."""
        with self._lock:
            conflict = self._conflicts.pop(file)
            self._take_up(file, conflict.theirs, conflict.stamp)
            return Change("", (file,))

    def keep_ours(self, file: str) -> None:
        """Of two versions of a file take ours: it is written next."""
        with self._lock:
            conflict = self._conflicts.pop(file)
            self._files[file].known = conflict.theirs
            self._files[file].stamp = conflict.stamp

    def versions_by_now(self, file: str) -> ChangedElsewhere | None:
        """Two versions of a file as they are by now, in a worker; None where it has one alone.

        Whoever else works on it may have saved again since they were found.
        """
        with self._lock:
            conflict = self._conflicts.get(file)
        # Without its folder nothing was removed by anybody: a drive may come back.
        if conflict is None or not self._folder.root.is_dir():
            return conflict
        try:
            stamp = stamp_of(self._folder, file)
            theirs = content_of(self._folder, file)
        except EditRefused:
            return conflict
        with self._lock:
            conflict = self._conflicts.get(file)
            if conflict is not None:
                self._conflicts[file] = replace(conflict, theirs=theirs, stamp=stamp)
                self._settle(file)
            return self._conflicts.get(file)

    def refresh(self) -> tuple[str, ...]:
        """Take up, in a worker, what others have changed of files that nothing is pending of.

        Gives their names.  A file that became a folder or a link to elsewhere hinders no other.
        """
        with self._lock:
            taken, self._unseen = self._unseen, []
            conflicts = tuple(self._conflicts)
        taken += self._new_files()
        for file in list(self._files):
            with suppress(EditRefused):
                taken += self._look_at([file])
        for file in conflicts:
            self.versions_by_now(file)
        with self._lock:
            # What was settled by that is seen at once.
            taken += self._unseen
            self._unseen = []
        return tuple(dict.fromkeys(taken))

    def _file(self, file: str) -> FileState:
        if file not in self._files:
            stamp = stamp_of(self._folder, file)
            content = content_of(self._folder, file)
            self._files[file] = FileState(content, content, stamp)
        return self._files[file]

    def _new_files(self) -> list[str]:
        """The YAML files that others have added, now read."""
        new = [file for file in self.draft().yaml_files() if file not in self._files]
        for file in new:
            with suppress(EditRefused):
                self.content(file)
        return new

    def _look_at(self, files: Iterable[str]) -> tuple[str, ...]:
        """Take up what others have changed; the lock is held for no longer than that takes.

        Without the folder itself nothing was removed by anybody: a drive may come back.
        """
        if not self._folder.root.is_dir():
            return ()
        taken = []
        for file in files:
            with self._lock:
                found = self._files.get(file)
                if found is None or not self._is_quiet(file, found):
                    continue
                known, seen = found.known, found.stamp
            stamp = stamp_of(self._folder, file)
            if stamp == seen:
                continue
            content = content_of(self._folder, file)
            with self._lock:
                # A write may have come in between, and what was read be older than it.
                is_same = self._files[file] is found and found.known is known
                if not is_same or not self._is_quiet(file, found):
                    continue
                if content == known:
                    found.stamp = stamp
                else:
                    self._take_up(file, content, stamp)
                    taken.append(file)
        return tuple(taken)

    def _is_quiet(self, file: str, found: FileState) -> bool:
        """Whether nothing of a file is pending, being written or to be chosen."""
        is_busy = file in self._being_written or file in self._conflicts
        return not is_busy and found.known == found.now

    def _take_up(self, file: str, content: bytes | None, stamp: Stamp) -> None:
        self._files[file] = FileState(content, content, stamp)
        self._revision += 1

    def _refuse_conflicts(self, files: Collection[str]) -> None:
        """EditRefused where files change together and of one of them a version is to be chosen.

        What is typed on in that file alone belongs to the version of here, and nothing is lost.
        """
        waiting = [file for file in files if file in self._conflicts]
        if waiting and len(files) > 1:
            raise EditRefused(EditRefusal.CONFLICT, waiting[0], name=waiting[0])

    def _settle(self, file: str) -> None:
        """End a conflict in which there is nothing to choose any more."""
        conflict = self._conflicts[file]
        if conflict.theirs in (conflict.ours, conflict.before):
            # Both say the same, or theirs was taken back: then ours is simply written.
            del self._conflicts[file]
            self._files[file].known = conflict.theirs
            self._files[file].stamp = conflict.stamp
        elif conflict.ours == conflict.before:
            del self._conflicts[file]
            self._take_up(file, conflict.theirs, conflict.stamp)
            self._unseen.append(file)

    def _set(self, file: str, content: bytes | None, text: YamlText | None = None) -> None:
        found = self._file(file)
        found.now, found.text = content, text
        self._revision += 1
        if file in self._conflicts:
            self._conflicts[file] = replace(self._conflicts[file], ours=content)
            self._settle(file)

    def _found_elsewhere(self, file: str, theirs: bytes | None, stamp: Stamp) -> ChangedElsewhere:
        with self._lock:
            known = self._files[file]
            found = ChangedElsewhere(file, theirs, known.now, known.known, stamp)
            self._conflicts[file] = found
            return found
