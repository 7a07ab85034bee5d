"""How long the map's thread draws one sharp picture of the map; nobody waits for it."""

from __future__ import annotations

import statistics
import time

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.reading.cover import read_cover
from kiosk.geography.drawing import read_drawing, read_group
from kiosk.look.look import read_look
from kiosk.screen.map.map_cameras import home_camera
from kiosk.screen.map.map_raster import RasterKey, draw_raster
from kiosk.screen.map.map_world import COASTLINE, WATERLINES, build_world
from kiosk.shipped import shipped
from tests.bench.rows import Row

_ROUNDS = 7


def measure() -> list[Row]:
    """Draw the map home as large as the screen."""
    application = QApplication(["kiosk"])
    size = application.primaryScreen().size()
    look = read_look(shipped("assets")).sized(QSizeF(size))
    cover = read_cover(shipped("content"))
    assert cover.map_file is not None
    world = build_world(
        read_drawing(cover.map_file, leave_out_groups=(WATERLINES, COASTLINE)),
        cover.landmarks,
        waterlines=read_group(cover.map_file, WATERLINES),
        coastline=read_group(cover.map_file, COASTLINE),
    )
    camera = home_camera(look, world.framing, QSizeF(size))
    key = RasterKey(camera, 0, 0, size.width(), size.height(), look.theme.name, frozenset())
    took = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        draw_raster(key, world.shapes, look)
        took.append((time.perf_counter() - began) * 1000)
    name = {1080: "1080p", 2160: "4K"}.get(size.height(), f"{size.height()} lines")
    return [Row(f"drawing the map, {name}", statistics.median(took), "ms")]
