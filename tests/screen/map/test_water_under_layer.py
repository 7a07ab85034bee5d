"""Under a data layer water stays water: dimmed, and of its own hue."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QSizeF

from kiosk.look.look import read_look
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_shades import ShadesKey, draw_shades
from kiosk.screen.map.map_shading import Shading
from kiosk.screen.map.map_veil import veil, veil_over_water
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.app import App

WIDTH, HEIGHT = 1920, 1080
LIT = (0.0, 0.06, 0.115, 0.17, 0.23, 0.335, 0.44)
"""Where the light is looked at, from its heart on."""


def water_at(stops: tuple[tuple[float, QColor], ...], at: float) -> list[float]:
    """The colour of the water between two stops of its light."""
    (below, one), (above, other) = next(
        pair for pair in pairwise(stops) if pair[0][0] <= at <= pair[1][0]
    )
    share = (at - below) / (above - below)
    return [a + share * (b - a) for a, b in zip(parts(one), parts(other), strict=True)]


def parts(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


@pytest.mark.parametrize("theme", ["dark", "light", "low"])
def test_the_estuary_is_as_blue_green_as_without_a_layer(app: App, theme: str) -> None:
    """In the dark theme its warm heart became a greyish brown, like land of no class."""
    look = read_look(shipped("assets"), theme).sized(QSizeF(WIDTH, HEIGHT)).still()
    world = app.stage.state.world
    camera = home_camera(look, world.framing, QSizeF(WIDTH, HEIGHT))
    key = ShadesKey(Shading((), 6), camera, WIDTH, HEIGHT, 1.0, theme)
    image = draw_shades(key, world, look)
    light = world.framing.light
    assert light is not None

    for at in LIT:
        spot = light.map(QPointF(at, 0))
        over = image.pixelColor(*map(round, camera.to_screen(spot.x(), spot.y())))
        below = water_at(look.theme.water, at)
        red, green, blue = (
            o * over.alphaF() + w * (1 - over.alphaF())
            for o, w in zip(parts(over), below, strict=True)
        )
        assert red < min(green, blue)
        assert abs(green - blue) < 0.5 * (min(green, blue) - red) + 0.02
        if theme == "dark":
            assert red < 0.65 * blue


@pytest.mark.parametrize("theme", ["light", "low", "hc", "hc-light"])
def test_cool_light_has_the_plain_veil(app: App, theme: str) -> None:
    look = read_look(shipped("assets"), theme)

    assert veil_over_water(look, app.stage.state.world.framing.light) == veil(look)


def test_water_without_light_has_the_plain_veil(qapp: object) -> None:
    look = read_look(shipped("assets"), "dark")

    assert veil_over_water(look, None) == veil(look)
