"""A raster that comes or goes over what is below it, put together in the raster's own pixels.

Qt blends what is scaled four times as slowly as what is not: so the raster is laid, a little more
in each frame, over a picture of what is below it, and only the whole is scaled.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_raster import Raster

_PIECES = 3
"""What is below is painted in so many frames: it would take too long for one."""


@dataclass(frozen=True)
class PlacedImage:
    """An image of a part of the map: `area` is what it covers in the view of a camera.

    It hides what is below it in `solid`.  Both are pixels of that view, each `ratio` of the image's
    wide.  What is `drawn_as` another has the same pixels wherever both are solid.
    """

    image: QImage
    camera: Camera
    area: QRectF
    solid: QRectF
    ratio: float
    drawn_as: Hashable = None

    @classmethod
    def of(cls, raster: Raster) -> PlacedImage:
        """A raster as it was drawn."""
        key = raster.key
        return cls(raster.image, key.camera, key.area, key.solid, key.ratio, key.drawn_as)


class RasterBlend:
    """One raster while it comes or goes, in `most_pixels` at most.

    It is prepared in a few frames before it can be seen.
    """

    def __init__(
        self,
        raster: Raster,
        most_pixels: float,
        paint_below: Callable[[QPainter, PlacedImage, QRectF], None],
        strength: float,
    ) -> None:
        """`paint_below` paints what is below the raster in an area of a placed image.

        `strength` is how strongly it shows until the blend is prepared.
        """
        key = raster.key
        share = min(1.0, math.sqrt(most_pixels / (key.width * key.height)))
        self._source = self._raster = raster.image
        size = raster.image.size()
        if share < 1:
            size = size * share
            self._raster = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        area = QRectF(key.area.topLeft(), size.toSizeF() / (key.ratio * share))
        image = QImage(size, QImage.Format.Format_RGB32)
        self._placed = PlacedImage(image, key.camera, area, area, key.ratio * share)
        self._below = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._paint_below = paint_below
        self._pieces = 0
        self.strength = strength
        """How strongly the raster shows at the moment."""
        self._held = strength
        self._first: float | None = None
        """The opacity that was asked for when the blend was prepared."""

    @property
    def is_ready(self) -> bool:
        """Whether all of what is below it has been painted."""
        return self._pieces == _PIECES

    def prepare(self) -> None:
        """Paint a piece of what is below it, and of the raster where that is made smaller."""
        placed, area = self._placed, self._placed.area
        height = area.height() / _PIECES
        piece = QRectF(area.left(), area.top() + self._pieces * height, area.width(), height)
        painter = QPainter(self._below)
        painter.scale(placed.ratio, placed.ratio)
        painter.translate(-area.topLeft())
        self._paint_below(painter, placed, piece)
        painter.end()
        if self._raster is not self._source:
            _resize(self._source, self._raster, self._pieces)
        self._pieces += 1

    def at(self, opacity: float) -> PlacedImage:
        """The raster so strongly over what is below it.

        It goes on from the strength that it was held at, and is where it should be at the end.
        """
        self.strength = opacity = self._from_held(opacity)
        painter = QPainter(self._placed.image)
        # Nothing is scaled here, but what may have to be smoothed Qt paints on several threads.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(0, 0, self._below)
        painter.setOpacity(opacity)
        painter.drawImage(0, 0, self._raster)
        painter.end()
        return self._placed

    def _from_held(self, opacity: float) -> float:
        if self._first is None:
            self._first = opacity
        end = 1.0 if self._first > self._held else 0.0
        way = end - self._first
        share = min(1.0, max(0.0, (opacity - self._first) / way)) if way else 1.0
        return self._held + (end - self._held) * share


def _resize(image: QImage, small: QImage, piece: int) -> None:
    """Paint a piece of an image, of `_PIECES`, into a smaller one."""
    top, bottom = (small.height() * each // _PIECES for each in (piece, piece + 1))
    painter = QPainter(small)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.setClipRect(0, top, small.width(), bottom - top)
    painter.drawImage(small.rect(), image)
    painter.end()
