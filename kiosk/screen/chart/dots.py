"""The dot field: how many dots there are, what each stands for and where it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

MOST_DOTS = 2000
DOT_IN_CELL = 0.72
"""The diameter of a dot, as a part of the distance between two."""

_LARGEST_DOT_U = 120.0
_UNEVEN = 1.06


@dataclass(frozen=True)
class DotField:
    """`counts` dots of each series, in order, then outlined ones up to `total`.

    Dots are `across` and `down` pixels apart, row by row, the first at (radius, radius).
    """

    total: int
    counts: tuple[int, ...]
    each: int
    columns: int
    across: float
    down: float
    radius: float

    @property
    def rows(self) -> int:
        """The number of rows; the last one may not be full."""
        return math.ceil(self.total / self.columns)

    @property
    def filled(self) -> int:
        """The number of dots that belong to a series."""
        return sum(self.counts)

    @property
    def height(self) -> float:
        """From the top of the first row to the bottom of the last, in pixels."""
        return (self.rows - 1) * self.down + 2 * self.radius

    def centre(self, index: int) -> QPointF:
        """The centre of a dot, counted from 0."""
        row, column = divmod(index, self.columns)
        return QPointF(column * self.across + self.radius, row * self.down + self.radius)


def dot_field(
    whole: Decimal, parts: Sequence[Decimal], size: QSizeF, *, u: float = 1.0
) -> DotField | None:
    """A field that fills `size`; None when there is no whole or the parts are more than it.

    Above 2,000 a dot stands for 10, 100 and so on; parts are rounded together, so that they
    never add up to more than the whole.
    """
    if whole < 1 or any(part < 0 for part in parts) or sum(parts) > whole or size.isEmpty():
        return None
    each = 1
    while whole / each > MOST_DOTS:
        each *= 10
    total = max(1, round(whole / each))
    ends = [min(total, round(sum(parts[: index + 1]) / each)) for index in range(len(parts))]
    counts = tuple(end - start for start, end in zip([0, *ends], ends, strict=False))
    columns = _best_columns(total, size)
    across, down = _distances(total, columns, size)
    if max(across, down) > _UNEVEN * min(across, down):
        across = down = min(across, down)
    across, down = (min(gap, _LARGEST_DOT_U * u / DOT_IN_CELL) for gap in (across, down))
    return DotField(
        total=total,
        counts=counts,
        each=each,
        columns=columns,
        across=across,
        down=down,
        radius=min(across, down) * DOT_IN_CELL / 2,
    )


def _best_columns(total: int, size: QSizeF) -> int:
    """The number of columns that makes dots equally far apart across and down."""

    def unevenness(columns: int) -> float:
        across, down = _distances(total, columns, size)
        return abs(math.log(across / down))

    return min(range(1, total + 1), key=unevenness)


def _distances(total: int, columns: int, size: QSizeF) -> tuple[float, float]:
    rows = math.ceil(total / columns)
    across = size.width() / (columns - 1 + DOT_IN_CELL)
    down = size.height() / (rows - 1 + DOT_IN_CELL)
    return across, down
