"""Who has the exhibit: who comes before whom, what is free, and what is told."""

from __future__ import annotations

import itertools

import pytest

from kiosk.guard.occupancy import Occupancy, Occupant

NOT_NOBODY = [each for each in Occupant if each is not Occupant.NOBODY]


@pytest.mark.parametrize("first", list(itertools.combinations(NOT_NOBODY, 2)))
def test_of_two_the_first_of_the_list_has_it(first: tuple[Occupant, Occupant]) -> None:
    higher, lower = first
    if higher is Occupant.CLOSED:
        return
    for order in (first, first[::-1]):
        occupancy = Occupancy()
        for occupant in order:
            occupancy.enter(occupant)
        assert occupancy.who is higher
        occupancy.leave(higher)
        assert occupancy.who is lower
        occupancy.leave(lower)
        assert occupancy.who is Occupant.NOBODY


def test_closing_time_waits_for_a_talk_and_for_nobody_else() -> None:
    occupancy = Occupancy()
    told: list[str] = []
    occupancy.changed.connect(told.append)
    occupancy.visitor_came()
    occupancy.visitor_came()
    occupancy.talk_began()
    occupancy.set_open(False)
    assert (occupancy.free, occupancy.staffed) == (False, True)
    occupancy.talk_ended()
    occupancy.visitor_came()
    assert (occupancy.free, occupancy.staffed) == (True, False)
    occupancy.set_open(True)
    assert told == ["visitor", "talk", "closed", "nobody"]
    assert occupancy.free


def test_a_visitor_at_closing_time_is_gone_in_the_morning() -> None:
    occupancy = Occupancy()
    occupancy.visitor_came()
    occupancy.set_open(False)
    occupancy.set_open(True)
    assert occupancy.who is Occupant.NOBODY


def test_a_visitor_keeps_it_until_the_idle_watch_says_otherwise() -> None:
    occupancy = Occupancy()
    assert occupancy.free
    occupancy.visitor_came()
    assert not occupancy.free
    assert not occupancy.staffed
    occupancy.visitor_left()
    assert occupancy.free
