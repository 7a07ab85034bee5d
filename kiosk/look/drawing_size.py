"""How large a drawing is drawn so that it fills a size, and which part of it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from kiosk.exhibit.rules import drawing_part_messages
from kiosk.look.kept_point import with_point
from kiosk.look.unusable_picture import UnusablePicture
from kiosk.text.phrase import template

if TYPE_CHECKING:
    from PySide6.QtGui import QImageReader

    from kiosk.look.kept_point import Focus

_FARTHEST = 2_000_000
"""Qt draws nothing that would be so many pixels wide."""


class DrawingSize(NamedTuple):
    """The whole drawing in pixels, and the part of it that is wanted."""

    whole: QSize
    part: QRect

    @property
    def origin(self) -> QPointF:
        """The corner of the whole, seen from the corner of the part."""
        return QPointF(-self.part.topLeft())


def drawing_size(own: QSize, size: QSize, name: str, focus: Focus | None = None) -> DrawingSize:
    """For a drawing of the shape `own` that is to fill `size`; raises UnusablePicture.

    The part is in the middle, or so far from it that `focus`, in shares of the whole, is not near
    an edge.
    """
    if own.isEmpty():
        raise UnusablePicture(
            drawing_part_messages.drawing_part(
                name, 1, template("has no viewBox"), template("export it anew")
            )
        )
    scale = max(size.width() / own.width(), size.height() / own.height())
    whole = QSize(
        max(size.width(), round(own.width() * scale)),
        max(size.height(), round(own.height() * scale)),
    )
    if max(whole.width(), whole.height()) > _FARTHEST:
        raise UnusablePicture(
            drawing_part_messages.drawing_part(
                name, 1, template("has a very narrow viewBox"), template("export it anew")
            )
        )
    middle = QRectF(0, 0, size.width(), size.height())
    middle.moveCenter(QRectF(0, 0, whole.width(), whole.height()).center())
    part = middle.toRect()
    if focus is not None:
        part.moveLeft(with_point(part.left(), part.width(), whole.width(), focus[0]))
        part.moveTop(with_point(part.top(), part.height(), whole.height(), focus[1]))
    return DrawingSize(whole, part)


def ask_for_drawing(
    reader: QImageReader,
    shape: QSize,
    size: QSize,
    name: str,
    focus: Focus | None = None,
) -> None:
    """Have a drawing drawn as large as fills `size`, and no more of it."""
    wanted = drawing_size(shape if not shape.isEmpty() else reader.size(), size, name, focus)
    reader.setScaledSize(wanted.whole)
    reader.setScaledClipRect(wanted.part)
