"""Simplifies the map's outlines for paper: only what is in view, with no points too fine to see.

Ten thousand points of coast in a map as wide as a finger would make a handout of megabytes.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.presenting.handout.paper import DOTS_PER_U, U_PER_MM
from kiosk.screen.map.map_lines import Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.screen.map.map_lines import Line
    from kiosk.screen.map.map_shapes import MapShapes

_TOLERANCE_MM = 0.08
"""The most that a line may move: at 30 cm a good eye resolves 0.09 mm, one minute of arc."""
_AHEAD = 24
"""The most points that one segment may replace."""
_BEYOND = 0.05
"""How far outlines extend beyond the view, as a share of its sides, so that no cut is visible."""

Point = tuple[float, float]


def shapes_for_paper(shapes: MapShapes, scale: float, seen: QRectF) -> MapShapes:
    """The shapes within `seen`, simplified for `scale` dots to a map unit."""
    finest = _TOLERANCE_MM * U_PER_MM * DOTS_PER_U / scale
    # In powers of two, so that maps of about the same scale share cached outlines.
    tolerance = 2.0 ** math.floor(math.log2(finest))
    more = (seen.width() * _BEYOND, seen.height() * _BEYOND)
    around = seen.adjusted(-more[0], -more[1], more[0], more[1])
    return replace(
        shapes,
        cities={name: _cut(path, tolerance, around) for name, path in shapes.cities.items()},
        zones={name: _cut(path, tolerance, around) for name, path in shapes.zones.items()},
        context=None if shapes.context is None else _cut(shapes.context, tolerance, around),
        coast=_thinned_line(shapes.coast, tolerance),
        waterlines=tuple(_thinned_line(line, tolerance) for line in shapes.waterlines),
    )


def _cut(path: QPainterPath, tolerance: float, around: QRectF) -> QPainterPath:
    cut = QPainterPath()
    cut.setFillRule(path.fillRule())
    for points, box in _polygons(_Kept(path), tolerance):
        if not box.intersects(around):
            continue
        inside = points if around.contains(box) else _clipped(points, around)
        if len(inside) > 2:
            cut.addPolygon(QPolygonF([QPointF(x, y) for x, y in inside]))
            cut.closeSubpath()
    return cut


class _Kept:
    """A path as the key of a cache, by identity."""

    def __init__(self, path: QPainterPath) -> None:
        self.path = path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.path is self.path

    def __hash__(self) -> int:
        return id(self.path)


@lru_cache(maxsize=512)
def _polygons(kept: _Kept, tolerance: float) -> tuple[tuple[Sequence[Point], QRectF], ...]:
    found = []
    for polygon in kept.path.toSubpathPolygons():
        points = [(point.x(), point.y()) for point in polygon.toList()]
        found.append((thinned(points, tolerance), QPolygonF(polygon).boundingRect()))
    return tuple(found)


@lru_cache(maxsize=64)
def _thinned_line(line: Line, tolerance: float) -> Line:
    stretches = []
    for stretch in line:
        points = [(point.x(), point.y()) for point in stretch.points.toList()]
        kept = QPolygonF([QPointF(x, y) for x, y in thinned(points, tolerance)])
        stretches.append(Stretch(kept, stretch.box))
    return tuple(stretches)


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """A line without the points that lie within `tolerance` of what is left.

    Lang's algorithm (1969): from each point go to the farthest one ahead that a straight segment
    reaches within the tolerance.
    """
    if len(points) < 3:
        return list(points)
    kept = [points[0]]
    at, last, square = 0, len(points) - 1, tolerance * tolerance
    while at < last:
        to = min(at + _AHEAD, last)
        while to > at + 1 and not _will_do(points, at, to, square):
            to -= 1 if to - at < 4 else (to - at) // 3
        kept.append(points[to])
        at = to
    return kept


def _will_do(points: Sequence[Point], first: int, last: int, square: float) -> bool:
    (x, y), (end_x, end_y) = points[first], points[last]
    along_x, along_y = end_x - x, end_y - y
    length = along_x * along_x + along_y * along_y
    for index in range(first + 1, last):
        away_x, away_y = points[index][0] - x, points[index][1] - y
        if length:
            share = (away_x * along_x + away_y * along_y) / length
            share = 0.0 if share < 0 else min(share, 1.0)
            away_x -= share * along_x
            away_y -= share * along_y
        if away_x * away_x + away_y * away_y > square:
            return False
    return True


def _clipped(points: Sequence[Point], area: QRectF) -> list[Point]:
    """Clip a polygon to a rectangle (Sutherland and Hodgman 1974)."""
    edges = ((0, area.left(), 1), (0, area.right(), -1), (1, area.top(), 1), (1, area.bottom(), -1))
    inside = list(points)
    for axis, edge, sign in edges:
        before, inside = inside, []
        for index, point in enumerate(before):
            other = before[index - 1]
            here, there = (point[axis] - edge) * sign, (other[axis] - edge) * sign
            if (here < 0) != (there < 0):
                share = there / (there - here)
                x = other[0] + (point[0] - other[0]) * share
                y = other[1] + (point[1] - other[1]) * share
                inside.append((x, y))
            if here >= 0:
                inside.append(point)
    return inside
