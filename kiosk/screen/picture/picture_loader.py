"""Pictures for the screen, read and drawn off the GUI thread; the latest few are kept."""

from __future__ import annotations

import logging
import math
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRunnable, QSize, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.look.pictures import read_picture

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = 3
_PATIENCE_MS = 10_000
_MOST_THREADS = 3
"""A drawing may take for ever (decision 013): after so long the next picture gets a thread too."""
_AGAIN_MS = (1_000, 5_000, 30_000)
"""After so long a picture that could not be read is tried again: it may have been half copied."""

_log = logging.getLogger(__name__)


class _Key(NamedTuple):
    """A file, in the size at which it is shown, for a screen of so many pixels to the unit."""

    file: Path
    width: int
    height: int
    ratio: float

    @property
    def pixels(self) -> QSize:
        """The size in pixels of the screen, whole ones that reach to the edges."""
        return QSize(math.ceil(self.width * self.ratio), math.ceil(self.height * self.ratio))

    def read(self) -> QImage:
        """The picture, a null image where it can't be read for whatever reason."""
        try:
            image = read_picture(self.file, self.pixels)
        except Exception:
            _log.exception("%s could not be drawn", self.file.name)
            return QImage()
        image.setDevicePixelRatio(self.ratio)
        return image


class _Reading(QRunnable):
    """Reads and draws one picture in the pool."""

    def __init__(self, loader: PictureLoader, key: _Key) -> None:
        super().__init__()
        self._loader = loader
        self._key = key

    def run(self) -> None:
        picture = self._key.read()
        # The window may have gone while the picture was read.
        with suppress(RuntimeError):
            self._loader.came.emit(self._key, picture)


class PictureLoader(QObject):
    """Hands out pictures cut to a size, and has the missing ones read.

    Sizes are in the units of widgets; `ratio` is the pixels of the screen in one of them, and the
    pictures have them all.
    """

    came = Signal(object, QImage)
    ready = Signal()
    """Another picture can be had."""

    def __init__(self, parent: QObject, *, patience_ms: int = _PATIENCE_MS) -> None:
        """A picture that takes longer than `patience_ms` is passed by others."""
        super().__init__(parent)
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._asked: set[_Key] = set()
        self._old: set[_Key] = set()
        self._failed: dict[_Key, int] = {}
        """How often in a row a picture could not be read."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._try_again)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._pass_by)
        self.came.connect(self._keep)

    @property
    def at_rest(self) -> bool:
        """Whether everything that was asked for has been read, or found unreadable."""
        return not self._asked

    def get(self, file: Path, size: QSize, ratio: float = 1.0) -> QImage | None:
        """The picture; None while it is being read, a null image where it can't be."""
        key = _key(file, size, ratio)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return None

    def ask(self, file: Path, size: QSize, ratio: float = 1.0) -> None:
        """Have a picture read, unless it is there or under way."""
        key = _key(file, size, ratio)
        if size.isEmpty() or self._is_had(key) or key in self._asked:
            return
        self._asked.add(key)
        if not self._patience.isActive():
            self._patience.start()
        self._pool.start(_Reading(self, key))

    def read_now(self, file: Path, size: QSize, ratio: float = 1.0) -> None:
        """Read a picture and wait for it."""
        key = _key(file, size, ratio)
        if not self._is_had(key):
            self._keep(key, key.read())

    def read_again(self) -> None:
        """The files may be others now: each stays as it was until it has been read once more."""
        self._old.update(self._kept)

    def _is_had(self, key: _Key) -> bool:
        return key in self._kept and key not in self._old and not self._kept[key].isNull()

    @Slot(object, QImage)
    def _keep(self, key: _Key, image: QImage) -> None:
        self._asked.discard(key)
        self._old.discard(key)
        if self._asked:
            self._patience.start()
        else:
            self._patience.stop()
            self._pool.setMaxThreadCount(1)
        self._kept[key] = image
        while len(self._kept) > _KEPT:
            gone, _ = self._kept.popitem(last=False)
            self._failed.pop(gone, None)
        if not image.isNull():
            self._failed.pop(key, None)
        else:
            times = self._failed.get(key, 0)
            self._failed[key] = times + 1
            if times < len(_AGAIN_MS):
                self._again.start(_AGAIN_MS[times])
        self.ready.emit()

    @Slot()
    def _pass_by(self) -> None:
        if self._pool.maxThreadCount() < _MOST_THREADS:
            self._pool.setMaxThreadCount(self._pool.maxThreadCount() + 1)
            self._patience.start()

    @Slot()
    def _try_again(self) -> None:
        for key, times in self._failed.items():
            if times <= len(_AGAIN_MS):
                self.ask(key.file, QSize(key.width, key.height), key.ratio)


def _key(file: Path, size: QSize, ratio: float) -> _Key:
    return _Key(file, size.width(), size.height(), ratio)
