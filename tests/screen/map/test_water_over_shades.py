"""Lakes and rivers of a map of one's own are seen over the shades of a data layer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainterPath

from kiosk.look.class_colors import class_colors
from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_shades import ShadesKey, draw_shades
from kiosk.screen.map.map_shading import ShadedZone, Shading
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from kiosk.app import App
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

WIDTH, HEIGHT = 1920, 1080
LAKE, RIVER = 12.0, 40.0
"""How far the shore of the lake and the ends of the river are from the middle of a city."""
CLASSES = 6


def watered(world: MapWorld, zone: str) -> tuple[MapWorld, QPointF]:
    """The shipped map with a lake in a city, and a river that begins beside it."""
    place = world.place(zone)
    assert place is not None
    at = place.point
    lake, river = QPainterPath(), QPainterPath(at + QPointF(LAKE + 6, 0))
    lake.addEllipse(at, LAKE, LAKE)
    river.lineTo(at + QPointF(RIVER, 0))
    return replace(world, shapes=replace(world.shapes, waters=(lake,), rivers=(river,))), at


def drawn(world: MapWorld, look: Look, shade: int | None) -> tuple[QImage, ShadesKey]:
    camera = home_camera(look, world.framing, QSizeF(WIDTH, HEIGHT))
    shading = Shading((ShadedZone("jiangmen", shade),), CLASSES)
    key = ShadesKey(shading, camera, WIDTH, HEIGHT, 1.0, look.theme.name)
    return draw_shades(key, world, look), key


def colors_at(image: QImage, key: ShadesKey, at: QPointF, reach: int) -> set[str]:
    """The colours in a square around a point of the map."""
    x, y = map(round, key.camera.to_screen(at.x(), at.y()))
    return {
        image.pixelColor(x + dx, y + dy).name()
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    }


@pytest.mark.parametrize("theme", ["dark", "light", "hc"])
@pytest.mark.parametrize("shade", [*range(CLASSES), None])
def test_water_is_seen_on_every_class(app: App, theme: str, shade: int | None) -> None:
    look = read_look(shipped("assets"), theme).sized(QSizeF(WIDTH, HEIGHT)).still()
    world, at = watered(app.stage.state.world, "jiangmen")
    image, key = drawn(world, look, shade)
    fill = look.theme.land if shade is None else class_colors(look.theme, CLASSES)[shade]

    lake = colors_at(image, key, at, 3)
    assert len(lake) <= 4, "nothing is hatched"
    assert fill.name() not in lake

    river = colors_at(image, key, at + QPointF((LAKE + RIVER) / 2 + 3, 0), 7)
    core = look.theme.border if look.theme.high_contrast else look.theme.sea2
    assert core.name() in river
    assert look.theme.ground.name() in river
    assert best(fill, core, look.theme.ground) > 1.2


def best(fill: QColor, *inks: QColor) -> float:
    return max(contrast(fill, ink) for ink in inks)


def test_a_map_without_lakes_and_rivers_is_drawn_as_before(app: App, still_look: Look) -> None:
    world = app.stage.state.world
    assert not world.shapes.waters
    assert not world.shapes.rivers
    dry, key = drawn(world, still_look, 2)
    wet, _ = drawn(watered(world, "jiangmen")[0], still_look, 2)
    place = world.place("huizhou")
    assert place is not None
    assert colors_at(dry, key, place.point, 20) == colors_at(wet, key, place.point, 20)
    assert dry != wet
