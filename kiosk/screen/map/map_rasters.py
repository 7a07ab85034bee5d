"""The map as images: drawn off the GUI thread, kept for the views that come again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QRunnable, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPicture

from kiosk.screen.map.map_picture import MapShapes, paint_map

if TYPE_CHECKING:
    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look


@dataclass(frozen=True)
class RasterKey:
    """What a raster shows: a view of `width` by `height` pixels, and what is lit in it.

    `left` and `top` say where the raster's corner lies in the view's pixels; below zero where the
    raster is larger than the view.
    """

    camera: Camera
    left: int
    top: int
    width: int
    height: int
    theme: str
    lit: frozenset[str]


@dataclass(frozen=True)
class Raster:
    """An image of the map and the view it belongs to."""

    key: RasterKey
    image: QImage


def draw_raster(key: RasterKey, shapes: MapShapes, look: Look) -> Raster:
    """Draw a raster; takes tens of milliseconds, nearly all of them in one call of Qt's.

    The commands are recorded first and played in one go, because Python's lock is free during
    the playing: the GUI thread goes on meanwhile.
    """
    picture = QPicture()
    recorder = QPainter(picture)
    area = QRectF(key.left, key.top, key.width, key.height)
    paint_map(recorder, shapes=shapes, look=look, camera=key.camera, area=area, lit=key.lit)
    recorder.end()
    image = QImage(key.width, key.height, QImage.Format.Format_RGB32)
    image.fill(look.theme.sea0)
    painter = QPainter(image)
    painter.translate(-key.left, -key.top)
    picture.play(painter)
    painter.end()
    return Raster(key, image)


class _Job(QRunnable):
    """Draws one raster in the pool."""

    def __init__(self, rasters: MapRasters, key: RasterKey, shapes: MapShapes, look: Look) -> None:
        super().__init__()
        self._rasters = rasters
        self._order = (key, shapes, look)

    def run(self) -> None:
        key, shapes, look = self._order
        raster = draw_raster(key, shapes, look)
        self._rasters.drawn.emit(raster)


class MapRasters(QObject):
    """Hands out rasters, has the missing ones drawn, and keeps the latest within `limit_bytes`."""

    drawn = Signal(object)
    ready = Signal(object)
    """The RasterKey of a raster that can be had from now on."""

    def __init__(self, limit_bytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit_bytes = limit_bytes
        self._kept: OrderedDict[RasterKey, Raster] = OrderedDict()
        self._asked: set[RasterKey] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pinned: RasterKey | None = None
        self.drawn.connect(self._keep)

    def pin(self, key: RasterKey) -> None:
        """Never drop this one: the home view, from which everything starts."""
        self._pinned = key

    def get(self, key: RasterKey) -> Raster | None:
        """The raster, if it has been drawn."""
        raster = self._kept.get(key)
        if raster is not None:
            self._kept.move_to_end(key)
        return raster

    def ask(self, key: RasterKey, shapes: MapShapes, look: Look) -> None:
        """Have it drawn, unless it is there or under way."""
        if key in self._kept or key in self._asked:
            return
        self._asked.add(key)
        self._pool.start(_Job(self, key, shapes, look))

    def put(self, raster: Raster) -> None:
        """Keep one that was drawn elsewhere."""
        self._keep(raster)

    def forget_all(self) -> None:
        """Drop every raster: the map, the theme or the size has changed."""
        self._pool.clear()
        self._asked.clear()
        self._kept.clear()

    def wait(self) -> None:
        """Wait until everything that was asked for has been drawn and kept."""
        self._pool.waitForDone()

    @Slot(object)
    def _keep(self, raster: Raster) -> None:
        self._asked.discard(raster.key)
        self._kept[raster.key] = raster
        self._kept.move_to_end(raster.key)
        size = sum(each.image.sizeInBytes() for each in self._kept.values())
        for key in list(self._kept):
            if size <= self._limit_bytes or len(self._kept) <= 2:
                break
            if key != self._pinned:
                size -= self._kept.pop(key).image.sizeInBytes()
        self.ready.emit(raster.key)
