"""Copies of places, layers and tours, which have files of their own, and their order."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edited_yaml import free_id
from kiosk.exhibit.editing.edits import Insert, Move, NewFile
from kiosk.exhibit.editing.new_things import Added
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.editing.renaming import id_in
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE

if TYPE_CHECKING:
    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit

_ORDERED = {"zones": "zones", "layers": "layers"}
"""The list of exhibit.yaml that orders the files of a folder."""


def copy_of_file(files: Draft, file: str) -> Added:
    """The same place, layer or tour under an id that is free, behind the first in the order."""
    folder = PurePath(file).parts[0]
    taken = [id_in(files, name) for name in files.names(folder)]
    own = free_id(id_in(files, file), taken)
    text = files.yaml(file).with_text(("id",), own).text
    name = f"{folder}/{own}.yaml"
    edits: list[Edit] = [NewFile(name, text.encode())]
    found = _place_in_order(files, file)
    if found is not None:
        key, index, _ = found
        edits.append(Insert(EXHIBIT_FILE, (key,), own, index + 1))
    return Added(tuple(edits), name)


def shifted_in_order(files: Draft, file: str, by: int) -> Edit | None:
    """A place or layer so many places further in the order; None where there is no such place."""
    found = _place_in_order(files, file)
    if found is None:
        return None
    key, index, count = found
    to = index + by
    return Move(EXHIBIT_FILE, (key, index), to) if 0 <= to < count else None


def _place_in_order(files: Draft, file: str) -> tuple[str, int, int] | None:
    """The list of exhibit.yaml, which entry of it the file is, and how many it has."""
    key = _ORDERED.get(PurePath(file).parts[0])
    try:
        listed = None if key is None else files.yaml(EXHIBIT_FILE).document.root.at((key,))
    except EditRefused:
        return None
    if key is None or listed is None or listed.kind != "list":
        return None
    written = [str(entry.value) for entry in listed.value]
    own = id_in(files, file)
    return (key, written.index(own), len(written)) if own in written else None
