"""What is done to a whole thing in the editor: another id, a copy, another place."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.exhibit.editing.edits import Rename
from kiosk.exhibit.editing.form import form_at
from kiosk.exhibit.editing.named_things import words_of
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.editing.whole_files import copy_of_file, shifted_in_order
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.workshop.editing.deeds import COPIED, deed, names_of
from kiosk.workshop.editing.deletions import Deletions
from kiosk.workshop.editing.editing import FILES_OF_ENTRIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.editing.edits import Kind
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Location, Node
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing

_KINDS_BY_KEY: Mapping[str, Kind] = MappingProxyType(
    {"facts": "fact", "series": "series", "panels": "panel", "steps": "step"}
)
_KINDS_BY_FOLDER: Mapping[str, Kind] = MappingProxyType(
    {"zones": "zone", "layers": "layer", "tours": "tour"}
)
_KINDS_BY_FILE: Mapping[str, Kind] = MappingProxyType(
    {SOURCES_FILE: "source", UNITS_FILE: "unit", TERMS_FILE: "term"}
)


class ThingActions(QObject):
    """Renames, copies, moves and opens what has an id."""

    def __init__(self, editing: Editing, pane: EditPane, style: InterfaceStyle) -> None:
        super().__init__(editing)
        self._editing, self._style = editing, style
        pane.renamed.connect(self.rename)
        pane.named.connect(self.open_named)
        self.deletions = Deletions(editing, pane, style)
        pane.copied.connect(self.copy_file)
        pane.shifted.connect(self.shift_file)

    def speak(self, style: InterfaceStyle) -> None:
        """Say what is done in the language of that style."""
        self._style = style
        self.deletions.speak(style)

    @Slot(str, str)
    def rename(self, old: str, new: str) -> None:
        """Give what is shown another id, everywhere it is named."""
        editing = self._editing
        if editing.place is None:
            return
        file, location = editing.place
        root = editing.roots[file]
        form = form_at(file, root, location)
        found = None if form is None else _renamed_thing(file, root, form.location, old)
        if form is None or found is None:
            return
        kind, name = found
        stay = partial(self._stay, file, location, new, frozenset(editing.roots))
        editing.change_beside([Rename(kind, name, new)], stay)

    def _stay(self, file: str, location: Location, new: str, before: frozenset[str]) -> None:
        """Go on showing what has another id now, unless somebody has gone elsewhere since."""
        now = self._editing.roots
        if self._editing.place != (file, location):
            return
        if file not in now:
            # The file is called like the id.
            others = sorted(set(now) - before)
            if others:
                self._editing.stand_at(others[0], location)
        elif file in _KINDS_BY_FILE and new in now[file].value:
            self._editing.stand_at(file, (new,))

    @Slot(str)
    def copy_file(self, file: str) -> None:
        """A copy of a place, a layer or a tour, with an id and a file of its own."""
        try:
            added = copy_of_file(self._editing.draft(), file)
        except EditRefused as error:
            self._editing.refuse(error)
            return
        copied = deed(COPIED, names_of(self._editing.roots.get(file), file))
        self._editing.change_as(copied, added.edits)
        self._editing.open(added.file, added.location)

    @Slot(str, int)
    def shift_file(self, file: str, by: int) -> None:
        """Another place in the order of the exhibit."""
        edit = shifted_in_order(self._editing.draft(), file, by)
        if edit is not None:
            self._editing.change([edit], "")

    @Slot(str, str)
    def open_named(self, kind: str, name: str) -> None:
        """Show the form of what a field names."""
        editing = self._editing
        if kind in FILES_OF_ENTRIES:
            editing.open_from_here(FILES_OF_ENTRIES[kind], (name,))
        elif kind == "fact" and editing.place is not None:
            self._open_fact(*editing.place, name)
        else:
            start = "layers/" if kind == "layer" else "zones/"
            for file, root in editing.roots.items():
                if file.startswith(start) and words_of(root.at(("id",)), "en") == name:
                    editing.open_from_here(file, ())
                    return

    def _open_fact(self, file: str, location: Location, name: str) -> None:
        """Another fact of the same panel."""
        root = self._editing.roots[file]
        form = form_at(file, root, location)
        entries = None if form is None else root.at(form.location[:-1])
        for number, entry in enumerate(entries.value if entries is not None else ()):
            if form is not None and words_of(entry.at(("id",)), "en") == name:
                self._editing.open_from_here(file, (*form.location[:-1], number))
                return


def _renamed_thing(file: str, root: Node, location: Location, old: str) -> tuple[Kind, str] | None:
    """The kind of what is at a place, and its name as `Rename` takes it."""
    if file in _KINDS_BY_FILE:
        return _KINDS_BY_FILE[file], old
    owner = words_of(root.at(("id",)), "en")
    if not location:
        kind = _KINDS_BY_FOLDER.get(file.split("/")[0])
        return None if kind is None else (kind, old)
    kind = _KINDS_BY_KEY.get(str(location[-2]) if len(location) > 1 else "")
    if kind is None:
        return None
    around = [owner]
    if kind in ("fact", "series"):
        around.append(words_of(root.at((*location[:2], "id")), "en"))
    return kind, "/".join((*around, old))
