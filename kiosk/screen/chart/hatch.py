"""Hatches: how the parts of a bar differ where their colours are all that an eye can't tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QPainter

_SLANTS: tuple[tuple[float, ...], ...] = ((), (1.0,), (0.0,), (1.0, -1.0))
"""For each series, how far its lines go down for each step to the right; none is plain."""

_OF_PITCH = 0.2
"""The width of a line, as a part of the distance between two."""


def fill_hatched(
    painter: QPainter, rect: QRectF, series: int, *, color: QColor, ground: QColor, pitch: float
) -> None:
    """Fill with the colour of a series and rule its hatch in the ground's colour, as vectors."""
    painter.fillRect(rect, color)
    slants = _SLANTS[series % len(_SLANTS)]
    if not slants or rect.isEmpty():
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    pen = QPen(ground, pitch * _OF_PITCH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for slant in slants:
        painter.drawLines(list(_ruled(rect, slant, pitch)))
    painter.restore()


def _ruled(rect: QRectF, slant: float, pitch: float) -> Iterator[QLineF]:
    """Lines `pitch` apart, from the left edge to the right one, that cover the rectangle."""
    fall = rect.width() * slant
    apart = pitch * (1 + slant * slant) ** 0.5
    top = rect.top() - max(0.0, fall) + apart / 2
    while top < rect.bottom() - min(0.0, fall):
        yield QLineF(QPointF(rect.left(), top), QPointF(rect.right(), top + fall))
        top += apart
