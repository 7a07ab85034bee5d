"""Pictures of steps for the console, drawn by a second stage that is never shown."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.exhibit.place import Place
from kiosk.presenting.audience.step_layer import StepLayer
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from kiosk.exhibit.model.tour import Tour
    from kiosk.presenting.talk_host import TalkHost
    from kiosk.screen.stage import Stage

_TICK_MS = 200
_TICKS_TO_SETTLE = 3
"""After the map is sharp, pictures of stories may still be on their way."""
_SHORT_SIDE = 540
_KEPT = 24


class StepPictures(QObject):
    """Draws one picture after the other, only while the audience's stage rests; keeps the latest.

    The map of each is drawn off the GUI thread, as always; setting a panel takes the GUI thread
    some tens of milliseconds, which is not noticed while nothing moves.
    """

    came = Signal()
    """Another picture can be had."""

    def __init__(self, host: TalkHost, tour: Tour, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._tour = tour
        self._kept: OrderedDict[tuple[int, str], QPixmap] = OrderedDict()
        self._wanted: list[tuple[int, str]] = []
        self._drawing: tuple[int, str] | None = None
        self._settling = 0
        self._stage: Stage | None = None
        self._layer: StepLayer | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.tick)

    def picture(self, index: int, language: str) -> QPixmap | None:
        """The picture of a step; None while it is not drawn yet."""
        return self._kept.get((index, language))

    def want(self, index: int, language: str) -> None:
        """Have a picture drawn next, unless it is there."""
        key = (index, language)
        if key not in self._kept:
            self._wanted = [key]
            self._ticks.start()

    def stop(self) -> None:
        """Draw no more, and let the second stage go, which waits for no picture of it."""
        self._ticks.stop()
        if self._stage is not None:
            self._stage.deleteLater()
            self._stage = self._layer = None

    @Slot()
    def tick(self) -> None:
        """Go on drawing, if the audience's stage rests."""
        if not self._host.stage.map_view.at_rest:
            return
        if self._drawing is not None:
            self._finish(self._drawing)
        elif self._wanted:
            self._begin(self._wanted.pop())
        else:
            self._ticks.stop()

    def _begin(self, key: tuple[int, str]) -> None:
        index, language = key
        self._drawing, self._settling = key, _TICKS_TO_SETTLE
        step = self._tour.steps[index]
        place = Place.of_step(step, self._host.exhibit)
        stage = self._fitted_stage(language)
        assert self._layer is not None
        state = self._host.still_state(language)
        stage.show_state(replace(state, place=place, highlight=step.highlight))
        folder = self._host.exhibit.folder / "pictures"
        self._layer.show_step(step, folder, language, self._host.look.still())

    def _finish(self, key: tuple[int, str]) -> None:
        stage = self._fitted_stage(key[1])
        if stage.map_view.at_rest and all(
            pictures.at_rest for pictures in stage.findChildren(PictureLoader)
        ):
            self._settling -= 1
        if self._settling > 0:
            return
        self._drawing = None
        self._kept[key] = stage.grab()
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.came.emit()

    def _fitted_stage(self, language: str) -> Stage:
        if self._stage is None:
            self._stage = self._host.second_stage(language)
            self._layer = StepLayer(self._stage)
        size = self._host.stage.size()
        short = min(size.width(), size.height())
        if short > _SHORT_SIDE:
            size = size * (_SHORT_SIDE / short)
        if size != self._stage.size():
            self._stage.resize(size)
        return self._stage
