"""One field of a form: what it is called, what is written, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kiosk.exhibit.authoring.key_names import key_explanation, key_name
from kiosk.exhibit.editing.edits import Remove
from kiosk.workshop.editing.message_notes import MessageNotes
from kiosk.workshop.editing.pane_style import ICON_PX, pane_icon

if TYPE_CHECKING:
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.form import Field
    from kiosk.workshop.editing.form_context import FormContext

_HEAD_PX = 24


class FieldRow(QFrame):
    """The base of every row.  A row is built once and shown again, for another field.

    `edited` says what is to be changed in the files, and under which name further changes of the
    same field are one step of undo; `opened` which place of a file is to be shown instead.
    """

    edited = Signal(object, str)
    opened = Signal(str, object)
    grown = Signal(object)
    """A further field for words has come into the row."""
    fixed = Signal(object, object)
    """A message, and the fix of it that was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self.field: Field | None = None
        self.context: FormContext | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        self._name = QLabel(self)
        self._name.setObjectName("key")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._gone = QToolButton(self)
        self._gone.setIconSize(QSize(ICON_PX - 2, ICON_PX - 2))
        self._gone.setProperty("quiet", True)
        self._gone.clicked.connect(self._remove)
        # Without the button too: else fields with one would stand further apart than others.
        self._name.setFixedHeight(_HEAD_PX)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._gone)
        self._layout.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self._layout.addLayout(self.body)
        self._notes = MessageNotes(self)
        self._notes.fixed.connect(self.fixed)
        self._layout.addWidget(self._notes)
        self.build()

    def build(self) -> None:
        """Make the widgets of the row, once."""
        raise NotImplementedError

    def fill(self, field: Field, context: FormContext) -> None:
        """Show what is written; a widget that says so already stays as it is."""
        raise NotImplementedError

    def first(self, language: str) -> QWidget:
        """The widget that gets the focus; of several languages' that of `language`."""
        raise NotImplementedError

    @property
    def tab_widgets(self) -> list[QWidget]:
        """What Tab goes through in the row, in its order; whatever leaves it out comes last."""
        # Menus and lists that unfold are windows of their own.
        inside = (each for each in self.findChildren(QWidget) if each.window() is self.window())
        found = [each for each in inside if _takes_tab(each)]
        return [each for each in found if each is not self._gone] + [self._gone]

    @property
    def is_deep(self) -> bool:
        """Whether what is said of anything inside the field is shown here."""
        return False

    def show_field(self, field: Field, context: FormContext) -> None:
        """Show a field of the form."""
        self.field, self.context = field, context
        say, language = context.style.say, context.style.language
        name = key_name(field.model, field.key, language)
        self._name.setText(name)
        meaning = key_explanation(field.model, field.key, language)
        self.setToolTip(meaning)
        self._name.setToolTip(meaning)
        self.setAccessibleName(name)
        self.setAccessibleDescription(meaning)
        self._gone.setVisible(not field.required and field.node is not None)
        self._gone.setIcon(pane_icon(context.style.look, "x"))
        self._gone.setToolTip(say("edit_leave_out", name=name))
        self._gone.setAccessibleName(say("edit_leave_out", name=name))
        self._name.setBuddy(self.first(context.original))
        self.fill(field, context)
        said = context.said_of(field.location, deep=self.is_deep)
        self._notes.show_messages(said, context.style, (context.form.file, field.location))

    def name_of(self, widget: QWidget, words: str = "") -> None:
        """Have a widget called like the field, for those who hear it."""
        name = self._name.text()
        widget.setAccessibleName(f"{name}, {words}" if words else name)
        widget.setAccessibleDescription(self.accessibleDescription())

    def change(self, *edits: Edit, joins: str = "") -> None:
        """Say what is to be changed."""
        self.edited.emit(list(edits), joins)

    @Slot()
    def _remove(self) -> None:
        if self.field is not None and self.context is not None:
            self.change(Remove(self.context.form.file, self.field.location))


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
