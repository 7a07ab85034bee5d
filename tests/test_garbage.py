"""Nothing is destroyed by the cycle collector on another thread than the GUI's."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from kiosk.garbage import GarbageCollector
from kiosk.jobs import Answer, Jobs
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    """Python collects by itself, as before a program has made its collector."""
    was_enabled = gc.isenabled()
    gc.collect()
    gc.enable()
    yield QObject()
    if not was_enabled:
        gc.disable()


class Ring:
    """Garbage that only the cycle collector finds; it notes on which thread."""

    found_on: list[int]

    def __init__(self, found_on: list[int]) -> None:
        self.found_on = found_on
        self.itself = self

    def __del__(self) -> None:
        self.found_on.append(threading.get_ident())


RINGS = 5 * gc.get_threshold()[0]


def leave_garbage(found_on: list[int]) -> None:
    """Leave so many rings that the collector is due."""
    for _ in range(RINGS):
        Ring(found_on)


def test_what_a_thread_leaves_behind_is_collected_on_the_gui_thread(owner: QObject) -> None:
    collector = GarbageCollector(owner)
    found_on, answers = list[int](), list[Answer]()
    jobs = Jobs(owner)
    jobs.answered.connect(answers.append)
    jobs.ask("garbage", lambda: leave_garbage(found_on))
    wait_until(lambda: bool(answers))
    assert found_on == []

    wait_until(lambda: len(found_on) == RINGS)
    assert set(found_on) == {threading.get_ident()}
    collector.end()
    jobs.rest()


def test_without_it_the_thread_itself_would_have_collected(owner: QObject) -> None:
    found_on, answers = list[int](), list[Answer]()
    jobs = Jobs(owner)
    jobs.answered.connect(answers.append)
    jobs.ask("garbage", lambda: leave_garbage(found_on))
    wait_until(lambda: bool(answers))

    assert set(found_on) - {threading.get_ident()}
    jobs.rest()


def test_at_its_end_python_collects_by_itself_again(owner: QObject) -> None:
    collector = GarbageCollector(owner)
    assert not gc.isenabled()

    collector.end()
    assert gc.isenabled()


def test_a_second_one_inside_leaves_it_to_the_first(owner: QObject) -> None:
    outer, inner = GarbageCollector(owner), GarbageCollector(owner)

    inner.end()
    assert not gc.isenabled()

    outer.end()
    assert gc.isenabled()


def test_its_end_collects_what_is_left(owner: QObject) -> None:
    found_on = list[int]()
    collector = GarbageCollector(owner)
    leave_garbage(found_on)

    collector.end()

    assert len(found_on) == RINGS


def test_the_suite_itself_runs_as_the_exhibit_does(qapp: QApplication) -> None:
    assert qapp.findChild(GarbageCollector) is not None
    assert not gc.isenabled()
