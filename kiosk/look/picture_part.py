"""A picture for whoever looks closer: all of it, and then any part of it as sharp as it can be.

Both are read where Python's lock is free, and take no more memory than the screen they fill.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageIOHandler, QTransform

from kiosk.look.drawing_size import DrawingSize, drawing_size
from kiosk.look.picture_canvas import on_canvas
from kiosk.look.picture_kind import PictureKind
from kiosk.look.pictures import PictureHead, decode_picture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImageReader

    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus

_LONGER_SIDE = 1000.0
"""A picture is so many units wide or high, whichever is more."""
MOST_PIXELS = 8_500_000
"""No part is drawn in more pixels: a screen of 3840 × 2160 has nearly as many."""
_BLOCK = 8
"""A JPEG that is made smaller while it is read is cut exactly along blocks of so many pixels."""


@dataclass(frozen=True)
class WholePicture:
    """A picture as a whole: its shape in units, and its image as large as it was asked for.

    `finest` is how many pixels one unit has in the file, and infinite for drawings.  `focus` is the
    point that is not to be cut away.
    """

    shape: QSizeF
    finest: float
    focus: Focus | None
    image: QImage

    def filling(self, size: QSize) -> DrawingSize:
        """How large all of it is where it fills `size`, and which part of it is seen there."""
        thousandths = QSize(round(self.shape.width() * 1000), round(self.shape.height() * 1000))
        return drawing_size(thousandths, size, "", self.focus)


@dataclass(frozen=True)
class PicturePart:
    """A part of a picture, sharp at some scale; `area` is in units of the picture."""

    area: QRectF
    image: QImage


def draw_whole(
    file: Path, room: QSize, inks: Inks | None = None, focus: Focus | None = None
) -> WholePicture:
    """All of a picture, as large as `room` (pixels) allows; raises UnusablePicture."""
    found: list[tuple[QSize, QSize]] = []

    def ask(head: PictureHead, reader: QImageReader) -> None:
        own = _upright(head, reader)
        scale = min(room.width() / own.width(), room.height() / own.height())
        size = QSize(max(1, round(own.width() * scale)), max(1, round(own.height() * scale)))
        found.append((own, size))
        if head.kind in (PictureKind.JPEG, PictureKind.SVG):
            reader.setScaledSize(size.transposed() if _is_turned(reader) else size)

    head, picture = decode_picture(file, ask, inks)
    own, size = found[0]
    unit = max(own.width(), own.height()) / _LONGER_SIDE
    shape = QSizeF(own.width() / unit, own.height() / unit)
    finest = math.inf if head.kind is PictureKind.SVG else unit
    image = on_canvas(picture, size, is_negative=head.is_negative)
    return WholePicture(shape, finest, focus or head.focus, image)


def draw_part(file: Path, area: QRectF, scale: float, inks: Inks | None = None) -> PicturePart:
    """What lies in `area` (units) with `scale` pixels for each unit; raises UnusablePicture.

    The part may be a little larger than the area, since pixels of the file are not divided.
    """
    scale = min(scale, math.sqrt(MOST_PIXELS / max(1.0, area.width() * area.height())))
    seen: list[tuple[QRectF, QSize]] = []

    def ask(head: PictureHead, reader: QImageReader) -> None:
        own = _upright(head, reader)
        unit = max(own.width(), own.height()) / _LONGER_SIDE
        if head.kind is PictureKind.SVG:
            seen.append(_ask_for_drawn(reader, own, area, scale, unit))
        else:
            seen.append(_ask_for_pixels(reader, own, area, scale, unit))

    head, picture = decode_picture(file, ask, inks)
    exact, size = seen[0]
    return PicturePart(exact, on_canvas(picture, size, is_negative=head.is_negative))


def _upright(head: PictureHead, reader: QImageReader) -> QSize:
    """The size of a picture as it is shown, however the camera was held."""
    return head.size.transposed() if _is_turned(reader) else head.size


def _is_turned(reader: QImageReader) -> bool:
    turn = QImageIOHandler.Transformation.TransformationRotate90.value
    return bool(reader.transformation().value & turn)


def _ask_for_drawn(
    reader: QImageReader, own: QSize, area: QRectF, scale: float, unit: float
) -> tuple[QRectF, QSize]:
    whole = QSize(
        max(1, round(own.width() / unit * scale)), max(1, round(own.height() / unit * scale))
    )
    across, down = whole.width() / (own.width() / unit), whole.height() / (own.height() / unit)
    part = QTransform.fromScale(across, down).mapRect(area).toAlignedRect() & QRect(
        0, 0, whole.width(), whole.height()
    )
    reader.setScaledSize(whole)
    reader.setScaledClipRect(part)
    return QTransform.fromScale(1 / across, 1 / down).mapRect(QRectF(part)), part.size()


def _ask_for_pixels(
    reader: QImageReader, own: QSize, area: QRectF, scale: float, unit: float
) -> tuple[QRectF, QSize]:
    whole = QRect(0, 0, own.width(), own.height())
    wanted = QTransform.fromScale(unit, unit).mapRect(area).toAlignedRect()
    left, top = (edge - edge % _BLOCK for edge in (wanted.left(), wanted.top()))
    part = QRect(left, top, wanted.right() + 1 - left, wanted.bottom() + 1 - top)
    part.setWidth(-(-part.width() // _BLOCK) * _BLOCK)
    part.setHeight(-(-part.height() // _BLOCK) * _BLOCK)
    part &= whole
    size = QSize(
        max(1, round(part.width() / unit * scale)), max(1, round(part.height() / unit * scale))
    )
    reader.setClipRect(_as_stored(part, own, reader))
    reader.setScaledSize(size.transposed() if _is_turned(reader) else size)
    return QTransform.fromScale(1 / unit, 1 / unit).mapRect(QRectF(part)), size


def _as_stored(part: QRect, own: QSize, reader: QImageReader) -> QRect:
    """Where a part of an upright picture lies in the file, which is mirrored first, then turned."""
    kinds = QImageIOHandler.Transformation
    held = reader.transformation().value
    box = QRectF(part)
    width, height = float(own.width()), float(own.height())
    if held & kinds.TransformationRotate90.value:
        # Turned clockwise, the stored point (x, y) is shown at (height - y, x).
        box = QRectF(QPointF(box.top(), width - box.right()), box.size().transposed())
        width, height = height, width
    if held & kinds.TransformationMirror.value:
        box.moveLeft(width - box.right())
    if held & kinds.TransformationFlip.value:
        box.moveTop(height - box.bottom())
    return box.toRect()
