"""What becomes of a place that names something, once that is deleted and named there no more."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.deleting import whole_of
from kiosk.exhibit.editing.key_places import is_optional

if TYPE_CHECKING:
    from kiosk.exhibit.editing.deleting import Naming
    from kiosk.text.yaml_source import Location, Node


class LeftWithout(StrEnum):
    """What visitors see of it then, by the ends of the keys of the words for it."""

    STAYS = "stays"
    NOT_SHOWN = "not_shown"
    SOME_NOT_SHOWN = "some_not_shown"
    OTHERS_STAY = "others_stay"
    OF_PANEL = "of_panel"
    GOES = "goes"
    TO_PLACE = "to_place"
    LEFT_OUT = "left_out"

    @property
    def word(self) -> str:
        """The key of the interface's words for it."""
        return f"delete_{self}"

    @property
    def hides(self) -> bool:
        """Whether visitors would miss something that is not deleted."""
        return self in (LeftWithout.NOT_SHOWN, LeftWithout.SOME_NOT_SHOWN)


def left_without(root: Node | None, naming: Naming, kind: str) -> LeftWithout:
    """What becomes of a mention in a file with that tree; `kind` is that of what is deleted."""
    location = naming.location
    if naming.stays or root is None or not location:
        return LeftWithout.STAYS
    if kind == "panel":
        return LeftWithout.GOES if location[0] == "attract" else LeftWithout.TO_PLACE
    if kind in ("zone", "layer") and whole_of(location) != location:
        return LeftWithout.GOES
    key = location
    if isinstance(location[-1], int):
        entries = root.at(location[:-1])
        if entries is not None and len(entries.value) > 1:
            return LeftWithout.OTHERS_STAY
        key = location[:-1]
    if kind == "source":
        return _without_source(root, naming.file, key)
    return LeftWithout.LEFT_OUT if is_optional(naming.file, key, root) else LeftWithout.NOT_SHOWN


def _without_source(root: Node, file: str, key: Location) -> LeftWithout:
    """A figure needs a source: its own, or that of its panel."""
    around = key[:-1]
    facts = root.at((*around, "facts"))
    if facts is not None and facts.kind == "list":
        without = [each for each in facts.value if each.at(("source",)) is None]
        if not without:
            return LeftWithout.LEFT_OUT
        is_all = len(without) == len(facts.value)
        return LeftWithout.NOT_SHOWN if is_all else LeftWithout.SOME_NOT_SHOWN
    if around[-2:-1] == ("facts",):
        of_panel = root.at((*around[:-2], "source"))
        return LeftWithout.NOT_SHOWN if of_panel is None else LeftWithout.OF_PANEL
    is_layer = not around
    if not is_layer and is_optional(file, key, root):
        return LeftWithout.LEFT_OUT
    return LeftWithout.NOT_SHOWN
