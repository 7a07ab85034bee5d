"""The class of a data layer that is looked at is told from the others on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSizeF

from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_shades import ShadesKey, draw_shades
from kiosk.screen.map.map_shading import NO_VALUE, ShadedZone, Shading
from kiosk.shipped import shipped
from tests.pixels import pixels_of

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from kiosk.app import App
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

WIDTH, HEIGHT = 1920, 1080
CLASSES = 5
ENOUGH = 200
"""So many pixels of a rim are more than what antialiasing makes."""


def drawn(world: MapWorld, look: Look, alone: int | None) -> QImage:
    camera = home_camera(look, world.framing, QSizeF(WIDTH, HEIGHT))
    zones = (
        ShadedZone("huizhou", 0),
        ShadedZone("jiangmen", 3),
        ShadedZone("macao", 4),
        ShadedZone("zhuhai"),
    )
    key = ShadesKey(Shading(zones, CLASSES, alone), camera, WIDTH, HEIGHT, 1.0, look.theme.name)
    return draw_shades(key, world, look)


def count_of(color: QColor, image: QImage) -> int:
    return int((pixels_of(image) == color.rgb()).sum())


@pytest.mark.parametrize("theme", ["dark", "light", "hc", "hc-light", "low"])
def test_the_class_looked_at_has_a_rim_seen_on_what_is_dimmed(app: App, theme: str) -> None:
    look = read_look(shipped("assets"), theme).sized(QSizeF(WIDTH, HEIGHT)).still()
    rim = look.theme.pearl if look.theme.high_contrast else look.theme.text
    assert contrast(rim, look.theme.dim) >= 3
    world = app.stage.state.world

    usual = count_of(rim, drawn(world, look, None))
    for alone in (0, NO_VALUE):
        assert count_of(rim, drawn(world, look, alone)) > usual + ENOUGH


def test_a_disc_of_another_class_has_a_quiet_ring(app: App, still_look: Look) -> None:
    world = app.stage.state.world
    place = world.place("macao")
    assert place is not None
    camera = home_camera(still_look, world.framing, QSizeF(WIDTH, HEIGHT))
    x, y = map(round, camera.to_screen(place.point.x(), place.point.y()))
    disc = QRect(x - 24, y - 24, 48, 48)
    pearl = still_look.theme.pearl

    assert count_of(pearl, drawn(world, still_look, 4).copy(disc)) > 20
    assert count_of(pearl, drawn(world, still_look, 0).copy(disc)) == 0
