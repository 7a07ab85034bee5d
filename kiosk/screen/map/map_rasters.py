"""The map as images: drawn off the GUI thread, kept for the views that come again."""

from __future__ import annotations

import logging
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from kiosk.screen.map.map_raster import Breath, Raster, RasterKey, Unwanted, draw_raster

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import SignalInstance

    from kiosk.look.look import Look
    from kiosk.screen.map.map_picture import MapShapes

_RETRY_MS = 250
_LONGEST_RETRY_MS = 30_000

_log = logging.getLogger(__name__)


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
            if not self._is_wanted():
                raise Unwanted
            raster = draw_raster(key, shapes, look, Breath(self._is_wanted))
        except Unwanted:
            _tell(self._rasters.dropped, (self._world, key))
        except Exception as error:
            # Whatever went wrong, the view must not stay without its picture: it is tried again.
            _tell(self._rasters.failed, (self._world, key, error))
        else:
            _tell(self._rasters.drawn, (self._world, raster))

    def _is_wanted(self) -> bool:
        return self._rasters.world == self._world and self._rasters.wants(self._order[0])


def _tell(signal: SignalInstance, said: object) -> None:
    """Emit from the pool; the window may have gone while the raster was drawn."""
    with suppress(RuntimeError):
        signal.emit(said)


class MapRasters(QObject):
    """Hands out rasters, has the missing ones drawn, and keeps the latest within `limit_bytes`.

    What could not be drawn is tried again for as long as it is wanted, after pauses that grow.
    """

    drawn = Signal(object)
    dropped = Signal(object)
    failed = Signal(object)
    ready = Signal(object)
    """The RasterKey of a raster that can be had from now on."""

    def __init__(self, limit_bytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit_bytes = limit_bytes
        self._kept: OrderedDict[RasterKey, Raster] = OrderedDict()
        self._asked: set[RasterKey] = set()
        self._wanted: dict[RasterKey, tuple[MapShapes, Look]] = {}
        self._failures: dict[RasterKey, int] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pinned: RasterKey | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._draw_missing)
        self.world = 0
        """Counts the worlds that were drawn from: what an older one gave is of no use."""
        self.drawn.connect(self._take)
        self.dropped.connect(self._drop)
        self.failed.connect(self._fail)

    def pin(self, key: RasterKey) -> None:
        """Never drop this one: the home view, from which everything starts."""
        self._pinned = key

    def get(self, key: RasterKey) -> Raster | None:
        """The raster, if it has been drawn."""
        raster = self._kept.get(key)
        if raster is not None:
            self._kept.move_to_end(key)
        return raster

    def ask(self, keys: Iterable[RasterKey], shapes: MapShapes, look: Look) -> None:
        """Have these drawn, in this order, and nothing else that was asked for before."""
        self._wanted = dict.fromkeys(keys, (shapes, look))
        self._failures = {key: n for key, n in self._failures.items() if key in self._wanted}
        self._draw_missing()

    def wants(self, key: RasterKey) -> bool:
        """Whether a raster under way is still of use."""
        return key in self._wanted

    def put(self, raster: Raster) -> None:
        """Keep one that was drawn elsewhere."""
        self._keep(raster)

    def forget_all(self) -> None:
        """Drop every raster: the outlines have changed."""
        self.world += 1
        self._again.stop()
        self._pool.clear()
        self._asked.clear()
        self._wanted = {}
        self._failures.clear()
        self._kept.clear()

    def wait(self) -> None:
        """Wait until everything that was asked for has been drawn and kept."""
        self._pool.waitForDone()

    @Slot()
    def _draw_missing(self) -> None:
        self._again.stop()
        for key, (shapes, look) in self._wanted.items():
            if key not in self._kept and key not in self._asked:
                self._asked.add(key)
                self._pool.start(_Job(self, key, shapes, look))

    @Slot(object)
    def _take(self, drawn: tuple[int, Raster]) -> None:
        world, raster = drawn
        if world == self.world:
            self._keep(raster)

    @Slot(object)
    def _drop(self, dropped: tuple[int, RasterKey]) -> None:
        world, key = dropped
        if world == self.world:
            self._asked.discard(key)
            # It may have come to be wanted once more while the job gave it up.
            self._draw_missing()

    @Slot(object)
    def _fail(self, failed: tuple[int, RasterKey, Exception]) -> None:
        world, key, error = failed
        if world != self.world:
            return
        self._asked.discard(key)
        failures = self._failures[key] = self._failures.get(key, 0) + 1
        pause = min(_RETRY_MS * 2 ** (failures - 1), _LONGEST_RETRY_MS)
        _log.error(
            "The map could not be drawn (%s); it is tried again in %.2f s",
            error,
            pause / 1000,
            exc_info=error if failures == 1 else None,
        )
        self._again.start(pause)

    def _keep(self, raster: Raster) -> None:
        self._asked.discard(raster.key)
        self._failures.pop(raster.key, None)
        self._kept[raster.key] = raster
        self._kept.move_to_end(raster.key)
        size = sum(each.image.sizeInBytes() for each in self._kept.values())
        for key in list(self._kept):
            if size <= self._limit_bytes or len(self._kept) <= 2:
                break
            if key != self._pinned and key not in self._wanted:
                size -= self._kept.pop(key).image.sizeInBytes()
        self.ready.emit(raster.key)
