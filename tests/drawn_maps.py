"""Pictures of the map that have been drawn are not drawn again in the same test run.

Tests open the shipped exhibit in hundreds of windows, most of them of the same few sizes, and
half of all their time went into drawing one map.  The pictures depend on nothing but what is
written for them and their size, so each is drawn once, by the program itself, and then copied.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from kiosk.screen.map import map_light, map_raster, map_shades
from kiosk.screen.map.map_svg import read_svg

if TYPE_CHECKING:
    import pytest
    from PySide6.QtCore import QSize

    Drawing = tuple[bytes, int, int]

MOST_BYTES = 240_000_000
"""Thirty pictures of a screen of 1920 by 1080; those not asked for longest go first."""


class DrawnMaps:
    """Draws pictures of the map as the program does, and keeps those that were asked for last."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[Drawing, QImage] = OrderedDict()
        self._bytes = 0
        # The exhibit draws on several threads.
        self._lock = Lock()

    def read_svg(self, written: bytes, size: QSize) -> QImage:
        """The same as `map_svg.read_svg`; whoever paints on it has a copy of its own."""
        key = (blake2b(written).digest(), size.width(), size.height())
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
                return QImage(known)
        drawn = read_svg(written, size)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = QImage(drawn)
                self._bytes += drawn.sizeInBytes()
            while self._bytes > self._most_bytes:
                self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        return drawn

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let everything that shows the map ask here."""
        for module in (map_light, map_raster, map_shades):
            patch.setattr(module, "read_svg", self.read_svg)
