"""A work that fails is tried again after a pause, ends nothing and holds nobody up."""

from __future__ import annotations

import logging

import pytest

from kiosk.jobs import (
    Answer,
)
from tests.jobs.office import Failing, Office
from tests.journeys.visitor import HANG_SECONDS, wait_until


def test_a_work_that_fails_is_tried_again_until_it_succeeds(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "kiosk"):
        office.jobs.ask("raster", Failing(2))
        wait_until(lambda: bool(office.answers))

    assert office.answers == [Answer("raster", "sharp")]
    assert [type(retry.error) for retry in office.retries] == [MemoryError, MemoryError]
    assert caplog.text.count("raster has failed: MemoryError('not now'); it is tried again") == 2
    assert [bool(record.exc_info) for record in caplog.records] == [True, False]


def test_a_work_that_always_fails_is_answered_and_can_be_asked_for_again(office: Office) -> None:
    office.jobs.ask("picture", Failing(1_000))
    wait_until(lambda: bool(office.answers))
    assert isinstance(office.answers[0].error, MemoryError)
    assert office.answers[0].value is None
    assert len(office.retries) == 2
    assert not office.jobs.is_asked("picture")

    office.jobs.ask("picture", lambda: "there")
    wait_until(lambda: len(office.answers) == 2)
    assert office.answers[1] == Answer("picture", "there")


def test_what_must_not_be_missing_is_tried_for_as_long_as_it_takes(qapp: object) -> None:
    office, work = Office(pauses=(0.0, 0.001), endless=True), Failing(20)
    office.jobs.ask("exhibit", work)
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["sharp"]
    assert work.tries == 21


def test_even_an_exit_on_a_thread_is_an_answer(qapp: object) -> None:
    office = Office(pauses=())

    def leave() -> None:
        raise SystemExit

    office.jobs.ask("leave", leave)
    office.jobs.ask("next", lambda: "next")
    wait_until(lambda: len(office.answers) == 2)

    assert isinstance(office.answers[0].error, SystemExit)
    assert office.values() == [None, "next"]


def test_a_failure_on_one_thread_holds_up_no_other(wide_office: Office) -> None:
    wide_office.keep_busy()
    wide_office.jobs.ask("failing", Failing(1_000))
    for key in range(50):
        wide_office.jobs.ask(key, str)
    wait_until(lambda: len(wide_office.answers) == 51)

    assert set(wide_office.keys()) == {"failing", *range(50)}
    assert wide_office.jobs.is_asked("busy")


def test_one_that_waits_to_be_tried_again_keeps_nobody_waiting(qapp: object) -> None:
    office = Office(pauses=(HANG_SECONDS * 10,))
    office.jobs.ask("picture", Failing(1_000))
    office.jobs.ask("map", lambda: "map")
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["map"]
    assert office.jobs.is_asked("picture")
    assert not office.jobs.is_working
    office.close()


@pytest.mark.parametrize("again", ["ask", "ask_once", "ask_only"])
def test_whoever_asks_again_ends_a_pause(qapp: object, again: str) -> None:
    office, work = Office(pauses=(HANG_SECONDS * 10,)), Failing(1)
    office.jobs.ask("picture", work)
    wait_until(lambda: bool(office.retries))

    if again == "ask_only":
        office.jobs.ask_only({"picture": work})
    else:
        getattr(office.jobs, again)("picture", work)
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["sharp"]
    assert not office.jobs.is_asked("picture")
    office.close()


def test_a_pause_that_somebody_has_ended_counts_as_one(qapp: object) -> None:
    office = Office(pauses=(HANG_SECONDS * 10,))
    office.jobs.ask("picture", Failing(1_000))
    wait_until(lambda: bool(office.retries))
    office.jobs.ask_once("picture", Failing(1_000))
    wait_until(lambda: bool(office.answers))

    assert isinstance(office.answers[0].error, MemoryError)
