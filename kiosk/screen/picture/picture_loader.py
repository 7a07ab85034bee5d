"""Pictures for the screen, read and drawn off the GUI thread; the latest few are kept."""

from __future__ import annotations

import logging
import math
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.jobs import Answer, Jobs
from kiosk.look.moving_picture import MovingPicture, with_layers
from kiosk.look.pictures import draw_picture

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus

_KEPT = 3
_PATIENCE_MS = 10_000
_MOST_THREADS = 3
"""A drawing may never end (decision 013): after this time the next picture gets a thread too."""
_PAUSES_SECONDS = (1.0, 5.0, 30.0)
"""After this time an unreadable picture is tried again, since it may have been half copied."""

_log = logging.getLogger(__name__)


class _Key(NamedTuple):
    """A file, in the size at which it is shown, for a screen of so many pixels to the unit.

    A drawing of inks is printed in `inks`, in those that it is written in where there are none.
    `focus` is not cut away.
    """

    file: Path
    width: int
    height: int
    ratio: float
    inks: Inks | None
    moves: bool
    focus: Focus | None

    def __str__(self) -> str:
        """For the log."""
        return f"the picture {self.file.name}"

    @property
    def pixels(self) -> QSize:
        """The size in pixels of the screen, whole ones that reach to the edges."""
        return QSize(math.ceil(self.width * self.ratio), math.ceil(self.height * self.ratio))

    def read(self) -> MovingPicture:
        """The picture; raises whatever keeps it from being read or drawn."""
        image = draw_picture(self.file, self.pixels, self.inks, self.focus)
        picture = MovingPicture(image)
        if self.moves:
            picture = with_layers(image, self.file, self.inks, self.focus)
        image.setDevicePixelRatio(self.ratio)
        return picture

    def read_or_null(self) -> MovingPicture:
        """The picture, a null image where it can't be read for whatever reason."""
        try:
            return self.read()
        except Exception:
            _log.exception("%s could not be drawn", self)
            return MovingPicture(QImage())


class PictureLoader(QObject):
    """Hands out pictures cut to a size, and has the missing ones read.

    Sizes are in the units of widgets; `ratio` is the pixels of the screen in one of them, and the
    pictures have them all.  Drawings of inks are printed in `inks`.  Where a picture is cut, its
    `focus` stays in it.
    """

    ready = Signal()
    """Another picture can be had."""

    def __init__(
        self, parent: QObject, *, patience_ms: int = _PATIENCE_MS, moves: bool = False
    ) -> None:
        """While a picture takes longer than `patience_ms`, others are read beside it.

        With `moves` the layers of drawings that move are drawn too.
        """
        super().__init__(parent)
        self.inks: Inks | None = None
        self._moves = moves
        self._kept: OrderedDict[_Key, MovingPicture] = OrderedDict()
        self._wanted: _Key | None = None
        self._old: set[_Key] = set()
        self._jobs = Jobs(self, pauses=_PAUSES_SECONDS)
        self._jobs.answered.connect(self._take)
        self._jobs.retrying.connect(self._take)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._add_thread)

    @property
    def at_rest(self) -> bool:
        """Whether everything that was asked for has been read, or found unreadable."""
        return not self._jobs.is_working

    def get(
        self, file: Path, size: QSize, ratio: float = 1.0, *, focus: Focus | None = None
    ) -> QImage | None:
        """The picture; None while it is being read, a null image where it can't be."""
        picture = self.get_moving(file, size, ratio, focus=focus)
        return picture.image if picture is not None else None

    def get_moving(
        self, file: Path, size: QSize, ratio: float = 1.0, *, focus: Focus | None = None
    ) -> MovingPicture | None:
        """The picture with its layers; None while it is being read."""
        key = self._key(file, size, ratio, focus)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return None

    def want(
        self, file: Path, size: QSize, ratio: float = 1.0, *, focus: Focus | None = None
    ) -> None:
        """Have the picture that is on show, before all others, which are asked for anew.

        It is kept, whatever else is read, until another is wanted.
        """
        key = self._key(file, size, ratio, focus)
        if key != self._wanted:
            self._wanted = key
            # What was paged past is read no more; this one may be under way already.
            self._jobs.ask_only({} if self._is_had(key) or size.isEmpty() else {key: key.read})
        self.ask(file, size, ratio, focus=focus)

    def ask(
        self,
        file: Path,
        size: QSize,
        ratio: float = 1.0,
        *,
        inks: Inks | None = None,
        focus: Focus | None = None,
    ) -> None:
        """Have a picture read, unless it is there or under way; in `inks` instead if given."""
        key = self._key(file, size, ratio, focus)
        if inks is not None:
            key = key._replace(inks=inks)
        if size.isEmpty() or self._is_had(key):
            return
        self._jobs.ask_once(key, key.read)
        if not self._patience.isActive():
            self._patience.start()

    def read_now(
        self, file: Path, size: QSize, ratio: float = 1.0, *, focus: Focus | None = None
    ) -> None:
        """Read a picture and wait for it."""
        key = self._key(file, size, ratio, focus)
        if not (self._is_had(key) or size.isEmpty()):
            self._jobs.cancel(key)
            self._keep(key, key.read_or_null())

    def read_again(self) -> None:
        """The files may be others now: each stays as it was until it has been read once more."""
        self._old.update(self._kept)

    def keep_wanted(self) -> None:
        """Drop every picture but the one that is wanted: nobody sees the others for now."""
        for key in [key for key in self._kept if key != self._wanted]:
            self._old.discard(key)
            del self._kept[key]

    def drop_all(self) -> None:
        """Drop every picture: one with its layers takes 10 MB, and nobody will see it soon."""
        self._wanted = None
        self._jobs.cancel_all()
        self._patience.stop()
        self._old.clear()
        self._kept.clear()

    def _is_had(self, key: _Key) -> bool:
        return key in self._kept and key not in self._old and not self._kept[key].image.isNull()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        failed = answer.error is not None
        self._keep(answer.key, MovingPicture(QImage()) if failed else answer.value)

    def _keep(self, key: _Key, picture: MovingPicture) -> None:
        self._old.discard(key)
        self._kept[key] = picture
        while len(self._kept) > _KEPT:
            dropped = next(kept for kept in self._kept if kept != self._wanted)
            del self._kept[dropped]
            self._jobs.cancel(dropped)
        if self.at_rest:
            self._patience.stop()
            self._jobs.threads = 1
        else:
            self._patience.start()
        self.ready.emit()

    @Slot()
    def _add_thread(self) -> None:
        if self._jobs.threads < _MOST_THREADS:
            self._jobs.threads += 1
            self._patience.start()

    def _key(self, file: Path, size: QSize, ratio: float, focus: Focus | None) -> _Key:
        return _Key(file, size.width(), size.height(), ratio, self.inks, self._moves, focus)
