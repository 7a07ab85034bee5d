"""However far somebody drags the map, some land of it is seen once the fingers let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

from kiosk.screen.map.map_cameras import home_camera, reach
from tests.shipped_framing import shipped_framing

if TYPE_CHECKING:
    from kiosk.app import App

SIZE = QSize(1920, 1080)
VIEW = QRectF(0, 0, SIZE.width(), SIZE.height())
BESIDE_PANEL = QRectF(0, 0, 1150, 1080)


@pytest.mark.parametrize("free", [VIEW, BESIDE_PANEL], ids=["alone", "beside a panel"])
@pytest.mark.parametrize("levels", [0.0, 2.0, 4.0])
@pytest.mark.parametrize("way", [(-900, -700), (-900, 0), (900, 900), (0, -900), (900, -900)])
def test_land_is_seen_wherever_the_map_is_dragged(
    app: App, free: QRectF, levels: float, way: tuple[int, int]
) -> None:
    look, world = app.stage._look, app.stage.state.world
    limits = reach(look, world, free, VIEW)
    camera = limits.within(
        home_camera(look, shipped_framing(), QSizeF(SIZE)), free.center(), levels
    )
    for _ in range(12):
        camera = limits.panned(camera, *way)
    camera = limits.within(camera, QPointF(free.center()))

    seen = camera.transform().inverted()[0].mapRect(free)
    assert any(path.intersects(seen) for path in world.shapes.cities.values())
