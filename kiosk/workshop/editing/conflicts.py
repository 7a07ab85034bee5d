"""Asks which version of a file stays, where somebody else has saved another one meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from kiosk.exhibit.editing.edits import SetContent
from kiosk.workshop.editing.deeds import CHANGED, NOT_TAKEN, deed, names_of
from kiosk.workshop.editing.versions_dialog import VersionsDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibit.editing.edited_folder import ChangedElsewhere
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing


class Conflicts(QObject):
    """Shows the two versions of one file after the other, until somebody has chosen."""

    def __init__(self, editing: Editing, pane: EditPane, style: InterfaceStyle) -> None:
        super().__init__(editing)
        self._editing, self._pane, self._style = editing, pane, style
        self._waiting: list[ChangedElsewhere] = []
        self.dialog: VersionsDialog | None = None
        editing.conflicted.connect(self._take)

    def speak(self, style: InterfaceStyle) -> None:
        """Ask in the language of that style from now on."""
        self._style = style

    @Slot(object)
    def _take(self, found: Sequence[ChangedElsewhere]) -> None:
        waiting = {each.file for each in self._waiting}
        self._waiting += (each for each in found if each.file not in waiting)
        self._ask()

    def _ask(self) -> None:
        if self.dialog is not None or not self._waiting:
            return
        folder = self._editing.path
        self.dialog = VersionsDialog(self._pane.window(), self._style, self._waiting[0], folder)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.chosen.connect(self._settle)
        self.dialog.mixed.connect(self._settle_mixed)
        self.dialog.finished.connect(self._go_on)
        self.dialog.open()

    @Slot(object, bool)
    def _settle(self, conflict: ChangedElsewhere, keep_ours: bool) -> None:
        # Nothing is lost: the version that is not taken is kept before the one that is.
        if keep_ours:
            self._keep(conflict, (NOT_TAKEN, conflict.theirs))
            self._editing.keep_ours(conflict.file)
        else:
            self._keep(conflict, (NOT_TAKEN, conflict.ours), (CHANGED, conflict.theirs))
            self._editing.take_theirs(conflict.file)

    def _keep(self, conflict: ChangedElsewhere, *versions: tuple[str, bytes | None]) -> None:
        name = self._name_of(conflict)
        saves = [(deed(word, name), content) for word, content in versions]
        self._editing.keep_versions(conflict.file, saves)

    def _name_of(self, conflict: ChangedElsewhere) -> dict[str, str]:
        return names_of(self._editing.roots.get(conflict.file), conflict.file)

    @Slot(object, object)
    def _settle_mixed(self, conflict: ChangedElsewhere, content: bytes) -> None:
        """Take theirs, and make of it what was chosen of both, as a change that can be undone."""
        name = self._name_of(conflict)
        self._keep(conflict, (NOT_TAKEN, conflict.ours), (CHANGED, conflict.theirs))
        self._editing.take_theirs(conflict.file)
        if content != conflict.theirs:
            edit = SetContent(conflict.file, content)
            self._editing.change_as(deed(CHANGED, name), [edit])

    @Slot()
    def _go_on(self) -> None:
        """The next one; what nobody has chosen of is asked for again when it is edited."""
        self.dialog = None
        self._waiting.pop(0)
        self._ask()
