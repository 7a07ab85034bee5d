"""A folder of content that is being edited: in memory at once, on the disk a moment later.

The GUI thread makes edits, undoes and redoes them; one worker writes what is pending.  Nothing
that somebody else has written meanwhile is overwritten.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from errno import ENOENT
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.disk_files import content_of, stamp_of, write_content
from kiosk.exhibit.editing.disk_reasons import NO_FILE, reason_of
from kiosk.exhibit.editing.draft import Draft, text_of
from kiosk.exhibit.editing.one_writer import one_writer
from kiosk.exhibit.editing.patches import Patch
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.text.folder import ContentFolder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from kiosk.exhibit.editing.disk_files import Stamp
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.save_history import SaveHistory
    from kiosk.text.yaml_edit import YamlText


_LABELS = 3
"""So many labels tell what a save was."""


@dataclass(frozen=True)
class Change:
    """What an edit, an undo or a redo has changed, by the names of the files.

    `unread` are files that could not be looked through: what they name stays as it is.
    """

    label: str
    files: tuple[str, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangedElsewhere:
    """A file that somebody else has changed while it was edited here; None is no file.

    `before` is what both have begun with; `stamp` is what the disk said of theirs just before it
    was read, so that whatever comes later is noticed.
    """

    file: str
    theirs: bytes | None
    ours: bytes | None
    before: bytes | None = None
    stamp: Stamp = None

    def differs_from(self, other: ChangedElsewhere) -> bool:
        """Whether somebody who has looked at the other one has not seen this one."""
        return (self.theirs, self.ours) != (other.theirs, other.ours)


@dataclass(frozen=True)
class Pending:
    """What is to be written: by file what the disk should have now, and what it is to have.

    `steps` is how many labels of changes the label was made of.
    """

    label: str
    files: tuple[tuple[str, bytes | None, bytes | None], ...]
    steps: int = 0


@dataclass(frozen=True)
class Written:
    """The outcome of writing: the files written, those that others have changed, those that
    could not be written with the system's reason, and why nothing is kept in the history, said
    once."""

    files: tuple[str, ...] = ()
    elsewhere: tuple[ChangedElsewhere, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    history_message: str = ""


@dataclass(frozen=True)
class TriedChange:
    """What edits would change of a state of the folder, which `revision` tells."""

    label: str
    edits: tuple[Edit, ...]
    draft: Draft
    patches: Mapping[str, Patch]
    revision: int


@dataclass
class _Step:
    label: str
    joins: str
    patches: Mapping[str, Patch]


@dataclass
class _File:
    """A file as it was last seen on the disk, and as it is edited."""

    known: bytes | None
    now: bytes | None
    stamp: Stamp
    text: YamlText | None = None


@dataclass
class EditedFolder:
    """The edits of a folder, with undo over all of its files for as long as it is open."""

    root: Path
    history: SaveHistory | None = None
    _files: dict[str, _File] = field(default_factory=dict)
    _undo: list[_Step] = field(default_factory=list)
    _redo: list[_Step] = field(default_factory=list)
    _conflicts: dict[str, ChangedElsewhere] = field(default_factory=dict)
    _unseen: list[str] = field(default_factory=list)
    """Files of others that were taken up on the way to something else."""
    _being_written: set[str] = field(default_factory=set)
    _labels: list[str] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _writing: threading.Lock = field(default_factory=threading.Lock)
    _goes_on: bool = False
    _revision: int = 0
    """Another one after each change of what is edited."""
    _history_message: str = ""

    def __post_init__(self) -> None:
        self._folder = ContentFolder.at(self.root)

    @property
    def undo_label(self) -> str:
        """What would be undone; empty where there is nothing."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """What would be done again; empty where there is nothing."""
        return self._redo[-1].label if self._redo else ""

    @property
    def conflicts(self) -> tuple[ChangedElsewhere, ...]:
        """The files of which two versions wait for somebody to choose."""
        with self._lock:
            return tuple(self._conflicts.values())

    def load(self) -> None:
        """Read every YAML file, in a worker, so that no edit has to wait for the disk, and keep
        all as it is found."""
        for file in self.draft().yaml_files():
            try:
                self.yaml(file)
            except EditRefused:
                continue
        if self.history is not None:
            self.history.begin()

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

    def apply(self, label: str, edits: Iterable[Edit], *, joins: str = "") -> Change:
        """Make edits all at once, as one step; EditRefused, and nothing done, where one fails.

        Steps that follow each other with the same `joins` become one: what is typed in a field.
        """
        with self._lock:
            return self.adopt(self.tried(label, tuple(edits)), joins=joins)

    def tried(self, label: str, edits: tuple[Edit, ...]) -> TriedChange:
        """Work out what edits change, in a worker where that takes its time; nothing is done yet.

        EditRefused where one of them can't be made.
        """
        taken = self._look_at(self._named(edits))
        with self._lock:
            self._unseen += taken
        revision = self._revision
        draft = self.draft()
        draft.apply(edits)
        patches = {}
        for file, content in draft.changed.items():
            patch = Patch.between(self.content(file), content)
            if not patch.is_nothing:
                patches[file] = patch
                if file.endswith(".yaml") and content is not None:
                    # Whoever shows it next has it read already.
                    with suppress(EditRefused):
                        draft.yaml(file)
        return TriedChange(label, edits, draft, patches, revision)

    def adopt(self, tried: TriedChange, *, joins: str = "") -> Change:
        """Make a change that was worked out; anew where something has been changed since."""
        with self._lock:
            if tried.revision != self._revision:
                tried = self.tried(tried.label, tried.edits)
            draft, patches = tried.draft, tried.patches
            self._refuse_conflicts(draft.changed)
            if patches:
                self._push(_Step(tried.label, joins, patches))
                for file in patches:
                    self._set(file, draft.changed[file], draft.texts.get(file))
                # What was typed letter by letter is one step, called as it was at its first.
                self._labels.append(self._undo[-1].label if self._undo else tried.label)
                self._redo.clear()
            unread = tuple(dict.fromkeys(draft.unread))
            return Change(tried.label, tuple(patches), unread)

    def end_run(self) -> None:
        """Let the next edit begin a step of its own, whatever it joins."""
        self._goes_on = False

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none.

        EditRefused where somebody else has changed a file of it since: that step is given up.
        """
        return self._back(self._undo, self._redo)

    def redo(self) -> Change | None:
        """Make the step again that was undone last, as `undo` does."""
        return self._back(self._redo, self._undo)

    def pending(self) -> Pending | None:
        """What is not on the disk yet; None where all is."""
        with self._lock:
            files = tuple(
                (name, each.known, each.now)
                for name, each in sorted(self._files.items())
                if each.known != each.now and name not in self._conflicts
            )
            label = ", ".join(list(dict.fromkeys(self._labels))[:_LABELS])
            return Pending(label, files, len(self._labels)) if files else None

    def write(self, pending: Pending) -> Written:
        """Write what is pending, in a worker.  A file that others have changed stays theirs."""
        written: dict[str, bytes | None] = {}
        elsewhere: list[ChangedElsewhere] = []
        failed: list[tuple[str, str]] = []
        with self._writing:
            with self._lock:
                self._being_written.update(name for name, _, _ in pending.files)
            if self.history is not None:
                self.history.begin()
            # Without its folder nothing was removed by anybody: a drive may come back.
            is_there = self._folder.root.is_dir()
            # What is new comes first and what goes last: nothing is ever in no file.
            for name, _, new in sorted(pending.files, key=lambda each: each[2] is None):
                try:
                    if not is_there:
                        raise FileNotFoundError(ENOENT, os.strerror(ENOENT))
                    with one_writer(self.root):
                        found = self._write_file(name, new)
                except EditRefused:
                    failed.append((name, NO_FILE))
                except OSError as error:
                    failed.append((name, reason_of(error)))
                else:
                    if found is None:
                        written[name] = new
                    else:
                        elsewhere.append(found)
            with self._lock:
                self._being_written.clear()
                # What was changed since, and what could not be written, belongs to the next save.
                if not failed:
                    del self._labels[: pending.steps]
            message = self._keep(pending.label, written)
        return Written(tuple(written), tuple(elsewhere), tuple(failed), message)

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

    def close(self) -> None:
        """Put the last save into the history, when editing ends; in a worker or at the end."""
        if self.history is not None:
            self.history.finish()

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

    # What follows are parts of the above.

    def _file(self, file: str) -> _File:
        if file not in self._files:
            stamp = stamp_of(self._folder, file)
            content = content_of(self._folder, file)
            self._files[file] = _File(content, content, stamp)
        return self._files[file]

    def _new_files(self) -> list[str]:
        """The YAML files that others have added, now read."""
        new = [file for file in self.draft().yaml_files() if file not in self._files]
        for file in new:
            with suppress(EditRefused):
                self.content(file)
        return new

    def _named(self, edits: Iterable[Edit]) -> list[str]:
        """The files that edits name; all, where one renames something everywhere."""
        named = [getattr(edit, "file", "") for edit in edits]
        return named if all(named) else list(self._files)

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

    def _is_quiet(self, file: str, found: _File) -> bool:
        """Whether nothing of a file is pending, being written or to be chosen."""
        is_busy = file in self._being_written or file in self._conflicts
        return not is_busy and found.known == found.now

    def _take_up(self, file: str, content: bytes | None, stamp: Stamp) -> None:
        self._files[file] = _File(content, content, stamp)
        self._goes_on = False
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

    def _push(self, step: _Step) -> None:
        last = self._undo[-1] if self._undo else None
        if last is not None and self._goes_on and step.joins and last.joins == step.joins:
            step = _Step(last.label, step.joins, self._joined(last.patches, step.patches))
            self._undo.pop()
        if step.patches:
            self._undo.append(step)
        self._goes_on = bool(step.joins)

    def _joined(self, first: Mapping[str, Patch], then: Mapping[str, Patch]) -> dict[str, Patch]:
        """Two steps as one; a file that is what it was is in neither."""
        joined = dict(first)
        for file, patch in then.items():
            if file in first:
                middle = self.content(file)
                before = first[file].reversed().applied(middle)
                patch = Patch.between(before, patch.applied(middle))
            joined[file] = patch
        return {file: patch for file, patch in joined.items() if not patch.is_nothing}

    def _back(self, source: list[_Step], target: list[_Step]) -> Change | None:
        with self._lock:
            if not source:
                return None
            step = source[-1]
            self._unseen += self._look_at(step.patches)
            is_undo = source is self._undo
            contents: dict[str, bytes | None] = {}
            self._refuse_conflicts(step.patches)
            for file, patch in step.patches.items():
                way = patch.reversed() if is_undo else patch
                try:
                    contents[file] = way.applied(self.content(file))
                except ValueError:
                    source.pop()
                    raise EditRefused(EditRefusal.CHANGED_ELSEWHERE, file, name=file) from None
            source.pop()
            target.append(step)
            for file, content in contents.items():
                self._set(file, content)
            self._goes_on = False
            self._labels.append(step.label)
            return Change(step.label, tuple(contents))

    def _write_file(self, file: str, new: bytes | None) -> ChangedElsewhere | None:
        """Write a file, unless it is not as it was last seen there: then that is given."""
        stamp = stamp_of(self._folder, file)
        theirs = content_of(self._folder, file)
        # Something older that was pending too may have been written since.
        if theirs not in (self._files[file].known, new):
            return self._found_elsewhere(file, theirs, stamp)
        if theirs != new:
            write_content(self._folder, file, new)
        with self._lock:
            self._files[file].known = new
            self._files[file].stamp = stamp_of(self._folder, file)
        return None

    def _found_elsewhere(self, file: str, theirs: bytes | None, stamp: Stamp) -> ChangedElsewhere:
        with self._lock:
            known = self._files[file]
            found = ChangedElsewhere(file, theirs, known.now, known.known, stamp)
            self._conflicts[file] = found
            return found

    def _keep(self, label: str, written: Mapping[str, bytes | None]) -> str:
        if self.history is None or not written:
            return ""
        before = self._history_message
        self.history.keep(label, written)
        message, self._history_message = self.history.message, self.history.message
        return message if message != before else ""
