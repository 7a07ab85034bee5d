"""What is under a finger, compared with looking at everything."""

from __future__ import annotations

import math
import random

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.geography.hit_index import HitArea, HitIndex


def _box(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(x, y, width, height))
    return path


def test_a_touch_finds_the_area_or_nothing() -> None:
    index = HitIndex([HitArea("west", _box(0, 0, 40, 40)), HitArea("east", _box(60, 0, 40, 40))])
    assert index.hit(QPointF(5, 5)) == "west"
    assert index.hit(QPointF(65, 5)) == "east"
    assert index.hit(QPointF(50, 5)) is None
    assert index.hit(QPointF(150, 5)) is None


def test_the_smallest_polygon_wins_whatever_the_order() -> None:
    large = HitArea("large", _box(0, 0, 100, 100))
    small = HitArea("small", _box(40, 40, 20, 20))
    for areas in ([large, small], [small, large]):
        assert HitIndex(areas).hit(QPointF(50, 50)) == "small"
        assert HitIndex(areas).hit(QPointF(30, 50)) == "large"


def test_smallest_is_by_area_and_not_by_box() -> None:
    river = QPainterPath()
    corners = [QPointF(*p) for p in ((0, 0), (2, 0), (100, 98), (100, 100), (98, 100), (0, 2))]
    river.addPolygon(QPolygonF(corners))
    river.closeSubpath()
    index = HitIndex([HitArea("park", _box(20, 20, 60, 60)), HitArea("river", river)])
    assert index.hit(QPointF(50, 50)) == "river"
    assert index.hit(QPointF(50, 60)) == "park"


def test_among_equals_the_one_given_last_wins() -> None:
    twins = [HitArea(name, _box(0, 0, 9, 9)) for name in ("under", "over")]
    assert HitIndex(twins).hit(QPointF(4, 4)) == "over"


def test_a_hole_in_an_area_is_not_touched() -> None:
    ring = _box(0, 0, 90, 90)
    ring.addRect(QRectF(30, 30, 30, 30))
    ring.setFillRule(Qt.FillRule.OddEvenFill)
    index = HitIndex([HitArea("ring", ring)])
    assert index.hit(QPointF(45, 45)) is None
    assert index.hit(QPointF(15, 45)) == "ring"


def test_the_edges_of_an_area_belong_to_it_as_far_as_qt_fills_them() -> None:
    index = HitIndex([HitArea("place", _box(0, 0, 20, 20))])
    for x, y in ((0, 10), (10, 0)):
        assert index.hit(QPointF(x, y)) == "place"


@pytest.mark.parametrize("areas", [[], [HitArea("nothing", QPainterPath())]])
def test_what_has_no_extent_is_never_touched(areas: list[HitArea]) -> None:
    assert HitIndex(areas).hit(QPointF(0, 0)) is None


def test_an_outline_that_is_nowhere_keeps_no_other_from_being_touched() -> None:
    strange = QPainterPath()
    strange.addPolygon(QPolygonF([QPointF(0, 0), QPointF(1e308, 1e308), QPointF(-1e308, 1e308)]))
    index = HitIndex([HitArea("strange", strange), HitArea("city", _box(0, 0, 9, 9))])
    assert index.hit(QPointF(1, 0.5)) == "city"


@pytest.mark.parametrize("x", [math.nan, math.inf, -math.inf, 1e300])
def test_a_point_that_is_nowhere_touches_nothing(x: float) -> None:
    index = HitIndex([HitArea("city", _box(-50, -50, 99, 99))])
    assert index.hit(QPointF(x, 0)) is None
    assert index.hit(QPointF(0, x)) is None


def _scattered(chance: random.Random) -> list[HitArea]:
    """400 areas, overlapping at will."""
    areas: list[HitArea] = []
    for number in range(400):
        x, y, size = chance.uniform(0, 1920), chance.uniform(0, 1080), chance.uniform(4, 160)
        corners = [
            QPointF(
                x + chance.uniform(0.4, 1) * size * math.cos(math.tau * k / 9),
                y + chance.uniform(0.4, 1) * size * math.sin(math.tau * k / 9),
            )
            for k in range(9)
        ]
        path = QPainterPath()
        path.addPolygon(QPolygonF([*corners, corners[0]]))
        areas.append(HitArea(f"area-{number}", path))
    return areas


def _area(path: QPainterPath) -> float:
    points = [(p.x(), p.y()) for p in path.toFillPolygon().toList()]
    following = [*points[1:], points[0]]
    crosses = (a * d - c * b for (a, b), (c, d) in zip(points, following, strict=True))
    return abs(sum(crosses)) / 2


def _by_looking_at_everything(areas: list[HitArea], point: QPointF) -> str | None:
    hit = [area for area in areas if area.outline.contains(point)]
    return min(hit, key=lambda area: _area(area.outline)).id if hit else None


def test_random_points_agree_with_looking_at_everything() -> None:
    chance = random.Random(1997)
    areas = _scattered(chance)
    index = HitIndex(areas)
    found = set()
    for _ in range(2_000):
        point = QPointF(chance.uniform(-100, 2020), chance.uniform(-100, 1180))
        hit = index.hit(point)
        assert hit == _by_looking_at_everything(areas, point)
        found.add(hit)
    assert None in found
    assert len(found) > 150
