"""Deletes a thing as a whole, once somebody knows who names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from kiosk.exhibit.authoring.key_names import choice_name
from kiosk.exhibit.editing.left_without import left_without
from kiosk.exhibit.editing.named_things import Named, title_of, words_of
from kiosk.exhibit.editing.naming_deletion import deletion_of, namings_to_tell, others_like
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.workshop.editing.deeds import DELETED, deed, names_of
from kiosk.workshop.editing.deletion_dialog import DeletionDialog
from kiosk.workshop.editing.place_lines import PlaceLine
from kiosk.workshop.editing.place_words import place_words

if TYPE_CHECKING:
    from kiosk.exhibit.editing.deleting import Naming
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing

_KINDS = {SOURCES_FILE: "source", UNITS_FILE: "unit", TERMS_FILE: "term"}
_FOLDERS = {"zones": "zone", "layers": "layer", "tours": "tour"}


class _Asked(NamedTuple):
    """What is to be deleted, and who names it."""

    file: str
    location: Location
    kind: str
    name: str
    told: tuple[Naming, ...]


class Deletions(QObject):
    """Asks where something is named by others, and deletes at once what nobody names."""

    def __init__(self, editing: Editing, pane: EditPane, style: InterfaceStyle) -> None:
        super().__init__(editing)
        self._editing, self._pane, self._style = editing, pane, style
        self._asked: _Asked | None = None
        self.dialog: DeletionDialog | None = None
        pane.deleted.connect(self.delete)

    def speak(self, style: InterfaceStyle) -> None:
        """Ask in the language of that style."""
        self._style = style

    @Slot(str, object)
    def delete(self, file: str, location: Location) -> None:
        """Delete a thing with a file or an id of its own, or ask first."""
        editing = self._editing
        kind, name = self._thing(file, tuple(location))
        try:
            deletion = deletion_of(editing.draft(), kind, name, on_map=editing.map_elements)
        except EditRefused as error:
            editing.refuse(error)
            return
        told = namings_to_tell(deletion, "" if kind == "panel" else file)
        self._asked = _Asked(file, tuple(location), kind, name, told)
        if told:
            self._ask(self._asked)
        else:
            self._delete(self._asked, "")

    def _thing(self, file: str, location: Location) -> tuple[str, str]:
        """The kind of what is there, and its name as a `Rename` has it."""
        if file in _KINDS:
            return _KINDS[file], str(location[0])
        root = self._editing.roots[file]
        own = words_of(root.at(("id",)), "")
        if location:
            return "panel", f"{own}/{words_of(root.at((*location, 'id')), '')}"
        return _FOLDERS[file.split("/")[0]], own

    def _ask(self, asked: _Asked) -> None:
        style, roots = self._style, self._editing.roots
        show = (("show", style.say("said_show")),)
        left = [left_without(roots.get(each.file), each, asked.kind) for each in asked.told]
        lines = [
            PlaceLine(
                place_words(style, roots, each.file, each.location),
                style.say(becomes.word),
                # A table is no form, and opens in its own program.
                show if each.file in roots else (),
            )
            for each, becomes in zip(asked.told, left, strict=True)
        ]
        node = roots[asked.file].at(asked.location)
        called = title_of(node, style.language) or asked.name
        if asked.kind == "panel":
            # It is called by its first fact where it has no heading.
            kind = words_of(None if node is None else node.at(("kind",)), "")
            kind = choice_name(kind, style.language)
            title = style.say("delete_panel_title", kind=kind, name=called)
        else:
            title = style.say("delete_title", name=called)
        others, hidden = self._others(asked.kind, asked.name), sum(each.hides for each in left)
        self.dialog = DeletionDialog(self._pane.window(), style, title, lines, others, hidden)
        self.dialog.accepted.connect(self._take)
        self.dialog.shown.connect(self._show)
        self.dialog.open()

    def _others(self, kind: str, name: str) -> list[Named]:
        language, roots = self._style.language, self._editing.roots
        titles = {
            words_of(root.at(("id",)), ""): title_of(root, language)
            for file, root in roots.items()
            if _FOLDERS.get(file.split("/")[0]) == kind
        }
        entries = next((roots.get(file) for file, each in _KINDS.items() if each == kind), None)
        if entries is not None:
            titles |= {key: title_of(node, language) for key, node in entries.value.items()}
        others = others_like(self._editing.draft(), kind, name)
        return [Named(each, titles.get(each, "")) for each in others]

    @Slot()
    def _take(self) -> None:
        if self._asked is not None and self.dialog is not None:
            self._delete(self._asked, self.dialog.chosen)

    @Slot(int)
    def _show(self, line: int) -> None:
        if self._asked is not None:
            told = self._asked.told[line]
            self._editing.open_from_here(told.file, told.location)

    def _delete(self, asked: _Asked, instead: str) -> None:
        editing = self._editing
        try:
            deletion = deletion_of(
                editing.draft(),
                asked.kind,
                asked.name,
                instead=instead,
                on_map=editing.map_elements,
            )
        except EditRefused as error:
            editing.refuse(error)
            return
        label = deed(DELETED, names_of(editing.roots[asked.file].at(asked.location), asked.file))
        if asked.kind == "panel":
            editing.stand_at(asked.file)
        else:
            editing.show_contents()
        editing.change_as(label, deletion.edits)
        files = dict.fromkeys(each.file for each in asked.told if not each.stays)
        if files and not instead:
            named = ", ".join(map(editing.name_of_file, files))
            editing.told.emit(self._style.say("delete_left_out_of", files=named))
