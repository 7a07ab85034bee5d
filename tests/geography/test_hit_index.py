"""What is under a finger, compared with looking at everything."""

from __future__ import annotations

import math
import random

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.geography.hit_index import AREA, MARKER, PILL, HitIndex, Target


def _box(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(x, y, width, height))
    return path


def _disc(name: str, x: float, y: float, radius: float, layer: int = MARKER) -> Target:
    return Target(name, layer, centre=QPointF(x, y), radius=radius)


def test_pills_come_before_markers_and_markers_before_areas() -> None:
    index = HitIndex(
        [
            Target("city", AREA, _box(0, 0, 100, 100)),
            _disc("marker", 50, 50, 20),
            Target("pill", PILL, _box(55, 40, 30, 20)),
        ]
    )
    assert index.hit(QPointF(60, 50)) == "pill"
    assert index.hit(QPointF(50, 50)) == "marker"
    assert index.hit(QPointF(5, 5)) == "city"
    assert index.hit(QPointF(150, 5)) is None


def test_where_discs_overlap_the_nearest_centre_wins() -> None:
    index = HitIndex([_disc("west", 0, 0, 48), _disc("east", 40, 0, 48)])
    assert index.hit(QPointF(19, 5)) == "west"
    assert index.hit(QPointF(21, 5)) == "east"
    assert index.hit(QPointF(-47, 0)) == "west"
    assert index.hit(QPointF(87, 0)) == "east"
    assert index.hit(QPointF(89, 0)) is None


def test_the_corner_of_a_discs_box_is_not_the_disc() -> None:
    index = HitIndex([_disc("place", 0, 0, 10)])
    assert index.hit(QPointF(9, 9)) is None
    assert index.hit(QPointF(7, 7)) == "place"


def test_the_smallest_polygon_wins_whatever_the_order() -> None:
    large = Target("large", AREA, _box(0, 0, 100, 100))
    small = Target("small", AREA, _box(40, 40, 20, 20))
    for targets in ([large, small], [small, large]):
        assert HitIndex(targets).hit(QPointF(50, 50)) == "small"
        assert HitIndex(targets).hit(QPointF(30, 50)) == "large"


def test_smallest_is_by_area_and_not_by_box() -> None:
    river = QPainterPath()
    corners = [QPointF(*p) for p in ((0, 0), (2, 0), (100, 98), (100, 100), (98, 100), (0, 2))]
    river.addPolygon(QPolygonF(corners))
    river.closeSubpath()
    index = HitIndex([Target("park", AREA, _box(20, 20, 60, 60)), Target("river", AREA, river)])
    assert index.hit(QPointF(50, 50)) == "river"
    assert index.hit(QPointF(50, 60)) == "park"


def test_among_equals_the_one_given_last_wins() -> None:
    twins = [Target(name, AREA, _box(0, 0, 9, 9)) for name in ("under", "over")]
    assert HitIndex(twins).hit(QPointF(4, 4)) == "over"
    discs = [_disc("under", 0, 0, 9), _disc("over", 0, 0, 9)]
    assert HitIndex(discs).hit(QPointF(4, 4)) == "over"


def test_a_hole_in_an_area_is_not_touched() -> None:
    ring = _box(0, 0, 90, 90)
    ring.addRect(QRectF(30, 30, 30, 30))
    ring.setFillRule(Qt.FillRule.OddEvenFill)
    index = HitIndex([Target("ring", AREA, ring)])
    assert index.hit(QPointF(45, 45)) is None
    assert index.hit(QPointF(15, 45)) == "ring"


def test_the_edges_of_everything_belong_to_it() -> None:
    index = HitIndex([_disc("place", 10, 10, 10)])
    for x, y in ((0, 10), (20, 10), (10, 0), (10, 20)):
        assert index.hit(QPointF(x, y)) == "place"


@pytest.mark.parametrize("targets", [[], [Target("nothing", AREA)], [_disc("dot", 3, 3, 0)]])
def test_what_has_no_extent_is_never_touched(targets: list[Target]) -> None:
    assert HitIndex(targets).hit(QPointF(3, 3)) is None


@pytest.mark.parametrize("x", [math.nan, math.inf, -math.inf, 1e300])
def test_a_point_that_is_nowhere_touches_nothing(x: float) -> None:
    index = HitIndex([_disc("place", 0, 0, 10), Target("city", AREA, _box(-50, -50, 99, 99))])
    assert index.hit(QPointF(x, 0)) is None
    assert index.hit(QPointF(0, x)) is None


def _scattered(chance: random.Random) -> list[Target]:
    """Make 400 areas, 60 markers and 12 pills, overlapping at will."""
    targets: list[Target] = []
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
        targets.append(Target(f"area-{number}", AREA, path))
    for number in range(60):
        x, y = chance.uniform(0, 1920), chance.uniform(0, 1080)
        targets.append(_disc(f"marker-{number}", x, y, chance.uniform(5, 48)))
    for number in range(12):
        x, y = chance.uniform(0, 1920), chance.uniform(0, 1080)
        targets.append(Target(f"pill-{number}", PILL, _box(x, y, 180, 72)))
    return targets


def _area(path: QPainterPath) -> float:
    points = [(p.x(), p.y()) for p in path.toFillPolygon().toList()]
    following = [*points[1:], points[0]]
    crosses = (a * d - c * b for (a, b), (c, d) in zip(points, following, strict=True))
    return abs(sum(crosses)) / 2


def _by_looking_at_everything(targets: list[Target], point: QPointF) -> str | None:
    def distance(target: Target) -> float:
        assert target.centre is not None
        return math.hypot(point.x() - target.centre.x(), point.y() - target.centre.y())

    for layer in (PILL, MARKER, AREA):
        ours = [target for target in targets if target.layer == layer]
        discs = [t for t in ours if t.centre is not None and distance(t) <= t.radius]
        if discs:
            return min(discs, key=distance).id
        outlines = [t for t in ours if t.path is not None and t.path.contains(point)]
        if outlines:
            return min(outlines, key=lambda t: _area(t.path or QPainterPath())).id
    return None


def test_random_points_agree_with_looking_at_everything() -> None:
    chance = random.Random(1997)
    targets = _scattered(chance)
    index = HitIndex(targets)
    found = set()
    for _ in range(2_000):
        point = QPointF(chance.uniform(-100, 2020), chance.uniform(-100, 1180))
        hit = index.hit(point)
        assert hit == _by_looking_at_everything(targets, point)
        found.add(hit)
    assert len(found) > 150
    assert {"area", "marker", "pill"} <= {name.split("-")[0] for name in found if name}
