"""Two quick taps where one was enough: what has come under the finger takes no part in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, LIST, Place
from kiosk.screen.touch.tap_guard import MOST_SECONDS, REPEAT_SECONDS, TapGuard
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint

    from tests.journeys.visitor import Visitor

QUICK = 0.3
"""Seconds from the effect of a tap to the next press of a hand that taps twice."""


@pytest.fixture
def clock(visitor: Visitor) -> Iterator[Clock]:
    guard: TapGuard = visitor.app.stage.tap_guard
    guard.forget()
    usual, guard._clock = guard._clock, Clock()
    yield guard._clock
    guard.forget()
    guard._clock = usual


def twice(visitor: Visitor, clock: Clock, point: QPoint, seconds: float = QUICK) -> None:
    visitor.touch(point)
    clock.now += seconds
    visitor.touch(point)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_two_taps_on_the_list_open_it_and_keep_the_language(
    visitor: Visitor, clock: Clock, language: str
) -> None:
    visitor.app.journey.speak(language)
    words = visitor.app.interface_style().words
    twice(visitor, clock, visitor.middle_of(visitor.control(words.say("all_places", language))))

    assert visitor.place == Place(screen=LIST)
    assert visitor.app.journey.comfort.language == language


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_two_taps_on_the_way_back_lead_to_the_map_and_keep_the_language(
    visitor: Visitor, clock: Clock, language: str
) -> None:
    visitor.app.journey.speak(language)
    visitor.app.journey.go(Place("qianhai"))
    words = visitor.app.interface_style().words
    twice(visitor, clock, visitor.middle_of(visitor.control(words.say("back_to_map", language))))

    assert visitor.place == HOME
    assert visitor.app.journey.comfort.language == language


def test_two_taps_on_a_place_open_it_and_nothing_beside_it(visitor: Visitor, clock: Clock) -> None:
    for zone in visitor.app.stage.map_view.lettering.marked:
        visitor.app.journey.go(HOME)
        visitor.app.stage.finish()
        clock.now += REPEAT_SECONDS
        twice(visitor, clock, visitor.point_of(zone))

        assert visitor.place.zone == zone


def test_two_clicks_of_a_mouse_count_no_more_than_two_taps(visitor: Visitor, clock: Clock) -> None:
    point = visitor.middle_of(visitor.control("All places"))
    visitor.click(point)
    clock.now += QUICK
    visitor.click(point)

    assert visitor.place == Place(screen=LIST)
    assert visitor.app.journey.comfort.language == "en"


def test_a_control_that_is_still_there_takes_every_tap(visitor: Visitor, clock: Clock) -> None:
    visitor.app.journey.go(Place("csns", "super-steel"))
    point = visitor.middle_of(visitor.control("Next"))
    twice(visitor, clock, point, 0.1)

    assert visitor.place == Place("csns", "super-steel", 3)


def test_another_control_that_was_there_before_takes_a_quick_tap(
    visitor: Visitor, clock: Clock
) -> None:
    visitor.touch_control("Português")
    clock.now += 0.1
    visitor.touch_control("简体中文")

    assert visitor.app.journey.comfort.language == "zh-Hans"


def test_half_a_second_later_everything_counts_again(visitor: Visitor, clock: Clock) -> None:
    """The list is closed again by what opened it."""
    twice(visitor, clock, visitor.middle_of(visitor.control("All places")), REPEAT_SECONDS)

    assert visitor.place == HOME


def row_of_taps(visitor: Visitor, clock: Clock, point: QPoint, taps: int) -> None:
    for _ in range(taps):
        visitor.touch(point)
        clock.now += QUICK


def test_a_row_of_taps_leaves_a_story_and_turns_no_page_of_the_facts(
    visitor: Visitor, clock: Clock
) -> None:
    """The pager comes to stand where the story's end was."""
    visitor.app.journey.go(Place("hetao", "ten-months", 2))
    row_of_taps(visitor, clock, visitor.middle_of(visitor.control("Facts")), 4)

    assert visitor.place == Place("hetao", "shenzhen-park")


def test_a_row_of_taps_through_a_story_ends_where_the_button_gets_another_name(
    visitor: Visitor, clock: Clock
) -> None:
    visitor.app.journey.go(Place("hetao", "ten-months", 1))
    row_of_taps(visitor, clock, visitor.middle_of(visitor.control("Next")), 4)

    assert visitor.place == Place("hetao", "ten-months", 2)
    assert "Facts" in visitor.names()


def test_a_row_of_taps_on_a_place_touches_nothing_of_its_panel(
    visitor: Visitor, clock: Clock
) -> None:
    for zone in visitor.app.stage.map_view.lettering.marked:
        visitor.app.journey.go(HOME)
        visitor.app.stage.finish()
        clock.now += REPEAT_SECONDS
        row_of_taps(visitor, clock, visitor.point_of(zone), 4)

        assert visitor.place == Place(zone)


def test_who_goes_on_tapping_is_answered_in_the_end(visitor: Visitor, clock: Clock) -> None:
    visitor.app.journey.go(Place("hetao", "ten-months", 2))
    point = visitor.middle_of(visitor.control("Facts"))
    row_of_taps(visitor, clock, point, round(MOST_SECONDS / QUICK) + 2)

    assert visitor.place != Place("hetao", "shenzhen-park")
