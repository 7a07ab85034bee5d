"""Nothing goes away while a thread works for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool
from PySide6.QtWidgets import QWidget

from kiosk.screen.pools import rest_pools, take_away

if TYPE_CHECKING:
    from collections.abc import Callable


class Work(QRunnable):
    """Needs Python again and again, as drawing in pieces does."""

    def __init__(self, done: Callable[[], object]) -> None:
        super().__init__()
        self._done = done

    def run(self) -> None:
        for _ in range(20):
            time.sleep(0.002)
        self._done()


def working(owner: QObject, done: list[int], jobs: int) -> QThreadPool:
    pool = QThreadPool(owner)
    pool.setMaxThreadCount(1)
    for number in range(jobs):
        pool.start(Work(lambda number=number: done.append(number)))  # type: ignore[misc]
    return pool


def test_what_has_begun_ends_and_what_waits_is_dropped(qapp: object) -> None:
    owner, done = QObject(), list[int]()
    pool = working(owner, done, 5)
    while pool.activeThreadCount() == 0:
        time.sleep(0.001)
    rest_pools(owner)

    assert done == [0]
    assert pool.activeThreadCount() == 0


def test_a_window_goes_away_at_once_although_a_thread_works_for_it(qapp: object) -> None:
    window, done = QWidget(), list[int]()
    window.show()
    working(QObject(window), done, 1)
    take_away(window)

    assert not shiboken6.isValid(window)
