"""The player alone: steps, time against the plan, blanks, exploring, and play without a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy

from kiosk.exhibit.model.tour import Duration, Tour, TourStep
from kiosk.presenting.tour_player import RETURN_SECONDS, TourPlayer
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from tests.presenting.talks import Clock

NOTES = Text.same("…")


def player(clock: Clock, *, autoplay: bool = False, loop: bool = False) -> TourPlayer:
    steps = tuple(
        TourStep(id=name, notes=NOTES, duration=Duration(seconds))
        for name, seconds in (("one", 60), ("two", 30), ("three", 60))
    )
    tour = Tour(id="talk", title=NOTES, steps=steps)
    playing = TourPlayer(tour, autoplay=autoplay, loop=loop, clock=clock)
    playing.begin()
    return playing


def test_it_stops_at_both_ends(clock: Clock) -> None:
    playing = player(clock)
    playing.back()
    assert playing.index == 0
    playing.last()
    playing.forward()
    assert playing.index == 2
    playing.jump(7)
    playing.jump(-1)
    assert playing.index == 2


def test_with_a_loop_the_first_step_follows_the_last(clock: Clock) -> None:
    playing = player(clock, loop=True)
    playing.last()
    playing.forward()
    assert playing.index == 0


@pytest.mark.parametrize(
    ("seconds", "steps", "behind"),
    [
        pytest.param(30, 0, 0, id="within the first step"),
        pytest.param(72, 0, 12, id="too long at the first step"),
        pytest.param(75, 1, 0, id="within the second"),
        pytest.param(40, 1, -20, id="at the second too early"),
        pytest.param(200, 2, 50, id="over the whole plan"),
    ],
)
def test_the_plan_is_kept_step_by_step(
    clock: Clock, seconds: int, steps: int, behind: float
) -> None:
    playing = player(clock)
    for _ in range(steps):
        playing.forward()
    clock.now += seconds
    assert playing.behind == pytest.approx(behind)
    assert playing.elapsed == pytest.approx(seconds)


def test_a_pause_takes_no_time(clock: Clock) -> None:
    playing = player(clock)
    clock.now += 10
    playing.toggle_pause()
    clock.now += 100
    assert playing.elapsed == pytest.approx(10)
    playing.toggle_pause()
    clock.now += 5
    assert playing.elapsed == pytest.approx(15)


def test_beginning_again_begins_the_time_again(clock: Clock) -> None:
    playing = player(clock)
    clock.now += 10
    playing.forward()
    playing.begin()
    assert (playing.index, playing.elapsed) == (0, 0)


def test_the_time_of_a_step_adds_up_over_its_visits(clock: Clock) -> None:
    playing = player(clock)
    for seconds, move in ((10, playing.forward), (20, playing.back), (5, playing.last)):
        clock.now += seconds
        move()
    assert playing.spent() == {"one": pytest.approx(15), "two": pytest.approx(20)}


def test_escape_ends_the_black_first_and_then_the_talk(clock: Clock) -> None:
    playing = player(clock)
    colours: list[str] = []
    ends = QSignalSpy(playing.ended)
    playing.blanked.connect(colours.append)
    playing.toggle_blank("black")
    playing.toggle_blank("white")
    playing.leave()
    assert (colours, ends.count()) == (["black", "white", ""], 0)
    playing.leave()
    assert ends.count() == 1


def test_alone_it_goes_on_when_a_step_has_had_its_time(clock: Clock) -> None:
    playing = player(clock, autoplay=True)
    for seconds, index in ((59, 0), (1, 1), (29, 1), (1, 2), (300, 2)):
        clock.now += seconds
        playing.tick()
        assert playing.index == index


def test_alone_with_a_loop_it_goes_round(clock: Clock) -> None:
    playing = player(clock, autoplay=True, loop=True)
    shown: list[int] = []
    playing.stepped.connect(shown.append)
    for _ in range(400):
        clock.now += 1
        playing.tick()
    assert shown == [1, 2, 0, 1, 2, 0, 1, 2]


def test_alone_it_waits_for_visitors_and_returns_when_they_have_left(clock: Clock) -> None:
    playing = player(clock, autoplay=True)
    clock.now += 50
    playing.explore()
    clock.now += RETURN_SECONDS - 1
    playing.explore()
    clock.now += RETURN_SECONDS - 1
    playing.tick()
    assert (playing.index, playing.exploring) == (0, True)
    clock.now += 1
    playing.tick()
    assert (playing.index, playing.exploring) == (0, False)
    clock.now += 10
    playing.tick()
    assert playing.index == 1


def test_with_a_guide_no_step_goes_by_itself(clock: Clock) -> None:
    playing = player(clock)
    clock.now += 1000
    playing.tick()
    assert playing.index == 0
