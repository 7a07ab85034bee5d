"""What the supervisor makes of each end, and how long it waits after it."""

from __future__ import annotations

import pytest

from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.restart_backoff import Backoff, End, Run, end_of

CRASH = Run(-9, 5.0, heard=True, stood=True)
NO_DISPLAY = Run(None, outside="the X server :0 can't be reached")


@pytest.fixture
def pauses() -> Backoff:
    return Backoff(wait=0.5, outside_wait=1.0, longest_wait=60.0, calm_run=60.0)


def after(pauses: Backoff, *runs: Run) -> list[float]:
    return [pauses.after(run, end_of(run, stood_before=True)) for run in runs]


@pytest.mark.parametrize(
    ("run", "end"),
    [
        pytest.param(Run(0, 9.0, heard=True, stood=True), End.FOR_GOOD, id="staff"),
        pytest.param(Run(3, 9.0, heard=True, stood=True), End.PLANNED, id="planned"),
        pytest.param(CRASH, End.CRASH, id="killed"),
        pytest.param(Run(4, 9.0, heard=True, stood=True), End.CRASH, id="faults"),
        pytest.param(Run(-11, 1.0, heard=True), End.CRASH, id="crashed while it read the content"),
        pytest.param(Run(6, 9.0, heard=True, stood=True), End.OUTSIDE, id="it said so"),
        pytest.param(Run(-6, 1.0), End.OUTSIDE, id="ended before it read any content"),
        pytest.param(Run(1, 9.0, True, True, outside="gone"), End.OUTSIDE, id="display gone"),
        pytest.param(NO_DISPLAY, End.OUTSIDE, id="not begun"),
        pytest.param(Run(2, 1.0), End.OUTSIDE, id="a file of the command line is gone"),
        pytest.param(Run(5, 1.0, heard=True), End.OUTSIDE, id="the screen is another's"),
    ],
)
def test_each_end_after_a_good_run(run: Run, end: End) -> None:
    assert end_of(run, stood_before=True) is end


@pytest.mark.parametrize("code", [ExitCode.LEFT, ExitCode.WRONG_CALL, ExitCode.SCREEN_TAKEN])
def test_a_call_that_never_worked_ends_for_good(code: ExitCode) -> None:
    assert end_of(Run(code, 1.0), stood_before=False) is End.FOR_GOOD


def test_fifty_kills_in_a_row_wait_longer_up_to_a_minute_from_the_eighth_on(
    pauses: Backoff,
) -> None:
    waited = after(pauses, *[CRASH] * 50)

    assert waited[:8] == [0.5, 1, 2, 4, 8, 16, 32, 60]
    assert waited[8:] == [60] * 42


def test_a_good_minute_ends_the_waiting(pauses: Backoff) -> None:
    after(pauses, *[CRASH] * 50)

    assert after(pauses, Run(-9, 60.0, heard=True, stood=True), CRASH) == [0.5, 1]


def test_staff_who_come_in_end_the_waiting(pauses: Backoff) -> None:
    after(pauses, *[CRASH] * 50)
    restart = Run(ExitCode.START_ANEW, 20.0, heard=True, stood=True, staff=True)

    assert after(pauses, restart, CRASH, CRASH) == [0, 0.5, 1]


def test_planned_restarts_that_follow_one_another_too_quickly_wait(pauses: Backoff) -> None:
    quick = Run(ExitCode.START_ANEW, 1.0, heard=True, stood=True)
    slow = Run(ExitCode.START_ANEW, 3600.0, heard=True, stood=True)

    assert after(pauses, slow, slow, quick, quick, quick) == [0, 0, 0.5, 1, 2]


def test_what_lies_outside_is_tried_again_after_growing_pauses(pauses: Backoff) -> None:
    assert after(pauses, *[NO_DISPLAY] * 9) == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_missing_display_and_crashes_do_not_lengthen_each_other(pauses: Backoff) -> None:
    assert after(pauses, CRASH, NO_DISPLAY, NO_DISPLAY, CRASH, NO_DISPLAY) == [0.5, 1, 2, 1, 1]
