"""Pictures of the map that have been drawn are not drawn again in the same test run.

Tests open the shipped exhibit in hundreds of windows, most of them of the same few sizes, and
half of all their time went into drawing one map.  The pictures depend on nothing but what is
written for them and their size, so each is drawn once, by the program itself, and then copied; what
one process of the tests has drawn lies in a folder for the others.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections import OrderedDict
from contextlib import suppress
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from kiosk.screen.map import map_light, map_raster, map_shades
from kiosk.screen.map.map_svg import read_svg

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtCore import QSize

    Drawing = tuple[str, int, int]

MOST_BYTES = 240_000_000
"""Thirty pictures of a screen of 1920 by 1080; those not asked for longest go first."""
_MOST_WRITTEN = 2_000_000_000
"""So many bytes each process writes."""
_LARGEST_WRITTEN = 14_000_000
"""Larger pictures are seldom asked for again."""
_SPARED_BYTES = 10_000_000_000
"""Where a disk has no more room than this, nothing is written."""
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
"""Of all pictures of the map."""


class DrawnMaps:
    """Draws pictures of the map as the program does, and keeps those that were asked for last.

    Those that anybody has drawn are kept in `folder`.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._to_write = _MOST_WRITTEN
        self._most_bytes = most_bytes
        self._kept: OrderedDict[Drawing, QImage] = OrderedDict()
        self._bytes = 0
        # The exhibit draws on several threads.
        self._lock = Lock()

    def read_svg(self, written: bytes, size: QSize) -> QImage:
        """The same as `map_svg.read_svg`; whoever paints on it has a copy of its own."""
        key = (blake2b(written, digest_size=20).hexdigest(), size.width(), size.height())
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
                return QImage(known)
        drawn = self._drawn_by_others(key)
        if drawn is None:
            drawn = read_svg(written, size)
            self._write(key, drawn)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = QImage(drawn)
                self._bytes += drawn.sizeInBytes()
            while self._bytes > self._most_bytes:
                self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        return drawn

    def _file(self, key: Drawing) -> Path:
        return self._folder / "-".join(map(str, key))

    def _drawn_by_others(self, key: Drawing) -> QImage | None:
        try:
            with self._file(key).open("rb") as file:
                image = QImage(*key[1:], _FORMAT)
                return image if file.readinto(image.bits()) == image.sizeInBytes() else None
        except OSError:
            return None

    def _write(self, key: Drawing, drawn: QImage) -> None:
        """Nobody finds half a file: it gets its name when it is whole."""
        size = drawn.sizeInBytes()
        if drawn.format() != _FORMAT or size > min(_LARGEST_WRITTEN, self._to_write):
            return
        half = self._folder / f"{os.getpid()}.{threading.get_native_id()}"
        with suppress(OSError):
            if shutil.disk_usage(self._folder).free > _SPARED_BYTES:
                half.write_bytes(drawn.constBits())
                half.replace(self._file(key))
                self._to_write -= size

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let everything that shows the map ask here."""
        for module in (map_light, map_raster, map_shades):
            patch.setattr(module, "read_svg", self.read_svg)
