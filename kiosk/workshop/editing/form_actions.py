"""What can be done to all that a form is of: another place in its order, a copy, an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from kiosk.exhibit.editing.edits import Duplicate, Move, Remove
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.workshop.editing.pane_style import ICON_PX, pane_icon

if TYPE_CHECKING:
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.form_context import FormContext

_OWN_FILES = ("zones/", "layers/", "tours/")
_ORDERED_FILES = ("zones/", "layers/")
_NAMED_ENTRIES = (SOURCES_FILE, UNITS_FILE, TERMS_FILE)
"""Files with things that others name."""
_STEPS = {"up": -1, "down": 1}
_ACTIONS = {"up": "chevron-up", "down": "chevron-down", "copy": "copy", "delete": "trash-2"}


class FormActions(QWidget):
    """The buttons beside the title of a form."""

    edited = Signal(object, str)
    opened = Signal(str, object)
    deleted = Signal(str, object)
    copied = Signal(str)
    shifted = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._context: FormContext | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._buttons = {name: self._button(name, layout) for name in _ACTIONS}

    def _button(self, name: str, into: QHBoxLayout) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.clicked.connect(self._act)
        into.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def offer(self, context: FormContext) -> None:
        """Offer what can be done to what the form of that context is of."""
        self._context = context
        location = context.form.location
        is_entry = bool(location) and isinstance(location[-1], int)
        around = context.around.roots[context.form.file].at(location[:-1])
        count = len(around.value) if is_entry and around is not None else 0
        for name, button in self._buttons.items():
            has_file = not location and context.form.file.startswith(_OWN_FILES)
            is_ordered = not location and context.form.file.startswith(_ORDERED_FILES)
            shown = is_entry or (is_ordered if name in _STEPS else has_file)
            button.setVisible(shown or (name == "delete" and bool(location)))
            button.setEnabled(True)
            button.setIcon(pane_icon(context.style.look, _ACTIONS[name]))
            said = context.style.say(f"edit_{name}")
            button.setToolTip(said)
            button.setAccessibleName(said)
        if is_entry:
            self._buttons["up"].setEnabled(int(location[-1]) > 0)
            self._buttons["down"].setEnabled(int(location[-1]) < count - 1)

    @Slot()
    def _act(self) -> None:
        context = self._context
        if context is None:
            return
        action = self.sender().objectName()
        file, place = context.form.file, context.form.location
        is_named = place[:-1] == ("panels",) or (file in _NAMED_ENTRIES and len(place) == 1)
        if action == "delete" and (not place or is_named):
            self.deleted.emit(file, place)
        elif not place and action == "copy":
            self.copied.emit(file)
        elif not place:
            self.shifted.emit(file, _STEPS[action])
        elif action == "delete":
            self.opened.emit(file, _around(place))
            self.edited.emit([Remove(file, place)], "")
        elif action == "copy":
            self.edited.emit([Duplicate(file, place)], "")
            self.opened.emit(file, (*place[:-1], int(place[-1]) + 1))
        else:
            to = int(place[-1]) + _STEPS[action]
            self.edited.emit([Move(file, place, to)], "")
            self.opened.emit(file, (*place[:-1], to))


def _around(place: Location) -> Location:
    """The place of what an entry of a list belongs to."""
    inner = place[:-1]
    return inner[:-1] if inner and isinstance(place[-1], int) else inner
