"""Work beside the GUI thread is answered once, by its latest wish, and a failure ends nothing."""

from __future__ import annotations

import logging
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread

from kiosk.jobs import (
    Answer,
    Cancelled,
    Jobs,
    finish_below,
    is_wanted,
    rest_below,
)
from tests.journeys.visitor import HANG_SECONDS, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator


class Office:
    """Jobs with a list of what they have answered, and a gate that works can wait at."""

    def __init__(
        self,
        threads: int = 1,
        pauses: tuple[float, ...] = (0.0, 0.0),
        *,
        endless: bool = False,
        parent: QObject | None = None,
    ) -> None:
        self.jobs = Jobs(parent, threads=threads, pauses=pauses, endless=endless)
        self.answers: list[Answer] = []
        self.retries: list[Answer] = []
        self.threads: list[QThread] = []
        self.jobs.answered.connect(self._note)
        self.jobs.retrying.connect(self.retries.append)
        self.gate = threading.Event()
        self.begun = threading.Event()

    def _note(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.threads.append(QThread.currentThread())

    def wait(self) -> int:
        self.begun.set()
        assert self.gate.wait(HANG_SECONDS)
        return 0

    def keep_busy(self, key: str = "busy") -> None:
        """Have a work begun that waits at the gate."""
        self.begun.clear()
        self.jobs.ask(key, self.wait)
        assert self.begun.wait(HANG_SECONDS)

    def keys(self) -> list[Any]:
        return [answer.key for answer in self.answers]

    def values(self) -> list[object]:
        return [answer.value for answer in self.answers]

    def close(self) -> None:
        self.gate.set()
        self.jobs.rest()


class Failing:
    """A work that fails for the first few times."""

    def __init__(self, failures: int) -> None:
        self.tries = 0
        self._failures = failures

    def __call__(self) -> str:
        self.tries += 1
        if self.tries <= self._failures:
            raise MemoryError("not now")
        return "sharp"


def work_until_cancelled(begun: threading.Event) -> None:
    begun.set()
    until = time.monotonic() + HANG_SECONDS
    while is_wanted():
        assert time.monotonic() < until
        time.sleep(0.001)
    raise Cancelled


@pytest.fixture
def office(qapp: object) -> Iterator[Office]:
    office = Office()
    yield office
    office.close()


@pytest.fixture
def wide_office(qapp: object) -> Iterator[Office]:
    """One where three can work at once."""
    office = Office(threads=3)
    yield office
    office.close()


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


def test_what_was_cancelled_is_never_answered(office: Office) -> None:
    office.keep_busy()
    office.jobs.ask("waiting", str)
    office.jobs.cancel("busy")
    office.jobs.cancel("waiting")
    assert not office.jobs.is_working
    office.gate.set()
    office.jobs.ask("last", lambda: "last")
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["last"]


def test_a_work_that_asks_stops_as_soon_as_nobody_wants_it(office: Office) -> None:
    begun = threading.Event()
    office.jobs.ask("tile", partial(work_until_cancelled, begun))
    assert begun.wait(HANG_SECONDS)
    office.jobs.ask("tile", lambda: "new")
    wait_until(lambda: bool(office.answers))

    assert office.answers == [Answer("tile", "new")]
    assert office.retries == []


def test_on_other_threads_everything_is_wanted(qapp: object) -> None:
    assert is_wanted()


def test_only_those_asked_for_together_are_done_and_in_their_order(office: Office) -> None:
    office.keep_busy("b")
    for key in ("x", "d", "y", "a"):
        office.jobs.ask(key, str)

    office.jobs.ask_only({key: partial(str, key) for key in "abcd"})
    office.gate.set()
    wait_until(lambda: len(office.answers) == 4)

    # The one that was running went on.
    assert office.values() == [0, "a", "c", "d"]


def test_what_runs_is_cancelled_where_others_are_asked_for_without_it(office: Office) -> None:
    begun = threading.Event()
    office.jobs.ask("a", partial(work_until_cancelled, begun))
    assert begun.wait(HANG_SECONDS)
    for keys in ("b", "c", "a"):
        office.jobs.ask_only({key: partial(str, key) for key in keys})
    wait_until(lambda: bool(office.answers))

    assert office.answers == [Answer("a", "a")]


def test_what_is_asked_for_once_is_done_once(office: Office) -> None:
    office.keep_busy()
    for value in ("first", "second"):
        office.jobs.ask_once("picture", partial(str, value))
    office.jobs.ask_once("busy", lambda: "again")
    office.gate.set()
    wait_until(lambda: len(office.answers) == 2)
    QCoreApplication.processEvents()

    assert office.values() == [0, "first"]


def test_works_run_at_once_on_as_many_threads_as_there_are(wide_office: Office) -> None:
    meeting = threading.Barrier(3)
    for key in ("east", "west", "south"):
        wide_office.jobs.ask(key, partial(meeting.wait, HANG_SECONDS))
    wait_until(lambda: len(wide_office.answers) == 3)

    assert [answer.error for answer in wide_office.answers] == [None] * 3


def test_never_more_works_run_than_there_are_threads(wide_office: Office) -> None:
    lock, running, most = threading.Lock(), list[int](), list[int]()

    def work(number: int) -> None:
        with lock:
            running.append(number)
            most.append(len(running))
        time.sleep(0.001)
        with lock:
            running.remove(number)

    for number in range(60):
        wide_office.jobs.ask(number, partial(work, number))
    wait_until(lambda: len(wide_office.answers) == 60)

    assert max(most) <= 3


def test_one_more_thread_takes_what_waits_behind_a_slow_work(office: Office) -> None:
    office.keep_busy()
    office.jobs.ask("picture", lambda: "picture")
    office.jobs.threads = 2
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["picture"]


def test_two_works_of_one_key_never_run_at_once(wide_office: Office) -> None:
    wide_office.keep_busy("folder")
    wide_office.jobs.ask("folder", lambda: wide_office.gate.is_set())
    wide_office.jobs.ask("other", lambda: "other")
    wait_until(lambda: bool(wide_office.answers))
    wide_office.gate.set()
    wait_until(lambda: len(wide_office.answers) == 2)

    assert wide_office.values() == ["other", True]


def test_a_thousand_keys_asked_twice_are_each_answered_once(wide_office: Office) -> None:
    wide_office.keep_busy()
    for turn in range(2):
        for key in range(1_000):
            wide_office.jobs.ask(key, partial(divmod, key, turn + 1))
    wide_office.gate.set()
    wait_until(lambda: len(wide_office.answers) == 1_001)

    assert sorted(answer.key for answer in wide_office.answers if answer.key != "busy") == list(
        range(1_000)
    )
    assert all(
        answer.value == divmod(answer.key, 2)
        for answer in wide_office.answers
        if answer.key != "busy"
    )


@pytest.mark.parametrize("threads", [1, 3])
def test_what_was_asked_for_has_run_when_it_is_finished(qapp: object, threads: int) -> None:
    owner = QObject()
    office = Office(threads, parent=owner)
    for key in range(20):
        office.jobs.ask(key, partial(time.sleep, 0.001))
    office.jobs.ask(3, lambda: "anew")
    finish_below(owner)
    QCoreApplication.processEvents()

    assert sorted(office.keys()) == list(range(20))
    assert not office.jobs.is_working


@pytest.mark.parametrize("threads", [1, 3])
def test_after_a_rest_nothing_is_answered_and_nothing_is_running(
    qapp: object, threads: int
) -> None:
    office, done = Office(threads), list[int]()

    def work() -> None:
        done.append(office.wait())

    for key in range(10):
        office.jobs.ask(key, work)
    assert office.begun.wait(HANG_SECONDS)
    threading.Timer(0.01, office.gate.set).start()
    office.jobs.rest()
    QCoreApplication.processEvents()

    assert 1 <= len(done) <= threads
    assert office.answers == []
    assert not office.jobs.is_working


def test_after_a_rest_it_can_be_asked_again(office: Office) -> None:
    office.jobs.ask("map", str)
    office.jobs.rest()
    office.jobs.ask("map", lambda: "map")
    wait_until(lambda: bool(office.answers))

    assert office.values() == ["map"]


def test_all_that_belongs_to_a_window_rests_with_it(qapp: object) -> None:
    window = QObject()
    offices = [Office(parent=QObject(window)) for _ in range(3)]
    begun = [threading.Event() for _ in offices]
    for office, event in zip(offices, begun, strict=True):
        office.jobs.ask("tile", partial(work_until_cancelled, event))
        office.jobs.ask("next", str)
    assert all(event.wait(HANG_SECONDS) for event in begun)
    rest_below(window)
    QCoreApplication.processEvents()

    assert not any(office.jobs.is_working or office.answers for office in offices)


def test_an_owner_that_goes_while_a_work_runs_waits_for_nothing(qapp: object) -> None:
    """It ought to rest before; where it doesn't, nothing hangs and nobody is answered."""
    owner, ended = QObject(), threading.Event()
    office = Office(parent=owner)

    def work() -> None:
        office.wait()
        ended.set()

    office.jobs.ask("running", work)
    office.jobs.ask("waiting", str)
    assert office.begun.wait(HANG_SECONDS)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not ended.is_set()

    office.gate.set()
    wait_until(ended.is_set)
    QCoreApplication.processEvents()
    assert office.answers == []


def test_a_python_object_that_goes_while_its_work_runs_goes_on_the_gui_thread(
    office: Office,
) -> None:
    class Reader:
        """Its last reference is the work's; a widget could be destroyed only where it lives."""

        def __init__(self) -> None:
            self.gone_on: list[int] = gone_on

        def __del__(self) -> None:
            self.gone_on.append(threading.get_ident())

        def read(self) -> int:
            return office.wait()

    gone_on = list[int]()
    office.jobs.ask("read", Reader().read)
    office.gate.set()
    wait_until(lambda: bool(gone_on))

    assert gone_on == [threading.get_ident()]
