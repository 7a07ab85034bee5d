"""How Qt's reader is asked for a JPEG that fills a size, so that it holds the least memory.

Qt has two ways to make a JPEG smaller while it is read (qjpeghandler.cpp of Qt 6): the whole
picture by eighths, or a part of it by halves, quarters and eighths.  What libjpeg gives is then
made exactly as large as was asked.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize

from kiosk.look.kept_point import with_point
from kiosk.look.picture_canvas import filling_part

if TYPE_CHECKING:
    from kiosk.look.kept_point import Focus

_PIXEL_BYTES = 4
_BLOCK = 8
"""Parts are cut exactly only along blocks of so many pixels."""


class JpegPart(NamedTuple):
    """What to ask: cut `before`, make it `scaled`, cut `after`; and what it takes at its most."""

    before: QRect | None
    scaled: QSize
    after: QRect | None
    needed_bytes: int


def jpeg_part(
    picture: QSize, size: QSize, held_bytes: int = 0, focus: Focus | None = None
) -> JpegPart:
    """The cheaper of the two ways; `held_bytes` is what libjpeg holds of the whole picture.

    `focus` is not cut away: a point of the picture as it is stored.
    """
    return min(
        (_whole(picture, size, held_bytes, focus), _cut(picture, size, held_bytes, focus)),
        key=_needed_bytes,
    )


def _needed_bytes(part: JpegPart) -> int:
    return part.needed_bytes


def _whole(picture: QSize, size: QSize, held_bytes: int, focus: Focus | None) -> JpegPart:
    scale = max(size.width() / picture.width(), size.height() / picture.height())
    scaled = QSize(
        max(size.width(), round(picture.width() * scale)),
        max(size.height(), round(picture.height() * scale)),
    )
    eighths = min(8, math.ceil(8 * scale))
    read = _pixels(picture) * eighths**2 // 64
    middle = QRectF(0, 0, size.width(), size.height())
    middle.moveCenter(QRectF(0, 0, scaled.width(), scaled.height()).center())
    after = None if scaled == size else middle.toRect()
    if after is not None and focus is not None:
        after.moveLeft(with_point(after.left(), size.width(), scaled.width(), focus[0]))
        after.moveTop(with_point(after.top(), size.height(), scaled.height(), focus[1]))
    return JpegPart(None, scaled, after, _most(held_bytes, read, _pixels(scaled)))


def _cut(picture: QSize, size: QSize, held_bytes: int, focus: Focus | None) -> JpegPart:
    part = filling_part(picture, size, focus)
    share = 1
    ratio = min(part.width() / size.width(), part.height() / size.height())
    if ratio >= 2 and min(part.width(), part.height()) >= 2 * _BLOCK:
        edges = (part.x(), part.y(), part.width(), part.height())
        part = QRect(*(edge - edge % _BLOCK for edge in edges))
        share = max(each for each in (2, 4, 8) if each <= ratio)
    read = _pixels(part.size()) // share**2
    return JpegPart(part, size, None, _most(held_bytes, read, _pixels(size)))


def _most(held_bytes: int, read: int, scaled: int) -> int:
    """What libjpeg holds is given back before the picture is made exactly as large."""
    return max(held_bytes + read * _PIXEL_BYTES, (read + scaled) * _PIXEL_BYTES)


def _pixels(size: QSize) -> int:
    return size.width() * size.height()
