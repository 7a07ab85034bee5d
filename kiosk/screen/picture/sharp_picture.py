"""All of a picture, and over it the part that is looked at, as sharp as the screen shows it."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter

from kiosk.jobs import Answer, Jobs
from kiosk.look.picture_part import MOST_PIXELS, PicturePart, WholePicture, draw_part, draw_whole

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kiosk.geography.camera import Camera
    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus

_MARGIN = 0.1
"""How far a part reaches beyond the view at each edge, as a share of it."""
_LEAST_SCALE, _MOST_SCALE = 0.7, 1.4
"""How much smaller or larger than it was read a part is good enough while fingers move it."""
_SAME = 0.002
_COMES_MS = 160
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _View:
    """What a camera sees: an area in units of the picture, with so many pixels for each."""

    area: QRectF
    seen: QRectF
    scale: float


class SharpPicture(QObject):
    """Reads a file beside the GUI thread, and paints what there is of it.

    It holds two images at most, none larger than the screen.
    """

    came = Signal()
    """All of the picture is there, for the first time or in other inks."""
    sharpened = Signal()
    """More of it is to be painted than before."""
    failed = Signal()
    """The picture can't be read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._file: Path | None = None
        self._inks: Inks | None = None
        self._focus: Focus | None = None
        self._size = QSize()
        self._ratio = 1.0
        self._whole: WholePicture | None = None
        self._part: PicturePart | None = None
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._coming = QVariantAnimation(self)
        self._coming.setStartValue(0.0)
        self._coming.setEndValue(1.0)
        self._coming.setDuration(_COMES_MS)
        self._coming.valueChanged.connect(self.sharpened)

    @property
    def whole(self) -> WholePicture | None:
        """All of it, once it has been read."""
        return self._whole

    @property
    def at_rest(self) -> bool:
        """Whether everything that was asked for is there."""
        return not self._jobs.is_working

    def show_file(
        self,
        file: Path,
        inks: Inks | None,
        size: QSize,
        ratio: float,
        focus: Focus | None = None,
    ) -> None:
        """Have a file read for a view of that size; what there is of it stays until then."""
        if file != self._file:
            self.forget()
        self._file, self._inks, self._size, self._ratio = file, inks, size, ratio
        self._focus = focus
        room = (size.toSizeF() * ratio).toSize()
        if not room.isEmpty():
            self._jobs.cancel("part")
            self._jobs.ask("whole", lambda: draw_whole(file, room, inks, focus))

    def resize(self, size: QSize) -> None:
        """Paint in a view of another size; nothing is read anew."""
        self._size = size

    def forget(self) -> None:
        """Let all of it go."""
        self._jobs.cancel_all()
        self._coming.stop()
        self._file = self._whole = self._part = None

    def read_now(self) -> None:
        """Have all of it at once."""
        if self._file is not None and (self._whole is None or self._jobs.is_asked("whole")):
            self._jobs.cancel_all()
            room = (self._size.toSizeF() * self._ratio).toSize()
            whole = draw_whole(self._file, room, self._inks, self._focus)
            self._take(Answer("whole", whole))

    def sharpen_now(self, camera: Camera) -> None:
        """Have it sharp at once for that camera."""
        if not self.is_sharp(camera) and self._file is not None:
            view = self._view(camera)
            self._jobs.cancel("part")
            self._part = draw_part(self._file, view.area, view.scale, self._inks)
        self._coming.stop()

    def sharpen(self, camera: Camera) -> None:
        """Have the part read that this camera sees."""
        file, inks = self._file, self._inks
        if file is None or self._whole is None or self.is_sharp(camera):
            return
        view = self._view(camera)
        self._jobs.ask("part", lambda: draw_part(file, view.area, view.scale, inks))

    def is_sharp(self, camera: Camera) -> bool:
        """Whether all that is seen has a pixel for each of the screen."""
        return self._shows(camera, 1 - _SAME, 1 + _SAME)

    def is_good_for(self, camera: Camera) -> bool:
        """Whether what there is can be shown while fingers move it."""
        return self._shows(camera, _LEAST_SCALE, _MOST_SCALE)

    def _shows(self, camera: Camera, least: float, most: float) -> bool:
        whole, part = self._whole, self._part
        if whole is None:
            return False
        view = self._view(camera)
        if view.scale <= whole.image.width() / whole.shape.width() * most:
            return True
        if part is None or not part.area.adjusted(-1, -1, 1, 1).contains(view.seen):
            return False
        return least <= view.scale / (part.image.width() / part.area.width()) <= most

    def _view(self, camera: Camera) -> _View:
        """What is seen, and what is read for it, which has no more pixels than may be."""
        assert self._whole is not None
        view = QRectF(0, 0, self._size.width(), self._size.height())
        across, down = view.width() * _MARGIN, view.height() * _MARGIN
        shape = QRectF(QPointF(), self._whole.shape)
        area = _seen(camera, view.adjusted(-across, -down, across, down)) & shape
        most = math.sqrt(MOST_PIXELS / max(1.0, area.width() * area.height()))
        return _View(area, _seen(camera, view) & shape, min(camera.scale * self._ratio, most))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is not None:
            _log.warning("a picture can't be shown larger: %s", answer.error)
            self.failed.emit()
        elif answer.key == "whole":
            self._whole, self._part = answer.value, None
            self.came.emit()
        else:
            self._part = answer.value
            self._coming.start()
            self.sharpened.emit()

    def paint(self, painter: QPainter, camera: Camera, *, smooth: bool) -> None:
        """Paint what `camera` sees."""
        if self._whole is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        self._paint(painter, camera, self._whole.image, QRectF(QPointF(), self._whole.shape))
        if self._part is not None:
            running = self._coming.state() == QVariantAnimation.State.Running
            painter.setOpacity(float(self._coming.currentValue()) if running else 1.0)
            self._paint(painter, camera, self._part.image, self._part.area)
            painter.setOpacity(1.0)

    def _paint(self, painter: QPainter, camera: Camera, image: QImage, area: QRectF) -> None:
        """Paint what is seen of an image of that area of the picture."""
        target = camera.transform().mapRect(area)
        ratio = self._ratio
        if abs(target.width() * ratio - image.width()) < 1:
            # Pixel for pixel, on whole pixels of the screen.
            x, y = round(target.x() * ratio) / ratio, round(target.y() * ratio) / ratio
            target = QRectF(x, y, image.width() / ratio, image.height() / ratio)
        view = QRectF(0, 0, self._size.width(), self._size.height())
        seen = target & view.adjusted(-2, -2, 2, 2)
        if seen.isEmpty():
            return
        across, down = image.width() / target.width(), image.height() / target.height()
        corner = (seen.topLeft() - target.topLeft()).toTuple()
        source = QRectF(
            corner[0] * across, corner[1] * down, seen.width() * across, seen.height() * down
        )
        painter.drawImage(seen, image, source)


def _seen(camera: Camera, view: QRectF) -> QRectF:
    """What of the picture lies below a part of the view."""
    first = QPointF(*camera.to_map(view.left(), view.top()))
    return QRectF(first, QPointF(*camera.to_map(view.right(), view.bottom())))
