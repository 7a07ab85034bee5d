"""Links between places: arcs over the map, or lines of its drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from kiosk.exhibit.model.link import Link
    from kiosk.screen.map.map_world import MapWorld

_BEND = 0.2
"""How far an arc bends to the side, in shares of the way between its ends."""


def link_path(world: MapWorld, link: Link) -> QPainterPath | None:
    """The line of a link, in units of the map; None where the map lacks it or an end of it."""
    if link.along is not None:
        return world.links.get(link.along)
    one, other = (world.place(place) for place in link.between)
    if one is None or other is None:
        return None
    way = other.point - one.point
    bend = QPointF(way.y(), -way.x()) * _BEND
    path = QPainterPath(one.point)
    path.quadTo((one.point + other.point) / 2 + bend, other.point)
    return path
