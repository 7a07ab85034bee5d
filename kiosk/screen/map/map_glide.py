"""The map in motion: rasters that are scaled and blended, so that every frame is cheap.

Each layer is scaled into a buffer of its own, and the buffers are blended unscaled: scaling and
blending at once takes several times as long on a large screen.  Buffers are at most 1080 pixels
on the short side; on a larger screen the finished frame is enlarged once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_rasters import Raster

_SHORT_SIDE = 1080
_SMOOTH_SHORT_SIDE = 1200


@dataclass(frozen=True)
class Layer:
    """A raster and how strongly it covers what lies below, from 0 to 1."""

    raster: Raster
    opacity: float


class MapGlide:
    """Paints frames of a moving map from rasters of resting ones."""

    def __init__(self) -> None:
        self._below = QImage()
        self._above = QImage()
        self._shrink = 1.0
        self._smooth = True

    def resize(self, size: QSize) -> None:
        """Make the buffers fit a view of that size, in pixels."""
        short = min(size.width(), size.height())
        self._shrink = max(1.0, short / _SHORT_SIDE) if short > _SMOOTH_SHORT_SIDE else 1.0
        self._smooth = self._shrink == 1.0
        buffer = QSize(round(size.width() / self._shrink), round(size.height() / self._shrink))
        if buffer != self._below.size():
            self._below = QImage(buffer, QImage.Format.Format_RGB32)
            self._above = QImage(buffer, QImage.Format.Format_RGB32)

    def paint(
        self,
        painter: QPainter,
        *,
        camera: Camera,
        home: Raster,
        layers: tuple[Layer, ...],
        sea: QColor,
        target: QRect,
    ) -> None:
        """Paint a frame seen by `camera` into `target`: home below, then the layers in order."""
        self._below.fill(sea)
        self._draw(self._below, home, camera, smooth=False)
        for layer in layers:
            if layer.opacity <= 0:
                continue
            if layer.opacity >= 1:
                self._draw(self._below, layer.raster, camera, smooth=self._smooth)
                continue
            blend = QPainter(self._above)
            blend.drawImage(0, 0, self._below)
            blend.end()
            self._draw(self._above, layer.raster, camera, smooth=self._smooth)
            blend = QPainter(self._below)
            blend.setOpacity(layer.opacity)
            blend.drawImage(0, 0, self._above)
            blend.end()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        if self._shrink == 1.0:
            painter.drawImage(target, self._below, target)
        else:
            painter.drawImage(
                QRect(
                    0,
                    0,
                    round(self._below.width() * self._shrink),
                    round(self._below.height() * self._shrink),
                ),
                self._below,
            )

    def _draw(self, buffer: QImage, raster: Raster, camera: Camera, *, smooth: bool) -> None:
        key = raster.key
        scale = camera.scale / key.camera.scale
        x, y = camera.to_screen(*key.camera.to_map(key.left, key.top))
        painter = QPainter(buffer)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.setTransform(
            QTransform(scale, 0, 0, scale, x, y)
            * QTransform.fromScale(1 / self._shrink, 1 / self._shrink)
        )
        painter.drawImage(0, 0, raster.image)
        painter.end()
