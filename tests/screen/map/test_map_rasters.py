"""Rasters that come from the pool: kept for their view, and only while their world stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QImage, QPainterPath
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.geography.camera import Camera
from kiosk.jobs import Cancelled
from kiosk.screen.map.map_raster import (
    Raster,
    RasterKey,
    draw_raster,
    raster_key,
)
from kiosk.screen.map.map_rasters import MapRasters
from kiosk.screen.map.map_shapes import MapShapes
from kiosk.screen.map.time_slices import TimeSlices
from tests.journeys.visitor import wait_until
from tests.shipped_framing import shipped_framing

if TYPE_CHECKING:
    from kiosk.look.look import Look

_SIDE = 100
_BYTES = _SIDE * _SIDE * 4


def _ragged() -> QPainterPath:
    """An outline that takes some milliseconds to draw."""
    path = QPainterPath()
    path.moveTo(0, 0)
    for step in range(120):
        path.lineTo((step * 37) % _SIDE, (step * 53) % _SIDE)
    return path


HEAVY = {str(number): _ragged() for number in range(8)}
NOTHING = MapShapes(cities={}, zones={}, context=None, links=(), framing=shipped_framing())


def _raster(number: int) -> Raster:
    camera = Camera(float(number), 0.0, 1.0)
    key = RasterKey(camera, 0, 0, _SIDE, _SIDE, "dark", frozenset())
    return Raster(key, QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32))


def test_a_raster_that_was_drawn_is_kept(qapp: object, still_look: Look) -> None:
    rasters, key = MapRasters(10 * _BYTES), _raster(1).key
    ready = QSignalSpy(rasters.ready)

    rasters.ask([key], NOTHING, still_look)
    rasters.wait()
    QCoreApplication.processEvents()

    drawn = rasters.get(key)
    assert drawn is not None
    assert drawn.key == key
    assert [ready.at(number) for number in range(ready.count())] == [[key]]


def test_what_was_drawn_from_older_outlines_is_not_kept(qapp: object, still_look: Look) -> None:
    rasters, key = MapRasters(10 * _BYTES), _raster(1).key
    rasters.ask([key], NOTHING, still_look)
    rasters.wait()

    rasters.forget_all()
    QCoreApplication.processEvents()

    assert rasters.get(key) is None


def test_the_oldest_goes_and_the_home_view_stays(qapp: object) -> None:
    rasters = MapRasters(3 * _BYTES)
    all_of_them = [_raster(number) for number in range(5)]
    rasters.pin(all_of_them[0].key)

    for raster in all_of_them:
        rasters.put(raster)

    kept = [number for number, each in enumerate(all_of_them) if rasters.get(each.key)]
    assert kept == [0, 3, 4]


def test_the_view_at_rest_stays_when_a_small_raster_comes_late(qapp: object) -> None:
    """Two rasters of a screen with many pixels are more than there is room for."""
    rasters = MapRasters(_BYTES)
    home, at_rest, late = [_raster(number) for number in range(3)]
    rasters.pin(home.key, at_rest.key)

    for raster in (home, at_rest, late):
        rasters.put(raster)

    assert rasters.get(home.key)
    assert rasters.get(at_rest.key)


class Troubled(MapShapes):
    """Outlines that can't be drawn for the first few times."""

    failures: int

    @classmethod
    def by(cls, failures: int) -> Troubled:
        shapes = cls(cities={}, zones={}, context=None, links=(), framing=shipped_framing())
        object.__setattr__(shapes, "failures", failures)
        return shapes

    def __getattribute__(self, name: str) -> object:
        if name == "links" and self.failures:
            object.__setattr__(self, "failures", self.failures - 1)
            raise MemoryError("for a while")
        return object.__getattribute__(self, name)


def test_what_could_not_be_drawn_is_tried_again(
    qapp: object, still_look: Look, caplog: pytest.LogCaptureFixture
) -> None:
    rasters, key = MapRasters(10 * _BYTES), _raster(1).key

    rasters.ask([key], Troubled.by(2), still_look)

    wait_until(lambda: rasters.get(key) is not None)
    tries = [record for record in caplog.records if "tried again" in record.message]
    assert [record.message.partition(" has failed")[0] for record in tries] == [
        "a raster of the map, 100 by 100 pixels,"
    ] * 2
    assert [bool(record.exc_info) for record in tries] == [True, False]


def test_what_fails_for_ever_stops_nothing_else(qapp: object, still_look: Look) -> None:
    rasters, bad, good = MapRasters(10 * _BYTES), _raster(1).key, _raster(2).key
    rasters.ask([bad], Troubled.by(1_000_000), still_look)
    rasters.wait()

    rasters.ask([good], NOTHING, still_look)

    wait_until(lambda: rasters.get(good) is not None)
    assert rasters.get(bad) is None
    assert not rasters._jobs.is_working


@pytest.mark.parametrize("order", ["A", "ABC", "ABCA", "ABAB", "AABBA"])
def test_what_was_asked_for_last_is_drawn_in_the_end(
    qapp: object, still_look: Look, order: str
) -> None:
    """Also where it was asked for before, and its first job has given up or is about to."""
    rasters = MapRasters(10 * _BYTES)
    keys = {name: _raster(number).key for number, name in enumerate("ABC")}
    shapes = MapShapes(cities=HEAVY, zones={}, context=None, links=(), framing=shipped_framing())

    for name in order:
        rasters.ask([keys[name]], shapes, still_look)
        QTest.qWait(3)

    wait_until(lambda: rasters.get(keys[order[-1]]) is not None)
    wait_until(lambda: not rasters._jobs.is_working)


def test_what_is_wanted_is_never_dropped_for_want_of_room(qapp: object, still_look: Look) -> None:
    rasters = MapRasters(2 * _BYTES)
    keys = [_raster(number).key for number in range(4)]
    rasters.ask(keys, NOTHING, still_look)

    wait_until(lambda: not rasters._jobs.is_working)
    assert all(rasters.get(key) for key in keys)


def test_a_raster_that_thins_out_is_whole_in_its_middle_and_nothing_at_its_edge(
    qapp: object, still_look: Look
) -> None:
    area = QRectF(-10, -10, 120, 120)
    key = raster_key(Camera(0, 0, 1), area, "dark", frozenset(), 1.5, 10)
    image = draw_raster(key, NOTHING, still_look).image

    assert (image.width(), image.height(), key.feather) == (180, 180, 15)
    assert image.pixelColor(90, 90).alpha() == 255
    assert [image.pixelColor(x, 90).alpha() for x in (15, 164)] == [255, 255]
    assert all(image.pixelColor(x, y).alpha() < 15 for x, y in ((0, 90), (90, 0), (179, 90)))
    fading = [image.pixelColor(x, 90).alpha() for x in range(15)]
    assert fading == sorted(fading)


def test_what_is_drawn_already_is_copied_and_looks_as_if_all_were_drawn(
    qapp: object, still_look: Look
) -> None:
    """Only the rest is drawn: outlines that would take for ever are not needed for the copy."""
    shapes = MapShapes(cities=HEAVY, zones={}, context=None, links=(), framing=shipped_framing())
    camera, lit = Camera(-5.3, 2.7, 1.3), frozenset[str]()
    before = raster_key(camera, QRectF(0, 0, 110, 90), "dark", lit, 1.5, 8)
    after = raster_key(camera, QRectF(25, 14, 110, 90), "dark", lit, 1.5, 8)
    known = draw_raster(before, shapes, still_look)
    known.image.setPixelColor(120, 80, QColor("#ff00ff"))

    put_together = draw_raster(after, shapes, still_look, known=known).image
    all_new = draw_raster(after, shapes, still_look).image

    assert put_together.pixelColor(120 - after.left, 80 - after.top) == QColor("#ff00ff")
    put_together.setPixelColor(120 - after.left, 80 - after.top, QColor("#000000"))
    all_new.setPixelColor(120 - after.left, 80 - after.top, QColor("#000000"))
    steps = [
        abs(one - other) for one, other in zip(_bytes(put_together), _bytes(all_new), strict=True)
    ]
    assert max(steps) <= 2


def _bytes(image: QImage) -> bytes:
    return bytes(image.constBits())


def test_drawing_is_given_up_once_nobody_wants_it(qapp: object) -> None:
    pause = TimeSlices(bool)

    def draw_for_ever() -> None:
        while True:
            pause()

    with pytest.raises(Cancelled):
        draw_for_ever()
