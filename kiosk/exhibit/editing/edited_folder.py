"""A folder of content that is being edited: in memory at once, on the disk a moment later.

The GUI thread makes edits, undoes and redoes them; one worker writes what is pending.  Nothing
that somebody else has written meanwhile is overwritten.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from errno import ENOENT
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.disk_files import content_of, stamp_of, write_content
from kiosk.exhibit.editing.disk_reasons import NO_FILE, reason_of
from kiosk.exhibit.editing.file_states import FileStates
from kiosk.exhibit.editing.folder_changes import Change, Pending, TriedChange, Written
from kiosk.exhibit.editing.one_writer import one_writer
from kiosk.exhibit.editing.patches import Patch
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.exhibit.editing.disk_files import Stamp
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.folder_changes import ChangedElsewhere
    from kiosk.exhibit.editing.save_history import SaveHistory


_LABELS = 3
"""So many labels tell what a save was."""


@dataclass
class _Step:
    label: str
    joins: str
    patches: Mapping[str, Patch]


@dataclass
class EditedFolder(FileStates):
    """The edits of a folder, with undo over all of its files for as long as it is open."""

    history: SaveHistory | None = None
    _undo: list[_Step] = field(default_factory=list, init=False)
    _redo: list[_Step] = field(default_factory=list, init=False)
    _labels: list[str] = field(default_factory=list, init=False)
    _writing: threading.Lock = field(default_factory=threading.Lock, init=False)
    _goes_on: bool = field(default=False, init=False)
    _history_message: str = field(default="", init=False)

    @property
    def undo_label(self) -> str:
        """What would be undone; empty where there is nothing."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """What would be done again; empty where there is nothing."""
        return self._redo[-1].label if self._redo else ""

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

    def close(self) -> None:
        """Put the last save into the history, when editing ends; in a worker or at the end."""
        if self.history is not None:
            self.history.finish()

    # What follows are parts of the above.

    def _named(self, edits: Iterable[Edit]) -> list[str]:
        """The files that edits name; all, where one renames something everywhere."""
        named = [getattr(edit, "file", "") for edit in edits]
        return named if all(named) else list(self._files)

    def _take_up(self, file: str, content: bytes | None, stamp: Stamp) -> None:
        super()._take_up(file, content, stamp)
        self._goes_on = False

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

    def _keep(self, label: str, written: Mapping[str, bytes | None]) -> str:
        if self.history is None or not written:
            return ""
        before = self._history_message
        self.history.keep(label, written)
        message, self._history_message = self.history.message, self.history.message
        return message if message != before else ""
