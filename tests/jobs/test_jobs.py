"""Work beside the GUI thread is answered once, by its latest wish, and a failure ends nothing."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from kiosk.jobs import (
    Answer,
    Cancelled,
    Jobs,
    is_wanted,
)
from kiosk.jobs_below import finish_below, rest_below
from tests.jobs.office import Office, work_until_cancelled
from tests.journeys.visitor import HANG_SECONDS, wait_until


def test_an_answer_comes_on_the_gui_thread(office: Office) -> None:
    office.jobs.ask("sum", threading.get_ident)
    wait_until(lambda: bool(office.answers))

    assert office.answers[0].key == "sum"
    assert office.answers[0].value != threading.get_ident()
    application = QCoreApplication.instance()
    assert application is not None
    assert office.threads == [application.thread()]
    assert not office.jobs.is_asked("sum")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a thread can be nice by itself")
def test_a_work_gives_way_to_the_gui_thread(office: Office) -> None:
    def how_nice() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    for number in range(3):
        office.jobs.ask(number, how_nice)
    wait_until(lambda: len(office.answers) == 3)

    assert {answer.value for answer in office.answers} == {how_nice() + 5}


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


def test_a_work_that_never_ends_is_left_alone_and_logged(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A drawing may never end (decision 013)."""
    monkeypatch.setattr("kiosk.jobs.REST_SECONDS", 0.01)
    office.keep_busy("drawing")
    office.jobs.rest()

    assert not office.gate.is_set()
    assert not office.jobs.is_working
    assert "drawing goes on, and nobody waits for it any more" in caplog.text
    office.gate.set()
    office.jobs.ask("drawing", lambda: "anew")
    wait_until(lambda: bool(office.answers))
    assert office.values() == ["anew"]


def test_a_whole_window_waits_no_longer_than_one_of_its_works(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.jobs_below.REST_SECONDS", 0.01)
    monkeypatch.setattr("kiosk.jobs.REST_SECONDS", HANG_SECONDS)
    window = QObject()
    offices = [Office(parent=window) for _ in range(3)]
    for office in offices:
        office.keep_busy()
    rest_below(window)

    assert not any(office.gate.is_set() for office in offices)
    for office in offices:
        office.close()


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
    """Nothing hangs, and nobody is answered."""
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


@pytest.mark.parametrize("goes", ["with its parent", "alone"])
def test_a_long_work_ends_when_its_owner_has_gone_without_a_rest(qapp: object, goes: str) -> None:
    parent, begun, ended = QObject(), threading.Event(), threading.Event()
    jobs = Jobs(parent if goes == "with its parent" else None)

    def work() -> None:
        try:
            work_until_cancelled(begun)
        except Cancelled:
            ended.set()
            raise

    jobs.ask("long", work)
    assert begun.wait(HANG_SECONDS)
    if goes == "alone":
        del jobs
    else:
        parent.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert ended.wait(HANG_SECONDS)


def test_no_threads_and_endless_tries_without_a_pause_are_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="thread"):
        Jobs(threads=0)
    with pytest.raises(ValueError, match="pause"):
        Jobs(pauses=(), endless=True)
    with pytest.raises(ValueError, match="thread"):
        office.jobs.threads = 0


@pytest.mark.parametrize("wait", ["finish", "rest"])
def test_a_work_can_not_wait_for_itself(qapp: object, wait: str) -> None:
    office = Office(pauses=())
    office.jobs.ask("self", getattr(office.jobs, wait))
    wait_until(lambda: bool(office.answers))

    assert isinstance(office.answers[0].error, RuntimeError)
    office.close()


def test_a_work_whose_answer_can_not_be_sent_has_ended_all_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("Signal source has been deleted")

    monkeypatch.setattr("kiosk.jobs._delivery", fail)
    monkeypatch.setattr("sys.unraisablehook", lambda _: None)
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    office.jobs.ask("lost", str)
    office.jobs.rest()

    assert not office.jobs.is_working


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


def test_what_has_been_answered_is_kept_by_nobody(office: Office) -> None:
    """A kiosk that reads aloud does a work for every sentence, for months."""

    def kept() -> int:
        gc.collect()
        return sum(type(each).__name__ == "_Job" for each in gc.get_objects())

    before = kept()
    for number in range(50):
        office.jobs.ask(number, str)
    wait_until(lambda: len(office.answers) == 50)

    assert kept() <= before + 1
