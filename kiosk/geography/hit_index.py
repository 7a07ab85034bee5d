"""What is under a finger."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.rings import area_and_centroid, ring_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainterPath

PILL: Final = 0
MARKER: Final = 1
AREA: Final = 2
"""The layers of a map, in the order in which a touch asks them."""

_COLUMNS: Final = 64
_ROWS: Final = 36


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be touched: an outline, or a disc of `radius` about `centre`.

    A lower layer is asked before a higher one. If there is a path, centre and radius say nothing.
    """

    id: str
    layer: int
    path: QPainterPath | None = None
    centre: QPointF | None = None
    radius: float = 0.0


@dataclass(slots=True)
class _Entry:
    """A target with its box, and its area once somebody asked for it."""

    target: Target
    left: float
    top: float
    right: float
    bottom: float
    area: float = field(default=-1.0)


class HitIndex:
    """Finds the target under a point among thousands, exactly, in any one unit of length.

    Each cell of a grid knows the targets whose boxes touch it; only those are tried. In the lowest
    layer that is hit at all, the disc with the nearest centre wins, then the smallest outline.
    Among equals the one given last wins, because it is painted on top.
    """

    def __init__(self, targets: Iterable[Target]) -> None:
        entries = [entry for target in targets if (entry := _entry(target)) is not None]
        entries.reverse()
        entries.sort(key=_layer_of)
        self._left = min((entry.left for entry in entries), default=0.0)
        self._top = min((entry.top for entry in entries), default=0.0)
        width = max((entry.right for entry in entries), default=0.0) - self._left
        height = max((entry.bottom for entry in entries), default=0.0) - self._top
        self._cell_width = width / _COLUMNS or 1.0
        self._cell_height = height / _ROWS or 1.0
        self._cells: dict[tuple[int, int], list[_Entry]] = {}
        for entry in entries:
            first_column, first_row = self._cell(entry.left, entry.top)
            last_column, last_row = self._cell(entry.right, entry.bottom)
            for row in range(first_row, last_row + 1):
                for column in range(first_column, last_column + 1):
                    self._cells.setdefault((column, row), []).append(entry)

    def hit(self, point: QPointF) -> str | None:
        """Name the target under a point, or nothing."""
        x, y = point.x(), point.y()
        if not (math.isfinite(x) and math.isfinite(y)):
            return None
        nearest: _Entry | None = None
        nearest_distance = math.inf
        outlines: list[_Entry] = []
        layer: int | None = None
        for entry in self._cells.get(self._cell(x, y), ()):
            target = entry.target
            if target.layer != layer:
                if nearest or outlines:
                    break
                layer = target.layer
            if not (entry.left <= x <= entry.right and entry.top <= y <= entry.bottom):
                continue
            if target.path is not None:
                if target.path.contains(point):
                    outlines.append(entry)
            elif target.centre is not None:
                distance = math.hypot(x - target.centre.x(), y - target.centre.y())
                if distance <= target.radius and distance < nearest_distance:
                    nearest, nearest_distance = entry, distance
        if nearest is None and outlines:
            nearest = outlines[0] if len(outlines) == 1 else min(outlines, key=_area_of)
        return nearest.target.id if nearest else None

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return (
            math.floor((x - self._left) / self._cell_width),
            math.floor((y - self._top) / self._cell_height),
        )


def _entry(target: Target) -> _Entry | None:
    """Box a target; one with neither outline nor disc, or not finite, can never be touched."""
    if target.path is not None:
        box = target.path.boundingRect()
    elif target.centre is not None and target.radius > 0:
        radius = target.radius
        box = QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(target.centre)
    else:
        return None
    edges = (box.left(), box.top(), box.right(), box.bottom())
    return _Entry(target, *edges) if all(map(math.isfinite, edges)) else None


def _layer_of(entry: _Entry) -> int:
    return entry.target.layer


def _area_of(entry: _Entry) -> float:
    """Measure an outline the first time it is disputed: it takes longer than the rest of a hit."""
    if entry.area < 0 and entry.target.path is not None:
        polygons = entry.target.path.toFillPolygons()
        entry.area = sum(area_and_centroid(ring_of(polygon))[0] for polygon in polygons)
    return entry.area
