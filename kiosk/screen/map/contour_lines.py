"""Lines at equal distances around land, for a map that has no waterlines of its own.

The land is drawn into a grid, the distance of each point of it from land is worked out, and lines
of equal distance are followed through it (marching squares).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float32]

_LONGER_SIDE = 900
"""Points of the grid along its longer side: about two u of the map home each."""
_LEAST_POINTS = 12
"""Shorter lines are specks."""
_SMOOTHING = 3
Crossing = tuple[int, int, int]
"""Where a line crosses an edge of the grid: its row and column, and 0 if level or 1 if upright."""


def contour_lines(
    lands: Sequence[QPainterPath], bounds: QRectF, distances: Sequence[float]
) -> tuple[QPainterPath, ...]:
    """A path for each distance (units of the drawing, growing) around lands within `bounds`."""
    if not distances or bounds.isEmpty():
        return ()
    reach = distances[-1] * 1.1
    box = bounds.adjusted(-reach, -reach, reach, reach)
    step = max(box.width(), box.height()) / _LONGER_SIDE
    away = _smoothed(_distances(_mask(lands, box, step), int(reach / step) + 1))
    return tuple(_level(away, distance / step, box, step) for distance in distances)


def _mask(lands: Sequence[QPainterPath], box: QRectF, step: float) -> NDArray[numpy.bool_]:
    width, height = (max(4, round(side / step)) for side in (box.width(), box.height()))
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    try:
        painter.scale(1 / step, 1 / step)
        painter.translate(-box.x(), -box.y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        for land in lands:
            painter.drawPath(land)
    finally:
        painter.end()
    rows = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(height, image.bytesPerLine())
    drawn: NDArray[numpy.bool_] = rows[:, :width] > 0
    return drawn


def _distances(land: NDArray[numpy.bool_], most: int) -> Numbers:
    """How far each point is from land, in steps, up to `most` and a little more.

    In two passes: along the rows, and then the least of the squares over so many rows above and
    below (Felzenszwalb and Huttenlocher, Distance Transforms of Sampled Functions, 2012).
    """
    width = land.shape[1]
    far = numpy.float32(2 * most)
    columns = numpy.arange(width, dtype=numpy.float32)
    last = numpy.maximum.accumulate(numpy.where(land, columns, -far), axis=1)
    following = numpy.where(land, columns, width + far)[:, ::-1]
    following = numpy.minimum.accumulate(following, axis=1)[:, ::-1]
    along = numpy.minimum(numpy.minimum(columns - last, following - columns), far) ** 2
    least = along.copy()
    for rows in range(1, most + 1):
        square = numpy.float32(rows * rows)
        numpy.minimum(least[rows:], along[:-rows] + square, out=least[rows:])
        numpy.minimum(least[:-rows], along[rows:] + square, out=least[:-rows])
    away: Numbers = numpy.sqrt(least)
    return away


def _smoothed(values: Numbers) -> Numbers:
    """Each value as the mean of those around it, so that no line shows the grid."""
    for _ in range(_SMOOTHING):
        for axis in (0, 1):
            sides = [(1, 1) if each == axis else (0, 0) for each in (0, 1)]
            padded = numpy.pad(values, sides, "edge")
            before, after = (
                numpy.take(padded, range(at, at + values.shape[axis]), axis) for at in (0, 2)
            )
            values = ((before + 2 * values + after) / 4).astype(numpy.float32)
    return values


def _level(away: Numbers, level: float, box: QRectF, step: float) -> QPainterPath:
    path = QPainterPath()
    for line in _followed(_segments(away >= level)):
        if len(line) < _LEAST_POINTS:
            continue
        points = [_point(away, level, crossing) for crossing in line[::2]]
        if line[0] == line[-1]:
            points[-1:] = [points[0]]
        path.addPolygon(
            QPolygonF([QPointF(box.x() + x * step, box.y() + y * step) for x, y in points])
        )
    return path


def _segments(beyond: NDArray[numpy.bool_]) -> dict[Crossing, list[Crossing]]:
    """Which crossings are joined within a cell of the grid, both ways."""
    joined: dict[Crossing, list[Crossing]] = {}
    corners = beyond[:-1, :-1] + 2 * beyond[:-1, 1:] + 4 * beyond[1:, 1:] + 8 * beyond[1:, :-1]
    rows, columns = numpy.nonzero((corners > 0) & (corners < 15))
    for row, column, corner in zip(
        rows.tolist(), columns.tolist(), corners[rows, columns].tolist(), strict=True
    ):
        sides = (
            (row, column, 0),
            (row, column + 1, 1),
            (row + 1, column, 0),
            (row, column, 1),
        )
        for one, other in _JOINS[corner]:
            joined.setdefault(sides[one], []).append(sides[other])
            joined.setdefault(sides[other], []).append(sides[one])
    return joined


def _joins(corner: int) -> tuple[tuple[int, int], ...]:
    """The sides of a cell (above, right, below, left) that a line joins, by its corners' bits."""
    bits = [bool(corner >> at & 1) for at in range(4)]
    crossed = [side for side in range(4) if bits[side] != bits[(side + 1) % 4]]
    pairs = list(zip(crossed[::2], crossed[1::2], strict=True))
    return tuple(pairs)


_JOINS = tuple(_joins(corner) for corner in range(16))


def _followed(joined: dict[Crossing, list[Crossing]]) -> list[list[Crossing]]:
    """The lines that the joined crossings make; a closed one ends where it begins."""
    ends = [crossing for crossing, others in joined.items() if len(others) == 1]
    lines = []
    for start in (*ends, *joined):
        if not joined[start]:
            continue
        line, at = [start], start
        while joined[at]:
            following = joined[at].pop()
            joined[following].remove(at)
            line.append(following)
            at = following
        lines.append(line)
    return lines


def _point(away: Numbers, level: float, crossing: Crossing) -> tuple[float, float]:
    """Where on its edge of the grid the level is reached."""
    row, column, is_upright = crossing
    here = float(away[row, column])
    there = float(away[row + 1, column] if is_upright else away[row, column + 1])
    share = (level - here) / (there - here) if there != here else 0.5
    x, y = (column, row + share) if is_upright else (column + share, row)
    return x + 0.5, y + 0.5
