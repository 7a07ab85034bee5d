"""Looks at earlier states of the content, and brings one back.

A state is written into a folder that nobody edits, and read as any content is; the content itself
stays as it is until somebody brings the state back, which is one change as any other.
"""

from __future__ import annotations

from filecmp import cmp
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.exhibit.editing.differences import Difference, differences
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.jobs import Answer, Jobs
from kiosk.screen.map.map_file import WholeMap, read_whole_map
from kiosk.workshop.preview.looked_folder import LookedFolder

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.history_files import Save
    from kiosk.exhibit.editing.save_history import SaveHistory
    from kiosk.exhibit.editing.save_runs import SaveRun
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.reading.exhibit_reading import Reading

_SWEEP, _LIST, _LOOK, _TELL, _BRING = "sweep", "saves", "an earlier state", "changes", "edits"
_MOST_FILES = 40


class EarlierState(NamedTuple):
    """The content as a save left it, read from a folder of its own.

    `whole_map` is None where the map is the one of now.
    """

    save: Save
    folder: Path
    reading: Reading
    whole_map: WholeMap | None


class LookingBack(QObject):
    """Reads saves and states beside the GUI thread."""

    listed = Signal(object)
    """All saves, the oldest first."""
    told = Signal(object, object)
    """A `SaveRun`, and by file what it has changed: tuples of `Difference`."""
    shown = Signal(object)
    """An `EarlierState`."""
    brought = Signal(object, object)
    """A save, and the edits that bring its state back."""
    failed = Signal(str)
    """Why a state can't be looked at."""

    def __init__(self, history: SaveHistory, state: Path, parent: QObject) -> None:
        """`state` is the folder of this user's state, in which what is looked at lies."""
        super().__init__(parent)
        self._history = history
        self._folder = LookedFolder(state)
        self._memory = Memory()
        self._wanted: Save | None = None
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._jobs.ask(_SWEEP, self._folder.sweep)

    @property
    def wanted(self) -> Save | None:
        """The save that is looked at; None where it is now."""
        return self._wanted

    def list(self) -> None:
        """Read all saves."""
        self._jobs.ask(_LIST, self._history.saves)

    def look(self, save: Save, now: Exhibit | None) -> None:
        """Show the content as that save left it; a map that is as `now` is not read anew."""
        self._wanted = save
        work = partial(_look, self._history, self._folder, save, self._memory, now)
        self._jobs.ask(_LOOK, work)

    def tell(self, run: SaveRun) -> None:
        """Say what these saves have changed."""
        self._jobs.ask(_TELL, partial(_changes, self._history, run))

    def bring(self, save: Save, draft: Draft) -> None:
        """Find the edits that bring a state back."""
        self._jobs.ask(_BRING, partial(_restoring, self._history, save, draft))

    def leave(self) -> None:
        """Look at nothing any more."""
        self._wanted = None
        self._jobs.cancel(_LOOK)
        self._jobs.ask(_SWEEP, self._folder.remove)

    def stop(self) -> None:
        """Stop, and leave nothing behind."""
        self._jobs.rest()
        self._folder.remove()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        value: Any = answer.value
        if answer.error is not None:
            reason = getattr(answer.error, "strerror", None) or str(answer.error)
            if answer.key in (_LOOK, _BRING):
                self.failed.emit(reason.lower())
        elif answer.key == _LIST:
            self.listed.emit(value)
        elif answer.key == _TELL:
            self.told.emit(*value)
        elif answer.key == _BRING:
            self.brought.emit(*value)
        elif answer.key == _LOOK and self._wanted == value.save:
            self.shown.emit(value)
            self._jobs.ask(_SWEEP, partial(self._folder.keep, value.folder))


def _look(
    history: SaveHistory,
    looked: LookedFolder,
    save: Save,
    memory: Memory,
    now: Exhibit | None,
) -> EarlierState:
    folder = looked.next()
    history.materialise(save, folder)
    reading = read_exhibit(folder, memory)
    exhibit = reading.exhibit
    whole_map = None
    if exhibit is not None and (now is None or not _has_map_of(exhibit, now)):
        file = exhibit.map_file if exhibit.map_file.is_file() else None
        whole_map = read_whole_map(file, exhibit.meanings)
    return EarlierState(save, folder, reading, whole_map)


def _has_map_of(exhibit: Exhibit, now: Exhibit) -> bool:
    if exhibit.meanings != now.meanings:
        return False
    try:
        return cmp(exhibit.map_file, now.map_file, shallow=False)
    except OSError:
        return False


def _changes(
    history: SaveHistory, run: SaveRun
) -> tuple[SaveRun, dict[str, tuple[Difference, ...] | None]]:
    """By file what is different since the save before; None for files that are no texts."""
    saves = history.saves()
    before = next((one for one, other in pairwise(saves) if other.id == run.first.id), None)
    if before is None or len(run.files) > _MOST_FILES:
        return run, dict.fromkeys(run.files)
    was, now = history.state_at(before), history.state_at(run.last)
    return run, {
        file: differences(file, was.get(file), now.get(file)) or None for file in run.files
    }


def _restoring(history: SaveHistory, save: Save, draft: Draft) -> tuple[Save, list[Edit]]:
    return save, history.restoring(save, draft)
