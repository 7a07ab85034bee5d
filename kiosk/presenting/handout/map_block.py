"""A small map of a step: its zones and their names, and the cities around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from kiosk.geography.camera import fit
from kiosk.geography.projection import PX_PER_KM
from kiosk.presenting.handout.blocks import Painted, pen
from kiosk.presenting.handout.outlines import shapes_for_paper
from kiosk.presenting.handout.paper_names import DOT_U, PaperName, paper_names, place_name
from kiosk.screen.map.map_cameras import framed
from kiosk.screen.map.map_picture import paint_map
from kiosk.screen.map.sign_shapes import HOLLOW, ring_shape, sign_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.presenting.handout.edition import Edition
    from kiosk.screen.map.map_world import MapPlace

_MARGIN_U = 60
_BAY_MARGIN_U = 16
_NAMED_WITHIN_U = 44
"""So far inside the map are places that it shows for the sake of others, so that names fit."""
_PX_PER_KM = 7.0
_PLATE_STRENGTH = 0.72


def map_block(edition: Edition, zones: Sequence[str], width: float, height: float) -> Painted:
    """The zones lit, marked and named, or the whole bay if none of them is on the map."""
    world, look = edition.world, edition.look
    found = (world.place(zone) for zone in dict.fromkeys(zones))
    places = [place for place in found if place is not None]
    # A point may lie in no city, and lights nothing then.
    lit = frozenset[str]().union(*(place.lit for place in places))
    if not places:
        lit = frozenset(world.shapes.cities)

    def paint(painter: QPainter, x: float, y: float) -> None:
        area = QRectF(x, y, width, height)
        camera = map_camera(edition, places, area)
        # The waterlines are most of a map's size, and too fine for a small one.
        shapes = replace(world.shapes, waterlines=())
        seen = camera.transform().inverted()[0].mapRect(area)
        painter.setClipRect(area)
        paint_map(
            painter,
            shapes=shapes_for_paper(shapes, camera.scale, seen),
            look=look,
            camera=camera,
            area=area,
            lit=lit,
            spilling=False,
        )
        for place in places:
            if place.glyph != "none":
                at = QPointF(*camera.to_screen(place.point.x(), place.point.y()))
                _draw_sign(painter, look, place.glyph, at)
        for name in paper_names(edition, places, camera, area):
            draw_name(painter, look, name)

    names = [place_name(place, edition) for place in places]
    parts = (edition.locale.say("map"), ", ".join(names))
    alternative = ": ".join(part for part in parts if part)
    return Painted(height, paint, "Figure", alternative)


def map_camera(edition: Edition, places: Sequence[MapPlace], area: QRectF) -> Camera:
    """These places and those that are named with them, or the whole bay without any."""
    world, look = edition.world, edition.look
    most = look.px(_PX_PER_KM) / PX_PER_KM
    if not places:
        return fit(world.cities_bounds, area, max_scale=most, margin=look.px(_BAY_MARGIN_U))
    return framed(world, places, area, most, look.px(_MARGIN_U), look.px(_NAMED_WITHIN_U))


def _draw_sign(painter: QPainter, look: Look, sign: str, at: QPointF) -> None:
    radius = look.px(DOT_U)
    shape = ring_shape(at, radius) if sign == HOLLOW else sign_shape(sign, at, radius)
    painter.setPen(pen(look, look.theme.ground, 3))
    painter.setBrush(look.theme.accent)
    painter.drawPath(shape)


def draw_name(painter: QPainter, look: Look, name: PaperName) -> None:
    """A name on a plate that lets it be read above lines."""
    plate = name.box.adjusted(-look.px(4), 0, look.px(4), 0)
    ground = QColor(look.theme.ground)
    ground.setAlphaF(_PLATE_STRENGTH)
    painter.fillRect(plate, ground)
    name.setting.draw(painter, name.box.x(), name.box.y(), look.theme.text)
