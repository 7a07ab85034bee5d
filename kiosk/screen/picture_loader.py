"""Pictures for the screen, read and drawn off the GUI thread; the latest few are kept."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QSize, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.look.pictures import read_picture

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = 3


class _Reading(QRunnable):
    """Reads and draws one picture in the pool."""

    def __init__(self, loader: PictureLoader, file: Path, size: QSize) -> None:
        super().__init__()
        self._loader = loader
        self._file = file
        self._size = size

    def run(self) -> None:
        picture = read_picture(self._file, self._size)
        # The window may have gone while the picture was read.
        with suppress(RuntimeError):
            self._loader.came.emit(self._file, self._size, picture)


class PictureLoader(QObject):
    """Hands out pictures cut to a size, and has the missing ones read."""

    came = Signal(object, QSize, QImage)
    ready = Signal()
    """Another picture can be had."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._asked: set[tuple[str, int, int]] = set()
        self._old: set[tuple[str, int, int]] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.came.connect(self._keep)

    def get(self, file: Path, size: QSize) -> QImage | None:
        """The picture; None while it is being read, a null image where it can't be."""
        key = _key(file, size)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return None

    def ask(self, file: Path, size: QSize) -> None:
        """Have a picture read, unless it is there or under way."""
        key = _key(file, size)
        is_kept = key in self._kept and key not in self._old
        if size.isEmpty() or is_kept or key in self._asked:
            return
        self._asked.add(key)
        self._pool.start(_Reading(self, file, size))

    def read_now(self, file: Path, size: QSize) -> None:
        """Read a picture and wait for it."""
        if _key(file, size) not in self._kept or _key(file, size) in self._old:
            self._keep(file, size, read_picture(file, size))

    def read_again(self) -> None:
        """The files may be others now: each stays as it was until it has been read once more."""
        self._old.update(self._kept)

    @Slot(object, QSize, QImage)
    def _keep(self, file: Path, size: QSize, image: QImage) -> None:
        key = _key(file, size)
        self._asked.discard(key)
        self._old.discard(key)
        self._kept[key] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ready.emit()


def _key(file: Path, size: QSize) -> tuple[str, int, int]:
    return (str(file), size.width(), size.height())
