"""What the supervisor makes of each end, and how long it waits after it."""

from __future__ import annotations

import pytest

from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.restart_backoff import Backoff, ProcessRun, RunEnd, end_of

CRASH = ProcessRun(-9, 5.0, heard=True, ready=True)
NO_DISPLAY = ProcessRun(None, outside="the X server :0 can't be reached")


@pytest.fixture
def pauses() -> Backoff:
    return Backoff(wait=0.5, outside_wait=1.0, longest_wait=60.0, calm_run=60.0)


def after(pauses: Backoff, *runs: ProcessRun) -> list[float]:
    return [pauses.after(run, end_of(run, ready_before=True)) for run in runs]


@pytest.mark.parametrize(
    ("run", "end"),
    [
        pytest.param(ProcessRun(0, 9.0, heard=True, ready=True), RunEnd.FOR_GOOD, id="staff"),
        pytest.param(ProcessRun(3, 9.0, heard=True, ready=True), RunEnd.PLANNED, id="planned"),
        pytest.param(CRASH, RunEnd.CRASH, id="killed"),
        pytest.param(ProcessRun(4, 9.0, heard=True, ready=True), RunEnd.CRASH, id="faults"),
        pytest.param(ProcessRun(-11, 1.0, heard=True), RunEnd.CRASH, id="crashed while reading"),
        pytest.param(ProcessRun(6, 9.0, heard=True, ready=True), RunEnd.OUTSIDE, id="it said so"),
        pytest.param(ProcessRun(-6, 1.0), RunEnd.OUTSIDE, id="ended before it read any content"),
        pytest.param(
            ProcessRun(1, 9.0, True, True, outside="gone"), RunEnd.OUTSIDE, id="no display"
        ),
        pytest.param(NO_DISPLAY, RunEnd.OUTSIDE, id="not begun"),
        pytest.param(ProcessRun(2, 1.0), RunEnd.OUTSIDE, id="a file of the command line is gone"),
        pytest.param(ProcessRun(5, 1.0, heard=True), RunEnd.OUTSIDE, id="the screen is another's"),
    ],
)
def test_each_end_after_a_good_run(run: ProcessRun, end: RunEnd) -> None:
    assert end_of(run, ready_before=True) is end


@pytest.mark.parametrize("code", [ExitCode.LEFT, ExitCode.WRONG_CALL, ExitCode.SCREEN_TAKEN])
def test_a_call_that_never_worked_ends_for_good(code: ExitCode) -> None:
    assert end_of(ProcessRun(code, 1.0), ready_before=False) is RunEnd.FOR_GOOD


def test_fifty_kills_in_a_row_wait_longer_up_to_a_minute_from_the_eighth_on(
    pauses: Backoff,
) -> None:
    waited = after(pauses, *[CRASH] * 50)

    assert waited[:8] == [0.5, 1, 2, 4, 8, 16, 32, 60]
    assert waited[8:] == [60] * 42


def test_a_good_minute_ends_the_waiting(pauses: Backoff) -> None:
    after(pauses, *[CRASH] * 50)

    assert after(pauses, ProcessRun(-9, 60.0, heard=True, ready=True), CRASH) == [0.5, 1]


def test_staff_who_come_in_end_the_waiting(pauses: Backoff) -> None:
    after(pauses, *[CRASH] * 50)
    restart = ProcessRun(ExitCode.START_ANEW, 20.0, heard=True, ready=True, staff=True)

    assert after(pauses, restart, CRASH, CRASH) == [0, 0.5, 1]


def test_planned_restarts_that_follow_one_another_too_quickly_wait(pauses: Backoff) -> None:
    quick = ProcessRun(ExitCode.START_ANEW, 1.0, heard=True, ready=True)
    slow = ProcessRun(ExitCode.START_ANEW, 3600.0, heard=True, ready=True)

    assert after(pauses, slow, slow, quick, quick, quick) == [0, 0, 0.5, 1, 2]


def test_what_lies_outside_is_tried_again_after_growing_pauses(pauses: Backoff) -> None:
    assert after(pauses, *[NO_DISPLAY] * 9) == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_missing_display_and_crashes_do_not_lengthen_each_other(pauses: Backoff) -> None:
    assert after(pauses, CRASH, NO_DISPLAY, NO_DISPLAY, CRASH, NO_DISPLAY) == [0.5, 1, 2, 1, 1]
