"""Several fingers, hands and palms: what they do to the map, and what they leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.exploring.view_touch import RESTING_SECONDS
from tests.clock import Clock
from tests.journeys.fingers import Fingers
from tests.journeys.test_exploring import camera, drag
from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.visitor import Visitor

WATER = QPoint(1180, 640)


@pytest.fixture
def clock(visitor: Visitor) -> Iterator[Clock]:
    resting, touch = visitor.app.stage.fingers, visitor.app.stage.map_view._explorer._touch
    usual = resting._clock, touch._clock
    resting._clock = touch._clock = clock = Clock()
    yield clock
    resting._clock, touch._clock = usual


@pytest.fixture
def fingers(visitor: Visitor) -> Fingers:
    return Fingers(visitor)


def holds_nothing(visitor: Visitor) -> bool:
    touch = visitor.app.stage.map_view._explorer._touch
    return not touch.is_holding and not touch._fingers and touch.pressed is None


def test_a_thumb_that_has_rested_pinches_with_the_next_finger(
    visitor: Visitor, clock: Clock, fingers: Fingers
) -> None:
    before = camera(visitor)
    under_thumb = before.to_map(1000, 600)
    fingers.press(0, QPoint(1000, 600))
    clock.now += 3 * RESTING_SECONDS
    fingers.press(1, QPoint(1200, 600))
    for x in range(1220, 1420, 20):
        fingers.move(1, QPoint(x, 600))

    assert camera(visitor).scale > before.scale * 1.5
    assert camera(visitor).to_screen(*under_thumb) == pytest.approx((1000, 600), abs=40)
    fingers.release(1, QPoint(1400, 600))
    fingers.release(0, QPoint(1000, 600))
    assert holds_nothing(visitor)


def test_beside_a_hand_that_rests_places_are_tapped(
    visitor: Visitor, clock: Clock, fingers: Fingers
) -> None:
    for finger, point in enumerate((QPoint(1700, 900), QPoint(1760, 940), QPoint(1800, 900))):
        fingers.press(finger, point)
    clock.now += 2 * RESTING_SECONDS
    fingers.tap(7, visitor.point_of("qianhai"))

    assert visitor.place == Place("qianhai")


def test_a_palm_opens_nothing_and_leaves_nothing(visitor: Visitor, fingers: Fingers) -> None:
    before = camera(visitor)
    at = visitor.point_of("nansha")
    palm = {number: at + QPoint(40 * number, 25 * (number % 2)) for number in range(5)}
    fingers.act("press", palm)
    fingers.act("move", {number: point + QPoint(2, 1) for number, point in palm.items()})
    fingers.act("release", palm)

    assert visitor.place == HOME
    assert camera(visitor).scale == before.scale
    assert holds_nothing(visitor)


def test_ten_fingers_that_come_and_go_one_by_one_leave_nothing(
    visitor: Visitor, fingers: Fingers
) -> None:
    points = {number: QPoint(700 + 90 * number, 400 + 60 * (number % 3)) for number in range(10)}
    for number, point in points.items():
        fingers.press(number, point)
        before = camera(visitor)
        fingers.move(number, point)
        assert camera(visitor) == before, "a finger that comes moves nothing"
    fingers.act("move", {number: point + QPoint(30, 20) for number, point in points.items()})
    for number, point in points.items():
        before = camera(visitor)
        fingers.release(number, point + QPoint(30, 20))
        assert number == 9 or camera(visitor) == before, "a finger that goes moves nothing"

    assert visitor.place == HOME
    assert holds_nothing(visitor)


def test_a_finger_lifted_where_nobody_saw_it_leaves_no_half_gesture(visitor: Visitor) -> None:
    """The screen forgets a finger: the next touch begins anew, as one finger."""
    sequence = QTest.touchEvent(visitor.window, touch_screen())
    sequence.press(0, WATER).press(1, WATER + QPoint(200, 0)).commit()
    QTest.touchEvent(visitor.window, touch_screen()).release(0, QPoint(-50, -50)).release(
        1, QPoint(5000, 300)
    ).commit()
    QApplication.processEvents()
    assert holds_nothing(visitor)

    before = camera(visitor).scale
    drag(visitor, WATER, QPoint(100, 40))
    assert camera(visitor).scale == before


def test_a_finger_on_the_panel_and_one_on_the_map_do_not_disturb_each_other(
    visitor: Visitor, fingers: Fingers
) -> None:
    visitor.touch_place("qianhai")
    visitor.app.stage.finish()
    visitor.take_a_moment()
    before = camera(visitor)
    on_map, on_panel = QPoint(500, 420), visitor.middle_of(visitor.control("Charts"))
    fingers.press(0, on_map)
    fingers.move(0, on_map + QPoint(60, 0))
    fingers.press(1, on_panel)
    fingers.move(0, on_map + QPoint(160, 0))
    fingers.release(1, on_panel)
    fingers.move(0, on_map + QPoint(200, 0))

    after = camera(visitor)
    assert after.scale == before.scale
    # The first 60 pixels told that it drags.
    assert before.cx - after.cx == pytest.approx(140 / after.scale)
    fingers.release(0, on_map + QPoint(200, 0))
    assert visitor.place.zone == "qianhai"
    assert holds_nothing(visitor)


@pytest.mark.parametrize("change", ["tab", "page", "language"])
def test_a_change_beside_the_map_never_breaks_a_move(
    visitor: Visitor, fingers: Fingers, change: str
) -> None:
    place = Place("hengqin" if change == "page" else "qianhai")
    visitor.app.journey.go(place)
    visitor.app.stage.finish()
    at = QPoint(500, 420)
    fingers.press(0, at)
    fingers.move(0, at + QPoint(60, 0))
    held = camera(visitor)
    if change == "language":
        visitor.app.journey.speak("pt")
    elif change == "tab":
        visitor.app.journey.go(Place("qianhai", "six-in-ten"))
    else:
        visitor.app.journey.go(Place("hengqin", "valley"))
    fingers.move(0, at + QPoint(160, 0))

    assert visitor.place.zone == place.zone
    assert held.cx - camera(visitor).cx == pytest.approx(100 / held.scale)
    fingers.release(0, at + QPoint(160, 0))


def test_zoom_buttons_rest_where_they_lead_nowhere(visitor: Visitor) -> None:
    nearer, farther = visitor.control("Zoom in"), visitor.control("Zoom out")
    assert nearer.isEnabled()
    assert farther.isEnabled()
    for _ in range(12):
        visitor.take_a_moment()
        visitor.touch_control("Zoom in")
    assert not nearer.isEnabled()
    assert farther.isEnabled()

    for _ in range(12):
        visitor.take_a_moment()
        visitor.touch_control("Zoom out")
    assert nearer.isEnabled()
    assert not farther.isEnabled()

    visitor.touch_control("Back to the first view")
    assert nearer.isEnabled()
    assert farther.isEnabled()


def test_another_theme_leaves_the_map_where_somebody_has_it(visitor: Visitor) -> None:
    drag(visitor, WATER, QPoint(-180, 90))
    there, app = camera(visitor), visitor.app
    app.set_theme("light")
    app.stage.finish()
    try:
        assert camera(visitor) == there
        assert app.stage.map_view.is_explored
        assert app.stage.map_view.at_rest
    finally:
        app.set_theme("dark")
        app.stage.finish()


def test_the_map_gives_way_beyond_its_limits_and_no_more(visitor: Visitor) -> None:
    """However far fingers drag it, water and land fill most of the view."""
    for _ in range(6):
        drag(visitor, QPoint(300, 300), QPoint(1500, 600))
    at_limit = camera(visitor)
    visitor.put_down(QPoint(300, 300))
    for step in range(1, 16):
        visitor.move(QPoint(300 + 100 * step, 300))
    pulled = (at_limit.cx - camera(visitor).cx) * at_limit.scale
    assert 0 < pulled < 0.15 * 1920
    visitor.lift(QPoint(1800, 300))
    assert camera(visitor).cx == pytest.approx(at_limit.cx)
