"""The map in motion: rasters that are scaled and laid over each other, so that a frame is cheap.

A large screen has more pixels than a weak machine can blend in a frame's time.  Where that is seen
to be so, frames in which a layer comes or goes are put together in a buffer of 1080 pixels on the
short side and enlarged: for half a second the map is as fine as on a smaller screen.  Nothing is
smoothed there, since that takes five times as long; without a layer that comes or goes it is quick
enough to scale to the screen itself.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter, QRegion, QTransform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_raster import Raster, RasterKey

_SHORT_SIDE = 1080
_LARGE_SHORT_SIDE = 1200
_SLOW_SECONDS = 0.014
_SLOW_FRAMES = 3
_SAME_SCALE = 1e-6


class MapGlide:
    """Paints frames of a moving map from rasters of resting ones."""

    def __init__(self) -> None:
        self._size = QSizeF()
        self._buffer = QImage()
        self._large = False
        self._slow = 0

    def resize(self, size: QSize, ratio: float) -> None:
        """Paint frames for a view of that size on a screen of that pixel ratio."""
        self._size = QSizeF(size)
        short = min(size.width(), size.height()) * ratio
        self._large = short > _LARGE_SHORT_SIDE
        self._slow = 0
        self._buffer = QImage()

    def paint(
        self,
        painter: QPainter,
        *,
        camera: Camera,
        layers: Sequence[tuple[Raster, float]],
        sea: QColor,
    ) -> None:
        """Paint a frame seen by `camera`; each layer covers those before it by its opacity."""
        began = time.perf_counter()
        if self._slow < _SLOW_FRAMES or all(opacity >= 1 for _, opacity in layers):
            self._paint(painter, camera, layers, sea)
        else:
            self._paint_smaller(painter, camera, layers, sea)
        if self._large and time.perf_counter() - began > _SLOW_SECONDS:
            self._slow += 1

    def _paint_smaller(
        self,
        painter: QPainter,
        camera: Camera,
        layers: Sequence[tuple[Raster, float]],
        sea: QColor,
    ) -> None:
        shrink = _SHORT_SIDE / min(self._size.width(), self._size.height())
        if self._buffer.isNull():
            self._buffer = QImage((self._size * shrink).toSize(), QImage.Format.Format_RGB32)
        own = QPainter(self._buffer)
        own.scale(shrink, shrink)
        self._paint(own, camera, layers, sea)
        own.end()
        painter.drawImage(QRectF(0, 0, self._size.width(), self._size.height()), self._buffer)

    def _paint(
        self,
        painter: QPainter,
        camera: Camera,
        layers: Sequence[tuple[Raster, float]],
        sea: QColor,
    ) -> None:
        painter.save()
        view = QRectF(0, 0, self._size.width(), self._size.height())
        # What lies below a layer of full strength is not painted: scaling is what costs.
        bare = QRegion(view.toAlignedRect())
        parts = []
        for index in range(len(layers) - 1, -1, -1):
            raster, opacity = layers[index]
            part = bare
            if opacity < 1 and index and _shows_the_same(raster, layers[index - 1]):
                part = bare - QRegion(_solid(layers[index - 1][0], camera))
            parts.append((raster, opacity, part))
            if opacity >= 1:
                bare = bare - QRegion(_solid(raster, camera))
            if bare.isEmpty():
                break
        else:
            painter.setClipRegion(bare)
            painter.fillRect(view, sea)
        to_screen = painter.transform()
        for raster, opacity, part in reversed(parts):
            painter.setTransform(to_screen)
            painter.setClipRegion(part)
            self._put(painter, raster, camera)
            painter.setOpacity(opacity)
            painter.drawImage(0, 0, raster.image)
        painter.restore()

    def _put(self, painter: QPainter, raster: Raster, camera: Camera) -> None:
        """Make the raster's pixels those of the view, and smooth them where they are scaled.

        Where nothing is scaled, whole pixels are moved: they stay as sharp as they were drawn, and
        the names above them do the same.  On a large screen nobody sees single pixels in motion.
        """
        key = raster.key
        scale = camera.scale / key.camera.scale / key.ratio
        corner = placed(key, key.area, camera).topLeft()
        ratio = painter.device().devicePixelRatio()
        is_moved_only = abs(scale * ratio - 1) < _SAME_SCALE
        if is_moved_only:
            corner = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
            scale = 1 / ratio
        smooth = not (is_moved_only or self._large)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.setTransform(QTransform(scale, 0, 0, scale, corner.x(), corner.y()), combine=True)


def covers(raster: Raster, camera: Camera, view: QRectF) -> bool:
    """Whether nothing below a raster can be seen in `view`."""
    return placed(raster.key, raster.key.solid, camera).contains(view)


def is_as_large(camera: Camera, other: Camera) -> bool:
    """Whether the map is seen as large by both."""
    return abs(camera.scale / other.scale - 1) < _SAME_SCALE


def placed(key: RasterKey, area: QRectF, camera: Camera) -> QRectF:
    """Where `camera` sees an area of the view that a raster was drawn for."""
    scale = camera.scale / key.camera.scale
    x, y = camera.to_screen(*key.camera.to_map(area.left(), area.top()))
    return QRectF(x, y, area.width() * scale, area.height() * scale)


def _shows_the_same(raster: Raster, below: tuple[Raster, float]) -> bool:
    """Whether a raster changes nothing where the one below it is solid."""
    key, other = raster.key, below[0].key
    # Two of the very same key differ: the lower one was drawn of outlines that have changed since.
    return below[1] >= 1 and key != other and key.shares_pixels(other)


def _solid(raster: Raster, camera: Camera) -> QRect:
    """The whole pixels of the view in which a raster hides what is below it."""
    return _within(placed(raster.key, raster.key.solid, camera))


def _within(area: QRectF) -> QRect:
    """The whole pixels of an area, without those at its edges."""
    left, top = math.ceil(area.left()) + 1, math.ceil(area.top()) + 1
    right, bottom = math.floor(area.right()) - 1, math.floor(area.bottom()) - 1
    return QRect(left, top, max(0, right - left), max(0, bottom - top))
