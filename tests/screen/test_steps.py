"""Calculations with pauses, and what is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.steps import Asked, Prepared, at_once, in_slices

if TYPE_CHECKING:
    from kiosk.screen.steps import Steps

MOST = 3


class Sums:
    """Adds numbers up, and counts how often."""

    def __init__(self) -> None:
        self.done = 0
        self.source = object()

    def asked(self, *numbers: int) -> Asked[int]:
        def add() -> Steps[int]:
            total = 0
            for number in numbers:
                yield
                total += number
            self.done += 1
            return total

        return Asked((self.source,), (), numbers, add)


def test_a_result_is_the_same_with_pauses_and_without() -> None:
    sums, kept = Sums(), Prepared[int](MOST)
    steps = kept.prepare(sums.asked(1, 2, 3))

    assert [*steps] == [None] * 3
    assert kept.has(sums.asked(1, 2, 3))
    assert kept.take(sums.asked(1, 2, 3)) == at_once(sums.asked(1, 2, 3).calculate()) == 6
    assert sums.done == 2, "what was prepared is not calculated again"


def test_the_latest_results_are_kept_and_no_more() -> None:
    sums, kept = Sums(), Prepared[int](MOST)
    for number in range(MOST):
        kept.take(sums.asked(number))
    kept.take(sums.asked(0))
    kept.take(sums.asked(MOST))

    assert [number for number in range(MOST + 1) if kept.has(sums.asked(number))] == [0, 2, 3]


def test_nothing_is_kept_that_was_made_from_other_data() -> None:
    sums, kept = Sums(), Prepared[int](MOST)
    old = sums.asked(1)
    steps = kept.prepare(old)
    next(steps)
    sums.source = object()
    kept.take(sums.asked(2))

    assert [*steps] == []
    assert not kept.has(old)
    assert kept.has(sums.asked(2))


def test_slices_pause_seldom_and_lose_nothing() -> None:
    sums = Sums()

    assert len([*in_slices(sums.asked(*range(50)).calculate(), 0.0)]) == 51
    assert at_once(in_slices(sums.asked(*range(50)).calculate(), 60.0)) == sum(range(50))
    assert len([*in_slices(sums.asked(*range(50)).calculate(), 60.0)]) == 0
