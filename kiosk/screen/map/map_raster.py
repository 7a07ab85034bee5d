"""One raster: an image of the map for one view, on a screen of any pixel ratio."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter

from kiosk.jobs import Cancelled
from kiosk.screen.map.map_picture import MapShapes, go_on, paint_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look

_PIECE_SECONDS = 0.0015
_REST_SECONDS = 0.0004
_BAND_PIXELS = 270


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

    @property
    def area(self) -> QRectF:
        """What it covers, in pixels of its view."""
        ratio = self.ratio
        return QRectF(self.left / ratio, self.top / ratio, self.width / ratio, self.height / ratio)

    @property
    def solid(self) -> QRectF:
        """What it covers wholly, in pixels of its view."""
        rim = self.feather / self.ratio
        return self.area.adjusted(rim, rim, -rim, -rim)


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


class TimeSlices:
    """Lets other threads work between short pieces of drawing.

    PySide keeps Python's lock during every call of Qt's, so that drawing in a thread blocks the
    GUI thread for as long as one call takes.  Many short calls with a rest now and then block it
    for a millisecond or two; one long call, such as playing a QPicture, for a hundred.
    """

    def __init__(self, wanted: Callable[[], bool]) -> None:
        """`wanted` says whether the drawing is still needed."""
        self._wanted = wanted
        self._since = time.perf_counter()

    def __call__(self) -> None:
        """Rest if it is time; raises Cancelled when the drawing isn't needed any more."""
        if time.perf_counter() - self._since < _PIECE_SECONDS:
            return
        if not self._wanted():
            raise Cancelled
        time.sleep(_REST_SECONDS)
        self._since = time.perf_counter()


def draw_raster(
    key: RasterKey, shapes: MapShapes, look: Look, pause: Callable[[], None] | None = None
) -> Raster:
    """Draw a raster, in bands so that no single call takes long; `pause` is called in between.

    Raises MemoryError where there is no memory for the image.
    """
    opaque, seen_through = QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(key.width, key.height, seen_through if key.feather else opaque)
    if image.isNull():
        raise MemoryError(f"no image of {key.width} by {key.height} pixels")
    image.fill(look.theme.sea0)
    painter = QPainter(image)
    try:
        painter.translate(-key.left, -key.top)
        painter.scale(key.ratio, key.ratio)
        area = key.area
        height = area.height() if pause is None else _BAND_PIXELS / key.ratio
        for number in range(math.ceil(area.height() / height)):
            band = QRectF(area.x(), area.y() + number * height, area.width(), height)
            painter.setClipRect(band)
            paint_map(
                painter,
                shapes=shapes,
                look=look,
                camera=key.camera,
                area=band,
                lit=key.lit,
                pause=pause or go_on,
                lined=key.lined,
            )
        if key.feather:
            painter.resetTransform()
            painter.setClipping(False)
            _thin_out(painter, QRectF(image.rect()), key.feather)
    finally:
        painter.end()
    return Raster(key, image)


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
