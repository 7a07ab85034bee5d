"""Weeks of hands on the locked exhibit: nobody gets out, and nothing is left over."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import App
from kiosk.guard.process.process_memory import memory_mb
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from tests.guard.staff.locked_exhibit import LockedExhibit, RandomHand, visible_windows
from tests.journeys.standing import close_exhibit
from tests.journeys.visitor import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.soak

SEED = 20261122
EVENTS = 10_000
WARM_UP = 1_000
CYCLES = 10_000
GROWTH_KB_A_THOUSAND = 20.0


@pytest.fixture
def hall(qapp: object, tmp_path: Path) -> Iterator[LockedExhibit]:
    app = App(Settings(shipped("content"), still=True))
    hall = LockedExhibit(app, tmp_path)
    QApplication.processEvents()
    app.read_now()
    wait_for(app.ready)
    yield hall
    hall.close()
    close_exhibit(app)


def test_ten_thousand_random_events_leave_it_fullscreen_and_alone(hall: LockedExhibit) -> None:
    left = QSignalSpy(hall.guard.leaving)

    RandomHand(hall.app.stage, SEED).do(EVENTS)

    assert hall.app.stage.isFullScreen()
    assert visible_windows(hall) == [hall.app.stage]
    assert left.count() == 0
    assert hall.guard.fault_log.faults == ()


def test_ten_thousand_openings_of_the_desk_leave_nothing_behind(hall: LockedExhibit) -> None:
    _open_and_close(hall, WARM_UP)
    widgets, memory = len(hall.app.stage.findChildren(QWidget)), _memory_kb()

    _open_and_close(hall, CYCLES)

    assert len(hall.app.stage.findChildren(QWidget)) == widgets
    assert _memory_kb() - memory <= GROWTH_KB_A_THOUSAND * CYCLES / 1_000


def _open_and_close(hall: LockedExhibit, times: int) -> None:
    for _ in range(times):
        hall.locked.ask_for_pin()
        QApplication.processEvents()
        hall.locked.pad.dismiss()
        hall.locked.desk.open()
        QApplication.processEvents()
        hall.locked.desk.close_overlay()


def _memory_kb() -> float:
    gc.collect()
    return (memory_mb() or 0.0) * 1024
