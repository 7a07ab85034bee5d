"""Reads in the pool what the first picture does without: the water, the exhibit, the charts."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from kiosk.screen.map.map_file import read_water

if TYPE_CHECKING:
    from pathlib import Path


class _Reader(QRunnable):
    """Reads the lines of the water, then the whole exhibit."""

    def __init__(self, late: LateReading, folder: Path, map_file: Path | None) -> None:
        super().__init__()
        self._late = late
        self._folder = folder
        self._map_file = map_file

    def run(self) -> None:
        self._late.water_read.emit(read_water(self._map_file))
        from kiosk.exhibit.reading import read_exhibit

        self._late.exhibit_read.emit(read_exhibit(self._folder))


class _ChartLibrary(QRunnable):
    """Imports the library of the axis charts: it takes a quarter of a second."""

    def __init__(self, late: LateReading) -> None:
        super().__init__()
        self._late = late

    def run(self) -> None:
        import_module("kiosk.screen.chart.plot")
        self._late.charts_loaded.emit()


class LateReading(QObject):
    """The pool and what comes out of it: `Water`, a `Reading`, and word that charts can be built.

    It has no parent: a job that is still reading keeps alive what it speaks through.
    """

    water_read = Signal(object)
    exhibit_read = Signal(object)
    charts_loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)

    def read(self, folder: Path, map_file: Path | None) -> None:
        """Read the water, then the exhibit."""
        self._pool.start(_Reader(self, folder, map_file))

    def load_charts(self) -> None:
        """Import what the charts with axes are drawn with."""
        self._pool.start(_ChartLibrary(self))

    def stop(self) -> None:
        """Wait for what is being read."""
        self._pool.waitForDone()
