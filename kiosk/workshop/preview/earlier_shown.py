"""Earlier states in the window: listed, looked at on the exhibit, and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.workshop.editing.deeds import BROUGHT_BACK, deed_of_moment
from kiosk.workshop.preview.looking_back import EarlierState, LookingBack

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.history_files import Save
    from kiosk.exhibit.editing.save_runs import SaveRun
    from kiosk.workshop.editing.editing import Editing
    from kiosk.workshop.preview.preview_window import PreviewWindow
    from kiosk.workshop.preview.shown_content import ShownContent


class EarlierShown(QObject):
    """Has the window show what `LookingBack` reads."""

    begun = Signal()
    """The history stands beside the exhibit from now on."""
    shown = Signal()
    """The exhibit shows another state."""
    brought_back = Signal()
    """How it was is about to be how it is."""

    def __init__(
        self, window: PreviewWindow, editing: Editing, content: ShownContent, state: Path
    ) -> None:
        """`state` is the folder of this user's state."""
        super().__init__(editing)
        self._window, self._editing, self._content = window, editing, content
        self.looking_back = LookingBack(editing.history, state, self)
        self.looking_back.listed.connect(window.history.show_saves)
        self.looking_back.told.connect(window.history.show_changes)
        self.looking_back.shown.connect(self._show)
        self.looking_back.brought.connect(self._bring_back)
        self.looking_back.failed.connect(self._tell_failed)
        window.history_wanted.connect(self.open)
        window.history.chosen.connect(self._look)
        window.band.wanted.connect(self._want_back)
        window.band.left.connect(self._return)

    @property
    def is_now(self) -> bool:
        """Whether no earlier state is looked at."""
        return self.looking_back.wanted is None

    def speak(self) -> None:
        """Say the list in the language of the window."""
        if self._window.looks_back:
            self._return()
            self.looking_back.list()

    def list_again(self) -> None:
        """List the saves once more: there is another one."""
        if self._window.looks_back and self.is_now:
            self.looking_back.list()

    @Slot()
    def open(self) -> None:
        """Show the saves beside the exhibit; pressed again, lead back to now."""
        if self._window.looks_back:
            self._return()
            self._window.look_back(looks_back=False)
            return
        self.begun.emit()
        self._window.look_back(looks_back=True)
        self.looking_back.list()

    @Slot(object)
    def _look(self, run: SaveRun | None) -> None:
        if run is None:
            self._return()
            return
        self._window.show_earlier(run.last, is_shown=False)
        reading = self._content.reading
        now = None if reading is None else reading.exhibit
        self.looking_back.look(run.last, now if self._content.has_map_of_now else None)
        self.looking_back.tell(run)

    @Slot(object)
    def _show(self, state: EarlierState) -> None:
        if state.reading.exhibit is None:
            message = next(iter(state.reading.messages), None)
            self._tell_failed("" if message is None else str(message))
            return
        self._content.show_earlier(state)
        self._window.show_earlier(state.save, is_shown=True)
        self.shown.emit()

    @Slot()
    def _return(self) -> None:
        """Show again how it is now."""
        if self.is_now:
            return
        self.looking_back.leave()
        self._window.history.show_now()
        self._window.show_no_earlier()
        self._content.show_now()
        self.shown.emit()

    @Slot()
    def _want_back(self) -> None:
        save = self.looking_back.wanted
        if save is not None:
            self.looking_back.bring(save, self._editing.draft())

    @Slot(object, object)
    def _bring_back(self, save: Save, edits: list[Edit]) -> None:
        """Make how it was how it is, as one change that can be undone."""
        self.open()
        # What was said of a place that goes now is said no more.
        self.brought_back.emit()
        self._editing.change_as(deed_of_moment(BROUGHT_BACK, save.time), edits)

    @Slot(str)
    def _tell_failed(self, reason: str) -> None:
        self._return()
        self._window.tell(self._window.style_of_desk.say("earlier_failed", reason=reason))
