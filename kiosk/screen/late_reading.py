"""Reads what the first picture does without: the water, the exhibit, the chart library."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.exhibit.model.map_meanings import AS_DRAWN
from kiosk.garbage import keep_for_good
from kiosk.jobs import PAUSES_SECONDS, Answer, Jobs
from kiosk.screen.map.map_file import read_water
from kiosk.screen.turns import Turns
from kiosk.screen.widget_modules import CHARTS, PANELS, import_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.map_meanings import Meanings
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.screen.map.map_file import WholeMap

_WATER, _EXHIBIT, _NUMBERS = "the map's water", "the exhibit", "the library of numbers"
_WARM_UP_MS = 50
"""How long what has just been built may be painted before memory is put in order."""


class Arrival(NamedTuple):
    """An exhibit that has been read, and its map where it is another one than is shown."""

    reading: Reading
    whole_map: WholeMap | None = None


def read_folder(folder: Path) -> Arrival:
    """The exhibit of a folder; what reading needs is imported where it is called."""
    from kiosk.exhibit.reading.exhibit_reading import read_exhibit

    return Arrival(read_exhibit(folder))


class LateReading(QObject):
    """What comes in late: `Waterlines`, an `Arrival`, and word that charts can be built.

    Nothing of it may be missing for good, so what fails is tried again for as long as it takes.
    """

    water_read = Signal(object)
    exhibit_read = Signal(object)
    charts_loaded = Signal()
    done = Signal()
    """Everything is there, and charts have been built."""

    def __init__(
        self, parent: QObject | None = None, *, pauses: Sequence[float] = PAUSES_SECONDS
    ) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self, pauses=pauses, endless=True)
        self._jobs.answered.connect(self._pass_on)
        self._turns = Turns(self)

    def read(
        self,
        read: Callable[[], Arrival],
        map_file: Path | None,
        meanings: Meanings = AS_DRAWN,
    ) -> None:
        """Read the water, then the exhibit; `read` is called beside the GUI thread."""
        self._jobs.ask(_WATER, partial(read_water, map_file, meanings))
        self._jobs.ask(_EXHIBIT, partial(_read_thoroughly, read))
        # Panels are built as soon as there is an exhibit, and to import them takes a while.
        self._turns.begin(import_each(PANELS))

    def load_charts(self) -> None:
        """Import what the charts with axes are drawn with: it takes a tenth of a second."""
        self._jobs.ask(_NUMBERS, partial(import_module, "numpy"))

    @Slot(object)
    def _pass_on(self, answer: Answer) -> None:
        if answer.key == _WATER:
            self.water_read.emit(answer.value)
        elif answer.key == _EXHIBIT:
            self._turns.finish()
            self.exhibit_read.emit(answer.value)
        else:
            self._turns.begin(self._import_charts())

    def _import_charts(self) -> Iterator[None]:
        yield from import_each(CHARTS)
        self.charts_loaded.emit()

    @Slot()
    def settle(self) -> None:
        """Put memory in order, now that charts have been built, and be done."""
        QTimer.singleShot(_WARM_UP_MS, self._settle)

    @Slot()
    def _settle(self) -> None:
        keep_for_good()
        # What is collected may be the exhibit that this reading belongs to, once nobody holds it.
        if shiboken6.isValid(self):
            self.done.emit()


def _read_thoroughly(read: Callable[[], Arrival]) -> Arrival:
    from kiosk.exhibit.model.term import read_patterns
    from kiosk.languages.numbers import read_numbers
    from kiosk.languages.phrases import phrase_ends

    # To find a page's terms for the first time in a language takes a tenth of a second; so does
    # writing a date in it, or dividing a Chinese text into phrases.
    arrival = read()
    exhibit = arrival.reading.exhibit
    if exhibit is not None:
        read_patterns(exhibit.terms, exhibit.languages)
        read_numbers(exhibit.languages)
        if any(tag.startswith("zh") for tag in exhibit.languages):
            phrase_ends("大灣區")
    return arrival
