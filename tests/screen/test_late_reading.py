"""What is read after the first picture comes in the end, whatever goes wrong on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import shiboken6
from pytestqt.exceptions import capture_exceptions

from kiosk.exhibit.reading.exhibit_reading import Reading
from kiosk.jobs_below import rest_below
from kiosk.screen import late_reading
from kiosk.screen.late_reading import Arrival, LateReading
from kiosk.shipped import shipped
from tests.journeys.visitor import wait_until
from tests.project import PROJECT

if TYPE_CHECKING:
    import pytest


def test_an_exhibit_that_can_t_be_read_is_read_again_until_it_can(qapp: object) -> None:
    tries: list[int] = []
    arrival = Arrival(Reading(None, ()))

    def read() -> Arrival:
        tries.append(len(tries))
        if len(tries) < 6:
            raise MemoryError("not now")
        return arrival

    late, came = LateReading(pauses=(0.0,)), list[object]()
    late.exhibit_read.connect(came.append)
    late.read(read, None)
    wait_until(lambda: bool(came))

    assert len(tries) == 6
    assert came == [arrival]
    rest_below(late)


def test_the_panels_are_imported_before_the_exhibit_comes(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would hold the GUI thread for a tenth of a second when the first one is built."""
    late, loaded = LateReading(), list[bool]()

    def note(_: object) -> None:
        loaded.append("kiosk.screen.panel.panel_sheet" in sys.modules)

    late.exhibit_read.connect(note)
    monkeypatch.delitem(sys.modules, "kiosk.screen.panel.panel_sheet", raising=False)
    late.read(lambda: Arrival(Reading(None, ())), None)
    wait_until(lambda: bool(loaded))

    assert loaded == [True]
    rest_below(late)


WHERE_CLASSES_ARE_MADE = """
import builtins, os, threading
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
build, elsewhere, made = builtins.__build_class__, [], []
def noting(function, name, *bases, **options):
    found = build(function, name, *bases, **options)
    if isinstance(found, type(QObject)):
        made.append(name)
        if threading.current_thread() is not threading.main_thread():
            elsewhere.append(name)
    return found
builtins.__build_class__ = noting
from kiosk.app import App
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
application = QApplication([])
app, waiting = App(Settings(content=shipped("content"))), QEventLoop()
app.ready.connect(waiting.quit)
app.stage.show()
QTimer.singleShot(0, app.read_on)
waiting.exec()
print(elsewhere, "PanelSheet" in made, "ViewBox" in made, flush=True)
os._exit(0)
"""


def test_classes_of_qt_are_made_on_the_gui_thread_alone() -> None:
    """PySide may lose one that another thread makes: docs/decisions/022."""
    done = subprocess.run(
        [sys.executable, "-c", WHERE_CLASSES_ARE_MADE],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.strip().splitlines()[-1] == "[] True True"


def test_the_water_comes_before_the_exhibit(qapp: object) -> None:
    late, came = LateReading(), list[str]()

    def water(_: object) -> None:
        came.append("water")

    def exhibit(_: object) -> None:
        came.append("exhibit")

    late.water_read.connect(water)
    late.exhibit_read.connect(exhibit)
    late.read(lambda: Arrival(Reading(None, ())), shipped("assets") / "map" / "gba.svg")
    wait_until(lambda: len(came) == 2)

    assert came == ["water", "exhibit"]
    rest_below(late)


def test_nothing_is_said_of_an_exhibit_that_is_collected_when_memory_is_put_in_order(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, came = LateReading(), list[str]()

    def collect() -> None:
        came.append("collected")
        shiboken6.delete(late)

    monkeypatch.setattr(late_reading, "keep_for_good", collect)
    late.settle()
    with capture_exceptions() as raised:
        wait_until(lambda: bool(came))

    assert raised == []
