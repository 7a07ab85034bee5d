"""Rasters that come from the pool: kept for their view, and only while their world stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_raster import Breath, Raster, RasterKey, Unwanted
from kiosk.screen.map.map_rasters import MapRasters

_SIDE = 100
_BYTES = _SIDE * _SIDE * 4


def _raster(number: int) -> Raster:
    camera = Camera(float(number), 0.0, 1.0)
    key = RasterKey(camera, 0, 0, _SIDE, _SIDE, "dark", frozenset())
    return Raster(key, QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32))


def test_a_raster_that_was_drawn_is_kept(qapp: object) -> None:
    rasters, raster = MapRasters(10 * _BYTES), _raster(1)

    rasters.drawn.emit((rasters.world, raster))

    assert rasters.get(raster.key) is raster


def test_what_an_older_world_gave_is_not_kept(qapp: object) -> None:
    rasters, raster = MapRasters(10 * _BYTES), _raster(1)
    before = rasters.world
    rasters.forget_all()

    rasters.drawn.emit((before, raster))

    assert rasters.get(raster.key) is None


def test_the_oldest_goes_and_the_home_view_stays(qapp: object) -> None:
    rasters = MapRasters(3 * _BYTES)
    all_of_them = [_raster(number) for number in range(5)]
    rasters.pin(all_of_them[0].key)

    for raster in all_of_them:
        rasters.put(raster)

    kept = [number for number, each in enumerate(all_of_them) if rasters.get(each.key)]
    assert kept == [0, 3, 4]


def test_drawing_is_given_up_once_nobody_wants_it(qapp: object) -> None:
    pause = Breath(bool)

    def draw_for_ever() -> None:
        while True:
            pause()

    with pytest.raises(Unwanted):
        draw_for_ever()
