"""The way to the form that is shown: from the contents down to it, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiosk.exhibit.editing.form import form_at
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.workshop.editing.form_titles import place_title

if TYPE_CHECKING:
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.form_context import FormContext

_WORDS_OF_FILES = {
    SOURCES_FILE: "edit_sources",
    UNITS_FILE: "edit_units",
    TERMS_FILE: "edit_terms",
}
_Crumb = tuple[str, str, "Location"]
"""What it says, and the file and place to which it leads; no file is the contents."""


class PaneCrumbs(QWidget):
    """A button for each step of the way."""

    opened = Signal(str, object)
    contents_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)

    def show_way(self, context: FormContext) -> None:
        """Show the way to the form of that context."""
        back = self._back(context)
        crumbs = self._crumbs(context)
        if back is not None:
            crumbs.insert(0, back)
        while len(self._buttons) < len(crumbs):
            button = QPushButton(self)
            button.setObjectName("crumb")
            button.clicked.connect(self._go_back)
            self._layout.insertWidget(len(self._buttons), button)
            self._buttons.append(button)
        most = max(80, self.width() // max(1, len(crumbs)) - 12)
        for button, (title, file, place) in zip(self._buttons, crumbs, strict=False):
            metrics = button.fontMetrics()
            short = metrics.elidedText(title, Qt.TextElideMode.ElideRight, most)
            short = short.replace("&", "&&")
            is_back = back is not None and button is self._buttons[0]
            button.setText(f"← {short}" if is_back else f"{short} ›")
            button.setAccessibleName(title)
            button.setProperty("file", file)
            button.setProperty("place", list(place))
            button.show()
        for spare in self._buttons[len(crumbs) :]:
            spare.hide()

    def _crumbs(self, context: FormContext) -> list[_Crumb]:
        form, style = context.form, context.style
        crumbs: list[_Crumb] = [(style.say("edit_contents"), "", ())]
        root = context.around.roots[form.file]
        location = form.location
        if location and form.file in _WORDS_OF_FILES:
            crumbs.append((style.say(_WORDS_OF_FILES[form.file]), "", ()))
        elif location:
            crumbs.append((place_title(form.file, root, (), style.language), form.file, ()))
        for length in range(1, len(location)):
            place = location[:length]
            node = root.at(place)
            if node is not None and node.kind == "mapping":
                title = place_title(form.file, root, place, style.language)
                crumbs.append((title, form.file, place))
        return crumbs

    def _back(self, context: FormContext) -> _Crumb | None:
        """What leads back to where this form was opened from."""
        if context.came_from is None:
            return None
        file, place = context.came_from
        root = context.around.roots.get(file)
        before = None if root is None else form_at(file, root, place)
        if root is None or before is None:
            return None
        return place_title(file, root, before.location, context.style.language), file, place

    @Slot()
    def _go_back(self) -> None:
        button = self.sender()
        file, place = button.property("file"), tuple(button.property("place") or ())
        if file:
            self.opened.emit(file, place)
        else:
            self.contents_wanted.emit()
