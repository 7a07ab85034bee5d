"""Stamp: a name or a chip drawn once, so that a moving map only copies pixels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.look.typesetting import letters_are_taken

if TYPE_CHECKING:
    from collections.abc import Callable


class Stamp:
    """Draws itself into a pixmap at its first use.  Text drawn with an opacity is slow."""

    def __init__(self, size: QSize, draw: Callable[[QPainter, QRectF], None]) -> None:
        """`draw` paints into a rectangle whose corner is the origin; sizes are pixels."""
        self._size = size
        self._draw = draw
        self._picture: QPixmap | None = None

    def put(self, painter: QPainter, left: float, top: float) -> None:
        """Copy it with its corner there, on whole pixels of the screen."""
        if letters_are_taken():
            painter.save()
            painter.translate(round(left), round(top))
            self._draw(painter, QRectF(QPointF(), self._size.toSizeF()))
            painter.restore()
            return
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(
            QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio),
            self.draw_ahead(ratio),
        )

    def draw_ahead(self, ratio: float) -> QPixmap:
        """Its picture for a screen of that pixel ratio, which `put` then only copies."""
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._drawn(ratio)
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
