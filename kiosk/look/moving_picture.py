"""A picture and the layers of its movement, drawn where Python's lock is free.

While it moves, the layers lie upon each other; at rest the picture itself is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMargins,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QPainter

from kiosk.look.drawing_layers import layers_of
from kiosk.look.drawing_size import DrawingSize, drawing_size
from kiosk.look.image_reader import image_reader
from kiosk.look.movement import SECONDS
from kiosk.look.picture_canvas import ground_colour
from kiosk.look.pictures import drawing_text

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.drawing_layers import DrawingLayers
    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus
    from kiosk.look.movement import Movement, Stance

_UNIT = 1000
"""`drawing_text` gives shapes in thousandths of a unit."""
_COARSE = 8
"""What a layer covers is found in a drawing of it that is so many times smaller."""
_MOST_PIXELS = 20_000_000
"""A part that moves is drawn in so many pixels at most, which are 80 MB."""
_MOMENTS = 120
"""At so many moments of the movement it is found out what is touched."""


@dataclass(frozen=True)
class PictureLayer:
    """What of a picture stands together or moves, cut to what is drawn of it, in pixels.

    `corner` is where the point (0, 0) of the drawing lies, and `scale` one unit of it.
    """

    image: QImage
    at: QPoint
    movement: Movement | None = None
    scale: float = 1.0
    corner: QPointF = field(default_factory=QPointF)

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
        moved = self.stance(seconds).transform.mapRect(self.box)
        # The edge of what lies between pixels reaches into the next.
        return moved.toAlignedRect() + QMargins(1, 1, 1, 1)

    def paint(self, painter: QPainter, seconds: float) -> None:
        """Paint it where it is then."""
        if self.movement is None:
            painter.drawImage(self.at, self.image)
            return
        transform, opacity, (left, top, width, height) = self.stance(seconds)
        box = self.box
        painter.save()
        painter.setTransform(transform, True)
        painter.setOpacity(painter.opacity() * opacity)
        painter.setClipRect(
            QRectF(
                box.x() + left * box.width(),
                box.y() + top * box.height(),
                width * box.width(),
                height * box.height(),
            ),
            Qt.ClipOperation.IntersectClip,
        )
        painter.drawImage(self.at, self.image)
        painter.restore()


@dataclass(frozen=True)
class MovingPicture:
    """A picture as it rests, and the layers of the part of it that moves, from the lowest.

    The layers cover all of `area`; outside of it nothing ever differs from the picture.
    """

    image: QImage
    layers: tuple[PictureLayer, ...] = ()
    area: QRect = field(default_factory=QRect)

    @property
    def moves(self) -> bool:
        """Whether anything in it moves."""
        return bool(self.layers)

    def paint_area(self, painter: QPainter, seconds: float) -> None:
        """Paint `area` as it is after so many seconds; the painter's units are pixels."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(self.area, Qt.ClipOperation.IntersectClip)
        for layer in self.layers:
            layer.paint(painter, seconds)
        painter.restore()


def with_layers(
    image: QImage, file: Path, inks: Inks | None = None, focus: Focus | None = None
) -> MovingPicture:
    """A file's picture with the layers of its movement; raises UnusablePicture.

    `image` is what `draw_picture` has made of the file in the same inks, around the
    same `focus`.
    """
    size = image.size()
    text, head = drawing_text(file, inks)
    shape = head.size
    drawing = layers_of(text)
    if shape.isEmpty() or not drawing.layers:
        return MovingPicture(image)
    sheet = _Sheet(drawing_size(shape, size, file.name, focus or head.focus))
    moving = _moving(drawing, sheet, sheet.size.whole.width() * _UNIT / shape.width())
    area = QRect()
    for layer in moving.values():
        for moment in range(_MOMENTS + 1):
            area |= layer.cover(SECONDS * moment / _MOMENTS)
    area &= image.rect()
    if area.isEmpty():
        return MovingPicture(image)
    layers = [_ground(text, drawing, sheet, area)]
    for index, each in enumerate(drawing.layers):
        if index in moving:
            layers.append(moving[index])
        elif index > 0:
            box = sheet.covered(each.text) & area
            if not box.isEmpty():
                layers.append(PictureLayer(sheet.part(each.text, box), box.topLeft()))
    return MovingPicture(image, tuple(layers), area)


def _moving(drawing: DrawingLayers, sheet: _Sheet, scale: float) -> dict[int, PictureLayer]:
    """The layers that move, by their places among all."""
    corner = sheet.size.origin - QPointF(*drawing.corner) * scale
    moving = {}
    for index, (text, movement) in enumerate(drawing.layers):
        if movement is None:
            continue
        # What comes from beyond an edge is whole while it comes.
        size = sheet.whole.size()
        beyond = round(min(movement.reach() * scale, max(size.width(), size.height())))
        box = sheet.covered(text, beyond)
        if _pixels(sheet.whole | box) > _MOST_PIXELS:
            box &= sheet.whole
        if not box.isEmpty():
            image = sheet.part(text, box)
            moving[index] = PictureLayer(image, box.topLeft(), movement, scale, corner)
    return moving


def _pixels(box: QRect) -> int:
    return box.width() * box.height()


def _ground(text: bytes, drawing: DrawingLayers, sheet: _Sheet, area: QRect) -> PictureLayer:
    """What lies below all that moves, on the ground that the whole picture lies on."""
    ground = QImage(area.size(), QImage.Format.Format_RGB32)
    ground.fill(ground_colour(sheet.coarse(text, sheet.whole)))
    lowest = drawing.layers[0]
    if lowest.movement is None:
        painter = QPainter(ground)
        painter.drawImage(0, 0, sheet.part(lowest.text, area))
        painter.end()
    return PictureLayer(ground, area.topLeft())


@dataclass(frozen=True)
class _Sheet:
    """Draws layers in the size of the picture; boxes are in its pixels."""

    size: DrawingSize

    @property
    def whole(self) -> QRect:
        """All of the picture."""
        return QRect(QPoint(0, 0), self.size.part.size())

    def part(self, text: bytes, box: QRect) -> QImage:
        """What is drawn in a box.

        All of the picture is drawn for it, as it was for the picture itself: where a dash begins
        depends on how much of its line is within the edges.
        """
        drawn = self.whole | box
        image = _read(text, self.size.whole, drawn.translated(self.size.part.topLeft()))
        return image.copy(box.translated(-drawn.topLeft()))

    def coarse(self, text: bytes, box: QRect) -> QImage:
        """What is drawn in a box, much smaller."""
        box = box.translated(self.size.part.topLeft())
        whole = self.size.whole
        small = QSize(-(-whole.width() // _COARSE), -(-whole.height() // _COARSE))
        first = QPoint(box.left() // _COARSE, box.top() // _COARSE)
        last = QPoint(box.right() // _COARSE, box.bottom() // _COARSE)
        return _read(text, small, QRect(first, last))

    def covered(self, text: bytes, beyond: int = 0) -> QRect:
        """The box outside of which nothing is drawn, in the picture and so far beyond its edges."""
        everywhere = self.whole + QMargins(beyond, beyond, beyond, beyond)
        drawn = _covered(self.coarse(text, everywhere))
        if drawn.isEmpty():
            return drawn
        corner = everywhere.topLeft() + self.size.part.topLeft()
        left = (corner.x() // _COARSE + drawn.left() - 1) * _COARSE
        top = (corner.y() // _COARSE + drawn.top() - 1) * _COARSE
        found = QRect(left, top, (drawn.width() + 2) * _COARSE, (drawn.height() + 2) * _COARSE)
        return found.translated(-self.size.part.topLeft()) & everywhere


def _read(text: bytes, whole: QSize, part: QRect) -> QImage:
    device = QBuffer()
    device.setData(QByteArray(text))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = image_reader(device, "svg")
    reader.setScaledSize(whole)
    reader.setScaledClipRect(part)
    image = reader.read()
    del reader
    device.close()
    return image


def _covered(image: QImage) -> QRect:
    """The least box outside of which an image is empty."""
    # Lines of bytes end at multiples of four; what is copied from beyond the edge is empty.
    wide = -(-image.width() // 4) * 4
    alpha = image.copy(0, 0, wide, image.height()).convertToFormat(QImage.Format.Format_Alpha8)
    data = bytes(alpha.constBits())
    columns = [x for x in range(wide) if any(data[x::wide])]
    rows = [y for y in range(image.height()) if any(data[y * wide : (y + 1) * wide])]
    if not rows:
        return QRect()
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))
