"""Outlines for paper: no line moves farther than an eye sees, and none outside is drawn."""

from __future__ import annotations

import itertools
import math
import random

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.presenting.handout.outlines import shapes_for_paper, thinned
from kiosk.screen.map.map_shapes import MapShapes

SEED = 20261126


def coast(count: int) -> list[tuple[float, float]]:
    chance = random.Random(SEED)
    return [
        (float(index), 20 * math.sin(index / 40) + chance.uniform(-0.4, 0.4))
        for index in range(count)
    ]


def away(point: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """How far a point lies from a polyline."""
    nearest = math.inf
    for (x, y), (end_x, end_y) in itertools.pairwise(line):
        along = (end_x - x, end_y - y)
        length = along[0] ** 2 + along[1] ** 2
        share = ((point[0] - x) * along[0] + (point[1] - y) * along[1]) / length
        share = min(1.0, max(0.0, share))
        near = (x + share * along[0], y + share * along[1])
        nearest = min(nearest, math.dist(point, near))
    return nearest


def test_every_point_stays_near_what_is_left_of_its_line() -> None:
    line = coast(400)
    left = thinned(line, 1.0)

    assert left[0] == line[0]
    assert left[-1] == line[-1]
    assert len(left) < len(line) / 4
    assert max(away(point, left) for point in line) <= 1.0
    assert thinned(line[:2], 1.0) == line[:2]


def test_what_is_seen_is_covered_as_before_and_nothing_far_away_is_drawn() -> None:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in [*coast(400), (400, 300), (0, 300)]]))
    path.closeSubpath()
    far = QPainterPath()
    far.addRect(QRectF(5000, 5000, 50, 50))
    shapes = MapShapes(cities={"a": path, "b": far}, zones={}, context=None, links=())
    seen = QRectF(100, -40, 100, 100)

    cut = shapes_for_paper(shapes, 1.0, seen)

    assert cut.cities["b"].isEmpty()
    assert cut.cities["a"].controlPointRect().width() < 120
    for x in range(105, 200, 5):
        for y in range(-35, 60, 5):
            inside = path.contains(QPointF(x, y))
            near = any(path.contains(QPointF(x, y + d)) != inside for d in (-3, 3))
            assert near or cut.cities["a"].contains(QPointF(x, y)) == inside
