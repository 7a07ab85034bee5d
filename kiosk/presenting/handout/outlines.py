"""The map's outlines for paper: only what a small map shows, in no more points than can be seen.

A coast of ten thousand points that is printed a finger long would make a handout of megabytes.
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
    from kiosk.screen.map.map_picture import MapShapes

_TOLERANCE_MM = 0.08
"""No line moves by more than this: a good eye tells 0.09 mm apart at 30 cm, one minute of arc."""
_AHEAD = 24
"""So many points are looked ahead for one that can stand for those between."""
_BEYOND = 0.05
"""How far outlines go on outside what is seen, in shares of its sides, so that no edge shows."""

Point = tuple[float, float]


def shapes_for_paper(shapes: MapShapes, scale: float, seen: QRectF) -> MapShapes:
    """What `seen` needs of the shapes, in their own units, drawn at `scale` dots to a unit."""
    finest = _TOLERANCE_MM * U_PER_MM * DOTS_PER_U / scale
    # In steps of two, so that maps of about the same scale share their outlines.
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
    """A path as the key of a cache: the same object is the same outline."""

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
    """The points that a line needs so that none of the others is farther away than that.

    Lang's way (1969): from each point the farthest one ahead to which a straight line will do.
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
    """A polygon within a rectangle (Sutherland and Hodgman 1974)."""
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
