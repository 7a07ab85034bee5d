"""Does what the one fix of a message says, as a change that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit

from kiosk.exhibit.editing.edits import DeleteFile, SetContent
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.text.fix import FixKind
from kiosk.text.fixing import fixed
from kiosk.workshop.editing.confirm_buttons import ConfirmButtons
from kiosk.workshop.editing.deeds import DELETED, deed
from kiosk.workshop.editing.pane_style import pane_font, pane_sheet

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.fix import Fix
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing

_BYTE_ORDER_MARK = "\ufeff"


class Fixes(QObject):
    """Mends what a message names, where its button is pressed."""

    led = Signal()
    """The field is shown in which what is missing is to be written."""

    def __init__(self, editing: Editing, pane: EditPane, style: InterfaceStyle) -> None:
        super().__init__(editing)
        self._editing, self._pane, self._style = editing, pane, style
        self._confirming = ConfirmButtons(editing, pane)
        pane.fixed.connect(self.mend)

    def speak(self, style: InterfaceStyle) -> None:
        """Ask in the language of that style from now on."""
        self._style = style

    @Slot(object, object)
    def mend(self, message: PlacedMessage, fix: Fix) -> None:
        """Do a fix of a message, if what it means is still there."""
        if fix.kind is FixKind.CONFIRM:
            self._confirming.confirm_at(message, fix.words)
            return
        if fix.kind is FixKind.WRITE:
            self._editing.open_missing(message, fix.words)
            self.led.emit()
            return
        if fix.kind is FixKind.DELETE_FILE:
            files = (message.file, *fix.words.splitlines())
            # Beside the GUI thread: to be brought back, a file is read whole.
            label = deed(DELETED, message.file)
            self._editing.change_beside([DeleteFile(each) for each in files], label=label)
            return
        reason = ""
        if fix.kind is FixKind.ALLOW:
            reason = self._ask_reason()
            if not reason:
                return
        self._editing.take_up()
        try:
            before = self._editing.draft().yaml(message.file).text
        except EditRefused as error:
            self._editing.refuse(error)
            return
        plain = before.removeprefix(_BYTE_ORDER_MARK)
        after = fixed(plain, message, fix, reason)
        if after is None:
            self._editing.told.emit(self._style.say("edit_no_fix"))
            return
        mark = before[: len(before) - len(plain)]
        self._editing.change([SetContent(message.file, (mark + after).encode())], "")

    def _ask_reason(self) -> str:
        """Why a warning is to be allowed there; empty where nobody says it."""
        dialog = QInputDialog(self._pane.window())
        dialog.setFont(pane_font(self._style.look, self._style.language))
        dialog.setStyleSheet(pane_sheet(self._style.look, self._style.language))
        dialog.setObjectName("pane")
        dialog.setWindowTitle(self._style.say("edit_allow"))
        dialog.setLabelText(self._style.say("edit_allow_why"))
        dialog.setOkButtonText(self._style.say("edit_allow"))
        dialog.setCancelButtonText(self._style.say("edit_cancel"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        return " ".join(dialog.textValue().split()) if dialog.exec() else ""
