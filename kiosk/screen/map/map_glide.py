"""The map in motion: rasters that are scaled and laid over each other, so that a frame is cheap.

A large screen has more pixels than a weak machine can scale in a frame's time.  Where that is seen
to be so, frames are put together in a buffer of 1080 pixels on the short side and enlarged.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter, QTransform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_raster import Raster

_SHORT_SIDE = 1080
_LARGE_SHORT_SIDE = 1200
_SLOW_SECONDS = 0.014
_SLOW_FRAMES = 3


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
        if self._slow < _SLOW_FRAMES:
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
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, self._size.width(), self._size.height()), self._buffer)

    def _paint(
        self,
        painter: QPainter,
        camera: Camera,
        layers: Sequence[tuple[Raster, float]],
        sea: QColor,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        view = QRectF(0, 0, self._size.width(), self._size.height())
        if not any(opacity >= 1 and covers(raster, camera, view) for raster, opacity in layers[:1]):
            painter.fillRect(view, sea)
        to_screen = painter.transform()
        for raster, opacity in layers:
            painter.setTransform(_placed(raster, camera) * to_screen)
            painter.setOpacity(opacity)
            painter.drawImage(0, 0, raster.image)
        painter.restore()


def covers(raster: Raster, camera: Camera, view: QRectF) -> bool:
    """Whether nothing below a raster can be seen in `view`."""
    key = raster.key
    scale = camera.scale / key.camera.scale
    x, y = camera.to_screen(*key.camera.to_map(key.solid.left(), key.solid.top()))
    return QRectF(x, y, key.solid.width() * scale, key.solid.height() * scale).contains(view)


def _placed(raster: Raster, camera: Camera) -> QTransform:
    """From the raster's pixels to those of the view that `camera` sees."""
    key = raster.key
    scale = camera.scale / key.camera.scale / key.ratio
    x, y = camera.to_screen(*key.camera.to_map(key.area.left(), key.area.top()))
    return QTransform(scale, 0, 0, scale, x, y)
