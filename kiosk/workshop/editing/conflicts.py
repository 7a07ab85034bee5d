"""Asks which version of a file stays, where somebody else has saved another one meanwhile.

Who chooses does so between what is edited here and what is on the disk at that moment: while the
question is open it follows both, and what was never seen is never chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kiosk.exhibit.editing.edits import SetContent
from kiosk.workshop.editing.deeds import CHANGED, NOT_TAKEN, deed, names_of
from kiosk.workshop.editing.typing_pause import TypingPause
from kiosk.workshop.editing.versions_dialog import ChosenVersion, VersionsDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from kiosk.exhibit.editing.folder_changes import ChangedElsewhere
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing


class Conflicts(QObject):
    """Shows the two versions of one file after the other, until somebody has chosen."""

    left = Signal()
    """A question has been closed, answered or not."""

    def __init__(self, editing: Editing, pane: EditPane, style: InterfaceStyle) -> None:
        super().__init__(editing)
        self._editing, self._pane, self._style = editing, pane, style
        self._waiting: list[str] = []
        self._answer: ChosenVersion | None = None
        """What was chosen, until it is known that nothing newer is on the disk."""
        self.dialog: VersionsDialog | None = None
        self._pause = TypingPause(self)
        self._pause.rested.connect(self._ask)
        editing.conflicted.connect(self._take)
        editing.looked.connect(self._follow)
        editing.versions_looked_at.connect(self._settle)

    def speak(self, style: InterfaceStyle) -> None:
        """Ask in the language of that style from now on."""
        self._style = style

    @property
    def is_asking(self) -> bool:
        """Whether a question is open, or comes as soon as whoever types rests."""
        return bool(self._waiting)

    def ask_again(self) -> None:
        """Ask about everything of which two versions wait."""
        self._take(self._editing.conflicts)

    @Slot(object)
    def _take(self, found: Sequence[ChangedElsewhere]) -> None:
        self._waiting += (each.file for each in found if each.file not in self._waiting)
        field = self._pane.window().focusWidget()
        if self.dialog is None and isinstance(field, QLineEdit | QPlainTextEdit):
            self._pause.wait(field)
        else:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        there = {each.file: each for each in self._editing.conflicts}
        self._waiting = [file for file in self._waiting if file in there]
        if self.dialog is not None or not self._waiting:
            return
        conflict = there[self._waiting[0]]
        window = self._pane.window()
        self.dialog = VersionsDialog(window, self._style, conflict, self._editing.path)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.answered.connect(self._look_once_more)
        self.dialog.typed.connect(self._give_back)
        self.dialog.finished.connect(self._go_on)
        self.dialog.open()
        # What it shows may be some seconds old by now.
        self._editing.look_at_versions(conflict.file)

    @Slot(object)
    def _look_once_more(self, answer: ChosenVersion) -> None:
        """Whoever else types may have saved again since the last look."""
        self._answer = answer
        self._editing.look_at_versions(answer.conflict.file)

    @Slot()
    def _follow(self) -> None:
        if self.dialog is not None:
            self._settle(self.dialog.conflict.file)

    @Slot(str)
    def _settle(self, file: str) -> None:
        dialog = self.dialog
        if dialog is None or dialog.conflict.file != file:
            return
        conflict = next((each for each in self._editing.conflicts if each.file == file), None)
        answer, self._answer = self._answer, None
        if conflict is None:
            dialog.reject()
        elif conflict.differs_from(dialog.conflict):
            dialog.show_conflict(conflict)
        elif answer is not None:
            self._carry_out(answer, conflict)
            dialog.accept()

    def _carry_out(self, answer: ChosenVersion, conflict: ChangedElsewhere) -> None:
        # Nothing is lost: the version that is not taken is kept before the one that is.
        if answer.keeps_ours:
            self._keep(conflict, (NOT_TAKEN, conflict.theirs))
            self._editing.keep_ours(conflict.file)
            return
        self._keep(conflict, (NOT_TAKEN, conflict.ours), (CHANGED, conflict.theirs))
        name = self._name_of(conflict.file)
        self._editing.take_theirs(conflict.file)
        if answer.mixed not in (None, conflict.theirs):
            # A change like every other, which can be undone.
            edit = SetContent(conflict.file, answer.mixed)
            self._editing.change_as(deed(CHANGED, name), [edit])

    def _keep(self, conflict: ChangedElsewhere, *versions: tuple[str, bytes | None]) -> None:
        name = self._name_of(conflict.file)
        saves = [(deed(word, name), content) for word, content in versions]
        self._editing.keep_versions(conflict.file, saves)

    def _name_of(self, file: str) -> dict[str, str]:
        return names_of(self._editing.roots.get(file), file)

    @Slot(object)
    def _give_back(self, event: QKeyEvent) -> None:
        """Somebody types on: the letter is the field's, and the question comes in the next rest."""
        field, dialog = self._pause.field, self.dialog
        if dialog is None:
            return
        file = dialog.conflict.file
        dialog.reject()
        if field is not None:
            field.setFocus()
            QCoreApplication.sendEvent(field, event)
        self._take([each for each in self._editing.conflicts if each.file == file])

    @Slot()
    def _go_on(self) -> None:
        """The next one; what nobody has chosen of is asked for again when it is edited."""
        self.dialog = self._answer = None
        self._waiting.pop(0)
        self._ask()
        self.left.emit()
