"""The way of a glide: no jump of place or speed, however often it is turned."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from kiosk.geography.camera import Camera
from kiosk.geography.way import Way, stay

VIEW = QRectF(0, 0, 1600, 900)
FRAME = 16.0
HOME = Camera(500, 400, 1.0, 800, 450)
NEAR = Camera(620, 330, 2.2, 560, 450)
FAR = Camera(150, 700, 1.4, 560, 450)
POINT = (560.0, 360.0)


def ease(share: float) -> float:
    return share * share * (3 - 2 * share)


def steps(way: Way, begin: float, end: float) -> list[tuple[float, float]]:
    """How far a point of the map moves in each frame."""
    moments = [begin + number * FRAME for number in range(int((end - begin) / FRAME) + 1)]
    seen = [way.at(moment).to_screen(*POINT) for moment in moments]
    return [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(seen)]


def test_a_way_begins_and_ends_at_rest_where_it_should() -> None:
    way = stay(HOME, ease).turned(NEAR, 100, 700)

    assert way.at(100) == HOME
    assert way.at(800) == NEAR
    assert way.share(450) == 0.5
    assert not way.is_over(799)
    assert way.is_over(800)


@pytest.mark.parametrize("turn", [50, 200, 350, 600])
def test_a_turn_changes_neither_place_nor_speed_at_once(turn: float) -> None:
    first = stay(HOME, ease).turned(NEAR, 0, 700)
    turned = first.turned(FAR, turn, 700)

    assert turned.at(turn) == first.at(turn)
    (unturned,) = steps(first, turn, turn + FRAME)
    (after,) = steps(turned, turn, turn + FRAME)
    assert math.dist(unturned, after) < 2


def test_a_way_that_is_turned_again_and_again_is_smooth() -> None:
    way = stay(HOME, ease)
    walked: list[tuple[float, float]] = []
    for number, end in enumerate((NEAR, FAR, HOME, FAR, NEAR, HOME)):
        way = way.turned(end, number * 160, 700)
        walked += steps(way, number * 160, (number + 1) * 160)
    walked += steps(way, 960, 1600)

    assert way.at(1600) == HOME
    assert max(math.dist(one, other) for one, other in pairwise(walked)) < 3


def test_a_way_is_slowed_until_nothing_in_view_is_too_fast() -> None:
    limit = 20 / FRAME
    way = stay(NEAR, ease).turned(FAR, 0, 700)
    slow = way.slowed(VIEW, limit)

    assert way.fastest(VIEW) > limit
    assert slow.fastest(VIEW) <= limit * 1.01
    assert slow.duration < 2100
    assert way.slowed(VIEW, 1000) is way


def test_a_way_can_be_seen_in_a_view_of_another_size() -> None:
    def half(camera: Camera) -> Camera:
        return Camera(
            camera.cx, camera.cy, camera.scale / 2, camera.focus_x / 2, camera.focus_y / 2
        )

    way = stay(HOME, ease).turned(NEAR, 0, 700).turned(FAR, 300, 700)
    smaller = way.mapped(half)

    for moment in (300, 500, 700, 1000):
        x, y = way.at(moment).to_screen(*POINT)
        assert smaller.at(moment).to_screen(*POINT) == pytest.approx((x / 2, y / 2))
