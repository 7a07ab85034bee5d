"""A picture of a window, asked in units of the window whatever the screen's pixel ratio is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QSize
    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QWidget


class Picture:
    """What was grabbed: a point stands for the first of the pixels that make up its unit."""

    def __init__(self, image: QImage) -> None:
        self.image = image
        self.ratio = image.devicePixelRatio()

    def width(self) -> int:
        """In units."""
        return round(self.image.width() / self.ratio)

    def height(self) -> int:
        """In units."""
        return round(self.image.height() / self.ratio)

    def size(self) -> QSize:
        """In units."""
        return self.image.deviceIndependentSize().toSize()

    def pixel(self, x: int, y: int) -> int:
        """The colour at a point, as a number."""
        return self.image.pixel(round(x * self.ratio), round(y * self.ratio))

    def pixelColor(self, x: int, y: int) -> QColor:
        """The colour at a point."""
        return self.image.pixelColor(round(x * self.ratio), round(y * self.ratio))

    def color_at(self, point: QPoint) -> QColor:
        """The colour at a point."""
        return self.pixelColor(point.x(), point.y())

    def copy(self, x: int, y: int, width: int, height: int) -> Picture:
        """A part, with all its pixels."""
        sides = (round(side * self.ratio) for side in (x, y, width, height))
        part = self.image.copy(*sides)
        part.setDevicePixelRatio(self.ratio)
        return Picture(part)


def grabbed(widget: QWidget) -> Picture:
    """What a widget shows, with the pixels of its screen."""
    return Picture(widget.grab().toImage())
