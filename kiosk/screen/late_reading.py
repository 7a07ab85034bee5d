"""Reads in the pool what the first picture does without: the water, the exhibit, the charts."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from kiosk.screen.map.map_file import read_water

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibit.reading import Reading
    from kiosk.screen.map.map_file import WholeMap


class Arrival(NamedTuple):
    """An exhibit that has been read, and its map where it is another one than is shown."""

    reading: Reading
    whole_map: WholeMap | None = None


def read_folder(folder: Path) -> Arrival:
    """The exhibit of a folder; what reading needs is imported where it is called."""
    from kiosk.exhibit.reading import read_exhibit

    return Arrival(read_exhibit(folder))


class _Reader(QRunnable):
    """Reads the lines of the water, then the whole exhibit."""

    def __init__(
        self, late: LateReading, read: Callable[[], Arrival], map_file: Path | None
    ) -> None:
        super().__init__()
        self._late = late
        self._read = read
        self._map_file = map_file

    def run(self) -> None:
        self._late.water_read.emit(read_water(self._map_file))
        self._late.exhibit_read.emit(self._read())


class _ChartLibrary(QRunnable):
    """Imports the library of the axis charts: it takes a quarter of a second."""

    def __init__(self, late: LateReading) -> None:
        super().__init__()
        self._late = late

    def run(self) -> None:
        import_module("kiosk.screen.chart.plot")
        self._late.charts_loaded.emit()


class LateReading(QObject):
    """The pool and what comes out of it: `Water`, an `Arrival`, and word that charts can be built.

    It has no parent: a job that is still reading keeps alive what it speaks through.
    """

    water_read = Signal(object)
    exhibit_read = Signal(object)
    charts_loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)

    def read(self, read: Callable[[], Arrival], map_file: Path | None) -> None:
        """Read the water, then the exhibit; `read` is called in the pool."""
        self._pool.start(_Reader(self, read, map_file))

    def load_charts(self) -> None:
        """Import what the charts with axes are drawn with."""
        self._pool.start(_ChartLibrary(self))

    def stop(self) -> None:
        """Wait for what is being read."""
        self._pool.waitForDone()
