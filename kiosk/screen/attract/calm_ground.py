"""Where words can stand on a picture: free spots that are calm and contrast with the letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy
from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QColor

    Numbers = NDArray[numpy.float32]

_CONTRAST = 5.5
_CALM = 1.4
"""How much brighter the brightest pixel of a calm block may be than its darkest."""
_FAINT = 2.0
"""The same for a block that a faint line runs through, such as that between two cities."""
_CLEAR = 8.0
"""The contrast below which a line on the way to the words is said to run over the water."""
_SAMPLES = 8
_STEPS = 16
_WATER_COST = 4.0
_UNEASY_BLOCKS = 300
_LINED_BLOCKS = 12
"""How much longer a way may be, in blocks, to a spot that is calm, and to one without any line."""


class FreeSpot(NamedTuple):
    """Where words could stand.

    `cost` is the way there from what they are about, in pixels, and more for a way over the water
    for ground that is not calm, and for faint lines on it.
    """

    rect: QRectF
    cost: float
    is_calm: bool


@dataclass(frozen=True, eq=False)
class CalmGround:
    """The least and the greatest relative luminance (WCAG 2.2) in blocks of a picture.

    `block` is the side of a block in pixels of the view.
    """

    block: float
    darkest: Numbers
    brightest: Numbers

    def best_spot(
        self,
        size: QSizeF,
        ink: QColor,
        taken: Sequence[QRectF],
        window: QRectF,
        near: QPointF,
        reach: tuple[float, float],
    ) -> FreeSpot | None:
        """The spot for words of that size and colour that costs least; None if there is none.

        It lies in `window`, off what is `taken`, and not nearer to a point than the first of
        `reach`, best as near as the second; all in pixels of the view.
        """
        contrast = self._contrast(ink)
        rows, columns = (int(-(-side // self.block)) for side in (size.height(), size.width()))
        if rows > contrast.shape[0] or columns > contrast.shape[1]:
            return None
        down, across = numpy.nonzero(_sums(self._are_taken(taken), rows, columns) == 0)
        uneasy, lined = (
            _sums(~self._are_calm(contrast, most), rows, columns)[down, across] / (rows * columns)
            for most in (_FAINT, _CALM)
        )
        x, y = across * self.block, down * self.block
        width, height = size.width(), size.height()
        dx = near.x() - numpy.clip(near.x(), x, x + width)
        dy = near.y() - numpy.clip(near.y(), y, y + height)
        away = numpy.hypot(dx, dy)
        inside = (
            (x >= window.left())
            & (y >= window.top())
            & (x + width <= window.right())
            & (y + height <= window.bottom())
            & (away >= reach[0])
        )
        if not inside.any():
            return None
        wet = self._share_of(contrast < _CLEAR, near, near.x() - dx, near.y() - dy)
        cost = numpy.abs(away - reach[1]) + _WATER_COST * wet * away
        cost += numpy.where(uneasy > 0, _UNEASY_BLOCKS * self.block * (1 + uneasy), 0)
        cost += numpy.where(lined > 0, _LINED_BLOCKS * self.block * (1 + lined), 0)
        best = int(numpy.argmin(numpy.where(inside, cost, numpy.inf)))
        rect = QRectF(float(x[best]), float(y[best]), width, height)
        return FreeSpot(rect, float(cost[best]), bool(uneasy[best] == 0))

    def _contrast(self, ink: QColor) -> Numbers:
        """The least contrast of that colour with any pixel of each block."""
        own = float(_luminance(numpy.array([[ink.red(), ink.green(), ink.blue()]]))[0])
        ratios = [
            (numpy.maximum(own, ground) + 0.05) / (numpy.minimum(own, ground) + 0.05)
            for ground in (self.darkest, self.brightest)
        ]
        return numpy.minimum(*ratios)

    def _are_calm(self, contrast: Numbers, most: float) -> NDArray[numpy.bool_]:
        even: NDArray[numpy.bool_] = (self.brightest + 0.05) / (self.darkest + 0.05) <= most
        return even & (contrast >= _CONTRAST)

    def _are_taken(self, taken: Sequence[QRectF]) -> NDArray[numpy.bool_]:
        blocks = numpy.zeros(self.darkest.shape, bool)
        for rect in taken:
            top, left = int(rect.top() // self.block), int(rect.left() // self.block)
            bottom, right = int(rect.bottom() // self.block), int(rect.right() // self.block)
            blocks[max(0, top) : max(0, bottom + 1), max(0, left) : max(0, right + 1)] = True
        return blocks

    def _share_of(
        self, blocks: NDArray[numpy.bool_], start: QPointF, x: Numbers, y: Numbers
    ) -> Numbers:
        """Which part of the straight ways from a point to each (x, y) runs over these blocks."""
        last_row, last_column = blocks.shape[0] - 1, blocks.shape[1] - 1
        share = numpy.zeros(x.shape, numpy.float32)
        for step in range(1, _STEPS + 1):
            part = step / _STEPS
            row = ((start.y() + (y - start.y()) * part) / self.block).astype(int)
            column = ((start.x() + (x - start.x()) * part) / self.block).astype(int)
            share += blocks[numpy.clip(row, 0, last_row), numpy.clip(column, 0, last_column)]
        return share / numpy.float32(_STEPS)


def calm_ground(pixels: NDArray[numpy.uint8], ratio: float, u: float) -> CalmGround:
    """Measure a picture (rows, columns, and blue, green, red, unused) in blocks of about 8 u."""
    stride = max(1, round(u * ratio))
    side = stride * _SAMPLES
    rows, columns = pixels.shape[0] // side, pixels.shape[1] // side
    light = _luminance(pixels[: rows * side : stride, : columns * side : stride, 2::-1])
    blocks = light.reshape((rows, _SAMPLES, columns, _SAMPLES))
    return CalmGround(side / ratio, blocks.min((1, 3)), blocks.max((1, 3)))


def _sums(blocks: NDArray[numpy.bool_], rows: int, columns: int) -> NDArray[numpy.int_]:
    """How many of these blocks are in each rectangle of so many rows and columns."""
    total = numpy.pad(numpy.cumsum(numpy.cumsum(blocks.astype(int), 0), 1), ((1, 0), (1, 0)))
    sums: NDArray[numpy.int_] = (
        total[rows:, columns:]
        - total[:-rows, columns:]
        - total[rows:, :-columns]
        + total[:-rows, :-columns]
    )
    return sums


def _luminance(channels: NDArray[numpy.generic]) -> Numbers:
    """The relative luminance of sRGB colours (red, green, blue from 0 to 255)."""
    linear = _LINEAR[channels.astype(numpy.uint8)]
    luminance: Numbers = linear @ numpy.array([0.2126, 0.7152, 0.0722], numpy.float32)
    return luminance


def _linear_values() -> Numbers:
    values = numpy.arange(256, dtype=numpy.float32) / 255
    return numpy.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4).astype(
        numpy.float32
    )


_LINEAR = _linear_values()
