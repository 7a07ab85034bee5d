"""What an exhibit is laid out in, part by part, and of each part all that it may be drawn from.

A part is drawn from an exhibit of its own, in which everything is missing that it is not drawn
from.  So what `digest.py` says of that exhibit is all that the part depends on: whoever draws
something else of it has an AttributeError, and not an old answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from kiosk.exhibit.place import BOARDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit, Panel, Zone


class LaidOutPart(NamedTuple):
    """A screen, the map under a data `layer`, or all panels of a `zone`.

    The map home is the screen without a name.
    """

    screen: str = ""
    layer: str = ""
    zone: str = ""

    @property
    def is_board(self) -> bool:
        """Whether it lies over the whole map."""
        return bool(self.screen)


def parts_of(exhibit: Exhibit) -> Iterator[LaidOutPart]:
    """All parts of an exhibit, in the order in which they are judged."""
    yield LaidOutPart()
    yield from (LaidOutPart(screen=board) for board in BOARDS)
    yield from (LaidOutPart(layer=layer.id) for layer in exhibit.layers)
    yield from (LaidOutPart(zone=zone.id) for zone in exhibit.zones)


def drawn_from(exhibit: Exhibit, part: LaidOutPart) -> Exhibit:
    """The exhibit with no more than the part is drawn from."""
    if part.is_board:
        # A list tells of figures, the credits of every picture.
        return exhibit.model_copy(update={"tours": ()})
    # Only the map home shows what lies beside a place.
    has_insets = not part.zone
    zones = tuple(
        each if each.id == part.zone else _without_panels(each, has_insets=has_insets)
        for each in exhibit.zones
    )
    nothing = {"tours": (), "attract": (), "spoken": (), "about": None, "checked": None}
    citing = exhibit.zone(part.zone) if part.zone else exhibit.layers
    sources = _mentioned(citing) & exhibit.sources.keys()
    cited = {key: source for key, source in exhibit.sources.items() if key in sources}
    if not part.zone:
        return exhibit.model_copy(update={**nothing, "zones": zones, "sources": cited})
    return exhibit.model_copy(
        update={**nothing, "zones": zones, "sources": cited, "layers": (), "notices": ()}
    )


def _without_panels(zone: Zone, *, has_insets: bool) -> Zone:
    """What others may show of a zone: which kinds of panels it has, and nothing that they say."""
    known = {key: getattr(zone, key) for key in type(zone).model_fields}
    del known["introduction"]
    if not has_insets:
        known["inset"] = None
    panels = tuple(_without_words(panel) for panel in zone.panels)
    return type(zone).model_construct(**{**known, "panels": panels})


def _without_words(panel: Panel) -> Panel:
    return type(panel).model_construct(_fields_set=None, id=panel.id, kind=panel.kind)


def _mentioned(value: object) -> set[str]:
    """All strings in a value."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, BaseModel):
        inner = [getattr(value, key) for key in type(value).model_fields]
        return set().union(*map(_mentioned, inner))
    if isinstance(value, Mapping):
        return _mentioned((*value, *value.values()))
    if isinstance(value, tuple | list | frozenset | set):
        return set().union(*map(_mentioned, value))
    return set()
