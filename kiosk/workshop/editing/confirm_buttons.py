"""Says of translations that they are right as they stand, where a button of a form is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.exhibit.editing.confirmations import confirmation
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.workshop.editing.located_messages import by_location

if TYPE_CHECKING:
    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing


class ConfirmButtons(QObject):
    """Confirms the texts of the form that is shown, and those that messages mean."""

    def __init__(self, editing: Editing, pane: EditPane) -> None:
        super().__init__(editing)
        self._editing = editing
        pane.confirmed.connect(self._confirm)

    @Slot(object, str)
    def _confirm(self, location: Location, language: str) -> None:
        if self._editing.place is None:
            return
        text = self._editing.text_at(self._editing.place[0], tuple(location))
        if text is not None:
            self._confirm_text(text, language)

    def confirm_at(self, message: PlacedMessage, language: str) -> None:
        """Confirm the translation that a message means."""
        root = self._editing.roots.get(message.file)
        if root is None:
            return
        location = next(iter(by_location([message], message.file, root)))
        for length in range(len(location), 0, -1):
            text = self._editing.text_at(message.file, location[:length])
            if text is not None:
                self._confirm_text(text, language)
                return

    def _confirm_text(self, text: TranslatedText, language: str) -> None:
        try:
            edits = confirmation(self._editing.draft(), text, (language,))
        except EditRefused as error:
            self._editing.refuse(error)
        else:
            # At once: of two that are confirmed quickly one after the other the second is worked
            # out from what the first has made of the record.
            self._editing.change(edits, "")
