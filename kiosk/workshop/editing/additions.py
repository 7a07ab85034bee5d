"""What is added in the editor: entries, places, sources, and copies of files from elsewhere."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from kiosk.exhibit.editing.blank_entries import blank_entry, blank_group
from kiosk.exhibit.editing.edits import Insert, NewFile, SetText, SetValue
from kiosk.exhibit.editing.new_things import (
    Added,
    new_fact,
    new_layer,
    new_page,
    new_panel,
    new_point,
    new_series,
    new_source,
    new_term,
    new_tour,
    new_unit,
    new_zone,
)
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.editing.unnamed_sources import naming
from kiosk.jobs import Answer, Jobs
from kiosk.text.file_names import composed
from kiosk.workshop.editing.brought_file import brought_file
from kiosk.workshop.editing.deeds import ADDED, deed
from kiosk.workshop.editing.file_dialog import file_dialog
from kiosk.workshop.editing.jpeg_offer import JpegOffer
from kiosk.workshop.editing.name_dialog import NameDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.form import Field
    from kiosk.exhibit.model.map_point import MapPoint
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.brought_file import BroughtFile
    from kiosk.workshop.editing.contents_tree import ContentsTree
    from kiosk.workshop.editing.edit_pane import EditPane
    from kiosk.workshop.editing.editing import Editing
    from kiosk.workshop.editing.name_dialog import NewName

_FOLDERS: Mapping[str, str] = MappingProxyType({"picture": "pictures", "table": "data"})
_FILTERS: Mapping[str, str] = MappingProxyType(
    {
        "picture": "(*.jpg *.jpeg *.png *.webp *.avif *.heic *.heif *.tif *.tiff *.svg)",
        "table": "(*.csv *.tsv *.xlsx)",
    }
)


class Additions(QObject):
    """Makes what somebody wants to have, and shows its form."""

    spot_wanted = Signal()
    """Somebody has named a new place that the drawing has no point for: where is it?"""

    def __init__(
        self, editing: Editing, pane: EditPane, tree: ContentsTree, style: InterfaceStyle
    ) -> None:
        super().__init__(editing)
        self._editing, self._pane, self._tree, self._style = editing, pane, tree, style
        self._waiting: tuple[NewName, Field | None] | None = None
        """The new place that waits for its spot on the map."""
        self._asked: tuple[str, Field | None] = ("", None)
        """What is to be made of the answer in the dialog that is open, and the field it is for."""
        self._offered: BroughtFile | None = None
        """The photograph of which it is asked whether it is to be a JPEG."""
        self._jobs = Jobs(self)
        self._jobs.answered.connect(self._take_file)
        pane.added.connect(self._add)
        pane.wanted.connect(self._want)
        tree.wanted.connect(self._begin)

    def speak(self, style: InterfaceStyle) -> None:
        """Ask in the language of that style from now on."""
        self._style = style

    @Slot(object, str)
    def _add(self, field: Field, kind: str) -> None:
        """An entry of a list, or a group of keys that is not there yet."""
        context = self._pane.context
        if context is None:
            return
        file, location = context.form.file, field.location
        add = _OF_LISTS.get(field.key)
        try:
            if add is not None:
                added: Added | None = add(self._editing.draft(), file, location, kind, _month())
            else:
                added = self._blank(file, field)
        except EditRefused as error:
            self._editing.refuse(error)
            return
        if added is not None:
            self._editing.change(added.edits, "")
            self._editing.open(added.file, added.location)

    def _blank(self, file: str, field: Field) -> Added | None:
        around, languages = self._editing.around, self._editing.languages
        if not field.many:
            group = blank_group(file, field.location, around, languages, _month())
            if group is None:
                return None
            return Added((SetValue(file, field.location, group),), file, field.location)
        entry = blank_entry(file, field.location, around, languages, _month())
        if entry is None:
            return None
        node = around.roots[file].at(field.location)
        count = len(node.value) if node is not None and node.kind == "list" else 0
        edit = Insert(file, field.location, entry)
        return Added((edit,), file, (*field.location, count))

    @Slot(str)
    def _begin(self, kind: str) -> None:
        """Something new with a name of its own."""
        self._ask_name(kind, None)

    def _ask_name(self, kind: str, field: Field | None) -> None:
        new = self._style.say("edit_new").rstrip("…")
        title = f"{new}: {self._style.say(f'edit_new_{kind}')}"
        dialog = NameDialog(
            self._pane.window(), self._style, title, kind, self._editing.taken(kind)
        )
        self._asked = kind, field
        dialog.accepted.connect(self._take_name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _take_name(self) -> None:
        kind, field = self._asked
        dialog = self.sender()
        assert isinstance(dialog, NameDialog)
        self._make(kind, dialog.chosen, field)

    @Slot(object)
    def place(self, point: MapPoint) -> None:
        """Make the place whose spot was chosen."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._make("zone", *waiting, at=point)

    @Slot()
    def give_up(self) -> None:
        """Make no place after all."""
        self._waiting = None

    def _make(
        self, kind: str, chosen: NewName, field: Field | None, at: MapPoint | None = None
    ) -> None:
        names = {self._editing.languages[0]: chosen.name} if chosen.name else {}
        is_drawn = kind != "zone" or chosen.id in self._editing.around.map_elements
        if at is None and not is_drawn:
            self._waiting = chosen, field
            self.spot_wanted.emit()
            return
        files = self._editing.draft()
        try:
            if at is not None:
                on_map = f"at: {at.written}"
                added = new_zone(files, chosen.id, on_map, _month(), names=names)
            else:
                added = _OF_KINDS[kind](files, chosen.id, names, _month())
        except EditRefused as error:
            self._editing.refuse(error)
            return
        context = self._pane.context
        edits = list(added.edits)
        if field is not None and context is not None:
            file, where = context.form.file, field.location
            if field.many:
                edits += naming(context.around.roots, file, where, field.entries, chosen.id)
            else:
                edits.append(SetValue(file, where, chosen.id))
        self._editing.change_as(deed(ADDED, chosen.name or chosen.id), edits)
        if field is not None:
            self._editing.open_from_here(added.file, added.location)
        else:
            self._editing.open(added.file, added.location)

    @Slot(str, object)
    def _want(self, kind: str, field: Field) -> None:
        """Something new that a field is to name: made on the spot, or copied from elsewhere."""
        if kind in _FOLDERS:
            self._choose_file(kind, field)
            return
        self._ask_name(kind, field)

    def _choose_file(self, kind: str, field: Field) -> None:
        title = self._style.say("edit_choose_file")
        dialog = file_dialog(self._pane.window(), self._style, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_FILTERS[kind])
        self._asked = kind, field
        dialog.fileSelected.connect(self._take_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _take_chosen(self, path: str) -> None:
        kind, field = self._asked
        if field is not None:
            self.take(kind, field, Path(path))

    def take(self, kind: str, field: Field, path: Path) -> None:
        """Copy a file into the content, and have a field name it."""
        context = self._pane.context
        if context is not None:
            work = partial(brought_file, path, kind, context.form.file, field.location)
            self._jobs.ask((kind, str(path)), work)

    @Slot(object)
    def _take_file(self, answer: Answer) -> None:
        if answer.error is not None:
            return
        brought: BroughtFile = answer.value
        if brought.content is None:
            self._editing.told.emit(self._style.say("edit_no_file", file=brought.name))
        elif brought.turned is not None:
            offer = JpegOffer(self._pane.window(), self._style, brought.name, brought.turned)
            self._offered = brought
            offer.accepted.connect(self._take_turned)
            offer.rejected.connect(self._take_as_it_is)
            offer.open()
        else:
            self._name_file(brought)

    @Slot()
    def _take_turned(self) -> None:
        if self._offered is not None:
            self._name_file(self._offered.as_turned())

    @Slot()
    def _take_as_it_is(self) -> None:
        if self._offered is not None:
            self._name_file(self._offered)

    def _name_file(self, brought: BroughtFile) -> None:
        self._offered = None
        assert brought.content is not None
        own = self._free_name(brought.kind, brought.name)
        new = NewFile(f"{_FOLDERS[brought.kind]}/{own}", brought.content)
        self._editing.change((new, SetText(brought.file, brought.location, own)), "")

    def _free_name(self, kind: str, name: str) -> str:
        around = self._editing.around
        names = around.pictures if kind == "picture" else tuple(around.tables)
        taken = {composed(each).casefold() for each in names}
        path, number, own = PurePath(name), 1, name
        while composed(own).casefold() in taken:
            number += 1
            own = f"{path.stem}-{number}{path.suffix}"
        return own


def _month() -> str:
    return datetime.date.today().isoformat()[:7]


def _panel(files: Draft, file: str, location: Location, kind: str, month: str) -> Added:
    return new_panel(files, file, kind or "facts", month)


def _page(files: Draft, file: str, location: Location, kind: str, month: str) -> Added:
    return new_page(files, file, location[:-1], month)


def _fact(files: Draft, file: str, location: Location, kind: str, month: str) -> Added:
    return new_fact(files, file, location[:-1], month)


def _series(files: Draft, file: str, location: Location, kind: str, month: str) -> Added:
    return new_series(files, file, location[:-1], month)


def _point(files: Draft, file: str, location: Location, kind: str, month: str) -> Added:
    return new_point(files, file, location, month)


_OF_LISTS = MappingProxyType(
    {
        "panels": _panel,
        "facts": _fact,
        "series": _series,
        "points": _point,
        "pages": _page,
    }
)
"""What the skeletons have an entry for, by the key of the list."""


def _zone(files: Draft, own: str, names: Mapping[str, str], month: str) -> Added:
    # What the drawing calls so may be an outline or a point: named as a shape it is either.
    return new_zone(files, own, f"shape: {own}", month, names=names)


def _layer(files: Draft, own: str, names: Mapping[str, str], month: str) -> Added:
    return new_layer(files, own, month)


def _tour(files: Draft, own: str, names: Mapping[str, str], month: str) -> Added:
    return new_tour(files, own)


def _source(files: Draft, own: str, names: Mapping[str, str], month: str) -> Added:
    return new_source(files, own, month, **({"title": _in_all(files, names)} if names else {}))


def _unit(files: Draft, own: str, names: Mapping[str, str], month: str) -> Added:
    if not names:
        return new_unit(files, own)
    phrases = {tag: f"{{n}} {words}" for tag, words in _in_all(files, names).items()}
    return new_unit(files, own, phrase=phrases)


def _term(files: Draft, own: str, names: Mapping[str, str], month: str) -> Added:
    return new_term(files, own, **({"forms": _in_all(files, names)} if names else {}))


def _in_all(files: Draft, names: Mapping[str, str]) -> dict[str, str]:
    return {tag: names.get(tag, "…") for tag in files.languages()}


_OF_KINDS = MappingProxyType(
    {
        "zone": _zone,
        "layer": _layer,
        "tour": _tour,
        "source": _source,
        "unit": _unit,
        "term": _term,
    }
)
