"""Where the exhibit shows what is written at a place of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editing.named_things import words_of
from kiosk.exhibit.place import Place

if TYPE_CHECKING:
    from kiosk.text.yaml_source import Location, Node

_PAGES = ("pages", "pictures")
"""The lists of a panel whose entries are pages of it."""


def place_of(root: Node | None, file: str, location: Location) -> Place | None:
    """The page of a panel, a place or a data layer; None for what no place shows by itself."""
    own = "" if root is None else words_of(root.at(("id",)), "en")
    if root is None or not own:
        return None
    try:
        if file.startswith("layers/"):
            return Place(layer=own)
        if not file.startswith("zones/"):
            return None
        if location[:1] != ("panels",) or len(location) < 2:
            return Place(own)
        panel = words_of(root.at((*location[:2], "id")), "en")
        page = location[3] if len(location) > 3 and location[2] in _PAGES else 0
        return Place(own, panel, page + 1 if isinstance(page, int) else 1)
    except ValueError:
        return None
