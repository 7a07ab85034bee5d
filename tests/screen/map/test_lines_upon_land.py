"""Rivers and roads of another map lie upon its land, and bridges end below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF

from kiosk.exhibit.model.map_groups import MapGroups
from kiosk.geography.camera import Camera
from kiosk.geography.drawing import read_drawing
from kiosk.geography.meant_drawing import meant
from kiosk.look.look import read_look
from kiosk.screen.map.map_raster import draw_raster, raster_key
from kiosk.screen.map.map_world import build_world
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
<g id="valley"><path id="hill" d="M50 50H350V250H50Z"/></g>
<g id="streams"><path id="brook" d="M20 100H380"/></g>
<g id="tracks"><path id="railway" d="M20 150H380"/></g>
<g id="links"><path id="bridge" d="M20 200H380"/></g></svg>"""
BROOK, RAILWAY, BRIDGE, HILL = 100, 150, 200, 225
AT_LAND, AT_SEA = 200, 30


@pytest.mark.parametrize("lit", [frozenset[str](), frozenset({"hill"})])
@pytest.mark.parametrize("theme", ["dark", "light", "hc"])
def test_what_crosses_the_land_is_seen_on_it(qapp: object, theme: str, lit: frozenset[str]) -> None:
    groups = MapGroups(land=("valley",), water=("streams",), lines=("tracks",), light="none")
    meanings = groups.meanings
    world = build_world(meant(read_drawing(DRAWING), meanings), (), is_lit=meanings.is_lit)
    look = read_look(shipped("assets"), theme).sized(QSizeF(1920, 1080))
    camera = Camera(200, 150, 1.0, 200, 150)
    key = raster_key(camera, QRectF(0, 0, 400, 300), theme, lit, 1.0)

    image = draw_raster(key, world.shapes, look).image

    def pixel(x: int, y: int) -> QColor:
        return image.pixelColor(x, y)

    hill = pixel(AT_LAND, HILL)
    assert pixel(AT_LAND, BRIDGE) == hill
    assert pixel(AT_SEA, BRIDGE) != pixel(AT_SEA, HILL)
    assert pixel(AT_LAND, RAILWAY) != hill
    assert pixel(AT_LAND, BROOK) != hill
    assert pixel(AT_LAND, BROOK) != pixel(AT_LAND, RAILWAY)
