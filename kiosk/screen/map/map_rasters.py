"""The map as images: drawn off the GUI thread, kept for the views that come again."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.jobs import Answer, Jobs, is_wanted
from kiosk.screen.map.map_raster import Raster, RasterKey, draw_raster
from kiosk.screen.map.time_slices import TimeSlices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.look.look import Look
    from kiosk.screen.map.map_shapes import MapShapes

_PAUSES_SECONDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""A view must not stay without its picture: what can't be drawn is tried for as long as it is
wanted."""
_THREADS = 2
"""The view at rest and what lies below it are drawn side by side."""


class MapRasters(QObject):
    """Hands out rasters, has the missing ones drawn, and keeps the latest within `limit_bytes`."""

    ready = Signal(object)
    """The RasterKey of a raster that can be had from now on."""

    def __init__(self, limit_bytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit_bytes = limit_bytes
        self._kept: OrderedDict[RasterKey, Raster] = OrderedDict()
        self._wanted: frozenset[RasterKey] = frozenset()
        self._pinned: frozenset[RasterKey] = frozenset()
        self._jobs = Jobs(self, threads=_THREADS, pauses=_PAUSES_SECONDS, endless=True)
        self._jobs.answered.connect(self._take)

    def pin(self, *keys: RasterKey) -> None:
        """Never drop these: the home view, from which everything starts, and the view at rest."""
        self._pinned = frozenset(keys)

    def get(self, key: RasterKey) -> Raster | None:
        """The raster, if it has been drawn."""
        raster = self._kept.get(key)
        if raster is not None:
            self._kept.move_to_end(key)
        return raster

    def ask(self, keys: Iterable[RasterKey], shapes: MapShapes, look: Look) -> None:
        """Have these drawn, in this order, and nothing else that was asked for before."""
        wanted = tuple(keys)
        self._wanted = frozenset(wanted)
        self._jobs.ask_only(
            {
                key: partial(_draw, key, shapes, look, self._known(key))
                for key in wanted
                if key not in self._kept
            }
        )
        # What was wanted until now, and had to stay for that, may be too much.
        self._drop_old()

    def put(self, raster: Raster) -> None:
        """Keep one that was drawn elsewhere."""
        self._jobs.cancel(raster.key)
        self._keep(raster)

    def forget_all(self) -> None:
        """Drop every raster: the outlines have changed."""
        self._jobs.cancel_all()
        self._wanted = frozenset()
        self._kept.clear()

    def wait(self) -> None:
        """Wait until everything that was asked for has been drawn; it is kept when the event loop
        turns."""
        self._jobs.finish()

    def _known(self, key: RasterKey) -> Raster | None:
        """What is kept of the same pixels, where it is more than half of them."""
        least, found = key.width * key.height / 2, None
        for kept, raster in self._kept.items():
            if kept.drawn_as == key.drawn_as:
                shared = kept.solid_pixels & key.pixels
                if shared.width() * shared.height() > least:
                    least, found = shared.width() * shared.height(), raster
        return found

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        self._keep(answer.value)

    def _keep(self, raster: Raster) -> None:
        self._kept[raster.key] = raster
        self._kept.move_to_end(raster.key)
        self._drop_old()
        self.ready.emit(raster.key)

    def _drop_old(self) -> None:
        size = sum(each.image.sizeInBytes() for each in self._kept.values())
        for key in list(self._kept):
            if size <= self._limit_bytes or len(self._kept) <= 2:
                break
            if key not in self._pinned | self._wanted:
                size -= self._kept.pop(key).image.sizeInBytes()


def _draw(key: RasterKey, shapes: MapShapes, look: Look, known: Raster | None) -> Raster:
    """What the thread does."""
    return draw_raster(key, shapes, look, TimeSlices(is_wanted), known)
