"""The camera: what is seen where, and how one view becomes another."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.camera import Camera, fit, interpolate

WORLD = QRectF(0, 0, 1600, 1200)
HOME = Camera(853.0, 669.0, 1.27, 1060.0, 440.0)
ZONE = Camera(981.0, 757.0, 2.82, 520.0, 520.0)


def _cameras(count: int) -> list[Camera]:
    chance = random.Random(20)
    return [
        Camera(
            chance.uniform(0, 1600),
            chance.uniform(0, 1200),
            math.exp(chance.uniform(-2, 3)),
            chance.uniform(0, 1920),
            chance.uniform(0, 1080),
        )
        for _ in range(count)
    ]


def _values(camera: Camera) -> tuple[float, ...]:
    return camera.cx, camera.cy, camera.scale, camera.focus_x, camera.focus_y


def test_the_centre_is_shown_at_the_focus() -> None:
    assert HOME.to_screen(853.0, 669.0) == (1060.0, 440.0)
    assert HOME.to_screen(953.0, 669.0) == pytest.approx((1187.0, 440.0))


def test_screen_and_map_are_inverse_and_agree_with_the_painter() -> None:
    for camera in _cameras(50):
        x, y = camera.to_screen(321.0, 654.0)
        assert camera.to_map(x, y) == pytest.approx((321.0, 654.0))
        painted = camera.transform().map(QPointF(321, 654))
        assert (painted.x(), painted.y()) == pytest.approx((x, y))


def test_a_drag_moves_the_map_with_the_finger() -> None:
    moved = ZONE.panned(30.0, -12.0)
    x, y = ZONE.to_screen(900.0, 700.0)
    assert moved.to_screen(900.0, 700.0) == pytest.approx((x + 30, y - 12))
    assert moved.scale == ZONE.scale


def test_a_pinch_holds_the_point_between_the_fingers() -> None:
    held = ZONE.to_map(1300.0, 200.0)
    zoomed = ZONE.zoomed_about(1300.0, 200.0, 1.5)
    assert zoomed.scale == pytest.approx(4.23)
    assert zoomed.to_map(1300.0, 200.0) == pytest.approx(held)


def test_a_pinch_at_the_limit_does_not_let_the_map_creep() -> None:
    camera = ZONE
    for _ in range(20):
        camera = camera.zoomed_about(1300.0, 200.0, 1.5, min_scale=1.0, max_scale=3.0)
    assert camera.scale == 3.0
    assert camera.to_map(1300.0, 200.0) == pytest.approx(ZONE.to_map(1300.0, 200.0))
    for _ in range(20):
        camera = camera.zoomed_about(1300.0, 200.0, 0.5, min_scale=1.0, max_scale=3.0)
    assert camera.scale == 1.0
    assert camera.to_map(1300.0, 200.0) == pytest.approx(ZONE.to_map(1300.0, 200.0))


def test_fit_shows_everything_in_the_middle_of_the_area() -> None:
    camera = fit(QRectF(100, 200, 300, 50), QRectF(64, 80, 1000, 600), max_scale=10, margin=50)
    assert camera.scale == pytest.approx(3.0)
    assert camera.to_screen(250, 225) == (564.0, 380.0)
    assert camera.to_screen(100, 225)[0] == pytest.approx(114.0)
    assert camera.to_screen(400, 225)[0] == pytest.approx(1014.0)


def test_fit_takes_the_tighter_side_and_never_passes_the_largest_scale() -> None:
    area = QRectF(0, 0, 1000, 600)
    assert fit(QRectF(0, 0, 10, 300), area, max_scale=10).scale == 2.0
    assert fit(QRectF(0, 0, 10, 10), area, max_scale=10).scale == 10.0
    assert fit(QRectF(5, 5, 0, 0), area, max_scale=10) == Camera(5, 5, 10, 500, 300)


def test_a_margin_larger_than_the_area_still_gives_a_scale_above_nothing() -> None:
    camera = fit(QRectF(0, 0, 100, 100), QRectF(0, 0, 50, 50), max_scale=10, margin=40)
    assert 0 < camera.scale < 1


def test_a_glide_begins_and_ends_exactly() -> None:
    assert interpolate(HOME, ZONE, 0.0) == HOME
    assert interpolate(HOME, ZONE, 1.0) == ZONE
    assert interpolate(HOME, ZONE, -0.1) == HOME
    assert interpolate(HOME, ZONE, 1.1) == ZONE
    assert _values(interpolate(HOME, ZONE, 1e-12)) == pytest.approx(_values(HOME))
    assert _values(interpolate(HOME, ZONE, 1 - 1e-12)) == pytest.approx(_values(ZONE))


def test_the_scale_grows_by_the_same_ratio_in_equal_times() -> None:
    scales = [interpolate(HOME, ZONE, i / 10).scale for i in range(11)]
    ratios = [after / before for before, after in pairwise(scales)]
    assert ratios == pytest.approx([(2.82 / 1.27) ** 0.1] * 10)


def test_one_point_stands_still_and_the_rest_moves_straight() -> None:
    for start, end in zip(_cameras(40), _cameras(41)[1:], strict=True):
        middle = interpolate(start, end, 0.37)
        for x, y in ((0.0, 0.0), (1600.0, 300.0)):
            x0, y0 = start.to_screen(x, y)
            x1, y1 = end.to_screen(x, y)
            xm, ym = middle.to_screen(x, y)
            cross = (x1 - x0) * (ym - y0) - (y1 - y0) * (xm - x0)
            assert cross == pytest.approx(0, abs=1e-6 * (1 + math.hypot(x1 - x0, y1 - y0) ** 2))
        # The still point p solves start(p) = end(p).
        start_x, end_x = start.to_screen(0, 0)[0], end.to_screen(0, 0)[0]
        still = (end_x - start_x) / (start.scale - end.scale)
        shown = start.to_screen(still, 0)[0]
        assert middle.to_screen(still, 0)[0] == pytest.approx(shown, rel=1e-6, abs=1e-6)


def test_equal_scales_are_a_plain_pan() -> None:
    start, end = Camera(0, 0, 2, 100, 100), Camera(50, 10, 2, 100, 100)
    assert interpolate(start, end, 0.25) == Camera(12.5, 2.5, 2, 100, 100)


def test_nearly_equal_scales_pan_as_smoothly_as_equal_ones() -> None:
    start, end = Camera(0, 0, 2, 100, 100), Camera(50, 10, 2 + 1e-13, 100, 100)
    middle = interpolate(start, end, 0.25)
    assert (middle.cx, middle.cy) == pytest.approx((12.5, 2.5), rel=1e-6)


def test_a_glide_never_leaves_the_scales_of_its_ends() -> None:
    for start, end in zip(_cameras(30), _cameras(31)[1:], strict=True):
        low, high = sorted((start.scale, end.scale))
        for i in range(21):
            scale = interpolate(start, end, i / 20).scale
            assert low * (1 - 1e-12) <= scale <= high * (1 + 1e-12)


def test_clamping_brings_back_centre_and_scale_and_nothing_else() -> None:
    lost = Camera(-500, 5000, 99, 7, 8)
    assert lost.clamped(WORLD, min_scale=1, max_scale=4) == Camera(0, 1200, 4, 7, 8)
    assert Camera(3, 4, 0.1).clamped(WORLD, min_scale=1, max_scale=4) == Camera(3, 4, 1)
    assert HOME.clamped(WORLD, min_scale=1, max_scale=4) == HOME
