"""Work beside the GUI thread is answered once, by its latest wish, and a failure ends nothing."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from kiosk.jobs import Answer, Jobs
from tests.journeys.visitor import HANG_SECONDS, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator


class Office:
    """Jobs with a list of what they have answered, and a gate that works can wait at."""

    def __init__(self, threads: int = 1, pauses: tuple[float, ...] = (0.0, 0.0)) -> None:
        self.jobs = Jobs(threads=threads, pauses=pauses)
        self.answers: list[Answer] = []
        self.threads: list[QThread] = []
        self.jobs.answered.connect(self._note)
        self.gate = threading.Event()

    def _note(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.threads.append(QThread.currentThread())

    def wait(self) -> int:
        assert self.gate.wait(HANG_SECONDS)
        return 0

    def values(self) -> list[object]:
        return [answer.value for answer in self.answers]


@pytest.fixture
def office(qapp: object) -> Iterator[Office]:
    office = Office()
    yield office
    office.gate.set()
    office.jobs.rest()


def test_an_answer_comes_on_the_gui_thread(office: Office) -> None:
    office.jobs.ask("sum", threading.get_ident)
    wait_until(lambda: bool(office.answers))

    assert office.answers[0].key == "sum"
    assert office.answers[0].value != threading.get_ident()
    application = QCoreApplication.instance()
    assert application is not None
    assert office.threads == [application.thread()]
    assert not office.jobs.is_asked("sum")


def test_the_latest_wish_for_a_key_is_the_one_that_is_answered(office: Office) -> None:
    office.jobs.ask("busy", office.wait)
    office.jobs.ask("map", lambda: "first")
    office.jobs.ask("map", lambda: "second")
    office.gate.set()
    wait_until(lambda: len(office.answers) == 2)

    assert office.values() == [0, "second"]


def test_a_key_asked_again_while_it_is_worked_on_is_answered_once_and_anew(office: Office) -> None:
    office.jobs.ask("map", office.wait)
    office.jobs.ask("map", lambda: "second")
    office.gate.set()
    office.jobs.ask("last", lambda: "last")
    wait_until(lambda: "last" in office.values())

    assert office.values() == ["second", "last"]


def test_what_is_asked_for_again_goes_behind_what_was_asked_meanwhile(office: Office) -> None:
    office.jobs.ask("busy", office.wait)
    for key in ("a", "b", "c", "a"):
        office.jobs.ask(key, str)
    office.gate.set()
    wait_until(lambda: len(office.answers) == 4)

    assert [answer.key for answer in office.answers] == ["busy", "b", "c", "a"]


def test_a_work_that_fails_is_tried_again_until_it_succeeds(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[int] = []

    def work() -> str:
        tries.append(len(tries))
        if len(tries) < 3:
            raise MemoryError("not now")
        return "sharp"

    with caplog.at_level(logging.ERROR, "kiosk"):
        office.jobs.ask("raster", work)
        wait_until(lambda: bool(office.answers))

    assert office.values() == ["sharp"]
    assert len(tries) == 3
    assert caplog.text.count("raster has failed: MemoryError('not now')") == 2


def test_a_work_that_always_fails_is_answered_and_can_be_asked_for_again(office: Office) -> None:
    def work() -> str:
        raise OSError("gone")

    office.jobs.ask("picture", work)
    wait_until(lambda: bool(office.answers))
    assert isinstance(office.answers[0].error, OSError)
    assert office.answers[0].value is None
    assert not office.jobs.is_asked("picture")

    office.jobs.ask("picture", lambda: "there")
    wait_until(lambda: len(office.answers) == 2)
    assert office.answers[1] == Answer("picture", "there")


def test_one_that_waits_to_be_tried_again_keeps_nobody_waiting(qapp: object) -> None:
    office = Office(pauses=(HANG_SECONDS * 10,))

    def work() -> str:
        raise OSError("gone")

    office.jobs.ask("picture", work)
    office.jobs.ask("map", lambda: "map")
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["map"]
    assert office.jobs.is_asked("picture")
    office.jobs.rest()


def test_what_was_dropped_is_never_answered(office: Office) -> None:
    office.jobs.ask("running", office.wait)
    office.jobs.ask("waiting", str)
    office.jobs.drop("running")
    office.jobs.drop("waiting")
    office.gate.set()
    office.jobs.ask("last", lambda: "last")
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["last"]


def test_works_run_at_once_on_as_many_threads_as_there_are(qapp: object) -> None:
    office = Office(threads=2)
    meeting = threading.Barrier(2)
    for key in ("east", "west"):
        office.jobs.ask(key, lambda: meeting.wait(HANG_SECONDS))
    wait_until(lambda: len(office.answers) == 2)

    assert [answer.error for answer in office.answers] == [None, None]
    office.jobs.rest()


def test_after_a_rest_nothing_is_answered_and_nothing_is_running(qapp: object) -> None:
    office = Office()
    done: list[int] = []

    def work() -> None:
        done.append(office.wait())

    office.jobs.ask("running", work)
    wait_until(lambda: office.jobs.is_asked("running"))
    office.gate.set()
    office.jobs.rest()
    QCoreApplication.processEvents()

    assert office.answers == []
