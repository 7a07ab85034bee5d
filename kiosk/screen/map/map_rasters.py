"""The map as images: drawn off the GUI thread, kept for the views that come again."""

from __future__ import annotations

import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QRunnable, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from kiosk.screen.map.map_picture import MapShapes, go_on, paint_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from kiosk.geography.camera import Camera
    from kiosk.look.look import Look

_PIECE_SECONDS = 0.0015
_REST_SECONDS = 0.0004
_BAND_PIXELS = 270
_LATEST = 2


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


class Breath:
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
        """Rest if it is time; raises Unwanted when nobody needs the drawing any more."""
        if time.perf_counter() - self._since < _PIECE_SECONDS:
            return
        if not self._wanted():
            raise Unwanted
        time.sleep(_REST_SECONDS)
        self._since = time.perf_counter()


class Unwanted(Exception):
    """The view has moved on: the raster being drawn is of no use."""


def draw_raster(
    key: RasterKey, shapes: MapShapes, look: Look, pause: Callable[[], None] | None = None
) -> Raster:
    """Draw a raster, in bands so that no single call takes long; `pause` is called in between."""
    image = QImage(key.width, key.height, QImage.Format.Format_RGB32)
    image.fill(look.theme.sea0)
    painter = QPainter(image)
    painter.translate(-key.left, -key.top)
    height = key.height if pause is None else _BAND_PIXELS
    try:
        for top in range(key.top, key.top + key.height, height):
            band = QRectF(key.left, top, key.width, min(height, key.top + key.height - top))
            painter.setClipRect(band)
            paint_map(
                painter,
                shapes=shapes,
                look=look,
                camera=key.camera,
                area=band,
                lit=key.lit,
                pause=pause or go_on,
            )
    finally:
        painter.end()
    return Raster(key, image)


class _Job(QRunnable):
    """Draws one raster in the pool."""

    def __init__(self, rasters: MapRasters, key: RasterKey, shapes: MapShapes, look: Look) -> None:
        super().__init__()
        self._rasters = rasters
        self._order = (key, shapes, look)
        self._world = rasters.world

    def run(self) -> None:
        key, shapes, look = self._order
        try:
            raster = draw_raster(key, shapes, look, Breath(self._is_wanted))
        except Unwanted:
            _tell(self._rasters.dropped, key)
        else:
            _tell(self._rasters.drawn, (self._world, raster))

    def _is_wanted(self) -> bool:
        return self._rasters.world == self._world and self._rasters.wants(self._order[0])


def _tell(signal: SignalInstance, said: object) -> None:
    """Emit from the pool; the window may have gone while the raster was drawn."""
    with suppress(RuntimeError):
        signal.emit(said)


class MapRasters(QObject):
    """Hands out rasters, has the missing ones drawn, and keeps the latest within `limit_bytes`."""

    drawn = Signal(object)
    dropped = Signal(object)
    ready = Signal(object)
    """The RasterKey of a raster that can be had from now on."""

    def __init__(self, limit_bytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit_bytes = limit_bytes
        self._kept: OrderedDict[RasterKey, Raster] = OrderedDict()
        self._asked: dict[RasterKey, None] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pinned: RasterKey | None = None
        self.world = 0
        """Counts the worlds that were drawn from: what an older one gave is of no use."""
        self.drawn.connect(self._take)
        self.dropped.connect(self._drop)

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
        self._asked[key] = None
        self._pool.start(_Job(self, key, shapes, look))

    def wants(self, key: RasterKey) -> bool:
        """Whether a raster under way is still of use: the home view and the last two asked for."""
        return key == self._pinned or key in list(self._asked)[-_LATEST:]

    def put(self, raster: Raster) -> None:
        """Keep one that was drawn elsewhere."""
        self._keep(raster)

    def forget_all(self) -> None:
        """Drop every raster: the map, the theme or the size has changed."""
        self.world += 1
        self._pool.clear()
        self._asked.clear()
        self._kept.clear()

    def wait(self) -> None:
        """Wait until everything that was asked for has been drawn and kept."""
        self._pool.waitForDone()

    @Slot(object)
    def _take(self, drawn: tuple[int, Raster]) -> None:
        world, raster = drawn
        if world == self.world:
            self._keep(raster)

    @Slot(object)
    def _drop(self, key: RasterKey) -> None:
        self._asked.pop(key, None)

    def _keep(self, raster: Raster) -> None:
        self._asked.pop(raster.key, None)
        self._kept[raster.key] = raster
        self._kept.move_to_end(raster.key)
        size = sum(each.image.sizeInBytes() for each in self._kept.values())
        for key in list(self._kept):
            if size <= self._limit_bytes or len(self._kept) <= 2:
                break
            if key != self._pinned:
                size -= self._kept.pop(key).image.sizeInBytes()
        self.ready.emit(raster.key)
