"""Closed rings of points: how large they are and where their middle is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.geography.point_lists import coordinates

if TYPE_CHECKING:
    from PySide6.QtGui import QPolygonF

Ring = list[tuple[float, float]]


def ring_of(polygon: QPolygonF) -> Ring:
    """The corners of a polygon as plain numbers."""
    numbers = iter(coordinates(polygon))
    return [*zip(numbers, numbers, strict=True)]


def area_and_centroid(ring: Ring) -> tuple[float, tuple[float, float]]:
    """Measure a ring by the shoelace formulae; without area, the centroid is the first corner.

    The area is in square units and never negative.  It does not matter whether the last corner
    repeats the first.
    """
    x_first, y_first = ring[0]
    edges = [
        (x0, y0, x1, y1, x0 * y1 - x1 * y0)
        for (x0, y0), (x1, y1) in pairwise(
            [(x - x_first, y - y_first) for x, y in ring] + [(0.0, 0.0)]
        )
    ]
    double = sum([cross for _, _, _, _, cross in edges])
    if not double:
        return 0.0, ring[0]
    moment_x = sum([(x0 + x1) * cross for x0, _, x1, _, cross in edges])
    moment_y = sum([(y0 + y1) * cross for _, y0, _, y1, cross in edges])
    centroid = (x_first + moment_x / (3 * double), y_first + moment_y / (3 * double))
    return abs(double) / 2, centroid
