"""A picture and the layers of its movement, drawn where Python's lock is free.

While it moves, the layers lie upon each other; at rest the picture itself is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QTransform

from kiosk.look.drawing_layers import layers_of
from kiosk.look.drawing_size import drawing_size
from kiosk.look.image_reader import image_reader
from kiosk.look.pictures import draw_picture, read_drawing

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize

    from kiosk.look.drawing_size import DrawingSize
    from kiosk.look.inks import Inks
    from kiosk.look.movement import Movement, Stance

_UNIT = 1000
"""`read_drawing` gives shapes in thousandths of a unit."""


@dataclass(frozen=True)
class PictureLayer:
    """What of a picture stands together or moves, cut to what is drawn of it.

    Everything is in pixels; `corner` is where the drawing's nought lies, `scale` a unit of it.
    """

    image: QImage
    at: QPoint
    movement: Movement | None
    scale: float
    corner: QPointF

    @property
    def box(self) -> QRectF:
        """Where it rests."""
        return QRectF(QRect(self.at, self.image.size()))

    def stance(self, seconds: float) -> Stance:
        """How it stands so many seconds after the picture has begun to move."""
        assert self.movement is not None
        return self.movement.stance(seconds, self.box, self.scale, self.corner)

    def cover(self, seconds: float) -> QRect:
        """The pixels that it may touch then."""
        if self.movement is None:
            return self.box.toRect()
        # The edge of what lies between pixels reaches into the next.
        moved = self.stance(seconds).transform.mapRect(self.box)
        return moved.toAlignedRect() + QMargins(2, 2, 2, 2)


@dataclass(frozen=True)
class MovingPicture:
    """A picture as it rests, and its layers from the lowest; none where nothing moves."""

    image: QImage
    layers: tuple[PictureLayer, ...] = ()


def draw_moving_picture(
    file: Path, size: QSize, inks: Inks | None = None, *, moves: bool = True
) -> MovingPicture:
    """The picture cut to fill `size` with its layers, if it `moves`; raises UnusablePicture."""
    image = draw_picture(file, size, inks)
    if not moves:
        return MovingPicture(image)
    text, shape = read_drawing(file, inks)
    drawing = layers_of(text)
    if shape.isEmpty() or not drawing.layers:
        return MovingPicture(image)
    wanted = drawing_size(shape, size, file.name)
    scale = wanted.whole.width() * _UNIT / shape.width()
    corner = wanted.origin - QPointF(*drawing.corner) * scale
    layers = []
    for text, movement in drawing.layers:
        margin = 0 if movement is None else _margin(movement.reach() * scale, size)
        drawn = _drawn(text, wanted, margin)
        box = _inked(drawn)
        if not box.isEmpty():
            at = box.topLeft() - QPoint(margin, margin)
            layers.append(PictureLayer(drawn.copy(box), at, movement, scale, corner))
    return MovingPicture(image, tuple(layers))


def _margin(reach: float, size: QSize) -> int:
    """How much beyond the edges of the picture is drawn of what comes from there."""
    return min(round(reach), min(size.width(), size.height()) // 2)


def _drawn(text: bytes, wanted: DrawingSize, margin: int) -> QImage:
    device = QBuffer()
    device.setData(QByteArray(text))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = image_reader(device, "svg")
    reader.setScaledSize(wanted.whole)
    reader.setScaledClipRect(wanted.part + QMargins(margin, margin, margin, margin))
    image = reader.read()
    del reader
    device.close()
    return image


def _inked(image: QImage) -> QRect:
    """The least part outside of which nothing is drawn."""
    top, bottom = _rows(image)
    if bottom <= top:
        return QRect()
    strip = image.copy(0, top, image.width(), bottom - top)
    left, right = _rows(strip.transformed(QTransform(0, 1, 1, 0, 0, 0)))
    return QRect(left, top, right - left, bottom - top)


def _rows(image: QImage) -> tuple[int, int]:
    """The first row with something in it, and the one after the last."""
    # Lines of bytes end at multiples of four: what is copied beyond the edge is empty.
    wide = -(-image.width() // 4) * 4
    alpha = image.copy(0, 0, wide, image.height()).convertToFormat(QImage.Format.Format_Alpha8)
    data = bytes(alpha.constBits())
    return (len(data) - len(data.lstrip(b"\0"))) // wide, -(-len(data.rstrip(b"\0")) // wide)
