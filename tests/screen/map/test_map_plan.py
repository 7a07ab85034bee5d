"""Which rasters a view needs: what was drawn before goes on being used wherever that can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_plan import RasterAim, RasterPlan
from kiosk.screen.map.map_shapes import MapShapes
from tests.shipped_framing import shipped_framing

if TYPE_CHECKING:
    from kiosk.look.look import Look

NEAR = Camera(700.0, 500.0, 3.0, 960.0, 540.0)
NOTHING_LIT = frozenset[str]()


@pytest.fixture
def plan(qapp: object, moving_look: Look) -> RasterPlan:
    shapes = MapShapes(cities={}, zones={}, context=None, links=(), framing=shipped_framing())
    return RasterPlan(moving_look, shapes, QSize(1920, 1080), 1.0)


def standing(camera: Camera) -> RasterAim:
    return RasterAim(camera, NOTHING_LIT, camera)


@pytest.mark.parametrize("way", [(-90.4, 0.0), (0.0, 60.2), (35.7, -48.1)])
def test_a_map_that_is_only_moved_keeps_its_pixels(
    plan: RasterPlan, way: tuple[float, float]
) -> None:
    before = standing(NEAR)
    moved = plan.moved(NEAR.panned(*way), NOTHING_LIT, before)

    (_, was), (_, now) = plan.pair(before), plan.pair(moved)
    assert now.drawn_as == was.drawn_as
    assert now.solid.contains(plan.view.translated(-way[0], -way[1]).adjusted(1, 1, -1, -1))


def test_it_reaches_further_to_where_the_fingers_lead(plan: RasterPlan) -> None:
    moved = plan.moved(NEAR.panned(-400, 0), NOTHING_LIT, standing(NEAR))
    left, top, right, bottom = moved.reach

    assert right > top == bottom > left > 0


def test_a_map_that_is_scaled_or_lit_anew_has_pixels_of_its_own(plan: RasterPlan) -> None:
    before = standing(NEAR)
    _, was = plan.pair(before)

    for aim in (
        plan.moved(replace(NEAR, scale=3.1), NOTHING_LIT, before),
        plan.moved(NEAR, frozenset(("macao",)), before),
    ):
        assert plan.pair(aim)[1].drawn_as != was.drawn_as


def test_a_map_that_shrinks_is_drawn_for_what_it_will_be_soon(plan: RasterPlan) -> None:
    before, middle = standing(NEAR), plan.view.center()
    smaller = NEAR.zoomed_about(middle.x(), middle.y(), 0.95)
    _, drawn = plan.pair(plan.led(smaller, NOTHING_LIT, before))

    assert drawn.camera.scale < smaller.scale
    assert plan.is_good_for(drawn, smaller)
    assert plan.is_good_for(drawn, smaller.zoomed_about(middle.x(), middle.y(), 0.8))


def test_no_ground_is_drawn_for_each_view_under_fingers(plan: RasterPlan) -> None:
    far = NEAR.panned(-4000, -2500)

    assert plan.pair(plan.moved(far, NOTHING_LIT, standing(NEAR)))[0] == plan.home()
    assert plan.pair(standing(far))[0] != plan.home()
