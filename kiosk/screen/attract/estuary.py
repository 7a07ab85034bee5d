"""The ground of the attract loop: the estuary in its light, and night where the words stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from kiosk.screen.attract.calm_ground import CalmGround, calm_ground
from kiosk.screen.map.map_picture import paint_map
from kiosk.screen.map.time_slices import go_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_shapes import MapShapes

    Numbers = NDArray[numpy.float32]

_BAND_PIXELS = 1_000_000
_FLOOD = 1.3
"""How much stronger the waterlines are where the tide is."""
_FAINT = 0.12
"""How much is seen of the lines between cities."""
_SEED = 20_240_616
_DEPTH = 65_535


class Night(NamedTuple):
    """A rectangle where it is night, and how far the dusk around it reaches, in pixels."""

    left: float
    top: float
    right: float
    bottom: float
    dusk: float


@dataclass(frozen=True)
class EstuaryKey:
    """What an estuary shows: a view of that size, on a screen of that pixel ratio.

    It is night in `nights`, and dusk around them.
    """

    camera: Camera
    width: int
    height: int
    ratio: float
    theme: str
    nights: tuple[Night, ...]

    def __str__(self) -> str:
        """For the log."""
        return f"the estuary, {self.width} by {self.height} pixels,"


@dataclass(frozen=True, eq=False)
class Estuary:
    """The estuary, the same at flood tide, and where it is calm enough for words."""

    key: EstuaryKey
    ebb: QImage
    flood: QImage
    calm: CalmGround


def draw_estuary(
    key: EstuaryKey, shapes: MapShapes, look: Look, pause: Callable[[], None] = go_on
) -> Estuary:
    """Draw an estuary in bands; `pause` is called in between, so that other threads can run.

    It is painted with 16 bits a colour and rounded with noise: 8 bits make rings of the light on
    the land, and stripes of the dusk.  Lines between cities are faint: words stand on them.
    Raises MemoryError where there is no memory for the images.
    """
    width, height = round(key.width * key.ratio), round(key.height * key.ratio)
    ebb, flood = _image(width, height), _image(width, height)
    into_ebb, into_flood = _pixels(ebb), _pixels(flood)
    plain = replace(shapes, cities={"": _whole_land(shapes)}, zones={}, border_opacity=_FAINT)
    smooth = replace(plain, waterlines=())
    noise = numpy.random.default_rng(_SEED)
    band = max(1, _BAND_PIXELS // width)
    for top in range(0, height, band):
        rows = min(band, height - top)
        lined = _painted(key, plain, look, top, rows, pause)
        change = (lined - _painted(key, smooth, look, top, rows, pause)) * _FLOOD
        night = _night(key, top, rows)
        dark = numpy.array(_channels(look.theme.panel), numpy.float32) * night
        grain = noise.random((rows, width, 1), numpy.float32)
        lined = lined * (1 - night) + dark
        _round(lined, grain, into_ebb[top : top + rows])
        pause()
        _round(lined + change * (1 - night), grain, into_flood[top : top + rows])
        pause()
    return Estuary(key, ebb, flood, calm_ground(into_ebb, key.ratio, look.u))


def _whole_land(shapes: MapShapes) -> QPainterPath:
    """All cities as one area: side by side they would let the ground through where they meet.

    A hole in one city that another fills has the same box twice, and is left out.
    """
    parts = [part for city in shapes.cities.values() for part in city.toSubpathPolygons()]
    boxes = Counter(part.boundingRect().getRect() for part in parts)
    land = QPainterPath()
    land.setFillRule(Qt.FillRule.WindingFill)
    for part in parts:
        if boxes[part.boundingRect().getRect()] == 1:
            land.addPolygon(part)
            land.closeSubpath()
    return land


def _image(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError(f"no image of {width} by {height} pixels")
    return image


def _pixels(image: QImage) -> NDArray[numpy.uint8]:
    """The pixels of an image to be written to: rows, columns, and blue, green, red, unused."""
    shape = (image.height(), image.width(), 4)
    return numpy.frombuffer(image.bits(), numpy.uint8).reshape(shape)


def _painted(
    key: EstuaryKey, shapes: MapShapes, look: Look, top: int, rows: int, pause: Callable[[], None]
) -> Numbers:
    """A band of the map: rows, columns, and red, green, blue from 0 to 255."""
    width = round(key.width * key.ratio)
    band = QImage(width, rows, QImage.Format.Format_RGBX64)
    if band.isNull():
        raise MemoryError(f"no image of {width} by {rows} pixels")
    band.fill(look.theme.sea0)
    painter = QPainter(band)
    try:
        painter.translate(0, -top)
        painter.scale(key.ratio, key.ratio)
        area = QRectF(0, top / key.ratio, key.width, rows / key.ratio)
        paint_map(painter, shapes=shapes, look=look, camera=key.camera, area=area, pause=pause)
    finally:
        painter.end()
    values = numpy.frombuffer(band.constBits(), numpy.uint16).reshape((rows, width, 4))
    return values[..., :3].astype(numpy.float32) * numpy.float32(255 / _DEPTH)


def _night(key: EstuaryKey, top: int, rows: int) -> Numbers:
    """How far it is night in each pixel of a band, 0 to 1."""
    x = (numpy.arange(round(key.width * key.ratio), dtype=numpy.float32) + 0.5) / key.ratio
    y = (numpy.arange(top, top + rows, dtype=numpy.float32)[:, None] + 0.5) / key.ratio
    night = numpy.zeros((rows, x.size), numpy.float32)
    for each in key.nights:
        dx = numpy.maximum(0, numpy.maximum(each.left - x, x - each.right))
        dy = numpy.maximum(0, numpy.maximum(each.top - y, y - each.bottom))
        share = numpy.maximum(0, 1 - numpy.hypot(dx, dy) / numpy.float32(each.dusk))
        night = numpy.maximum(night, share * share * (3 - 2 * share))
    return night[..., None].astype(numpy.float32)


def _channels(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def _round(values: Numbers, grain: Numbers, into: NDArray[numpy.uint8]) -> None:
    """Write a band with 8 bits a colour, rounded up as often as a value is near to the next."""
    whole = numpy.clip(values + grain, 0, 255).astype(numpy.uint8)
    into[..., 0], into[..., 1], into[..., 2] = whole[..., 2], whole[..., 1], whole[..., 0]
    into[..., 3] = 255
