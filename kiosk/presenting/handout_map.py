"""A small map: where the places of a step lie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.camera import fit
from kiosk.geography.projection import PX_PER_KM
from kiosk.presenting.handout_blocks import Painted, pen
from kiosk.screen.map.map_picture import paint_map

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_MARGIN_U = 60
_BAY_MARGIN_U = 16
_PX_PER_KM = 7.0
_DOT_U = 12


def map_block(
    world: MapWorld, look: Look, zones: Sequence[str], width: float, height: float
) -> Painted:
    """The zones lit and marked; the whole bay where none of them is on the map."""
    found = (world.place(zone) for zone in dict.fromkeys(zones))
    places = [place for place in found if place is not None]
    # The waterlines are most of a map's size, and too fine for a small one.
    shapes = replace(world.shapes, waterlines=())
    bounds = QRectF() if places else world.cities_bounds
    lit = frozenset[str]().union(*(place.lit for place in places)) or frozenset(shapes.cities)
    for place in places:
        bounds = bounds.united(place.bounds.adjusted(-0.1, -0.1, 0.1, 0.1))

    def paint(painter: QPainter, x: float, y: float) -> None:
        area = QRectF(x, y, width, height)
        camera = fit(
            bounds,
            area,
            max_scale=look.px(_PX_PER_KM) / PX_PER_KM,
            margin=look.px(_MARGIN_U if places else _BAY_MARGIN_U),
        )
        painter.setClipRect(area)
        paint_map(
            painter,
            shapes=shapes,
            look=look,
            camera=camera,
            area=area,
            lit=lit,
            spilling=False,
        )
        for place in places:
            if place.glyph != "none":
                at = QPointF(*camera.to_screen(place.point.x(), place.point.y()))
                painter.setPen(pen(look, look.theme.ground, 3))
                painter.setBrush(look.theme.accent)
                painter.drawEllipse(at, look.px(_DOT_U), look.px(_DOT_U))

    return Painted(height, paint)
