"""Says what is not on the disk, as long as it is not: nobody should believe that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.text.phrase import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.editing.conflicts import Conflicts
    from kiosk.workshop.editing.editing import Editing
    from kiosk.workshop.editing.saving import Unwritten
    from kiosk.workshop.editing.unsaved_band import UnsavedBand

_NAMED_FILES = 3


class UnsavedChanges(QObject):
    """Shows the band for what the disk does not take, and for versions of which none is chosen."""

    def __init__(
        self, editing: Editing, conflicts: Conflicts, band: UnsavedBand, style: InterfaceStyle
    ) -> None:
        super().__init__(editing)
        self._editing, self._conflicts = editing, conflicts
        self._band, self._style = band, style
        self._unwritten: Unwritten | None = None
        editing.unwritten.connect(self._take)
        editing.looked.connect(self._show)
        conflicts.left.connect(self._show)
        band.pressed.connect(self._help)

    def speak(self, style: InterfaceStyle) -> None:
        """Say it in the language and the colours of that style."""
        self._style = style
        self._show()

    @Slot(object)
    def _take(self, unwritten: Unwritten | None) -> None:
        self._unwritten = unwritten
        self._show()

    @Slot()
    def _show(self) -> None:
        say, unwritten = self._style.say, self._unwritten
        if unwritten is not None:
            reason = said(unwritten.files[0][1], self._style.language)
            files = self._names(file for file, _ in unwritten.files)
            since = f"{unwritten.since:%H:%M}"
            words = say("unsaved_since", files=files, since=since, reason=reason)
            self._band.show_words(words, say("unsaved_try"), self._style)
            return
        waiting = self._editing.conflicts
        if waiting and not self._conflicts.is_asking:
            words = say("unsaved_versions", files=self._names(each.file for each in waiting))
            self._band.show_words(words, say("unsaved_choose"), self._style)
        else:
            self._band.hide()

    def _names(self, files: Iterable[str]) -> str:
        names = list(dict.fromkeys(map(self._editing.name_of_file, files)))
        more = [f"+ {len(names) - _NAMED_FILES}"] if len(names) > _NAMED_FILES else []
        return ", ".join([*names[:_NAMED_FILES], *more])

    @Slot()
    def _help(self) -> None:
        """Try once more, or ask once more."""
        if self._unwritten is not None:
            self._editing.write_now()
        else:
            self._conflicts.ask_again()
            self._show()
