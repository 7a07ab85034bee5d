"""Looks for words in the whole exhibit, from the curators' window, and leads to where they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from kiosk.exhibit.editing.found_words import find, written_instead
from kiosk.jobs import Answer, Jobs
from kiosk.workshop.editing.find_dialog import FindDialog
from kiosk.workshop.preview.side_column import EDIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.exhibit.editing.found_words import FoundWords
    from kiosk.text.yaml_source import Node
    from kiosk.workshop.editing.editing import Editing
    from kiosk.workshop.preview.preview_window import PreviewWindow


class ExhibitSearch(QObject):
    """Opens the dialog at Ctrl+F, finds beside the GUI thread, and writes what is asked for."""

    def __init__(self, window: PreviewWindow, editing: Editing) -> None:
        super().__init__(editing)
        self._window, self._editing = window, editing
        self.dialog: FindDialog | None = None
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), window)
        shortcut.activated.connect(self.begin)
        window.tree.search_wanted.connect(self.begin)
        editing.changed.connect(self._look_again)

    def stop(self) -> None:
        """Look no further."""
        self._jobs.rest()

    def speak(self) -> None:
        """Ask in other words, or in other colours, from the next time on."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    @Slot()
    def begin(self) -> None:
        """Ask what is looked for."""
        if self._window.looks_back:
            # What is found is how it is now.
            return
        if self.dialog is None:
            self.dialog = FindDialog(self._window, self._window.style_of_desk)
            self.dialog.wanted.connect(self._look)
            self.dialog.chosen.connect(self._show)
            self.dialog.replaced.connect(self._replace)
        self.dialog.begin()

    @Slot(str)
    def _look(self, wanted: str) -> None:
        self._jobs.ask("find", partial(_found, dict(self._editing.roots), wanted))

    @Slot()
    def _look_again(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self._look(self.dialog.words.text())

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is None and self.dialog is not None:
            found, roots = answer.value
            self.dialog.show_found(found, roots)

    @Slot(object)
    def _show(self, found: FoundWords) -> None:
        self._window.show_preview()
        self._window.show_column(EDIT)
        self._editing.open(found.file, found.location)
        if found.language:
            self._window.pane.focus_field(found.location, found.language)

    @Slot(object, str, str)
    def _replace(self, places: Sequence[FoundWords], wanted: str, new: str) -> None:
        edits = written_instead(self._editing.roots, places, wanted, new)
        if edits:
            style = self._window.style_of_desk
            label = style.say("said_label", old=wanted, new=new)
            self._editing.change_in_all_languages(label, edits)
            said = style.say("find_done", count=str(len(places)))
            self._editing.told.emit(said)


def _found(
    roots: Mapping[str, Node], wanted: str
) -> tuple[tuple[FoundWords, ...], Mapping[str, Node]]:
    return find(roots, wanted), roots
