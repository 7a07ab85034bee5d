"""Charts are built ahead of their first use, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.screen.chart.kinds import KINDS
from kiosk.screen.panel.chart_view import ChartView
from tests.journeys.visitor import wait_until


def test_other_events_come_in_between_the_charts_that_are_built(qapp: object) -> None:
    parent = QWidget()
    view = ChartView(parent)
    done, built = list[bool](), list[int]()
    turns = QTimer(parent)

    def count() -> None:
        built.append(len(view._charts))

    turns.timeout.connect(count)
    view.prepared.connect(turns.stop)

    def end() -> None:
        done.append(True)

    view.prepared.connect(end)
    turns.start()
    view.prepare()
    assert len(view._charts) == 0
    wait_until(lambda: bool(done))

    assert set(view._charts) == set(KINDS)
    assert {1, 2, 3} <= set(built), "several were built without a turn of the event loop"
