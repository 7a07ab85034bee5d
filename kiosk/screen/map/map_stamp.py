"""Stamp: a name or a chip drawn once, so that a moving map only copies pixels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.look.typesetting import letters_are_taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Stamp:
    """Draws itself into a pixmap at its first use.  Text drawn with an opacity is slow."""

    def __init__(self, size: QSize, draw: Callable[[QPainter, QRectF], None]) -> None:
        """`draw` paints into a rectangle whose corner is the origin; sizes are pixels."""
        self._size = size
        self._draw = draw
        self._picture: QPixmap | None = None
        self._ratio = 0.0

    def put(self, painter: QPainter, left: float, top: float) -> None:
        """Copy it with its corner there, on whole pixels of the screen."""
        put_stamps(painter, [(self, left, top, painter.opacity())])

    def draw(self, painter: QPainter, left: int, top: int) -> None:
        """Draw it once more, as letters, with its corner there."""
        painter.save()
        painter.translate(left, top)
        self._draw(painter, QRectF(QPointF(), self._size.toSizeF()))
        painter.restore()

    def draw_ahead(self, ratio: float) -> QPixmap:
        """Its picture for a screen of that pixel ratio, which `put` then only copies."""
        if self._picture is None or self._ratio != ratio:
            self._picture, self._ratio = self._drawn(ratio), ratio
        return self._picture

    def _drawn(self, ratio: float) -> QPixmap:
        width, height = self._size.width() * ratio, self._size.height() * ratio
        picture = QPixmap(math.ceil(width), math.ceil(height))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        own = QPainter(picture)
        own.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(own, QRectF(QPointF(0, 0), self._size.toSizeF()))
        own.end()
        return picture


def put_stamps(painter: QPainter, stamps: Iterable[tuple[Stamp, float, float, float]]) -> None:
    """Copy stamps, each with its corner at that left and top and with that opacity.

    A moving map has dozens in every frame: what none of them needs anew is asked once.
    """
    taken, ratio = letters_are_taken(), painter.device().devicePixelRatio()
    shown = before = painter.opacity()
    for stamp, left, top, opacity in stamps:
        if opacity <= 0:
            continue
        if opacity != shown:
            painter.setOpacity(opacity)
            shown = opacity
        if taken:
            stamp.draw(painter, round(left), round(top))
            continue
        at = QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)
        painter.drawPixmap(at, stamp.draw_ahead(ratio))
    if shown != before:
        painter.setOpacity(before)
