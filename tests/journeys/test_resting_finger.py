"""While a hand rests on the screen, other fingers open what they touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import HOME, LIST, Place
from kiosk.screen.exploring.view_touch import RESTING_SECONDS
from tests.clock import Clock
from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.visitor import Visitor

HAND = QPoint(1900, 1000)
"""On open water, where nothing can be touched."""


@pytest.fixture
def clock(visitor: Visitor) -> Iterator[Clock]:
    fingers, touch = visitor.app.stage.fingers, visitor.app.stage.map_view._explorer._touch
    usual = fingers._clock, touch._clock
    clock = Clock()
    fingers._clock = touch._clock = clock
    yield clock
    visitor.lift(HAND)
    fingers._clock, touch._clock = usual


def tap_beside(visitor: Visitor, point: QPoint, finger: int = 1) -> None:
    """Another finger taps while the first is still down."""
    for deed in ("press", "release"):
        sequence = QTest.touchEvent(visitor.window, touch_screen()).stationary(0)
        getattr(sequence, deed)(finger, point)
        sequence.commit()
        QApplication.processEvents()


def test_another_finger_opens_the_list(visitor: Visitor, clock: Clock) -> None:
    visitor.put_down(HAND)
    clock.now += RESTING_SECONDS
    tap_beside(visitor, visitor.middle_of(visitor.control("All places")))

    assert visitor.place == Place(screen=LIST)


def test_another_finger_opens_a_place_and_one_after_another(visitor: Visitor, clock: Clock) -> None:
    visitor.put_down(HAND)
    clock.now += RESTING_SECONDS
    tap_beside(visitor, visitor.point_of("qianhai"))
    assert visitor.place == Place("qianhai")

    visitor.take_a_moment()
    tap_beside(visitor, visitor.middle_of(visitor.control("Charts")), finger=2)
    assert visitor.shows("ChartView")


def test_the_resting_hand_touches_nothing_when_it_is_lifted(visitor: Visitor, clock: Clock) -> None:
    on_a_place = visitor.point_of("nansha")
    visitor.put_down(on_a_place)
    clock.now += RESTING_SECONDS
    tap_beside(visitor, visitor.point_of("qianhai"))
    visitor.lift(on_a_place)

    assert visitor.place == Place("qianhai")


def test_two_fingers_that_come_together_are_no_tap(visitor: Visitor, clock: Clock) -> None:
    visitor.put_down(HAND)
    clock.now += RESTING_SECONDS / 2
    tap_beside(visitor, visitor.point_of("qianhai"))

    assert visitor.place == HOME


def test_one_finger_that_takes_its_time_still_taps(visitor: Visitor, clock: Clock) -> None:
    point = visitor.point_of("qianhai")
    visitor.put_down(point)
    clock.now += 10 * RESTING_SECONDS
    visitor.lift(point)

    assert visitor.place == Place("qianhai")


def test_a_finger_that_slides_off_beside_a_hand_touches_nothing(
    visitor: Visitor, clock: Clock
) -> None:
    point = visitor.middle_of(visitor.control("All places"))
    visitor.put_down(HAND)
    clock.now += RESTING_SECONDS
    for deed, at in (("press", point), ("move", HAND), ("release", HAND)):
        sequence = QTest.touchEvent(visitor.window, touch_screen()).stationary(0)
        getattr(sequence, deed)(1, at)
        sequence.commit()
        QApplication.processEvents()

    assert visitor.place == HOME


def test_a_finger_that_moves_the_map_is_joined_by_a_second_one(
    visitor: Visitor, clock: Clock
) -> None:
    view = visitor.app.stage.map_view
    first, second = QPoint(1000, 600), QPoint(1200, 600)
    visitor.put_down(first)
    for step in range(1, 6):
        clock.now += RESTING_SECONDS / 2
        visitor.move(first + QPoint(20 * step, 0))
    first += QPoint(100, 0)
    before = view.camera.scale
    for deed, at in (("press", second), ("move", second + QPoint(300, 0))):
        sequence = QTest.touchEvent(visitor.window, touch_screen()).stationary(0)
        getattr(sequence, deed)(1, at)
        sequence.commit()
        QApplication.processEvents()

    assert view.camera.scale > before * 1.5
    visitor.lift_both(first, second)
