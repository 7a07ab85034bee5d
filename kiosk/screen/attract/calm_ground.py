"""Where words can stand on a picture: free spots that are calm and contrast with the letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
_CLEAR = 8.0
"""The contrast below which a line on the way to the words is said to run over the water."""
_SAMPLES = 8
_STEPS = 16
_WATER_COST = 4.0


@dataclass(frozen=True, eq=False)
class CalmGround:
    """The least and the greatest relative luminance (WCAG 2.2) in blocks of a picture.

    `block` is the side of a block in pixels of the view.
    """

    block: float
    darkest: Numbers
    brightest: Numbers

    def free_spot(
        self,
        size: QSizeF,
        ink: QColor,
        taken: Sequence[QRectF],
        window: QRectF,
        near: QPointF,
        reach: tuple[float, float],
    ) -> tuple[QRectF, float] | None:
        """The spot for words of that size that is best reached from a point, and what it costs.

        It lies in `window`, off what is `taken`, and not nearer than the first of `reach`, best as
        near as the second.  The cost is the way from there, and more for a way over the water; both
        in pixels.  None where no spot is free.
        """
        contrast = self._contrast(ink)
        free = self._is_free(contrast, taken)
        rows, columns = (int(-(-side // self.block)) for side in (size.height(), size.width()))
        if rows > free.shape[0] or columns > free.shape[1]:
            return None
        total = numpy.pad(numpy.cumsum(numpy.cumsum(~free, 0), 1), ((1, 0), (1, 0)))
        busy = (
            total[rows:, columns:]
            - total[:-rows, columns:]
            - total[rows:, :-columns]
            + total[:-rows, :-columns]
        )
        down, across = numpy.nonzero(busy == 0)
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
        best = int(numpy.argmin(numpy.where(inside, cost, numpy.inf)))
        return QRectF(float(x[best]), float(y[best]), width, height), float(cost[best])

    def _contrast(self, ink: QColor) -> Numbers:
        """The least contrast of that colour with any pixel of each block."""
        own = float(_luminance(numpy.array([[ink.red(), ink.green(), ink.blue()]]))[0])
        ratios = [
            (numpy.maximum(own, ground) + 0.05) / (numpy.minimum(own, ground) + 0.05)
            for ground in (self.darkest, self.brightest)
        ]
        return numpy.minimum(*ratios)

    def _is_free(self, contrast: Numbers, taken: Sequence[QRectF]) -> NDArray[numpy.bool_]:
        calm = (self.brightest + 0.05) / (self.darkest + 0.05) <= _CALM
        free: NDArray[numpy.bool_] = calm & (contrast >= _CONTRAST)
        for rect in taken:
            top, left = int(rect.top() // self.block), int(rect.left() // self.block)
            bottom, right = int(rect.bottom() // self.block), int(rect.right() // self.block)
            free[max(0, top) : max(0, bottom + 1), max(0, left) : max(0, right + 1)] = False
        return free

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
