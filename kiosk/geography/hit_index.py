"""Which area of the map is under a finger."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kiosk.geography.rings import area_and_centroid, ring_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainterPath

_COLUMNS: Final = 64
_ROWS: Final = 36
_FINER: Final = 2
"""By how much cells are smaller where thousands of areas are smaller than a cell."""
_THOUSANDS: Final = 2_000


@dataclass(frozen=True, slots=True)
class HitArea:
    """Something that can be touched: all that its outline encloses."""

    id: str
    outline: QPainterPath


@dataclass(slots=True)
class _BoxedArea:
    """An area with its box, and its size once two areas contend for a point."""

    area: HitArea
    left: float
    top: float
    right: float
    bottom: float
    size: float = field(default=-1.0)

    def contains(self, point: QPointF) -> bool:
        x, y = point.x(), point.y()
        in_box = self.left <= x <= self.right and self.top <= y <= self.bottom
        return in_box and self.area.outline.contains(point)


class HitIndex:
    """Finds the area under a point among thousands, exactly, in any one unit of length.

    Each cell of a grid knows the areas whose boxes touch it; only those are tried.  The smallest
    one wins, and among equals the one given last, because it is painted on top.
    """

    def __init__(self, areas: Iterable[HitArea]) -> None:
        boxed = [each for area in areas if (each := _boxed(area)) is not None]
        boxed.reverse()
        self._left = min((each.left for each in boxed), default=0.0)
        self._top = min((each.top for each in boxed), default=0.0)
        width = max((each.right for each in boxed), default=0.0) - self._left
        height = max((each.bottom for each in boxed), default=0.0) - self._top
        is_fine = len(boxed) > _THOUSANDS and all(
            each.right - each.left < width / _COLUMNS for each in boxed
        )
        finer = _FINER if is_fine else 1
        self._cell_width = width / (_COLUMNS * finer) or 1.0
        self._cell_height = height / (_ROWS * finer) or 1.0
        self._cells: dict[tuple[int, int], list[_BoxedArea]] = {}
        for each in boxed:
            first_column, first_row = self._cell(each.left, each.top)
            last_column, last_row = self._cell(each.right, each.bottom)
            for row in range(first_row, last_row + 1):
                for column in range(first_column, last_column + 1):
                    self._cells.setdefault((column, row), []).append(each)

    def hit(self, point: QPointF) -> str | None:
        """The id of the area under a point, or nothing."""
        x, y = point.x(), point.y()
        if not (math.isfinite(x) and math.isfinite(y)):
            return None
        found = [each for each in self._cells.get(self._cell(x, y), ()) if each.contains(point)]
        if not found:
            return None
        smallest = found[0] if len(found) == 1 else min(found, key=_size_of)
        return smallest.area.id

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return (
            math.floor((x - self._left) / self._cell_width),
            math.floor((y - self._top) / self._cell_height),
        )


def _boxed(area: HitArea) -> _BoxedArea | None:
    """An area with its box; one that is not finite can never be touched."""
    box = area.outline.boundingRect()
    edges = (box.left(), box.top(), box.right(), box.bottom())
    return _BoxedArea(area, *edges) if all(map(math.isfinite, edges)) else None


def _size_of(boxed: _BoxedArea) -> float:
    """Measured the first time it is needed: it takes longer than the rest of a hit."""
    if boxed.size < 0:
        polygons = boxed.area.outline.toFillPolygons()
        boxed.size = sum(area_and_centroid(ring_of(polygon))[0] for polygon in polygons)
    return boxed.size
