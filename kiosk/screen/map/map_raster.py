"""One raster: an image of the map for one view, on a screen of any pixel ratio."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter

from kiosk.screen.map.map_grain import grain_on
from kiosk.screen.map.map_marks import AreaMark, map_marks, map_part
from kiosk.screen.map.map_svg import map_svg, read_svg
from kiosk.screen.map.time_slices import go_on

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look
    from kiosk.screen.map.map_marks import Mark
    from kiosk.screen.map.map_shapes import MapShapes


_BAND = 256
"""So many lines of an image are copied at once: Python's lock is kept for a millisecond."""


@dataclass(frozen=True)
class RasterKey:
    """What a raster shows: `width` by `height` pixels of a view, and what is lit in it.

    A pixel of the view is `ratio` pixels of the raster wide, as it is on the screen.  `left` and
    `top` say where the raster's corner lies, in the raster's pixels; below zero where the raster is
    larger than the view.  Over `feather` pixels at each edge it thins out to nothing.  Without
    lines it is a sketch: it has the right colours and takes a few milliseconds in a small size.
    """

    camera: Camera
    left: int
    top: int
    width: int
    height: int
    theme: str
    lit: frozenset[str]
    ratio: float = 1.0
    feather: int = 0
    lined: bool = True

    def __str__(self) -> str:
        """For the log."""
        return f"a raster of the map, {self.width} by {self.height} pixels,"

    @cached_property
    def area(self) -> QRectF:
        """What it covers, in pixels of its view."""
        ratio = self.ratio
        return QRectF(self.left / ratio, self.top / ratio, self.width / ratio, self.height / ratio)

    @cached_property
    def solid(self) -> QRectF:
        """What it covers wholly, in pixels of its view."""
        rim = self.feather / self.ratio
        return self.area.adjusted(rim, rim, -rim, -rim)

    @property
    def pixels(self) -> QRect:
        """What it covers, in the raster's own pixels of its view."""
        return QRect(self.left, self.top, self.width, self.height)

    @property
    def solid_pixels(self) -> QRect:
        """What it covers wholly, in the same."""
        rim = self.feather
        return self.pixels.adjusted(rim, rim, -rim, -rim)

    @property
    def drawn_as(self) -> Hashable:
        """Two rasters of which this is the same have the same pixels wherever both are solid."""
        return self.camera, self.theme, self.lit, self.ratio, self.lined


def raster_key(
    camera: Camera,
    area: QRectF,
    theme: str,
    lit: frozenset[str],
    ratio: float,
    feather: float = 0.0,
    *,
    lined: bool = True,
) -> RasterKey:
    """The key of a raster that covers `area`; `area` and `feather` are pixels of the view."""
    left, top = math.floor(area.left() * ratio), math.floor(area.top() * ratio)
    return RasterKey(
        camera,
        left,
        top,
        math.ceil(area.right() * ratio) - left,
        math.ceil(area.bottom() * ratio) - top,
        theme,
        lit,
        ratio,
        round(feather * ratio),
        lined,
    )


@dataclass(frozen=True)
class Raster:
    """An image of the map and the view it belongs to."""

    key: RasterKey
    image: QImage

    def draw(self, painter: QPainter) -> None:
        """Copy it to where it belongs in its own view, pixel by pixel."""
        painter.save()
        painter.scale(1 / self.key.ratio, 1 / self.key.ratio)
        painter.drawImage(QPoint(self.key.left, self.key.top), self.image)
        painter.restore()


def draw_raster(
    key: RasterKey,
    shapes: MapShapes,
    look: Look,
    pause: Callable[[], None] = go_on,
    known: Raster | None = None,
) -> Raster:
    """Draw a raster; Python's lock is free for nearly all of it.

    What `known` shows already, which shares its pixels, is copied.  `pause` is called between the
    pieces of what keeps the lock.  Raises MemoryError where there is no memory for the image.
    """
    if known is None:
        image = _draw(key, shapes, look, pause)
    else:
        image = _draw_around(known, key, shapes, look, pause)
    if key.feather:
        painter = QPainter(image)
        try:
            _thin_out(painter, QRectF(image.rect()), key.feather)
        finally:
            painter.end()
    else:
        image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return Raster(key, image)


def _draw(key: RasterKey, shapes: MapShapes, look: Look, pause: Callable[[], None]) -> QImage:
    """Draw all of a raster, without thinning it out."""
    size = QSize(key.width, key.height)
    area = key.area
    part = map_part(look, key.camera, area, lit=key.lit, lined=key.lined)
    box = key.camera.transform().inverted()[0].mapRect(area)
    marks = tuple(map_marks(shapes, look, part))
    written = map_svg(marks, shapes, box, size)
    pause()
    image = read_svg(written, size)
    pause()
    painter = QPainter(image)
    try:
        _grain(painter, marks, key, pause)
    finally:
        painter.end()
    return image


def _draw_around(
    known: Raster, key: RasterKey, shapes: MapShapes, look: Look, pause: Callable[[], None]
) -> QImage:
    """Copy what is known of a raster, and draw the rest."""
    image = QImage(key.width, key.height, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise MemoryError(f"no image of {key.width} by {key.height} pixels")
    copied = key.pixels & known.key.solid_pixels
    for top in range(copied.top(), copied.bottom() + 1, _BAND):
        band = copied & QRect(copied.left(), top, copied.width(), _BAND)
        _put(known.image, known.key, band, image, key)
        pause()
    for part in _beside(copied, key.pixels):
        of_part = replace(
            key, left=part.x(), top=part.y(), width=part.width(), height=part.height()
        )
        _put(_draw(of_part, shapes, look, pause), of_part, part, image, key)
        pause()
    return image


def _beside(inner: QRect, whole: QRect) -> list[QRect]:
    """What of a rectangle lies above, below, left and right of one in it."""
    above, below = inner.top() - whole.top(), whole.bottom() - inner.bottom()
    left, right = inner.left() - whole.left(), whole.right() - inner.right()
    parts = (
        QRect(whole.left(), whole.top(), whole.width(), above),
        QRect(whole.left(), inner.bottom() + 1, whole.width(), below),
        QRect(whole.left(), inner.top(), left, inner.height()),
        QRect(inner.right() + 1, inner.top(), right, inner.height()),
    )
    return [part for part in parts if not part.isEmpty()]


def _put(source: QImage, of: RasterKey, part: QRect, image: QImage, key: RasterKey) -> None:
    """Copy a part of a raster's image into that of another, which shares its pixels."""
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    to = part.topLeft() - QPoint(key.left, key.top)
    painter.drawImage(to, source, part.translated(-of.left, -of.top))
    painter.end()


def _grain(
    painter: QPainter, marks: Sequence[Mark], key: RasterKey, pause: Callable[[], None]
) -> None:
    """Lay grain over the land on which light falls."""
    painter.translate(-key.left, -key.top)
    painter.scale(key.ratio, key.ratio)
    painter.setTransform(key.camera.transform(), True)
    for mark in marks:
        if isinstance(mark, AreaMark) and mark.grained and not isinstance(mark.area, QRectF):
            painter.fillPath(mark.area, grain_on(painter))
            pause()


def _thin_out(painter: QPainter, area: QRectF, feather: int) -> None:
    """Let a picture end in nothing at its edges: laid over another, it has no seam."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    across, down = QPointF(feather, 0), QPointF(0, feather)
    width, height = area.width(), area.height()
    for edge, corner, inwards, size in (
        (area.topLeft(), area.topLeft(), across, QSizeF(feather, height)),
        (area.topRight(), area.topRight() - across, -across, QSizeF(feather, height)),
        (area.topLeft(), area.topLeft(), down, QSizeF(width, feather)),
        (area.bottomLeft(), area.bottomLeft() - down, -down, QSizeF(width, feather)),
    ):
        fade = QLinearGradient(edge, edge + inwards)
        fade.setColorAt(0, Qt.GlobalColor.transparent)
        fade.setColorAt(1, Qt.GlobalColor.black)
        painter.fillRect(QRectF(corner, size), fade)
