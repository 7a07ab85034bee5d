"""Fingers that hold the map: it stays under them, and goes on as it was thrown."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.camera import Camera
from kiosk.geography.gesture import Gesture
from kiosk.geography.reach import Reach

MILLIMETRE = 4.0
START = Camera(500, 500, 2.0, 400, 300)
REACH = Reach(0.5, 32.0, QRectF(0, 0, 1000, 1000), QRectF(0, 0, 800, 600))


def hold(camera: Camera = START, *, scaling: bool = False) -> Gesture:
    return Gesture(camera, REACH, MILLIMETRE, scaling=scaling)


def test_the_point_under_one_finger_stays_under_it() -> None:
    gesture = hold()
    gesture.move({0: (100, 100)}, 0)
    grabbed = START.to_map(100, 100)

    for x, y in ((140, 90), (320, 250), (90, 400)):
        camera = gesture.move({0: (x, y)}, 16)
        assert camera.to_screen(*grabbed) == pytest.approx((x, y))
        assert camera.scale == START.scale


def test_two_fingers_keep_their_points_once_they_pinch() -> None:
    gesture = hold()
    gesture.move({0: (300, 300), 1: (400, 300)}, 0)
    # Wider than a tenth of a level: from here on they pinch.
    before = gesture.move({0: (290, 300), 1: (410, 300)}, 16)
    assert before.scale == pytest.approx(START.scale * 1.2 / 2**0.1)
    left, right = before.to_map(290, 300), before.to_map(410, 300)

    camera = gesture.move({0: (200, 320), 1: (560, 320)}, 32)

    assert camera.to_screen(*left) == pytest.approx((200, 320))
    assert camera.to_screen(*right) == pytest.approx((560, 320))
    assert camera.scale == pytest.approx(before.scale * 3)


def test_two_fingers_that_hardly_spread_only_move_the_map() -> None:
    gesture = hold()
    gesture.move({0: (300, 300), 1: (400, 300)}, 0)
    camera = gesture.move({0: (310, 330), 1: (413, 330)}, 16)

    assert camera.scale == START.scale


def test_nothing_jumps_when_a_finger_comes_or_goes() -> None:
    gesture = hold()
    gesture.move({0: (100, 100)}, 0)
    moved = gesture.move({0: (150, 130)}, 16)

    assert gesture.move({0: (150, 130), 1: (600, 400)}, 20) == moved
    pinched = gesture.move({0: (150, 130), 1: (700, 500)}, 36)
    assert gesture.move({1: (700, 500)}, 40) == pinched
    assert gesture.move({1: (710, 500)}, 56).scale == pinched.scale


def test_ten_fingers_in_any_order_never_make_a_jump() -> None:
    chance = random.Random(7)
    fingers: dict[int, tuple[float, float]] = {0: (400.0, 300.0)}
    gesture = hold()
    last = gesture.move(fingers, 0)
    for step in range(1, 600):
        before = dict(fingers)
        if chance.random() < 0.2 and len(fingers) < 10:
            fingers[step] = (chance.uniform(0, 800), chance.uniform(0, 600))
        elif chance.random() < 0.2 and len(fingers) > 1:
            fingers.pop(chance.choice(sorted(fingers)))
        if fingers.keys() != before.keys():
            assert gesture.move(fingers, step * 8) == last
        else:
            fingers = {
                name: (x + chance.uniform(-4, 4), y + chance.uniform(-4, 4))
                for name, (x, y) in fingers.items()
            }
            last = gesture.move(fingers, step * 8)
        assert math.isfinite(last.scale)
        assert math.isfinite(last.cx)
        assert REACH.least * 0.75 <= last.scale <= REACH.most * 1.3


def throw(speed: float) -> Gesture:
    """A finger that goes right at that many pixels a millisecond."""
    gesture = hold()
    for moment in range(0, 201, 8):
        gesture.move({0: (100 + speed * moment, 300)}, moment)
    return gesture


def test_a_thrown_map_goes_on_as_fast_as_the_finger_was_and_slows_evenly() -> None:
    speed = 0.5
    found = throw(speed).throw(200)
    way = (START.cx - found.end.cx) * found.end.scale - speed * 200

    assert way == pytest.approx(speed * found.duration / 2)
    assert speed / found.duration == pytest.approx(0.00066 * MILLIMETRE)


def test_no_throw_is_faster_than_the_limit() -> None:
    slow, fast = throw(1.4).throw(200), throw(9.0).throw(200)
    assert slow.duration <= fast.duration <= 0.37 / 0.00066 + 1


def test_a_finger_that_rests_before_it_goes_throws_nothing() -> None:
    gesture = throw(0.5)
    assert gesture.throw(400) == (gesture.camera, 0.0)


def test_two_fingers_throw_nothing() -> None:
    gesture = hold()
    for moment in range(0, 201, 8):
        gesture.move({0: (100 + moment, 300), 1: (300 + moment, 300)}, moment)

    assert gesture.throw(200) == (gesture.camera, 0.0)


@pytest.mark.parametrize(("drag", "larger"), [(100, True), (-100, False)])
def test_one_finger_after_a_tap_scales_about_where_it_came_down(drag: float, larger: bool) -> None:
    gesture = hold(scaling=True)
    gesture.move({0: (250, 200)}, 0)
    grabbed = START.to_map(250, 200)
    gesture.move({0: (260, 200 + drag / 2)}, 50)
    camera = gesture.move({0: (270, 200 + drag)}, 100)

    assert (camera.scale > START.scale) is larger
    assert camera.to_screen(*grabbed) == pytest.approx((250, 200))


def test_limits_give_way_ever_less_and_the_map_comes_back_within() -> None:
    gesture = hold()
    gesture.move({0: (390, 300), 1: (410, 300)}, 0)
    scales = [
        gesture.move({0: (400 - half, 300), 1: (400 + half, 300)}, half).scale
        for half in range(12, 400, 6)
    ]

    assert all(one <= other for one, other in pairwise(scales))
    assert REACH.most < scales[-1] < REACH.most * 1.3
    end, _ = gesture.throw(10_000)
    assert end.scale == pytest.approx(REACH.most)
    # Back about the fingers, not to anywhere else.
    assert end.to_screen(*gesture.camera.to_map(400, 300)) == pytest.approx((400, 300))


def test_a_map_that_was_pulled_away_comes_back_to_its_edge() -> None:
    gesture = hold()
    gesture.move({0: (0, 0)}, 0)
    gesture.move({0: (9000, -9000)}, 16)
    camera, _ = gesture.throw(10_000)

    assert camera.to_map(0, 600) == pytest.approx((0, 1000))


def test_at_the_limit_nothing_moves() -> None:
    nearest = replace(START, scale=REACH.most)

    assert REACH.within(nearest, QPointF(100, 50), levels=1.0) == nearest


def test_a_map_smaller_than_the_view_keeps_the_middle_on_it() -> None:
    small = Camera(-800, 2000, 0.5, 400, 300)
    camera = REACH.within(small, QPointF(0, 0))

    assert camera.to_map(400, 300) == pytest.approx((0, 1000))
